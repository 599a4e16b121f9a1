"""Figures over some reports, and the sentences that give them."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.brief.days import spoken
from verbale.brief.material import Material
from verbale.brief.model import Sentence
from verbale.brief.names import Parties, counted, listed
from verbale.record import ReportRow
from verbale.record.days import period

_COUNTED = ("count.reports", "count.outlets", "count.statements")


class Count:
    """Counts over one material. ``sides`` are the codes of those whose statements count apart."""

    def __init__(self, material: Material, parties: Parties) -> None:
        self._material = material
        self._parties = parties

    def sentences(self, handles: Sequence[str], sides: Sequence[str]) -> tuple[Sentence, ...]:
        """How many reports of which days and outlets, and how many statements by whom."""
        if not handles:
            return (Sentence(template="count.none"),)
        return tuple(
            Sentence(template=template, values=self.figures(template, handles, sides))
            for template in _COUNTED
        )

    def figures(
        self, template: str, handles: Sequence[str], sides: Sequence[str]
    ) -> dict[str, str]:
        """The values of a ``count.`` template, counted over the reports ``handles``."""
        rows = [self._material.report_of[handle] for handle in handles]
        if template == "count.reports":
            values = _reports(rows)
        elif template == "count.outlets":
            values = _outlets(rows)
        else:
            values = self._statements(handles, sides)
        return {name: value for name, value in values.items() if value}

    def _statements(self, handles: Sequence[str], sides: Sequence[str]) -> dict[str, str]:
        found = [row for handle in handles for row in self._material.by_report.get(handle, ())]
        placed = sum(self._material.side_of(row.statement) in sides for row in found)
        return {
            "statements": counted(len(found), "statement"),
            "placed": str(placed) if sides else "",
            "parties": listed(sorted(map(self._parties.in_sentence, sides)), last="or"),
        }


def _reports(rows: Sequence[ReportRow]) -> dict[str, str]:
    days = [found for row in rows if (found := period(row.published))]
    undated = len(rows) - len(days)
    first, last = (min(days)[0], max(day[1] for day in days)) if days else ("", "")
    return {
        "reports": counted(len(rows), "report"),
        "period": "" if not days else spoken(first if first == last else f"{first}/{last}"),
        "undated": str(undated) if undated else "",
    }


def _outlets(rows: Sequence[ReportRow]) -> dict[str, str]:
    unknown = sum(row.outlet is None for row in rows)
    agencies = sorted({name for row in rows for name in row.report.agencies})
    outlets = sorted({row.outlet for row in rows if row.outlet})
    return {
        "outlets": listed(outlets) or "no outlet that is known",
        "unknown": str(unknown) if unknown else "",
        "agencies": listed(agencies),
    }
