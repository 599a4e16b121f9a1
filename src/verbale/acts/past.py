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
_NAMING = frozenset({"NOUN", "VERB"})


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


def is_bare_answer(deed: Deed) -> bool:
    """ "The invitation was accepted": what is answered is named, and nobody who answers."""
    thing = deed.head.of("nsubjpass")
    return (
        thing is not None
        and not deed.doers
        and thing.lemma.lower() in word_list("answered-things")
        and all(child.pos in {"DET", "ADV"} for child in thing.children)
    )


def things_of(deed: Deed) -> frozenset[str]:
    """The stems of what the clause of ``deed`` names, its own verb among them."""
    vague, empty = word_list("no-matters"), word_list("empty-words")
    lemmas = (word.lemma.lower() for word in clause_words(deed.head) if word.pos in _NAMING)
    return frozenset(
        lemma[:_STEM]
        for lemma in lemmas
        if len(lemma) >= _SHORTEST and lemma not in vague and lemma not in empty
    )


class Lately(NamedTuple):
    """What was told before a deed: the ``last`` act, the last about the ``same`` thing, and the
    last that its actor had part in (``own``)."""

    last: Past
    same: Past | None
    own: Past | None


def lately(past: Sequence[Past], actor: Codes, deed: Deed) -> Lately | None:
    """What of ``past`` (the latest first) tells whom ``deed`` concerns, done by ``actor`` (empty
    where that is asked); None at the beginning."""
    if not past:
        return None
    named = things_of(deed) - {deed.head.lemma.lower()[:_STEM]}
    same = next((one for one in past if not named.isdisjoint(one.things)), None)
    own = next((one for one in past if set(actor) & {*one.actor, *one.recipient}), None)
    return Lately(past[0], same, own)


def roles(code: str, told: Lately | None, actor: Codes, act_type: str) -> Iterator[str]:
    """The parts that the side ``code`` has had in what was ``told`` before an act of ``act_type``
    by ``actor``, for one who may be meant in it."""
    if told is None:
        return
    last, same, own = told
    went = "goes on" if actor and set(actor) <= set(last.actor) else "other"
    for part, codes in (("did last", last.actor), ("had last", last.recipient)):
        if code in codes:
            yield part
            yield f"{part}, {went}"
            yield f"{part}: {act_type}"
            if last.type in _UNKIND:
                yield f"{part}, unkind: {act_type}"
    if same is not None:
        for part, codes in (("did the thing", same.actor), ("had the thing", same.recipient)):
            if code in codes:
                yield part
                yield f"{part}: {act_type}"
    if own is None:
        return
    if code in own.actor and set(actor) & set(own.recipient):
        yield "did to him"
        yield f"did to him: {act_type}"
    if code in own.recipient and set(actor) & set(own.actor):
        yield "had from him"
        yield f"had from him: {act_type}"
