"""Scores what a statement says beside its three places, over pairs whose content was found.

Each attribute yields `Counts`: how often prediction and gold agree on a value, how many
predictions give one, how many golds do. A value is anything but the default (no speaker,
``affirms``, not nested ...), so that a reader who never says ``denies`` does not look right.
Names agree when equal without case, accents, leading "the" and punctuation, or when both are
unnamed; free words (office, addressee, venue) when half of their words are the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Hashable, Iterable
from typing import Literal

import msgspec

from eval.align import Aligned, Pair
from eval.records import GoldStatement
from eval.statements import Counts
from verbale.lexicon import Institution, Outlet, Party, default_lexicon
from verbale.lexicon.entries import key_of
from verbale.model import Statement

_JOINING = frozenset(["of", "the", "in", "for", "s", "to"])
_GOVERNING = frozenset(["government", "governments", "federal"])
_PREPOSITION = re.compile(r" (?:of|to|for|at|in|on|with) ")
_LITTLE = frozenset(["a", "an", "the", "of", "to", "in", "at", "on", "his", "her", "its", "their"])


Verdict = Literal["right", "missing", "wrong", "spurious"]


class Attribute(msgspec.Struct, frozen=True):
    """One attribute: its name, its value (None when default), and when two values agree."""

    name: str
    value: Callable[[Statement | GoldStatement], Hashable]
    agree: Callable[[GoldStatement, Statement | GoldStatement], bool]


def count(aligned: Aligned) -> dict[str, Counts]:
    """The counts of every attribute, in `NAMES` order, over the found pairs of one document."""
    pairs = [pair for pair in aligned.found if not aligned.gold[pair.gold].uncertain]
    counted = {
        attribute.name: sum((_one(attribute, aligned, pair) for pair in pairs), Counts())
        for attribute in ATTRIBUTES
    }
    return counted | {"nested_in": sum((_nesting(aligned, pair) for pair in pairs), Counts())}


def _one(attribute: Attribute, aligned: Aligned, pair: Pair) -> Counts:
    found = verdict(attribute, aligned, pair)
    if found is None:
        return Counts()
    return Counts(found == "right", found != "missing", found != "spurious")


def verdict(attribute: Attribute, aligned: Aligned, pair: Pair) -> Verdict | None:
    """How the values of a found pair compare; None where there is nothing to find or to blame."""
    ours, theirs = aligned.gold[pair.gold], aligned.predicted[pair.predicted]
    given, guessed = attribute.value(ours), attribute.value(theirs)
    if attribute.agree(ours, theirs):
        # An allowed alternative may be "none": then there is nothing to find.
        return "right" if given is not None and guessed is not None else None
    if guessed is None:
        return "missing"
    if given is not None:
        return "wrong"
    neutral = attribute.name == "office" and _held(aligned, ours, theirs)
    return None if neutral else "spurious"


def _held(aligned: Aligned, ours: GoldStatement, theirs: Statement | GoldStatement) -> bool:
    """Whether the gold gives the speaker this office at another statement of the report.

    The guidelines ask for it "only where it holds", and it holds for the person: annotators write
    it where the source words name it and leave it out at the "he" that follows.
    """
    return any(
        other.office
        and same_name(other.speaker, ours.speaker)
        and _same_office(other.office, theirs.office)
        for other in aligned.gold
    )


def _nesting(aligned: Aligned, pair: Pair) -> Counts:
    """Right when the carrier predicted is the one that the gold carrier was aligned with."""
    carrier = aligned.gold[pair.gold].nested_in
    guessed = aligned.predicted[pair.predicted].nested_in
    if carrier is None and guessed is None:
        return Counts()
    right = any(
        aligned.gold[other.gold].number == carrier
        and number_of(aligned.predicted[other.predicted]) == guessed
        for other in aligned.pairs
    )
    return Counts(right, guessed is not None, carrier is not None)


def number_of(statement: Statement | GoldStatement) -> int:
    """What another statement's ``nested_in`` calls this one."""
    return statement.id if isinstance(statement, Statement) else statement.number


def same_name(one: str | None, other: str | None) -> bool:
    """Whether two speakers, countries or outlets are the same by name."""
    if one is None or other is None:
        return one is other
    plain, also = plain_name(one), plain_name(other)
    unnamed = plain.startswith("unnamed") and also.startswith("unnamed")
    return plain == also or unnamed or _same_members(one, other) or _described(one, other)


def _same_members(one: str, other: str) -> bool:
    """Lists are the same member by member, in any order and with any commas; an institution is
    the same under a state's name, adjective or capital ("Embassy of China in Lima")."""
    members, others = ({_key(part) for part in _parts(name)} for name in (one, other))
    return members == others and frozenset() not in members


def _parts(name: str) -> list[str]:
    return [part for part in re.split(r",\s+(?:and\s+)?|\s+and\s+", name) if part.strip()]


def _key(name: str) -> frozenset[str]:
    """What a name is made of: codes of parties, known institutions and plain words.

    A government is its state: "Tehran said" is "Iran" to one annotator and "Iranian government" to
    another. The guidelines name an institution "as a state's" and leave the order of words open.
    """
    parts: list[str] = []
    at = 0
    for match in default_lexicon().find(name):
        if isinstance(match.entry, Party | Institution | Outlet):
            parts += [*plain_name(name[at : match.span.start]).split(), key_of(match.entry)]
            at = match.span.end
    words = frozenset([*parts, *plain_name(name[at:]).split()]) - _JOINING
    return words - _GOVERNING or words


def _described(one: str, other: str) -> bool:
    """ "fishermen of Paita" are "unnamed fishermen": who has no name may be described instead."""
    if not other.startswith("unnamed "):
        one, other = other, one
    noun = other.removeprefix("unnamed ")
    return noun != other and one[:1].islower() and noun.split()[-1] in plain_name(one).split()


def plain_name(name: str) -> str:
    """Without case, accents, a leading "the", punctuation or possessive."""
    letters = unicodedata.normalize("NFKD", name).casefold()
    letters = re.sub(r"[’']s\b", "", "".join(c for c in letters if not unicodedata.combining(c)))
    return re.sub(r"^the ", "", " ".join(re.findall(r"\w+", letters)))


def _same_words(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return one is other
    words, others = _words(one), _words(other)
    return 2 * len(words & others) >= len(words | others)


def _same_office(one: str | None, other: str | None) -> bool:
    """As `_same_words`; an office with and without what it is over is one: "ambassador to Peru"."""
    if one is None or other is None:
        return one is other
    bare, also = (_PREPOSITION.split(plain_name(office))[0] for office in (one, other))
    return _same_words(one, other) or _same_words(bare, also)


def _words(phrase: str) -> frozenset[str]:
    words = frozenset(plain_name(phrase).split())
    return words - _LITTLE or words


def _same_chain(one: Iterable[str], other: Iterable[str]) -> bool:
    names, others = tuple(one), tuple(other)
    return len(names) == len(others) and all(map(same_name, names, others))


def _speaker_agrees(ours: GoldStatement, theirs: Statement | GoldStatement) -> bool:
    return any(same_name(name, theirs.speaker) for name in (ours.speaker, *ours.speaker_alt))


def _via_agrees(ours: GoldStatement, theirs: Statement | GoldStatement) -> bool:
    return any(_same_chain(chain, theirs.via) for chain in (ours.via, *ours.via_alt))


ATTRIBUTES: tuple[Attribute, ...] = (
    Attribute("speaker", lambda s: s.speaker, _speaker_agrees),
    Attribute("country", lambda s: s.country, lambda a, b: a.country == b.country),
    Attribute("office", lambda s: s.office, lambda a, b: _same_office(a.office, b.office)),
    Attribute("via", lambda s: s.via or None, _via_agrees),
    Attribute("to", lambda s: s.to, lambda a, b: _same_words(a.to, b.to)),
    Attribute("venue", lambda s: s.venue, lambda a, b: _same_words(a.venue, b.venue)),
    Attribute("said_on", lambda s: s.said_on, lambda a, b: a.said_on == b.said_on),
    Attribute(
        "polarity",
        lambda s: None if s.polarity == "affirms" else s.polarity,
        lambda a, b: a.polarity == b.polarity,
    ),
    Attribute("attitude", lambda s: not s.speech or None, lambda a, b: a.speech == b.speech),
    Attribute(
        "background",
        lambda s: s.background or None,
        lambda a, b: a.background == b.background,
    ),
    Attribute("type", lambda s: s.type, lambda a, b: a.type == b.type),
    Attribute("zone", lambda s: s.zone, lambda a, b: a.zone == b.zone),
)
NAMES: tuple[str, ...] = (*(attribute.name for attribute in ATTRIBUTES), "nested_in")
