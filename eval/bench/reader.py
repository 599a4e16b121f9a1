"""``python -m eval.bench.reader FOLDER RECORD WORKERS``: reads a folder and says when each came.

Prints one line of JSON: how many reports were annotated, and the wall-clock second, from the
beginning of the process's work, of every step.
"""

from __future__ import annotations

import json
import sys
import time

from verbale.desk import ReadOptions, Step, read
from verbale.record import Record


class _Steps:
    def __init__(self) -> None:
        self.begun = time.monotonic()
        self.seconds: list[float] = []

    def begin(self, total: int | None) -> None:
        """Nothing to do: the process's own beginning counts."""

    def advance(self, step: Step) -> None:  # noqa: ARG002 - only its time matters
        """Note the time of a step."""
        self.seconds.append(time.monotonic() - self.begun)


def main(folder: str, record: str, workers: str) -> None:
    steps = _Steps()
    with Record(record) as opened:
        summary = read([folder], opened, ReadOptions(workers=int(workers)), steps)
    print(json.dumps({"read": summary.read, "seconds": steps.seconds}))


if __name__ == "__main__":
    main(*sys.argv[1:])
