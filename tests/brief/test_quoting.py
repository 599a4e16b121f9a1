from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.brief.quoting import excerpt, in_context, parts, quoted, stands
from verbale.model import Span, Statement

TEXT = (
    'Olt Grim said on Monday that the pier, citing rot, was closed. "We wait," he said. "We hope."'
)


def place(words: str) -> Span:
    at = TEXT.index(words)
    return Span(at, at + len(words))


def statement(source: str, cue: str, *content: str, kind: str = "indirect") -> Statement:
    return Statement(
        id=1,
        source=(place(source),),
        cue=(place(cue),),
        content=tuple(map(place, content)),
        type=kind,  # type: ignore[arg-type]
    )


def test_a_cue_before_its_content_is_quoted_with_it() -> None:
    found = quoted(TEXT, statement("Olt Grim", "said", "the pier", "was closed"))
    assert found.form == "reported"
    assert excerpt(TEXT, found.spans, 200) == (
        "said on Monday that the pier, citing rot, was closed"
    )


def test_own_words_are_quoted_without_their_frame() -> None:
    found = quoted(TEXT, statement("he", "said.", "We wait,", "We hope.", kind="direct"))
    assert found.form == "direct"
    assert excerpt(TEXT, found.spans, 200) == "We wait, […] We hope."


def test_pieces_with_only_marks_between_are_one() -> None:
    text = "“One.”\n\n“Two.”"
    assert parts(text, (Span(1, 5), Span(9, 13))) == ("One. Two.",)


@pytest.mark.parametrize(
    ("longest", "shown"),
    [
        (39, "One two three four. Five six seven […]"),
        (25, "One two three four. […]"),
        (500, "One two three four. Five six seven eight nine ten."),
    ],
)
def test_long_words_are_cut_between_words(longest: int, shown: str) -> None:
    text = "One two three four. Five six seven eight nine ten."
    assert excerpt(text, (Span(0, len(text)),), longest) == shown


@pytest.mark.parametrize(
    "shown",
    [
        "the pier was closed",
        "he pier",
        "the pie",
        "the pier […] was close",
        "was closed […] the pier",
        "the Pier",
        "",
        "[…]",
        "was closed",
        "the pier […] closed",
    ],
)
def test_other_words_do_not_stand(shown: str) -> None:
    assert not stands(shown, TEXT, (place("the pier"), place("was closed")))


@given(st.text(), st.data())
def test_every_excerpt_stands_where_it_was_taken(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=6)))
    spans = tuple(Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False))
    shown = excerpt(text, spans, data.draw(st.integers(1, 60)))
    assert stands(shown, text, spans) or not parts(text, spans)


@given(st.text(min_size=1), st.data())
def test_a_passage_in_context_holds_it_and_stays_inside(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text)))).stripped(text)
    wider = in_context(text, span) if span else span
    assert wider.covers(span)
    assert 0 <= wider.start <= wider.end <= len(text)
