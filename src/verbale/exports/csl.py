"""Reports as CSL-JSON, for Zotero, Pandoc and every processor of citation styles."""

from __future__ import annotations

import re
from typing import Any, BinaryIO

import msgspec

from verbale.exports.identity import is_address
from verbale.record import Record, ReportRow

_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def write(record: Record, stream: BinaryIO) -> int:
    """One list, an item a line; the number of items."""
    stream.write(b"[")
    count = 0
    for row in record.each_report():
        stream.write((b",\n" if count else b"\n") + msgspec.json.encode(item(row)))
        count += 1
    stream.write(b"\n]\n")
    return count


def item(row: ReportRow) -> dict[str, Any]:
    """A report; names are kept whole, since nothing tells which part is the family's."""
    report = row.report
    found: dict[str, Any] = {
        "id": row.handle,
        "type": "article-newspaper",
        "title": row.headline or "",
        "container-title": row.outlet or "",
        "author": [{"literal": name} for name in report.authors],
        "issued": issued(row.published),
        "accessed": issued(row.read_at[:10]),
        "source": ", ".join(report.agencies),
        "URL": report.url if report.url and is_address(report.url) else "",
        "language": "" if report.language == "und" else report.language,
        "note": undated(row),
    }
    return {name: value for name, value in found.items() if value}


def issued(edtf: str | None) -> dict[str, Any] | None:
    """A day as date parts; None where not even the year is known."""
    match = _DAY.fullmatch(edtf or "")
    if match is None:
        return None
    return {"date-parts": [[int(part) for part in match.groups() if part]]}


def undated(row: ReportRow) -> str:
    """What is said of a day that cannot be given as one."""
    return f"day as printed: {row.published}" if row.published and not issued(row.published) else ""
