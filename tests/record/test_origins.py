"""Utterances in the record: the same in any order, gone with a report, cut by a person."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.provenance.told import Told
from verbale.errors import NoSuchEntry, UsageError
from verbale.model import Annotation, RawDocument
from verbale.record import Record

WORDS = "The gates of the Quarn dam will open for the herring boats before the first frost"


def report(name: str, outlet: str, clause: str, **more: str) -> tuple[Annotation, RawDocument]:
    text = f"“{WORDS},” {clause}"
    told = Told(outlet, text)
    told.say("Ilka Orvo", " told" if " told" in clause else " said", WORDS, speaker="Ilka Orvo")
    told.statements[0] = told.statements[0].__class__(
        **{f: getattr(told.statements[0], f) for f in told.statements[0].__struct_fields__} | more
    )
    raw = RawDocument(data=text.encode(), origin=name)
    return replace(told.annotation(name), version=raw.version), raw


WIRE = report("wire", "Marl Wire", "Ilka Orvo told Marl Wire.", to="Marl Wire")
COPY = report("copy", "Hollow Post", "Ilka Orvo told Marl Wire on Monday.", to="Marl Wire")
OWN = report("own", "Tern Press", "Ilka Orvo told reporters in Quarn.", to="reporters")
ALL = (WIRE, COPY, OWN)


def filled(path: Path, order: tuple[tuple[Annotation, RawDocument], ...]) -> Record:
    record = Record(path)
    for annotation, raw in order:
        record.add(annotation, raw)
    return record


@pytest.fixture
def record(tmp_path: Path) -> Record:
    return filled(tmp_path / "a.vrb", ALL)


def test_carriers_are_gathered_and_origins_counted(record: Record) -> None:
    found = record.origins("s1")
    assert [carrier.outlet for carrier in found.carriers] == [
        "Marl Wire",
        "Hollow Post",
        "Tern Press",
    ]
    assert (found.reports, found.origins.lower, found.origins.upper) == (3, 2, 2)
    assert found.origins.groups[0].label == "Marl Wire, interview"
    assert record.standing(["s1"])["s1"].reports == 3


def test_order_of_reading_does_not_matter(tmp_path: Path) -> None:
    dumps = [
        list(filled(tmp_path / f"{n}.vrb", order).dump())
        for n, order in enumerate(permutations(ALL))
    ]
    assert all(dump == dumps[0] for dump in dumps)
    assert any('"carried"' in line for line in dumps[0])


def test_forgetting_a_report_updates_the_count(record: Record) -> None:
    record.forget("wire")
    assert record.origins("s2").reports == 2
    record.forget("copy")
    assert record.origins("s3").reports == 1
    assert not record.standing(["s3"])


def test_a_cut_holds_after_reading_again_and_can_be_undone(record: Record) -> None:
    made = record.origin_decisions.cut("s1", "s3", author="Ada").correction
    assert "s3" not in {carrier.entry for carrier in record.origins("s1").carriers}
    for _ in record.rebuild():
        pass
    assert "s3" not in {carrier.entry for carrier in record.origins("s1").carriers}
    with pytest.raises(UsageError):
        record.origin_decisions.cut("s1", "s3", author="Ada")
    record.corrections.undo(made.id, author="Ada")
    assert record.origins("s1").reports == 3


def test_what_has_no_origin_is_refused(record: Record) -> None:
    with pytest.raises(UsageError):
        record.origins("r1")
    with pytest.raises(NoSuchEntry):
        record.origins("s99")
