"""Titles in a sentence: what office, of which state or body, held by which name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from verbale.actors.complements import phrase_end, title_end, title_start
from verbale.language import Word
from verbale.lexicon import Body, Institution, Match, Party, Title
from verbale.lexicon.wordlists import word_list
from verbale.model import Span

_GAP = re.compile(r"[\s]*")
_POSSESSIVE = re.compile(r"[’'][sS]?\s+")
# Words that may stand between a state's name and the title: "Japan's new Prime Minister".
_MODIFIER = re.compile(
    r"(?:(?:new|newly[ -]\w+|former|ex|then|acting|outgoing|incoming|interim|caretaker|veteran|"
    r"top|senior|chief|deputy|first|second|vice|permanent|special|long-?time|main|lead|powerful|late|ousted|designated|"
    r"elected|current|assistant|principal|joint|honorary|non-resident|government|state|military|"
    r"presidential|parliamentary|foreign|policy|security|national|federal|central|party|opposition|"
    r"transitional|ruling|personal|general|regional|own)[\s-]+)+",
    re.I,
)
_STUDENTS = word_list("students-of-states")
_COMPLEMENT = re.compile(r"\s+(?:to|of|for|at|in|on|with)\s+(?:the\s+)?", re.I)
_OF = re.compile(r"\b(?:of|for)\s+(?:the\s+)?$")
_IN = re.compile(r"\b(?:to|in|at)\s+(?:the\s+)?$")
#: A name and a comma in front of an office, so that no holder's name can follow it.
_BEHIND_NAME = re.compile(
    r"\b(?!In\b|At\b|On\b|From\b|By\b)[A-Z][\w.’'-]+\s+(?!\w+day\b)[A-Z][\w.’'-]+(?:\s+\([^()\s]+\))?,\s+(?:(?!(?:and|but|said|who|which)\b)[\w.’'&-]+\s+){0,4}$"
)
#: What a minister is for, each word with a capital: "Water and Irrigation", "Women's Affairs".
_PORTFOLIO = re.compile(
    r"(?P<owned>[’']s)?\s+(?P<words>[A-Z][\w’'-]+,?(?:\s+(?:and|&|[A-Z][\w’'-]+,?)){0,5})\s+"
)
_MINISTER_OF = re.compile(r"(?:[\w-]+ )*[Mm]inister (?:of|for) [A-Z]")
_SECOND = re.compile(r",? (?:and|&) (?P<words>[A-Z][\w-]+(?: [A-Z][\w-]+)?),\s(?=[A-Z])")
#: Offices of firms, of which there are more than a list holds: "Chief Human Resources Officer".
_CHIEF = re.compile(
    r"\b(?:Chief(?: [A-Z][\w-]+| and| &){1,4} Officer|chief(?: [a-z][\w-]+){1,3} officer)\b"
)
#: Grades in front of an office, written large with it: "Senior Vice President".
_GRADES = re.compile(
    r"(?:\b(?:Senior|Executive|Associate|Assistant|Deputy|Group|Global|Corporate|Managing) )+$"
)
_BESIDE = 80  # characters
_FORMER = re.compile(r"\b(?:former|ex|then|late|ousted|one-time|erstwhile)[\s-]*$", re.I)
_FORMER_AFTER = re.compile(r"\s+at the time\b", re.I)


class Held(NamedTuple):
    """A title phrase: ``span`` holds all of it, ``title`` the office without the state."""

    span: Span
    entry: Title
    title: str
    country: str | None
    former: bool = False

    @property
    def is_single(self) -> bool:
        """Whether it is worded in the singular: "ministers" is nobody's office."""
        worded = re.split(r" (?:of|for|to|in|at|on|with) ", self.title.lower())[0]
        forms = {form.lower() for form in (self.entry.name, *self.entry.forms)}
        return not any(worded.endswith(f"{form}s") for form in forms if not form.endswith("s"))

    @property
    def is_person(self) -> bool:
        """Whether it names one holder rather than a kind of people ("reporters")."""
        return self.entry.kind != "group"

    @property
    def is_rank(self) -> bool:
        """Whether it is a rank, a degree or an order, which goes with any office."""
        command = self.entry.name in {"commander", "army chief", "captain"}
        return self.entry.kind in {"military", "academic", "religious"} and not command


def held_titles(text: str, matches: Sequence[Match], words: Sequence[Word]) -> list[Held]:
    """The title phrases among ``matches`` (of one sentence, in order; offsets into ``text``).

    ``words`` are those of the sentence: they tell how far "head of the marine institute" goes.
    """
    found = [
        _held(text, matches, at, words)
        for at, match in enumerate(matches)
        if isinstance(match.entry, Title) and match.entry.kind != "honorific"
    ]
    # "deputy department director" is one office, and "spokesman for the minister" another
    return [
        held
        for held in found
        if not any(other.span.covers(held.span) and other is not held for other in found)
    ]


def _held(text: str, matches: Sequence[Match], at: int, words: Sequence[Word]) -> Held:
    match = matches[at]
    entry = match.entry
    assert isinstance(entry, Title)  # the caller asked
    start, owner, body = leftward(text, matches, at)
    end, owner_after = _rightward(text, matches, at)
    owner = owner or owner_after
    first = title_start(words, matches, body if body is not None else match.span.start)
    grade = _GRADES.search(text, max(0, first - _BESIDE), first)
    if grade is not None and text[match.span.start].isupper():
        first = grade.start()
    if body is None and first < match.span.start:
        start = min(start, first)
        owner = owner or owner_before(text, matches, first)
    if entry.kind != "group":
        end = title_end(words, matches, max(end, match.span.end))
        behind_name = _COMPLEMENT.search(text, first, end) is not None and (
            _BEHIND_NAME.search(text, max(0, first - _BESIDE), first) is not None
        )
        end = phrase_end(words, end, behind_name=behind_name)
        end = _past_second_portfolio(text, matches, first, end)
    if owner is None and body is None:
        first, owner = _past_portfolio(text, matches, at, first)
        start = min(start, first)
    if (chief := _CHIEF.match(text, match.span.start)) is not None:
        end = max(end, chief.end())
    owner = owner or _of_state(text, matches[at + 1 :], end)
    office = Span(first, end)
    former = any(  # "the then-minister", "the former Turkish minister"
        _FORMER.search(text, max(0, place - 12), place)
        for place in (start, first, match.span.start)
    ) or bool(_FORMER_AFTER.match(text, end))
    title = " ".join(office.of(text).split())
    return Held(Span(min(start, first), end), entry, title, owner, former)


def _past_second_portfolio(text: str, matches: Sequence[Match], first: int, end: int) -> int:
    """Where a minister's office ends when it is for a second matter that nobody listed, before the
    comma and the holder's name: "Minister of Trade | and Integration, Dana Reed"."""
    more = _SECOND.match(text, end) if _MINISTER_OF.match(text, first, end) else None
    if more is None or any(Span(*more.span("words")).overlaps(match.span) for match in matches):
        return end
    return more.end("words")


def _past_portfolio(
    text: str, matches: Sequence[Match], at: int, first: int
) -> tuple[int, str | None]:
    """Where the office begins and whose it is, when words with capitals that nobody listed stand
    between a state's adjective and the title: "Indonesian | Manpower Minister"."""
    before = matches[at - 1] if at else None
    if before is None or not isinstance(before.entry, Party) or before.span.end >= first:
        return first, None
    gap = _PORTFOLIO.fullmatch(text, before.span.end, matches[at].span.start)
    title = matches[at]
    served = title.entry.serves if isinstance(title.entry, Title) else ""
    if served != "state" or text[title.span.start].islower():
        return first, None
    if gap is None or (before.role != "adjective" and not gap["owned"]):
        return first, None
    return min(first, gap.start("words")), before.entry.code


def _of_state(text: str, rest: Sequence[Match], end: int) -> str | None:
    """The state in the words behind a title: "Minister of Trade of the Republic of Kazakhstan"."""
    for match in rest:
        if match.span.end > end:
            break
        entry = match.entry
        before = text[max(0, match.span.start - 8) : match.span.start]
        if isinstance(entry, Party) and _OF.search(before):
            return entry.code
        if isinstance(entry, Institution) and not _IN.search(before):
            return entry.country
    return None


def owner_before(text: str, matches: Sequence[Match], start: int) -> str | None:
    """The state or body right in front of an office that grew to the left: "Russia's human rights
    commissioner", "Indian external affairs spokesman"."""
    for match in reversed(matches):
        if match.span.end > start:
            continue
        if not _links(text[match.span.end : start]):
            return None
        if isinstance(match.entry, Party):
            return match.entry.code
        return match.entry.country if isinstance(match.entry, Institution) else None
    return None


def leftward(text: str, matches: Sequence[Match], at: int) -> tuple[int, str | None, int | None]:
    """How far the phrase reaches left, whose office it is, where a body's name starts."""
    start = matches[at].span.start
    owner: str | None = None
    body: int | None = None
    subject = False  # whether the owner may be what the office deals with: "US | Iran envoy"
    for match in reversed(matches[:at]):
        gap = text[match.span.end : start]
        if not _links(gap):
            break
        entry = match.entry
        if isinstance(entry, Party):
            bare = match.role == "name" and not gap.strip()
            studied = bare and _studies(matches[at], text)
            owner = entry.code if subject or not (owner or studied) else owner
            subject = bare and start == matches[at].span.start
        elif isinstance(entry, Institution):
            owner = entry.country if subject else owner or entry.country
            subject = False
            body = match.span.start
        elif isinstance(entry, Title) and entry.kind == "honorific":
            break
        elif isinstance(entry, Body | Title):
            body = match.span.start
        else:
            break
        start = match.span.start
    return start, owner, body


def _studies(match: Match, text: str) -> bool:
    """Whether a state's bare name in front tells what somebody studies: "a China scholar"."""
    return match.span.of(text).lower().removesuffix("s") in _STUDENTS


def _links(gap: str) -> bool:
    """Whether only a possessive, a hyphen or modifiers stand in a gap."""
    rest = gap
    for opener in (_POSSESSIVE, re.compile(r"[’']?\s+"), re.compile(r"-")):
        found = opener.match(rest)
        if found:
            rest = rest[found.end() :]
            break
    else:
        return False
    return not rest or _MODIFIER.fullmatch(rest) is not None


def _rightward(text: str, matches: Sequence[Match], at: int) -> tuple[int, str | None]:
    """Where the phrase ends, and whose it is by "of ..."."""
    end = matches[at].span.end
    owner: str | None = None
    for match in matches[at + 1 :]:
        gap = text[end : match.span.start]
        word = gap.strip().lower().split(" ")[0] if gap.strip() else ""
        possessed = isinstance(match.entry, Body | Institution) and _POSSESSIVE.fullmatch(gap)
        joined = isinstance(match.entry, Body) and _GAP.fullmatch(gap)
        if not (_COMPLEMENT.fullmatch(gap) or possessed or joined):
            break
        entry = match.entry
        if isinstance(entry, Party):
            if word in {"of", "for"} or not word:
                owner = owner or entry.code
        elif isinstance(entry, Institution):
            owner = owner or (entry.country if word != "to" else None)
        elif not isinstance(entry, Body):
            break
        end = match.span.end
    return end, owner
