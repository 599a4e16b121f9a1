"""``verbale origins``: where an entry comes from, and on how many independent origins it rests."""

from __future__ import annotations

from typing import Annotated

import typer

from verbale.cli.authors import Author, Reason, author_of
from verbale.cli.display.decisions import tell_apart
from verbale.cli.display.origins_page import show_origins
from verbale.cli.display.terminal import write_json
from verbale.cli.options import DEFAULT_RECORD, AsJson, RecordPath, open_to_decide, open_view


def origins(
    entry: Annotated[str, typer.Argument(metavar="ID", help="Such as s12, e3 or p5.")],
    record: RecordPath = DEFAULT_RECORD,
    cut: Annotated[
        str | None,
        typer.Option(metavar="ID", help="Decide that this one is of another utterance."),
    ] = None,
    author: Author = None,
    reason: Reason = "",
    as_json: AsJson = False,
) -> None:
    """Show where a statement, act or position comes from: the way it came to the report, the other
    reports that carry it, and on how many independent origins they rest, with the reasons.

    Copies, credits, one interview and one public text make one origin; each reporter at a public
    occasion counts. Reports that do not say where they have it from raise only the upper bound.

    --cut takes a wrong merge apart. It holds when reports are read again, and verbale corrections
    undo takes it back.

    Examples:

      verbale origins s12
      verbale origins p5 --json
      verbale origins s12 --cut s34 --reason "two speeches"
    """
    if cut is not None:
        with open_to_decide(record) as opened:
            made = opened.origin_decisions.cut(
                entry, cut, author=author_of(author), reason=reason
            ).correction
        tell_apart(entry, cut, made)
        return
    with open_view(record) as opened:
        found = opened.origins(entry)
    if as_json:
        write_json(found)
        return
    show_origins(found)
