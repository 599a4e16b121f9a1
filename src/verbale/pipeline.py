"""Composes the stages that depend on one report alone."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

import msgspec

from verbale.actors import Cast
from verbale.acts import code_acts, survey
from verbale.digest import rules_digest
from verbale.language import Backend, backend_for
from verbale.lexicon import Lexicon, default_lexicon
from verbale.model import (
    Act,
    Actor,
    Annotation,
    NameUse,
    Position,
    RawDocument,
    Report,
    Statement,
    Topic,
)
from verbale.passages import find_passages, read_frames
from verbale.positions.find import find_positions
from verbale.reports import read_report
from verbale.statements import Found, find_statements
from verbale.topics import find_topics
from verbale.version import __version__

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
    drawn = _draw(report, known, parser) if parser and _served(report) else _Drawn()
    return Annotation(
        id=report_id(document),
        origin=document.origin,
        lineage=_lineage(document, report),
        version=document.version,
        code=code_version(known, parser),
        report=report,
        actors=drawn.actors,
        statements=drawn.statements,
        acts=drawn.acts,
        positions=drawn.positions,
        topics=drawn.topics,
        names=drawn.names,
    )


class _Drawn(msgspec.Struct, frozen=True):
    """What is drawn from a report once it is read; nothing where its language is not served."""

    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    acts: tuple[Act, ...] = ()
    positions: tuple[Position, ...] = ()
    topics: tuple[Topic, ...] = ()
    names: tuple[NameUse, ...] = ()


def _draw(report: Report, lexicon: Lexicon, backend: Backend) -> _Drawn:
    passages = find_passages(report)
    frames = read_frames(report, passages, backend)
    cast = Cast(report, frames, lexicon)
    statements = find_statements(report, passages, frames, cast).statements
    ground = survey(report, frames, cast, statements)
    acts = code_acts(ground)
    positions = find_positions(ground, acts)
    dealt = find_topics(report, frames, cast, statements, acts, positions)
    return _Drawn(cast.actors(), statements, acts, positions, dealt.topics, dealt.names)


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
    """What drew an annotation: this version with its rules, the language model, the lexicon."""
    model = backend.name if backend is not None else "none"
    return f"verbale {__version__}+{rules_digest()}; {model}; lexicon {lexicon.fingerprint}"


def _served(report: Report) -> bool:
    return "unserved-language" not in report.flags


def _lineage(document: RawDocument, report: Report) -> str:
    return document.given.url or document.given.key or report.url or document.origin
