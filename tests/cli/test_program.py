"""The program as a whole: help, versions, errors, exit codes, start."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from verbale import __version__
from verbale.cli import main as program
from verbale.errors import EXIT_CODES

NAMES = [*(command.__name__ for command in program.COMMANDS), *program.GROUPS]
BELOW = [(name, verb) for name, (_, verbs) in program.GROUPS.items() for verb in verbs]


def test_it_tells_its_version(run: Run) -> None:
    assert run("--version") == (0, f"verbale {__version__}\n", "")


def test_help_lists_every_command_and_every_exit_code(run: Run) -> None:
    shown = run("--help")
    assert shown.code == 0
    assert all(name in shown.out for name in NAMES)
    codes = {0, 1, 130} | {code for _, code in EXIT_CODES}
    assert all(f"{code} " in shown.out for code in codes)


@pytest.mark.parametrize("name", NAMES)
def test_the_help_of_a_command_teaches_by_example(name: str, run: Run) -> None:
    shown = run(name, "--help")
    assert shown.code == 0
    assert "Examples:" in shown.out
    assert f"verbale {name}" in shown.out.partition("Examples:")[2]


@pytest.mark.parametrize(("name", "verb"), BELOW)
def test_so_does_that_of_a_command_below_another(name: str, verb: str, run: Run) -> None:
    shown = run(name, verb, "--help")
    assert shown.code == 0
    assert f"verbale {name}" in shown.out.partition("Examples:")[2]


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["read", "--help"]])
def test_starting_loads_neither_the_parser_nor_the_network(arguments: list[str]) -> None:
    code = (
        "import sys; from verbale.cli.main import main; main(sys.argv[1:]);"
        "heavy = {'spacy', 'httpx', 'trafilatura', 'pyarrow', 'verbale.pipeline'};"
        "sys.exit(', '.join(heavy & set(sys.modules)) or 0)"
    )
    ended = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True)
    assert (ended.returncode, ended.stderr) == (0, "")


def test_a_wrong_option_is_wrong_usage(run: Run) -> None:
    assert run("statements", "--sideways").code == 2
    assert run("statements", "--type", "shouted").code == 2
    assert run("sing").code == 2


@pytest.mark.parametrize(
    "arguments",
    [["reports"], ["statements"], ["actors"], ["show", "r1"], ["export", "all"], ["forget", "r1"]],
)
def test_a_command_without_a_record_says_how_to_make_one(arguments: list[str], run: Run) -> None:
    ended = run(*arguments)
    assert ended.code == 4
    assert ended.out == ""
    assert "verbale read FOLDER" in ended.err
    assert len(ended.err.splitlines()) == 1
    assert not Path("verbale.vrb").exists()


def test_the_record_may_be_named_by_the_environment(
    run: Run, record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record.rename("other.vrb")
    monkeypatch.setenv("VERBALE_RECORD", "other.vrb")
    assert run("reports").code == 0
    assert run("reports", "--record", "third.vrb").code == 4


def test_debugging_shows_where_an_error_arose(run: Run) -> None:
    assert "Traceback" not in run("reports").err
    assert "Traceback" in run("--debug", "reports").err


def test_a_mistake_of_ours_ends_in_a_line_too(
    run: Run, record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(*_: object) -> None:
        raise ZeroDivisionError("by nought")

    monkeypatch.setattr("verbale.record.Record.reports", stumble)
    ended = run("reports")
    assert ended.code == program.INTERNAL_ERROR
    assert ended.err.startswith("verbale: a mistake in Verbale: ZeroDivisionError")
    assert len(ended.err.splitlines()) == 1


def test_a_reader_that_leaves_early_is_no_error(record: Path) -> None:
    command = f"set -o pipefail; {sys.executable} -m verbale.cli statements --limit 0 | head -1"
    ended = subprocess.run(["bash", "-c", command], capture_output=True, text=True)
    assert ended.stdout.startswith("id\tsaid\tby")
    assert ended.stderr == ""
    assert ended.returncode in (0, 141)
