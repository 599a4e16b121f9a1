"""What a brief is drawn from: the reports and statements that fit a request, in a fixed order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

import msgspec

from verbale.brief.model import BriefRequest
from verbale.brief.names import Parties
from verbale.model import Annotation, Statement
from verbale.record import (
    ActFilter,
    ActRow,
    LaneFilter,
    PositionRow,
    Record,
    ReportFilter,
    ReportRow,
    StatementFilter,
    StatementRow,
)
from verbale.record.days import Period, bound, period
from verbale.record.fulltext import highlights, phrases

_LEAST_WORDS = 2


class Material:
    """The part of a record that fits a request. Looks at the record once; hold it briefly.

    ``reports``, ``statements`` and ``positions`` are ordered by day, then by what the reports
    themselves say, and never by the order of reading. ``known`` are handles of reports that are
    left out.
    """

    def __init__(
        self,
        record: Record,
        request: BriefRequest,
        parties: Parties,
        known: frozenset[str] = frozenset(),
    ) -> None:
        self._record = record
        self._parties = parties
        self.request = request
        self._linked = _linked(record, request.matter)
        self.known = known
        self._since = bound(request.since)[0] if request.since else ""
        self._until = bound(request.until)[1] if request.until else "9999-12-31"
        self._annotations: dict[str, Annotation] = {}
        everything = tuple(record.reports().rows)
        self._everything = record.statements().rows
        headed = {row.id for row in everything if self._holds(row.headline)}
        self._headed = headed
        bare = headed & _about(record, request.matter) if request.matter else headed
        statements = [row for row in self._everything if self._fits(row, headed)]
        positions = [row for row in record.positions().rows if self._fits_position(row, headed)]
        kept = {row.report for row in (*statements, *positions)}
        self.reports: tuple[ReportRow, ...] = tuple(
            row for row in everything if row.id in kept or (row.id in bare and self._dated(row))
        )
        self.statements: tuple[StatementRow, ...] = tuple(sorted(statements, key=_order))
        self.positions: tuple[PositionRow, ...] = tuple(
            sorted(positions, key=lambda row: (_day(row.date), row.handle, row.position.id))
        )

    @cached_property
    def whole(self) -> Material:
        """The material without a lower bound in time, what is known included."""
        if self.request.since is None and not self.known:
            return self
        unbound = msgspec.structs.replace(self.request, since=None)
        return Material(self._record, unbound, self._parties)

    @cached_property
    def acts(self) -> tuple[ActRow, ...]:
        """The acts that fit, in the order of days."""
        rows = (row for row in self._record.acts().rows if self._fits_act(row))
        return tuple(sorted(rows, key=lambda row: (_day(row.date), row.handle, row.act.id)))

    @cached_property
    def acts_of(self) -> Mapping[str, tuple[ActRow, ...]]:
        """The acts that fit of each report, by handle."""
        found: defaultdict[str, list[ActRow]] = defaultdict(list)
        for row in self.acts:
            found[row.handle].append(row)
        return {handle: tuple(rows) for handle, rows in found.items()}

    @cached_property
    def report_of(self) -> Mapping[str, ReportRow]:
        """The selected reports by handle."""
        return {row.handle: row for row in self.reports}

    @cached_property
    def by_report(self) -> Mapping[str, tuple[StatementRow, ...]]:
        """The selected statements of each report, by handle, in the order of the text."""
        found: defaultdict[str, list[StatementRow]] = defaultdict(list)
        for row in self.statements:
            found[row.handle].append(row)
        return {
            handle: tuple(sorted(rows, key=lambda row: row.statement.id))
            for handle, rows in found.items()
        }

    @cached_property
    def _placed(self) -> Mapping[str, Mapping[str, StatementRow]]:
        """Full name -> the parties that reports place it with, each with the first place.

        A place that names the party beside the speaker ("Veltish envoy Iro Salm") shows it to
        whoever looks it up; where a name has such places, what other reports imply does not count.
        """
        told: defaultdict[str, dict[str, StatementRow]] = defaultdict(dict)
        implied: defaultdict[str, dict[str, StatementRow]] = defaultdict(dict)
        for row in sorted(self._everything, key=_order):
            speaker, country = row.statement.speaker, row.statement.country
            if speaker and country and _is_full_name(speaker):
                found = told if self._names_party(row) else implied
                found[speaker].setdefault(country, row)
        return implied | told

    def _names_party(self, row: StatementRow) -> bool:
        beside = f"{row.source_words} {row.statement.office or ''}"
        return row.statement.country in self._parties.named_in(beside)

    def side_of(self, statement: Statement) -> str | None:
        """The party a statement is made for: as its report has it, else as all others tell.

        None where nothing tells it, and where a report implies one party and others another.
        """
        if statement.country is None:
            place = self.side_from(statement)
            return place.statement.country if place else None
        return None if self.told_otherwise(statement) else statement.country

    def side_from(self, statement: Statement) -> StatementRow | None:
        """The place in another report that tells a speaker's party, where one must."""
        placed = self._placed.get(statement.speaker or "", {})
        if statement.country is not None or len(placed) != 1:
            return None
        place = next(iter(placed.values()))
        return place if self._names_party(place) else None

    def told_otherwise(self, statement: Statement) -> tuple[StatementRow, ...]:
        """The places that put a speaker with another party than this statement's report does.

        None of them counts if this party is told of the speaker anywhere.
        """
        placed = self._placed.get(statement.speaker or "", {})
        if statement.country is None or not placed:
            return ()
        told = any(map(self._names_party, placed.values()))
        if statement.country in placed and (told or len(placed) == 1):
            return ()
        return tuple(row for code, row in placed.items() if code != statement.country)

    def annotation(self, handle: str) -> Annotation:
        """A report's annotation with its text."""
        if handle not in self._annotations:
            self._annotations[handle] = self._record.annotation(handle)
        return self._annotations[handle]

    def rests(self, entry: str) -> str:
        """On how many reports and origins an entry rests, in words; empty where one report alone
        tells it."""
        found = self._record.standing([entry]).get(entry)
        return found.words if found else ""

    def teller(self, row: StatementRow) -> Statement | None:
        """The statement that the row's is nested in."""
        around = row.statement.nested_in
        if around is None:
            return None
        statements = self.annotation(row.handle).statements
        return next((held for held in statements if held.id == around), None)

    def said(self, row: StatementRow) -> bool:
        """Whether the row is somebody's own word and news: what "said last" chooses from.

        Outermost, spoken, no recap, more than a word, and from the body where that has any.
        """
        statement = row.statement
        return self.reported(row) and statement.speech and statement.polarity != "omits"

    def reported(self, row: StatementRow) -> bool:
        """Whether the row is news of somebody's word or attitude: what the timeline lists."""
        return self._is_news(row) and len(row.content_words.split()) >= _LEAST_WORDS

    def denied(self, row: StatementRow) -> bool:
        """Whether the row is news of a denial in a word: "the delegation denied that"."""
        return self._is_news(row) and row.statement.polarity == "denies"

    def _is_news(self, row: StatementRow) -> bool:
        statement = row.statement
        return (
            statement.nested_in is None
            and not statement.background
            and bool(statement.speaker or row.source_words)
            and (statement.zone == "body" or row.handle not in self._with_body)
        )

    @cached_property
    def _with_body(self) -> frozenset[str]:
        bodies = (r for r in self.statements if r.statement.zone == "body")
        return frozenset(row.handle for row in bodies if not row.statement.background)

    def _fits(self, row: StatementRow, headed: set[str]) -> bool:
        if not self._reaches(row.date) or row.handle in self.known or not self._is_linked(row.id):
            return False
        return row.report in headed or self._holds(row.content_words)

    def _fits_position(self, row: PositionRow, headed: set[str]) -> bool:
        held = self._holds(f"{row.evidence_words} {row.position.matter}")
        new = self._reaches(row.date) and row.handle not in self.known
        return new and self._is_linked(row.id) and (row.report in headed or held)

    def _fits_act(self, row: ActRow) -> bool:
        new = self._reaches(row.date) and row.handle in self.report_of
        held = row.report in self._headed or self._holds(row.evidence_words)
        return new and held and self._is_linked(row.id)

    def _dated(self, row: ReportRow) -> bool:
        return self._reaches(row.published) and row.handle not in self.known

    def _reaches(self, day: str | None) -> bool:
        """Whether the day may lie inside the period asked for; one without its year may."""
        found = period(day)
        return found is None or (found[1] >= self._since and found[0] <= self._until)

    def _is_linked(self, entry: str) -> bool:
        return self._linked is None or entry in self._linked

    def _holds(self, words: str | None) -> bool:
        return self.request.about is None or _holds_all(words or "", self.request.about)


def _linked(record: Record, matter: str | None) -> frozenset[str] | None:
    """The ids of the entries that are about the matter; None where none is asked for. Of positions
    these are the ones that count for it, as its lanes have them."""
    if matter is None:
        return None
    said = record.statements(StatementFilter(matter=matter))
    done = record.acts(ActFilter(matter=matter))
    lanes = record.lanes(LaneFilter(matter=record.matter(matter).matter.id))
    held = (each.id for lane in lanes for each in lane.held)
    return frozenset((*(row.id for rows in (said, done) for row in rows), *held))


def _about(record: Record, matter: str) -> set[str]:
    """The ids of the reports on the matter."""
    return {row.id for row in record.reports(ReportFilter(matter=matter))}


def _is_full_name(speaker: str) -> bool:
    return " " in speaker and not speaker.startswith("unnamed ")


def day_of(row: StatementRow | PositionRow) -> Period | None:
    """The first and last day that an entry may be of; None while its year is open."""
    return period(row.date)


def among(rows: Iterable[StatementRow], handles: Iterable[str]) -> tuple[StatementRow, ...]:
    """Those of ``rows`` that stand in one of the reports."""
    wanted = set(handles)
    return tuple(row for row in rows if row.handle in wanted)


def _holds_all(words: str, wanted: str) -> bool:
    asked = [" ".join(p.tokens) + ("*" if p.prefix else "") for p in phrases(wanted)]
    quoted = (phrase if phrase.endswith("*") else f'"{phrase}"' for phrase in asked)
    return bool(asked) and all(highlights(words, phrase) for phrase in quoted)


def _order(row: StatementRow) -> tuple[Period, str, int]:
    return _day(row.date), row.handle, row.statement.id


def _day(date: str | None) -> Period:
    return period(date) or ("9999-12-31", "9999-12-31")
