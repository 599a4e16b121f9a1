"""Pages: one report a file, as plain text (``.txt``, ``.md``) or HTML."""

from __future__ import annotations

from collections.abc import Iterator

from verbale.errors import UnreadableSource
from verbale.model import Given, Media, RawDocument
from verbale.sources.given import over
from verbale.sources.looks import foreign_format
from verbale.sources.opening import read_all
from verbale.sources.reading import Body, Reading

_BLANK = b" \t\r\n\f\v\0\xef\xbb\xbf\xfe\xff"


def read_page(body: Body, media: Media, limit: int) -> Iterator[Reading]:
    """The one document that ``body`` is, bytes as they came. Raises `SourceError`."""
    data = text_bytes(body, limit)
    found = Given(url=body.address, basis="http") if body.address else Given()
    yield RawDocument(
        data=data,
        origin=body.origin,
        media=media,
        charset=body.charset,
        given=over(body.beside, found),
    )


def text_bytes(body: Body, limit: int) -> bytes:
    """All of ``body``. Raises `UnreadableSource` if it is empty or no text, `SourceTooLarge`."""
    data = read_all(body.stream, limit, body.origin)
    if not data.strip(_BLANK):
        raise UnreadableSource(body.origin, "is empty")
    foreign = foreign_format(data)
    if foreign:
        raise UnreadableSource(body.origin, f"is not text; it looks like {foreign}")
    return data
