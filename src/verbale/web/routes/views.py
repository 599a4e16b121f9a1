"""Saved views: addresses of pages with their filters, kept in the record under a name."""

from __future__ import annotations

import re
from typing import Annotated

from litestar import post
from litestar.di import NamedDependency
from litestar.enums import RequestEncodingType
from litestar.params import Body
from litestar.response import Redirect

from verbale.errors import UsageError
from verbale.web.changes import Changes, field
from verbale.web.pages import elsewhere

_LARGEST = 16_384
_LONGEST_NAME, _LONGEST = 80, 1_500
#: Pages of the desk and nothing else: a view is a link that everybody with the record may follow.
_PAGE = re.compile(
    r"/(?:(?:statements|positions|acts|actors|reports|search|brief|review)?|matters/m[0-9a-f]+"
    r"(?:/lanes)?)(?:\?[!-~]*)?"
)
Form = Annotated[dict[str, str], Body(media_type=RequestEncodingType.URL_ENCODED)]


@post("/views/keep", sync_to_thread=True, request_max_body_size=_LARGEST)
def keep(data: Form, changes: NamedDependency[Changes]) -> Redirect:
    """Keep the page ``address`` under ``name``, in place of one of that name."""
    changes.check(data)
    name, address = _name(field(data, "name")), field(data, "address")
    if len(address) > _LONGEST or not _PAGE.fullmatch(address):
        raise UsageError("the view", "is no page of the desk")
    with changes.record() as record:
        record.keep_view(name, address)
    return elsewhere(address)


@post("/views/drop", sync_to_thread=True, request_max_body_size=_LARGEST)
def drop(data: Form, changes: NamedDependency[Changes]) -> Redirect:
    """Drop the view of a name."""
    changes.check(data)
    with changes.record() as record:
        record.keep_view(_name(field(data, "name")), None)
    return elsewhere("/")


def _name(words: str) -> str:
    name = " ".join(words.split())
    if not name or len(name) > _LONGEST_NAME:
        raise UsageError("name", f"a view needs a name of at most {_LONGEST_NAME} characters")
    return name


HANDLERS = [keep, drop]
