"""News and recap: which acts are what a report brings, and which it only recalls.

What is told with an earlier month, year or season, or with a day more than a week before the
report's, is recalled; so are words that look back ("for years"), the closing recap, and what is
only named ("its operation in ..."). "Had done" alone recalls nothing: reported speech shifts every
"has done" to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from verbale.acts.deed import Deed
from verbale.acts.tenses import (
    is_bygone_habit,
    is_named_by_it,
    is_pluperfect,
    is_present,
    is_to_come,
)
from verbale.language import Word
from verbale.model import Dated, Report, Span, Statement
from verbale.passages import Frame
from verbale.reports import day_mentions
from verbale.statements.grammar import span_of

_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_SEASON = "(?:spring|summer|autumn|winter|fall)"
_WORDS_BACK = re.compile(
    r"\b(?:since (?:the|then|\d{4})|back in|earlier this (?:month|year)|"
    rf"(?:last|previous) (?:year|month|decade|century|{_SEASON}|{'|'.join(_MONTHS)})|"
    rf"(?:in|until|over) the {_SEASON}|"
    r"(?:years?|months?|decades?|weeks|centuries) (?:ago|earlier|before)|once before|"
    r"(?:after|following|since) the "
    r"(?:start|end|launch|outbreak|beginning|war|collapse|fall|death)|"
    r"after world war|at the time|back then|historically|traditionally|"
    r"for (?:years|decades|centuries)|dates? back|previously|in the past|repeatedly|on and off|"
    r"over the (?:past|last) (?:\w+ )?(?:years|decades|months))\b",
    re.I,
)
_IN_SEASON = re.compile(rf"(?:in|until|over) the {_SEASON}", re.I)
_NOW = re.compile(
    r"\b(?:now|today|yesterday|this (?:week|month|year)|said|says|told|added)\b", re.I
)
#: How a sentence of the closing recap goes on with what came before.
_GOES_BACK = re.compile(r"(?:earlier|previously|in response),", re.I)
_MONTH = re.compile(
    rf"\b(?:in|late|early|mid-?|during|until|as recently as|by) ?({'|'.join(_MONTHS)})\b(?! \d)",
    re.I,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LATER = re.compile(r"\bsince\b|\b(?:199|20\d)\d", re.I)
#: What is the first or the sharpest since last month is news.
_FIRST_SINCE = re.compile(
    r"\b(?:first|last|only|most|least|worst|best|\w+est)\b[^,.;]{0,60}\bsince\s[^,.;]{0,30}$", re.I
)
_OLD = re.compile(r"\b(?:1[0-8]\d\d|19[0-8]\d)s?\b|\b(?:cold war|world war|soviet union)\b", re.I)
#: Days before the report's own from which on a deed is no longer its news.
_A_WEEK = 7
#: Months ahead that a bare month's name still means ("a parade in August").
_SOON = 3
_RECENT = re.compile(r"\b(?:hours?|minutes|days?) (?:earlier|before)|the same day\b", re.I)
_NAMING = frozenset({"poss", "nummod", "compound", "amod"})
#: What goes on with what the sentence before has told.
_THEN = frozenset({"then", "later", "subsequently", "afterwards", "thereupon"})
_PAST = frozenset({"VBD", "VBN"})
#: What comes before that which it stands with.
_CAUSES = frozenset({"after", "because", "since", "once"})
#: What is told of talks that were held.
_HAPPENING = frozenset({"break", "collapse", "fail", "founder", "stall", "falter", "last", "drag"})
_BELOW = frozenset({"relcl", "advcl", "acl"})


class Timeline:
    """Where the news ends and the recap begins in one report."""

    def __init__(
        self, report: Report, frames: Sequence[Frame], statements: Sequence[Statement]
    ) -> None:
        self._report = report
        self._base: Dated | None = report.published
        known = report.published.date if report.published else ""
        self._year = known[:4] if known[:4].isdigit() else None
        self._month = int(known[5:7]) if known[5:7].isdigit() else None
        self._recap = _recap_start(report, frames, statements)
        self._timed: dict[Word, list[tuple[Span, int | None]]] = {}  # by the head of a sentence
        self._before = {
            words[0].start: before
            for frame in frames
            for before, words in pairwise(words for words in frame.sentences if words)
        }

    def is_recalled(
        self, deed: Deed, sentence: Span, voice: Statement | None, *, stance: bool = False
    ) -> bool:
        """Whether the act is context rather than the news that the report brings.

        A ``stance`` that stands among what is recalled is so in the present tense as well.
        """
        now = not stance and is_present(deed.head)
        if voice is not None and voice.background and not now:
            return True
        if deed.nominal and not deed.negated and not _is_what_happened(deed):
            return True
        if deed.head.start >= self._recap and not now:
            return True
        if deed.loose and is_bygone_habit(deed.head):
            return True
        if _GOES_BACK.match(self._report.text, sentence.start) and not self._is_fresh(sentence):
            return True
        ahead = deed.head.i if is_to_come(deed.head) else None
        held = _held_against(deed, voice)  # when it was is not when it is told
        for time, verb in self._times(deed.head):
            back = self._looks_back(time, verb == ahead, in_passing=deed.head.dep in _BELOW)
            if back and not any(content.covers(time) for content in held):
                return True
        if self._goes_on_with_recap(deed.head, sentence):
            return True
        told_by = voice is None and is_pluperfect(deed.head)
        return (told_by or is_named_by_it(deed.head)) and not self._is_fresh(sentence)

    def _goes_on_with_recap(self, verb: Word, sentence: Span) -> bool:
        """ "Nemora then broke off the talks", after a sentence of an earlier day."""
        before = self._before.get(sentence.start)
        if before is None or verb.tag != "VBD":
            return False
        then = any(c.dep == "advmod" and c.text.lower() in _THEN for c in verb.children)
        top = next((word for word in before if word.head is word), before[0])
        if any(self._looks_back(time) for time, _ in self._times(top)):
            return then or (
                top.tag == "VBD" and self._opens(before) and not self._is_dated(sentence)
            )
        return False

    def _opens(self, words: Sequence[Word]) -> bool:
        """Whether a sentence opens its paragraph."""
        return words[0].start not in self._before

    def _is_dated(self, sentence: Span) -> bool:
        """Whether a sentence says when it was, or tells what somebody says now."""
        text = sentence.of(self._report.text)
        return (
            bool(day_mentions(self._report.text, sentence, self._base))
            or _NOW.search(text) is not None
        )

    def _times(self, head: Word) -> Iterator[tuple[Span, int | None]]:
        """The words in the sentence of ``head`` that say when it was, with the number of the verb
        that they stand with."""
        top = _top(head)
        times = self._timed.get(top)
        if times is None:
            times = self._timed[top] = list(self._times_in(top.subtree()))
        if times:
            told = frozenset(word.i for word in _tellers(head))
            yield from ((span, verb) for span, verb in times if verb in told)

    def _times_in(self, words: Sequence[Word]) -> Iterator[tuple[Span, int | None]]:
        """All times in a sentence, with the numbers of the verbs that they stand with."""
        place = span_of(words)
        text = self._report.text
        for pattern in (_WORDS_BACK, _MONTH, _YEAR):
            for match in pattern.finditer(text, place.start, place.end):
                span = Span(*match.span())
                if text[: span.start].rstrip().endswith("since"):
                    continue  # what has gone on since last month is news
                if not _FIRST_SINCE.search(text, place.start, span.end):
                    yield span, _governor(span, words)
        for mention in day_mentions(text, place, self._base):
            if _FIRST_SINCE.search(text, place.start, mention.span.end):
                continue
            number = _governor(mention.span, words)
            goes_on = mention.span.of(text).lower().startswith("since")
            if not goes_on or any(w.i == number and w.tag == "VBN" for w in words):
                yield mention.span, number  # "has sent four since June", not "met, at odds since"

    def _looks_back(self, time: Span, ahead: bool = False, *, in_passing: bool = False) -> bool:
        """Whether a time is before the days of the report. Without its year a time is the one to
        come where what stands with it is ``ahead``: "would open talks on February 9". Last week is
        not long ago but for what is told ``in_passing``: "Gabon, which left last week, ..."."""
        words = time.of(self._report.text)
        if ahead and not _YEAR.search(words):
            back = _WORDS_BACK.fullmatch(words) and not _IN_SEASON.fullmatch(words)
            if not back:
                return False
        if _WORDS_BACK.fullmatch(words):
            return True
        if _YEAR.fullmatch(words):
            return self._year is not None and words < self._year
        month = _MONTH.fullmatch(words)
        if month is not None:
            if words.lower().startswith(("until", "by")) and self._month is not None:
                return False  # "extended the closure until January"
            number = _MONTHS.index(month[1].lower()) + 1
            return self._month is not None and not 0 <= number - self._month <= _SOON
        named = day_mentions(words, Span(0, len(words)), self._base)
        return any(self._is_old(_day(mention.date, first=in_passing)) for mention in named)

    def _is_old(self, day: str) -> bool:
        base = self._base
        if base is None or not base.full:
            return False
        if len(day) < len("2023-08-21"):
            return day < base.date[: len(day)]
        if not day[:4].isdigit():
            return False
        age = date.fromisoformat(base.date) - date.fromisoformat(day)
        return age >= timedelta(days=_A_WEEK)

    def _is_fresh(self, sentence: Span) -> bool:
        """Whether the sentence names a day or an hour of the news itself."""
        if _RECENT.search(sentence.of(self._report.text)):
            return True
        mentions = day_mentions(self._report.text, sentence, self._base)
        return any(
            len(m.date) == len("2023-08-21") and not self._is_old(_day(m.date)) for m in mentions
        )

    def is_of_another(self, time: Span, head: Word) -> bool:
        """Whether a time in the sentence of ``head`` is that of a clause below it: "fought over the
        valley, which they regained in 2023"."""
        words = _sentence(head)
        number = _governor(time, words)
        verb = next((word for word in words if word.i == number), None)
        return verb is not None and verb is not head and verb.dep in _BELOW and verb.under(head)

    def recaps(self, word: Word) -> bool:
        """Whether ``word`` stands in the closing recap."""
        return word.start >= self._recap

    def is_older(self, deed: Deed, sentence: Span) -> bool:
        """Whether the deed is of days before those that are coded (1990)."""
        text = sentence.of(self._report.text)
        past = deed.head.tag in {"VBD", "VBN"} or deed.nominal
        return past and not deed.intended and bool(_OLD.search(text)) and not _LATER.search(text)


def _day(span: str, *, first: bool = False) -> str:
    """The last day, month or year of a time, or the first: "2024-05-06/2024-05-12"."""
    return span.split("/")[0 if first else -1].rstrip("~")


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
            and _looks_back_in(_opening(frame), report.text)
        ),
        end,
    )


def _opening(frame: Frame) -> Sequence[Word]:
    """The first sentence of a paragraph."""
    return next((words for words in frame.sentences if words), ())


def _looks_back_in(words: Sequence[Word], text: str) -> bool:
    """Whether a sentence looks back, and not only what it says of its subject in passing: "the
    Union, whose mission has been there since 2023, welcomed"."""
    if not words:
        return False
    place = span_of(words)
    by_number = {word.i: word for word in words}
    top = next((word for word in words if word.head is word), words[0])
    for match in _WORDS_BACK.finditer(text, place.start, place.end):
        verb = by_number.get(_governor(Span(*match.span()), words) or -1)
        if verb is None or verb.dep != "relcl" or verb.i > top.i:
            return True
    return False


def _sentence(word: Word) -> list[Word]:
    return _top(word).subtree()


def _top(word: Word) -> Word:
    while word.head is not word:
        word = word.head
    return word


def _tellers(head: Word) -> Iterator[Word]:
    """The verbs whose time is the deed's: its own, one it shares a subject with, who tells it."""
    yield head
    yield from _joined_after(head)
    verb = head
    if head.dep == "advcl" and any(c.tag == "WRB" for c in head.children) and head.tag in _PAST:
        verb = head.head  # "was held on 3 May, when guards boarded it"
        yield verb
    cause = _first_joined(head)
    if (
        cause.dep == "advcl"
        and cause.tag == "VBD"
        and _CAUSES & {c.text for c in cause.all("mark")}
    ):
        yield cause.head  # "was recalled in 2017 after Oslo arrested two guards and Lima held six"
    while verb.head is not verb and verb.head.pos in {"VERB", "AUX"}:
        shared = verb.dep == "conj" and verb.of("nsubj", "nsubjpass") is None
        if not shared and verb.dep not in {"ccomp", "xcomp"}:
            return
        verb = verb.head
        yield verb


def _first_joined(verb: Word) -> Word:
    """The first of the verbs that ``verb`` is joined to."""
    while verb.dep == "conj" and verb.head.pos in {"VERB", "AUX"}:
        verb = verb.head
    return verb


def _joined_after(head: Word) -> Iterator[Word]:
    """Verbs that go on with the same subject: "closed the mission and left in January"."""
    for child in head.children:
        if child.dep == "conj" and child.tag == head.tag and child.of("nsubj", "nsubjpass") is None:
            yield child


def _governor(time: Span, words: Sequence[Word]) -> int | None:
    """The verb that a time stands with; none where it belongs to a name ("the 2016 accord")."""
    inside = [word for word in words if time.start <= word.start < time.end]
    top = next((word for word in inside if word.head not in inside), None)
    if top is None or top.dep in _NAMING or top.head.text.lower() in {"of", "from"}:
        return None
    if top.pos in {"VERB", "AUX"}:
        return top.i
    return next((word.i for word in top.ancestors() if word.pos in {"VERB", "AUX"}), None)


def _is_what_happened(deed: Deed) -> bool:
    """Whether the sentence tells that what the noun names came about: "the talks took place in
    Lima", "their meeting broke up without result"."""
    verb = deed.head.head
    if deed.type != "CONSULT" or deed.head.dep not in {"nsubj", "nsubjpass"}:
        return False
    if verb.lemma.lower() == "take":
        return any(child.lemma.lower() == "place" for child in verb.children)
    return verb.lemma.lower() in _HAPPENING and verb.dep not in _BELOW


def _held_against(deed: Deed, voice: Statement | None) -> Sequence[Span]:
    """The words in which a side holds something against another: "maintained that the detention of
    three boats in May was contrary to the treaty"."""
    accuses = voice is not None and deed.type == "ACCUSE" and not deed.nominal
    return voice.content if voice is not None and accuses else ()
