"""The routes, one file a noun."""

from verbale.web.routes import (
    actors,
    acts,
    brief,
    entries,
    lanes,
    matters,
    outlets,
    overview,
    positions,
    reading,
    reports,
    review,
    search,
    statements,
    static,
    views,
)

HANDLERS = [
    *overview.HANDLERS,
    *matters.HANDLERS,
    *lanes.HANDLERS,
    *statements.HANDLERS,
    *positions.HANDLERS,
    *acts.HANDLERS,
    *actors.HANDLERS,
    *reports.HANDLERS,
    *outlets.HANDLERS,
    *entries.HANDLERS,
    *search.HANDLERS,
    *brief.HANDLERS,
    *reading.HANDLERS,
    *review.HANDLERS,
    *views.HANDLERS,
    *static.HANDLERS,
]

__all__ = ["HANDLERS"]
