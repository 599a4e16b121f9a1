"""The program: its commands, its errors, its exit codes."""

from __future__ import annotations

import inspect
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from typing import Annotated

import typer
from rich.markup import escape

from verbale.cli import actors, corrections, matters
from verbale.cli.acts import acts
from verbale.cli.annotate import annotate
from verbale.cli.archive import archive
from verbale.cli.brief import brief
from verbale.cli.claims import claims
from verbale.cli.command import Command
from verbale.cli.correct import correct
from verbale.cli.demo import demo
from verbale.cli.diff import diff
from verbale.cli.display.terminal import CLOSED_PIPE, close_quietly, note
from verbale.cli.doctor import doctor
from verbale.cli.explain import explain
from verbale.cli.export import export
from verbale.cli.forget import forget
from verbale.cli.groups import LIST, ListingGroup
from verbale.cli.mcp import mcp
from verbale.cli.names import names
from verbale.cli.origins import origins
from verbale.cli.positions import positions
from verbale.cli.read import read
from verbale.cli.rebuild import rebuild
from verbale.cli.reports import reports
from verbale.cli.reuse import reuse
from verbale.cli.search import search
from verbale.cli.serve import serve
from verbale.cli.shifts import shifts
from verbale.cli.show import show
from verbale.cli.sources import sources
from verbale.cli.statements import statements
from verbale.cli.timeline import timeline
from verbale.cli.watch import watch
from verbale.errors import VerbaleError, exit_code
from verbale.version import __version__

COMMANDS = (
    *(read, watch, brief, serve, mcp),
    *(reports, statements, acts, positions, shifts, timeline, diff),
    *(names, claims, reuse, origins, sources, search, show, explain, annotate, archive),
    *(correct, export, forget, rebuild, doctor, demo),
)
#: Commands that list by themselves and have others below them: name -> what they do, the others.
GROUPS: dict[str, tuple[str | None, dict[str, Callable[..., None]]]] = {
    "actors": (
        actors.__doc__,
        {LIST: actors.list_actors, "merge": actors.merge, "split": actors.split},
    ),
    "matters": (
        matters.__doc__,
        {
            LIST: matters.list_matters,
            "rename": matters.rename,
            "merge": matters.merge,
            "split": matters.split,
            "pin": matters.pin,
        },
    ),
    "corrections": (
        corrections.__doc__,
        {
            LIST: corrections.list_corrections,
            "undo": corrections.undo,
            "export": corrections.export,
            "import": corrections.import_,
        },
    ),
}
INTERNAL_ERROR = 10
_EPILOG = """
Exit codes: 0 done; 1 done, but some inputs could not be read; 2 wrong usage; 3 no such
entry; 4 no record, or a damaged one; 5 the record is busy; 6 a lexicon is wrong; 7 no language
model; 10 anything else; 130 stopped with Ctrl-C.

The record is --record FILE, else $VERBALE_RECORD, else verbale.vrb in this folder."""


def unfolded(text: str) -> str:
    """A docstring as help: paragraphs on one line each, indented lines kept as they are.

    Typer keeps line breaks and folds to the terminal besides.
    """
    paragraphs = inspect.cleandoc(text).split("\n\n")
    kept = (p if p.startswith("  ") else " ".join(p.split()) for p in paragraphs)
    return escape("\n\n".join(kept))


app = typer.Typer(
    name="verbale",
    help="Reads news reports about relations between states and keeps the record: "
    "who said and did what, when, and according to whom.",
    epilog=unfolded(_EPILOG),
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode="rich",
)
for _command in COMMANDS:
    app.command(cls=Command, help=unfolded(_command.__doc__ or ""))(_command)
for _name, (_help, _below) in GROUPS.items():
    _group = typer.Typer(
        name=_name, help=unfolded(_help or ""), cls=ListingGroup, rich_markup_mode="rich"
    )
    for _verb, _command in _below.items():
        _below_it = _group.command(name=_verb, cls=Command, help=unfolded(_command.__doc__ or ""))
        _below_it(_command)
    app.add_typer(_group)


def _version(wanted: bool) -> None:
    if wanted:
        sys.stdout.write(f"verbale {__version__}\n")
        raise typer.Exit


@app.callback()
def _program(
    context: typer.Context,
    debug: Annotated[
        bool, typer.Option("--debug", envvar="VERBALE_DEBUG", help="Show where an error arose.")
    ] = False,
    version: Annotated[  # noqa: ARG001 - seen to by its callback
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    context.obj = debug


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. ``arguments`` are those after the program's name; the answer is its exit
    code. Errors end in one line on standard error."""
    _speak_any_name()
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        app(given, prog_name="verbale")
    except SystemExit as ended:
        return _ended(ended)
    except VerbaleError as error:
        return _failed(error, str(error), exit_code(error), given)
    except Exception as error:  # noqa: BLE001 - whatever it is, it ends in a line
        told = f"a mistake in Verbale: {type(error).__name__}: {error}; --debug shows where"
        return _failed(error, told, INTERNAL_ERROR, given)
    return 0


def run() -> None:
    """The entry point of the installed program."""
    sys.exit(main())


def _ended(ended: SystemExit) -> int:
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        close_quietly()
        return CLOSED_PIPE
    return ended.code if isinstance(ended.code, int) else int(ended.code is not None)


def _failed(error: Exception, told: str, code: int, given: Sequence[str]) -> int:
    if "--debug" in given or os.environ.get("VERBALE_DEBUG"):
        traceback.print_exception(error)
    note(f"verbale: {told}", "red")
    return code


def _speak_any_name() -> None:
    """File names need not be valid text, and a terminal need not show all of it."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
