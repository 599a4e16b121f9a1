"""The outlets, and how many reports of each the record has."""

from __future__ import annotations

from litestar import Response, get
from litestar.di import NamedDependency

from verbale.web.pages import page
from verbale.web.reader import Reader


@get("/outlets", sync_to_thread=True)
def outlets(reader: NamedDependency[Reader]) -> Response[str]:
    """Outlets, those with most reports first."""
    counts = reader.kept("outlets", lambda its: its.counts())
    unnamed = counts.reports - sum(number for _, number in counts.outlets)
    return page(
        reader, "outlets.html", "/outlets", title="Outlets", outlets=counts.outlets, unnamed=unnamed
    )


HANDLERS = [outlets]
