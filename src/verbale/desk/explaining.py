"""Explains a report: every statement with the rule that made it, every cue that led nowhere."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import MappingProxyType

import msgspec

from verbale.desk import extensions
from verbale.errors import UsageError
from verbale.language import backend_for
from verbale.lexicon import Lexicon
from verbale.model import Paragraph, RawDocument, Report, Statement
from verbale.passages import find_passages
from verbale.pipeline import read_statements
from verbale.record import Record
from verbale.reports import read_report
from verbale.sources import SourceOptions, survey
from verbale.statements import Attempt

_NONE: extensions.Extensions = MappingProxyType({})


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    """A report, its paragraphs in order of place, and what the rules made of it."""

    origin: str
    report: Report
    paragraphs: tuple[Paragraph, ...]
    statements: tuple[Statement, ...] = ()
    attempts: tuple[Attempt, ...] = ()


def explain(raw: RawDocument, lexicon: Lexicon) -> Explanation:
    """What the rules make of ``raw``. Raises `LanguageModelMissing`."""
    report = read_report(raw, lexicon)
    paragraphs = find_passages(report).paragraphs
    backend = backend_for(report.language)
    if backend is None or "unserved-language" in report.flags:
        return Explanation(origin=raw.origin, report=report, paragraphs=paragraphs)
    found, _ = read_statements(report, lexicon, backend)
    return Explanation(
        origin=raw.origin,
        report=report,
        paragraphs=paragraphs,
        statements=found.statements,
        attempts=found.attempts,
    )


def explain_file(
    name: str, lexicons: Sequence[Path] = (), kept: extensions.Extensions = _NONE
) -> tuple[Explanation, ...]:
    """Each report in the input called ``name``, with ``lexicons`` and those ``kept``.

    Raises `SourceError` for an input that cannot be read.
    """
    sources = survey([name], SourceOptions())
    lexicon = extensions.load(extensions.gathered(kept, sources, lexicons))
    explained = []
    for source in sources:
        for reading in source.documents():
            if isinstance(reading, RawDocument):
                explained.append(explain(reading, lexicon))
            elif isinstance(reading, Exception):
                raise reading
    if not explained:
        raise UsageError(name, "holds no report")
    return tuple(explained)


def explain_stored(record: Record, id: str) -> Explanation:  # noqa: A002 - the reader's word for it
    """A report of ``record``, read again from the bytes it keeps. Raises `NoSuchEntry`."""
    current = next(version for version in record.versions(id) if version.current)
    raw = RawDocument(
        data=record.original(id, current.version),
        origin=current.origin,
        media="html" if current.media == "html" else "text",
        charset=current.charset,
        given=current.given,
    )
    return explain(raw, extensions.load(record.extensions()))
