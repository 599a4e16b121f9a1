"""A slice of an archive into a record: annotations as they are, nothing is read anew."""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path

from verbale.archive.query import Archive
from verbale.archive.where import slice_of
from verbale.desk import Progress, ReadSummary, Step, lexicon_of
from verbale.desk.summary import Tally
from verbale.record import Record
from verbale.record.stored import read_annotation


def take_in(
    folder: Path, record: Record, where: str, progress: Progress, *, restore: bool = False
) -> ReadSummary:
    """Add the reports of the archive in ``folder`` that fit ``where`` (see `verbale.archive.where`;
    empty words fit all) to ``record``, in order, each whole or not at all.

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
            for raw, stored, text in archive.reports(wanted):
                annotation = read_annotation(stored, text)
                if known.holds(raw, annotation.code):
                    step = Step(origin=raw.origin, outcome="unchanged")
                else:
                    added = record.add(annotation, raw, allow_forgotten=restore)
                    report = annotation.report
                    step = Step(
                        origin=raw.origin,
                        outcome=added.kind,
                        report=added.report_id,
                        statements=len(annotation.statements),
                        undated=not (report.published and report.published.full),
                    )
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


def _keep_lexicons(archive: Archive, record: Record) -> None:
    """Let the record know the names that the archive knew."""
    kept = record.extensions()
    missing = [text for text in archive.manifest.job.lexicons if text not in kept.values()]
    if missing:
        told = {f"{archive.folder}/lexicon-{number}": t for number, t in enumerate(missing, 1)}
        record.keep_extensions({**kept, **told})
