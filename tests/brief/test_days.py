from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.brief.days import read_back, read_when, spoken, when

DAYS = st.one_of(
    st.dates().map(lambda day: day.isoformat()),
    st.dates().map(lambda day: f"XXXX-{day:%m-%d}"),
    st.dates().map(lambda day: f"{day:%Y-%m}".rjust(7, "0")),
    st.integers(1000, 9999).map(str),
)


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2025-04-08", "8 April 2025"),
        ("XXXX-07-15", "15 July (year not known)"),
        ("2025-04", "April 2025"),
        ("2025", "2025"),
        ("2025-04-07/2025-04-13", "7 April 2025 to 13 April 2025"),
        ("2025-21", "2025-21"),
    ],
)
def test_days_in_words(edtf: str, words: str) -> None:
    assert spoken(edtf) == words


@given(DAYS)
def test_days_can_be_read_back(edtf: str) -> None:
    assert read_back(spoken(edtf)) == edtf


@given(DAYS | st.none(), DAYS | st.none())
def test_openings_can_be_read_back(said_on: str | None, published: str | None) -> None:
    right = ("said", said_on) if said_on else ("published", published or "")
    assert read_when(when(said_on, published)) == right
