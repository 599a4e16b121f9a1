"""The list of sources: every report a brief was drawn from."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.brief import names
from verbale.brief.days import HOW, how_known, spoken
from verbale.brief.material import Material
from verbale.brief.model import Citation, Section, Sentence
from verbale.record import ReportRow


def sources(material: Material, handles: Sequence[str]) -> Section:
    """The reports by day, each with what is known of its origin."""
    wanted = set(handles)
    rows = [row for row in material.reports if row.handle in wanted]
    return Section(
        kind="sources",
        heading=Sentence(template="heading.sources"),
        sentences=tuple(
            Sentence(
                template="source",
                values=source_values(row),
                citations=(Citation(report=row.handle),),
            )
            for row in rows
        ),
        scope=tuple(handles),
    )


def source_values(row: ReportRow) -> dict[str, str]:
    """What the list says of one report."""
    report, published = row.report, row.report.published
    how = HOW[how_known(published)] if published else ""
    told = published.basis if published and how_known(published) == published.how else None
    basis = f": {told}" if told else ""
    values = {
        "report": names.report_label(report, row.handle),
        "day": spoken(published.date) if published else "",
        "how": f"{how}{basis}",
        "authors": names.listed(report.authors),
        "statements": names.counted(row.statements, "statement"),
        "flags": ", ".join(report.flags),
        "url": report.url or row.origin,
    }
    return {name: value for name, value in values.items() if value}
