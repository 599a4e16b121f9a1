"""Tokens: words folded so that case, accents and typography do not tell them apart.

Chinese, Japanese and Korean are written without spaces between words; each of their characters is
a token of its own. An apostrophe parts tokens, of whatever shape it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from verbale.model import Span

_CJK = (
    "\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
_MARKS = "\u0300-\u036f\u3099\u309a"
TOKEN = re.compile(rf"[{_CJK}][{_MARKS}]*|(?:(?![{_CJK}])[^\W_][{_MARKS}]*)+")
_ACCENTS = re.compile("[\u0300-\u036f]")


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """A token without case and combining accents (kana voicing and jamo are no accents)."""
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFD", word.lower())
    return unicodedata.normalize("NFC", _ACCENTS.sub("", parts))


def tokens(text: str) -> Iterator[tuple[Span, str]]:
    """Each token's place in ``text`` (characters) and its folded form."""
    for match in TOKEN.finditer(text):
        yield Span(*match.span()), fold(match[0])
