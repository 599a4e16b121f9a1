"""Sets claims against each other: what two parties to one matter say that cannot both be so.

Each claim is in its holder's words. The order is that of the holders' codes and of time; it means
nothing, and nothing here says who is right.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from verbale.model import Claim

#: In what order kinds are listed.
KINDS = ("sovereignty", "talks", "first shot", "compliance", "legality", "blame")
#: What each kind is about, in the words of a heading.
HEADINGS = {
    "sovereignty": "whose it is",
    "talks": "who broke off the talks",
    "first shot": "who used force first",
    "compliance": "who keeps to what was agreed",
    "legality": "what the law says",
    "blame": "who is to blame",
}
#: So much of all words of two sentences must be shared for them to make one claim.
_ALIKE = 0.7
#: Words of which one sentence may not have one that the other lacks, however alike they are.
_TURNING = frozenset({"no", "not", "never", "neither", "nor", "without", "t"})
_WORD = re.compile(r"\w+")


class MadeClaim(msgspec.Struct, frozen=True, kw_only=True):
    """A claim where it was made: entry, speaker, outlet, day, all words and the telling ones."""

    claim: Claim
    entry: str
    report: str
    outlet: str | None
    speaker: str | None
    office: str | None
    day: str | None
    said: str
    words: str
    matter: str | None = None
    label: str | None = None
    parties: tuple[str, ...] = ()


class HeldClaim(msgspec.Struct, frozen=True, kw_only=True):
    """What one party claims: in its latest words, with the first and last day and all entries."""

    holder: str
    says: str
    denied: bool
    said: str
    words: str
    speakers: tuple[str, ...]
    outlets: tuple[str, ...]
    entries: tuple[str, ...]
    first: str | None
    last: str | None


class Contest(msgspec.Struct, frozen=True, kw_only=True):
    """The claims of one kind on one matter. ``opposed``: two of its parties hold some."""

    matter: str | None
    label: str | None
    parties: tuple[str, ...]
    kind: str
    opposed: bool
    held: tuple[HeldClaim, ...]


def contests(claims: Iterable[MadeClaim]) -> tuple[Contest, ...]:
    """Claims by matter and kind; the same words of one holder, or nearly so, are one claim."""
    gathered: defaultdict[tuple[str, tuple[str, ...], str], list[MadeClaim]] = defaultdict(list)
    for made in claims:
        gathered[made.matter or "", made.parties, made.claim.kind].append(made)
    found = [_contest(some) for some in gathered.values()]
    return tuple(
        sorted(
            found,
            key=lambda c: (c.matter is None, c.label or "", c.parties, KINDS.index(c.kind)),
        )
    )


def _contest(claims: Sequence[MadeClaim]) -> Contest:
    first = claims[0]
    same: list[list[MadeClaim]] = []
    for made in sorted(claims, key=lambda c: (c.day or "9", c.said, c.claim.span)):
        home = next((group for group in same if _is_again(group[0], made)), None)
        if home is None:
            same.append(home := [])
        home.append(made)
    held = [_held(some) for some in same]
    held.sort(key=lambda claim: (claim.holder, claim.first or "9", claim.words))
    holders = {claim.holder for claim in held} & set(first.parties)
    return Contest(
        matter=first.matter,
        label=first.label,
        parties=first.parties,
        kind=first.claim.kind,
        opposed=len(holders) > 1,
        held=tuple(held),
    )


def _held(claims: Sequence[MadeClaim]) -> HeldClaim:
    latest = max(claims, key=lambda c: (c.day or "", c.said))
    days = sorted(c.day for c in claims if c.day)
    return HeldClaim(
        holder=latest.claim.holder,
        says=latest.claim.says,
        denied=latest.claim.denied,
        said=latest.said,
        words=latest.words,
        speakers=tuple(dict.fromkeys(filter(None, map(_speaker, claims)))),
        outlets=tuple(dict.fromkeys(c.outlet for c in claims if c.outlet)),
        entries=tuple(c.entry for c in claims),
        first=days[0] if days else None,
        last=days[-1] if days else None,
    )


def _speaker(made: MadeClaim) -> str | None:
    return made.speaker or made.office


def _is_again(one: MadeClaim, other: MadeClaim) -> bool:
    """Whether one holder makes the same claim twice: in the same telling words, or in a sentence
    that differs by little, as two translations or two agencies' versions do."""
    if one.claim.holder != other.claim.holder or one.claim.denied != other.claim.denied:
        return False
    if _plain(one.words) == _plain(other.words):
        return True
    some, others = _words(one.said), _words(other.said)
    if (some ^ others) & _TURNING:
        return False
    return len(some & others) >= _ALIKE * len(some | others) > 0


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())


def _words(said: str) -> frozenset[str]:
    return frozenset(_WORD.findall(said.casefold()))
