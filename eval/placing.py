"""Settles which of several places of some words a gold statement means."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

import msgspec

from eval.goldschema import Problem, RawStatement
from eval.places import Words, gap, inside, nearest, occurrences, read_words
from eval.regions import Regions
from verbale.model import Span, Spans

#: A cue or source further than this from its content (characters) is worth a second look.
_FAR = 250


class Placed(msgspec.Struct, frozen=True):
    """The three roles of a statement, each as its places in the text, in order."""

    source: Spans = ()
    cue: Spans = ()
    content: Spans = ()


class Placer:
    """Places the statements of one file, carriers before what they carry.

    Without ``@@n`` a content part is the first place in the carrier's content (nested), else in
    the statement's zone, else in the file, that no other part of the statement has taken; the cue
    is the place of that zone nearest the content, the source the one nearest content or cue, one
    in the same sentence first. ``tolerant`` (HTML, whose writers
    counted in the source) takes the nearest place with a doubt where there are fewer than n.
    """

    def __init__(
        self,
        file: str,
        text: str,
        statements: Sequence[RawStatement],
        regions: Regions,
        *,
        tolerant: bool,
    ) -> None:
        self.file, self.text, self.statements = file, text, statements
        self.regions, self.tolerant = regions, tolerant
        self.problems: list[Problem] = []
        self._placed: dict[int, Placed] = {}

    def place(self, number: int) -> Placed:
        """The places of statement ``number`` (from 1); what was not found is left out."""
        if number not in self._placed:
            self._placed[number] = Placed()  # a circle of carriers ends here
            self._placed[number] = self._settle(number)
        return self._placed[number]

    def _settle(self, number: int) -> Placed:
        given = self.statements[number - 1]
        content = self._contents(number, given)
        cue = self._beside(number, "cue", content)
        source = self._beside(number, "source", content, cue)
        self._doubt_order(number, content, cue, source)
        return Placed(source=source, cue=cue, content=content)

    def _contents(self, number: int, given: RawStatement) -> Spans:
        preferred = [self.regions.of(given.zone)]
        valid_carrier = given.nested_in and 1 <= given.nested_in <= len(self.statements)
        if given.nested_in and valid_carrier:
            preferred.insert(0, self.place(given.nested_in).content)
        parts: list[Span] = []
        for words in map(read_words, given.content):
            found = self._candidates(number, "content", words)
            free = [c for c in found if not any(c.overlaps(part) for part in parts)]
            if found and not free:
                self._say(number, "content", words, "has no place left for this part", fatal=True)
            if free:
                parts.append(_first_in(free, preferred))
                self._doubt_region(number, words, parts[-1], preferred)
        return tuple(sorted(parts))

    def _beside(
        self, number: int, field: Literal["source", "cue"], content: Spans, cue: Spans = ()
    ) -> Spans:
        given = self.statements[number - 1]
        wanted = given.source if field == "source" else given.cue
        parts: list[Span] = []
        for words in map(read_words, (wanted,) if isinstance(wanted, str) else wanted):
            found = self._candidates(number, field, words)
            if found:
                here = inside(found, self.regions.of(given.zone)) or found
                parts.append(nearest(self.text, here, (*content, *cue), tuple(parts)))
                distance = min((gap(parts[-1], part) for part in content), default=0)
                if distance > _FAR:
                    self._say(number, field, words, f"is {distance} characters from the content")
        return tuple(sorted(parts))

    def _candidates(self, number: int, field: str, words: Words) -> Spans:
        found = occurrences(self.text, words.words)
        if not found:
            self._say(number, field, words, "is not in the text", fatal=True)
        if words.nth is None or not found:
            return found
        if 1 <= words.nth <= len(found):
            return (found[words.nth - 1],)
        reason = f"stands only {len(found)} times"
        if not self.tolerant:
            self._say(number, field, words, reason, fatal=True)
            return ()
        self._say(number, field, words, f"{reason} in the linearised page; nearest taken")
        return found

    def _doubt_region(
        self, number: int, words: Words, part: Span, preferred: Sequence[Spans]
    ) -> None:
        nested = len(preferred) > 1
        if preferred[-1] and not inside([part], preferred[-1]):
            self._say(number, "content", words, "stands outside its zone")
        elif nested and not inside([part], preferred[0]):
            self._say(number, "content", words, "stands outside its carrier's content")

    def _doubt_order(self, number: int, content: Spans, cue: Spans, source: Spans) -> None:
        """A part of the content far from the rest points to a wrong occurrence."""
        for one, other in pairwise(content):
            if gap(one, other) > _FAR and not any(one.end <= c.start <= other.start for c in cue):
                words = Words(other.of(self.text)[:60])
                self._say(
                    number, "content", words, f"{gap(one, other)} characters after the last part"
                )
        if cue and cue == source:
            self._say(number, "cue", Words(""), "is the same place as the source")

    def _say(
        self, number: int, field: str, words: Words, reason: str, *, fatal: bool = False
    ) -> None:
        self.problems.append(Problem(self.file, number, field, str(words), reason, fatal))


def _first_in(found: Sequence[Span], preferred: Sequence[Spans]) -> Span:
    """The first of ``found`` inside the first region that holds any, else the first of all."""
    for regions in preferred:
        held = inside(found, regions)
        if held:
            return held[0]
    return found[0]
