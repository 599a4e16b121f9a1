from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.printed import STATEMENT, Line, pdf, set_out
from verbale.errors import SourceTooLarge, UnreadableSource
from verbale.model import RawDocument
from verbale.sources import SourceOptions, survey

WHOLE = pdf([set_out(STATEMENT)])


def read(path: Path, data: bytes, **options: int) -> object:
    path.write_bytes(data)
    (source,) = survey([str(path)], SourceOptions(**options))
    (found,) = source.documents()
    return found


@pytest.mark.parametrize("name", ["statement.pdf", "statement", "STATEMENT.PDF"])
def test_bytes_are_kept_as_they_came(tmp_path: Path, name: str) -> None:
    found = read(tmp_path / name, WHOLE)
    assert isinstance(found, RawDocument)
    assert (found.media, found.data) == ("pdf", WHOLE)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (pdf([[]]), "without text (scanned?)"),
        (pdf([[Line("12", 300, 40)]]), "without text (scanned?)"),
        (WHOLE[:200], "is not a whole PDF document"),
        (b"%PDF-1.7\nnothing", "is not a whole PDF document"),
        (b"no PDF at all", "is not a whole PDF document"),
        (b"", "is empty"),
    ],
    ids=["blank", "numbered", "cut", "garbled", "text", "empty"],
)
def test_what_cannot_be_read_is_said(tmp_path: Path, data: bytes, reason: str) -> None:
    found = read(tmp_path / "statement.pdf", data)
    assert isinstance(found, UnreadableSource)
    assert reason in found.reason


def test_the_limit_holds(tmp_path: Path) -> None:
    assert isinstance(read(tmp_path / "statement.pdf", WHOLE, max_bytes=100), SourceTooLarge)
