"""Words as the full-text index sees them, so that what it finds can be shown in the text.

The index (FTS5, ``unicode61``) keeps no text: highlighting matches the stored text again, with
the tokens of `verbale.passages.tokens`. A run of Chinese, Japanese or Korean characters, each a
token of its own, is asked for as a phrase.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from verbale.model import Span, Spans
from verbale.passages.tokens import TOKEN, fold, tokens

_ASCII_TOKEN = re.compile("[a-z0-9]+")
_PIECE = re.compile(r'"([^"]*)"?|([^\s"]+)')


class Phrase(NamedTuple):
    """Folded tokens that must follow each other; ``prefix``: the last may go on."""

    tokens: tuple[str, ...]
    prefix: bool


def indexed(text: str) -> str:
    """``text`` as it is given to the index: its folded tokens, one space between.

    Folding it here and not in the index makes one rule of it, for search and for highlighting.
    """
    if text.isascii():
        return " ".join(_ASCII_TOKEN.findall(text.lower()))  # the same tokens, sooner
    return " ".join(map(fold, TOKEN.findall(text)))


def key(text: str) -> str:
    """``text`` for whole-word look-up: as indexed, with a space before and after."""
    return f" {indexed(text)} "


def phrases(query: str) -> tuple[Phrase, ...]:
    """What a person asks for: words, "quoted phrases" and beginnings*. All of them must be found.

    Other characters mean nothing; in particular there are no operators to get wrong.
    """
    found = []
    for quoted, word in _PIECE.findall(query):
        words = tuple(token for _, token in tokens(quoted or word))
        if words:
            found.append(Phrase(words, word.endswith("*")))
    return tuple(found)


def match_expression(query: str, columns: str) -> str | None:
    """The FTS5 expression for ``query`` in ``columns`` (names between spaces); None: no words."""
    wanted = [f'"{" ".join(p.tokens)}"' + (" *" if p.prefix else "") for p in phrases(query)]
    return f"{{{columns}}} : ({' AND '.join(wanted)})" if wanted else None


def highlights(text: str, query: str) -> Spans:
    """The places in ``text`` that ``query`` matches, ordered; overlapping ones are joined."""
    wanted = phrases(query)
    if not wanted:
        return ()
    places = list(tokens(text))
    firsts: dict[str, list[int]] = {}
    for index, (_, token) in enumerate(places):
        firsts.setdefault(token, []).append(index)
    found = [span for phrase in wanted for span in _occurrences(phrase, places, firsts)]
    return _joined(found)


def _occurrences(
    phrase: Phrase, places: list[tuple[Span, str]], firsts: dict[str, list[int]]
) -> Iterator[Span]:
    alone = len(phrase.tokens) == 1
    starts = range(len(places)) if alone and phrase.prefix else firsts.get(phrase.tokens[0], [])
    for start in starts:
        window = [token for _, token in places[start : start + len(phrase.tokens)]]
        if _fits(window, phrase):
            yield Span(places[start][0].start, places[start + len(window) - 1][0].end)


def _fits(window: list[str], phrase: Phrase) -> bool:
    if len(window) != len(phrase.tokens) or window[:-1] != list(phrase.tokens[:-1]):
        return False
    last = phrase.tokens[-1]
    return window[-1].startswith(last) if phrase.prefix else window[-1] == last


def _joined(spans: list[Span]) -> Spans:
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)
