"""Paragraphs: a line each, unless the text is hard-wrapped."""

from __future__ import annotations

import msgspec
import pytest

from tests.passages.marked import report_of
from verbale.model import Headline, Span
from verbale.passages import paragraphs

WRAPPED = """\
The ferry that links both banks of the river stood still on
Monday after the crew had found a crack in its hull, and
nobody could say when it would sail again.

The owner of the line, who had bought it for a small sum in
the spring, told the harbour master that he would not pay
for repairs until the two towns had settled who owned the
pier, the ramp and the small house beside it.

Rain fell all day, and the last bus had gone by the time the
council met."""


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("One line.", ["One line."]),
        ("One.\nTwo.\nThree.", ["One.", "Two.", "Three."]),
        ("One.\n\nTwo.\n \n\n\tThree.  \n", ["One.", "Two.", "Three."]),
        ("One.\r\n\r\nTwo.\rThree.", ["One.", "Two.", "Three."]),
        ("One.\u2028Two.\u2029Three.", ["One.", "Two.", "Three."]),
        ("  \u00a0One.\u00a0 \n", ["One."]),
        ("", []),
        (" \n\t\n ", []),
        (WRAPPED, WRAPPED.split("\n\n")),
        (WRAPPED.replace("\n", "\r\n"), WRAPPED.replace("\n", "\r\n").split("\r\n\r\n")),
        ("A short line\nand one more\nare two.", ["A short line", "and one more", "are two."]),
    ],
)
def test_paragraphs(text: str, wanted: list[str]) -> None:
    found = paragraphs(report_of(text))
    assert [paragraph.span.of(text) for paragraph in found] == wanted
    assert [paragraph.index for paragraph in found] == list(range(len(wanted)))
    assert {paragraph.zone for paragraph in found} <= {"body"}


def test_headline_and_standfirst_come_first_and_junk_does_not_come() -> None:
    text = "Photo: X\nFerry stands still\nNobody sails.\nOne.\nRead also: Y\nTwo."
    place = {
        line: Span(text.index(line), text.index(line) + len(line)) for line in text.split("\n")
    }
    report = msgspec.structs.replace(
        report_of(text),
        headline=Headline(text="Ferry stands still", span=place["Ferry stands still"]),
        standfirst=place["Nobody sails."],
        body=(place["One."], place["Two."]),
    )
    assert [(p.index, p.zone, p.span.of(text)) for p in paragraphs(report)] == [
        (0, "headline", "Ferry stands still"),
        (1, "standfirst", "Nobody sails."),
        (2, "body", "One."),
        (3, "body", "Two."),
    ]


def test_a_headline_that_only_metadata_holds_is_no_paragraph() -> None:
    report = msgspec.structs.replace(report_of("One."), headline=Headline(text="Ferry"))
    assert [p.zone for p in paragraphs(report)] == ["body"]
