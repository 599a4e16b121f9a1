"""Whose dealings a thing belongs to: the two parties that a mention of it is about.

Parties named in the phrase itself count first ("a treaty with Japan"), then those of its sentence
and whoever says it, the weightiest of the report before others. A party weighs what the report
makes of it: four for "between X and Y", three for each mention in the headline, two for each
statement it makes, one for each mention in one; what is only recalled counts for nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from verbale.actors import Cast
from verbale.lexicon import Institution, Party
from verbale.lexicon.entries import Match
from verbale.model import Report, Span, Statement, words_at

_IN_HEADLINE, _SPEAKS, _NAMED, _BETWEEN = 3, 2, 1, 4
_BYSTANDERS = frozenset({"igo", "alliance", "company"})
_PAIR = 2
#: A party that weighs less of the heaviest is only mentioned in passing.
_PASSING = 0.15
_PAIR_NAMED = re.compile(r"\bbetween [^.;:,()\n]{3,60} and [^.;:,()\n]{3,40}")

#: How somebody speaks of two others; one of the two has said more than that.
_OF_OTHERS = re.compile(
    r"\b(?:both|the two) (?:sides|parties|countries|neighbours|neighbors|governments|capitals)\b",
    re.IGNORECASE,
)

Codes = tuple[str, ...]


class Dealers:
    """The parties of one report by weight, and which two a mention is about."""

    def __init__(self, report: Report, cast: Cast, statements: Sequence[Statement]) -> None:
        self._lexicon = cast.lexicon
        self._text = report.text
        self.weights = self._weigh(report, statements)

    def named(self, matches: Iterable[Match], places: Iterable[Span] | None = None) -> Codes:
        """The codes of the parties among ``matches`` (within ``places``), in order of place."""
        within = None if places is None else tuple(places)
        return tuple(
            dict.fromkeys(
                code
                for match in matches
                if (within is None or any(place.covers(match.span) for place in within))
                and (code := self._code(match)) is not None
            )
        )

    def pair(self, phrase: Codes, around: Codes) -> Codes:
        """The two parties, in alphabetical order; fewer where the report does not name two."""
        report = tuple(self.weights)
        least = _PASSING * max(self.weights.values(), default=0)
        sides = (
            [c for c in codes if not self._stands_by(c) and self.weights[c] >= least]
            for codes in (around, report)
        )
        wanted = (phrase, *sides, around, report)
        ranked = (code for codes in wanted for code in self._ranked(codes))
        return tuple(sorted(list(dict.fromkeys(ranked))[:_PAIR]))

    def weightiest(self, codes: Codes) -> str:
        """The one that the report makes most of, states before organisations."""
        return self._ranked(codes)[0]

    def _ranked(self, codes: Iterable[str]) -> list[str]:
        """States and the like before organisations, the weightiest first."""
        return sorted(
            set(codes), key=lambda code: (self._stands_by(code), -self.weights[code], code)
        )

    def _weigh(self, report: Report, statements: Sequence[Statement]) -> Counter[str]:
        weights: Counter[str] = Counter()
        if report.headline:
            for code in self._codes_in(report.headline.text):
                weights[code] += _IN_HEADLINE
        for part in report.body:
            weights.update(self._between(part.of(self._text)))
        for statement in statements:
            if statement.background or statement.nested_in is not None:
                continue
            words = words_at(self._text, statement.content)
            of_others = _OF_OTHERS.search(words) is not None
            if statement.country and self._lexicon.party(statement.country) and not of_others:
                weights[statement.country] += _SPEAKS
            for code in self._codes_in(words):
                weights[code] += _NAMED
        if len(weights) < _PAIR:
            for part in report.body:
                weights.update(set(self._codes_in(part.of(self._text))))
        return weights

    def _between(self, text: str) -> Counter[str]:
        """Who deals with whom in so many words, four each: "mediate between A and B"."""
        found: Counter[str] = Counter()
        for match in _PAIR_NAMED.finditer(text):
            codes = dict.fromkeys(self._codes_in(match[0]))
            if len(codes) == _PAIR:
                found.update(dict.fromkeys(codes, _BETWEEN))
        return found

    def _codes_in(self, text: str) -> list[str]:
        found = (self._code(match) for match in self._lexicon.find(text))
        return [code for code in found if code is not None]

    def _code(self, match: Match) -> str | None:
        if isinstance(match.entry, Party):
            return match.entry.code
        return match.entry.country if isinstance(match.entry, Institution) else None

    def _stands_by(self, code: str) -> bool:
        """Whether the party mostly speaks of others' dealings: organisations, companies."""
        party = self._lexicon.party(code)
        return party is None or party.kind in _BYSTANDERS
