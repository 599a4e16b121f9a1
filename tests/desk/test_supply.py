"""What servers say of documents is kept only once the documents are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from verbale.desk import reading
from verbale.desk.supply import Fetched, Ledger, supply
from verbale.model import RawDocument
from verbale.record import Record
from verbale.sources import Reading, Skipped, SourceOptions, Unchanged

ADDRESS = "https://tarnpost.example/feed"
TEXT = b"Foreign Minister Ilse Marrin said on Tuesday that talks would go on."


@dataclass(frozen=True)
class Address:
    """An address with two documents, fetched only if its validators have changed."""

    ledger: Ledger
    name: str = ADDRESS
    size: int | None = None
    skipped: tuple[Skipped, ...] = ()
    data: tuple[bytes, ...] = (TEXT, TEXT + b" Again.")
    put: list[str] = field(default_factory=list)

    def documents(self) -> Iterator[Reading]:
        if self.ledger.get(ADDRESS) == ('"1"', None):
            yield Unchanged(origin=ADDRESS, reason="the server says so")
            return
        for number, data in enumerate(self.data):
            yield RawDocument(data=data, origin=f"{ADDRESS}#{number}")
        self.ledger.put(ADDRESS, '"1"', None)


def read_address(record: Record, monkeypatch: pytest.MonkeyPatch, *data: bytes) -> list[str]:
    def survey(_: object, options: SourceOptions) -> tuple[Address, ...]:
        assert isinstance(options.validators, Ledger)
        return (Address(options.validators, data=data),)

    monkeypatch.setattr(reading, "survey", survey)
    seen: list[str] = []

    class Watching:
        def begin(self, total: int | None) -> None:
            pass

        def advance(self, step: object) -> None:
            seen.append(f"{step.outcome} {record.fetches.get(ADDRESS)}")  # type: ignore[attr-defined]

    reading.read([ADDRESS], record, progress=Watching())
    return seen


def test_validators_come_after_the_documents_of_their_address(record: Record) -> None:
    ledger = Ledger(record.fetches, ask_again=False)
    items = list(supply([Address(ledger)], lambda raw: raw.origin.endswith("#0"), ledger))
    assert [type(item) for item in items] == [Unchanged, RawDocument, Fetched]
    assert record.fetches.get(ADDRESS) is None


def test_validators_are_kept_once_the_documents_are(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = read_address(record, monkeypatch, TEXT, TEXT + b" Again.")
    assert first == ["new None", "new None"]
    assert record.fetches.get(ADDRESS) == ('"1"', None)
    assert read_address(record, monkeypatch, TEXT) == ["unchanged ('\"1\"', None)"]


def test_validators_are_not_kept_when_a_document_was_lost(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patched:
        patched.setattr("verbale.desk.annotators.annotate", stumble)
        assert read_address(record, patched, TEXT) == ["skipped None"]
    assert record.fetches.get(ADDRESS) is None
    assert read_address(record, monkeypatch, TEXT)[0].startswith("new")
