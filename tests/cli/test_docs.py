"""docs/cli.md: every command and option is in it, and its commands run."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tests.cli.conftest import SAMPLES, Run
from verbale.cli.groups import LIST
from verbale.cli.main import COMMANDS, GROUPS
from verbale.errors import EXIT_CODES
from verbale.exports import TABLES

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGE = (DOCS / "cli.md").read_text(encoding="utf-8")


def examples() -> list[str]:
    blocks = re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)
    return [line for block in blocks for line in block.splitlines() if line.strip()]


ALONE = [command.__name__ for command in COMMANDS]
BELOW = [(name, verb) for name, (_, verbs) in GROUPS.items() for verb in verbs]


@pytest.mark.parametrize("name", [*ALONE, *GROUPS])
def test_every_command_is_described(name: str) -> None:
    assert f"## verbale {name}\n" in PAGE
    assert any(line.startswith(f"verbale {name}") for line in examples())


def test_every_option_is_described(run: Run) -> None:
    described = PAGE + (DOCS / "sources.md").read_text(encoding="utf-8")
    for words in [*((name,) for name in ALONE), *BELOW]:
        options = set(re.findall(r"(--[a-z][a-z-]+)", run(*words, "--help").out))
        missing = {option for option in options if option not in described}
        assert not missing, words


@pytest.mark.parametrize(("name", "verb"), [pair for pair in BELOW if pair[1] != LIST])
def test_every_command_below_another_has_an_example(name: str, verb: str) -> None:
    assert any(line.startswith(f"verbale {name} {verb} ") for line in examples())


def test_every_exit_code_and_table_is_described() -> None:
    assert all(f"| {code} |" in PAGE for code in {0, 1, 130, 141} | {c for _, c in EXIT_CODES})
    assert all(f"`{table}`" in PAGE for table in TABLES)


def test_every_example_runs(run: Run, tmp_path: Path) -> None:
    (tmp_path / "reports").symlink_to(SAMPLES)
    (tmp_path / "desk.toml").write_text("[[follow]]\nname = 'fish'\nterms = ['fishing']\n")
    for line in examples():
        if line.startswith(("verbale serve", "verbale mcp")):
            continue  # they run until stopped; tests/web and tests/agents ask them
        command, _, target = line.partition(" > ")
        program, *arguments = shlex.split(command)
        assert program == "verbale"
        ended = run(*arguments)
        assert ended.code == 0, (line, ended.err)
        assert ended.out or "--out" in line, line
        if target:
            Path(target).write_text(ended.out, encoding="utf-8")
