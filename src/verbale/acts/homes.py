"""Homes: for whom speakers speak whose state the report never says.

A report on two states rarely says whose minister each of its ministers is. Who accuses, thanks or
calls on one of the two speaks for the other; where all that somebody says to the two points the
same way, that is taken for his side throughout the report.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from verbale.model import Statement

#: Kinds of act that are said to the other side, so that they tell who does not speak.
TELLING = frozenset({"ACCUSE", "REQUEST", "SUPPORT", "REJECT", "THREATEN"})


class Vote(NamedTuple):
    """One hint that ``speaker`` speaks for ``code``."""

    speaker: str
    code: str


def homes_of(votes: Iterable[Vote]) -> dict[str, str]:
    """The side of each speaker whose hints all say the same."""
    cast: dict[str, Counter[str]] = {}
    for vote in votes:
        cast.setdefault(vote.speaker, Counter())[vote.code] += 1
    return {speaker: next(iter(codes)) for speaker, codes in cast.items() if len(codes) == 1}


def at_home(statements: Sequence[Statement], homes: Mapping[str, str]) -> tuple[Statement, ...]:
    """``statements``, those without a country given the home of their speaker, if there is one."""
    return tuple(
        msgspec.structs.replace(s, country=s.country or homes.get(s.speaker or ""))
        for s in statements
    )
