"""Statements, acts and positions as W3C Web Annotations (JSON-LD), each tied to its words.

A target has two selectors: the place in the report's text as the table ``texts`` has it, in
code points, and the quote with what stands around it, which finds the words in any other form of
the page. Where a report has no address, its bytes name it (RFC 6920).
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec

from verbale.exports.citing import cite, kind_of, quoted
from verbale.exports.identity import is_address, urn
from verbale.exports.inside import Inside, each_inside
from verbale.model import Span
from verbale.record import ActRow, PositionRow, Record, ReportRow, StatementRow
from verbale.version import __version__

CONTEXT: list[Any] = [
    "http://www.w3.org/ns/anno.jsonld",
    {"schema": "https://schema.org/", "dcterms": "http://purl.org/dc/terms/"},
]
MEDIA = 'application/ld+json;profile="http://www.w3.org/ns/anno.jsonld"'
_Row = StatementRow | ActRow | PositionRow


def write(record: Record, stream: BinaryIO) -> int:
    """One annotation page with all of them, an item a line; the number of items."""
    head = {"@context": CONTEXT, "type": "AnnotationPage"}
    stream.write(msgspec.json.encode(head)[:-1] + b',"items":[')
    count = 0
    for item in items(record):
        stream.write((b",\n" if count else b"\n") + msgspec.json.encode(item))
        count += 1
    stream.write(b"\n]}\n")
    return count


def items(record: Record) -> Iterator[dict[str, Any]]:
    """Every entry that rests on words, by report."""
    for inside in each_inside(record):
        entries: tuple[_Row, ...] = (*inside.statements, *inside.acts, *inside.positions)
        for row in entries:
            found = _annotation(inside, row)
            if found is not None:
                yield found


def _annotation(inside: Inside, row: _Row) -> dict[str, Any] | None:
    cited = cite(row, inside.row, inside.annotation)
    if not cited.quotes:
        return None
    targets = [
        {
            "type": "SpecificResource",
            "source": _source(inside.row),
            "selector": _selectors(inside.text, Span(quote.start, quote.end)),
        }
        for quote in cited.quotes
    ]
    return {
        "id": urn(cited.lineage, cited.version, kind_of(row), str(_number(row))),
        "type": "Annotation",
        "motivation": "describing",
        "created": inside.row.read_at,
        "generator": {"type": "Software", "name": f"Verbale {__version__}"},
        "body": _bodies(row, inside),
        "target": targets if len(targets) > 1 else targets[0],
    }


def _source(row: ReportRow) -> dict[str, Any]:
    """The report as a resource."""
    found: dict[str, Any] = {"id": _iri(row), "type": "Text"}
    if row.report.language != "und":
        found["language"] = row.report.language
    if row.headline:
        found["dcterms:title"] = row.headline
    if row.outlet:
        found["dcterms:publisher"] = row.outlet
    if row.published:
        found["dcterms:issued"] = row.published
    return found


def _iri(row: ReportRow) -> str:
    for name in (row.report.url, row.lineage):
        if name and is_address(name):
            return name
    digest = base64.urlsafe_b64encode(bytes.fromhex(row.version)).decode().rstrip("=")
    return f"ni:///sha-256;{digest}"


def _selectors(text: str, span: Span) -> list[dict[str, Any]]:
    quote = quoted(text, span)
    return [
        {"type": "TextPositionSelector", "start": quote.start, "end": quote.end},
        {
            "type": "TextQuoteSelector",
            "exact": quote.exact,
            "prefix": quote.prefix,
            "suffix": quote.suffix,
        },
    ]


def _bodies(row: _Row, inside: Inside) -> list[dict[str, Any]]:
    """What kind of entry it is, what it says, and all of it as JSON."""
    kind = kind_of(row)
    found: list[dict[str, Any]] = [{"type": "TextualBody", "purpose": "tagging", "value": kind}]
    if isinstance(row, StatementRow):
        found.append(_quotation(row, inside))
    found.append(
        {
            "type": "TextualBody",
            "purpose": "describing",
            "format": "application/json",
            "value": msgspec.json.encode(_whole(row)).decode(),
        }
    )
    return found


def _quotation(row: StatementRow, inside: Inside) -> dict[str, Any]:
    name = row.statement.speaker
    found: dict[str, Any] = {"type": "schema:Quotation", "schema:text": row.content_words}
    if name:
        people = {actor.name for actor in inside.annotation.actors if actor.kind == "person"}
        kind = "Person" if name in people or row.statement.office else "Organization"
        found["schema:spokenByCharacter"] = {"type": f"schema:{kind}", "schema:name": name}
    return found


def _whole(row: _Row) -> object:
    match row:
        case StatementRow():
            return row.statement
        case ActRow():
            return row.act
        case PositionRow():
            return row.position


def _number(row: _Row) -> int:
    match row:
        case StatementRow():
            return row.statement.id
        case ActRow():
            return row.act.id
        case PositionRow():
            return row.position.id
