"""Positions of yesterday: stances that a report only recalls."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verbale.language import Word
from verbale.model import Report, Statement
from verbale.positions.climb import Stand
from verbale.statements.grammar import span_of

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_SEASONS = "spring|summer|autumn|fall|winter"
_NAMES = "|".join(_MONTHS)
_LOOKS_BACK = re.compile(
    rf"\b(?:last (?:year|month|{_SEASONS}|{_NAMES})|(?:the previous|that) (?:year|month)|"
    r"(?:years?|months?|weeks|decades?) (?:ago|earlier)|back (?:in|then)|at (?:the|that) time|"
    rf"in those days|until (?:now|then|today|recently|last|the (?:{_SEASONS}))|used to|formerly|"
    r"once (?!the|it|they|a\b|an\b|all|its|his|her|there)|originally|initially|previously|"
    r"in the past|then|the last (?:government|cabinet|administration)|"
    r"(?:its|his|her|their) predecessor|no longer describes)\b",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r"\b(?:in|since|of|back in|as late as|as recently as)\s+(?:early |mid-|late )?"
    rf"({_NAMES})\b(?:\s+(\d{{4}}))?(?! \d)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:in|since|of|as early as)\s+((?:19|20)\d\d)\b")
_PAST = frozenset({"VBD", "VBN"})


def is_recalled(
    stand: Stand, words: Sequence[Word], told: Statement | None, report: Report
) -> bool:
    """Whether the stance is an older one that the report recalls.

    By the tense of its clause ("had refused"), by a day that lies behind the report's own, or
    because the statement that holds it is background.
    """
    verb = _clause_verb(stand.head)
    if _pluperfect(verb) or (told is not None and told.background):
        return True
    quoted = told is not None and told.type == "direct"
    if _is_present(verb) and not _used(verb) and (quoted or told is None or not told.speech):
        return False
    text = span_of(words).of(report.text)
    return bool(_LOOKS_BACK.search(text)) or _is_older(text, report)


def _clause_verb(word: Word) -> Word:
    for above in (word, *word.ancestors()):
        if above.pos in {"VERB", "AUX"}:
            return above
    return word


def _pluperfect(verb: Word) -> bool:
    helpers = {c.text.lower() for c in verb.children if c.dep == "aux"}
    return bool(helpers & {"had", "'d"}) and verb.tag in _PAST


def _is_present(verb: Word) -> bool:
    tags = {verb.tag, *(c.tag for c in verb.children if c.dep in {"aux", "auxpass"})}
    return bool(tags & {"VBZ", "VBP"}) and "VBD" not in tags


def _used(verb: Word) -> bool:
    return any(above.lemma.lower() == "use" for above in (verb, *verb.ancestors()))


def _is_older(text: str, report: Report) -> bool:
    """Whether the sentence names a month or year before the report's own."""
    published = report.published
    if published is None:
        return False
    year, month = published.date[:4], published.date[5:7]
    for match in _MONTH.finditer(text):
        if match[2] and year.isdigit() and match[2] < year:
            return True
        if month.isdigit() and int(month) != _MONTHS.index(match[1].lower()) + 1:
            return True
    return any(year.isdigit() and match[1] < year for match in _YEAR.finditer(text))
