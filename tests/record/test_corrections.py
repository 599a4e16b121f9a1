"""A person's corrections in a record: what they change, what they survive, how they end."""

from __future__ import annotations

import sqlite3

import msgspec
import pytest

from tests.record.factory import TALKS, annotate
from verbale.errors import AmbiguousEntry, NoSuchEntry, RecordError, UsageError
from verbale.record import ActorFilter, PositionFilter, Record, StatementFilter
from verbale.record.connect import Db

ME = "Mara Lind"


def correct(record, entry, reason="", **changes):
    return record.corrections.correct(entry, changes, author=ME, reason=reason)


def states(record):
    return [row.state for row in record.corrections.rows()]


def test_filters_and_searches_see_the_corrected_value(record):
    record.add(*annotate())
    (row,) = correct(record, "s1", speaker="Iro Salm", reason="named below")
    assert (row.state, row.entry, row.report) == ("applied", "s1", "r1")
    assert [s.id for s in record.statements(StatementFilter(by="Iro Salm"))] == ["s1"]
    assert [s.id for s in record.statements(StatementFilter(text="Salm"))] == ["s1"]
    assert not record.statements(StatementFilter(by="Lena Brask")).rows
    assert record.annotation("r1").statements[0].speaker == "Iro Salm"
    assert record.drawn("r1").statements[0].speaker == "Lena Brask"


def test_the_history_tells_who_changed_it_and_why(record):
    record.add(*annotate())
    (row,) = correct(record, "s1", speaker="Iro Salm", reason="named below")
    drawn, changed = record.history("s1")
    assert (drawn.correction, drawn.author) == (None, None)
    assert (changed.what, changed.correction) == ("changed", row.correction.id)
    assert (changed.author, changed.reason) == (ME, "named below")
    assert "Lena Brask" in (changed.old or "")


def test_what_is_so_already_is_no_correction(record):
    record.add(*annotate())
    assert correct(record, "s1", speaker="Lena Brask") == ()
    assert correct(record, "s1", speaker="Iro Salm")
    assert correct(record, "s1", speaker="Iro Salm") == ()
    assert len(record.corrections.rows()) == 1


def test_a_later_one_replaces_and_undoing_goes_back_step_by_step(record):
    record.add(*annotate())
    correct(record, "s1", speaker="A")
    correct(record, "s1", speaker="B")
    assert states(record) == ["replaced", "applied"]
    record.corrections.undo("s1", author=ME)
    assert states(record) == ["applied", "undone"]
    assert record.annotation("r1").statements[0].speaker == "A"
    record.corrections.undo("s1", author=ME, reason="no")
    assert record.annotation("r1").statements[0].speaker == "Lena Brask"
    assert record.corrections.rows()[0].why == f"by {ME}: no"
    with pytest.raises(NoSuchEntry):
        record.corrections.undo("s1", author=ME)
    with pytest.raises(UsageError, match="undone already"):
        record.corrections.undo(record.corrections.rows()[0].correction.id, author=ME)


def test_a_rejected_entry_comes_back_under_its_id(record):
    record.add(*annotate())
    before = [row.id for row in record.statements()], [row.id for row in record.positions()]
    correct(record, "s1", rejected=True)
    assert [row.id for row in record.statements()] == ["s2"]
    assert not record.positions().rows  # it had nothing left to rest on
    with pytest.raises(NoSuchEntry):
        record.find("s1")
    assert [row.state for row in record.corrections.of("s1")] == ["applied"]
    record.corrections.undo("s1", author=ME)
    assert ([row.id for row in record.statements()], [r.id for r in record.positions()]) == before


def test_nested_entries_come_back_under_their_ids_in_any_order(record):
    annotation, raw = annotate()
    inner = msgspec.structs.replace(annotation.statements[1], nested_in=1)
    statements = (annotation.statements[0], inner)
    record.add(msgspec.structs.replace(annotation, statements=statements), raw)
    correct(record, "s1", rejected=True)
    correct(record, "s2", rejected=True)
    record.corrections.undo("s1", author=ME)
    record.corrections.undo("s2", author=ME)
    assert [(row.id, row.nested_in) for row in record.statements()] == [("s1", None), ("s2", "s1")]


def test_an_entry_keeps_its_id_whatever_is_corrected(record):
    record.add(*annotate())
    correct(record, "p1", party="VEL", on="terms", stance="refuses", matter="bridge")
    assert [row.id for row in record.positions(PositionFilter(party="VEL", on="terms"))] == ["p1"]
    correct(record, "e1", type="REJECT", actor=("VEL",))
    assert [row.id for row in record.acts()] == ["e1"]


def test_it_survives_reading_again_and_a_new_version(record):
    record.add(*annotate(url="https://orda.example/1"))
    correct(record, "s1", speaker="Iro Salm")
    correct(record, "s2", rejected=True)
    record.add(*annotate(url="https://orda.example/1", code="verbale 1"))
    assert states(record) == ["applied", "applied"]
    longer = "A line before.\n" + TALKS + "More.\n"
    record.add(*annotate(longer, url="https://orda.example/1"))
    assert states(record) == ["applied", "applied"]
    assert [(s.id, s.statement.speaker) for s in record.statements()] == [("s1", "Iro Salm")]


def test_it_waits_for_its_passage(record):
    record.add(*annotate(url="https://orda.example/1"))
    correct(record, "s1", speaker="Iro Salm")
    gone = TALKS.replace("would sail again", "is sold")
    record.add(*annotate(gone, url="https://orda.example/1"))
    (row,) = record.corrections.orphaned()
    assert (row.report, row.why) == ("r1", "its passage is not in the report any more")
    record.add(*annotate(TALKS + "Back.\n", url="https://orda.example/1"))
    assert states(record) == ["applied"]


def test_it_follows_a_report_whose_address_is_learned(record):
    record.add(*annotate())
    correct(record, "s1", speaker="Iro Salm")
    record.add(*annotate(url="https://orda.example/1"))
    assert states(record) == ["applied"]
    assert record.annotation("r1").statements[0].speaker == "Iro Salm"
    correct(record, "s1", speaker="Otto Fenn")
    assert states(record) == ["replaced", "applied"]
    record.forget("r1")
    assert record.corrections.entries() == ()


def test_a_corrected_day_moves_what_hangs_on_it(record):
    record.add(*annotate(published="XXXX-03-04"))
    assert not record.statements(StatementFilter(since="2025")).rows
    correct(record, "r1", published="2025-03-04")
    assert len(record.statements(StatementFilter(since="2025"))) == 2
    assert record.open_questions().undated == ()
    assert record.report("r1").published == "2025-03-04"


def test_a_person_is_of_the_corrected_state_all_through_the_report(record):
    twice = TALKS.replace("the ministry|added", "Lena Brask|added")
    record.add(*annotate(twice))
    (actor,) = (row for row in record.roster(ActorFilter(name="Lena Brask")))
    assert (actor.kind, actor.country) == ("person", "ORD")
    correct(record, "s1", country="VEL")
    (actor,) = (row for row in record.roster(ActorFilter(name="Lena Brask")))
    assert actor.country == "VEL"
    assert [row.id for row in record.statements(StatementFilter(country="VEL"))] == ["s1", "s2"]
    assert {held.country for row in record.actors() for held in row.actor.offices} <= {"VEL"}
    correct(record, "s2", country="ORD")
    assert [row.id for row in record.statements(StatementFilter(country="VEL"))] == ["s1"]
    record.corrections.undo("s2", author=ME)
    record.corrections.undo("s1", author=ME)
    assert [row.country for row in record.roster(ActorFilter(name="Lena Brask"))] == ["ORD"]
    assert not record.statements(StatementFilter(country="VEL")).rows


def test_forgetting_takes_the_words_along(path):
    with Record(path) as record:
        record.add(*annotate())
        correct(record, "s1", speaker="Quixotropic", reason="zanzibaric")
        record.corrections.split("a1", author=ME, reason="xylographic")
        entries = record.corrections.entries()
        record.forget("r1")
        assert record.corrections.rows() == ()
        imported = record.corrections.take(entries)
        assert (imported.new, imported.forgotten) == ((), 2)
    disk = b"".join(file.read_bytes() for file in path.parent.glob(path.name + "*"))
    assert not any(word in disk for word in (b"Quixotropic", b"zanzibaric", b"xylographic"))


def test_the_ledger_cannot_be_rewritten(record, path):
    record.add(*annotate())
    correct(record, "s1", speaker="Iro Salm")
    db = Db(path, sqlite3.connect(path, isolation_level=None))
    try:
        for sql in ("UPDATE corrections SET record = '{}'", "DELETE FROM corrections"):
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                db.run(sql)
    finally:
        db.close()


def test_they_are_taken_over_by_another_record(record, tmp_path):
    record.add(*annotate())
    correct(record, "s1", speaker="A")
    correct(record, "s1", speaker="B")
    correct(record, "s2", rejected=True)
    record.corrections.undo("s2", author=ME)
    with Record(tmp_path / "other.vrb") as other:
        early = other.corrections.take(record.corrections.entries())
        assert [row.state for row in early.new] == ["replaced", "orphaned", "undone"]
        other.add(*annotate("Another\n", "x.txt"))
        other.add(*annotate())
        assert list(other.statements()) != list(record.statements())  # other ids
        assert [s.statement for s in other.statements()] == [
            s.statement for s in record.statements()
        ]
        again = other.corrections.take(record.corrections.entries())
        assert (again.new, again.known) == ((), 4)
        mine = correct(other, "s1", speaker="C")[0].correction
        theirs = correct(record, "s1", speaker="D")[0].correction
        (conflict,) = other.corrections.take(record.corrections.entries()).conflicts
        assert (conflict.mine, conflict.theirs) == (mine, theirs)
        assert other.annotation("talks").statements[0].speaker == "C"
        assert other.check() == ()


def test_what_cannot_be_said(record):
    record.add(*annotate())
    for entry, changes in (
        ("s1", {"stance": "open"}),
        ("s1", {"polarity": "maybe"}),
        ("s1", {"speaker": ()}),
        ("a1", {"name": "x"}),
        ("r1", {"published": "soon"}),
    ):
        with pytest.raises(UsageError):
            record.corrections.correct(entry, changes, author=ME)
    with pytest.raises(NoSuchEntry):
        correct(record, "s99", speaker="x")
    assert record.corrections.entries() == ()


def test_a_record_opened_to_look_takes_none(record, path):
    record.add(*annotate())
    with Record(path, read_only=True) as looking, pytest.raises(RecordError, match="reading only"):
        correct(looking, "s1", speaker="x")


# Who is who.

SHORT = "Talks\n{Brask|said|the ferry waits}.\n"


def two_reports(record):
    record.add(*annotate())
    record.add(*annotate(SHORT, "short.txt"))
    record.add(*annotate(SHORT.replace("waits", "sails"), "third.txt"))


def roster(record, name):
    return [(row.name, row.reports, row.also) for row in record.roster(ActorFilter(name=name))]


def test_one_reports_actor_is_taken_for_another(record):
    two_reports(record)
    by = StatementFilter(by="Lena Brask")
    assert len(record.statements(by)) == 1
    made = record.corrections.merge("a3", "Lena Brask", author=ME)
    assert made.state == "applied"
    assert len(record.statements(by)) == 2
    assert roster(record, "Brask") == [("Lena Brask", 2, ("Brask",)), ("Brask", 1, ())]
    assert record.annotation("r2").statements[0].speaker == "Brask"
    assert record.history("a3")[-1].author == ME
    record.corrections.undo("a3", author=ME)
    assert len(record.statements(by)) == 1


def test_whoever_has_a_name_is_taken_for_another_in_reports_to_come_too(record):
    two_reports(record)
    record.corrections.merge("Brask", "Lena Brask", author=ME)
    record.add(*annotate(SHORT + "More.\n", "fourth.txt"))
    assert roster(record, "Brask") == [("Lena Brask", 4, ("Brask",))]
    record.corrections.split("a3", author=ME)
    assert ("Brask", 1, ()) in roster(record, "Brask")
    with pytest.raises(UsageError, match="already"):
        record.corrections.merge("a4", "Lena Brask", author=ME)


def test_a_name_must_mean_one(record):
    two_reports(record)
    with pytest.raises(AmbiguousEntry, match="Lena Brask ORD"):
        record.corrections.merge("ministry", "Minister of Ferries", author=ME)
    with pytest.raises(NoSuchEntry):
        record.corrections.merge("a1", "Nobody", author=ME)
    with pytest.raises(UsageError, match="one report"):
        record.corrections.split("Lena Brask", author=ME)
