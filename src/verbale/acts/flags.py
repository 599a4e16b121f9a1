"""Flags of an act: recalled, planned, only supposed, turned round, or somebody's claim."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verbale.acts.clause import is_finite
from verbale.acts.deed import Deed
from verbale.language import Word
from verbale.lexicon.acts import ActBook, WordKind
from verbale.model import ActFlag, Report, Span, Statement
from verbale.passages import Frame

_IF = frozenset({"if", "unless", "whether", "until", "lest", "provided", "once", "should"})
_MAYBE = frozenset({"would", "could", "may", "might", "can"})
_WISHING = frozenset(
    {"hope", "wish", "expect", "fear", "doubt", "suggest", "propose", "imagine", "suppose"}
)
_ALLEGING_ADVERBS = frozenset(
    [
        "allegedly",
        "reportedly",
        "purportedly",
        "supposedly",
        "apparently",
        "presumably",
        "ostensibly",
    ]
)
_ALLEGED = frozenset({"alleged", "suspected", "purported", "supposed", "reported", "claimed"})
_ALLEGING = frozenset(
    [
        "accuse",
        "allege",
        "blame",
        "suspect",
        "claim",
        "charge",
        "denounce",
        "condemn",
        "criticise",
        "criticize",
        "investigate",
    ]
)
#: What "would" and "can" say outright: "we would talk" agrees, "would be met with force" threatens.
_SAID_TO_BE = frozenset({"AGREE", "REJECT", "THREATEN", "REQUEST", "ACCUSE", "SUPPORT"})
_RUMOURS = frozenset(
    {"claim", "allegation", "rumour", "rumor", "accusation", "suspicion", "suggestion"}
)
_MATERIAL = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
_RECALLS = re.compile(
    r"\b(?:since (?:the|then|\d{4})|in (?:the )?(?:early |mid-?|late )?(?:19|20)\d\d|back in|"
    r"(?:last|previous) (?:year|month|decade|century)|"
    r"(?:years|months|decades|weeks|centuries) (?:ago|earlier)|"
    r"(?:after|following|since) the "
    r"(?:start|end|launch|outbreak|beginning|war|collapse|fall|death)|"
    r"after world war|at the time|back then|historically|traditionally|"
    r"for (?:years|decades|centuries)|dates? back|previously|in the past|"
    r"over the (?:past|last) (?:\w+ )?(?:years|decades|months))\b|"
    r"^(?:earlier|previously|in response),",
    re.I,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LATER = re.compile(r"\bsince\b|\b(?:199|20\d)\d", re.I)
_OLD = re.compile(r"\b(?:1[0-8]\d\d|19[0-8]\d)s?\b|\b(?:cold war|world war|soviet union)\b", re.I)


class Timeline:
    """Where the news ends and the recap begins in one report."""

    def __init__(
        self, report: Report, frames: Sequence[Frame], statements: Sequence[Statement]
    ) -> None:
        self._report = report
        self._year = (
            report.published.date[:4] if report.published and report.published.full else None
        )
        self._recap = _recap_start(report, frames, statements)

    def is_recalled(self, deed: Deed, sentence: Span, voice: Statement | None) -> bool:
        """Whether the act is context rather than the news that the report brings."""
        if voice is not None and voice.background:
            return True
        if deed.nominal and not deed.negated:
            return True
        if deed.head.start >= self._recap:
            return True
        text = sentence.of(self._report.text)
        if _RECALLS.search(text) and not deed.intended:
            return True
        if (
            any(year != self._year for year in _YEAR.findall(text))
            and self._year
            and not deed.intended
        ):
            return True
        return _pluperfect(deed.head)

    def recaps(self, word: Word) -> bool:
        """Whether ``word`` stands in the closing recap."""
        return word.start >= self._recap

    def is_older(self, deed: Deed, sentence: Span) -> bool:
        """Whether the deed is of days before those that are coded (1990)."""
        text = sentence.of(self._report.text)
        past = deed.head.tag in {"VBD", "VBN"} or deed.nominal
        return past and not deed.intended and bool(_OLD.search(text)) and not _LATER.search(text)


def _recap_start(report: Report, frames: Sequence[Frame], statements: Sequence[Statement]) -> int:
    """Where the closing recap begins: a paragraph that looks back, after the day's last words."""
    end = len(report.text) + 1
    news = [
        max(span.end for span in (*s.content, *s.cue))
        for s in statements
        if s.zone == "body" and s.speech and not s.background and s.nested_in is None
    ]
    last = max(news, default=None)
    if last is None:
        return end
    return next(
        (
            frame.paragraph.span.start
            for frame in frames
            if frame.inside is None
            and frame.paragraph.zone == "body"
            and frame.paragraph.span.start >= last
            and _RECALLS.search(frame.paragraph.span.of(report.text))
        ),
        end,
    )


def _pluperfect(verb: Word) -> bool:
    return any(
        c.dep == "aux" and c.text.lower() in {"had", "'d"} for c in verb.children
    ) and verb.tag in {
        "VBN",
        "VBD",
    }


def flags_of(
    deed: Deed,
    actor: tuple[str, ...],
    voice: Statement | None,
    recalled: bool,
    book: ActBook,
) -> tuple[ActFlag, ...]:
    """The flags in the order in which the model lists them."""
    found: list[ActFlag] = []
    if recalled:
        found.append("historical")
    if deed.future:
        found.append("future")
    if is_supposed(deed, book):
        found.append("hypothetical")
    denied = voice is not None and voice.polarity == "denies"
    if deed.negated != denied:
        found.append("negated")
    if _is_alleged(deed, actor, voice):
        found.append("alleged")
    return tuple(found)


def is_supposed(deed: Deed, book: ActBook) -> bool:
    """Whether the act stands under "if", "could", a question, or another's wish."""
    helpers = {c.text.lower() for c in deed.head.children if c.dep == "aux"}
    if helpers & _MAYBE and not deed.future:
        return not (deed.intended and deed.type in _SAID_TO_BE)
    below = deed.head
    for word in (deed.head, *deed.head.ancestors()):
        if any(c.dep == "mark" and c.text.lower() in _IF for c in word.children):
            return True
        if any(c.tag == "WRB" and c.text.lower() == "when" for c in word.children):
            return _is_future_when(word)
        if word is not below and not deed.nominal and _wishes(word, below, book):
            return True
        below = word
    return False


def _wishes(above: Word, below: Word, book: ActBook) -> bool:
    """Whether ``above`` only wants, plans or asks for what ``below`` tells."""
    if below.dep not in {"xcomp", "ccomp", "pcomp"}:
        return False
    lemma = above.lemma.lower()
    if is_finite(below):
        return lemma in _WISHING
    pos: tuple[WordKind, ...] = ("verb", "adjective")
    kinds = {
        op.kind for kind in pos for op, rest in book.operators.get((kind, lemma), ()) if not rest
    }
    return bool(kinds & {"will", "ask", "refuse"}) and not kinds & {"do", "stop"}


def _is_future_when(verb: Word) -> bool:
    return verb.tag in {"VBP", "VBZ"} and verb.dep == "advcl"


def _is_alleged(deed: Deed, actor: tuple[str, ...], voice: Statement | None) -> bool:
    near = [deed.head, *deed.trail]
    for word in near:
        if any(c.text.lower() in _ALLEGING_ADVERBS | _ALLEGED for c in word.children):
            return True
    if any(c.text.lower() in _ALLEGED for doer in deed.doers for c in doer.children):
        return True
    for above in deed.head.ancestors():
        if above.lemma.lower() in _ALLEGING and above not in deed.trail:
            return True
        if above.pos == "NOUN" and above.lemma.lower() in _RUMOURS and not deed.nominal:
            return True
    return (
        voice is not None
        and voice.speech
        and voice.country is not None
        and deed.type in _MATERIAL
        and not deed.nominal
        and bool(actor)
        and voice.country not in actor
    )


__all__ = ["Timeline", "flags_of", "is_supposed"]
