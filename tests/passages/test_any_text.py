"""Whatever the text, its passages lie in it, in order, and share it out."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.passages.marked import report_of
from tests.passages.test_frames import frames
from verbale.model import Passages
from verbale.passages import find_passages

_PIECES = st.sampled_from(
    [
        *"“”‘’«»„‚‹›「」『』\"'",
        *(", ", ". ", "… ", "! ", "? ", ": ", "; ", "(", ")", "—", "\t", "  "),
        *("\n", "\n\n", "\r\n", "\u2028", "\u00a0", "\u200b", "\x00"),
        *(" said", " he", " Aras", "Mr. ", "U.S. ", " don’t", " ministers’ ", '5" ', "'90s "),
        *("🚢", "待つ", "é", "e\u0301", "İ", "ß"),
    ]
)
_TEXTS = st.lists(_PIECES, max_size=40).map("".join) | st.text(max_size=120)


def check(text: str, passages: Passages) -> None:
    """All that holds of the passages of any text."""
    blocks = [paragraph.span for paragraph in passages.paragraphs]
    assert blocks == sorted(blocks)
    assert all(span and span.stripped(text) == span for span in blocks)
    assert all(a.end <= b.start for a, b in pairwise(blocks))
    assert "".join("".join(span.of(text).split()) for span in blocks) == "".join(text.split())

    sentences = [sentence.span for sentence in passages.sentences]
    assert sentences == sorted(sentences)
    for paragraph in passages.paragraphs:
        own = [s.span for s in passages.sentences if s.paragraph == paragraph.index]
        assert all(paragraph.span.covers(span) for span in own)
        assert all(a.end <= b.start for a, b in pairwise(own))
        black = "".join(paragraph.span.of(text).split())
        assert "".join("".join(span.of(text).split()) for span in own) == black

    quotations = passages.quotations
    assert [q.outer[0].start for q in quotations] == sorted(q.outer[0].start for q in quotations)
    for quotation in quotations:
        assert len(quotation.inner) == len(quotation.outer) >= 1
        assert quotation.depth >= 1
        for inner, outer in zip(quotation.inner, quotation.outer, strict=True):
            assert inner
            assert outer.covers(inner)
            assert any(block.covers(outer) for block in blocks)
    top = [span for q in quotations if q.depth == 1 for span in q.outer]
    assert all(a.end <= b.start for a, b in pairwise(sorted(top)))


@settings(max_examples=250, deadline=None)
@given(text=_TEXTS)
def test_passages_of_any_text(text: str) -> None:
    check(text, find_passages(report_of(text)))


@settings(max_examples=150, deadline=None)
@given(text=_TEXTS)
def test_frames_of_any_text(text: str) -> None:
    for frame in frames(report_of(text)):
        for word in (word for words in frame.sentences for word in words):
            assert frame.paragraph.span.start <= word.start <= word.end <= frame.paragraph.span.end
            if word.pos != "PUNCT" and word.quote is None:
                assert text[word.start : word.end] == word.text


@settings(max_examples=100, deadline=None)
@given(text=_TEXTS)
def test_the_same_text_has_the_same_passages(text: str) -> None:
    assert find_passages(report_of(text)) == find_passages(report_of(text))
