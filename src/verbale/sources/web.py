"""An address: a page, a text or a feed on the web, or a file of many reports."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from tempfile import TemporaryFile

from verbale.errors import SourceError
from verbale.model import Given
from verbale.sources.answer import body_of, kind_of
from verbale.sources.file import read_named
from verbale.sources.follow import read_content
from verbale.sources.kinds import kind_of_name
from verbale.sources.looks import Kind
from verbale.sources.reading import Body, Reading, Skipped, Unchanged
from verbale.sources.resources import Resources

#: Kinds that hold many reports each, told by the end of the address.
_MANY: frozenset[Kind | None] = frozenset({"jsonl", "warc", "parquet"})
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
        if _holds_many(self.name):
            yield from self._kept_first(beside)
            return
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

    def _kept_first(self, beside: Given) -> Iterator[Reading]:
        """The documents of a file of many reports, once it is on the disk here: it may be larger
        than an answer, and its reader may go back in it."""
        with TemporaryFile(buffering=0) as raw:
            self.resources.fetcher.keep(self.name, raw)
            raw.seek(0)
            stream: io.BufferedReader = io.BufferedReader(raw)
            self.resources.reads(stream)
            body = Body(origin=self.name, stream=stream, beside=beside)
            yield from read_named(_path(self.name), stream, body, self.resources)


def _holds_many(address: str) -> bool:
    return kind_of_name(_path(address)).kind in _MANY


def _path(address: str) -> str:
    return re.split("[?#]", address.partition("://")[2])[0]
