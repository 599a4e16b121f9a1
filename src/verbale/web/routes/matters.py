"""One matter: where each side stands, what moved, what is contested, who tells it."""

from __future__ import annotations

from typing import Any

from litestar import Request, Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath

from verbale.errors import UsageError
from verbale.matters.rivalry import HEADINGS
from verbale.positions.wording import KINDS
from verbale.record import utc_now
from verbale.web.pages import page
from verbale.web.reader import Reader
from verbale.web.standpoints import matter_page, news
from verbale.web.visits import remember, visit

_SHIFTS = 30


@get("/matters/{name:str}", sync_to_thread=True)
def matter(
    request: Request[Any, Any, Any], reader: NamedDependency[Reader], name: FromPath[str]
) -> Response[str]:
    """The matter that ``name`` means; ``since`` is the day from which changes are told, all of them
    where it is none. What was read since the last visit of this browser stands out."""
    since = request.query_params.get("since", "").strip()
    problem = None
    try:
        found = matter_page(reader, name, since or None)
    except UsageError as error:
        problem = error
        found = matter_page(reader, name, None)
    seen = visit(request, utc_now())
    fresh = news(reader.record(), found.row.matter.id, seen.before)
    answer = page(
        reader,
        "matter.html",
        "/",
        400 if problem else 200,
        title=found.row.matter.name,
        found=found,
        since=since,
        problem=problem and f"{problem}. All changes are shown.",
        wrong=["since"] if problem else [],
        shifts=found.shifts[:_SHIFTS],
        more_shifts=max(len(found.shifts) - _SHIFTS, 0),
        kinds=KINDS,
        headings=HEADINGS,
        before=seen.before,
        fresh=fresh,
        fresh_handles={row.handle for row in fresh},
    )
    return remember(answer, seen, f"/matters/{found.row.matter.id}")


HANDLERS = [matter]
