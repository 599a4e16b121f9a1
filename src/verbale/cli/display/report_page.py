"""A report as a page: what its page says of itself, its statements, its text, its versions."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from verbale.cli.display import layout
from verbale.cli.display.entry_page import show_corrections
from verbale.cli.display.terminal import write_json
from verbale.exports.interchange import interchange
from verbale.model import Annotation, Dated, words_at
from verbale.record import (
    ActFilter,
    Change,
    PositionFilter,
    Record,
    ReportRow,
    StatementFilter,
    StatementRow,
    VersionRow,
)
from verbale.record.wording import content, day, deed, sides, speaker, stance

_SHORT = 12


def show_report(record: Record, id: str, *, as_json: bool) -> None:  # noqa: A002
    """The current version of a report, with the ids of its statements."""
    row = record.report(id)
    annotation = record.annotation(row.id)
    statements = record.statements(StatementFilter(report=row.id)).rows
    if as_json:
        write_json(
            {
                "report": msgspec.structs.replace(row, report=annotation.report),
                "statements": statements,
                "acts": record.acts(ActFilter(report=row.id)).rows,
                "positions": record.positions(PositionFilter(report=row.id)).rows,
                "corrections": record.corrections.of(row.id),
            }
        )
        return
    layout.title(row.id, row.headline)
    layout.fields([*_head(annotation), *_keeping(row, record.places(row.id))])
    show_corrections(record.corrections.of(row.id))
    layout.heading("Statements")
    layout.items(
        (s.id, f"{day(s) or ''} {speaker(s)}: {content(s)}") for s in _in_place(statements)
    )
    _show_text(annotation)


def _show_drawn(record: Record, id: str) -> None:  # noqa: A002
    """The acts and positions of a report, where there are any."""
    acts = record.acts(ActFilter(report=id)).rows
    if acts:
        layout.heading("Acts")
        layout.items((act.id, f"{sides(act)} {deed(act)}: {act.evidence_words}") for act in acts)
    held = record.positions(PositionFilter(report=id)).rows
    if held:
        layout.heading("Positions")
        layout.items(
            (
                row.id,
                f"{row.position.party} on {row.position.matter}, {row.position.on}: {stance(row)}",
            )
            for row in held
        )


def show_version(record: Record, id: str, version: str, *, as_json: bool) -> None:  # noqa: A002
    """A report as it was in one of its versions."""
    annotation = record.annotation(id, version)
    if as_json:
        write_json(interchange(annotation))
        return
    headline = annotation.report.headline
    name = f"{record.report(id).id}@{annotation.version[:_SHORT]}"
    layout.title(name, headline.text if headline else None)
    layout.fields(_head(annotation))
    layout.heading("Statements")
    layout.items(
        (str(s.id), f"{s.speaker or 'nobody named'}: {words_at(annotation.text, s.content)}")
        for s in annotation.statements
    )
    _show_text(annotation)


def show_versions(record: Record, id: str, *, as_json: bool) -> None:  # noqa: A002
    """All versions of a report in the order of reading, each with what it changed."""
    versions = record.versions(id)
    steps = [
        () if older is None else record.difference(id, older.version, newer.version)
        for older, newer in zip((None, *versions), versions, strict=False)
    ]
    if as_json:
        pairs = zip(versions, steps, strict=True)
        write_json([{"version": version, "changes": changes} for version, changes in pairs])
        return
    layout.title(record.report(id).id, record.report(id).headline)
    for version, changes in zip(versions, steps, strict=True):
        _show_version_line(version)
        _show_changes(changes)


def _show_version_line(version: VersionRow) -> None:
    layout.heading(f"{version.report}@{version.version[:_SHORT]}")
    layout.fields(
        [
            ("read", version.read_at),
            ("from", version.origin),
            ("size", f"{version.size:,} bytes"),
            ("drawn", f"{version.drawn_at} by {version.code}"),
            ("", "the version shown" if version.current else "kept"),
        ]
    )


def _show_changes(changes: Sequence[Change]) -> None:
    for change in changes:
        about = f" of “{change.about}”" if change.about else ""
        layout.sentence(f"{change.what.replace('statement.', '')}{about} {change.how}", "bold")
        if change.old is not None:
            layout.difference("-", change.old)
        if change.new is not None:
            layout.difference("+", change.new)


def _head(annotation: Annotation) -> list[tuple[str, str | None]]:
    report = annotation.report
    dateline = report.dateline
    placed = (dateline.place, dateline.date, dateline.agency) if dateline else ()
    outlet = f"{report.outlet} ({report.outlet_how})" if report.outlet_how else report.outlet
    return [
        ("outlet", outlet),
        ("agencies", ", ".join(report.agencies)),
        ("authors", ", ".join(report.authors)),
        ("dateline", ", ".join(filter(None, placed))),
        ("published", _dated(report.published)),
        ("updated", _dated(report.updated)),
        ("language", report.language),
        ("address", report.url),
        ("flags", ", ".join(report.flags)),
        *(("note", words) for words in report.notes),
    ]


def _keeping(row: ReportRow, places: Sequence[str]) -> list[tuple[str, str | None]]:
    versions = f"{row.versions}, see --versions" if row.versions > 1 else "1"
    return [
        *(("" if at else "read from", place) for at, place in enumerate(places or (row.origin,))),
        ("read", row.read_at),
        ("handle", row.handle),
        ("version", row.version[:_SHORT]),
        ("versions", versions),
        ("drawn by", row.code),
    ]


def _dated(dated: Dated | None) -> str | None:
    if dated is None:
        return None
    how = f"({', '.join(filter(None, (dated.how, dated.basis)))})"
    return " ".join(filter(None, (dated.date, dated.time, dated.zone, how)))


def _show_text(annotation: Annotation) -> None:
    report = annotation.report
    layout.heading("Text")
    parts = ((report.standfirst,) if report.standfirst else ()) + report.body
    for part in parts:
        layout.passage(annotation.text, part)
    if not parts:
        layout.sentence("No part of the page was taken for the story.")


def _in_place(rows: Sequence[StatementRow]) -> list[StatementRow]:
    return sorted(rows, key=lambda row: row.statement.id)
