"""Full-text search over the reports."""

from __future__ import annotations

from typing import Any

from litestar import Request, Response, get
from litestar.di import NamedDependency

from verbale.record import Listing
from verbale.web.asked import SHOWN, address
from verbale.web.pages import page
from verbale.web.reader import Reader

_PAGE = SHOWN // 2
_LONGEST = 400


@get("/search", sync_to_thread=True)
def search(request: Request[Any, Any, Any], reader: NamedDependency[Reader]) -> Response[str]:
    """Reports that hold all the words asked for, with the passages."""
    words = request.query_params.get("q", "").strip()[:_LONGEST]
    given = request.query_params.get("offset", "0")
    offset = int(given) if given.isascii() and given.isdigit() and len(given) < 10 else 0
    record = reader.record()
    found = record.search(words, limit=_PAGE, offset=offset) if words else Listing(rows=(), total=0)
    more = offset + _PAGE < found.total
    return page(
        reader,
        "search.html",
        "/search",
        title=f"Search: {words}" if words else "Search",
        words=words,
        found=found,
        offset=offset,
        before=address("/search", q=words, offset=max(offset - _PAGE, 0)) if offset else None,
        after=address("/search", q=words, offset=offset + _PAGE) if more else None,
    )


HANDLERS = [search]
