"""The three seeds, exactly as their gold has them. Skipped where the seeds are not at hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.reports.press import Press
from verbale.model import RawDocument
from verbale.reports import read_report

SHARED = Path(__file__).resolve().parents[2] / ".." / "shared"
SEEDS = sorted((SHARED / "seeds").glob("*.txt")) if (SHARED / "seeds").is_dir() else []


@pytest.mark.skipif(not SEEDS, reason="the seed reports are not beside this checkout")
@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_a_seed_is_read_as_its_gold_has_it(path: Path) -> None:
    number = path.name.split("_")[0]
    gold: dict[str, Any] = json.loads((SHARED / "gold" / f"seed_{number}.json").read_text())[
        "report"
    ]
    report = read_report(RawDocument(data=path.read_bytes(), origin=path.name), Press())
    assert report.headline is not None
    assert report.published is not None
    assert report.dateline is not None
    assert {
        "headline": {"text": report.headline.text, "span": list(report.headline.span or ())},
        "outlet": report.outlet,
        "agencies": list(report.agencies),
        "dateline": {"place": report.dateline.place},
        "published": {"date": report.published.date, "how": report.published.how},
        "language": report.language,
        "body": [list(span) for span in report.body],
    } == gold
