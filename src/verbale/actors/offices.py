"""Titles in a sentence: what office, of which state or body, held by which name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from verbale.lexicon import Body, Institution, Match, Party, Title
from verbale.model import Span

_GAP = re.compile(r"[\s]*")
_POSSESSIVE = re.compile(r"[’']s?\s+")
# Words that may stand between a state's name and the title: "Japan's new Prime Minister".
_MODIFIER = re.compile(
    r"(?:(?:new|newly[ -]\w+|former|ex|then|acting|outgoing|incoming|interim|caretaker|veteran|"
    r"top|senior|chief|deputy|first|second|vice|permanent|special|long-?time|main|lead|powerful|late|ousted|designated|"
    r"elected|current|assistant|principal|joint|honorary|non-resident|government|state|military|"
    r"presidential|parliamentary|foreign|policy|security|national|federal|central|party)[\s-]+)+",
    re.I,
)
_COMPLEMENT = re.compile(r"\s+(?:to|of|for|at|in|on|with)\s+(?:the\s+)?", re.I)
_FORMER = re.compile(r"\b(?:former|ex|then|late|ousted|one-time|erstwhile)[\s-]*$", re.I)
_GENERIC = re.compile(r"(?:[\w’'-]+\s+){0,3}", re.U)


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
        worded = self.title.lower().split(" of ")[0]
        forms = {form.lower() for form in (self.entry.name, *self.entry.forms)}
        return not any(worded.endswith(f"{form}s") for form in forms if not form.endswith("s"))

    @property
    def is_person(self) -> bool:
        """Whether it names one holder rather than a kind of people ("reporters")."""
        return self.entry.kind != "group"


def held_titles(text: str, matches: Sequence[Match]) -> list[Held]:
    """The title phrases among ``matches`` (of one sentence, in order; offsets into ``text``)."""
    found: list[Held] = []
    for at, match in enumerate(matches):
        if not isinstance(match.entry, Title) or match.entry.kind == "honorific":
            continue
        start, owner, body = leftward(text, matches, at)
        end, title_end, right = _rightward(text, matches, at)
        if owner is None:
            owner = right
        words = (
            text[body:title_end].strip() if body is not None else text[match.span.start : title_end]
        )
        former = any(  # "the then-minister", "the former Turkish minister"
            _FORMER.search(text, max(0, place - 12), place) for place in (start, match.span.start)
        )
        found.append(Held(Span(start, end), match.entry, " ".join(words.split()), owner, former))
    return found


def leftward(text: str, matches: Sequence[Match], at: int) -> tuple[int, str | None, int | None]:
    """How far the phrase reaches left, whose office it is, where a body's name starts."""
    start = matches[at].span.start
    owner: str | None = None
    body: int | None = None
    for match in reversed(matches[:at]):
        gap = text[match.span.end : start]
        if not _links(gap):
            break
        entry = match.entry
        if isinstance(entry, Party):
            owner = owner or entry.code
        elif isinstance(entry, Institution):
            owner = owner or entry.country
            body = match.span.start
        elif isinstance(entry, Body | Title):
            body = match.span.start
        else:
            break
        start = match.span.start
    return start, owner, body


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


def _rightward(text: str, matches: Sequence[Match], at: int) -> tuple[int, int, str | None]:
    """Where the phrase ends, where the words of the office end, and whose it is by "of ..."."""
    end = title_end = matches[at].span.end
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
        end = title_end = match.span.end
    return end, title_end, owner
