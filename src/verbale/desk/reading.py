"""Reads inputs into a record: supply -> annotators -> one transaction a report."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Protocol

import msgspec

from verbale.desk import extensions
from verbale.desk.annotators import Annotated, Annotators, Failure
from verbale.desk.options import ReadOptions
from verbale.desk.summary import ReadSummary, Step, Tally
from verbale.desk.supply import Fetched, Ledger, supply
from verbale.errors import FetchFailed, SourceError, UnreadableSource
from verbale.language import SERVED, backend_for
from verbale.lexicon import Lexicon
from verbale.model import Annotation, RawDocument
from verbale.pipeline import code_version
from verbale.record import Record
from verbale.sources import Held, Skipped, Source, Unchanged, survey

_DEFAULTS = ReadOptions()


class Progress(Protocol):
    """Who wants to know how a reading goes on."""

    def begin(self, total: int | None) -> None:
        """It begins; ``total`` documents and errors will come, if that can be told."""

    def advance(self, step: Step) -> None:
        """A document was dealt with."""


class _Silence:
    def begin(self, total: int | None) -> None:
        """Say nothing."""

    def advance(self, step: Step) -> None:
        """Say nothing."""


def read(
    inputs: Sequence[str | Held],
    record: Record,
    options: ReadOptions = _DEFAULTS,
    progress: Progress | None = None,
) -> ReadSummary:
    """Read ``inputs`` into ``record``, in order, each report whole or not at all.

    What the record holds already, drawn by the same code and lexicon, is not annotated again, and
    no language model is loaded for it. An input that cannot be read is a step with its reason;
    the others are read. Ctrl-C ends the reading; what was read by then is kept.
    Raises `LexiconError`, `LanguageModelMissing` and `RecordError`.
    """
    begun = time.monotonic()
    ledger = Ledger(record.fetches, ask_again=options.again)
    told = msgspec.structs.replace(options.sources, validators=ledger)
    sources = survey(inputs, told)
    kept = {} if options.drop_lexicons else record.extensions()
    wanted = extensions.gathered(kept, sources, options.lexicons)
    lexicon = extensions.load(wanted)
    if wanted != record.extensions():
        record.keep_extensions(wanted)
    watcher, tally, interrupted = progress or _Silence(), Tally(), False
    watcher.begin(_total(sources))
    with Annotators(lexicon, wanted, options.workers) as annotators:
        desk = _Desk(record, annotators, ledger, options)
        try:
            for step in desk.steps(sources, lexicon):
                tally.add(step)
                watcher.advance(step)
        except KeyboardInterrupt:
            interrupted = True
    files = Counter(item.reason for source in sources for item in source.skipped)
    return tally.summary(
        passed_over=files + desk.passed_over,
        lexicons=tuple(sorted(wanted)),
        interrupted=interrupted,
        seconds=time.monotonic() - begun,
    )


def _total(sources: Sequence[Source]) -> int | None:
    sizes = [source.size for source in sources]
    return None if None in sizes else sum(size for size in sizes if size is not None)


class _Desk:
    """One reading: where its results go. ``passed_over`` counts parts of files, by reason."""

    def __init__(
        self, record: Record, annotators: Annotators, ledger: Ledger, options: ReadOptions
    ) -> None:
        self._record = record
        self._annotators = annotators
        self._ledger = ledger
        self._options = options
        self._lost = False
        self.passed_over: Counter[str] = Counter()

    def steps(self, sources: Sequence[Source], lexicon: Lexicon) -> Iterator[Step]:
        """Deal with all documents, one at a time."""
        known = self._record.known()
        codes = [code_version(lexicon, backend_for(language)) for language in sorted(SERVED)]
        codes.append(code_version(lexicon, None))  # what is in no language that is served

        def holds(raw: RawDocument) -> bool:
            return not self._options.again and any(known.holds(raw, code) for code in codes)

        for item, annotated in self._annotators.annotate(supply(sources, holds, self._ledger)):
            if isinstance(item, Fetched):
                self._end_address(item)
            elif isinstance(item, Skipped):
                self.passed_over[item.reason] += 1
            else:
                yield self._step(item, annotated)

    def _end_address(self, fetched: Fetched) -> None:
        """Remember the validators, unless a document of the address was lost on the way."""
        if not self._lost:
            self._ledger.keep(fetched)
        self._lost = False

    def _step(
        self, item: RawDocument | Unchanged | SourceError, annotated: Annotated | None
    ) -> Step:
        if isinstance(item, Unchanged):
            return Step(origin=item.origin, outcome="unchanged", reason=item.reason)
        if isinstance(item, UnreadableSource) and item.missing:
            return self._miss(item)
        if isinstance(item, SourceError):
            asked = item.retry_after if isinstance(item, FetchFailed) else None
            return self._skip(item.subject, item.reason, type(item).__name__, asked)
        if isinstance(annotated, Annotation):
            return self._keep(item, annotated)
        failure = annotated or Failure(origin=item.origin, reason="was not annotated")
        return self._skip(item.origin, failure.reason, Failure.__name__)

    def _miss(self, item: UnreadableSource) -> Step:
        """Nothing goes by this name. If nothing did, it is a slip that no brief need tell."""
        kind = type(item).__name__
        if self._record.was_read(item.subject):
            return self._skip(item.subject, item.reason, kind)
        self._record.unskip(item.subject)
        return Step(origin=item.subject, outcome="skipped", reason=item.reason, kind=kind)

    def _keep(self, raw: RawDocument, annotation: Annotation) -> Step:
        added = self._record.add(
            annotation, raw, allow_forgotten=self._options.restore, join_copies=True
        )
        report = annotation.report
        fresh = added.kind in ("new", "updated", "reannotated")
        return Step(
            origin=raw.origin,
            outcome=added.kind,
            report=added.report_id,
            statements=len(annotation.statements) if fresh else 0,
            undated=fresh and not (report.published and report.published.full),
            unserved=fresh and "unserved-language" in report.flags,
        )

    def _skip(self, origin: str, reason: str, kind: str, retry_after: float | None = None) -> Step:
        self._lost = True
        self._record.skip(origin, reason, kind=kind)
        return Step(
            origin=origin, outcome="skipped", reason=reason, kind=kind, retry_after=retry_after
        )
