"""The first page: what the record is about."""

from __future__ import annotations

from typing import Any

from litestar import Request, Response, get
from litestar.di import NamedDependency

from verbale.brief.questions import unread_because
from verbale.errors import UsageError
from verbale.record import DOUBTS, MatterFilter
from verbale.record.doubts import MOST
from verbale.web.asked import filter_of, query_of, slips
from verbale.web.changes import Changes
from verbale.web.pages import page
from verbale.web.reader import Reader
from verbale.web.routes.review import QUEUES


@get("/", sync_to_thread=True)
def overview(
    request: Request[Any, Any, Any],
    reader: NamedDependency[Reader],
    changes: NamedDependency[Changes],
) -> Response[str]:
    """The matters, those that most reports speak of first, and how much there is of all else."""
    record = reader.record()
    query = dict(request.query_params)
    problem = None
    try:
        wanted = filter_of(MatterFilter, query, reader)
    except UsageError as error:
        problem = error
        wanted = filter_of(MatterFilter, {}, reader)
    given = {name: query.get(name, "") for name in ("words", "party")}
    found, counts, questions = reader.kept(
        ("overview", query_of(wanted)),
        lambda its: (its.matters_held(wanted), its.counts(), its.openings()),
    )
    doubts = reader.kept("doubts", lambda its: its.number_of_doubts())
    limit = wanted.limit or 0
    more = wanted.offset + limit < found.total
    return page(
        reader,
        "overview.html",
        "/",
        400 if problem else 200,
        title="Matters",
        given=given,
        problem=problem and f"{problem}. All matters are shown.",
        wrong=slips(given, problem) if problem else [],
        wanted=wanted,
        found=found,
        counts=counts,
        questions=questions,
        unread_because=unread_because,
        waiting=[(name, QUEUES[name], doubts[name]) for name in DOUBTS if doubts[name]],
        most=MOST,
        views=sorted(record.views().items()),
        changes=changes,
        before=query_of(wanted, offset=max(wanted.offset - limit, 0)) if wanted.offset else None,
        after=query_of(wanted, offset=wanted.offset + limit) if more else None,
    )


HANDLERS = [overview]
