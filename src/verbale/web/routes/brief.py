"""The brief on a page: every sentence opens the passage that it rests on."""

from __future__ import annotations

from typing import Any

from litestar import Request, Response, get
from litestar.di import NamedDependency

from verbale.brief import render_markdown
from verbale.brief.layout import lay_out
from verbale.brief.model import Footnote
from verbale.errors import AmbiguousEntry, NoSuchEntry, UsageError
from verbale.web.asked import address, slips
from verbale.web.briefs import FIELDS, checked_brief
from verbale.web.pages import page, plain
from verbale.web.passages import place_of
from verbale.web.reader import Reader


@get("/brief", sync_to_thread=True)
def brief(request: Request[Any, Any, Any], reader: NamedDependency[Reader]) -> Response[str]:
    """The brief of everything, or of what the address asks for."""
    given = _given(request)
    matters = reader.record().matters().rows
    try:
        checked = checked_brief(reader, given)
    except (UsageError, NoSuchEntry, AmbiguousEntry) as error:
        told = {"problem": str(error), "given": given, "matters": matters}
        told["wrong"] = slips(given, error)
        status = 400 if isinstance(error, UsageError) else 404
        return page(reader, "brief.html", "/brief", status, title="Brief", **told)
    notes = {note.number: note for note in checked.footnotes}
    return page(
        reader,
        "brief.html",
        "/brief",
        title="Brief",
        problem=None,
        given=given,
        laid=lay_out(checked),
        notes=notes,
        places_of={number: _place(reader, note) for number, note in notes.items()},
        markdown=address("/brief.md", **given),
        matters=matters,
        dropped=len(checked.dropped),
    )


@get("/brief.md", sync_to_thread=True)
def markdown(request: Request[Any, Any, Any], reader: NamedDependency[Reader]) -> Response[bytes]:
    """The same as Markdown."""
    words = render_markdown(checked_brief(reader, _given(request)))
    return plain(words, "text/markdown", "brief.md")


def _given(request: Request[Any, Any, Any]) -> dict[str, str]:
    return {name: request.query_params.get(name, "").strip()[:400] for name in FIELDS}


def _place(reader: Reader, note: Footnote) -> str:
    record = reader.record()
    row = record.report(note.report)
    return place_of(row.id, record.annotation(row.id).text, (note.span,))


HANDLERS = [brief, markdown]
