"""The three seed reports: background that travelled without credit."""

from __future__ import annotations

from pathlib import Path

import pytest

from verbale.lexicon import default_lexicon
from verbale.model import RawDocument
from verbale.provenance.carriers import Printed
from verbale.provenance.compare import Compared, compare
from verbale.provenance.outline import outline_of
from verbale.reports import read_report

SEEDS = (Path(__file__).resolve().parents[2] / ".." / "shared" / "seeds").resolve()
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the shared seeds are not here")


def seed(beginning: str) -> Printed:
    (file,) = SEEDS.glob(f"{beginning}*.txt")
    report = read_report(RawDocument(data=file.read_bytes(), origin=file.name), default_lexicon())
    return Printed(file.name, report, outline_of(report))


def compared(one: str, other: str) -> tuple[Printed, Compared]:
    here = seed(one)
    return here, compare(here, [seed(other)], lambda _: [])[0]


def test_every_background_passage_is_found_and_called_uncredited() -> None:
    here, found = compared("000", "004")
    parts = [part for passage in found.passages for part in passage.parts]
    assert [part.rule for part in parts].count("sentence") == 5
    assert [part.rule for part in parts].count("reworded") == 1
    first, last = parts[0].here.of(here.report.text), parts[-1].here.of(here.report.text)
    assert first.startswith("Moscow and Tokyo have been engaged")
    assert last.startswith("In response, the Russian Foreign Ministry")
    assert {passage.kind for passage in found.passages} == {"uncredited-copy"}
    assert all("an agency that neither names" in passage.reason for passage in found.passages)


def test_without_a_year_nobody_was_first() -> None:
    _, found = compared("000", "004")
    assert (found.relation.first, found.relation.kind) == (None, "partial")
    assert found.relation.order == "a day of publication has no year"


@pytest.mark.parametrize(("one", "other"), [("000", "003"), ("003", "004")])
def test_reports_of_their_own_share_nothing(one: str, other: str) -> None:
    _, found = compared(one, other)
    assert not found.passages


def test_a_reuters_story_on_another_site_has_one_source() -> None:
    printed = seed("003")
    assert printed.report.agencies == ("Reuters",)
