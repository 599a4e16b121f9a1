"""The ledger: entries that only ever grow, and what they amount to.

All entries on one field of one anchor form a chain: each names the one before it. What counts is
the last one that is not undone. Two ledgers that share a beginning can be joined; where both went
on differently, neither is overwritten and a person has to say.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from verbale.model import Anchor, Correction, Value

_DIGITS = 10
Target = tuple[Anchor, str]


class Conflict(msgspec.Struct, frozen=True, kw_only=True):
    """Two decisions on one thing, made apart from each other."""

    mine: Correction
    theirs: Correction


class Joined(NamedTuple):
    """What of the entries offered is new, known already, or contradicts the ledger."""

    new: tuple[Correction, ...]
    known: int
    conflicts: tuple[Conflict, ...]


def signed(correction: Correction) -> Correction:
    """The correction with the id that its contents give it."""
    return msgspec.structs.replace(correction, id=_digest(correction))


def is_signed(correction: Correction) -> bool:
    """Whether the id is that of the contents, so that nobody changed them on the way."""
    return correction.id == _digest(correction)


def _digest(correction: Correction) -> str:
    bare = msgspec.structs.replace(correction, id="")
    return hashlib.sha256(msgspec.json.encode(bare)).hexdigest()[:_DIGITS]


def target(correction: Correction) -> Target:
    """What an entry decides on. Where the words stood does not matter to what they are."""
    anchor = correction.anchor
    if anchor.quote is not None:
        quote = msgspec.structs.replace(anchor.quote, start=0)
        anchor = msgspec.structs.replace(anchor, quote=quote)
    return anchor, correction.field


def heads(entries: Iterable[Correction]) -> dict[Target, Correction]:
    """The last entry of each chain; ``entries`` come in the order of the ledger."""
    return {target(entry): entry for entry in entries}


def undone(entries: Iterable[Correction]) -> frozenset[str]:
    """The ids of the entries that were taken back."""
    return frozenset(entry.undoes for entry in entries if entry.undoes is not None)


def current(entries: Sequence[Correction]) -> tuple[Correction, ...]:
    """The decisions that count, one a chain, by time; ``entries`` in the order of the ledger."""
    gone = undone(entries)
    standing = (e for e in entries if e.undoes is None and e.id not in gone)
    return tuple(sorted(heads(standing).values(), key=lambda entry: (entry.at, entry.id)))


def join(mine: Sequence[Correction], theirs: Iterable[Correction]) -> Joined:
    """What a ledger takes over of another one's entries."""
    ids, last = {entry.id for entry in mine}, heads(mine)
    new: list[Correction] = []
    conflicts: dict[Target, Conflict] = {}
    known = 0
    for entry in theirs:
        what = target(entry)
        head = last.get(what)
        if entry.id in ids:
            known += 1
        elif head is None or entry.after == head.id:
            new.append(entry)
            ids.add(entry.id)
            last[what] = entry
        elif _agree(head, entry):
            known += 1
        else:
            conflicts[what] = Conflict(mine=head, theirs=entry)
    return Joined(tuple(new), known, tuple(conflicts.values()))


def _agree(one: Correction, other: Correction) -> bool:
    """Whether two entries leave the same behind."""
    return outcome_of(one) == outcome_of(other)


def outcome_of(entry: Correction) -> tuple[bool, Value]:
    """Whether an entry decides or takes back, and the value it decides on."""
    return entry.undoes is None, None if entry.undoes else entry.new
