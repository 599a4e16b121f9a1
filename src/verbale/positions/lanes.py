"""Lanes: the positions of one party on one matter and target, by date.

A lane is a view of what several reports hold. It is put together anew from the stored positions
each time and edits none of them, so that the order of reading cannot matter.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec

from verbale.model import Stance, Target

#: What stands between the passages of one position.
JOINT = " … "
Account = Literal["own", "inside", "other", "outlet"]


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """A position as one report supports it, with what is needed to order, weigh and show it.

    ``id`` is the record's name for it, ``report`` the report's handle and ``number`` counts within
    that report. ``matter`` is the key of its lane and ``named`` the report's words for it.
    ``date`` is the EDTF day; ``first`` and ``last`` are the ISO days that it may mean, None while
    its year is open. ``words`` are those it rests on, ``frame`` the words around them that may tell
    how firmly it is held (the cue of its statement).
    ``speaker`` and ``office`` are of whoever spoke for the party. ``account`` tells whose telling
    it is: its own, that of somebody inside who does not speak for it (an opposition leader),
    another side's (``teller`` its code, ``told_by`` the name) or the outlet's.
    ``thing`` tells the one of several things on a target that it is about (`.objects`).
    ``background`` marks what the report only recalls.
    """

    id: str
    party: str
    matter: str
    on: Target
    stance: Stance
    named: str = ""
    condition: str | None = None
    date: str | None = None
    dated_by: Literal["said", "published"] | None = None
    first: str | None = None
    last: str | None = None
    report: str = ""
    number: int = 0
    outlet: str | None = None
    speaker: str | None = None
    office: str | None = None
    statement: str | None = None
    words: str = ""
    frame: str = ""
    account: Account = "own"
    teller: str | None = None
    told_by: str | None = None
    background: bool = False
    rule: str = ""
    thing: str = ""

    @property
    def current(self) -> bool:
        """Whether it may stand for where the party stands: its own word, and news."""
        return self.account == "own" and not self.background

    def passage(self, *holding: str | None) -> str:
        """The one of its passages to print: with the condition and what is asked for, the fullest.

        A position may rest on a headline and several sentences, which `words` joins by " … ".
        """
        wanted = [part.lower() for part in (self.condition, *holding) if part]
        return max(
            self.words.split(JOINT),
            key=lambda piece: (sum(part in piece.lower() for part in wanted), len(piece)),
        )


class Lane(msgspec.Struct, frozen=True, kw_only=True):
    """All that is told of one party on one matter and target; undated positions come last.

    Where the target is one of several things that the matter knows ("the fee", "the detainees"),
    ``thing`` is what the reports call it.
    ``matter`` is a matter's id and ``named`` its name, or words of the reports where none is known.
    ``newest`` is the ISO day of the newest dated report on the matter, from which silence counts.
    """

    party: str
    matter: str
    on: Target
    held: tuple[Held, ...]
    named: str = ""
    newest: str | None = None
    thing: str = ""


def lanes(
    positions: Iterable[Held],
    *,
    newest: Mapping[str, str] | None = None,
    names: Mapping[str, str] | None = None,
) -> tuple[Lane, ...]:
    """The lanes that the positions fall into, by matter, target, thing and party.

    By matter, ``newest`` gives the ISO day of its newest dated report, and ``names`` its name.
    """
    gathered: defaultdict[tuple[str, Target, str, str], list[Held]] = defaultdict(list)
    for held in positions:
        gathered[held.matter, held.on, held.thing, held.party].append(held)
    return tuple(
        Lane(
            party=party,
            matter=matter,
            on=on,
            held=tuple(sorted(held, key=_order)),
            named=(names or {}).get(matter) or _usual(held),
            newest=(newest or {}).get(matter),
            thing=_usual(held) if thing else "",
        )
        for (matter, on, thing, party), held in sorted(gathered.items(), key=lambda item: item[0])
    )


def _usual(positions: Iterable[Held]) -> str:
    """What the reports call the matter: the most usual wording, the fuller of two."""
    counts = Counter(held.named for held in positions)
    return min(counts, key=lambda name: (-counts[name], -len(name), name), default="")


def _order(held: Held) -> tuple[bool, str, str, str, int]:
    """By day, then by what the reports themselves say: never by the order of reading."""
    return (held.first is None, held.first or "", held.last or "", held.report, held.number)
