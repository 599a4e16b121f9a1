"""A file, packed or not, of any kind of content."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from verbale.errors import SourceError
from verbale.sources.follow import read_content
from verbale.sources.kinds import SINGLE, kind_of_name
from verbale.sources.looks import Kind, content_kind, xml_kind
from verbale.sources.opening import Counted, head_of, opened, printable, unpacked
from verbale.sources.reading import Body, Reading, Skipped
from verbale.sources.resources import Resources


@dataclass(frozen=True)
class FileSource:
    """One file. A suffix that tells nothing is no hindrance: then the content tells."""

    path: Path
    resources: Resources
    skipped: tuple[Skipped, ...] = ()

    @property
    def name(self) -> str:
        """The path."""
        return printable(self.path)

    @property
    def size(self) -> int | None:
        """1 for a page; None for feeds and JSONL."""
        return 1 if kind_of_name(self.path.name).kind in SINGLE else None

    def documents(self) -> Iterator[Reading]:
        """The documents of the file, or its error."""
        try:
            beside = self.resources.beside(self.path)
            with opened(self.path) as stream:
                self.resources.reads(stream)
                body = Body(origin=self.name, stream=stream, beside=beside)
                yield from read_named(self.path.name, stream, body, self.resources)
        except SourceError as error:
            yield error


def read_named(
    name: str, stream: io.BufferedReader, body: Body, resources: Resources
) -> Iterator[Reading]:
    """The documents in ``body``, whose ``stream`` is packed or not and of a kind as its ``name``
    tells. Raises `SourceError` for what concerns it as a whole."""
    named = kind_of_name(name)
    # A WARC is packed record by record, and its reader sees to that.
    packing = named.packed if named.kind != "warc" else None
    if packing:
        counted = Counted(stream)
        body = replace(body, stream=unpacked(counted, packing), packed=counted)
    yield from read_content(body, _kind(body, named.kind), resources)


def _kind(body: Body, named: Kind | None) -> Kind:
    """The kind by name; by content where the name tells none or says no more than XML."""
    if named is not None and named != "feed":
        return named
    head = head_of(body.stream, body.origin)
    return content_kind(head) if named is None else xml_kind(head)
