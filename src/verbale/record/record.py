"""The record: one file, a view of it and, once something is to be written, a writer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from verbale.errors import RecordError
from verbale.model import Annotation, RawDocument
from verbale.record import identify
from verbale.record.across import Across
from verbale.record.apart import ReuseDecisions
from verbale.record.check import check
from verbale.record.coming import Coming
from verbale.record.connect import open_examiner, open_view, open_writer
from verbale.record.corrections import Corrections
from verbale.record.deciding import MatterDecisions
from verbale.record.dump import dump
from verbale.record.entries import EXTENSION, VIEW, Entries
from verbale.record.fetches import Fetches
from verbale.record.origins import OriginDecisions
from verbale.record.rows import Added, Problem
from verbale.record.selects import REPORTS
from verbale.record.stored import fingerprint
from verbale.record.view import View
from verbale.record.watching import Watching
from verbale.record.writer import Clock, Writer, utc_now


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


class Record(Entries, Across):
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
        self,
        annotation: Annotation,
        raw: RawDocument,
        *,
        allow_forgotten: bool = False,
        join_copies: bool = False,
    ) -> Added:
        """Keep a report with all that was drawn from it. Adding it again changes nothing.

        The same lineage with other bytes is a new version; both are kept. What a place gives now
        is current, unless it says itself that it is older than what is shown. A report known by
        its path only keeps its id when its address is learned. A forgotten report stays away unless
        ``allow_forgotten``. With ``join_copies`` the same bytes from a second place, which nothing
        else tells from the first, are the one report (`verbale.record.places`).
        """
        return self._writer.add(
            annotation, raw, allow_forgotten=allow_forgotten, join_copies=join_copies
        )

    def add_together(
        self,
        reports: Iterable[Coming],
        *,
        allow_forgotten: bool = False,
        join_copies: bool = False,
    ) -> tuple[Added, ...]:
        """The same as `add` for each in turn, in one transaction and much sooner: all or none.

        Others who write wait meanwhile, so give some hundreds at once, and not thousands."""
        return tuple(
            self._writer.add_together(
                reports, allow_forgotten=allow_forgotten, join_copies=join_copies
            )
        )

    def skip(self, name: str, reason: str, *, kind: str = "Skipped") -> None:
        """Keep why an input was not read; ``kind`` is the error's class. Gone once it is added."""
        self._writer.skip(name, reason, kind)

    def unskip(self, name: str | None = None) -> int:
        """Let an input that was not read, or all of them, be told of no more; how many went."""
        return self._writer.unskip(name)

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
        values = {f"{EXTENSION}{name}": value for name, value in {**gone, **extensions}.items()}
        self._writer.keep_meta(values)

    def keep_view(self, name: str, address: str | None) -> None:
        """Keep the address of a page under a name; None drops it."""
        self._writer.keep_meta({f"{VIEW}{name}": address})

    # The file as a whole.

    def known(self) -> Known:
        """All that was read so far, loaded once for a whole run."""
        return Known(self._view.fingerprints())

    def holds(self, raw: RawDocument, *codes: str) -> bool:
        """`Known.holds` for a single question."""
        return any(self._view.has_fingerprint(fingerprint(raw, code)) for code in codes)

    def was_read(self, place: str) -> bool:
        """Whether this very place (an address, a path) gave a report before."""
        return self._view.was_read(place)

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
    def origin_decisions(self) -> OriginDecisions:
        """What people decide about utterances: that two tellings are not of one."""
        return OriginDecisions(self._db, self.corrections)

    @property
    def corrections(self) -> Corrections:
        """What a person decided, to look at and to add to."""
        return Corrections(self._db, self._view, lambda: self._writer, self._clock)

    @property
    def fetches(self) -> Fetches:
        """What servers said of documents fetched before, for conditional requests."""
        return Fetches(self._db, None if self.read_only else self._writer)

    @property
    def watching(self) -> Watching:
        """What a watch keeps between its rounds: how feeds fare, what is news, who was told."""
        return Watching(self._db, lambda: self._writer)

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
