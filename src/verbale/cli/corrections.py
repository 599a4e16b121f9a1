"""List what people decided, take it back, hand it on.

Examples:

  verbale corrections
  verbale corrections --orphaned
  verbale corrections undo s12
  verbale corrections export decided.jsonl
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from verbale.cli.authors import Author, Reason, author_of
from verbale.cli.display.decisions import about, change, signature, state
from verbale.cli.display.tables import Column, show_rows
from verbale.cli.display.terminal import note, say, write, write_json
from verbale.cli.options import DEFAULT_RECORD, AsJson, RecordPath, open_to_decide, open_view
from verbale.errors import UsageError
from verbale.record import CorrectionRow, Imported

_COLUMNS: tuple[Column[CorrectionRow], ...] = (
    Column("id", lambda row: row.correction.id, "cyan", narrow=True),
    Column("of", lambda row: row.entry or row.report, "cyan", narrow=True),
    Column("decided", lambda row: change(row.correction), "bold", wide=True),
    Column("about", about, piped=True),
    Column("state", state),
    Column("by", lambda row: signature(row.correction)),
    Column("because", lambda row: row.correction.reason),
)
_CONFLICT = 1


def list_corrections(
    record: RecordPath = DEFAULT_RECORD,
    orphaned: Annotated[
        bool, typer.Option("--orphaned", help="Only those whose passage is gone.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """List what people decided, with what became of each: applied; agreed with by what is drawn
    now; orphaned, since its passage is gone; overruled or replaced by a later one; undone.

    Examples:

      verbale corrections
      verbale corrections --orphaned --json
    """
    with open_view(record) as opened:
        rows = opened.corrections.orphaned() if orphaned else opened.corrections.rows()
    if as_json:
        write_json(rows)
        return
    show_rows(_COLUMNS, rows)
    if not rows:
        note("Nothing is orphaned." if orphaned else "Nothing was corrected.", "dim")


def undo(
    correction: Annotated[
        str, typer.Argument(metavar="ID", help="Its id, or s12 for the last one on that entry.")
    ],
    record: RecordPath = DEFAULT_RECORD,
    reason: Reason = "",
    author: Author = None,
) -> None:
    """Take a decision back. It stays in the list and in the history; what it replaced counts again.

    Examples:

      verbale corrections undo 3fa81c02d7
      verbale corrections undo s12 --reason "the other Muto"
    """
    with open_to_decide(record) as opened:
        row = opened.corrections.undo(correction, author=author_of(author), reason=reason)
    say(f"Undone: {row.entry or row.report or ''} {change(row.correction)}")


def export(
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="Else standard output.")
    ] = None,
    record: RecordPath = DEFAULT_RECORD,
) -> None:
    """Write all decisions as JSON lines, for a colleague's record or for safe keeping.

    Examples:

      verbale corrections export decided.jsonl
    """
    from verbale.desk import export_corrections

    with open_view(record) as opened:
        lines = list(export_corrections(opened))
    text = "".join(f"{line}\n" for line in lines)
    if file is None:
        write(text)
        return
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UsageError(str(file), f"cannot be written: {error.strerror or error}") from error
    say(f"{len(lines):,} entries written to {file}.")


def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="As written by export.")],
    record: RecordPath = DEFAULT_RECORD,
    as_json: AsJson = False,
) -> None:
    """Take over decisions from a file. What is there already changes nothing; where this record
    decided otherwise it is left as it is, and you are told (exit code 1).

    Examples:

      verbale corrections import decided.jsonl
    """
    from verbale.desk import import_corrections

    with open_to_decide(record) as opened:
        imported = import_corrections(opened, file)
    if as_json:
        write_json(imported)
    else:
        _tell(imported)
    if imported.conflicts:
        raise typer.Exit(_CONFLICT)


def _tell(imported: Imported) -> None:
    say(f"{len(imported.new):,} taken over, {imported.known:,} known already.")
    orphaned = [row for row in imported.new if row.state == "orphaned"]
    if orphaned:
        note(f"{len(orphaned):,} wait for their passage: verbale corrections --orphaned", "yellow")
    if imported.forgotten:
        note(f"{imported.forgotten:,} left out: their report was forgotten here.", "yellow")
    for conflict in imported.conflicts:
        note("Decided otherwise here, and left so:", "yellow")
        for whose, entry in (("here ", conflict.mine), ("there", conflict.theirs)):
            told = f"{change(entry)} (undone)" if entry.undoes else change(entry)
            note(f"  {whose}  {told} (by {signature(entry)})")
