"""A page as a list of blocks, whatever it was made from: what the later steps look at."""

from __future__ import annotations

import re
from functools import cached_property
from html import unescape

import msgspec

from verbale.model import JunkKind, Span
from verbale.reports.wordlist import words

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
#: The end of a sentence at the end of a block, with whatever closes behind it: marks, or an aside
#: in small letters ("... said. (updates figure)"); in capitals it is a picture's credit.
_CLOSED = re.compile(
    r"""[.!?…。！？।؟۔:][\s"'”’»)\]」』]*(?:\s[(\[][a-z][^()\[\]\n]{1,28}[)\]]\s*)?$"""
)
_NAME_WORD = re.compile(r"(?<=[^.!?:\"“”\s] )[A-Z][\w’'-]+")
_CALENDAR = words(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April
    May June July August September October November December
    """
)
#: Longer blocks are judged by their head and tail: a one-line page must not cost more.
_LOOK = 4000


def tokens_of(text: str) -> tuple[str, ...]:
    """Lower-case words, typographic apostrophes and HTML entities made plain."""
    plain = unescape(text) if "&" in text else text
    return tuple(word.lower() for word in _WORD.findall(plain.replace("’", "'")))


class Block(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """One paragraph, line or cell of a page.

    ``span`` counts in the page's text and has no white space at its ends. ``heading`` is 1-6 for
    ``<h1>``-``<h6>``. ``links`` is the share of characters inside links. ``hint`` is the kind of
    junk that the markup speaks of, ``role`` what else it says (``standfirst``, ``byline``...).
    ``vote`` is the share of words an extractor took for body, None where none was asked.
    """

    index: int
    span: Span
    text: str
    heading: int = 0
    links: float = 0.0
    hint: JunkKind | None = None
    role: str | None = None
    vote: float | None = None

    @cached_property
    def words(self) -> int:
        """How many words; two characters make a word where none are spaced."""
        look = self.text[:_LOOK]
        spaced = len(_WORD.findall(look))
        return spaced if look.isascii() else spaced + len(_CJK.findall(look)) // 2

    @cached_property
    def closed(self) -> bool:
        """Whether it ends as a sentence does."""
        return _CLOSED.search(self.text[-40:]) is not None

    @cached_property
    def tokens(self) -> tuple[str, ...]:
        """Lower-case words, for comparing blocks."""
        return tokens_of(self.text[:_LOOK])

    @cached_property
    def joined(self) -> str:
        """The tokens with single spaces, for finding one block's words inside another's."""
        return " ".join(self.tokens)

    @cached_property
    def names(self) -> frozenset[str]:
        """Capitalised words inside sentences: what the block is about."""
        return frozenset(_NAME_WORD.findall(self.text[:_LOOK])) - _CALENDAR

    @property
    def prose(self) -> bool:
        """Whether it reads like a paragraph of a story."""
        if self.links > 0.6:
            return False
        return (self.closed and self.words >= 6) or self.words >= 60


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """What the markup of a page says about it; empty for plain text. Strings are unescaped.

    ``window`` is the ``<title>``, often with the outlet's name. Dates are as written, each with
    the markup it stands in: ``json-ld``, ``meta``, ``time``.
    """

    title: str | None = None
    window: str | None = None
    description: str | None = None
    outlet: str | None = None
    brand: str | None = None
    authors: tuple[str, ...] = ()
    published: tuple[str, str] | None = None
    updated: tuple[str, str] | None = None
    url: str | None = None
    language: str | None = None
    types: tuple[str, ...] = ()
    paywalled: bool = False
    htmldate: str | None = None


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """The text that all offsets count in, its blocks in order, and what the markup says."""

    text: str
    blocks: tuple[Block, ...]
    facts: Facts = Facts()
    html: bool = False
