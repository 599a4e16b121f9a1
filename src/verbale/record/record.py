"""The record: one file, a view of it and, once something is to be written, a writer."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from verbale.errors import RecordError
from verbale.matters.names import NamedThing, UsedName, register
from verbale.matters.rivalry import Contest, MadeClaim, contests
from verbale.model import Annotation, RawDocument
from verbale.positions.lanes import Lane
from verbale.record import conditions, history, identify, matter_view, rivals
from verbale.record.apart import ReuseDecisions
from verbale.record.check import check
from verbale.record.compare import compare
from verbale.record.connect import open_examiner, open_view, open_writer
from verbale.record.corrections import Corrections
from verbale.record.deciding import MatterDecisions
from verbale.record.dump import dump
from verbale.record.fetches import Fetches
from verbale.record.filters import (
    ActFilter,
    ActorFilter,
    LaneFilter,
    MatterFilter,
    PositionFilter,
    ReportFilter,
    StatementFilter,
)
from verbale.record.lanes import read_lanes
from verbale.record.questions import open_questions
from verbale.record.rows import (
    ActorRow,
    ActRow,
    Added,
    Change,
    Counts,
    Entry,
    HistoryRow,
    Hit,
    Listing,
    MatterLinkRow,
    MatterRow,
    OpenQuestions,
    PositionRow,
    Problem,
    ReportRow,
    RosterRow,
    SkipRow,
    StatementRow,
    VersionRow,
)
from verbale.record.search import search
from verbale.record.selects import ACTORS, ACTS, POSITIONS, REPORTS, STATEMENTS
from verbale.record.sharing import ReuseRow, reuse_of
from verbale.record.stored import fingerprint
from verbale.record.talks import read_mentions
from verbale.record.view import View
from verbale.record.writer import Clock, Writer, utc_now
from verbale.talks.find import Mention

_EXTENSION = "lexicon:"


class Known:
    """What the record had read when asked: tells unchanged inputs without touching the file."""

    def __init__(self, fingerprints: set[bytes]) -> None:
        self._fingerprints = fingerprints

    def holds(self, raw: RawDocument, *codes: str) -> bool:
        """Whether this place gave the same bytes last time, with the same said of them, and one
        of these codes annotated it (which one depends on the language)."""
        return any(fingerprint(raw, code) in self._fingerprints for code in codes)

    def __len__(self) -> int:
        return len(self._fingerprints)


class Record:
    """A record file. Use one from one thread and one process; any number may be open at once.

    It is made if missing, unless ``create`` is False or ``read_only`` True. ``patience`` is how
    many seconds to wait for another writer. Raises `NotARecord`, `RecordTooNew`, `RecordBusy`,
    `RecordError`. Ids are those of `verbale.record.rows`; a report may also be named by its
    handle, a unique beginning of it, its lineage or its origin.
    """

    def __init__(
        self,
        path: str | Path,
        *,
        create: bool = True,
        read_only: bool = False,
        patience: float = 15.0,
        clock: Clock = utc_now,
    ) -> None:
        self.path = Path(path)
        self.read_only = read_only
        self._patience = patience
        self._clock = clock
        self._open_writer: Writer | None = None
        if not read_only:
            self._open_writer = self._write_connection(create)
        try:
            self._db = open_view(self.path, patience=patience)
        except BaseException:
            self._close_writer()
            raise
        self._view = View(self._db)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; closing twice is fine."""
        self._view.close()
        self._close_writer()

    # Writing: one transaction each.

    def add(
        self, annotation: Annotation, raw: RawDocument, *, allow_forgotten: bool = False
    ) -> Added:
        """Keep a report with all that was drawn from it. Adding it again changes nothing.

        The same lineage with other bytes is a new version; both are kept. What a place gives now
        is current, unless it says itself that it is older than what is shown. A report known by
        its path only keeps its id when its address is learned. A forgotten report stays away unless
        ``allow_forgotten``.
        """
        return self._writer.add(annotation, raw, allow_forgotten=allow_forgotten)

    def skip(self, name: str, reason: str, *, kind: str = "Skipped") -> None:
        """Keep why an input was not read; ``kind`` is the error's class. Gone once it is added."""
        self._writer.skip(name, reason, kind)

    def forget(self, id: str) -> bool:  # noqa: A002 - the reader's word for it
        """Purge a report: bytes, text, index, drawn rows and their history; a tombstone stays.

        True once no word of it is left in the file. False if others kept the file busy: the
        report is gone from every view, and the next writer clears its last traces.
        """
        return self._writer.forget(identify.report_row(self._db, id))

    def rebuild(self) -> Iterator[str]:
        """Draw every report anew from the annotation kept of it, with all corrections: the id of
        each once it is done. Nothing is read or annotated; what comes out the same stays."""
        for row in self._view.each(REPORTS):
            self._writer.rebuild(int(row.id[1:]))
            yield row.id

    def keep_extensions(self, extensions: Mapping[str, str]) -> None:
        """Keep the lexicon extensions (name to TOML) that the record was read with."""
        gone = {name: None for name in self.extensions() if name not in extensions}
        values = {f"{_EXTENSION}{name}": value for name, value in {**gone, **extensions}.items()}
        self._writer.keep_meta(values)

    # Looking.

    def known(self) -> Known:
        """All that was read so far, loaded once for a whole run."""
        return Known(self._view.fingerprints())

    def holds(self, raw: RawDocument, *codes: str) -> bool:
        """`Known.holds` for a single question."""
        return any(self._view.has_fingerprint(fingerprint(raw, code)) for code in codes)

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

    def actors(self, wanted: ActorFilter | None = None) -> Listing[ActorRow]:
        """Actors as each report knows them."""
        asked = wanted or ActorFilter()
        found = conditions.for_actors(asked, self._view.report_row)
        return self._view.page(ACTORS, found, asked)

    def roster(self, wanted: ActorFilter | None = None) -> tuple[RosterRow, ...]:
        """Actors of all reports gathered by name, kind and country."""
        return self._view.roster(wanted or ActorFilter())

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

    def lanes(self, wanted: LaneFilter | None = None) -> tuple[Lane, ...]:
        """The positions of each party on each matter and target, over all reports.

        `verbale.positions.shifts.story` tells how one moved, `standing` where it stands.
        """
        return read_lanes(self._db, wanted or LaneFilter())

    def mentions_of_talks(self) -> tuple[Mention, ...]:
        """All acts and statements that tell of the state of talks, for `verbale.talks.timeline`."""
        return read_mentions(self._db)

    def matters(self, wanted: MatterFilter | None = None) -> Listing[MatterRow]:
        """What parties deal with, the matters that most reports speak of first."""
        return matter_view.matters(self._db, wanted or MatterFilter())

    def matter(self, id: str, *, parties: Collection[str] = ()) -> MatterRow:  # noqa: A002
        """The one matter of these parties that this names: an id, a name or a part of one.

        Raises `NoSuchEntry`, `AmbiguousEntry`, which list matters.
        """
        return matter_view.matter(self._db, id, parties)

    def matters_of(self, entry: str) -> tuple[MatterLinkRow, ...]:
        """What an entry (``s12``, ``e3``, ``p5``) is about, the surest first."""
        return matter_view.links_of(self._db, entry)

    def used_names(self) -> tuple[UsedName, ...]:
        """Every use of a name of a place that has several, for `verbale.matters.names`."""
        return tuple(rivals.used_names(self._db))

    def made_claims(self) -> tuple[MadeClaim, ...]:
        """Every claim where it was made, by day, for `verbale.matters.rivalry`."""
        return tuple(rivals.made_claims(self._db))

    def names(
        self, *, matter: str | None = None, party: str | None = None
    ) -> tuple[NamedThing, ...]:
        """Places with several names, and who uses which; ``matter`` is an id or words."""
        ids = self._matter_ids(matter)
        return tuple(
            thing
            for thing in register(self.used_names())
            if (ids is None or thing.matter in ids) and (party is None or party in thing.parties)
        )

    def claims(
        self,
        *,
        matter: str | None = None,
        party: str | None = None,
        kind: str | None = None,
        opposed: bool = False,
    ) -> tuple[Contest, ...]:
        """Claims by matter and kind; with ``opposed`` those that two of its parties contest."""
        ids = self._matter_ids(matter)
        return tuple(
            contest
            for contest in contests(self.made_claims())
            if (ids is None or contest.matter in ids)
            and (party is None or party in {held.holder for held in contest.held})
            and kind in (None, contest.kind)
            and (contest.opposed or not opposed)
        )

    def _matter_ids(self, wanted: str | None) -> set[str] | None:
        if wanted is None:
            return None
        return {row.matter.id for row in self.matters(MatterFilter(words=wanted))}

    def reuse(self, id: str) -> ReuseRow:  # noqa: A002
        """What of a report stands in others, word for word or edited, and whose it is.

        Computed when asked, from what the record holds: the same in any order of reading.
        """
        return reuse_of(self._db, self._view.report_row(id))

    def search(self, text: str, *, limit: int | None = 20, offset: int = 0) -> Listing[Hit]:
        """Reports that hold all of these words, "phrases" and beginnings*, best first."""
        return search(self._db, self._view, text, limit, offset)

    def open_questions(self) -> OpenQuestions:
        """What could not be dated, resolved or read."""
        return open_questions(self.reports().rows, self.statements(StatementFilter(open=True)).rows)

    def skips(self) -> tuple[SkipRow, ...]:
        """Inputs that were not read the last time."""
        return self._view.skips()

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
            return history.read_report(self._db, row) or self._nothing(id)
        return history.read_entry(self._db, id.strip()) or self._nothing(id)

    def extensions(self) -> dict[str, str]:
        """The lexicon extensions kept with the record: name to TOML."""
        named = self._view.meta().items()
        return {k.removeprefix(_EXTENSION): v for k, v in named if k.startswith(_EXTENSION)}

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

    def dump(self) -> Iterator[str]:
        """The canonical dump, a JSON object a line: the same for any order of reading."""
        return dump(self._db)

    def check(self) -> tuple[Problem, ...]:
        """Everything found wrong with the file and what it holds."""
        db = open_examiner(self.path, patience=self._patience)
        try:
            return tuple(check(db))
        finally:
            db.close()

    @property
    def matter_decisions(self) -> MatterDecisions:
        """What people decide about matters: rename, merge, split, pin."""
        return MatterDecisions(self._db, self.corrections)

    @property
    def reuse_decisions(self) -> ReuseDecisions:
        """What people decide about what reports share: that two have nothing from each other."""
        return ReuseDecisions(self._db, self.corrections)

    @property
    def corrections(self) -> Corrections:
        """What a person decided, to look at and to add to."""
        return Corrections(self._db, self._view, lambda: self._writer, self._clock)

    @property
    def fetches(self) -> Fetches:
        """What servers said of documents fetched before, for conditional requests."""
        return Fetches(self._db, None if self.read_only else self._writer)

    @property
    def _writer(self) -> Writer:
        if self._open_writer is None:
            raise RecordError(str(self.path), "opened for reading only")
        return self._open_writer

    def _write_connection(self, create: bool) -> Writer:
        db = open_writer(self.path, create=create, patience=self._patience)
        try:
            return Writer(db, self._clock)
        except BaseException:
            db.close()
            raise

    def _close_writer(self) -> None:
        if self._open_writer is not None:
            self._open_writer.close()

    def _nothing(self, id: str) -> tuple[HistoryRow, ...]:  # noqa: A002
        raise identify.missing(id)
