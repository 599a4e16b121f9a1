"""Composes the stages that depend on one report alone."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from verbale import __version__
from verbale.actors import Cast
from verbale.language import Backend, backend_for
from verbale.lexicon import Lexicon, default_lexicon
from verbale.model import Annotation, RawDocument, Report
from verbale.passages import find_passages, read_frames
from verbale.reports import read_report
from verbale.statements import Found, find_statements

_UNSAFE = re.compile(r"[^\w.-]+")
_LONGEST_STEM = 48


def annotate(
    raw: str | RawDocument, *, lexicon: Lexicon | None = None, backend: Backend | None = None
) -> Annotation:
    """Everything that one report alone supports.

    ``raw`` is a report's text or its bytes with their provenance. The result depends on nothing
    else than ``raw``, the lexicon and the backend: no clock, no network, no other report. A
    report in a language that is not served keeps its metadata and gets no statements.
    Raises `LanguageModelMissing` when the default backend's model is not installed.
    """
    document = (
        raw
        if isinstance(raw, RawDocument)
        else RawDocument(data=raw.encode("utf-8", "surrogatepass"), origin="-")
    )
    known = lexicon or default_lexicon()
    report = read_report(document, known)
    parser = backend or backend_for(report.language)
    found, cast = (
        read_statements(report, known, parser) if _served(report) and parser else (None, None)
    )
    return Annotation(
        id=report_id(document),
        origin=document.origin,
        lineage=_lineage(document, report),
        version=document.version,
        code=code_version(known, parser),
        report=report,
        actors=cast.actors() if cast else (),
        statements=found.statements if found else (),
    )


def annotate_many(
    raws: Iterable[RawDocument], *, lexicon: Lexicon | None = None, backend: Backend | None = None
) -> Iterator[Annotation]:
    """`annotate` for each of ``raws``, in order, one at a time."""
    for raw in raws:
        yield annotate(raw, lexicon=lexicon, backend=backend)


def read_statements(report: Report, lexicon: Lexicon, backend: Backend) -> tuple[Found, Cast]:
    """The statements of ``report`` with every attempt (for `explain`), and its cast."""
    passages = find_passages(report)
    frames = read_frames(report, passages, backend)
    cast = Cast(report, frames, lexicon)
    return find_statements(report, passages, frames, cast), cast


def report_id(document: RawDocument) -> str:
    """A readable id that stays the same for a lineage: stem of the origin and eight hex digits."""
    name = PurePosixPath(document.origin.replace("\\", "/")).name
    stem = _UNSAFE.sub("-", name.rsplit(".", 1)[0] if "." in name else name).strip("-.")
    digest = hashlib.sha256(document.lineage.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{stem[:_LONGEST_STEM] or 'report'}-{digest}"


def code_version(lexicon: Lexicon, backend: Backend | None) -> str:
    """What drew an annotation: this version, the language model and the lexicon."""
    model = backend.name if backend is not None else "none"
    return f"verbale {__version__}; {model}; lexicon {lexicon.fingerprint}"


def _served(report: Report) -> bool:
    return "unserved-language" not in report.flags


def _lineage(document: RawDocument, report: Report) -> str:
    return document.given.url or document.given.key or report.url or document.origin
