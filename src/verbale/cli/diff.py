"""``verbale diff``: what one record has that an earlier one has not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from verbale.cli.display import layout
from verbale.cli.display.lanes_page import show_steps
from verbale.cli.display.terminal import say, write_json
from verbale.cli.options import AsJson, open_view
from verbale.record.wording import content, day, deed, sides, speaker, stance

if TYPE_CHECKING:
    from verbale.desk.difference import ChangedEntry, Difference
    from verbale.record import ActRow, PositionRow, ReportRow, StatementRow

R = TypeVar("R")


def diff(
    earlier: Annotated[Path, typer.Argument(metavar="A", help="The earlier record.")],
    later: Annotated[Path, typer.Argument(metavar="B", help="The later one.")],
    limit: Annotated[
        int, typer.Option(min=0, metavar="N", help="At most N of each kind; 0: all.")
    ] = 20,
    as_json: AsJson = False,
) -> None:
    """Show what record B has that record A has not: reports, shifts, positions, acts, statements,
    and values that were read otherwise or corrected.

    Keep a copy of a record (cp east-asia.vrb monday.vrb) to see later what came. Ids are those of
    B. A statement, act or position is the same in both if its report and its words are.

    Examples:

      verbale diff monday.vrb east-asia.vrb
      verbale diff monday.vrb east-asia.vrb --limit 0 --json
      verbale brief east-asia.vrb --changes-since monday.vrb
    """
    from verbale.desk import difference

    with open_view(earlier) as before, open_view(later) as after:
        found = difference(before, after)
    if as_json:
        write_json(found)
    elif not found:
        say(f"{later} has nothing that {earlier} has not.")
    else:
        _show(found, limit or None)


def _show(found: Difference, limit: int | None) -> None:
    say(_counts(found), "bold")
    _items("New reports", found.reports, _report, limit)
    if found.shifts:
        layout.heading(f"New shifts ({len(found.shifts)})")
        show_steps(found.shifts[:limit])
    _items("New positions", found.positions, _position, limit)
    _items("New acts", found.acts, _act, limit)
    _items("New statements", found.statements, _statement, limit)
    _items("Other values", found.changed, _changed, limit)


def _report(row: ReportRow) -> str:
    return f"{row.published or 'no day'}  {row.headline or row.handle}"


def _position(row: PositionRow) -> str:
    held = row.position
    return f"{day(row) or 'no day'}  {held.party} on {held.matter}, {held.on}: {stance(row)}"


def _act(row: ActRow) -> str:
    return f"{day(row) or 'no day'}  {sides(row)} {deed(row)}: {row.evidence_words}"


def _statement(row: StatementRow) -> str:
    return f"{day(row) or 'no day'}  {speaker(row)}: {content(row)}"


def _changed(entry: ChangedEntry) -> str:
    change = entry.change
    values = f"{change.old or 'nothing'} > {change.new or 'nothing'}"
    return f"{change.what}: {values}  “{change.about}”"


def _items(heading: str, rows: Sequence[R], words: Callable[[R], str], limit: int | None) -> None:
    if not rows:
        return
    layout.heading(f"{heading} ({len(rows)})")
    layout.items((str(getattr(row, "id")), words(row)) for row in rows[:limit])  # noqa: B009
    if limit is not None and len(rows) > limit:
        layout.sentence(f"{len(rows) - limit} more; --limit 0 shows all.", "dim")


def _counts(found: Difference) -> str:
    """``2 reports, 1 shift and 14 statements are new; 3 acts are gone.``"""
    new = _listed(
        (len(found.reports), "report"),
        (len(found.shifts), "shift"),
        (len(found.positions), "position"),
        (len(found.acts), "act"),
        (len(found.statements), "statement"),
    )
    gone = _listed(*((number, kind.removesuffix("s")) for kind, number in found.gone.items()))
    changed = _listed((len(found.changed), "value"))
    told = (("New", new), ("other than before", changed), ("gone", gone))
    return "; ".join(f"{what}: {counted}" for what, counted in told if counted) + "."


def _listed(*counts: tuple[int, str]) -> str:
    return ", ".join(f"{n:,} {noun}{'s' if n != 1 else ''}" for n, noun in counts if n)
