"""Sides that a text names only inside another's name must not stop the coding of its acts."""

from __future__ import annotations

from verbale import annotate
from verbale.model import RawDocument


def test_a_border_between_two_sides() -> None:
    text = (
        "Reed accused the judge of bias against him because he has advocated for building a wall "
        "along the U.S.-Mexico border."
    )
    found = annotate(RawDocument(data=text.encode(), origin="report.txt", media="text"))
    assert [act.type for act in found.acts] == ["ACCUSE"]
