"""show, explain, annotate, export and forget."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from pathlib import Path

import msgspec
import pyarrow.parquet as pq
import pytest

from tests.cli.conftest import SAMPLES, Run
from verbale.exports import TABLES
from verbale.model import Annotation, Statement
from verbale.pipeline import annotate
from verbale.record import Record

STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]")
TRAWLER = SAMPLES / "islands" / "02-trawler-kelvane.txt"


def updated_report(record: Path) -> str:
    with Record(record, read_only=True) as opened:
        return next(row.id for row in opened.each_report() if row.versions == 2)


def test_a_statement_is_shown_in_its_passage(run: Run, record: Path) -> None:
    shown = run("show", "s1")
    with Record(record, read_only=True) as opened:
        row = next(row for row in opened.each_statement() if row.id == "s1")
    assert shown.code == 0
    assert row.content_words.partition(" … ")[0] in shown.out.partition("In the report")[2]
    assert f"rule\t{row.statement.rule}" in shown.out
    assert "added by verbale" in shown.out.partition("History")[2]


@pytest.mark.parametrize("name", ["r1", "s1", "a1", "e1", "p1"])
def test_every_kind_of_entry_has_a_page_and_json(name: str, run: Run, record: Path) -> None:
    assert run("show", name).out.startswith(name)
    shown = json.loads(run("show", name, "--json").out)
    entry = shown["report"] if name == "r1" else shown["entry"]
    assert entry["id"] == name


def test_a_report_can_be_named_in_several_ways(run: Run, record: Path) -> None:
    with Record(record, read_only=True) as opened:
        row = opened.report("r1")
    pages = {run("show", name).out for name in ("r1", row.handle, row.handle[:8], row.lineage)}
    assert len(pages) == 1


def test_an_id_that_names_nothing(run: Run, record: Path) -> None:
    for name in ("s99999", "nothing", "x1", "r1@ffffffffff"):
        ended = run("show", name)
        assert (ended.code, ended.out) == (3, ""), name
        assert len(ended.err.splitlines()) == 1


def test_versions_are_listed_with_what_each_changed(run: Run, record: Path) -> None:
    updated = updated_report(record)
    shown = run("show", updated, "--versions")
    names = re.findall(rf"^{updated}@[0-9a-f]+$", shown.out, re.MULTILINE)
    assert len(names) == 2
    assert re.search(r"^  \+ ", shown.out, re.MULTILINE)
    earlier, later = (json.loads(run("show", name, "--json").out) for name in names)
    assert earlier["text"] != later["text"]
    assert earlier["version"].startswith(names[0].partition("@")[2])
    as_json = json.loads(run("show", updated, "--versions", "--json").out)
    assert [bool(step["changes"]) for step in as_json] == [False, True]


def test_the_original_comes_as_it_was(run: Run, record: Path) -> None:
    with Record(record, read_only=True) as opened:
        row = next(row for row in opened.each_report() if row.origin.endswith("kelvane.txt"))
    assert run("show", row.id, "--original").out == TRAWLER.read_text(encoding="utf-8")


def test_explaining_names_the_rule_and_with_all_those_that_declined(run: Run) -> None:
    shown = run("explain", TRAWLER)
    assert shown.code == 0
    for statement in annotate(TRAWLER.read_text(encoding="utf-8")).statements:
        assert f"rule\t{statement.rule} -> {statement.type}" in shown.out
    assert "declined\t" not in shown.out
    everything = run("explain", TRAWLER, "--all").out
    assert "declined\t" in everything
    assert re.search(r"at \d+: none of \d+ rules: ", everything)


def test_explaining_a_stored_report_uses_its_record_lexicon(run: Run, record: Path) -> None:
    with Record(record, read_only=True) as opened:
        row = next(row for row in opened.each_report() if row.origin.endswith("kelvane.txt"))
        held = [stored.statement for stored in opened.each_statement() if stored.report == row.id]
    (explained,) = json.loads(run("explain", row.id, "--json").out)
    found = msgspec.convert(explained["statements"], list[Statement])
    assert [s.country for s in found] == [s.country for s in held]
    assert explained["attempts"]


def test_explaining_what_is_neither_file_nor_report(run: Run, record: Path) -> None:
    assert run("explain", "nothing").code == 3
    record.unlink()
    ended = run("explain", "nothing")
    assert ended.code == 3
    assert "no such file" in ended.err


def test_annotating_prints_the_interchange_format_in_order(run: Run, reports: Path) -> None:
    paths = sorted((reports / "islands").glob("*.txt"), reverse=True)
    ended = run("annotate", *paths)
    lines = [json.loads(line) for line in ended.lines]
    assert ended.code == 0
    assert [line["origin"] for line in lines] == [str(path) for path in paths]
    assert not Path("verbale.vrb").exists()
    for line in lines:
        report = msgspec.convert({**line["report"], "text": line["text"]}, type=dict)
        whole = msgspec.convert({**line, "report": report}, Annotation)
        assert line["text"] == Path(line["origin"]).read_text(encoding="utf-8")
        assert "text" not in line["report"]
        assert whole.report.language in ("en", "fr")
        for statement in line["statements"]:
            for start, end in statement["content"]:
                assert 0 <= start < end <= len(line["text"])


def test_annotating_tells_what_it_could_not_read(run: Run) -> None:
    ended = run("annotate", "missing.txt", TRAWLER)
    assert ended.code == 1
    assert len(ended.lines) == 1
    assert ended.err.startswith("missing.txt: ")


def test_annotating_in_workers_prints_the_same(run: Run, reports: Path) -> None:
    assert run("annotate", reports).out == run("annotate", reports, "--workers", "2").out


def test_a_table_goes_to_standard_output(run: Run, record: Path) -> None:
    ended = run("export", "reports")
    assert [json.loads(line)["id"] for line in ended.lines][:2] == ["r1", "r2"]
    rows = list(csv.DictReader(run("export", "reports", "--format", "csv").out.splitlines()))
    assert len(rows) == 6


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet"])
def test_all_tables_go_to_a_folder(form: str, run: Run, record: Path) -> None:
    assert run("export", "all", "--format", form, "--out", "tables").code == 0
    names = {path.name for path in Path("tables").iterdir()}
    assert names == {f"{table}.{form}" for table in TABLES}
    if form == "parquet":
        assert pq.read_table("tables/reports.parquet").num_rows == 6


def test_the_name_of_the_file_tells_the_format(run: Run, record: Path) -> None:
    assert run("export", "reports", "--out", "reports.parquet").code == 0
    assert pq.read_table("reports.parquet").num_rows == 6


@pytest.mark.parametrize(
    "arguments",
    [["poems"], ["all"], ["reports", "--out", "reports.xls"], ["reports", "--out", "no/r.csv"]],
)
def test_wrong_exports_are_wrong_usage(arguments: list[str], run: Run, record: Path) -> None:
    ended = run("export", *arguments)
    assert ended.code == 2
    assert len(ended.err.splitlines()) == 1


def test_forgetting_asks_unless_told_not_to(run: Run, record: Path) -> None:
    assert run("forget", "r1").code == 2
    assert run("show", "r1").code == 0
    ended = run("forget", "r1", "--yes")
    assert ended.code == 0
    assert ended.out.startswith("Forgotten: r1 ")
    assert run("show", "r1").code == 3
    assert run("forget", "r1", "--yes").code == 3


def test_what_is_forgotten_stays_away_unless_restored(
    run: Run, record: Path, read_once: Path
) -> None:
    folder = read_once.parent / "reports"
    run("forget", "r1", "--yes")
    assert "1 forgotten and left out" in run("read", folder).out
    assert run("reports", "--limit", "0").out.count("\n") == 6
    assert "1 new report" in run("read", folder, "--restore").out


def test_text_that_would_steer_a_terminal_does_not(
    run: Run, tmp_path: Path, terminal: Callable[[int], None]
) -> None:
    hostile = tmp_path / "hostile.txt"
    hostile.write_text(
        "[red]Harbour[/red] talks \x1b[2Jend\n\nVELMOUTH, April 8, 2025 (Reuters) - Foreign "
        "Minister Ilse Marrin said \x1b]0;owned\x07that \u202ethe [bold]ferry[/bold] "
        "talks\x9b31m were over.\n",
        encoding="utf-8",
    )
    assert run("read", hostile).code == 0
    for columns in (None, 70):
        if columns:
            terminal(columns)
        for arguments in (
            ["reports"],
            ["statements"],
            ["actors"],
            ["show", "r1"],
            ["show", "s1"],
            ["explain", "r1"],
            ["show", "r1", "--json"],
            ["show", "r1", "--versions"],
        ):
            shown = run(*arguments)
            assert shown.code == 0
            assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", shown.plain), (
                arguments
            )
    assert "[red]Harbour[/red]" in run("show", "r1").out
