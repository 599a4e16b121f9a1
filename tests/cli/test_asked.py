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
