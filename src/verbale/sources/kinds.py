"""The kinds of content: how a name tells them, and which reader each has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from verbale.sources.jsonl import read_jsonl
from verbale.sources.looks import Kind
from verbale.sources.options import SourceOptions
from verbale.sources.page import read_page
from verbale.sources.parquet import read_parquet
from verbale.sources.reading import Body, Reading
from verbale.sources.warc import read_warc

Packing = Literal["gzip", "zstd"]

#: What each suffix holds; each may be followed by ``.gz`` or ``.zst``.
SUFFIXES: dict[str, Kind] = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".markdown": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".eml": "mail",
    ".mhtml": "mhtml",
    ".mht": "mhtml",
    ".xml": "feed",
    ".rss": "feed",
    ".atom": "feed",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".warc": "warc",
    ".wet": "warc",
    ".parquet": "parquet",
}
#: How a file may be packed, by its last suffix.
PACKINGS: dict[str, Packing] = {".gz": "gzip", ".zst": "zstd"}
#: The kinds whose files hold one report each.
SINGLE: frozenset[Kind] = frozenset({"text", "html", "pdf", "mail", "mhtml"})


class Named(NamedTuple):
    """What a file name tells: the kind of content, if any, and how it is packed."""

    kind: Kind | None
    packed: Packing | None


def kind_of_name(name: str) -> Named:
    """What the suffix of ``name`` tells.

    >>> kind_of_name("Dump.JSONL.gz")
    Named(kind='jsonl', packed='gzip')
    """
    lower = name.lower()
    stem, _, last = lower.rpartition(".")
    packed = PACKINGS.get(f".{last}") if stem else None
    stem = stem if packed else lower
    return Named(SUFFIXES.get(stem[stem.rfind(".") :]) if "." in stem else None, packed)


def read_body(body: Body, kind: Kind, options: SourceOptions) -> Iterator[Reading]:
    """The documents in ``body``. Raises `SourceError` for what concerns the body as a whole."""
    limit = options.max_bytes
    if kind == "jsonl":
        yield from read_jsonl(body, options.fields, limit)
    elif kind == "feed":
        from verbale.sources.feed import read_feed  # costs 0.1 s, which most runs never need

        yield from read_feed(body, limit)
    elif kind == "warc":
        yield from read_warc(body, limit)
    elif kind == "parquet":
        yield from read_parquet(body, options.fields, limit)
    elif kind == "pdf":
        from verbale.sources.pdf import read_pdf

        yield from read_pdf(body, limit)
    elif kind == "mail" or kind == "mhtml":
        from verbale.sources.mail import read_mail

        yield from read_mail(body, kind, limit)
    else:
        yield from read_page(body, kind, limit)
