"""Every form of the guidelines has a case; headlines are a zone; marks come off."""

from __future__ import annotations

import re
from pathlib import Path

from tests.statements import (
    test_clauses,
    test_complements,
    test_denials,
    test_headlines,
    test_quotes,
)
from tests.statements.marked import bare
from tests.statements.reading import read, report_of

GUIDELINES = Path(__file__).resolve().parents[2] / "eval/gold/GUIDELINES.md"

#: The cases of all forms.
FORMS = [
    *test_clauses.CASES,
    *test_quotes.CASES,
    *test_complements.CASES,
    *test_headlines.CASES,
    *test_denials.CASES,
]


def test_every_form_of_the_guidelines_has_a_case() -> None:
    (section,) = re.findall(r"## Forms\n(.*?)\n## ", GUIDELINES.read_text("utf-8"), re.S)
    assert set(re.findall(r"`([a-z-]+)`", section)) == {one.label for one in FORMS}


def test_a_headline_is_a_zone_of_its_own() -> None:
    text = "Minister says border will stay shut\n\nThe ministry said the border was shut."
    zones = [statement.zone for statement in read(report_of(text, headline=True)).statements]
    assert zones == ["headline", "body"]


def test_marks_come_off() -> None:
    line = "[S1,2:He] [C1:said] {X1:[S3:she] [C3:asked] {X3:why}} and [C2:added] {X2:no}."
    assert bare(line) == "He said she asked why and added no."
