"""The same bytes from two places are one report; what is told of them may keep them two."""

from __future__ import annotations

import pytest

from tests.record.factory import TALKS, annotate
from verbale.record import Record

HANDED = "handed over 0123456789ab/talks.txt"


def join(record: Record, origin: str, text: str = TALKS, **given: str) -> str:
    return record.add(*annotate(text, origin, **given), join_copies=True).kind


def test_a_second_place_is_noted_and_nothing_else(record: Record) -> None:
    assert [join(record, "a/talks.txt"), join(record, "b/talks.txt")] == ["new", "unchanged"]
    assert record.counts().reports == 1
    assert record.places("r1") == ("a/talks.txt", "b/talks.txt")
    assert join(record, "b/talks.txt") == "unchanged"


def test_without_being_asked_places_are_reports(record: Record) -> None:
    record.add(*annotate(origin="a.txt"))
    record.add(*annotate(origin="b.txt"))
    assert record.counts().reports == 2


@pytest.mark.parametrize("key", ["url", "key"])
def test_what_is_learned_at_the_second_place_counts(record: Record, key: str) -> None:
    name = "https://orda.example/1" if key == "url" else "ferries"
    join(record, "a.txt")
    join(record, "b.txt", **{key: name})
    assert record.counts().reports == 1
    assert record.report("r1").lineage == name
    assert join(record, "c.txt") == "unchanged"
    assert record.report("r1").lineage == name


def test_a_file_counts_more_than_what_was_handed_over(record: Record) -> None:
    join(record, HANDED)
    join(record, "talks.txt")
    assert record.report("r1").lineage == record.report("r1").origin == "talks.txt"
    assert record.places("r1") == ("talks.txt", HANDED)


def test_two_addresses_or_outlets_are_two_reports(record: Record) -> None:
    join(record, "a.txt", url="https://orda.example/1")
    join(record, "b.txt", url="https://velm.example/1")
    other = TALKS.replace("Nothing", "Little")
    for outlet, origin in (("Orda Courier", "c.txt"), ("Velm Post", "d.txt")):
        annotation, raw = annotate(other, origin, outlet=outlet)
        said = type(raw)(data=raw.data, origin=origin, given=type(raw.given)(outlet=outlet))
        record.add(annotation, said, join_copies=True)
    assert record.counts().reports == 4


def test_an_older_copy_does_not_come_back(record: Record) -> None:
    join(record, "a.txt")
    join(record, "b.txt")
    newer = TALKS.replace("before summer", "before winter")
    assert join(record, "a.txt", newer) == "updated"
    annotation, raw = annotate(TALKS, "b.txt", code="verbale 1 / no model")
    assert record.add(annotation, raw, join_copies=True).kind == "unchanged"
    assert "winter" in record.annotation("r1").text


def test_newer_code_at_the_second_place_draws_the_report_anew(record: Record) -> None:
    join(record, "a.txt")
    join(record, "b.txt")
    annotation, raw = annotate(TALKS, "b.txt", code="verbale 1 / no model")
    assert record.add(annotation, raw, join_copies=True).kind == "reannotated"
    assert record.report("r1").origin == "a.txt"


def test_forgetting_forgets_every_place(record: Record) -> None:
    join(record, "a.txt")
    join(record, "b.txt")
    record.forget("r1")
    assert [join(record, "a.txt"), join(record, "b.txt")] == ["forgotten", "forgotten"]
