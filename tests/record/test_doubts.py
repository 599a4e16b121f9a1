from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from tests.record.factory import annotate
from verbale.model import Position
from verbale.record import DOUBTS, Record

TEXT = """Ordania waits
{Lena Brask|said|the ferry would sail}. {the ministry|added|that no date was fixed}.
"""


@pytest.fixture
def record(tmp_path: Path) -> Record:
    """Two reports: one without a year, whose second statement is by nobody known, is unsure, and
    carries a position; the same position is told by the other side."""
    drawn, raw = annotate(TEXT, published=None)
    first, second = drawn.statements
    held = Position(
        id=1,
        party="ORD",
        matter="ferry",
        on="talks",
        stance="open",
        evidence=second.content,
        statement=second.id,
        rule="fix > date; by-other",
    )
    drawn = msgspec.structs.replace(
        drawn,
        statements=(first, msgspec.structs.replace(second, score=0.7)),
        positions=(held,),
    )
    opened = Record(tmp_path / "doubts.vrb")
    opened.add(drawn, raw)
    opened.add(*annotate(origin="other.txt"))
    return opened


def test_each_reason_has_its_queue(record: Record) -> None:
    with record:
        found = {kind: [doubt.entry for doubt in record.doubts(kind)] for kind in DOUBTS}
    assert found == {
        "differs": [],
        "speaker": ["s2"],
        "reported": ["p1"],
        "undated": ["r1"],
        "score": ["s2"],
    }


def test_a_queue_goes_on_from_an_entry(record: Record) -> None:
    with record:
        assert record.doubts("score", after="s2") == ()
        assert [each.entry for each in record.doubts("score", after="s3")] == ["s2"]
        assert record.doubts("score", after="nonsense")


def test_what_is_confirmed_leaves_its_queue_and_comes_back(record: Record) -> None:
    with record:
        (doubt,) = record.doubts("speaker")
        (made,) = record.corrections.confirm(doubt.entry, doubt.fields, author="Ada")
        assert (made.state, made.correction.old, made.correction.new) == ("agrees", None, None)
        assert record.doubts("speaker") == ()
        assert record.number_of_doubts()["speaker"] == 0
        record.corrections.undo(made.correction.id, author="Ada")
        assert record.doubts("speaker") == (doubt,)


def test_other_fields_do_not_settle_a_doubt(record: Record) -> None:
    with record:
        record.corrections.correct("r1", {"outlet": "Orda Post"}, author="Ada")
        assert record.doubts("undated")
        record.corrections.correct("r1", {"published": "2024-03-04"}, author="Ada")
        assert record.doubts("undated") == ()


def test_what_is_rejected_is_out(record: Record) -> None:
    with record:
        record.corrections.correct("p1", {"rejected": True}, author="Ada")
        assert record.doubts("reported") == ()


def test_a_confirmed_value_holds_when_it_is_drawn_otherwise(record: Record) -> None:
    with record:
        record.corrections.confirm("s1", ("speaker",), author="Ada")
        drawn, raw = annotate(TEXT, published=None, code="verbale 1 / no model")
        other = msgspec.structs.replace(drawn.statements[0], speaker="Mira Olt")
        record.add(msgspec.structs.replace(drawn, statements=(other, *drawn.statements[1:])), raw)
        assert record.find("s1").statement.speaker == "Lena Brask"  # type: ignore[union-attr]
