"""``verbale reuse``: which passages of a report stand elsewhere, since when, credited or not."""

from __future__ import annotations

from typing import Annotated

import typer

from verbale.cli.authors import Author, Reason, author_of
from verbale.cli.display.decisions import tell_apart
from verbale.cli.display.reuse_page import show_reuse
from verbale.cli.display.terminal import write_json
from verbale.cli.options import DEFAULT_RECORD, AsJson, RecordPath, open_to_decide, open_view


def reuse(
    report: Annotated[str, typer.Argument(metavar="REPORT", help="Such as r3, or a handle.")],
    record: RecordPath = DEFAULT_RECORD,
    every: Annotated[
        bool, typer.Option("--all", help="The passages of copies, and boilerplate, too.")
    ] = False,
    apart: Annotated[
        str | None,
        typer.Option(metavar="REPORT", help="Decide that neither has anything from the other."),
    ] = None,
    author: Author = None,
    reason: Reason = "",
    as_json: AsJson = False,
) -> None:
    """Show which passages of a report stand in others, word for word or edited: where, who had
    them first, and whether the one credits the other.

    Kinds of passages: credited copy; uncredited copy (the one has it from the other, or both
    from an agency that neither names); common source (both have it from a third, or one outlet
    repeats itself); shared quotation (the same quoted words in each one's own prose: no copying);
    boilerplate (what an outlet prints under many stories). Where days cannot tell who was first,
    it says so.

    --apart takes back a connection that is wrong. It holds when reports are read again, and
    verbale corrections undo takes it back.

    Examples:

      verbale reuse r3
      verbale reuse r3 --all
      verbale reuse r3 --json
      verbale reuse r3 --apart r7 --reason "two interviews, one press release"
    """
    if apart is not None:
        with open_to_decide(record) as opened:
            made = opened.reuse_decisions.set_apart(
                report, apart, author=author_of(author), reason=reason
            ).correction
        tell_apart(report, apart, made)
        return
    with open_view(record) as opened:
        found = opened.reuse(report)
        if as_json:
            write_json(found)
            return
        text = opened.annotation(found.report).text
        texts = {each.report: opened.annotation(each.report).text for each in found.related}
    show_reuse(found, text, texts, every=every)
