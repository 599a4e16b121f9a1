"""A case: a report of a sentence or two with its statements marked in place, and how it is asked.

See `tests.statements.marked` for the marks. All people and all that they say are invented.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest

from tests.statements.marked import bare, marked
from tests.statements.reading import Read, read, report_of


class Case(NamedTuple):
    """A text with its statements marked, fields of interest, and what is known of its report."""

    label: str
    marked: str
    facts: dict[str, Any]
    report: dict[str, Any]
    fails: str | None


_OF_THE_REPORT = {"headline", "published", "place", "agencies", "outlet"}


def case(label: str, marked: str, *, fails: str | None = None, **facts: Any) -> Case:
    """One case. A keyword is a field of the statement (a tuple of values, one for each, where there
    are several statements) or of the report; ``fails`` says why the case does not hold yet."""
    report = {key: facts.pop(key) for key in _OF_THE_REPORT & facts.keys()}
    return Case(label, marked, facts, report, fails)


def params(cases: list[Case]) -> list[Any]:
    """The cases as parameters of a test."""
    return [
        pytest.param(
            one,
            id=f"{one.label}: {' '.join(bare(one.marked).split())[:60]}",
            marks=[pytest.mark.xfail(reason=one.fails, strict=False)] if one.fails else [],
        )
        for one in cases
    ]


def reading(one: Case) -> Read:
    """What is read from the text of a case."""
    return read(report_of(bare(one.marked), **one.report))


def check(one: Case) -> None:
    """The statements stand where they are marked, and have the fields that the case gives."""
    report, statements, _ = reading(one)
    assert marked(report.text, statements) == one.marked
    for field, wanted in one.facts.items():
        found = tuple(getattr(statement, field) for statement in statements)
        assert (found[0] if len(found) == 1 else found) == wanted, field
