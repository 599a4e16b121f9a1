"""Corrections in words: what was changed, by whom, and what became of it."""

from __future__ import annotations

from verbale.cli.display.terminal import note, say
from verbale.corrections import REJECTED, SAME_AS, key_of
from verbale.matters.decided import APART, MERGED
from verbale.model import ActorKey, Correction, Value
from verbale.record import CorrectionRow

_ARROW = " → "
_FIELDS = {"said_on": "said on", "to": "addressee", "date": "day", "published": "day published"}


def change(correction: Correction) -> str:
    """``speaker: Muto → Akira Muto``."""
    if correction.field == SAME_AS:
        return _identity(correction)
    if correction.anchor.kind == "matter":
        return _matter(correction)
    if correction.anchor.kind == "reuse":
        return "has nothing from another report that shares words with it"
    if correction.anchor.kind == "utterance":
        return "is another utterance than the one it was taken for"
    if correction.field == REJECTED:
        return f"not {_article(correction.anchor.kind)}"
    name = _FIELDS.get(correction.field, correction.field)
    if correction.old == correction.new:
        return f"{name}: {value(correction.new)}, confirmed"
    return f"{name}: {value(correction.old)}{_ARROW}{value(correction.new)}"


def value(told: Value) -> str:
    """A value as it is read; ``-`` for none."""
    if isinstance(told, tuple):
        return ", ".join(told) or "-"
    if isinstance(told, bool):
        return "yes" if told else "no"
    return told or "-"


def about(row: CorrectionRow) -> str:
    """What a correction is about: the words it is anchored in, or the report, or a name."""
    anchor = row.correction.anchor
    if anchor.quote is not None:
        return f"“{' '.join(anchor.quote.exact.split())}”"
    return person(key_of(anchor.subject)) if anchor.kind == "identity" else anchor.subject


def state(row: CorrectionRow) -> str:
    """What became of it, and why where that needs saying."""
    told = "the machine agrees" if row.state == "agrees" else row.state
    return f"{told}: {row.why}" if row.why and row.state != "applied" else told


def signature(correction: Correction) -> str:
    """Who decided, and when."""
    return f"{correction.author}, {correction.at[:10]}"


def sentence(row: CorrectionRow) -> str:
    """All of it on one line, for the page of an entry."""
    correction = row.correction
    reason = f": {correction.reason}" if correction.reason else ""
    told = f"{change(correction)} (by {signature(correction)}{reason})"
    return f"{told} [{state(row)}]"


def tell_decided(row: CorrectionRow) -> None:
    """What was decided just now, and how to take it back."""
    say(change(row.correction))
    note(f"Take it back with: verbale corrections undo {row.correction.id}", "dim")


def person(key: ActorKey) -> str:
    """``Akira Muto (JPN)``; with the report where only that one's is meant."""
    told = f"{key.name} ({key.country})" if key.country else key.name
    return f"{told} in {key.lineage}" if key.lineage else told


def _identity(correction: Correction) -> str:
    who = person(key_of(correction.anchor.subject))
    if isinstance(correction.new, str):
        return f"{who} is {person(key_of(correction.new))}"
    return f"{who} is nobody else"


def _matter(correction: Correction) -> str:
    new, subject = correction.new, correction.anchor.subject
    if isinstance(new, tuple):
        of = f"{', '.join(new[1:])} of {'-'.join(new[0].split())}"
        return f"{subject} is {of}, apart" if correction.field == APART else f"{subject} keeps {of}"
    if correction.field == MERGED:
        return f"{subject} is {new}"
    return f"{subject} is called “{new}”, not “{correction.old}”"


def _article(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"


def tell_apart(one: str, other: str, made: Correction) -> None:
    """That two things stand apart from now on, and by which decision."""
    note(f"{one} and {other} stand apart (decision {made.id}, {signature(made)}).")
