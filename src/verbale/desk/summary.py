"""What came of a reading: one step a document, and their sum."""

from __future__ import annotations

from collections import Counter
from typing import Literal

import msgspec

Outcome = Literal["new", "updated", "unchanged", "reannotated", "forgotten", "skipped"]
_READ: tuple[Outcome, ...] = ("new", "updated", "reannotated")


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One document dealt with. ``reason`` and ``kind`` (the error's class) tell of skips, and
    ``retry_after`` the seconds that a server asked us to wait."""

    origin: str
    outcome: Outcome
    reason: str | None = None
    kind: str | None = None
    retry_after: float | None = None
    report: str | None = None
    statements: int = 0
    undated: bool = False
    unserved: bool = False


class Skip(msgspec.Struct, frozen=True, kw_only=True):
    """An input that could not be read, and why."""

    origin: str
    kind: str
    reason: str


class ReadSummary(msgspec.Struct, frozen=True, kw_only=True):
    """The sum of a reading.

    ``read`` counts documents annotated in this run: new, updated and reannotated ones. ``undated``
    and ``unserved`` (in a language not served) are those among them. ``passed_over`` counts files
    left alone on purpose, by reason; ``skipped`` lists what could not be read. ``interrupted``
    says that the rest was left for another time.
    """

    read: int
    new: int
    updated: int
    reannotated: int
    unchanged: int
    forgotten: int
    statements: int
    undated: int
    unserved: int
    skipped: tuple[Skip, ...]
    passed_over: dict[str, int]
    lexicons: tuple[str, ...]
    interrupted: bool
    seconds: float

    @property
    def seen(self) -> int:
        """How many documents there were, whatever came of each."""
        return self.read + self.unchanged + self.forgotten + len(self.skipped)


class Tally:
    """Adds up steps."""

    def __init__(self) -> None:
        self._outcomes: Counter[Outcome] = Counter()
        self._skipped: list[Skip] = []
        self._statements = self._undated = self._unserved = 0

    def add(self, step: Step) -> None:
        """Count one step."""
        self._outcomes[step.outcome] += 1
        self._statements += step.statements
        self._undated += step.undated
        self._unserved += step.unserved
        if step.outcome == "skipped":
            skip = Skip(origin=step.origin, kind=step.kind or "", reason=step.reason or "")
            self._skipped.append(skip)

    def summary(
        self,
        *,
        passed_over: Counter[str],
        lexicons: tuple[str, ...],
        interrupted: bool,
        seconds: float,
    ) -> ReadSummary:
        """The sum so far."""
        counts = self._outcomes
        return ReadSummary(
            read=sum(counts[outcome] for outcome in _READ),
            new=counts["new"],
            updated=counts["updated"],
            reannotated=counts["reannotated"],
            unchanged=counts["unchanged"],
            forgotten=counts["forgotten"],
            statements=self._statements,
            undated=self._undated,
            unserved=self._unserved,
            skipped=tuple(self._skipped),
            passed_over=dict(sorted(passed_over.items())),
            lexicons=lexicons,
            interrupted=interrupted,
            seconds=round(seconds, 3),
        )
