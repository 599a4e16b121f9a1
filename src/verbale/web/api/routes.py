"""All routes of the API."""

from __future__ import annotations

from verbale.web.api import asking, document, listing, single
from verbale.web.api.nouns import NOUNS

HANDLERS = [
    single.index,
    *(handler for noun in NOUNS for handler in listing.handlers(noun)),
    *map(single.handler, single.SINGLES),
    asking.search,
    asking.brief,
    asking.atom,
    document.openapi,
    document.docs,
]
