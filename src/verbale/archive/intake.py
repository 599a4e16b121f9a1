"""A slice of an archive into a record: annotations as they are, nothing is read anew."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from verbale.archive.query import Archive
from verbale.archive.where import slice_of
from verbale.desk import Progress, ReadSummary, Step, lexicon_of
from verbale.desk.summary import Tally
from verbale.model import RawDocument
from verbale.record import Known, Record
from verbale.record.stored import read_annotation

#: Added in one transaction: the more, the sooner; but others who write must wait for it.
_TOGETHER = 500


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
        wanted = slice_of(where, lexicon_of(record))
        known, interrupted = record.known(), False
        progress.begin(archive.count(wanted))
        try:
            reports = archive.reports(wanted)
            while some := list(islice(reports, _TOGETHER)):
                for step in _added(some, record, known, restore=restore):
                    tally.add(step)
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
    some: Sequence[tuple[RawDocument, bytes, str]], record: Record, known: Known, *, restore: bool
) -> Iterator[Step]:
    """Add some reports; what came of each, in order."""
    given = [(read_annotation(stored, text), raw) for raw, stored, text in some]
    news = [each for each in given if not known.holds(each[1], each[0].code)]
    added = iter(record.add_together(news, allow_forgotten=restore))
    for annotation, raw in given:
        if known.holds(raw, annotation.code):
            yield Step(origin=raw.origin, outcome="unchanged")
            continue
        came, report = next(added), annotation.report
        yield Step(
            origin=raw.origin,
            outcome=came.kind,
            report=came.report_id,
            statements=len(annotation.statements),
            undated=not (report.published and report.published.full),
        )


def _keep_lexicons(archive: Archive, record: Record) -> None:
    """Let the record know the names that the archive knew."""
    kept = record.extensions()
    missing = [text for text in archive.manifest.job.lexicons if text not in kept.values()]
    if missing:
        told = {f"{archive.folder}/lexicon-{number}": t for number, t in enumerate(missing, 1)}
        record.keep_extensions({**kept, **told})
