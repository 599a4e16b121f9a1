"""Pairs of reports with planted words: ``tests/data/reuse/cases.toml``."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.provenance.wire import document, printed
from verbale.provenance.carriers import Printed
from verbale.provenance.compare import Compared, compare

_FILE = Path(__file__).parents[1] / "data" / "reuse" / "cases.toml"
_RAW = tomllib.loads(_FILE.read_text("utf-8"))
_TEXT: dict[str, str] = _RAW["text"]
CASES: list[dict[str, Any]] = _RAW["case"]


def side(case: dict[str, Any], name: str) -> Printed:
    number = ("here", "there").index(name)
    text = "\n\n".join(_TEXT[part] for part in case[name])
    for old, new in case.get(f"replace_{name}", ()):
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    before, after = case.get(f"before_{name}"), case.get(f"credit_{name}")
    text = "\n\n".join(filter(None, (before, text, after)))
    outlets = case.get("outlets", ("Cape Wire", "The Morning Anchor"))
    days = case.get("days", ("2024-05-06", "2024-05-07"))
    headlines = case.get("headlines", (None, None))
    return printed(document(name, outlets[number], days[number] or None, text, headlines[number]))


def compared(case: dict[str, Any]) -> tuple[Printed, Compared]:
    here, there = side(case, "here"), side(case, "there")
    (found,) = compare(here, [there], lambda _: [])
    return here, found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_what_two_reports_share(case: dict[str, Any]) -> None:
    here, found = compared(case)
    told = []
    for passage in found.passages:
        words = " ".join(passage.here.of(here.report.text).split())
        told.append((passage.kind, words))
    due = [line.split(": ", 1) for line in case["passages"]]
    assert [kind for kind, _ in told] == [kind for kind, _ in due], told
    for (_, words), (_, ends) in zip(told, due, strict=True):
        first, last = ends.split(" ... ")
        assert words.startswith(first)
        assert words.endswith(last)
    if "relation" in case:
        assert found.relation.kind == case["relation"]
    assert (found.relation.first or "unknown") == case.get("first", "here")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_other_side_sees_the_same(case: dict[str, Any]) -> None:
    _, found = compared(case)
    here, there = side(case, "here"), side(case, "there")
    (turned,) = compare(there, [here], lambda _: [])
    assert {(p.there, p.here, p.kind) for p in turned.passages} == {
        (p.here, p.there, p.kind) for p in found.passages
    }
    assert turned.relation.kind == found.relation.kind
