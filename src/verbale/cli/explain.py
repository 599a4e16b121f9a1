"""``verbale explain``: what the rules make of a report."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from verbale.cli.display import layout
from verbale.cli.display.layout import Mark
from verbale.cli.display.terminal import write_json
from verbale.cli.options import DEFAULT_RECORD, AsJson, Lexicons, RecordPath, open_view
from verbale.errors import NoSuchEntry
from verbale.model import Span, Statement, words_at
from verbale.sources.web import is_address

if TYPE_CHECKING:
    from verbale.desk import Explanation
    from verbale.statements import Attempt


def explain(
    subject: Annotated[
        str, typer.Argument(metavar="FILE|REPORT-ID", help="A file, or a report of the record.")
    ],
    record: RecordPath = DEFAULT_RECORD,
    lexicon: Lexicons = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Name the rules that declined, and every cue, too.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Show a report with each statement, the rule that made it and the words that this rests on.

    With --all also the rules that were asked before and declined, and the cues that led to nothing.
    A file is read anew and nothing is kept; the record's lexicons are used if there is a record. A
    report of the record is read again from the bytes it keeps, by the code of today.

    Examples:

      verbale explain report.html
      verbale explain r3
      verbale explain r3 --all
      verbale explain report.txt --lexicon names.toml --json
    """
    found = _explained(subject, record, lexicon or [])
    if as_json:
        write_json(found)
        return
    for each in found:
        _show(each, everything=everything)


def _explained(subject: str, record: Path, lexicons: list[Path]) -> tuple[Explanation, ...]:
    from verbale.desk import explain_file, explain_stored

    if Path(subject).exists() or subject == "-" or is_address(subject):
        return explain_file(subject, lexicons, _kept(record))
    if not record.exists():
        raise NoSuchEntry(subject, f"no such file, and no record at {record} that could hold it")
    with open_view(record) as opened:
        return (explain_stored(opened, subject),)


def _kept(record: Path) -> dict[str, str]:
    if not record.exists():
        return {}
    with open_view(record) as opened:
        return opened.extensions()


def _show(found: Explanation, *, everything: bool) -> None:
    report, text = found.report, found.report.text
    layout.title(found.origin, report.headline.text if report.headline else None)
    layout.fields(
        [
            ("language", report.language),
            ("flags", ", ".join(report.flags)),
            ("statements", str(len(found.statements))),
            ("cues", str(len(found.attempts))),
        ]
    )
    for paragraph in found.paragraphs:
        inside = [s for s in found.statements if paragraph.span.covers(_place(s))]
        tried = [a for a in found.attempts if paragraph.span.covers(a.cue)]
        if inside or (tried and everything):
            layout.heading(f"{paragraph.zone}, {paragraph.span.start}-{paragraph.span.end}")
            layout.passage(text, paragraph.span, [mark for s in inside for mark in _marks(s)])
            for statement in inside:
                _show_statement(statement, text, tried if everything else [])
            if everything:
                _show_silent(tried, inside, text)


def _place(statement: Statement) -> Span:
    """Where a statement is listed: its cue, else its first words."""
    return (statement.cue or statement.source or statement.content)[0]


def _marks(statement: Statement) -> list[Mark]:
    return [
        *(Mark(span, "bold yellow") for span in statement.cue),
        *(Mark(span, "bold cyan") for span in statement.source),
        *(Mark(span, "green") for span in statement.content),
    ]


def _show_statement(statement: Statement, text: str, tried: list[Attempt]) -> None:
    who = statement.speaker or "nobody named"
    rest = ", ".join(filter(None, (statement.office, statement.country)))
    layout.sentence(f"[{statement.id}] {who}{f' ({rest})' if rest else ''}", "bold")
    layout.fields(
        [
            ("rule", f"{statement.rule} -> {statement.type}, {statement.polarity}"),
            ("source", words_at(text, statement.source)),
            ("cue", words_at(text, statement.cue)),
            ("content", words_at(text, statement.content)),
            ("declined", ", ".join(_declined(statement, tried))),
            ("inside", f"[{statement.nested_in}]" if statement.nested_in else None),
        ]
    )


def _declined(statement: Statement, tried: list[Attempt]) -> tuple[str, ...]:
    """The rules that were asked before the one that made ``statement``."""
    for attempt in tried:
        if attempt.won and any(span.covers(attempt.cue) for span in statement.cue):
            return attempt.declined
    return ()


def _show_silent(tried: list[Attempt], inside: list[Statement], text: str) -> None:
    """The cue words that led to nothing here."""
    used = [span for statement in inside for span in statement.cue]
    for attempt in tried:
        if any(span.covers(attempt.cue) for span in used):
            continue
        word = f"“{attempt.cue.of(text)}” at {attempt.cue.start}"
        if attempt.won:
            layout.sentence(f"{word}: {attempt.won}, outdone by another cue", "dim")
            continue
        names = ", ".join(attempt.declined)
        layout.sentence(f"{word}: none of {len(attempt.declined)} rules: {names}", "dim")
