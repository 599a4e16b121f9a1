"""The places that a report calls by name: known rival names, and those it tells of itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from verbale.lexicon import Lexicon
from verbale.lexicon.matters import matter_book
from verbale.lexicon.rivals import rival_book
from verbale.model import Report, Span
from verbale.topics.naming import Naming, namings, place_key


class Place(NamedTuple):
    """A place where it is named. ``told``: the report says itself that somebody calls it so.

    ``kind`` and ``parties`` are those that the lexicon has for it.
    """

    span: Span
    key: str
    name: str
    told: bool
    kind: str = "territory"
    parties: tuple[str, ...] = ()


class NamedPlaces:
    """Finds places by name in one report. ``same`` are groups of keys that mean one place."""

    def __init__(self, report: Report, lexicon: Lexicon, parties: Iterable[str]) -> None:
        self._text = report.text
        self._parties = tuple(parties)
        zones = [*report.body, *([report.standfirst] if report.standfirst else [])]
        groups = list(namings(report.text, zones, lexicon, matter_book()))
        self.told: tuple[tuple[tuple[Naming, str], ...], ...] = tuple(
            tuple((naming, self.key(naming.name)) for naming in group) for group in groups
        )
        self.same = tuple(
            keys for group in self.told if len(keys := tuple(sorted({key for _, key in group}))) > 1
        )
        names = {naming.name: key for group in self.told for naming, key in group}
        self._keys = {" ".join(name.split()): key for name, key in names.items()}
        longest = sorted(self._keys, key=lambda name: (-len(name), name))
        joined = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in longest)
        self._search = re.compile(rf"(?<!\w)(?:{joined})(?!\w)") if joined else None

    def key(self, name: str) -> str:
        """The key of the place of that name."""
        found = next(rival_book().find(name, self._parties), None)
        return found.thing.id if found is not None else place_key(name, matter_book())

    def within(self, span: Span) -> Iterator[Place]:
        """The places named at ``span`` of the text, in order, without overlap."""
        words = span.of(self._text)
        found = [
            Place(
                self._at(span, name.span),
                name.thing.id,
                name.name.name,
                told=False,
                kind=name.thing.kind,
                parties=name.thing.parties,
            )
            for name in rival_book().find(words, self._parties)
        ]
        for match in self._search.finditer(words) if self._search else ():
            name = " ".join(match[0].split())
            place = Place(self._at(span, match.span()), self._keys[name], name, True)
            if not any(place.span.overlaps(other.span) for other in found):
                found.append(place)
        told = {key for group in self.told for _, key in group}
        yield from (place._replace(told=place.key in told) for place in sorted(found))

    @staticmethod
    def _at(whole: Span, part: tuple[int, int]) -> Span:
        return Span(whole.start + part[0], whole.start + part[1])
