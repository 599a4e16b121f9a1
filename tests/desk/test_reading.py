"""Reading into a record: what is read, what is passed over, what is kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from verbale.desk import ReadOptions, Step, annotators, lexicon_of, read
from verbale.errors import LexiconError
from verbale.lexicon import default_lexicon
from verbale.model import Annotation, RawDocument
from verbale.record import Record
from verbale.sources import Held

TELLS = (
    "{place}, April {day}, 2025 (Reuters) - Foreign Minister Ilse Marrin said on Tuesday that "
    "talks with {party} would go on.\n"
)
PARTY = """
[[party]]
code = "XVL"
kind = "state"
name = "Velmark"
example = "Velmark said that the talks would go on."
"""


def put_reports(folder: Path, number: int) -> Path:
    folder.mkdir(exist_ok=True)
    for day in range(1, number + 1):
        text = TELLS.format(place="TOKYO", day=day, party="Velmark")
        (folder / f"{day:02}.txt").write_text(text)
    return folder


def test_the_same_file_in_two_folders_is_one_report(tmp_path: Path) -> None:
    for name in ("one", "two"):
        put_reports(tmp_path / name, 1)
    with Record(tmp_path / "x.vrb") as record:
        summary = read([str(tmp_path / "one"), str(tmp_path / "two")], record)
        assert (summary.new, summary.unchanged) == (1, 1)
        handed = Held(name="01.txt", data=(tmp_path / "one" / "01.txt").read_bytes())
        assert read([handed], record).unchanged == 1
        assert record.places("r1") == (
            str(tmp_path / "one" / "01.txt"),
            str(tmp_path / "two" / "01.txt"),
            handed.origin,
        )
        assert record.check() == ()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return put_reports(tmp_path / "reports", 3)


class Counting:
    """Counts how often reports are annotated, in this process."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.times = 0
        original: Callable[..., Annotation] = annotators.annotate

        def annotate(*arguments: object, **named: object) -> Annotation:
            self.times += 1
            return original(*arguments, **named)

        monkeypatch.setattr(annotators, "annotate", annotate)


class Steps:
    """Keeps what it is told."""

    def __init__(self) -> None:
        self.total: int | None = None
        self.steps: list[Step] = []

    def begin(self, total: int | None) -> None:
        self.total = total

    def advance(self, step: Step) -> None:
        self.steps.append(step)


def test_every_report_is_a_step_in_order(record: Record, folder: Path) -> None:
    progress = Steps()
    summary = read([str(folder)], record, progress=progress)
    assert progress.total == 3
    assert [step.outcome for step in progress.steps] == ["new"] * 3
    assert [step.report for step in progress.steps] == ["r1", "r2", "r3"]
    assert [Path(step.origin).name for step in progress.steps] == ["01.txt", "02.txt", "03.txt"]
    assert (summary.read, summary.new, summary.statements) == (3, 3, 3)


def test_a_second_reading_annotates_nothing(
    record: Record, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read([str(folder)], record)
    counting = Counting(monkeypatch)
    summary = read([str(folder)], record)
    assert (summary.unchanged, summary.read, counting.times) == (3, 0, 0)
    summary = read([str(folder)], record, ReadOptions(again=True))
    assert (summary.unchanged, counting.times) == (3, 3)


def test_other_bytes_are_a_new_version(record: Record, folder: Path) -> None:
    read([str(folder)], record)
    (folder / "02.txt").write_text(TELLS.format(place="TOKYO", day=2, party="France"))
    summary = read([str(folder)], record)
    assert (summary.updated, summary.unchanged) == (1, 2)
    assert record.report("r2").versions == 2


def test_what_is_said_of_a_report_counts_as_a_change(record: Record, folder: Path) -> None:
    read([str(folder)], record)
    (folder / "01.txt.meta.toml").write_text('outlet = "Tarn Post"\n')
    summary = read([str(folder)], record)
    assert (summary.reannotated, summary.unchanged) == (1, 2)
    assert record.report("r1").outlet == "Tarn Post"


def test_an_input_that_cannot_be_read_is_a_step_and_kept_as_such(
    record: Record, folder: Path
) -> None:
    (folder / "04.txt").write_bytes(b"")
    progress = Steps()
    summary = read([str(folder), "missing.txt"], record, progress=progress)
    (empty, missing) = summary.skipped
    assert (empty.origin, missing.origin) == (str(folder / "04.txt"), "missing.txt")
    assert summary.new == 3
    assert progress.total == len(progress.steps) == 5
    assert {row.name for row in record.skips()} == {empty.origin}
    assert record.unskip() == 1
    assert record.skips() == ()


def test_a_report_that_is_gone_is_told_of(record: Record, folder: Path) -> None:
    path = folder / "01.txt"
    read([str(path)], record)
    path.unlink()
    read([str(path)], record)
    assert [row.name for row in record.skips()] == [str(path)]


def test_the_record_among_its_reports_is_nothing_to_tell_of(record: Record, folder: Path) -> None:
    for suffix in ("vrb", "vrb-wal", "vrb-shm"):
        (folder / f"own.{suffix}").write_bytes(b"x")
    assert read([str(folder)], record).passed_over == {}


def test_what_is_passed_over_is_counted_by_reason(record: Record, folder: Path) -> None:
    (folder / ".hidden.txt").write_text("x")
    (folder / "table.xls").write_bytes(b"x")
    summary = read([str(folder)], record)
    assert summary.passed_over == {"hidden": 1, "of no known kind (.xls)": 1}
    assert summary.skipped == ()


def test_a_report_we_stumble_over_does_not_end_the_reading(
    record: Record, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = annotators.annotate

    def annotate(raw: RawDocument, **named: object) -> Annotation:
        if raw.origin.endswith("02.txt"):
            raise ZeroDivisionError("by nought")
        return original(raw, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(annotators, "annotate", annotate)
    summary = read([str(folder)], record)
    (skip,) = summary.skipped
    assert (summary.new, skip.kind) == (2, "Failure")
    assert "ZeroDivisionError at annotators.py:" in skip.reason


def test_stopping_keeps_what_was_read(record: Record, folder: Path) -> None:
    class Stopping(Steps):
        def advance(self, step: Step) -> None:
            super().advance(step)
            if len(self.steps) == 2:
                raise KeyboardInterrupt

    summary = read([str(folder)], record, progress=Stopping())
    assert summary.interrupted
    assert record.counts().reports == 2
    assert record.check() == ()
    summary = read([str(folder)], record)
    assert (summary.new, summary.unchanged, summary.interrupted) == (1, 2, False)


def test_a_lexicon_in_the_folder_is_used_and_kept(record: Record, folder: Path) -> None:
    assert default_lexicon().party("XVL") is None
    (folder / "lexicon.toml").write_text(PARTY)
    summary = read([str(folder)], record)
    (name,) = summary.lexicons
    assert Path(name) == (folder / "lexicon.toml").resolve()
    assert record.extensions() == {name: PARTY}
    assert lexicon_of(record).party("XVL") is not None


def test_later_readings_know_the_lexicon_without_being_told(
    record: Record, folder: Path, tmp_path: Path
) -> None:
    names = tmp_path / "names.toml"
    names.write_text(PARTY)
    read([str(folder)], record, ReadOptions(lexicons=(names,)))
    names.unlink()
    assert read([str(folder)], record).unchanged == 3
    assert lexicon_of(record).party("XVL") is not None


def test_a_changed_lexicon_draws_the_reports_anew(record: Record, folder: Path) -> None:
    (folder / "lexicon.toml").write_text(PARTY)
    read([str(folder)], record)
    (folder / "lexicon.toml").write_text(PARTY.replace("Velmark", "Velmarch"))
    summary = read([str(folder)], record)
    assert (summary.reannotated, len(summary.lexicons)) == (3, 1)


def test_the_same_lexicon_under_two_names_is_taken_once(
    record: Record, folder: Path, tmp_path: Path
) -> None:
    (folder / "lexicon.toml").write_text(PARTY)
    (tmp_path / "copy.toml").write_text(PARTY)
    summary = read([str(folder)], record, ReadOptions(lexicons=(tmp_path / "copy.toml",)))
    assert len(summary.lexicons) == 1


def test_lexicons_can_be_dropped(record: Record, folder: Path, tmp_path: Path) -> None:
    names = tmp_path / "names.toml"
    names.write_text(PARTY)
    read([str(folder)], record, ReadOptions(lexicons=(names,)))
    summary = read([str(folder)], record, ReadOptions(drop_lexicons=True))
    assert (summary.lexicons, summary.reannotated) == ((), 3)
    assert record.extensions() == {}


@pytest.mark.parametrize("content", [b"[[party]]\ncode = 3\n", b"\xff\xfe", b"not toml"])
def test_a_wrong_lexicon_is_named_and_nothing_is_read(
    content: bytes, record: Record, folder: Path
) -> None:
    (folder / "lexicon.toml").write_bytes(content)
    with pytest.raises(LexiconError) as caught:
        read([str(folder)], record)
    assert str(folder / "lexicon.toml") in str(caught.value)
    assert "verbale-" not in str(caught.value)
    assert record.counts().reports == 0
    assert record.extensions() == {}


def test_what_was_forgotten_stays_away(record: Record, folder: Path) -> None:
    read([str(folder)], record)
    record.forget("r2")
    assert read([str(folder)], record).forgotten == 1
    assert read([str(folder)], record, ReadOptions(restore=True)).new == 1


def test_undated_and_unserved_reports_are_counted(record: Record, tmp_path: Path) -> None:
    (tmp_path / "open.txt").write_text("TOKYO, April 8. /TASS/. Japan said that talks go on.\n")
    (tmp_path / "fr.txt").write_text(
        "TOKYO, le 8 avril 2025 - Le ministère des affaires étrangères a déclaré mardi que les "
        "négociations avec la France allaient continuer malgré les difficultés.\n"
    )
    summary = read([str(tmp_path / "open.txt"), str(tmp_path / "fr.txt")], record)
    assert summary.undated >= 1
    assert summary.unserved == 1


def test_changed_rules_are_noticed_and_corrections_stay(
    folder: Path, record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = read([str(folder)], record)
    record.corrections.correct("s1", {"speaker": "Iro Salm"}, author="x")
    assert read([str(folder)], record).read == 0
    monkeypatch.setattr("verbale.pipeline.rules_digest", lambda: "another")
    assert read([str(folder)], record).reannotated == first.read
    assert read([str(folder)], record).read == 0
    assert record.annotation("r1").statements[0].speaker == "Iro Salm"
