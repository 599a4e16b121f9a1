"""Wide idioms must not be read where their words stand for something else."""

from pathlib import Path

import pytest

from tests.acts.reading import read

_ROWS = [
    tuple(line.split(" | "))
    for line in (Path(__file__).parent / "data" / "not_idioms.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("kind", "sentence"), _ROWS)
def test_words_of_an_idiom_alone_are_no_act(kind: str, sentence: str) -> None:
    text = sentence.replace("Zaretia", "Norway").replace("Nemora", "Chile")
    drawn = [act for act in read(text).acts if not act.rule.startswith("coder > ")]
    assert [act.rule for act in drawn if act.type == kind] == []
