"""From which language a quotation was put into English, where its sentence says so."""

from __future__ import annotations

import re

from verbale.lexicon.wordlists import word_list
from verbale.model import Statement, hull
from verbale.provenance.utterances import ANY_TONGUE

#: How far around the words of a statement the language is looked for, within its sentence.
_AROUND = 70
_TRANSLATED = re.compile(
    r"\b(?:through|via|with) (?:an?|the|his|her|their) (?:\w+ )?(?:interpreter|translator)s?\b"
    r"|\b(?:in|according to) (?:an? |the )?(?:\w+ )?translation\b"
    r"|\btranslated (?:by|from)\b",
    re.IGNORECASE,
)
_IN = re.compile(r"\b(?:in|from)(?: (?:his|her|their|the)(?: native)?)? ([A-Z][a-z]+)\b(?! [A-Z])")
_END = re.compile(r"[.!?…][”\"’')]*\s|\n")


def tongue_of(text: str, statement: Statement) -> str | None:
    """The language that a statement was made in as its sentence in ``text`` names it, in lower
    case; ``any`` where it only says that it was translated. None for English and for silence."""
    around = _around(text, statement)
    for match in _IN.finditer(around):
        if match[1].lower() in word_list("languages"):
            return match[1].lower()
    return ANY_TONGUE if _TRANSLATED.search(around) else None


def _around(text: str, statement: Statement) -> str:
    """What stands before, between and after a statement's content, in its own sentence."""
    whole = hull((*statement.source, *statement.cue, *statement.content))
    before = _END.split(text[max(0, whole.start - _AROUND) : whole.start])[-1]
    after = _END.split(text[whole.end : whole.end + _AROUND])[0]
    between, at = [], whole.start
    for span in sorted(statement.content):
        between.append(text[at : span.start])
        at = max(at, span.end)
    return f"{before}{' '.join(between)} {text[at : whole.end]}{after}"
