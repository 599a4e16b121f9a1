from __future__ import annotations

import msgspec
import pytest

from tests.record.factory import CODE, TALKS, annotate
from verbale.model import Given
from verbale.record import Change, Record, StatementFilter


def test_a_report_comes_back_as_it_went_in(record):
    annotation, raw = annotate()
    added = record.add(annotation, raw)
    assert (added.report_id, added.kind, added.changes) == ("r1", "new", ())
    assert record.annotation("r1") == annotation
    assert record.original("r1") == raw.data


def test_adding_it_again_writes_nothing(record, path):
    annotation, raw = annotate()
    record.add(annotation, raw)
    before = [*record.dump()], record.history("r1"), path.with_name("x.vrb-wal").read_bytes()
    assert record.add(annotation, raw).kind == "unchanged"
    assert before == (
        [*record.dump()],
        record.history("r1"),
        path.with_name("x.vrb-wal").read_bytes(),
    )


def test_the_same_page_saved_elsewhere_is_unchanged(record):
    record.add(*annotate(origin="a.txt", url="https://orda.example/1"))
    again, raw = annotate(origin="b.txt", url="https://orda.example/1")
    assert record.add(again, raw).kind == "unchanged"
    assert record.report("r1").origin == "a.txt"


def test_new_bytes_are_a_new_version_and_both_are_kept(record):
    old, old_raw = annotate()
    new, new_raw = annotate(
        TALKS.replace("before summer", "before winter")
        .replace("ready for ferry talks", "breaks off talks")
        .replace("that no date was fixed", "that talks would end"),
        published="2024-03-05",
    )
    record.add(old, old_raw)
    added = record.add(new, new_raw)
    assert (added.kind, added.current) == ("updated", True)
    assert set(added.changes) >= {
        Change(
            what="headline",
            how="changed",
            old="Ordania ready for ferry talks",
            new="Ordania breaks off talks",
        ),
        Change(what="published", how="changed", old="2024-03-04", new="2024-03-05"),
        Change(what="statement", how="removed", old="that no date was fixed"),
        Change(what="statement", how="added", new="that talks would end"),
    }
    assert [v.version for v in record.versions("r1")] == [old.version, new.version]
    assert [v.current for v in record.versions("r1")] == [False, True]
    assert record.annotation("r1") == new
    assert record.annotation("r1", old.version[:12]) == old
    assert record.original("r1", old.version[:12]) == old_raw.data
    assert record.difference("r1", old.version[:12]) == added.changes
    assert record.difference("r1", new.version, old.version)[0].old == "Ordania breaks off talks"


def test_places_are_no_change_and_entries_keep_their_ids(record):
    record.add(*annotate())
    before = {s.content_words: s.id for s in record.statements()}
    moved = TALKS.replace("ORDA, 4 March.", "A new first sentence of some length. ORDA, 4 March.")
    added = record.add(*annotate(moved))
    assert [change.what for change in added.changes] == ["body", "body"]
    assert {s.content_words: s.id for s in record.statements()} == before
    assert [step.what for step in record.history("s1")] == ["added", "moved"]


def test_equal_statements_keep_their_order(record):
    twice = "Talks\n{Lena Brask|said|yes}. {Lena Brask|said|yes}.\n"
    record.add(*annotate(twice))
    record.add(*annotate(twice + "End.\n"))
    rows = sorted(record.statements(), key=lambda row: row.statement.id)
    assert [row.id for row in rows] == ["s1", "s2"]


def test_new_code_draws_the_same_version_anew(record):
    annotation, raw = annotate()
    record.add(annotation, raw)
    second = msgspec.structs.replace(annotation.statements[1], speaker="Ministry of Ferries")
    better = msgspec.structs.replace(
        annotation, code="verbale 1", statements=(annotation.statements[0], second)
    )
    added = record.add(better, raw)
    assert added.kind == "reannotated"
    assert added.changes == (
        Change(
            what="statement.speaker",
            how="added",
            new="Ministry of Ferries",
            about="that no date was fixed",
        ),
    )
    assert len(record.versions("r1")) == 1
    last = record.history("s2")[-1]
    assert (last.what, last.code) == ("changed", "verbale 1")
    assert '"speaker":null' in last.old
    assert '"speaker":"Ministry of Ferries"' in last.new
    assert len(record.statements(StatementFilter(by="ministry of ferries"))) == 1


def test_what_the_user_says_beside_the_bytes_counts(record):
    annotation, raw = annotate(published=None)
    record.add(annotation, raw)
    told = msgspec.structs.replace(raw, given=Given(published="2024-03-04"))
    assert record.holds(raw, CODE)
    assert not record.holds(told, CODE)
    assert not record.holds(raw, "verbale 1")
    dated, _ = annotate(published="2024-03-04")
    assert record.add(dated, told).kind == "reannotated"
    known = record.known()
    assert (known.holds(told, CODE), known.holds(raw, CODE), len(known)) == (True, False, 1)


def test_one_page_in_two_files_settles(record):
    """Both say the same address; the second reading of the folder must find nothing to do."""
    one = annotate(TALKS, "a.txt", url="https://orda.example/1")
    two = annotate(TALKS + "More.\n", "b.txt", url="https://orda.example/1")
    record.add(*one)
    assert record.add(*two).kind == "updated"
    before = list(record.dump())
    for annotation, raw in (one, two):
        assert record.holds(raw, CODE, "another code")
        assert record.add(annotation, raw).kind == "unchanged"
    assert list(record.dump()) == before


def test_a_page_that_goes_back_to_its_old_words_is_shown_so(record):
    old, new = annotate(), annotate(TALKS + "More.\n")
    for annotation, raw in (old, new, old):
        record.add(annotation, raw)
        assert record.annotation("r1") == annotation
    assert not record.holds(new[1], CODE)
    assert record.holds(old[1], CODE)
    assert len(record.versions("r1")) == 2


def test_a_report_keeps_its_id_when_its_address_is_learned(record):
    record.add(*annotate(published=None))
    told = annotate(published="2024-03-04", url="https://orda.example/1")
    added = record.add(*told)
    assert (added.report_id, added.kind) == ("r1", "reannotated")
    assert record.report("r1").lineage == "https://orda.example/1"
    assert record.counts().reports == 1


def test_another_page_at_the_same_path_is_another_report(record):
    record.add(*annotate())
    other = annotate(TALKS + "Other.\n", url="https://orda.example/2")
    assert record.add(*other).report_id == "r2"


def test_an_older_copy_read_later_does_not_take_over(record):
    new = annotate(TALKS + "Updated.\n", published="2024-03-04", updated="2024-03-06")
    old = annotate(published="2024-03-04")
    record.add(*new)
    added = record.add(*old)
    assert (added.kind, added.current, added.changes) == ("updated", False, ())
    assert record.annotation("r1") == new[0]
    assert len(record.versions("r1")) == 2
    assert record.add(*old).kind == "unchanged"


def test_without_dates_the_later_read_is_current(record):
    first, second = annotate(published=None), annotate(TALKS + "More.\n", published="XXXX-03-04")
    record.add(*first)
    assert record.add(*second).current
    assert record.annotation("r1") == second[0]


@pytest.mark.parametrize("name", ["caf\udce9.txt", "nul\0.txt", "日本.txt"])
def test_odd_names_and_texts(record, name):
    annotation, raw = annotate(TALKS.replace("settled", "se\udcff\0tled"), origin=name)
    assert record.add(annotation, raw).kind == "new"
    assert record.add(annotation, raw).kind == "unchanged"
    assert record.holds(raw, CODE)
    assert len(record.annotation("r1").text) == len(annotation.text)
    assert record.original("r1") == raw.data
    assert record.report(name).id == "r1"


def test_two_reports_of_odd_name_stay_two(record):
    record.add(*annotate(origin="\udce8.txt"))
    assert record.add(*annotate(origin="\udce9.txt")).report_id == "r2"


def test_a_report_without_anything(record):
    assert record.add(*annotate("\n", published=None)).kind == "new"
    assert record.counts().statements == 0


def test_skips_last_until_the_input_is_read(record):
    record.skip("talks.txt", "no permission", kind="UnreadableSource")
    record.skip("talks.txt", "empty", kind="UnreadableSource")
    assert [(skip.name, skip.reason) for skip in record.skips()] == [("talks.txt", "empty")]
    record.add(*annotate())
    assert record.skips() == ()


def test_a_failure_half_way_leaves_nothing(record, monkeypatch):
    def fail(*_args: object, **_kw: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("verbale.record.history.write", fail)
    with pytest.raises(RuntimeError):
        record.add(*annotate())
    monkeypatch.undo()
    assert record.counts().reports == 0
    assert record.add(*annotate()).kind == "new"


def test_a_view_does_not_write(path):
    with Record(path) as record:
        record.add(*annotate())
    with Record(path, read_only=True) as view, pytest.raises(Exception, match="reading only"):
        view.add(*annotate())


def test_extensions_are_kept_with_the_record(record):
    record.keep_extensions({"a.toml": "x = 1", "b.toml": ""})
    record.keep_extensions({"a.toml": "x = 2"})
    assert record.extensions() == {"a.toml": "x = 2"}


def test_fetches(record):
    assert record.fetches.get("https://orda.example/feed") is None
    record.fetches.put("https://orda.example/feed", '"7"', None)
    assert record.fetches.get("https://orda.example/feed") == ('"7"', None)
