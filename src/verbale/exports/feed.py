"""What is new, as an Atom feed: statements and shifts, of a matter or of the whole record.

An entry is as old as its report is in the record, so a feed of an unchanged record stays the same,
byte for byte, and a reader of feeds shows an entry once.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO
from urllib.parse import quote

from verbale.desk import lexicon_of
from verbale.desk.atom import Item, render
from verbale.exports.identity import is_address, urn
from verbale.lexicon import Lexicon
from verbale.positions.shifts import Moment, Step, story
from verbale.positions.wording import KINDS, day_of, on_what, stance_of
from verbale.record import LaneFilter, MatterRow, Record, ReportRow, StatementFilter, StatementRow
from verbale.record.wording import speaker

MOST = 100
_UNNAMED = "outlet not stated"


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
        kinds=("statement",),
        title=f"{speaker(row)}: {_short(denied + words)}",
        words=f"{denied}{words}\n{_whence(report, row.date)}",
        updated=report.read_at,
        author=report.outlet or _UNNAMED,
        url=_url(report),
        page=f"/entries/{row.id}/passage",
    )


def _moved(step: Step, report: ReportRow, lexicon: Lexicon) -> Item:
    party = lexicon.party(step.party)
    name = party.name if party else step.party
    held = step.after.best
    before = _told(step.before) if step.before else ""
    about = on_what(step.named, step.on, step.thing)
    return Item(
        id=urn("shift", step.party, step.matter, step.on, step.kind, report.lineage, held.words),
        kinds=("shift",),
        title=f"{name}, {about}: {KINDS[step.kind]}, {stance_of(held)}",
        words=f"{before}{_told(step.after)}{step.why}\n{_whence(report, held.date)}",
        updated=report.read_at,
        author=report.outlet or _UNNAMED,
        url=_url(report),
        page=f"/entries/{quote(held.id)}/passage",
    )


def _told(moment: Moment) -> str:
    held = moment.best
    return f"{day_of(held)}, {stance_of(held)}: “{held.passage()}”\n"


def _whence(report: ReportRow, day: str | None) -> str:
    """Where it stands: outlet with credits, headline, day."""
    outlet = report.outlet or _UNNAMED
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
