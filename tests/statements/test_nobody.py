"""What nobody said is no statement of it; who held an office is not its holder."""

from __future__ import annotations

import pytest

from verbale.model import Statement
from verbale.pipeline import annotate


def only(sentence: str) -> Statement:
    (found,) = annotate(f"Osk and Pellan at odds\n\nVARL, 4 May 2025 - {sentence}\n").statements
    return found


@pytest.mark.parametrize(
    "sentence",
    [
        "Neither side would say whether the pause would be made longer.",
        "Nobody would say how long the talks would last.",
        "Neither Osk nor Pellan said whether the ferry would sail.",
        "No minister said when the envoy would return.",
    ],
)
def test_what_nobody_said_is_left_out_and_not_affirmed(sentence: str) -> None:
    assert only(sentence).polarity == "omits"


@pytest.mark.parametrize(
    "sentence",
    [
        "Lena Torv said that no ship would sail.",
        "No fewer than three ministers said that the wall would stay.",
    ],
)
def test_a_no_elsewhere_leaves_what_is_said(sentence: str) -> None:
    assert only(sentence).polarity == "affirms"


def test_a_former_minister_is_called_so() -> None:
    said = only("Former foreign minister Galo Brask said the wall was a mistake.")
    assert (said.speaker, said.office) == ("Galo Brask", "former foreign minister")
