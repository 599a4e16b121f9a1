"""Quotations are found again whatever the layout, and only where nothing else may be meant."""

from __future__ import annotations

import pytest

from verbale.corrections.shadow import Shadow
from verbale.model import Quote, Span

TEXT = "He said “not now”.\nShe said no. Then\u00a0 she left. Later she said no. And he stayed."


def found(text: str, quote: Quote) -> list[str]:
    return [span.of(text) for span in Shadow(text).find(quote)]


def test_layout_and_quotation_marks_do_not_matter():
    assert found(TEXT, Quote(exact='said "not\n now"')) == ["said “not now”"]
    assert found(TEXT, Quote(exact="Then she left")) == ["Then\u00a0 she left"]


def test_every_span_is_found_again():
    shadow = Shadow(TEXT)
    for start in range(0, len(TEXT) - 8, 3):
        span = Span(start, start + 8).stripped(TEXT)
        assert shadow.find(shadow.quote(span)) == (span,)


@pytest.mark.parametrize("which", [0, 1])
def test_what_stands_around_decides_between_equal_words(which):
    shadow = Shadow(TEXT)
    places = shadow.find(Quote(exact="she said no", start=-1))
    quote = Shadow(TEXT).quote(Span(TEXT.rindex("she said no"), TEXT.rindex("she said no") + 11))
    assert len(places) == 1  # the other one begins with a capital
    twice = f"{TEXT} Nobody knew why she said no."
    assert len(Shadow(twice).find(Quote(exact="she said no", start=-1))) == 2
    moved = f"{'A new first line.' * which}\n{twice}"
    assert [s.start for s in Shadow(moved).find(quote)] == [moved.index("she said no")]


def test_words_that_nothing_tells_apart_are_told_as_several():
    assert len(found("no. no. no.", Quote(exact="no", start=99))) > 1
    assert found("no", Quote(exact="yes")) == []
    assert found("no", Quote(exact="  ")) == []
