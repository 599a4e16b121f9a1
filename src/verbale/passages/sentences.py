"""Sentence spans. A quotation never breaks the sentence that frames it.

Rules rather than the parser decide, because the parser cuts after titles ("Lt. Gen."), initials
and inside long quotations, and every later offset hangs on these spans.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from verbale.lexicon.wordlists import word_list
from verbale.model import Span

# Titles stand before a name, so a full stop after one never ends a sentence.
_TITLES = word_list("abbreviated-titles")
# "Marsh vs. Dole": between two names.
_BETWEEN_NAMES = word_list("abbreviations-between-names")
# Other abbreviations end a sentence only when what follows looks like the start of one.
_ABBREVIATIONS = word_list("abbreviations")
_ACRONYM = re.compile(r"(?:[A-Za-z]\.){1,}[A-Za-z]?$")
_STOP = re.compile(r"[.!?…]+[\"'”’»«)\]]*(?=\s)|[.!?…]+[”’»«\"](?=[A-Z“‘\"])")
_WORD_BEFORE = re.compile(r"([\w.’'-]+)$")
# After "U.S." or "a.m." these begin a new sentence; a name or noun continues the old one.
_STARTERS = word_list("sentence-starters")
_STARTS = re.compile(r"(?:So|But|And|The|It|He|She|They|This|That|In|However|Yet|Still|Then)\b,?\s")
#: Names that end in a mark: "E! News".
_NAMED_WITH_BANG = re.compile(r"\b(?:E|Yahoo|OK|Jeopardy|Wham|Hola)$")
_CLOSERS = "\"”’»'"
#: "Ana Onishi asked." right behind a closing mark, with nothing of its own to tell.
_SAYS_IT = re.compile(
    r"(?:[A-Z][\w.’'-]*\s){1,5}(?:then |once |also |later |has |had )?"
    r"(?:said|says|asked|asks|added|adds|wrote|writes|told \w+|recalled|recalls|replied|replies|"
    r"explained|explains|joked|wondered|exclaimed|shouted|tweeted|continued|argued|responded|"
    r"answered|noted|declared|cried|yelled|quipped|insisted|warned|remarked|concluded|posted)"
    r"(?:\s(?:again|\w+ly|aloud|once more))?"
    r"(?P<rest>[.,;:—]|$|\s(?:in|at|on|of|during|after|as|when|while|with|via|later|last|this)\b)"
)
_AHEAD = 90  # characters


def sentence_spans(text: str, paragraph: Span, closed: Iterable[Span] = ()) -> list[Span]:
    """Sentences of ``paragraph`` (offsets into ``text``), white space between them left out.

    ``closed`` are places inside which no sentence may end: quotations whose frame goes on.
    """
    shut = sorted(closed)
    cuts: list[int] = []
    for stop in _STOP.finditer(text, paragraph.start, paragraph.end):
        at = stop.end()
        if any(span.start < at < span.end for span in shut):
            continue
        if _ends(text, paragraph, stop):
            cuts.append(at)
    edges = [paragraph.start, *cuts, paragraph.end]
    spans = (Span(a, b).stripped(text) for a, b in pairwise(edges))
    return [span for span in spans if span]


def _ends(text: str, paragraph: Span, stop: re.Match[str]) -> bool:
    rest = text[stop.end() : min(stop.end() + _AHEAD, paragraph.end)].lstrip()
    if not rest:
        return True
    first = rest[0]
    if first.islower() or first in ",;:)":
        return False
    mark = stop.group()
    if mark == "!" and _NAMED_WITH_BANG.search(text, paragraph.start, stop.start()):
        return False
    if mark[-1] in _CLOSERS and is_frame(mark, rest):
        return False
    if mark[0] in "!?" or (len(mark) > 1 and mark[1] in "."):
        return True
    before = _WORD_BEFORE.search(text, max(paragraph.start, stop.start() - 30), stop.start())
    if before is None:
        return True
    word = before.group(1).rsplit("-", 1)[-1]
    if len(mark) > 1 and mark[1] in "\"”’»«'":
        return True
    if _stands_before_name(word, first):
        return False
    if word.lower().rstrip(".") in _ABBREVIATIONS:
        return _begins(rest)
    if _ACRONYM.match(word + "."):
        if "." in word:
            return _begins(rest)
        opens = _STARTS.match(rest) is not None  # "on the Xbox One X. So, a little better"
        return opens or not _is_initial(text, before.start(1), paragraph)
    return True


def _stands_before_name(word: str, first: str) -> bool:
    """Whether ``word`` is shortened in front of a name that begins with ``first``."""
    titled = word.lower() in _TITLES and not word.islower()
    return titled or (word in _BETWEEN_NAMES and first.isupper())


def is_frame(mark: str, rest: str) -> bool:
    """Whether ``rest`` frames the quotation that ``mark`` ends, and begins no new sentence."""
    frame = _SAYS_IT.match(rest)
    return frame is not None and (mark[0] in "!?" or not frame["rest"].strip().isalpha())


def _begins(rest: str) -> bool:
    word = re.match(r"[\"“‘'«„]?(\w+)", rest)
    return bool(word) and (rest[0] in '"“‘«„' or word.group(1).lower() in _STARTERS)  # type: ignore[union-attr]


def _is_initial(text: str, at: int, paragraph: Span) -> bool:
    """Whether the letter at ``at`` is a person's initial ("John F. Kestrel", "V. I. Petrosh")."""
    return text[at].isupper() and (
        text[at] != "I" or text[paragraph.start : at].rstrip().endswith(".")
    )
