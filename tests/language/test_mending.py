"""Subjects that the parser has taken for the rest of a date."""

from __future__ import annotations

import pytest

from verbale.language import Unit, backend_for


@pytest.mark.parametrize("when", ["In March", "In late April", "On Monday", "In 2019"])
@pytest.mark.parametrize("state", ["Fiji", "Senegal", "Oman", "Kazakhstan"])
@pytest.mark.parametrize(
    "rest", ["recalled its ambassador.", "was given a loan.", "and Norway signed a pact."]
)
def test_a_date_swallows_no_subject(when: str, state: str, rest: str) -> None:
    backend = backend_for("en")
    assert backend is not None
    (parse,) = backend.parse([Unit(f"{when} {state} {rest}")])
    name = next(word for word in parse.words if word.text == state)
    assert name.dep in {"nsubj", "nsubjpass"}
    assert name in name.head.children
    date = next(word for word in parse.words if word.text == when.split()[-1])
    assert (date.dep, date.head.i) == ("pobj", 0)
    assert date not in name.children
    assert all(child.head is word for word in parse.words for child in word.children)


def test_a_name_with_a_month_in_it_stays() -> None:
    backend = backend_for("en")
    assert backend is not None
    (parse,) = backend.parse([Unit("The talks were held in April Square before he left.")])
    square = next(word for word in parse.words if word.text == "Square")
    assert square.dep == "pobj"
