"""Matters in the record: the same in any order, gone with what they rest on."""

from __future__ import annotations

import tempfile
from pathlib import Path

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.record.factory import annotate
from verbale.model import Annotation, RawDocument, Topic
from verbale.record import LaneFilter, MatterFilter, PositionFilter, Record, StatementFilter

Topical = tuple[Annotation, RawDocument]


def report(
    name: str, *topics: tuple[str, str], parties: tuple[str, ...] = ("ORD", "VEL")
) -> Topical:
    """A report whose first statement names each of the topics (key, words)."""
    annotation, raw = annotate(origin=name, url=f"https://orda.example/{name}")
    drawn = tuple(
        Topic(
            id=n,
            key=key,
            head=key.split()[-1],
            kind="agreement",
            words=words,
            parties=parties,
            bare=" " not in key,
            statements=(1,),
            positions=(1,),
            weight=3,
        )
        for n, (key, words) in enumerate(topics, 1)
    )
    return msgspec.structs.replace(annotation, topics=drawn), raw


REPORTS = [
    report("a", ("ferry agreement", "ferry treaty")),
    report("b", ("ferry agreement", "ferry pact"), ("grain", "grain")),
    report("c", ("agreement", "deal")),
    report("d", ("new ferry agreement", "ferry treaty")),
    report("e", ("ferry agreement", "ferry treaty"), parties=("ORD", "XYZ")),
    report("f", ("grain", "grain"), parties=("ORD", "XYZ")),
]


def dumped(order: list[int]) -> list[str]:
    with tempfile.TemporaryDirectory() as folder, Record(Path(folder) / "x.vrb") as record:
        for number in order:
            record.add(*REPORTS[number])
        return list(record.dump())


def test_reports_make_matters(record: Record) -> None:
    for each in REPORTS:
        record.add(*each)
    (only,) = record.matters().rows
    assert only.matter.name == "ferry treaty"
    assert only.matter.parties == ("ORD", "VEL")
    assert only.matter.keys == ("agreement", "ferry agreement", "new ferry agreement")
    assert only.matter.reports == 4
    assert record.matter(only.matter.id[:4]) == only == record.matter("ferry pact")
    assert not record.matters(MatterFilter(party="XYZ")).rows
    said = record.statements(StatementFilter(matter="ferry treaty"))
    assert {row.handle[0] for row in said} == set("abcd")
    assert record.statements(StatementFilter(matter=only.matter.id)) == said
    (link,) = record.matters_of(said[0].id)
    assert link.matter == only.matter
    assert "in its content" in link.reason
    held = record.positions(PositionFilter(matter=only.matter.id))
    assert {row.handle[0] for row in held} == set("abcd")


def test_the_second_statement_inherits(record: Record) -> None:
    annotation, raw = REPORTS[0]
    topic = msgspec.structs.replace(annotation.topics[0], headline=True, weight=6)
    record.add(msgspec.structs.replace(annotation, topics=(topic,)), raw)
    reasons = [record.matters_of(row.id)[0].reason for row in record.statements()]
    assert reasons == ["“ferry treaty” in its content", "“ferry treaty” in the headline"]


EXPECTED = dumped(list(range(len(REPORTS))))


@settings(max_examples=15, deadline=None)
@given(st.permutations(range(len(REPORTS))), st.lists(st.integers(0, len(REPORTS) - 1)))
def test_any_order_and_any_repetition(order: list[int], again: list[int]) -> None:
    assert dumped([*order, *again]) == EXPECTED


def test_a_bare_noun_of_one_party_is_no_matter(record: Record) -> None:
    for name in "ghi":
        record.add(*report(name, ("agreement", "deal"), parties=("ORD",)))
        record.add(*report(f"{name}2", ("ferry agreement", "ferry deal"), parties=("XYZ",)))
    assert [row.matter.name for row in record.matters()] == ["ferry deal"]


def test_a_matter_goes_with_its_reports(record: Record) -> None:
    for each in REPORTS[:2]:
        record.add(*each)
    before = record.matters().rows
    record.add(*REPORTS[5])
    assert record.matters().rows == before
    record.forget(record.reports().rows[0].id)
    assert not record.matters().rows


def named(record: Record) -> dict[str, str]:
    return {row.matter.name: row.matter.id for row in record.matters()}


def test_a_person_decides(record: Record) -> None:
    for each in [*REPORTS, report("g", ("grain", "grain"))]:
        record.add(*each)
    before = named(record)
    assert set(before) == {"ferry treaty", "grain"}
    decide = record.matter_decisions

    renamed = decide.rename("ferry treaty", "the ferry", author="Ida")
    assert named(record) == {"the ferry": before["ferry treaty"], "grain": before["grain"]}
    merged = decide.merge("grain", "the ferry", author="Ida", reason="it goes by ferry")
    assert named(record) == {"the ferry": before["ferry treaty"]}
    assert record.matter("the ferry").matter.reports == 5
    decided = list(record.dump())

    for _ in record.rebuild():
        pass
    assert list(record.dump()) == decided
    record.corrections.undo(merged.correction.id, author="Ida")
    assert named(record) == {"the ferry": before["ferry treaty"], "grain": before["grain"]}
    record.corrections.undo(renamed.correction.id, author="Ida")
    assert named(record) == before

    decide.split("ferry treaty", ["deal"], author="Ida")
    assert set(named(record)) == {"ferry treaty", "grain", "deal"}
    assert record.matter("ferry treaty").matter.id == before["ferry treaty"]


def test_decisions_hold_in_another_record(record: Record, tmp_path: Path) -> None:
    for each in REPORTS:
        record.add(*each)
    record.matter_decisions.rename("ferry treaty", "the ferry", author="Ida")
    with Record(tmp_path / "other.vrb") as other:
        other.corrections.take(record.corrections.entries())
        for each in reversed(REPORTS):
            other.add(*each)
        assert named(other) == named(record)


def test_a_pinned_matter_keeps_its_id(record: Record) -> None:
    for each in (report("a", ("agreement", "deal")), report("b", ("agreement", "deal"))):
        record.add(*each)
    (before,) = named(record).values()
    record.matter_decisions.pin("deal", author="Ida")
    for n in range(4):
        record.add(*report(f"c{n}", ("ferry agreement", "ferry treaty")))
    assert named(record) == {"ferry treaty": before}


def test_the_positions_counted_are_those_of_the_lanes(record: Record) -> None:
    for each in REPORTS:
        record.add(*each)
    found = record.matters_held()
    assert found.rows
    for row in found:
        lanes = record.lanes(LaneFilter(matter=row.matter.id))
        assert row.positions == sum(len(lane.held) for lane in lanes)
