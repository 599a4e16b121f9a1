"""Sentences with words of saying in which nobody says anything; see ``tests/data/quiet``."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.statements.marked import marked
from tests.statements.reading import read, report_of

FILE = Path(__file__).resolve().parents[1] / "data/quiet/sentences.toml"
GROUPS: dict[str, list[str]] = {
    name: group["sentences"] for name, group in tomllib.loads(FILE.read_text("utf-8")).items()
}


#: Known to be taken for statements still, with what stands in the way.
FAULTS = {
    "What his hands could not say his hats did.": "a clause that stands for an object",
    "The scoreboard insisted on nought.": "a thing that insists looks like a role",
    "Steam announced the arrival of the train.": "a capital at the start looks like a name",
    "The fund backs small mills in the north.": "backing with money looks like backing in words",
    "The new Lumo 4 promises ten hours on one charge.": "a product's name looks like a firm's",
    "Sund refused to lie down and equalised in the last minute.": "a club's name is a town's",
    "The film “They Said No” opens on Friday.": "the title of a work",
}


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param(
            sentence,
            marks=[pytest.mark.xfail(reason=FAULTS[sentence])] if sentence in FAULTS else [],
        )
        for group in GROUPS.values()
        for sentence in group
    ],
)
def test_nothing_is_reported(sentence: str) -> None:
    assert marked(sentence, read(report_of(sentence)).statements) == sentence
