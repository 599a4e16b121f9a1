"""One position for what one voice says of one target in several passages."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from verbale.model import Position

_FRIENDLY = frozenset({"open", "supports", "conditional", "unclear"})
_FIRMNESS = ("unclear", "open", "supports", "conditional", "refuses")


class Draft(msgspec.Struct, frozen=True):
    """A position as one passage gives it. ``speaker`` is None where nobody is named."""

    position: Position
    speaker: str | None
    body: bool


def gather(drafts: Sequence[Draft]) -> tuple[Position, ...]:
    """The positions of a report, numbered from 1 in order of place.

    Two voices of one party with different stances stay two; what a headline alone says of a party
    is left out where the body says anything of where that party stands.
    """
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (not d.body, d.position.evidence[0])):
        at = next((n for n, other in enumerate(kept) if _same(draft, other)), None)
        if at is not None:
            kept[at] = msgspec.structs.replace(kept[at], position=_joined(kept[at], draft))
        elif draft.body or not any(_same_party(draft, other) for other in kept):
            kept.append(draft)
    positions = sorted((d.position for d in kept), key=lambda p: p.evidence[0])
    return tuple(msgspec.structs.replace(p, id=n) for n, p in enumerate(positions, 1))


def _same_party(one: Draft, other: Draft) -> bool:
    return one.position.party == other.position.party


def _same(one: Draft, other: Draft) -> bool:
    a, b = one.position, other.position
    if (a.party, a.on, a.background) != (b.party, b.on, b.background):
        return False
    if not _same_matter(a, b) or _is_told(a) != _is_told(b):
        return False
    if a.stance == b.stance and (a.condition is None or b.condition is None):
        return True
    if _named(one) and _named(other) and one.speaker != other.speaker:
        return False
    # one voice that is ready in general and ready on a condition is ready on that condition
    return "conditional" in {a.stance, b.stance} or {a.stance, b.stance} <= _FRIENDLY


def _named(draft: Draft) -> bool:
    """Whether its voice has a name of its own: "the minister" may be whoever is named next."""
    told = _is_told(draft.position)
    return bool(draft.speaker) and (told or not (draft.speaker or "").startswith("unnamed"))


def _is_told(position: Position) -> bool:
    """Whether it is another side's account, which must not pass for the party's own word."""
    return position.rule.endswith("; by-other")


def _same_matter(one: Position, other: Position) -> bool:
    """Whether two names mean one matter: the same last word, or one name within the other."""
    mine, theirs = one.matter.lower().split(), other.matter.lower().split()
    return (
        one.on in {"talks", "relations"}
        or mine[-1:] == theirs[-1:]
        or set(mine) <= set(theirs)
        or set(theirs) <= set(mine)
    )


def _joined(kept: Draft, more: Draft) -> Position:
    one, other = kept.position, more.position
    spans = [s for s in other.evidence if not any(s.overlaps(have) for have in one.evidence)]
    conditional = one if one.condition else other if other.condition else None
    return msgspec.structs.replace(
        one,
        evidence=tuple(sorted({*one.evidence, *spans})),
        stance="conditional" if conditional else _firmer(one.stance, other.stance),
        condition=conditional.condition if conditional else None,
        matter=max(one.matter, other.matter, key=lambda name: len(name.split())),
        statement=one.statement or other.statement,
    )


def _firmer(one: str, other: str) -> str:
    return max(one, other, key=_FIRMNESS.index)
