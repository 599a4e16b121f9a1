"""Content from any place, and, where the user asks for it, the pages that feed entries link to."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from verbale.errors import SourceError
from verbale.model import RawDocument
from verbale.sources.answer import body_of, kind_of
from verbale.sources.kinds import SINGLE, read_body
from verbale.sources.looks import Kind
from verbale.sources.reading import Body, Reading, Unchanged
from verbale.sources.resources import Resources


def read_content(body: Body, kind: Kind, resources: Resources) -> Iterator[Reading]:
    """The documents in ``body``. Raises `SourceError` for what concerns the body as a whole."""
    readings = read_body(body, kind, resources.options)
    if kind == "feed" and resources.options.follow:
        for reading in readings:
            yield from _followed(reading, resources)
    else:
        yield from readings


def _followed(entry: Reading, resources: Resources) -> Iterator[Reading]:
    """The page behind a feed entry; if it is not to be had, the entry itself and the error."""
    if not isinstance(entry, RawDocument) or entry.given.url is None:
        yield entry
        return
    read_before = resources.options.read_before
    if read_before is not None and read_before(entry.given.url):
        yield Unchanged(origin=entry.given.url, reason="its page was read before")
        return
    try:
        yield from _page(entry, entry.given.url, resources)
    except SourceError as error:
        yield entry
        yield error


def _page(entry: RawDocument, url: str, resources: Resources) -> Iterator[Reading]:
    answer = resources.fetcher.fetch(url)
    kind = kind_of(answer, url)
    if kind not in SINGLE:
        yield entry
        return
    given = msgspec.structs.replace(entry.given, url=answer.url)
    yield from read_body(body_of(answer, url, given), kind, resources.options)
