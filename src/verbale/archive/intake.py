"""A slice of an archive into a record: annotations as they are, nothing is read anew."""

from __future__ import annotations

import gc
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from verbale.archive.query import Archive, Stored
from verbale.archive.where import slice_of
from verbale.desk import Progress, ReadSummary, Step, lexicon_of
from verbale.desk.summary import Tally
from verbale.record import Added, Coming, Known, Record
from verbale.record.prepared import read as read_prepared

#: Added in one transaction: the more, the sooner; but others who write must wait for it.
_TOGETHER = 500
#: How a day without its year begins.
_UNDATED = "XXXX"


def take_in(
    folder: Path, record: Record, where: str, progress: Progress, *, restore: bool = False
) -> ReadSummary:
    """Add the reports of the archive in ``folder`` that fit ``where`` (see `verbale.archive.where`;
    empty words fit all) to ``record``, in order, some hundreds at once.

    The lexicons that the archive was made with are kept with the record. What it holds already
    stays as it is. Raises `UsageError` and `RecordError`.
    """
    began, tally = time.monotonic(), Tally()
    archive = Archive(folder)
    try:
        _keep_lexicons(archive, record)
        wanted = slice_of(where, lambda: lexicon_of(record))
        known, interrupted = record.known(), False
        progress.begin(archive.count(wanted))
        try:
            reports = archive.reports(wanted)
            while some := list(islice(reports, _TOGETHER)):
                steps = list(_added(some, record, known, restore=restore))
                for step in steps:  # all are kept, whoever stops the reading while they are told
                    tally.add(step)
                for step in steps:
                    progress.advance(step)
        except KeyboardInterrupt:
            interrupted = True
    finally:
        archive.close()
    return tally.summary(
        passed_over=Counter(),
        lexicons=tuple(sorted(record.extensions())),
        interrupted=interrupted,
        seconds=time.monotonic() - began,
    )


def _added(
    some: Sequence[Stored], record: Record, known: Known, *, restore: bool
) -> Iterator[Step]:
    """Add some reports; what came of each, in order."""
    coming = [_coming(stored) for stored in some]
    holds = [known.holds(each.raw, each.told.code) for each in coming]
    news = (each for each, held in zip(coming, holds, strict=True) if not held)
    with _without_collector():
        added = iter(record.add_together(news, allow_forgotten=restore, join_copies=True))
    for stored, held in zip(some, holds, strict=True):
        yield _unchanged(stored) if held else _step(stored, next(added))


@contextmanager
def _without_collector() -> Iterator[None]:
    """Python looks for cycles among all that is held whenever much was made; there are none."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _unchanged(stored: Stored) -> Step:
    return Step(origin=stored.raw.origin, outcome="unchanged")


def _step(stored: Stored, added: Added) -> Step:
    fresh = added.kind in ("new", "updated", "reannotated")
    return Step(
        origin=stored.raw.origin,
        outcome=added.kind,
        report=added.report_id,
        statements=stored.statements if fresh else 0,
        undated=fresh and (stored.published or _UNDATED).startswith(_UNDATED),
        unserved=fresh and "unserved-language" in stored.flags,
    )


def _coming(stored: Stored) -> Coming:
    ready = read_prepared(stored.prepared) if stored.prepared else None
    return Coming(stored.raw, stored.text, json=stored.annotation, prepared=ready)


def _keep_lexicons(archive: Archive, record: Record) -> None:
    """Let the record know the names that the archive knew."""
    kept = record.extensions()
    missing = [text for text in archive.manifest.job.lexicons if text not in kept.values()]
    if missing:
        told = {f"{archive.folder}/lexicon-{number}": t for number, t in enumerate(missing, 1)}
        record.keep_extensions({**kept, **told})
