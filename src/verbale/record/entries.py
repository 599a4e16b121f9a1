"""The entries of a record as they are listed, found and looked back on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from verbale.model import Annotation
from verbale.record import conditions, history, identify, mistyped
from verbale.record.compare import compare
from verbale.record.connect import Db
from verbale.record.facets import Facet
from verbale.record.filters import (
    ActFilter,
    ActorFilter,
    MatterFilter,
    PositionFilter,
    ReportFilter,
    StatementFilter,
)
from verbale.record.matter_view import MATTERS, for_matters
from verbale.record.questions import open_questions
from verbale.record.rows import (
    ActorRow,
    ActRow,
    Change,
    Counts,
    Entry,
    HistoryRow,
    Hit,
    Listing,
    OpenQuestions,
    PositionRow,
    ReportRow,
    RosterRow,
    SkipRow,
    StatementRow,
    VersionRow,
)
from verbale.record.search import search
from verbale.record.selects import ACTORS, ACTS, POSITIONS, REPORTS, STATEMENTS, Select
from verbale.record.tallies import mark_of
from verbale.record.view import View
from verbale.record.walk import Number, Place, Slice

EXTENSION = "lexicon:"
VIEW = "view:"


#: What can be divided by a property.
Asked = ReportFilter | StatementFilter | ActFilter | PositionFilter | ActorFilter
#: What can be walked through.
Walked = Asked | MatterFilter


class Entries:
    """Looks at reports and at what was drawn from each. Ids are those of `verbale.record.rows`."""

    _db: Db
    _view: View

    def find(self, id: str) -> Entry:  # noqa: A002
        """The entry that an id names. Raises `NoSuchEntry`, `AmbiguousEntry`."""
        match identify.parse(id):
            case ("statement", row):
                return self._view.entry(STATEMENTS, row)
            case ("actor", row):
                return self._view.entry(ACTORS, row)
            case ("act", row):
                return self._view.entry(ACTS, row)
            case ("position", row):
                return self._view.entry(POSITIONS, row)
        return self.report(id)

    def report(self, id: str) -> ReportRow:  # noqa: A002
        """One report."""
        return self._view.entry(REPORTS, self._view.report_row(id))

    def annotation(self, id: str, version: str | None = None) -> Annotation:  # noqa: A002
        """The annotation of a report, current or of the version whose sha256 begins so, with the
        corrections that count."""
        return self._view.annotation(id, version)

    def drawn(self, id: str, version: str | None = None) -> Annotation:  # noqa: A002
        """The same as it was drawn, before any person's correction."""
        return self._view.annotation(id, version, corrected=False)

    def original(self, id: str, version: str | None = None) -> bytes:  # noqa: A002
        """The bytes of a report as they came."""
        return self._view.original(id, version)

    def places(self, id: str) -> tuple[str, ...]:  # noqa: A002
        """Every path and address that a report was read from, the one it is named by first."""
        return self._view.places(id)

    def versions(self, id: str) -> tuple[VersionRow, ...]:  # noqa: A002
        """All versions of a report in the order of reading."""
        return self._view.versions(id)

    def difference(self, id: str, old: str, new: str | None = None) -> tuple[Change, ...]:  # noqa: A002
        """What differs between two versions of a report (beginnings of their sha256)."""
        return compare(self.annotation(id, old), self.annotation(id, new))

    def reports(self, wanted: ReportFilter | None = None) -> Listing[ReportRow]:
        """Reports by day of publication, those without a day last."""
        asked = wanted or ReportFilter()
        return self._view.page(REPORTS, conditions.for_reports(asked), asked)

    def statements(self, wanted: StatementFilter | None = None) -> Listing[StatementRow]:
        """Statements by effective day, those without one last."""
        asked = wanted or StatementFilter()
        return self._view.page(
            STATEMENTS, conditions.for_statements(asked, self._view.report_row), asked
        )

    def speakers_like(self, name: str) -> tuple[str, ...]:
        """Names and offices of the record that ``name`` may be mistyped for."""
        return self._view.speakers_like(name)

    def outlets_like(self, name: str) -> tuple[str, ...]:
        """Outlets of the record that ``name`` may be mistyped for."""
        return mistyped.outlets_like(self._db, name)

    def facets(self, wanted: Asked, by: str) -> tuple[Facet, ...]:
        """How what fits divides by a property of it (``outlet``, ``type`` ...), the most frequent
        values first. Raises `UsageError` for a property that such entries do not have."""
        return self._view.facets(*self._asked(wanted), by)

    def walk(self, wanted: Walked, after: Place | None = None) -> Slice[Any]:
        """What fits, at most ``limit`` after a place: without an order as it was read, so that
        nothing added meanwhile shifts it. ``offset`` is not looked at.

        Raises `UsageError` as listing does, ``ValueError`` for a place in another order.
        """
        return self._view.walk(*self._asked(wanted), wanted, after)

    def order(self, wanted: Walked) -> Sequence[int]:
        """The numbers of all that fits in the order asked for, whatever ``limit`` and ``offset``:
        what is added while `these` are looked at moves none of them.

        Raises `UsageError` as listing does.
        """
        return self._view.order(*self._asked(wanted), wanted)

    def these(self, wanted: Walked, numbers: Sequence[int]) -> tuple[Any, ...]:
        """What a part of the numbers that `order` gave stand for; what is gone is left out."""
        return self._view.these(self._asked(wanted)[0], numbers)

    def number(self, wanted: Walked) -> Number:
        """How much fits."""
        return self._view.number(*self._asked(wanted))

    def _asked(self, wanted: Walked) -> tuple[Select[Any], conditions.Conditions]:
        """Where to look for what is asked for, and what it must be like."""
        locate = self._view.report_row
        match wanted:
            case ReportFilter():
                return REPORTS, conditions.for_reports(wanted)
            case StatementFilter():
                return STATEMENTS, conditions.for_statements(wanted, locate)
            case ActFilter():
                return ACTS, conditions.for_acts(wanted, locate)
            case PositionFilter():
                return POSITIONS, conditions.for_positions(wanted, locate)
            case ActorFilter():
                return ACTORS, conditions.for_actors(wanted, locate)
            case MatterFilter():
                return MATTERS, for_matters(wanted)

    def actors(self, wanted: ActorFilter | None = None) -> Listing[ActorRow]:
        """Actors as each report knows them."""
        asked = wanted or ActorFilter()
        found = conditions.for_actors(asked, self._view.report_row)
        return self._view.page(ACTORS, found, asked)

    def roster(self, wanted: ActorFilter | None = None) -> Listing[RosterRow]:
        """Actors of all reports gathered by name, kind and country, those in most reports first.
        What fits is looked for actor by actor; what is told of a row is over all its reports."""
        return self._view.roster(wanted or ActorFilter())

    def roster_facets(self, wanted: ActorFilter, by: str) -> tuple[Facet, ...]:
        """How the rows of `roster` that fit divide by ``kind`` or ``country``, the most frequent
        values first. Raises `UsageError` for another property."""
        return self._view.roster_facets(wanted, by)

    def acts(self, wanted: ActFilter | None = None) -> Listing[ActRow]:
        """Acts by day."""
        asked = wanted or ActFilter()
        found = conditions.for_acts(asked, self._view.report_row)
        return self._view.page(ACTS, found, asked)

    def positions(self, wanted: PositionFilter | None = None) -> Listing[PositionRow]:
        """Positions by day."""
        asked = wanted or PositionFilter()
        return self._view.page(
            POSITIONS, conditions.for_positions(asked, self._view.report_row), asked
        )

    def search(self, text: str, *, limit: int | None = 20, offset: int = 0) -> Listing[Hit]:
        """Reports that hold all of these words, "phrases" and beginnings*, best first."""
        return search(self._db, self._view, text, limit, offset)

    def open_questions(self) -> OpenQuestions:
        """What could not be dated, resolved or read."""
        return open_questions(self.reports().rows, self.statements(StatementFilter(open=True)).rows)

    def skips(self) -> tuple[SkipRow, ...]:
        """Inputs that were not read the last time."""
        return self._view.skips()

    def state_of(self, matter: str) -> str:
        """The same for a matter, by its id: another one once a report on it was drawn, came or
        went, or a person decided anything."""
        decided = self._db.value("SELECT max(n) FROM corrections") or 0
        return f"{mark_of(self._db, matter) or ''} {decided}"

    def state(self) -> str:
        """A mark of what the record holds: another one after every write to it."""
        return self._view.state()

    def counts(self) -> Counts:
        """How much there is of each kind."""
        return self._view.counts()

    def drawn_by(self) -> dict[str, int]:
        """How many reports each version of Verbale, with its model and lexicon, drew as shown."""
        return self._view.drawn_by()

    def history(self, id: str) -> tuple[HistoryRow, ...]:  # noqa: A002
        """How an entry came to be, oldest first; of a report, with all its entries.

        Entries that are gone still have theirs.
        """
        entry = identify.parse(id)
        if entry is None or entry[0] == "report":
            row = entry[1] if entry else identify.report_row(self._db, id)
            return history.read_report(self._db, row) or _nothing(id)
        return history.read_entry(self._db, id.strip()) or _nothing(id)

    def extensions(self) -> dict[str, str]:
        """The lexicon extensions kept with the record: name to TOML."""
        named = self._view.meta().items()
        return {k.removeprefix(EXTENSION): v for k, v in named if k.startswith(EXTENSION)}

    def views(self) -> dict[str, str]:
        """The saved views: name to the address of a page with its filters."""
        named = self._view.meta().items()
        return {k.removeprefix(VIEW): v for k, v in named if k.startswith(VIEW)}

    # Whole passes, in short reads.

    def each_report(self) -> Iterator[ReportRow]:
        """Every report, by id."""
        return self._view.each(REPORTS)

    def each_statement(self) -> Iterator[StatementRow]:
        """Every statement, by id."""
        return self._view.each(STATEMENTS)

    def each_actor(self) -> Iterator[ActorRow]:
        """Every actor, by id."""
        return self._view.each(ACTORS)

    def each_act(self) -> Iterator[ActRow]:
        """Every act, by id."""
        return self._view.each(ACTS)

    def each_position(self) -> Iterator[PositionRow]:
        """Every position, by id."""
        return self._view.each(POSITIONS)


def _nothing(id: str) -> tuple[HistoryRow, ...]:  # noqa: A002
    raise identify.missing(id)
