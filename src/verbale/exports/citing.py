"""The passage of an entry, ready to be cited: which report, whose, when, where, in which words."""

from __future__ import annotations

from typing import Literal

import msgspec

from verbale.errors import NoSuchEntry
from verbale.model import Annotation, Span, Spans
from verbale.record import ActorRow, ActRow, Entry, PositionRow, Record, ReportRow, StatementRow

EntryKind = Literal["statement", "act", "position", "actor"]
#: So much before and after a quote tells it from the same words elsewhere.
_BESIDE = 32


class Quoted(msgspec.Struct, frozen=True, kw_only=True):
    """Words at ``[start, end)`` of a report's text, in characters, and what stands around them."""

    start: int
    end: int
    exact: str
    prefix: str
    suffix: str


class Cited(msgspec.Struct, frozen=True, kw_only=True):
    """An entry (``s12``) with the words it rests on.

    ``report`` is the ``r`` id, ``lineage`` what names the report in any record, ``version`` the
    sha256 of the bytes that the text was made from. ``published`` and ``date`` (the day said or
    done) are EDTF days. ``passage`` is where the desk shows it.
    """

    entry: str
    kind: EntryKind
    report: str
    handle: str
    lineage: str
    version: str
    headline: str | None
    outlet: str | None
    agencies: tuple[str, ...]
    published: str | None
    date: str | None
    url: str | None
    quotes: tuple[Quoted, ...]
    passage: str


def cited(record: Record, entry: str) -> Cited:
    """The passage of an entry. Raises `NoSuchEntry`, `AmbiguousEntry`; a report has none."""
    found = record.find(entry)
    if isinstance(found, ReportRow):
        raise NoSuchEntry(entry, "a report as a whole; name an entry of it, such as s12")
    return cite(found, record.report(found.report), record.annotation(found.report))


def cite(
    found: StatementRow | ActRow | PositionRow | ActorRow, row: ReportRow, annotation: Annotation
) -> Cited:
    """The same for an entry of a report at hand."""
    return Cited(
        entry=found.id,
        kind=kind_of(found),
        report=row.id,
        handle=row.handle,
        lineage=row.lineage,
        version=annotation.version,
        headline=row.headline,
        outlet=row.outlet,
        agencies=row.report.agencies,
        published=row.published,
        date=None if isinstance(found, ActorRow) else found.date,
        url=row.report.url,
        quotes=tuple(quoted(annotation.text, span) for span in places(found)),
        passage=f"/entries/{found.id}/passage",
    )


def quoted(text: str, span: Span) -> Quoted:
    """The words at a place of ``text``."""
    return Quoted(
        start=span.start,
        end=span.end,
        exact=span.of(text),
        prefix=text[max(span.start - _BESIDE, 0) : span.start],
        suffix=text[span.end : span.end + _BESIDE],
    )


def places(found: Entry) -> Spans:
    """The words that an entry rests on: content or cue, evidence, the first mention."""
    match found:
        case StatementRow():
            return found.statement.content or found.statement.cue or found.statement.source
        case ActRow():
            return found.act.evidence
        case PositionRow():
            return found.position.evidence
        case ActorRow():
            return found.actor.mentions[:1]
    return ()


def kind_of(found: Entry) -> EntryKind:
    """What kind of entry it is."""
    kinds: dict[type, EntryKind] = {
        StatementRow: "statement",
        ActRow: "act",
        PositionRow: "position",
        ActorRow: "actor",
    }
    return kinds[type(found)]
