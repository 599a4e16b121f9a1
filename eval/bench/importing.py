"""What ``import verbale`` costs beside ``import spacy``, each in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from statistics import median

from eval.bench.rounds import ratio
from eval.bench.rows import Row

_TIMED = "import time; a = time.process_time(); import {}; print(time.process_time() - a)"


def rows(runs: int) -> list[Row]:
    """Processor time of the import statement alone, bytecode cached."""
    seconds: dict[str, list[float]] = {"verbale": [], "spacy": []}
    for module in seconds:
        _import(module)
    for _ in range(runs):
        for module, taken in seconds.items():
            taken.append(_import(module))
    return [
        Row(
            what="import verbale / import spacy",
            value=ratio(seconds["verbale"], seconds["spacy"]),
            target=0.15,
            unit="%",
            context=", ".join(f"{name} {median(s):.2f} s" for name, s in seconds.items()),
        )
    ]


def _import(module: str) -> float:
    command = [sys.executable, "-c", _TIMED.format(module)]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
