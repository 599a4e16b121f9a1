"""Tellings of one utterance, and those that only look so."""

from __future__ import annotations

import pytest

from verbale.model import Span
from verbale.provenance.utterances import Join, Shared, Telling, Tellings, match, near

PLACE = Span(0, 10)


def telling(id: str, words: str, **more: object) -> Telling:  # noqa: A002
    facts = {"speaker": "Ilka Orvo", "country": "XAV", "day": "2031-05-06", "direct": True}
    return Telling(id, PLACE, words, **{**facts, **more})  # type: ignore[arg-type]


def joined(one: Telling, *others: Telling, shared: Shared = ()) -> list[Join]:
    here, there = Tellings([one]), Tellings(others)
    return match(near(here, there, here.by_id, there.by_id), shared)


def how(one: Telling, other: Telling) -> str | None:
    found = joined(one, other)
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


STREET = "The sea between us is a street, and nobody walls up a street because of a thief"
LANE = "If a thief comes down the lane you do not close the lane, and the lane is the sea"
POT = "Visitors who finish the pot need not wait for a second call"
GUEST = "A guest who empties the pot is not asked to eat here again"


def test_quotations_of_one_person_in_other_english_words_are_one_utterance() -> None:
    assert how(telling("s1", STREET), telling("s2", LANE)) == "other rendering"
    assert how(telling("s1", STREET), telling("s2", LANE, speaker=None)) is None
    assert how(telling("s1", STREET), telling("s2", LANE, day="2031-05-20")) is None
    assert how(telling("s1", STREET), telling("s2", LANE, direct=False)) is None


def test_quotations_put_into_english_from_one_language_need_fewer_words() -> None:
    one, other = telling("s1", POT), telling("s2", GUEST)
    assert how(one, other) is None
    assert how(one._replace(tongue="malay"), other._replace(tongue="malay")) == "other rendering"
    assert how(one._replace(tongue="malay"), other._replace(tongue="any")) == "other rendering"
    assert how(one._replace(tongue="malay"), other._replace(tongue="tamil")) is None


def test_of_two_renderings_that_fit_alike_neither_is_taken() -> None:
    one = telling("s1", "The ferry is late and the fee is high", tongue="malay")
    rivals = [
        telling("s2", "The ferry waits for nobody who is rich", tongue="malay"),
        telling("s3", "The ferry waits for nobody who is poor", tongue="malay"),
    ]
    assert joined(one, *rivals) == []


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
    (join,) = joined(one, other, shared=shared)
    assert (join.how, join.copied) == ("copied text", True)
