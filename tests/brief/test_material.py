"""What a brief on one matter is drawn from: what its page and the lists count, no less."""

from __future__ import annotations

from pathlib import Path

from tests.record.test_matters import REPORTS
from verbale.brief import BriefRequest, Parties
from verbale.brief.material import Material
from verbale.lexicon import Lexicon
from verbale.record import LaneFilter, Record, ReportFilter


def test_a_brief_on_a_matter_has_its_positions_and_its_reports(
    tmp_path: Path, lexicon: Lexicon
) -> None:
    with Record(tmp_path / "matters.vrb") as record:
        for each in REPORTS:
            record.add(*each)
        for row in record.matters_held():
            matter = row.matter.id
            material = Material(record, BriefRequest(matter=matter), Parties(lexicon))
            lanes = record.lanes(LaneFilter(matter=matter))
            assert {p.id for p in material.positions} == {h.id for ln in lanes for h in ln.held}
            assert len(material.positions) == row.positions
            reports = {report.id for report in record.reports(ReportFilter(matter=matter))}
            assert reports <= {report.id for report in material.reports}
