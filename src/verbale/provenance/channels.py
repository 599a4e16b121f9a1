"""How a speaker's words were given away: in an interview, at a press conference, in a post.

A statement's own clause says so, else the nearest other statement of the same speaker in the
report, else the paragraphs that name the speaker. Where all are silent the channel is unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from verbale.lexicon import default_lexicon
from verbale.lexicon.channels import channel_of_source, channel_of_venue, is_audience
from verbale.model import Report, Span, Statement, hull, without, words_at
from verbale.model.origin import Channel
from verbale.provenance.crediting import looks_like_outlet, mention, same_house, suppliers

#: Words for people of the press in general, to whom one speaks in public.
_PRESS = re.compile(
    r"\b(?:reporters?|journalists?|newsmen|correspondents|the (?:media|press)|media|newspapers)\b",
    re.I,
)
#: The paper itself: "told this newspaper", "told the agency".
_SELF = re.compile(
    r"^(?:me|us|(?:this|our|the|his|her)\s+(?:own\s+)?(?:news\s?)?(?:newspaper|paper|agency|magazine"
    r"|weekly|daily|station|broadcaster|site|correspondent|reporter))$",
    re.I,
)
#: "at the signing", "during a ceremony": the noun and up to three words before it.
_AT = re.compile(
    r"\b(?:at|in|during|on|via|by)\s+"
    r"((?:(?:an?|the|his|her|their|its)\s+)?[\w’'-]+(?:[ -][\w’'-]+){0,3})"
)
_WORD = r"[A-Z0-9](?:[\w&’-]|\.(?=\w))*"
_NAME = rf"({_WORD}(?:[^\S\n]+(?:of\s+)?{_WORD}){{0,4}})"
#: "told Codru TV", "in an interview with the Courier": what follows may be an outlet.
_TOLD = re.compile(
    r"\b(?:told|tells|telling|(?:speaking|spoke|speaks|remarks|talking|talked) to"
    rf"|interview (?:with|to|by|for|published by|broadcast by))\s+(?:the\s+)?{_NAME}"
)
#: "Nistru Press reported", "according to Nistru Press".
_REPORTED = re.compile(rf"{_NAME}\s+(?:reported|reports|has reported|wrote|quoted|cited)\b")
_ACCORDING = re.compile(
    rf"\b(?:according to|quoted by|cited by|carried by|reported by)\s+(?:the\s+)?{_NAME}"
)
_REACH = 90  # characters after the cue in which the occasion is looked for


class Given(NamedTuple):
    """How words were given away, the words that say so, and what that rests on."""

    channel: Channel
    span: Span | None = None
    why: str = ""
    medium: str | None = None
    via: tuple[str, ...] = ()


def given_of(report: Report, statement: Statement, houses: Sequence[str]) -> Given:
    """How the words of one statement were given away, by what it says itself. ``houses`` are the
    report's outlet and whom it credits."""
    text, around = report.text, paragraph(report.text, whole(statement))
    source = " ".join(words_at(text, statement.source).split())
    spoken = channel_of_source(source) if statement.speaker is None and source else None
    if spoken:
        return Given(spoken, hull(statement.source), "the source is a text")
    channel = channel_of_venue(statement.venue) if statement.venue else None
    if statement.venue and channel:
        place = mention(text, statement.venue, around)
        medium = _medium(houses, statement.to) if channel in ("interview", "call") else None
        return Given(channel, place, f"“{statement.venue}”", medium)
    if statement.to:
        found = _told_to(houses, statement.to, mention(text, statement.to, around))
        if found:
            return found
    return _occasion(text, statement, around) or Given("unknown", None, "the text does not say")


def houses_of(report: Report) -> tuple[str, ...]:
    """A report's outlet and whom it credits."""
    names = (report.outlet, *(each.name for each in suppliers(report)))
    return tuple(name for name in names if name)


def _told_to(houses: Sequence[str], to: str, place: Span | None) -> Given | None:
    """How words were given away that were told to somebody."""
    why = f"told {to}"
    if _SELF.match(to):
        return Given("interview", place, why)
    if _PRESS.search(to):
        return Given("press-conference", place, why)
    medium = _medium(houses, to)
    if medium:
        return Given("interview", place, why, medium)
    return Given("speech", place, why) if is_audience(to) else None


def _occasion(text: str, statement: Statement, around: Span) -> Given | None:
    """The occasion that stands beside the reporting clause: "said at the signing in Aralsk"."""
    if not statement.cue:
        return None
    at = hull(statement.cue)
    clause = Span(at.start, min(around.end, at.end + _REACH))
    for piece in without(clause, statement.content):
        found = _AT.search(piece.of(text).split(". ")[0])
        channel = channel_of_venue(found[1]) if found else None
        if found and channel:
            span = Span(piece.start + found.start(1), piece.start + found.end(1))
            return Given(channel, span, f"“{span.of(text)}”")
    return None


def _medium(houses: Sequence[str], to: str | None) -> str | None:
    """``to`` as the medium that it is: known as an outlet, or called like one."""
    if not to or _PRESS.search(to) or _SELF.match(to):
        return None
    for name in houses:
        if same_house(to, name):
            return name
    entry = default_lexicon().outlet(to)
    if entry is not None:
        return entry.credit
    return to if looks_like_outlet(to) else None


def inherited(
    report: Report, statement: Statement, statements: Sequence[Statement], told: Mapping[int, Given]
) -> Given:
    """What a statement says itself of its channel, else what the nearest one around it, or of the
    same speaker and day in the same report, does."""
    own = told[statement.id]._replace(via=statement.via)
    if own.channel == "interview" and own.medium is None:
        near = _nearby(report, statement, own)
        return own._replace(medium=near.medium, via=near.via)
    if own.channel != "unknown":
        return own
    who = statement.speaker or statement.office
    if who is None:
        return own
    mates = [
        each
        for each in statements
        if (each.speaker or each.office) == who
        and each.said_on in (None, statement.said_on)
        and not (each.background and not statement.background)
        and (told[each.id].channel != "unknown" or each.via)
    ]
    if not mates:
        return _nearby(report, statement, own)
    at = whole(statement).start
    nearest = min(mates, key=lambda each: (whole(each).start > at, abs(whole(each).start - at)))
    found = told[nearest.id]
    why = f"{found.why}, of the same speaker nearby" if found.channel != "unknown" else found.why
    return found._replace(why=why, via=statement.via or nearest.via)


def _nearby(report: Report, statement: Statement, own: Given) -> Given:
    """What the paragraphs up to the statement say of where its speaker spoke."""
    name = (statement.speaker or "").split()
    if not name:
        return own
    for line in _lines_up_to(report, whole(statement).end):
        if mention(report.text, name[-1], line):
            found = _read_line(report, line)
            if found:
                return found._replace(via=own.via or found.via)
    return own


def _lines_up_to(report: Report, end: int) -> Iterator[Span]:
    """The lines of the body that begin before a place, the nearest first."""
    body = hull(report.body) if report.body else Span(0, end)
    at = paragraph(report.text, Span(max(end - 1, body.start), end))
    while True:
        yield at
        if at.start <= body.start or at.start == 0:
            return
        at = paragraph(report.text, Span(at.start - 1, at.start - 1))


def _read_line(report: Report, line: Span) -> Given | None:
    """The medium that somebody spoke to, or who reported it, as a line of the story says."""
    words = line.of(report.text)
    via = _carrier(report, words)
    for found in _TOLD.finditer(words):
        medium = _medium(houses_of(report), found[1])
        if medium:
            place = Span(line.start + found.start(), line.start + found.end())
            return Given("interview", place, f"“{found[0]}”", medium, via)
    return Given("unknown", None, "the text does not say", None, via) if via else None


def _carrier(report: Report, words: str) -> tuple[str, ...]:
    for found in (*_REPORTED.finditer(words), *_ACCORDING.finditer(words)):
        if looks_like_outlet(found[1]) and not same_house(found[1], report.outlet):
            return (found[1],)
    return ()


def whole(statement: Statement) -> Span:
    """The place of a whole statement: from its first to its last word."""
    return hull((*statement.source, *statement.cue, *statement.content) or (Span(0, 0),))


def paragraph(text: str, span: Span) -> Span:
    """``span`` drawn out to whole lines."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    return Span(start, end if end >= 0 else len(text))
