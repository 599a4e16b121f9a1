"""reports, statements and actors: on a terminal, in a pipe, as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Run

Terminal = Callable[[int], None]
LISTS = [
    "reports",
    "statements",
    "acts",
    "positions",
    "positions --all",
    "shifts --all",
    "timeline",
    "actors",
]


@pytest.mark.parametrize("name", LISTS)
def test_in_a_pipe_each_row_is_a_line_with_tabs(name: str, run: Run, record: Path) -> None:
    ended = run(*name.split(), "--limit", "0")
    assert ended.code == 0
    assert ended.err == "" or "no place among the days" in ended.err
    tabs = {line.count("\t") for line in ended.lines}
    assert len(tabs) == 1
    assert len(ended.lines) > 2
    assert "\x1b" not in ended.out


@pytest.mark.parametrize("columns", [20, 40, 80, 200])
@pytest.mark.parametrize("name", LISTS)
def test_on_a_terminal_no_line_is_wider_than_it(
    name: str, columns: int, run: Run, record: Path, terminal: Terminal
) -> None:
    terminal(columns)
    ended = run(*name.split())
    assert ended.code == 0
    assert max(map(len, ended.lines)) <= columns


def test_a_folded_table_loses_no_word(run: Run, record: Path, terminal: Terminal) -> None:
    whole = json.loads(run("statements", "--report", "r1", "--json").out)["rows"]
    terminal(60)
    folded = "".join("".join(run("statements", "--report", "r1").plain.split()))
    for word in {word for row in whole for word in row["content_words"].split() if len(word) < 6}:
        assert word in folded


@pytest.mark.parametrize("name", ["reports", "statements", "acts", "positions --all"])
def test_as_json_a_list_tells_how_much_there_is(name: str, run: Run, record: Path) -> None:
    listing = json.loads(run(*name.split(), "--json", "--limit", "2").out)
    assert set(listing) == {"rows", "total", "undated"}
    assert len(listing["rows"]) == 2 < listing["total"]


def test_what_is_left_out_is_told(run: Run, record: Path) -> None:
    assert "1 of 6 shown" in run("reports", "--limit", "1").err
    assert "have no day with a year" in run("reports", "--since", "2024").err
    assert "Nothing fits" in run("statements", "--by", "Nobody Atall").err


def test_reports_can_be_narrowed(run: Run, record: Path) -> None:
    def ids(*options: str) -> list[str]:
        return [line.split("\t")[0] for line in run("reports", *options).lines[1:]]

    everything = ids()
    assert len(everything) == 6
    assert ids("--language", "fr") == ids("--flag", "unserved-language") != []
    assert 0 < len(ids("--outlet", "Meridian Wire")) < 6
    assert 0 < len(ids("--text", "trawler")) < 6
    assert 0 < len(ids("--since", "2025")) < 6
    assert ids("--since", "2025") == ids("--since", "2025-01-01")
    assert len(ids("--until", "2024-05")) == 1


def test_a_day_that_is_none_is_wrong_usage(run: Run, record: Path) -> None:
    ended = run("reports", "--since", "last week")
    assert ended.code == 2
    assert "last week" in ended.err


def test_statements_can_be_narrowed(run: Run, record: Path) -> None:
    def rows(*options: str) -> list[dict[str, object]]:
        found: list[dict[str, object]] = json.loads(
            run("statements", "--limit", "0", "--json", *options).out
        )["rows"]
        return found

    everything = rows()
    by = rows("--by", "Undall")
    assert 0 < len(by) < len(everything)
    assert all("Undall" in str(row["statement"]) for row in by)
    assert rows("--country", "xav") == rows("--country", "XAV") != []
    direct = rows("--type", "direct")
    assert all('"type": "direct"' in json.dumps(row) for row in direct)
    assert 0 < len(rows("--about", "fish*")) < len(everything)
    assert {row["report"] for row in rows("--report", "r1")} == {"r1"}
    assert len(rows("--text", '"fishing commission"')) > 0


def test_actors_are_gathered_over_reports(run: Run, record: Path) -> None:
    roster = json.loads(run("actors", "--json", "--limit", "0").out)
    assert any(row["reports"] > 1 for row in roster)
    named = json.loads(run("actors", "Undall", "--json").out)
    assert [row["name"] for row in named] == ["Piers Undall"]
    assert all(
        row["country"] == "XAV"
        for row in json.loads(run("actors", "--country", "xav", "--json").out)
    )


def test_actors_of_one_report_have_ids_to_show(run: Run, record: Path) -> None:
    ended = run("actors", "--report", "r1")
    first = ended.lines[1].split("\t")[0]
    assert run("show", first).code == 0


def test_acts_and_positions_can_be_narrowed(run: Run, record: Path) -> None:
    def rows(*arguments: str) -> list[dict[str, dict[str, object]]]:
        found: list[dict[str, dict[str, object]]] = json.loads(
            run(*arguments, "--limit", "0", "--json").out
        )["rows"]
        return found

    kinds = {row["act"]["type"] for row in rows("acts")}
    for kind in kinds:
        found = rows("acts", "--type", str(kind).lower())
        assert {row["act"]["type"] for row in found} == {kind}
    parties = {row["position"]["party"] for row in rows("positions", "--all")}
    assert len(parties) > 1
    for party in parties:
        found = rows("positions", "--all", "--party", str(party))
        assert {row["position"]["party"] for row in found} == {party}
    talks = rows("positions", "--all", "--on", "talks")
    assert all(row["position"]["on"] == "talks" for row in talks)
    assert run("positions", "--on", "fire").code == 2


def test_positions_are_the_last_word_of_each_lane(run: Run, record: Path) -> None:
    listing = json.loads(run("positions", "--json").out)
    places = [(row["party"], row["matter"], row["on"]) for row in listing["rows"]]
    assert len(places) == len(set(places)) == listing["total"] > 1
    assert {row["party"] for row in listing["rows"]} > {"XAV"}
    narrowed = json.loads(run("positions", "--party", "xav", "--on", "talks", "--json").out)
    assert {(row["party"], row["on"]) for row in narrowed["rows"]} == {("XAV", "talks")}


def test_shifts_can_be_narrowed(run: Run, record: Path) -> None:
    def rows(*options: str) -> list[dict[str, str]]:
        found: list[dict[str, str]] = json.loads(run("shifts", *options, "--json").out)["rows"]
        return found

    everything = rows("--all")
    assert "first" in {row["kind"] for row in everything}
    assert all(row["kind"] != "first" for row in rows())
    assert all(row["kind"] == "first" for row in rows("--kind", "first"))
    assert all(row["party"] == "XTH" for row in rows("--all", "--party", "XTH"))
    assert len(rows("--all", "--since", "2025")) < len(everything)
    assert rows("--all", "--party", "Kelvane") == rows("--all", "--party", "XAV") != []
    nothing = run("shifts", "--party", "Japan")
    assert "holds no position that fits" in nothing.err


def test_the_timeline_can_be_narrowed(run: Run, record: Path) -> None:
    whole = json.loads(run("timeline", "--json").out)
    assert len(whole["rows"]) == whole["total"] > 3
    only = json.loads(run("timeline", "--talks", "--json").out)["rows"]
    assert only
    assert all(row["state"] and not row["act"] for row in only)
    pair = json.loads(run("timeline", "--party", "xav", "--party", "XTH", "--json").out)["rows"]
    assert {row["sides"] for row in pair} == {"XAV-XTH"}
    late = json.loads(run("timeline", "--since", "2025", "--json").out)["rows"]
    assert all(row["date"] >= "2025" for row in late)
    assert "Nothing fits" in run("timeline", "--party", "JPN").err


def test_searching_shows_the_words_where_they_stand(run: Run, record: Path) -> None:
    found = run("search", '"fishing commission"', "herr*")
    assert found.code == 0
    assert "fishing commission" in found.out
    listing = json.loads(run("search", "herring", "--json", "--limit", "1").out)
    (row,) = listing["rows"]
    passage = row["passages"][0]
    start, end = passage["marks"][0]
    assert passage["excerpt"][start:end].lower() == "herring"
    assert "Nothing fits" in run("search", "xylophone").err
