"""``verbale reuse``: the page of a report, its lines in a pipe, and cutting a connection."""

from __future__ import annotations

import json

from tests.cli.conftest import Run
from tests.provenance.wire import bare, document
from verbale.record import Record

TAKEN = (
    "Norway and Finland have agreed to open a joint weather office at Kirkenes before the end of"
    " the year. Each side will pay four million kroner in the first three years."
)
OWN = "A skipper who asked not to be named called the plan a desk with two flags, and left."


def keep() -> None:
    with Record("verbale.vrb") as record:
        for raw in (
            document("wire", "Cape Wire", "2024-05-06", f"{TAKEN}\n\n{OWN[:0]}"),
            document("part", "Varanger Letter", "2024-05-08", f"{OWN}\n\n{TAKEN}\n\n{OWN}"),
        ):
            record.add(bare(raw), raw)


def test_a_pipe_gets_a_line_a_passage(run: Run) -> None:
    keep()
    heads, line = run("reuse", "r2").out.splitlines()
    row = dict(zip(heads.split("\t"), line.split("\t"), strict=True))
    assert (row["report"], row["outlet"], row["kind"]) == ("r1", "Cape Wire", "uncredited-copy")
    assert row["words here"] == row["words there"] == TAKEN


def test_json_has_places_on_both_sides(run: Run) -> None:
    keep()
    told = json.loads(run("reuse", "r2", "--json").out)
    (related,) = told["related"]
    assert related["relation"]["first"] == "there"
    start, end = related["passages"][0]["here"]
    assert end - start == len(TAKEN)


def test_a_connection_can_be_cut_and_joined_again(run: Run) -> None:
    keep()
    words = ("--apart", "r1", "--author", "A. Clerk", "--reason", "one press release")
    assert run("reuse", "r2", *words).code == 0
    assert not json.loads(run("reuse", "r2", "--json").out)["related"]
    (made,) = json.loads(run("corrections", "--json").out)
    assert made["state"] == "applied"
    assert run("corrections", "undo", made["correction"]["id"], "--author", "A. Clerk").code == 0
    assert json.loads(run("reuse", "r2", "--json").out)["related"]
