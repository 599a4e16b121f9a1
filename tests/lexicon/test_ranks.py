"""Whose word weighs how much, by office."""

from __future__ import annotations

import pytest

from verbale.lexicon.ranks import rank_of


@pytest.mark.parametrize(
    ("speaker", "office", "rank"),
    [
        ("Ilse Varga", "President", "head"),
        ("Ilse Varga", "spokeswoman for the President", "government"),
        ("Ilse Varga", "Foreign Minister", "government"),
        ("Ilse Varga", "Deputy Foreign Minister", "envoy"),
        ("Ilse Varga", "former Prime Minister", "outside"),
        ("Ilse Varga", "opposition leader", "outside"),
        ("Ilse Varga", None, "government"),
        ("Embassy of Orland", None, "envoy"),
        (None, None, "government"),
    ],
)
def test_rank(speaker: str | None, office: str | None, rank: str) -> None:
    assert rank_of(speaker, office) == rank
