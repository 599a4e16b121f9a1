"""The brief on a page: every sentence opens the passage that it rests on."""

from __future__ import annotations

from typing import Any

from litestar import Request, Response, get
from litestar.di import NamedDependency

from verbale.brief import BriefRequest, CheckedBrief, check, compose, render_markdown
from verbale.brief.layout import lay_out
from verbale.brief.model import Footnote
from verbale.web.asked import address
from verbale.web.pages import page, plain
from verbale.web.passages import place_of
from verbale.web.reader import Reader

_FIELDS = ("matter", "party", "about", "since", "until", "changes_since")


@get("/brief", sync_to_thread=True)
def brief(request: Request[Any, Any, Any], reader: NamedDependency[Reader]) -> Response[str]:
    """The brief of everything, or of what the address asks for."""
    given = _given(request)
    checked = _checked(reader, given)
    notes = {note.number: note for note in checked.footnotes}
    return page(
        reader,
        "brief.html",
        "/brief",
        title="Brief",
        given=given,
        laid=lay_out(checked),
        notes=notes,
        places_of={number: _place(reader, note) for number, note in notes.items()},
        markdown=address("/brief.md", **given),
        matters=reader.record().matters().rows,
        dropped=len(checked.dropped),
    )


@get("/brief.md", sync_to_thread=True)
def markdown(request: Request[Any, Any, Any], reader: NamedDependency[Reader]) -> Response[bytes]:
    """The same as Markdown."""
    words = render_markdown(_checked(reader, _given(request)))
    return plain(words, "text/markdown; charset=utf-8", "brief.md")


def _given(request: Request[Any, Any, Any]) -> dict[str, str]:
    return {name: request.query_params.get(name, "").strip()[:400] for name in _FIELDS}


def _checked(reader: Reader, given: dict[str, str]) -> CheckedBrief:
    record, lexicon = reader.record(), reader.lexicon()
    codes = tuple(reader.code(name) for name in given["party"].split(",") if name.strip())
    matter = given["matter"]
    request = BriefRequest(
        matter=record.matter(matter, parties=codes).matter.id if matter else None,
        about=given["about"] or None,
        since=given["since"] or given["changes_since"] or None,
        until=given["until"] or None,
        parties=codes or None,
        changes_since=given["changes_since"] or None,
    )
    return check(compose(record, request, lexicon=lexicon), record, lexicon=lexicon)


def _place(reader: Reader, note: Footnote) -> str:
    record = reader.record()
    row = record.report(note.report)
    return place_of(row.id, record.annotation(row.id).text, (note.span,))


HANDLERS = [brief, markdown]
