"""``verbale correct``: what a person says of an entry. The options are those of the fields."""

from __future__ import annotations

import inspect
from collections.abc import Sequence
from typing import Annotated, Any, NamedTuple

import typer

from verbale.cli.authors import Author, Reason, author_of
from verbale.cli.display.decisions import change, state
from verbale.cli.display.terminal import note, say, write_json
from verbale.cli.options import DEFAULT_RECORD, AsJson, RecordPath, open_to_decide
from verbale.corrections.fields import FIELDS, REJECTED, SEVERAL
from verbale.model import CorrectionKind
from verbale.record import CorrectionRow


class _Option(NamedTuple):
    """How a field is given on the command line."""

    field: str
    names: tuple[str, ...]
    metavar: str
    help: str


_OPTIONS: dict[CorrectionKind, tuple[_Option, ...]] = {
    "statement": (
        _Option("speaker", ("--speaker",), "NAME", "Who said it."),
        _Option("office", ("--office",), "WORDS", "In what office."),
        _Option("country", ("--country",), "CODE", "For which state or organisation."),
        _Option("polarity", ("--polarity",), "WORD", "affirms, denies or omits."),
        _Option("said_on", ("--said-on",), "DAY", "When it was said."),
        _Option("via", ("--via",), "NAME", "Through whom, nearest the speaker first."),
        _Option("to", ("--to",), "NAME", "To whom."),
    ),
    "act": (
        _Option("type", ("--type",), "TYPE", "A PLOVER type, such as CONSULT."),
        _Option("actor", ("--actor",), "CODE", "Who did it."),
        _Option("recipient", ("--recipient",), "CODE", "To whom."),
        _Option("date", ("--date",), "DAY", "When it was done."),
        _Option("flags", ("--flag",), "FLAG", "historical, future, hypothetical ..."),
    ),
    "position": (
        _Option("party", ("--party",), "CODE", "Whose position it is."),
        _Option("matter", ("--matter",), "WORDS", "On what."),
        _Option("on", ("--on",), "TARGET", "talks, outcome, terms or relations."),
        _Option("stance", ("--stance",), "STANCE", "refuses, conditional, open ..."),
        _Option("condition", ("--condition",), "WORDS", "On what condition."),
    ),
    "report": (
        _Option("published", ("--published",), "DAY", "When it came out."),
        _Option("outlet", ("--outlet",), "NAME", "Where."),
        _Option("headline", ("--headline",), "WORDS", "Under what headline."),
        _Option("body", ("--body",), "WORDS", "First words … last words of the story."),
    ),
}
_REJECT = _Option(REJECTED, ("--not-a-statement", "--reject"), "", "It is no such thing at all.")


def correct(
    entry: str, record: Any, author: str | None, reason: str, as_json: bool, **said: Any
) -> None:
    """Correct what was drawn: say what an entry, or a report itself, should say.

    The report and what was drawn from it stay as they are; the correction lies over them, with
    your name and reason, wherever the entry is shown, filtered or exported. It holds by the words
    it is about, so it survives reading again, new versions of the report and of Verbale. Empty
    words clear a field; options that take several values may be repeated.

    Examples:

      verbale correct s12 --speaker "Akira Muto" --country Japan --reason "named in paragraph 2"
      verbale correct s12 --not-a-statement
      verbale correct r3 --published 2025-07-15 --reason "printed edition"
      verbale correct p4 --stance conditional --condition "if sanctions are lifted"
      verbale correct e7 --type SANCTION --actor EU --flag historical
    """
    from verbale.desk import read_changes

    changes = {field: told for field, told in said.items() if told not in (None, [], False)}
    with open_to_decide(record) as opened:
        named = read_changes(opened, entry, {f: _listed(told) for f, told in changes.items()})
        made = opened.corrections.correct(entry, named, author=author_of(author), reason=reason)
    if as_json:
        write_json(made)
        return
    for row in made:
        _tell(row)
    if not made:
        say(f"{entry} says so already; nothing was changed.")


def _tell(row: CorrectionRow) -> None:
    correction = row.correction
    where = row.entry or row.report or ""
    say(f"{where} {change(correction)}")
    if row.state not in ("applied", "agrees"):
        note(state(row), "yellow")
    note(f"Take it back with: verbale corrections undo {correction.id}", "dim")


def _listed(told: Any) -> Sequence[str]:
    return told if isinstance(told, list | tuple) else [] if isinstance(told, bool) else [told]


def _signature() -> inspect.Signature:
    """The command's own parameters with one for each field, typed from the table of fields."""
    entry = Annotated[str, typer.Argument(metavar="ID", help="Such as s12, e1, p2, r3.")]
    own = [
        _parameter("entry", entry, inspect.Parameter.empty),
        _parameter("record", RecordPath, DEFAULT_RECORD),
    ]
    options = [
        _field(option, kind, FIELDS[kind][option.field].shape in SEVERAL)
        for kind, listed in _OPTIONS.items()
        for option in listed
    ]
    rejected = Annotated[bool, typer.Option(*_REJECT.names, help=_REJECT.help)]
    rest = [
        _parameter(REJECTED, rejected, False),
        _parameter("reason", Reason, ""),
        _parameter("author", Author, None),
        _parameter("as_json", AsJson, False),
    ]
    return inspect.Signature([*own, *options, *rest])


def _field(option: _Option, kind: CorrectionKind, several: bool) -> inspect.Parameter:
    told = typer.Option(
        *option.names,
        metavar=option.metavar,
        help=option.help,
        rich_help_panel=f"Of a {kind}" if kind != "act" else "Of an act",
    )
    kept: Any = Annotated[list[str] | None, told] if several else Annotated[str | None, told]
    return _parameter(option.field, kept, None)


def _parameter(name: str, annotation: Any, default: Any) -> inspect.Parameter:
    return inspect.Parameter(
        name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation
    )


# Twenty-one fields make twenty-one options: written once, in the tables above and in FIELDS.
correct.__signature__ = _signature()  # type: ignore[attr-defined]
correct.__annotations__ = {
    name: parameter.annotation for name, parameter in _signature().parameters.items()
}
