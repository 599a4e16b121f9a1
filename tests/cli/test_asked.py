"""Whom and what a command is asked for, in all commands alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run

NARROWED = (
    ("statements", "--country"),
    ("statements", "--party"),
    ("actors", "--country"),
    ("acts", "--actor"),
    ("acts", "--recipient"),
    ("acts", "--party"),
    ("positions", "--party"),
    ("shifts", "--party"),
    ("timeline", "--party"),
    ("matters", "--party"),
    ("names", "--party"),
    ("claims", "--party"),
    ("brief", "--party"),
)
ABOUT = ("statements", "acts", "positions", "shifts", "timeline", "names", "claims", "brief")


@pytest.mark.parametrize(("command", "option"), NARROWED)
def test_a_party_goes_by_code_name_capital_or_adjective(
    run: Run, record: Path, command: str, option: str
) -> None:
    by_code = run(command, option, "XAV")
    assert by_code.code == 0
    for name in ("xav", "Averra", "kelvane", "Averran"):
        assert run(command, option, name).out == by_code.out


@pytest.mark.parametrize(("command", "option"), NARROWED)
def test_an_unknown_party_is_told_with_near_names(
    run: Run, record: Path, command: str, option: str
) -> None:
    failed = run(command, option, "Averro")
    assert failed.code == 2
    assert "did you mean Averra (XAV)?" in failed.err


@pytest.mark.parametrize("command", ABOUT)
def test_a_matter_that_is_none_is_told_with_those_there_are(
    run: Run, record: Path, command: str
) -> None:
    failed = run(command, "--matter", "moon landing")
    assert failed.code == 3
    assert "no such matter in this record; there are" in failed.err


def test_a_matter_goes_by_a_part_of_its_name_or_its_id(run: Run, record: Path) -> None:
    first = run("matters").lines[1].split("\t")
    identity, name = first[0], first[2]
    by_name = run("statements", "--matter", name.upper())
    assert by_name.code == 0
    assert run("statements", "--matter", identity).out == by_name.out


def test_several_matters_that_fit_are_listed(run: Run, record: Path) -> None:
    names = [line.split("\t")[2] for line in run("matters").lines[1:]]
    word = next(w for n in names for w in n.split() if sum(w in m.split() for m in names) > 1)
    failed = run("acts", "--matter", word)
    assert failed.code == 3
    assert "fits" in failed.err
    assert "report" in failed.err
    assert "(give the id of the one you mean)" in failed.err


def test_a_speaker_mistyped_is_told_with_near_names(run: Run, record: Path) -> None:
    ended = run("statements", "--by", "Pierce Undal")
    assert ended.code == 0
    assert "called 'Pierce Undal'; did you mean Piers Undall?" in ended.err
    assert "did you mean" not in run("statements", "--by", "Undall", "--until", "1990").err
    assert "Did you mean Piers Undall?" in run("actors", "Undal").err
    assert "did you mean Piers Undall?" in run("actors", "split", "Undal").err


def test_a_type_of_act_that_is_none_is_told_with_those_there_are(run: Run, record: Path) -> None:
    failed = run("acts", "--type", "attack")
    assert failed.code == 2
    assert "there are AGREE, CONSULT" in failed.err


def test_an_outlet_goes_by_a_part_of_its_name(run: Run, record: Path) -> None:
    whole = run("reports", "--outlet", "Meridian Wire")
    assert len(whole.lines) > 1
    assert run("reports", "--outlet", "meridian").out == whole.out
    failed = run("statements", "--outlet", "Meridien Wires")
    assert (failed.code, "did you mean Meridian Wire?" in failed.err) == (2, True)
    assert run("statements", "--outlet", "Evening Post of Nowhere").code == 2


@pytest.mark.parametrize(
    "command", ["reports", "statements", "acts", "positions", "shifts", "timeline", "brief"]
)
def test_days_that_exclude_each_other_are_wrong_usage(run: Run, record: Path, command: str) -> None:
    failed = run(command, "--since", "2025-06", "--until", "2025-01")
    assert failed.code == 2
    assert "no day is in both" in failed.err


def test_a_day_in_another_form_is_told_how_to_be_written(run: Run, record: Path) -> None:
    assert "did you mean 2025-12-31?" in run("acts", "--since", "31.12.2025").err
    assert "did you mean 2025-12-31?" in run("acts", "--since", "31/12/2025").err
    assert "write the year first" in run("acts", "--since", "03/04/2025").err
    assert "write the year first" in run("acts", "--since", "last week").err


def test_an_option_that_is_none_is_told_with_the_one_meant_or_all(run: Run, record: Path) -> None:
    assert "(Possible options: --until)" in run("statements", "--untill", "2025").err
    listed = run("statements", "--speaker", "Undall").err
    assert all(option in listed for option in ("--by", "--country", "--polarity"))


@pytest.mark.parametrize(
    ("command", "one", "other"),
    [
        ("acts", "--by", "--actor"),
        ("acts", "--to", "--recipient"),
        ("acts", "--country", "--party"),
        ("positions", "--country", "--party"),
        ("brief", "--country", "--party"),
    ],
)
def test_options_go_by_the_names_they_have_elsewhere(
    run: Run, record: Path, command: str, one: str, other: str
) -> None:
    assert run(command, one, "Averra").out == run(command, other, "XAV").out != ""


def test_statements_by_polarity(run: Run, record: Path) -> None:
    whole = len(run("statements", "--limit", "0").lines)
    parts = [
        len(run("statements", "--limit", "0", "--polarity", held).lines) - 1
        for held in ("affirms", "denies", "omits")
    ]
    assert sum(parts) == whole - 1
    assert parts[1] > 0


def test_a_brief_is_not_written_under_a_name_of_another_kind(
    run: Run, record: Path, tmp_path: Path
) -> None:
    failed = run("brief", "--out", "x.docx")
    assert failed.code == 2
    assert ".txt, .md, .html or .json" in failed.err
    assert not (tmp_path / "x.docx").exists()
    assert run("brief", "--out", "x.json").code == 0
    assert (tmp_path / "x.json").read_text(encoding="utf-8").startswith("{")


def test_what_is_asked_of_another_kind_is_told(run: Run, record: Path) -> None:
    failed = run("reuse", "s1")
    assert failed.code == 3
    assert "s1: a statement, where a report is asked for, such as r1" in failed.err
    failed = run("export", "statements", "--out", "x.xlsx")
    assert (failed.code, ".jsonl, .csv, .parquet" in failed.err) == (2, True)
    failed = run("brief", "--changes-since", "lastweek")
    assert failed.code == 2
    assert "lastweek: no record is there, and it is not a day" in failed.err
