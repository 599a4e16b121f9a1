"""Everything in one sentence that names somebody, found once and kept for every later question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from verbale.actors.bodies import Named, named_bodies
from verbale.actors.names import NameRun, name_runs
from verbale.actors.offices import Held, held_titles
from verbale.actors.variants import plain
from verbale.language import Word
from verbale.lexicon import Lexicon, Match, Party, Title
from verbale.lexicon.givennames import given_name
from verbale.model import Span

#: A word with a capital right before a title, and one behind it.
_GIVEN_BEFORE = re.compile(r"(?<![\w’'-])([A-Z][a-z]+) $")
_GOES_ON = re.compile(r"[ -][A-Z]")
_ALIKE = re.compile(r"\b(?:[Uu]n)?[Ll]ike (?:[Tt]he |[Aa]n? |[Ii]ts )?(?:\w+ )?$")
_PAPER = 40  # characters
_THE_PAPER = re.compile(
    r"\b[Tt]he (?:[A-Z][a-z]+ ){0,2}"
    r"(?!House|Senate|Opposition|Majority|Minority|Party|Labou?r|Supreme|Council|Group|Assembly)"
    r"[A-Z][a-z]+ $"
)
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_GIVEN = 20  # characters
_ONLY_A_COMMA = re.compile(r",\s(?:(?:the|an?|its|their|his|her|former|then)\s)?")


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

    def bodies_over(self, span: Span) -> list[Named]:
        """The bodies that ``span`` is part of."""
        return [named for named in self.bodies if named.span.overlaps(span)]

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
                acts = self._acts_between(name.span.end, held.span.start)
                return None if acts or self._opens_another(held, text) else held
        return None

    def _acts_between(self, start: int, end: int) -> bool:
        """Whether the name does something to the office: "Dana Reed, telephoned the Minister"."""
        between = (word for word in self.words if start <= word.start < end)
        return any(word.pos == "VERB" and word.tag in _FINITE for word in between)

    def _opens_another(self, held: Held, text: str) -> bool:
        """Whether an office behind a comma is that of the name behind it: "According to the Leader
        of Nokka Falls, | Gov. Lena Arne"."""
        return any(
            run.opens_as_person
            and held.span.end < run.span.start
            and not text[held.span.end : run.span.start].strip(" .\n\t\r")
            for run in self.names
        )

    def titles_of(self, name: NameRun, text: str) -> list[Held]:
        """Every title of ``name``: those in front, chained by commas and forms of address ("the
        commander of the guard, Brig. Gen. Opatrny"), and the one in apposition behind."""
        found: list[Held] = []
        start = name.span.start
        while True:
            form = self._form_before(start, text)
            held = next(
                (
                    h
                    for h in self.titles
                    if h.span.end <= start
                    and _is_link(text[h.span.end : start])
                    and (name.opens_as_person or not self._is_told_of_another(h, start, text))
                ),
                None,
            )
            if held is not None:
                found.append(held)
                start = held.span.start
            elif form is not None:
                start = form.span.start
            else:
                break
        after = self.title_after(name, text)
        return [*found, after] if after is not None else found

    def _is_told_of_another(self, held: Held, start: int, text: str) -> bool:
        """Whether an office before a comma is that of the name before it: "Dana Kestrel, vice
        president, | Nokka Sales"."""
        if "," not in text[held.span.end : start]:
            return False
        if _ALIKE.search(text, max(0, held.span.start - _GIVEN), held.span.start):
            return True  # "Like the minister, Reed"
        return any(
            run.opens_as_person
            and run.span.end <= held.span.start
            and _ONLY_A_COMMA.fullmatch(text, *_gap(run, held))
            for run in self.names
        )

    def _form_before(self, place: int, text: str) -> Match | None:
        """A form of address directly before ``place``."""
        return next(
            (
                match
                for match in self.matches
                if isinstance(match.entry, Title)
                and match.entry.kind == "honorific"
                and match.span.end <= place
                and _is_link(text[match.span.end : place])
            ),
            None,
        )

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


def _gap(run: NameRun, held: Held) -> tuple[int, int]:
    return run.span.end, held.span.start


def mentions_in(text: str, words: tuple[Word, ...], lexicon: Lexicon) -> Mentions:
    """The mentions in one sentence of a frame; a quotation's placeholder is passed over."""
    matches: list[Match] = []
    for stretch in _stretches(words):
        found = lexicon.find(text, stretch)
        matches.extend(match for match in found if not _is_half_a_name(match, text, found))
    titles = held_titles(text, matches, words)
    bodies = named_bodies(text, matches, lexicon, words)
    # "State Border Committee spokesman", "the Production Ministry", "(DFA)" name nobody
    taken = [held.span for held in titles] + [named.span for named in bodies]
    runs = [
        run
        for run in name_runs(words, matches)
        if not any(span.covers(run.span) for span in taken) and not _is_bracketed(run, text)
    ]
    return Mentions(words, tuple(matches), tuple(titles), tuple(bodies), tuple(runs))


def _is_half_a_name(match: Match, text: str, found: Sequence[Match]) -> bool:
    """Whether a title is a surname or the second half of one: Ken Doctor, Kerwyn Ramdeen-Pope."""
    start, end = match.span
    if not isinstance(match.entry, Title) or not text[start].isupper():
        return False
    if " " in match.span.of(text):
        return False
    if text[max(0, start - 2) : start].endswith("-"):
        return text[max(0, start - 2) : start - 1].isalpha()
    if text[start:end] == "Leader" and _THE_PAPER.search(text, max(0, start - _PAPER), start):
        return True  # the Argus Leader, a newspaper
    given = _GIVEN_BEFORE.search(text, max(0, start - _GIVEN), start)
    if given is None or _GOES_ON.match(text, end) or given_name(plain(given[1])) is None:
        return False  # "Angela Dean Moss"
    return not any(other.span.start <= given.start(1) < other.span.end for other in found)


def _is_bracketed(run: NameRun, text: str) -> bool:
    """Whether a run is a short form in brackets."""
    place = run.span
    closed = text[place.start - 1 : place.start] == "(" and text[place.end : place.end + 1] == ")"
    return closed and place.of(text).isupper()


def _is_link(gap: str) -> bool:
    """Whether only a space, a comma or "the" stands between a title and what it belongs to."""
    return len(gap) < 8 and gap.strip(" .,\t\r\n").lower() in {"", "the"} and gap.count(",") < 2


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


#: Whose office it is: "Muto, | Nordbank's new | president".
_OWNER = re.compile(
    r"(?:(?:the\s+)?[A-Z][\w.&-]*\s+){0,3}[A-Z][\w.&-]*(?:[’']s|(?<=s)[’'])(?:\s+|$)"
)


def _is_apposition(gap: str) -> bool:
    if not gap.lstrip().startswith((",", "(", "—", "–", "-")):
        return False
    words = _OWNER.sub("", gap.strip(" ,(—–-\r\n\t")).split()
    if words and words[0][0].isupper() and "," not in gap and "(" not in gap:
        return False  # "Lahore — The mayor": a sentence behind its dateline
    return (
        len(words) <= 4
        and gap.count(",") <= 1
        and all(w[0].islower() or w.lower() in _DETERMINERS for w in words)
    )
