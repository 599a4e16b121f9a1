"""Generates a crawl: a WARC file of pages of every kind, and what is to come of each.

Reports on states are made of the study passages; all else is our own prose. The crawl of a size is
always the same: 3 % of its records are broken, 30 % are about other things, 20 % in four other
languages, 20 % copies of reports before them, half of them changed a little; the rest are reports.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from random import Random
from typing import Literal, NamedTuple

import msgspec

from eval.passages import PASSAGES, read_passages

Fate = Literal["report", "unreadable", "off topic", "language", "copy", "near copy"]
_KINDS: tuple[tuple[Fate, int], ...] = (
    ("unreadable", 3),
    ("off topic", 30),
    ("language", 20),
    ("copy", 10),
    ("near copy", 10),
)
_PASSAGES_EACH, _SENTENCES_EACH = 3, 9
_SEED = 20310408
_PROSE = Path(__file__).parent / "crawl.toml"


class Page(NamedTuple):
    """A page of the crawl: what is to come of it, its paragraphs and its address."""

    fate: Fate
    paragraphs: tuple[str, ...]
    url: str


class _Prose(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    other: dict[str, tuple[str, ...]]
    languages: dict[str, tuple[str, ...]]


def pages(count: int) -> Iterator[Page]:
    """The pages of a crawl of ``count``."""
    random = Random(_SEED)
    prose = msgspec.toml.decode(_PROSE.read_bytes(), type=_Prose)
    known = [p for f in sorted(PASSAGES.glob("*.toml")) for p in read_passages(f)]
    relevant = [p.text for p in known if p.acts or p.positions]
    told: list[tuple[str, ...]] = []
    for number in range(count):
        fate = _fate(random, bool(told))
        if fate in ("report", "unreadable"):
            paragraphs = tuple(random.sample(relevant, _PASSAGES_EACH))
        elif fate in ("copy", "near copy"):
            paragraphs = random.choice(told)
        else:
            texts = prose.other if fate == "off topic" else prose.languages
            sentences = texts[random.choice(sorted(texts))]
            paragraphs = tuple(random.sample(sentences, min(_SENTENCES_EACH, len(sentences))))
        if fate == "report":
            told.append(paragraphs)
        if fate == "near copy":
            paragraphs = (*paragraphs, "This story was updated once.")
        yield Page(fate, paragraphs, f"https://tarn.example/2031/{number:06}")


def _fate(random: Random, any_told: bool) -> Fate:
    drawn = random.randrange(100)
    for fate, share in _KINDS:
        if drawn < share:
            return fate if any_told or "copy" not in fate else "report"
        drawn -= share
    return "report"


def write(path: Path, count: int) -> list[Page]:
    """Write a crawl to ``path`` as .warc.gz; its pages."""
    made = list(pages(count))
    with path.open("wb") as stream:
        for number, page in enumerate(made):
            packed = gzip.compress(_record(number, page), mtime=0)
            stream.write(_broken(packed) if page.fate == "unreadable" else packed)
    return made


def _broken(packed: bytes) -> bytes:
    return packed[:40] + bytes(byte ^ 0xFF for byte in packed[40:60]) + packed[60:]


def _record(number: int, page: Page) -> bytes:
    body = html(page.paragraphs, number).encode()
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\n"
        f"WARC-Target-URI: {page.url}\r\n"
        "WARC-Date: 2031-04-08T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def html(paragraphs: Sequence[str], number: int) -> str:
    """A page of these paragraphs in the layout of its site."""
    told = "\n".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
    links = "".join(f'<a href="/{n}">{n}</a> ' for n in range(number % 7))
    return (
        "<!doctype html><html><head><title>The Tarn Post</title></head><body>"
        f"<nav><a href='/'>Home</a> {links}</nav><main>{told}</main>"
        "<footer>The Tarn Post. All rights reserved.</footer></body></html>"
    )
