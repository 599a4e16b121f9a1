"""Conditions: the "if", "until" and "when the situation allows" that a stance hangs on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from verbale.language import Word
from verbale.lexicon.stances import Opener, StanceBook
from verbale.model import Span, Stance
from verbale.positions.stand import Stand
from verbale.statements.grammar import span_of

_COMES_TRUE = frozenset({"VBZ", "VBP", "VBN", "MD", "VB"})
#: These only tell the time unless what they open is still to come.
_TIMES = frozenset({"when", "once", "as soon as", "while"})
_WORD_BEFORE = re.compile(r"(\w+)[^\w.;,]*$")
_WORD_AFTER = re.compile(r"\W*(?:any |an? |further |more )?(\w+)")
#: "A deal reached without them" says of what kind it is.
_WITHOUT_THEM = re.compile(r"\W+(?:it|them|him|her|us|me)\b(?!\W+\w+ing\b)")
_TIME_AFTER = re.compile(
    r"\s+(?:(?:last|this|next|early|late|the (?:end|start|beginning|middle) of)\b|now\b|then\b|"
    r"recently\b|(?:the )?(?:spring|summer|autumn|winter|fall)\b|(?:19|20)\d\d\b|"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:the )?(?:week|month|year)s?\b)",
)
_DAY = re.compile(
    r"\b(?:on|in|of) (?:the )?(?:\d{1,2}(?:st|nd|rd|th)?(?: of)? )?"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
#: On what terms a source speaks to a reporter is no condition of anybody's policy.
_NAMELESS = re.compile(
    r"\W*(?:of |that |not )?.{0,40}?\b(?:anonymity|(?:un)?named|identified|quoted)\b"
)
_SHORTEST = 2


def condition_of(
    stand: Stand, words: Sequence[Word], within: Span, text: str, book: StanceBook
) -> Span | None:
    """Where the condition of a stance stands, opening words included.

    ``words`` are the sentence, ``within`` the place of it or of the speaker's part of it.
    """
    for opener, place in _openers(within, text, book):
        if _fits(opener, stand.value) and _is_armed(place, text, book):
            found = _extent(opener, place, stand, words, within, text)
            if found is not None:
                return found
    if any(word.text.lower() in book.necessity for word in stand.trail):
        return _means(stand)
    return None


def _fits(opener: Opener, stance: Stance) -> bool:
    if opener.bearing == "any":
        return True
    return (opener.bearing == "refusal") == (stance == "refuses")


def _openers(within: Span, text: str, book: StanceBook) -> Iterator[tuple[Opener, Span]]:
    entries = {opener.words: opener for opener in book.openers}
    for match in _pattern(tuple(entries)).finditer(text, within.start, within.end):
        yield entries[" ".join(match[0].lower().split())], Span(*match.span())


@lru_cache(maxsize=4)
def _pattern(openers: tuple[str, ...]) -> re.Pattern[str]:
    choices = "|".join(r"\s+".join(map(re.escape, words.split())) for words in openers)
    return re.compile(rf"(?<![\w-])(?:{choices})(?![\w-])", re.IGNORECASE)


def _is_armed(place: Span, text: str, book: StanceBook) -> bool:
    """Whether nothing before or after the opener takes its force: "even if", "without delay"."""
    before = _WORD_BEFORE.search(text, max(0, place.start - 24), place.start)
    if before is not None and before[1].lower() in book.disarmed:
        return False
    if _NAMELESS.match(text, place.end) and "condition" in place.of(text).lower():
        return False
    if _TIME_AFTER.match(text, place.end):
        return False  # "until last year"
    if place.of(text).lower() == "without" and _WITHOUT_THEM.match(text, place.end):
        return False
    after = _WORD_AFTER.match(text, place.end)
    return after is None or after[1].lower().rstrip("s") not in book.unconditional


def _extent(
    opener: Opener,
    place: Span,
    stand: Stand,
    words: Sequence[Word],
    within: Span,
    text: str,
) -> Span | None:
    inside = [word for word in words if place.start <= word.start < place.end]
    if not inside:
        return None
    top = _governed(place, inside, stand)
    if top is None or not _belongs(top, stand):
        return None
    if opener.words in _TIMES and not (_is_ahead(top, opener.words) or _is_shifted(stand, opener)):
        return None
    if opener.words in _TIMES and _names_a_day(top, text):
        return None
    kept = [w for w in _without_sequel(top) if w.start >= place.start]
    end = min(max((w.end for w in kept), default=place.end), within.end)
    if len([w for w in kept if w.start >= place.end]) < _SHORTEST:
        end = _to_the_stop(place, within, text)
    if end <= place.end:
        return None
    return Span(place.start, place.start + len(text[place.start : end].rstrip(" \t\r\n,")))


def _governed(place: Span, inside: Sequence[Word], stand: Stand) -> Word | None:
    """What the opener opens: the verb of its clause, or the topmost word of its phrase, the
    largest where the parser cut the opener apart."""
    tops = []
    for word in inside:
        ahead = word.dep in {"mark", "advmod"} and word.head.start >= place.end
        top = word.head if ahead else word
        if not stand.thing.word.under(top):
            tops.append(top)

    def size(top: Word) -> tuple[int, bool]:
        return sum(w.start >= place.end for w in top.subtree()), top.pos in {"VERB", "AUX"}

    return max(tops, key=size, default=None)


def _belongs(top: Word, stand: Stand) -> bool:
    """Whether the clause or phrase hangs on what takes the stance, not on a neighbour's words."""
    for above in top.ancestors():
        if above in stand.trail:
            return True
        if above.dep == "parataxis" and above.i < top.i and above.head in stand.trail:
            return True  # "would begin, he said, once the money had arrived"
        if above.dep == "relcl" or _has_own_doer(above) or _is_told(above):
            return False  # "we support it, and we are willing to add to it if ..."
        if above.dep == "advcl" and above.tag == "VBG":
            return False  # "left the talks, accusing Quito of building without notice"
    return True


def _has_own_doer(verb: Word) -> bool:
    """Whether a further clause beside another has a subject of its own."""
    return verb.dep == "conj" and verb.of("nsubj", "nsubjpass", "expl") is not None


def _is_told(verb: Word) -> bool:
    """Whether a clause is something else that is said: "demanded that the rule go and warned that
    Nemora would leave if it stayed"."""
    return verb.dep == "ccomp" and verb.head.dep == "conj"


def _is_ahead(verb: Word, opener: str) -> bool:
    """ "when the situation allows" is ahead; "when the war broke out" lies behind."""
    tags = {verb.tag, *(c.tag for c in verb.children if c.dep in {"aux", "auxpass"})}
    if opener == "once" and verb.pos in {"VERB", "AUX"}:
        return True
    return not tags & {"VBD"} and bool(tags & _COMES_TRUE)


def _names_a_day(verb: Word, text: str) -> bool:
    """ "When it convenes on 15 August" only says when."""
    words = verb.subtree()
    return bool(_DAY.search(text, min(w.start for w in words), max(w.end for w in words)))


def _is_shifted(stand: Stand, opener: Opener) -> bool:
    """Whether reported speech has put the clause into the past: "the ban would be lifted when the
    audit was done", "ruled out talks while the border was shut"."""
    helpers = {c.text.lower() for word in stand.trail for c in word.children if c.dep == "aux"}
    if "would" in helpers:
        return True
    return opener.bearing == "refusal" and stand.head.tag in {"VBD", "VBN"}


def _to_the_stop(place: Span, within: Span, text: str) -> int:
    stop = re.compile(r"[.;:]|,\s+(?:and|but|while|though|which|who)\b|\s[-–—]\s").search(
        text, place.end, within.end
    )
    return stop.start() if stop is not None else within.end


def _without_sequel(verb: Word) -> list[Word]:
    """The words of a clause without a further verb that the parser hung on it behind a comma."""
    words = verb.subtree()
    for child in verb.children:
        if child.dep == "conj" and child.pos == "VERB":
            before = [w for w in words if w.i < child.i and w.head is verb and w.i > verb.i]
            if any(w.text == "," for w in before):
                cut = {w.i for w in child.subtree()}
                words = [w for w in words if w.i not in cut and w.i < min(cut)]
    while len(words) > 1 and words[-1].pos in {"PUNCT", "CCONJ"}:
        words.pop()
    return words


def _means(stand: Stand) -> Span | None:
    """ "It is necessary to conclude a treaty by resolving the border issue"."""
    for word in stand.head.subtree():
        if word.text.lower() == "by" and word.dep == "prep":
            thing = word.of("pcomp")
            if thing is not None and thing.tag == "VBG":
                return Span(word.start, span_of(thing.subtree()).end)
    return None
