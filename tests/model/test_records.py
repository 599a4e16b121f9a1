"""The records: frozen, whole on the wire, and what little they answer themselves."""

from __future__ import annotations

import inspect

import msgspec
import pytest

from verbale import model
from verbale.model import (
    Act,
    Actor,
    Annotation,
    Dated,
    Given,
    Office,
    RawDocument,
    Report,
    Span,
    Statement,
)

RECORDS = [
    record
    for name in model.__all__
    if inspect.isclass(record := getattr(model, name)) and issubclass(record, msgspec.Struct)
]

ANNOTATION = Annotation(
    id="ferry-0123abcd",
    origin="ferry.txt",
    lineage="ferry.txt",
    version="00",
    code="verbale 0; none; lexicon 0",
    report=Report(
        text="Aras said no.", body=(Span(0, 13),), published=Dated(date="XXXX-07-15", how="stated")
    ),
    actors=(Actor(id=1, kind="person", name="Aras", offices=(Office(title="mayor"),)),),
    statements=(Statement(id=1, source=(Span(0, 4),), cue=(Span(5, 9),), content=(Span(10, 12),)),),
    acts=(Act(id=1, type="CONSULT"),),
)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_records_are_frozen_and_documented(record: type[msgspec.Struct]) -> None:
    assert record.__struct_config__.frozen
    assert inspect.getdoc(record)


def test_an_annotation_goes_over_the_wire_and_back() -> None:
    wire = msgspec.json.encode(ANNOTATION)
    assert msgspec.json.decode(wire, type=Annotation) == ANNOTATION
    assert b'"source":[[0,4]]' in wire


def test_an_annotation_has_a_schema() -> None:
    schema = msgspec.json.schema(Annotation)
    assert schema["$ref"].endswith("/Annotation")


def test_all_offsets_count_in_the_text_of_the_report() -> None:
    assert ANNOTATION.text == ANNOTATION.report.text


@pytest.mark.parametrize(
    ("date", "full"), [("2025-07-15", True), ("2025-07", True), ("XXXX-07-15", False)]
)
def test_a_day_without_its_year_is_not_full(date: str, full: bool) -> None:
    assert Dated(date=date, how="stated").full is full


@pytest.mark.parametrize(
    ("given", "lineage"),
    [
        (Given(), "in/ferry.txt"),
        (Given(key="K7"), "K7"),
        (Given(key="K7", url="https://e.example/ferry"), "https://e.example/ferry"),
    ],
)
def test_lineage_is_the_address_else_the_key_else_the_origin(given: Given, lineage: str) -> None:
    assert RawDocument(data=b"x", origin="in/ferry.txt", given=given).lineage == lineage


def test_version_is_of_the_bytes_alone() -> None:
    one = RawDocument(data=b"x", origin="a")
    assert one.version == RawDocument(data=b"x", origin="b").version
    assert one.version != RawDocument(data=b"x ", origin="a").version
    assert len(one.version) == 64
