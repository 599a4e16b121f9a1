"""``verbale search``: words in headlines and bodies, shown where they stand."""

from __future__ import annotations

from typing import Annotated

import typer

from verbale.cli.display import layout
from verbale.cli.display.layout import Mark
from verbale.cli.display.terminal import note, write_json
from verbale.cli.options import DEFAULT_RECORD, AsJson, Limit, RecordPath, limit_of, open_view
from verbale.record import Hit


def search(
    words: Annotated[
        list[str],
        typer.Argument(metavar="WORDS...", help='Words, "phrases" or beginnings*; all of them.'),
    ],
    record: RecordPath = DEFAULT_RECORD,
    limit: Limit = 10,
    as_json: AsJson = False,
) -> None:
    """Find reports by the words of their headline and body, best first, with the passages.

    Examples:

      verbale search peace treaty
      verbale search '"peace treaty"' 'negotiat*' --limit 3
    """
    with open_view(record) as opened:
        found = opened.search(" ".join(words), limit=limit_of(limit))
    if as_json:
        write_json(found)
        return
    for hit in found:
        _show(hit)
    if not found.rows:
        note("Nothing fits.", "dim")
    elif found.total > len(found):
        note(f"{len(found)} of {found.total:,} shown; --limit 0 shows all.", "dim")


def _show(hit: Hit) -> None:
    row = hit.report
    layout.title(row.id, row.headline)
    layout.fields([("", ", ".join(filter(None, (row.outlet, row.published))))])
    for passage in hit.passages:
        if passage.excerpt != row.headline:
            layout.excerpt(passage.excerpt, [Mark(span, "bold yellow") for span in passage.marks])
