"""What a report has told before a deed: who did what to whom, as it tells whom the deed concerns.

News goes on from act to act. Who answers, answers whoever acted on him; who lends a hand lends it
to the one just struck; who says more of the same says it to the same side; who speaks of the ban
speaks to whoever was last said to impose one.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from verbale.acts.clause import clause_words
from verbale.acts.codes import Codes
from verbale.acts.deed import Deed
from verbale.lexicon.wordlists import word_list

#: What calls for an answer.
_UNKIND = frozenset(
    {"ACCUSE", "REJECT", "THREATEN", "SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST"}
)


_STEM, _SHORTEST = 6, 4


class Past(NamedTuple):
    """An act told at offset ``start`` of the report's text; ``things`` are those its words name."""

    start: int
    type: str
    actor: Codes
    recipient: Codes
    things: frozenset[str] = frozenset()


class Story:
    """The acts of a report in order of place, as they are drawn."""

    def __init__(self) -> None:
        self._told: list[Past] = []

    def note(self, past: Past) -> None:
        """Keep an act for those that are told after it."""
        if past not in self._told[bisect_left(self._told, past) :][:1]:
            insort(self._told, past)

    def before(self, start: int) -> list[Past]:
        """The acts told before offset ``start``, the latest first."""
        return self._told[: bisect_left(self._told, (start,))][::-1]


def things_of(deed: Deed) -> frozenset[str]:
    """The stems of what the clause of ``deed`` names, its own verb among them."""
    return frozenset(
        word.lemma.lower()[:_STEM]
        for word in clause_words(deed.head)
        if word.pos in {"NOUN", "VERB"}
        and len(word.lemma) >= _SHORTEST
        and word.lemma.lower() not in word_list("no-matters") | word_list("empty-words")
    )


def roles(code: str, past: Sequence[Past], actor: Codes, deed: Deed) -> Iterator[str]:
    """The parts that the side ``code`` has had in the acts ``past`` (the latest first), for one who
    may be meant in ``deed``, done by ``actor`` (empty where that is asked)."""
    act_type = deed.type
    if not past:
        return
    last = past[0]
    went = "goes on" if actor and set(actor) <= set(last.actor) else "other"
    for part, codes in (("did last", last.actor), ("had last", last.recipient)):
        if code in codes:
            yield part
            yield f"{part}, {went}"
            yield f"{part}: {act_type}"
            if last.type in _UNKIND:
                yield f"{part}, unkind: {act_type}"
    named = things_of(deed) - {deed.head.lemma.lower()[:_STEM]}
    same = next((p for p in past if named & p.things), None)
    if same is not None:
        for part, codes in (("did the thing", same.actor), ("had the thing", same.recipient)):
            if code in codes:
                yield part
                yield f"{part}: {act_type}"
    own = next((p for p in past if set(actor) & {*p.actor, *p.recipient}), None)
    if own is None:
        return
    if code in own.actor and set(actor) & set(own.recipient):
        yield "did to him"
        yield f"did to him: {act_type}"
    if code in own.recipient and set(actor) & set(own.actor):
        yield "had from him"
        yield f"had from him: {act_type}"
