"""From sources to what is left to do: documents to annotate, and word of the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import msgspec

from verbale.model import RawDocument
from verbale.record import Fetches
from verbale.sources import Reading, Source, Unchanged

_READ_BEFORE = "read before"


class Fetched(msgspec.Struct, frozen=True, kw_only=True):
    """All documents of an address are out; once they are kept, so may its validators be."""

    url: str
    etag: str | None
    last_modified: str | None


class Ledger:
    """The validators a record keeps, with new ones held back until their documents are kept.

    Documents are fetched ahead of being written. Were the validators kept at once, a run killed
    in between would never see those documents again.
    """

    def __init__(self, fetches: Fetches, *, ask_again: bool) -> None:
        self._fetches = fetches
        self._ask_again = ask_again
        self._held: list[Fetched] = []

    def get(self, url: str) -> tuple[str | None, str | None] | None:
        """What the server said the last time, unless everything is to be read again."""
        return None if self._ask_again else self._fetches.get(url)

    def put(self, url: str, etag: str | None, last_modified: str | None) -> None:
        """Hold what the server said."""
        self._held.append(Fetched(url=url, etag=etag, last_modified=last_modified))

    def taken(self) -> list[Fetched]:
        """What is held, handed over."""
        held, self._held = self._held, []
        return held

    def keep(self, fetched: Fetched) -> None:
        """Write what was held."""
        self._fetches.put(fetched.url, fetched.etag, fetched.last_modified)


def supply(
    sources: Sequence[Source], known: Callable[[RawDocument], bool], ledger: Ledger
) -> Iterator[Reading | Fetched]:
    """What ``sources`` yield, in order: a `RawDocument` only where it is not ``known``.

    A `Fetched` comes after the last document of its address.
    """
    for source in sources:
        for reading in source.documents():
            if isinstance(reading, RawDocument) and known(reading):
                yield Unchanged(origin=reading.origin, reason=_READ_BEFORE)
            else:
                yield reading
        yield from ledger.taken()
