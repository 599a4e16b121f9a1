"""Where sentences end, and where they only seem to."""

from __future__ import annotations

import pytest

from tests.passages.marked import bare, cut, report_of
from verbale.model import Span
from verbale.passages import find_passages, sentence_spans


def _case(marked: str, fails: str | None = None) -> object:
    marks = [pytest.mark.xfail(reason=fails, strict=False)] if fails else []
    return pytest.param(marked, marks=marks, id=bare(marked)[:60])


PLAIN = [
    _case("One.| |Two.| |Three."),
    _case("Is it shut?| |It is!| |Nobody knows…| |Nobody asked."),
    _case("It is shut?!| |It is."),
    _case("No stop at the end"),
    _case("One.|  \t|Two."),
    _case("One.| |“Two.”| |Three."),
    _case("He left (in June.)| |She stayed."),
    _case("He left (she stayed.) and returned."),
    _case("It ended.”| |Then rain fell."),
    _case("One.”||“Two."),
    _case("One.[1]| |Two.", "footnote marks hide the stop"),
]

ABBREVIATIONS = [
    _case("Mr. Aras met Mrs. Varga and Dr. Sarr."),
    _case("Lt. Gen. Aras met Col. Sarr.| |They talked."),
    _case("Prof. Ilse Varga et al. disagreed."),
    _case("The U.S. Navy left."),
    _case("He lives in the U.S.| |He likes it."),
    _case("The U.S. said no.| |The U.N. said yes."),
    _case("It began at 5 p.m. Monday and ended at 6 a.m. Tuesday."),
    _case("It began at 5 p.m.| |The crowd left."),
    _case("John F. Kestrel and V. I. Petrosh spoke."),
    _case("J.R. Kestrel spoke.| |He left."),
    _case("Kestrel Inc. of Oslo sued."),
    _case("He sold it to Kestrel Inc.| |The price is unknown."),
    _case("It came on Jan. 5 and went on Feb. 6."),
    _case("See No. 5 and Art. 6 of the pact.", "Art. is in no list"),
    _case("Ships, trucks, etc. were lost."),
    _case("They lost vs. Norland.", "vs. is listed as a title, and titles are not small"),
    _case("Vitamin C.| |Nobody cared.", "one letter at the end reads as an initial"),
    _case("So said I.| |Nobody cared."),
]

NUMBERS = [
    _case("It fell by 3.5 percent to 40.25 points.| |Then it rose."),
    _case("It cost $1.2 million.| |Nobody paid."),
    _case("Version 2.0.1 was used."),
    _case("It ended in 1999.| |Nobody cared."),
    _case("It left at 17.30.| |5 people stayed."),
    _case("www.example.org is down."),
]

ELLIPSES = [
    _case("He … left."),
    _case("He... left."),
    _case("He left...| |She stayed."),
    _case("He left…| |She stayed."),
    _case("“We… we wait,” he said."),
]

QUOTED = [
    _case("“We wait. We sing,” he said.| |He left."),
    _case("“We wait. We sing.”| |He left."),
    _case("“Who? Me?” she asked.| |Nobody spoke."),
    _case("He said: “We wait. We sing.”| |She left."),
    _case("“Wait! Come. Go,” she said, “and wait. Sing.”| |He left."),
    _case("»We wait. We sing,« he said.| |»They do not.«| |He left."),
    _case('"We wait. We sing," he said.| |"They do not. Ever."'),
    _case("“He said ‘Go. Now.’ and left. So did I,” she said."),
]


@pytest.mark.parametrize("marked", [*PLAIN, *ABBREVIATIONS, *NUMBERS, *ELLIPSES])
def test_sentences(marked: str) -> None:
    assert cut(bare(marked)) == marked


@pytest.mark.parametrize("marked", QUOTED)
def test_a_quotation_does_not_end_the_sentence_around_it(marked: str) -> None:
    text = bare(marked)
    quotations = find_passages(report_of(text)).quotations
    assert cut(text, tuple(q.outer[0] for q in quotations if q.depth == 1)) == marked
    found = find_passages(report_of(text)).sentences
    assert [sentence.span.of(text) for sentence in found] == marked.split("| |")


def test_only_the_paragraph_is_cut() -> None:
    text = "Before. One. Two. After."
    spans = sentence_spans(text, Span(8, 17))
    assert [span.of(text) for span in spans] == ["One.", "Two."]
