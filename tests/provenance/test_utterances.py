"""Tellings of one utterance, and those that only look so."""

from __future__ import annotations

import pytest

from verbale.model import Span
from verbale.provenance.utterances import Telling, match

PLACE = Span(0, 10)


def telling(id: str, words: str, **more: object) -> Telling:  # noqa: A002
    facts = {"speaker": "Ilka Orvo", "country": "XAV", "day": "2031-05-06", "direct": True}
    return Telling(id, PLACE, words, **{**facts, **more})  # type: ignore[arg-type]


def how(one: Telling, other: Telling) -> str | None:
    found = match([one], [other])
    return found[0].how if found else None


LONG = "The gates of the Quarn dam will open for the herring boats before the first frost"


def test_the_same_words_are_one_utterance() -> None:
    assert how(telling("s1", LONG), telling("s2", LONG)) == "same words"


def test_a_quotation_and_its_report_are_one_utterance() -> None:
    told = telling("s2", "the Quarn dam gates would open before the first frost", direct=False)
    assert how(telling("s1", LONG), told) == "reported speech"


def test_renderings_of_one_quotation_are_one_utterance() -> None:
    other = "Before the first frost comes, herring boats will find the Quarn gates standing open"
    assert how(telling("s1", LONG), telling("s2", other)) == "other rendering"


@pytest.mark.parametrize(
    ("words", "more"),
    [
        ("Herring boats pay the harbour of Quarn twice what they paid in the spring", {}),
        (LONG, {"speaker": "Tove Marl", "direct": False}),
        (
            "Before the first frost comes, herring boats will find the Quarn gates standing open",
            {"day": "2031-08-01"},
        ),
    ],
)
def test_other_words_other_people_and_other_days_are_not(
    words: str, more: dict[str, object]
) -> None:
    assert how(telling("s1", LONG), telling("s2", words, **more)) is None


def test_short_and_general_words_are_not_enough() -> None:
    assert how(telling("s1", "We want peace"), telling("s2", "We want peace")) is None


def test_copied_text_needs_fewer_words() -> None:
    shared = [(Span(0, 100), Span(0, 100))]
    one, other = telling("s1", "We want peace"), telling("s2", "We want peace")
    (join,) = match([one], [other], shared)
    assert (join.how, join.copied) == ("copied text", True)
