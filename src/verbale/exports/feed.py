"""What is new, as an Atom feed: statements and shifts, of a matter or of the whole record.

An entry is as old as its report is in the record, so a feed of an unchanged record stays the same,
byte for byte, and a reader of feeds shows an entry once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import BinaryIO, NamedTuple
from urllib.parse import quote
from xml.etree import ElementTree as Xml

from verbale.desk import lexicon_of
from verbale.exports.identity import is_address, urn
from verbale.lexicon import Lexicon
from verbale.positions.shifts import Moment, Step, story
from verbale.positions.wording import KINDS, day_of, on_what, stance_of
from verbale.record import LaneFilter, MatterRow, Record, ReportRow, StatementFilter, StatementRow
from verbale.record.wording import speaker

MEDIA = "application/atom+xml"
MOST = 100
_ATOM = "http://www.w3.org/2005/Atom"
_NEVER = "1970-01-01T00:00:00Z"
#: What XML cannot hold, and what acts on a reader instead of showing.
_UNSEEN = re.compile(
    "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069"
    "\\ud800-\\udfff\\ufffe\\uffff]"
)


class Item(NamedTuple):
    """One entry of a feed. ``updated`` is when the record came to know it; ``page`` its path on
    the desk."""

    id: str
    kind: str
    title: str
    words: str
    updated: str
    outlet: str | None
    url: str | None
    page: str


def write(record: Record, stream: BinaryIO) -> int:
    """The feed of the whole record; the number of entries."""
    found = items(record)
    stream.write(render(found, title=f"Verbale: {record.path.stem}", id=urn("feed", "all")))
    return len(found)


def feed(
    record: Record, matter: MatterRow | None = None, *, desk: str = "", own: str = ""
) -> bytes:
    """The newest statements and shifts, of one matter or of all.

    ``desk`` is the address of a desk that shows the entries, ``own`` that of the feed itself.
    """
    title = matter.label if matter else record.path.stem
    name = matter.matter.id if matter else "all"
    found = items(record, matter)
    return render(found, title=f"Verbale: {title}", id=urn("feed", name), desk=desk, own=own)


def items(record: Record, matter: MatterRow | None = None) -> tuple[Item, ...]:
    """At most `MOST`, what the record came to know last first."""
    lexicon = lexicon_of(record)
    number = matter.matter.id if matter else None
    asked = StatementFilter(matter=number, order="-read", limit=MOST)
    reports: dict[str, ReportRow] = {}
    found = [_said(row, _report(record, row.report, reports)) for row in record.statements(asked)]
    for lane in record.lanes(LaneFilter(matter=number)):
        for step in story(lane).shifts:
            known = [_report(record, held.report, reports) for held in step.after.carried]
            found.append(_moved(step, min(known, key=lambda row: row.read_at), lexicon))
    newest = sorted(found, key=lambda item: (item.updated, item.id), reverse=True)
    return tuple(newest[:MOST])


def render(
    found: Sequence[Item],
    *,
    title: str,
    id: str,  # noqa: A002 - Atom's word for it
    desk: str = "",
    own: str = "",
) -> bytes:
    """Items as an Atom document."""
    root = Xml.Element("feed", {"xmlns": _ATOM, "xml:lang": "en"})
    _put(root, "title", title)
    _put(root, "id", id)
    _put(root, "updated", max((item.updated for item in found), default=_NEVER))
    _put(_put(root, "author"), "name", "Verbale")
    _put(root, "generator", "Verbale")
    if own:
        _put(root, "link", rel="self", type=MEDIA, href=own)
    if desk:
        _put(root, "link", rel="alternate", type="text/html", href=f"{desk}/")
    for item in found:
        _entry(root, item, desk)
    Xml.indent(root, " ")
    body: bytes = Xml.tostring(root, encoding="utf-8", xml_declaration=True)
    return body + b"\n"


def _entry(root: Xml.Element, item: Item, desk: str) -> None:
    entry = _put(root, "entry")
    _put(entry, "title", item.title)
    _put(entry, "id", item.id)
    _put(entry, "updated", item.updated)
    _put(_put(entry, "author"), "name", item.outlet or "outlet not stated")
    _put(entry, "category", term=item.kind)
    if desk:
        _put(entry, "link", rel="alternate", type="text/html", href=f"{desk}{item.page}")
    if item.url:
        _put(entry, "link", rel="via" if desk else "alternate", href=item.url)
    _put(entry, "content", item.words, type="text")


def _put(parent: Xml.Element, name: str, words: str = "", **attributes: str) -> Xml.Element:
    """An element below another; what XML cannot hold is replaced."""
    safe = {key: _UNSEEN.sub("\ufffd", value) for key, value in attributes.items()}
    made = Xml.SubElement(parent, name, safe)
    if words:
        made.text = _UNSEEN.sub("\ufffd", words)
    return made


def _report(record: Record, name: str, known: dict[str, ReportRow]) -> ReportRow:
    if name not in known:
        known[name] = record.report(name)
    return known[name]


def _said(row: StatementRow, report: ReportRow) -> Item:
    said = row.statement
    words = f"“{row.content_words}”" if said.type == "direct" else row.content_words
    denied = {"denies": "denies: ", "omits": "makes no mention of: "}.get(said.polarity, "")
    return Item(
        id=urn(report.lineage, "statement", str(said.id), row.content_words),
        kind="statement",
        title=f"{speaker(row)}: {_short(denied + words)}",
        words=f"{denied}{words}\n{_whence(report, row.date)}",
        updated=report.read_at,
        outlet=report.outlet,
        url=_url(report),
        page=f"/entries/{row.id}/passage",
    )


def _moved(step: Step, report: ReportRow, lexicon: Lexicon) -> Item:
    party = lexicon.party(step.party)
    name = party.name if party else step.party
    held = step.after.best
    before = _told(step.before) if step.before else ""
    return Item(
        id=urn("shift", step.party, step.matter, step.on, step.kind, report.lineage, held.words),
        kind="shift",
        title=f"{name}, {on_what(step.named, step.on)}: {KINDS[step.kind]}, {stance_of(held)}",
        words=f"{before}{_told(step.after)}{step.why}\n{_whence(report, held.date)}",
        updated=report.read_at,
        outlet=report.outlet,
        url=_url(report),
        page=f"/entries/{quote(held.id)}/passage",
    )


def _told(moment: Moment) -> str:
    held = moment.best
    return f"{day_of(held)}, {stance_of(held)}: “{held.passage()}”\n"


def _whence(report: ReportRow, day: str | None) -> str:
    """Where it stands: outlet with credits, headline, day."""
    outlet = report.outlet or "outlet not stated"
    agencies = ", ".join(name for name in report.report.agencies if name != outlet)
    credited = f"{outlet} (credits {agencies})" if agencies else outlet
    return "; ".join(_present((credited, report.headline, day or "no day known")))


def _present(parts: Iterable[str | None]) -> list[str]:
    return [part for part in parts if part]


def _short(words: str, longest: int = 90) -> str:
    plain = " ".join(words.split())
    if len(plain) <= longest:
        return plain
    return f"{plain[:longest].rpartition(' ')[0] or plain[:longest]} …"


def _url(report: ReportRow) -> str | None:
    url = report.report.url
    return url if url and is_address(url) else None
