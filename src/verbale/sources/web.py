"""An address: a page, a text or a feed on the web."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from verbale.errors import SourceError
from verbale.sources.answer import body_of, kind_of
from verbale.sources.follow import read_content
from verbale.sources.reading import Reading, Skipped, Unchanged
from verbale.sources.resources import Resources

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")


def is_address(text: str) -> bool:
    """Whether an input has the form of an address, of whatever scheme."""
    return _ADDRESS.match(text) is not None


@dataclass(frozen=True)
class WebSource:
    """One address. With ``options.validators`` it is fetched only if it has changed."""

    name: str
    resources: Resources
    size: int | None = None
    skipped: tuple[Skipped, ...] = ()

    def documents(self) -> Iterator[Reading]:
        """The documents behind the address, `Unchanged`, or the error."""
        try:
            yield from self._readings()
        except SourceError as error:
            yield error

    def _readings(self) -> Iterator[Reading]:
        beside = self.resources.manifest.given(self.name)
        validators = self.resources.options.validators
        known = None if validators is None else validators.get(self.name)
        answer = self.resources.fetcher.fetch(self.name, known)
        if answer.unchanged:
            yield Unchanged(origin=self.name, reason="the server says it has not changed")
            return
        body = body_of(answer, self.name, beside)
        yield from read_content(body, kind_of(answer, self.name), self.resources)
        if validators is not None and (answer.etag or answer.last_modified):
            validators.put(self.name, answer.etag, answer.last_modified)
