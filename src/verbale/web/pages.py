"""Templates and answers. Every value from a report is escaped here, and none is trusted."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from jinja2 import Environment
from litestar import Response
from litestar.response import Redirect, Stream

from verbale.brief.days import spoken
from verbale.brief.html import escaping
from verbale.brief.names import counted
from verbale.positions import wording as standpoint
from verbale.record import wording
from verbale.record.fulltext import highlights
from verbale.web.asked import address
from verbale.web.reader import Reader

#: What stands in the head of every page: path, words.
PLACES = (
    ("/", "Matters"),
    ("/statements", "Statements"),
    ("/positions", "Positions"),
    ("/acts", "Acts"),
    ("/actors", "Actors"),
    ("/reports", "Reports"),
    ("/outlets", "Outlets"),
    ("/brief", "Brief"),
    ("/review", "Review"),
    ("/read", "Read"),
)


def page(
    reader: Reader, template: str, here: str, status: int = 200, **values: Any
) -> Response[str]:
    """A page from a template; ``here`` is the path of its place in the head."""
    parties = reader.parties()
    content = (
        _environment()
        .get_template(template)
        .render(
            here=here, places=PLACES, party=parties.name, record_name=reader.path.name, **values
        )
    )
    return Response(content, media_type="text/html", status_code=status)


def part(template: str, **values: Any) -> str:
    """A part of a page, escaped as all of it, to be put into it as it is."""
    return _environment().get_template(template).render(**values)


def drawing(template: str, name: str, **values: Any) -> Response[str]:
    """An SVG file to be kept under ``name``."""
    content = _environment().get_template(template).render(**values)
    return Response(
        f'<?xml version="1.0" encoding="UTF-8"?>\n{content.strip()}\n',
        media_type="image/svg+xml",
        headers=attached(name),
    )


def plain(content: str, kind: str, name: str) -> Response[bytes]:
    """A text to be kept under ``name``."""
    return Response(
        content.encode("utf-8", "backslashreplace"), media_type=kind, headers=attached(name)
    )


def stream(pieces: Iterable[bytes], kind: str, name: str) -> Stream:
    """A file to be kept under ``name``, sent as it is made."""
    return Stream(iter(pieces), media_type=kind, headers=attached(name))


def elsewhere(path: str) -> Redirect:
    """Go to ``path`` of this server."""
    return Redirect(path, status_code=303)


def attached(name: str) -> dict[str, str]:
    """The header that makes a browser keep an answer; ``name`` is ours, never a report's."""
    return {"content-disposition": f'attachment; filename="{name}"'}


@cache
def _environment() -> Environment:
    environment = escaping("verbale.web")
    environment.filters.update(spoken=spoken, number=_number)
    environment.globals.update(
        marked=marked,
        address=address,
        counted=counted,
        w=wording,
        held=standpoint,
        day_words=day_words,
    )
    return environment


def marked(words: str, query: str | None) -> list[tuple[str, bool]]:
    """``words`` in pieces, each with whether ``query`` found it."""
    pieces: list[tuple[str, bool]] = []
    at = 0
    for start, end in sorted(highlights(words, query)) if query else ():
        if start >= at:
            pieces += [(words[at:start], False), (words[start:end], True)]
            at = end
    return [(piece, found) for piece, found in (*pieces, (words[at:], False)) if piece]


def day_words(edtf: str | None, known: str | None = None) -> str:
    """A day in words: ``8 April 2025``; an open year and a missing day are said."""
    if not edtf:
        return "no day known"
    return f"published {spoken(edtf)}" if known == "published" else spoken(edtf)


def _number(value: int) -> str:
    return f"{value:,}"
