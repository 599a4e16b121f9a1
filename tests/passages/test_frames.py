"""Frames: what the parser is given, and that every word finds back to its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec
import pytest

from tests.passages.marked import report_of
from verbale.language import Parse, Unit, Word
from verbale.model import Dateline, Report, Span
from verbale.passages import Frame, find_passages, read_frames
from verbale.passages.frames import PLACEHOLDER, draft_frames

_TOKEN = re.compile(r"\w+|[^\w\s]")


class Splitter:
    """A backend that knows words from punctuation and nothing else."""

    name = "splitter@1"

    def parse(self, units: Sequence[Unit]) -> Iterator[Parse]:
        for unit in units:
            words = [
                Word(i, m.start(), m.group(), m.group(), _pos(m.group()), "", "ROOT")
                for i, m in enumerate(_TOKEN.finditer(unit.text))
            ]
            yield Parse(words, [(0, len(words))] if words else [])


def _pos(token: str) -> str:
    return "X" if token[0].isalnum() else "PUNCT"


def units(report: Report) -> list[str]:
    return [draft.unit.text for draft in draft_frames(report, find_passages(report))]


def frames(report: Report) -> tuple[Frame, ...]:
    return read_frames(report, find_passages(report), Splitter())


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("Rain fell.", ["Rain fell."]),
        ("“We agree. We shall come,” he said.", ['"Yes," he said.', "We agree. We shall come,"]),
        ("He said: “We agree.”", ['He said: "Yes."', "We agree."]),
        ("“We do,” he said. “Do you?”", ['"Yes," he said. "Yes."', "We do,", "Do you?"]),
        ("He replied: “No.”", ['He replied: "Yes."', "No."]),
        ("“Who came?” she asked.", ['"Yes," she asked.', "Who came?"]),
        ("“We do,”he said.", ['"Yes," he said.', "We do,"]),
        ("“He said, ‘No.’” Rain fell.", ['"Yes." Rain fell.', "He said, ‘No.’"]),
        ("It is a “hostile” step.", ["It is a “hostile” step."]),
        ("The “Northern Gate” was shut.", ["The “Northern Gate” was shut."]),
        ("He said it was “a hostile step”.", ["He said it was “a hostile step”."]),
        ("One.\n\n“Two.”", ["One.", '"Yes."', "Two."]),
        ("“One.\n\n“Two,” he said.", ['"Yes."', "One.", '"Yes," he said.', "Two,"]),
    ],
)
def test_what_the_parser_is_given(text: str, given: list[str]) -> None:
    assert units(report_of(text)) == given


def test_the_dateline_is_left_out() -> None:
    text = "OSLO, May 5. /Norpress/. Rain fell."
    line = Dateline(place="OSLO", span=Span(0, 24))
    assert units(msgspec.structs.replace(report_of(text), dateline=line)) == ["Rain fell."]


@pytest.mark.parametrize("credit", ["(Norpress) - ", "(Norpress) — ", "(NPR)"])
def test_an_agency_in_brackets_is_left_out_of_any_paragraph(credit: str) -> None:
    assert units(report_of(f"It was May.\n\n{credit}Rain fell.")) == ["It was May.", "Rain fell."]


def test_other_brackets_stay() -> None:
    assert units(report_of("(It was May.) Rain fell.")) == ["(It was May.) Rain fell."]


@pytest.mark.parametrize(
    "text",
    [
        "Rain fell on the quay.",
        "“We agree. We shall come,” he said, “and sing.” Nobody sang.",
        "He said: “We agree.\n\n“We shall come.”\n\nRain fell.",
        "The “so-called” pact, “We agree!” he said: ‘Not yet.’",
        "She said: “We waited all day.",
    ],
)
def test_every_word_is_at_its_place(text: str) -> None:
    report = report_of(text)
    passages = find_passages(report)
    for frame in frames(report):
        for word in (word for words in frame.sentences for word in words):
            place = Span(word.start, word.end)
            if word.quote is not None:
                assert word.text == PLACEHOLDER
                assert place in passages.quotations[word.quote].inner
                assert frame.inside is None
            elif word.pos != "PUNCT":
                assert place.of(text) == word.text
            else:  # marks around a placeholder stand for the real ones, or for nothing
                assert place.of(text) in {word.text, *"“”‘’«»", ""}


def test_the_placeholder_covers_the_quotation() -> None:
    text = "“We agree. We shall come,” he said."
    outside, inside = frames(report_of(text))
    (stand_in,) = [w for words in outside.sentences for w in words if w.quote is not None]
    assert text[stand_in.start : stand_in.end] == "We agree. We shall come,"
    assert (outside.inside, inside.inside, stand_in.quote) == (None, 0, 0)
    assert (
        " ".join(w.text for words in inside.sentences for w in words)
        == "We agree . We shall come ,"
    )


def test_frames_follow_the_paragraphs() -> None:
    report = report_of("One.\n“Two,” he said.\nThree.")
    assert [(f.paragraph.index, f.inside) for f in frames(report)] == [
        (0, None),
        (1, None),
        (1, 0),
        (2, None),
    ]


def test_a_report_without_text_has_no_frames() -> None:
    assert frames(report_of("")) == ()
