"""Tests write what is to be found in place: ``[Tokyo=JPN] said it would wait.``"""

from __future__ import annotations

import re

from verbale.lexicon import Lexicon
from verbale.lexicon.entries import key_of

_MARK = re.compile(r"\[([^\]=]+)=([^\]]+)\]")


def bare(marked: str) -> str:
    """The text without its marks."""
    return _MARK.sub(r"\1", marked)


def marked(lexicon: Lexicon, text: str) -> str:
    """``text`` with what the lexicon finds in it marked by code or name."""
    out, at = [], 0
    for match in lexicon.find(text):
        words = match.span.of(text)
        out += [text[at : match.span.start], f"[{words}={key_of(match.entry)}]"]
        at = match.span.end
    return "".join([*out, text[at:]])
