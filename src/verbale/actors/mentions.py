"""Everything in one sentence that names somebody, found once and kept for every later question."""

from __future__ import annotations

from typing import NamedTuple

from verbale.actors.bodies import Named, named_bodies
from verbale.actors.names import NameRun, name_runs
from verbale.actors.offices import Held, held_titles
from verbale.language import Word
from verbale.lexicon import Lexicon, Match, Party, Title
from verbale.model import Span


class Mentions(NamedTuple):
    """The mentions of one sentence, each list in order of place; offsets into the report's text."""

    words: tuple[Word, ...]
    matches: tuple[Match, ...]
    titles: tuple[Held, ...]
    bodies: tuple[Named, ...]
    names: tuple[NameRun, ...]

    def parties(self) -> list[Match]:
        """The matches that name a party, its people or its capital."""
        return [match for match in self.matches if isinstance(match.entry, Party)]

    def title_before(self, name: NameRun, text: str) -> Held | None:
        """The title that stands directly before ``name``: "Foreign Minister Muto"."""
        for held in self.titles:
            gap = text[held.span.end : name.span.start]
            if held.span.end <= name.span.start and gap.strip(" \t\r\n,") == "" and len(gap) < 4:
                return held
        return None

    def title_after(self, name: NameRun, text: str) -> Held | None:
        """The title in apposition behind ``name``: "Muto, Japan's ambassador to Moscow,"."""
        for held in self.titles:
            gap = text[name.span.end : held.span.start]
            if name.span.end < held.span.start and _is_apposition(gap):
                return held
        return None

    def honorific(self, name: NameRun, text: str) -> Match | None:
        """ "Mr", "Dr" or a rank directly before ``name``."""
        for match in self.matches:
            if isinstance(match.entry, Title) and match.entry.kind != "office":
                gap = text[match.span.end : name.span.start]
                if (
                    match.span.end <= name.span.start
                    and gap.strip(" .\t\r\n") == ""
                    and len(gap) < 4
                ):
                    return match
        return None


def mentions_in(text: str, words: tuple[Word, ...], lexicon: Lexicon) -> Mentions:
    """The mentions in one sentence of a frame; a quotation's placeholder is passed over."""
    matches: list[Match] = []
    for stretch in _stretches(words):
        matches.extend(lexicon.find(text, stretch))
    return Mentions(
        words,
        tuple(matches),
        tuple(held_titles(text, matches)),
        tuple(named_bodies(text, matches, lexicon)),
        tuple(name_runs(words, matches)),
    )


def _stretches(words: tuple[Word, ...]) -> list[Span]:
    """The places between the quotations that stand apart."""
    found: list[Span] = []
    start: int | None = None
    end = 0
    for word in words:
        if word.quote is not None:
            if start is not None:
                found.append(Span(start, end))
            start = None
        elif word.end > word.start:
            start = word.start if start is None else start
            end = word.end
    if start is not None:
        found.append(Span(start, end))
    return found


_DETERMINERS = frozenset(
    ["the", "a", "an", "its", "his", "her", "their", "our", "who", "is", "was"]
)


def _is_apposition(gap: str) -> bool:
    if not gap.lstrip().startswith((",", "(", "—", "–", "-")):
        return False
    words = gap.strip(" ,(—–-\r\n\t").split()
    return (
        len(words) <= 4
        and gap.count(",") <= 1
        and all(w[0].islower() or w.lower() in _DETERMINERS for w in words)
    )
