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

import msgspec

from eval.align import Aligned, Pair
from eval.records import GoldStatement
from eval.statements import Counts
from verbale.lexicon import Party, default_lexicon
from verbale.model import Statement

_LITTLE = frozenset(["a", "an", "the", "of", "to", "in", "at", "on", "his", "her", "its", "their"])


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
    ours, theirs = aligned.gold[pair.gold], aligned.predicted[pair.predicted]
    given, guessed = attribute.value(ours), attribute.value(theirs)
    agree = attribute.agree(ours, theirs)
    # An allowed alternative may be "none": then there is nothing to find and nothing to blame.
    if agree and (given is None or guessed is None):
        return Counts()
    return Counts(agree, guessed is not None, given is not None)


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
    return plain == also or unnamed or _same_state(one, other)


def _same_state(one: str, other: str) -> bool:
    """ "Tehran said" is "Iran" to one annotator and "Iranian government" to another."""
    named = [_state_alone(name) for name in (one, other)]
    return named[0] is not None and named[0] == named[1]


def _state_alone(name: str) -> str | None:
    """The code of the party that ``name`` is, with or without "government"; None if it is more."""
    codes = {
        match.entry.code: match.span
        for match in default_lexicon().find(name)
        if isinstance(match.entry, Party)
    }
    if len(codes) != 1:
        return None
    (code, span), *_ = codes.items()
    rest = set(plain_name(name[: span.start] + " " + name[span.end :]).split())
    return code if rest <= {"government", "of", "the", "federal"} else None


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


def _words(phrase: str) -> frozenset[str]:
    words = frozenset(plain_name(phrase).split())
    return words - _LITTLE or words


def _same_chain(one: Iterable[str], other: Iterable[str]) -> bool:
    return [plain_name(name) for name in one] == [plain_name(name) for name in other]


def _speaker_agrees(ours: GoldStatement, theirs: Statement | GoldStatement) -> bool:
    return any(same_name(name, theirs.speaker) for name in (ours.speaker, *ours.speaker_alt))


def _via_agrees(ours: GoldStatement, theirs: Statement | GoldStatement) -> bool:
    return any(_same_chain(chain, theirs.via) for chain in (ours.via, *ours.via_alt))


ATTRIBUTES: tuple[Attribute, ...] = (
    Attribute("speaker", lambda s: s.speaker, _speaker_agrees),
    Attribute("country", lambda s: s.country, lambda a, b: a.country == b.country),
    Attribute("office", lambda s: s.office, lambda a, b: _same_words(a.office, b.office)),
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
