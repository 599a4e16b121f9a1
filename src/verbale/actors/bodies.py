"""Bodies by name: ministries, parliaments, forces, with the state they belong to.

"The Russian Foreign Ministry", "the Foreign Ministry of Russia" and "Russia's Ministry of Foreign
Affairs" are one body and get one name; what is no ministry keeps the report's own word for it
("the Israeli military"). A longer proper name around a generic word is taken whole ("the General
Bureau of Atomic Energy").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from verbale.actors.complements import title_start
from verbale.actors.offices import leftward, owner_before
from verbale.language import Word
from verbale.lexicon import Body, Institution, Lexicon, Match, Outlet, Party, Title
from verbale.model import Span

_OF_STATE = re.compile(r"\s+(?:of|in)\s+(?:the\s+)?")
_LONGER = re.compile(
    r"(?:\s+(?:of|for|and|on|,)(?:\s+the)?\s+(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)*|"
    r",\s+[A-Z][\w’'-]*(?=[\w ,]+\band\b)|"
    r"\s+(?!(?:The|On|In|He|She|It)\b)[A-Z][\w’'-]+)+"
)
_BEFORE = re.compile(r"(?:[A-Z][\w’'&-]*\s+)+$")
_MINISTRY = re.compile(r"(?P<what>.+?)\s+(?P<kind>ministry|department)$", re.I)
_OPENERS = frozenset(
    [
        "the",
        "a",
        "an",
        "on",
        "in",
        "at",
        "by",
        "its",
        "his",
        "her",
        "their",
        "our",
        "and",
        "but",
        "while",
        "when",
        "as",
    ]
)


class Named(NamedTuple):
    """A body in a text. ``bare`` says that nothing but the generic word names it."""

    span: Span
    name: str
    country: str | None
    kind: str
    bare: bool = False


def named_bodies(
    text: str, matches: Sequence[Match], lexicon: Lexicon, words: Sequence[Word]
) -> list[Named]:
    """Generic bodies with the state that owns them, specific institutions and outlets."""
    found: list[Named] = []
    for at, match in enumerate(matches):
        entry = match.entry
        if isinstance(entry, Institution):
            found.append(Named(match.span, entry.name, entry.country, entry.kind))
        elif isinstance(entry, Outlet):
            found.append(Named(match.span, entry.credit, None, "outlet"))
        elif isinstance(entry, Body):
            found.append(_body(text, matches, at, lexicon, words))
    return found


def _body(
    text: str, matches: Sequence[Match], at: int, lexicon: Lexicon, words: Sequence[Word]
) -> Named:
    match = matches[at]
    entry = match.entry
    assert isinstance(entry, Body)  # the caller asked
    start, code, _ = leftward(text, matches, at)
    core = _grown(text, matches, at)
    if core == match.span:
        start_of_name = title_start(words, matches, match.span.start, nouns_only=True)
        core = Span(start_of_name, match.span.end)
    if core.start < start:
        code = code or owner_before(text, matches, core.start)
    end = core.end
    seat = _seat_after(text, core, matches[at + 1 :]) if entry.kind == "mission" else ""
    if code is None:
        code, end = _owner_after(text, core, matches[at + 1 :])
    worded = " ".join(core.of(text).split())
    name = body_name(worded, entry.name, lexicon.party(code) if code else None)
    bare = code is None and core == match.span
    named = Span(min(start, core.start), max(end, core.end + len(seat)))
    kind = "side" if entry.name == "Side" else entry.kind
    return Named(named, name + "".join(f" {word}" for word in seat.split()), code, kind, bare)


def _seat_after(text: str, core: Span, rest: Sequence[Match]) -> str:
    """Where an embassy is: " in Colombo"."""
    for following in rest[:1]:
        gap = text[core.end : following.span.start]
        if isinstance(following.entry, Party) and re.fullmatch(r"\s+(?:in|to)\s+(?:the\s+)?", gap):
            return text[core.end : following.span.end]
    return ""


def body_name(worded: str, canonical: str, party: Party | None) -> str:
    """What to call a body that the report calls ``worded``: with its state in front, ministries in
    one word order."""
    known = _MINISTRY.fullmatch(worded)
    if known and (known.group("kind").lower() == "ministry" or " " not in known.group("what")):
        what = known.group("what")
        what = what[:1].upper() + what[1:]
        affairs = {
            "Foreign": "Foreign Affairs",
            "Defense": "Defence",
            "External": "External Affairs",
        }
        kind = known.group("kind").capitalize()
        titled = " ".join(w.capitalize() if w.islower() else w for w in what.split())
        name = f"{kind} of {affairs.get(what, titled)}"
    elif worded.lower() in {"mofa", "mfa", "mod"}:
        name = canonical
    else:
        name = worded[:1].upper() + worded[1:] if party is None else worded
    if party is None or party.name.lower() in name.lower():
        return name
    adjective = party.adjectives[0] if party.adjectives else party.name
    return name if adjective.lower() in name.lower() else f"{adjective} {name}"


def _grown(text: str, matches: Sequence[Match], at: int) -> Span:
    """The match with the capitalised words that make it a longer proper name."""
    span = matches[at].span
    floor = matches[at - 1].span.end if at else 0
    following = matches[at + 1] if at + 1 < len(matches) else None
    if not text[span.start].isupper():
        return span
    start, end = span
    before = _BEFORE.search(text, max(floor, start - 60), start)
    if before:
        words = before.group().split()
        while words and words[0].lower() in _OPENERS:
            words = words[1:]
        lead = " ".join(words)
        place = text.rfind(lead, floor, start) if lead else -1
        if place >= 0 and (len(words) > 1 or not _sentence_opens(text, place)):
            start = place
    limit = len(text)
    if following is not None and isinstance(following.entry, Party | Outlet | Title):
        limit = following.span.start
    longer = _LONGER.match(text, end, limit)
    if longer:
        end = longer.end()
    return Span(start, end)


def _sentence_opens(text: str, at: int) -> bool:
    """Whether a capital at ``at`` may only mark the start of a sentence."""
    return at == 0 or text[:at].rstrip()[-1:] in {"", ".", "\n", "!", "?", "”", '"'}


def _owner_after(text: str, core: Span, rest: Sequence[Match]) -> tuple[str | None, int]:
    for following in rest[:1]:
        gap = text[core.end : following.span.start]
        if isinstance(following.entry, Party) and _OF_STATE.fullmatch(gap):
            return following.entry.code, following.span.end
    return None, core.end
