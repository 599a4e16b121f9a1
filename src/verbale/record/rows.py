"""What the record answers with: one frozen row a kind of entry, each with its public id.

Public ids are ``r`` report, ``s`` statement, ``a`` actor, ``e`` act (event), ``p`` position and a
number that this record never gives twice. Offsets are characters of the current version's text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, Literal, TypeVar

import msgspec

from verbale.corrections import Conflict
from verbale.model import Act, Actor, Correction, Given, Matter, Position, Report, Spans, Statement

AddedKind = Literal["new", "unchanged", "updated", "reannotated", "forgotten"]
Happened = Literal["added", "changed", "moved", "removed", "forgotten"]
CorrectionState = Literal["applied", "agrees", "orphaned", "overruled", "replaced", "undone"]
R = TypeVar("R")


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One difference between two annotations of a report, in words and never in offsets.

    ``what`` is ``headline``, ``outlet``, ``authors``, ``agencies``, ``dateline``, ``published``,
    ``updated``, ``language``, ``flags``, ``body`` (a paragraph) or ``statement``. Where only one
    property of a statement differs, ``what`` is ``statement.`` and its name and ``about`` quotes
    the statement.
    """

    what: str
    how: Literal["added", "removed", "changed"]
    old: str | None = None
    new: str | None = None
    about: str | None = None


class Added(msgspec.Struct, frozen=True, kw_only=True):
    """What `Record.add` did. ``report_id`` is None for a forgotten report.

    ``current`` is False when the version was kept as an older one than the record shows.
    ``changes`` compare what the record showed before with what it shows now.
    """

    report_id: str | None
    kind: AddedKind
    changes: tuple[Change, ...] = ()
    current: bool = True


class ReportRow(msgspec.Struct, frozen=True, kw_only=True):
    """A report in its current version; ``report.text`` is left empty (see `Record.annotation`)."""

    id: str
    handle: str
    lineage: str
    origin: str
    report: Report
    version: str
    versions: int
    code: str
    read_at: str
    statements: int
    acts: int
    positions: int

    @property
    def headline(self) -> str | None:
        """The headline's words."""
        return self.report.headline.text if self.report.headline else None

    @property
    def outlet(self) -> str | None:
        """The outlet's name."""
        return self.report.outlet

    @property
    def published(self) -> str | None:
        """The EDTF day of publication."""
        return self.report.published.date if self.report.published else None


class InReport(msgspec.Struct, frozen=True, kw_only=True):
    """What every entry says of the report it stands in. ``report`` is the ``r`` id."""

    id: str
    report: str
    handle: str
    headline: str | None
    outlet: str | None
    published: str | None


class StatementRow(InReport, frozen=True, kw_only=True):
    """A statement with its quoted words.

    ``date`` is the effective EDTF day: the day said, else the day published (``dated_by`` tells).
    ``nested_in`` is the ``s`` id of the statement around it.
    """

    statement: Statement
    source_words: str
    cue_words: str
    content_words: str
    date: str | None
    dated_by: Literal["said", "published"] | None
    nested_in: str | None


class ActorRow(InReport, frozen=True, kw_only=True):
    """Somebody as one report knows them."""

    actor: Actor


class ActRow(InReport, frozen=True, kw_only=True):
    """An act; ``statement`` is the ``s`` id of the statement it is or stands in."""

    act: Act
    evidence_words: str
    date: str | None
    dated_by: Literal["act", "said", "published"] | None
    statement: str | None


class PositionRow(InReport, frozen=True, kw_only=True):
    """A position that one report supports; ``statement`` is an ``s`` id."""

    position: Position
    evidence_words: str
    date: str | None
    dated_by: Literal["said", "published"] | None
    statement: str | None


class MatterRow(msgspec.Struct, frozen=True, kw_only=True):
    """A matter, how many entries are about it, and the days of the reports that they stand in."""

    matter: Matter
    statements: int
    acts: int
    positions: int
    first_day: str | None
    last_day: str | None

    @property
    def label(self) -> str:
        """Name and parties: ``peace treaty, JPN-RUS``."""
        return f"{self.matter.name}, {'-'.join(self.matter.parties)}"


class MatterLinkRow(msgspec.Struct, frozen=True, kw_only=True):
    """That an entry (its public id) is about a matter, how surely, and why."""

    entry: str
    matter: Matter
    score: float
    reason: str


class RosterRow(msgspec.Struct, frozen=True, kw_only=True):
    """Actors of all reports under one name, kind and country; nobody says they are one person.

    But a person may have: ``also`` are the other names that were decided to mean the same, and
    ``apart`` is the lineage of the one report whose actor was decided to be nobody else.
    """

    name: str
    kind: str
    country: str | None
    offices: tuple[str, ...]
    reports: int
    ids: tuple[str, ...]
    also: tuple[str, ...] = ()
    apart: str | None = None


class VersionRow(msgspec.Struct, frozen=True, kw_only=True):
    """The bytes of a report at one time; ``version`` is their sha256."""

    version: str
    report: str
    origin: str
    media: str
    charset: str | None
    given: Given
    size: int
    code: str
    read_at: str
    drawn_at: str
    current: bool


class HistoryRow(msgspec.Struct, frozen=True, kw_only=True):
    """One step in the life of a drawn row. ``old`` and ``new`` are its JSON before and after.

    ``correction`` is the id of the decision that made it, with who decided and why; None where
    reading made it.
    """

    at: str
    code: str
    report: str
    version: str | None
    entry: str
    what: Happened
    old: str | None
    new: str | None
    correction: str | None = None
    author: str | None = None
    reason: str | None = None


class CorrectionRow(msgspec.Struct, frozen=True, kw_only=True):
    """A decision of a person and what became of it.

    ``state``: see `verbale.corrections.State`; ``replaced`` by a later one on the same thing,
    ``undone``. ``entry`` and ``report`` are public ids, None where the record has no such thing;
    ``why`` is about the state.
    """

    correction: Correction
    state: CorrectionState
    entry: str | None = None
    report: str | None = None
    why: str = ""


class Imported(msgspec.Struct, frozen=True, kw_only=True):
    """What came of corrections from elsewhere.

    ``known`` were there already. ``conflicts`` say otherwise than this record, which was left as
    it is; ``forgotten`` are about reports that were forgotten here, and stay out.
    """

    new: tuple[CorrectionRow, ...]
    known: int
    conflicts: tuple[Conflict, ...]
    forgotten: int


class SkipRow(msgspec.Struct, frozen=True, kw_only=True):
    """An input that was not read the last time, and why. ``kind`` is the error's class name."""

    name: str
    kind: str
    reason: str
    at: str


class Counts(msgspec.Struct, frozen=True, kw_only=True):
    """How much the record holds. ``first_day`` and ``last_day`` bound the publication days."""

    reports: int
    versions: int
    statements: int
    actors: int
    acts: int
    positions: int
    skips: int
    forgotten: int
    first_day: str | None
    last_day: str | None
    outlets: tuple[tuple[str, int], ...]


class OpenQuestions(msgspec.Struct, frozen=True, kw_only=True):
    """What the record cannot tell.

    ``undated``: reports without a day or its year; ``inferred``: reports whose day was worked out
    (from "6 days ago", an address ...); ``unread``: reports without statements for a stated reason
    (language, pay wall, no body); ``undated_statements``: said on a day without its year;
    ``unresolved``: statements whose speaker is not known.
    """

    undated: tuple[ReportRow, ...]
    inferred: tuple[ReportRow, ...]
    unread: tuple[ReportRow, ...]
    undated_statements: tuple[StatementRow, ...]
    unresolved: tuple[StatementRow, ...]


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """Words around a match. ``start`` is the excerpt's place in the report's text (None: in a
    headline that only metadata holds); ``marks`` are the matches, counted within ``excerpt``."""

    excerpt: str
    start: int | None
    marks: Spans


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """A report that a search found, best first, and where."""

    report: ReportRow
    passages: tuple[Passage, ...]


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """Something in the file that should not be so. ``entry`` is a public id or ``record``."""

    entry: str
    reason: str


class Listing(msgspec.Struct, Generic[R], frozen=True, kw_only=True):
    """Rows of one page. ``total`` counts all that match; ``undated`` those that match but for
    having no day with a year, and were left out because days were asked for."""

    rows: tuple[R, ...]
    total: int
    undated: int = 0

    def __iter__(self) -> Iterator[R]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, index: int) -> R:
        return self.rows[index]


Entry = ReportRow | StatementRow | ActorRow | ActRow | PositionRow
