"""For which side somebody speaks whose state nothing names: "the irrigation minister said".

Statements keep such speakers without a country. For a position that is too little, and one of
several signs decides: what they announce of a state, to whose public they speak, whom they speak of
as the other side, and on whose page it stands.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from verbale.acts.sides import Sides
from verbale.language import Word
from verbale.lexicon import Body, Institution, Party
from verbale.model import Report, Statement
from verbale.passages import Frame
from verbale.positions.introduced import introduced, spoken_in
from verbale.statements.grammar import conjoined, span_of

#: What an official announces of a state in its own clause is announced for that state.
_COMMITS = frozenset({"will", "would", "shall", "is", "was", "are", "were"})
_PUBLIC = frozenset(
    ["station", "radio", "television", "parliament", "lawmaker", "deputy", "newspaper", "channel"]
)
_WE = re.compile(r"\b(?:we|our|us|ours)\b", re.IGNORECASE)
_OFFICIAL = re.compile(
    r"\b(?:ministry|department|government|cabinet|palace|spokes\w+|official|minister|president)\b",
    re.IGNORECASE,
)
#: Prepositions before the other side: "we shall not talk with Nemora".
_FACING = frozenset({"with", "against", "toward", "towards"})
_HEAD = 400


class Homes:
    """Answers for which side a speaker without a country speaks.

    ``page`` is the one party that the head of the page names (a masthead, a letterhead), and
    ``document`` says that the page itself is a party's own statement.
    """

    def __init__(
        self,
        report: Report,
        frames: Sequence[Frame],
        statements: Sequence[Statement],
        sides: Sides,
        parties: frozenset[str],
    ) -> None:
        self._sides = sides
        self._parties = parties
        self._report = report
        self.page = self._page()
        self.document = self.page is not None and self._is_official(report.outlet)
        self._named = self._find(frames, statements)

    def of(self, statement: Statement) -> str | None:
        """The side for which ``statement`` is made, where its speaker has no country."""
        official = statement.office or _OFFICIAL.search(statement.speaker or "")
        own = self.page if official else None
        return own or self.of_name(statement.speaker)  # "the minister" of a page is its own

    def of_name(self, speaker: str | None) -> str | None:
        """The side of a speaker by name."""
        return self._named.get(speaker or "")

    # -- the page

    def _page(self) -> str | None:
        report = self._report
        places = [span.start for span in report.body[:1]]
        if report.headline is not None and report.headline.span is not None:
            places.append(report.headline.span.start)
        head = report.text[: min([*places, _HEAD])]
        if report.dateline is not None:
            head += f"\n{report.dateline.place}"
        codes = {
            m.entry.code
            for m in self._sides.cast.lexicon.find(head)
            if isinstance(m.entry, Party) and m.entry.code in self._parties
        }
        return codes.pop() if len(codes) == 1 else None

    def _is_official(self, outlet: str | None) -> bool:
        found = self._sides.cast.lexicon.find(outlet or "")
        return any(isinstance(m.entry, Body | Institution | Party) for m in found)

    # -- what speakers say

    def _find(self, frames: Sequence[Frame], statements: Sequence[Statement]) -> dict[str, str]:
        counts: dict[str, Counter[str]] = {}
        homeless = [s for s in statements if s.country is None and s.speaker]
        for statement in homeless:
            code = _named_by_office(statement, statements)
            if code is not None:
                counts[statement.speaker or ""] = Counter([code])
        around: dict[str, Counter[str]] = {}
        for frame in frames:
            lines = [words for words in frame.sentences if words]
            for at, words in enumerate(lines):
                place = span_of(words)
                for statement in homeless:
                    if any(place.overlaps(span) for span in statement.content):
                        for code in self._signs(statement, words):
                            counts.setdefault(statement.speaker or "", Counter())[code] += 1
                    if any(place.overlaps(span) for span in statement.cue):
                        code = self._brought_in(statement, words, lines[:at], statements)
                        if code is not None:
                            around.setdefault(statement.speaker or "", Counter())[code] += 1
        for name, found in around.items():
            counts.setdefault(name, found)  # what stands around tells where the words do not
        return {
            name: found.most_common(1)[0][0]
            for name, found in counts.items()
            if len(found) == 1 and not name.startswith("unnamed")
        }

    def _brought_in(
        self,
        statement: Statement,
        words: tuple[Word, ...],
        before: Sequence[tuple[Word, ...]],
        statements: Sequence[Statement],
    ) -> str | None:
        by = introduced(statement, before, self._sides, self._parties, statements)
        at = spoken_in(statement, words, self._sides, self._parties)
        return by or at if None in (by, at) or by == at else None

    def _signs(self, statement: Statement, words: tuple[Word, ...]) -> Iterator[str]:
        code = (
            self._announced(statement, words)
            or self._addressed(statement, words)
            or self._contrasted(statement, words)
        )
        if code is not None:
            yield code

    def _announced(self, statement: Statement, words: tuple[Word, ...]) -> str | None:
        if statement.type == "direct":
            return None
        for word in words:
            inside = any(s.start <= word.start and word.end <= s.end for s in statement.content)
            if not inside or word.dep not in {"nsubj", "nsubjpass"}:
                continue
            if not any(_commits(verb) for verb in conjoined(word.head)):
                return None
            codes = self._sides.codes(word, words, None)
            return codes[0] if len(codes) == 1 and word.pos != "PRON" else None
        return None

    def _addressed(self, statement: Statement, words: tuple[Word, ...]) -> str | None:
        """The side to whose own public an official speaks: "told a Cairo radio station"."""
        if statement.office is None:
            return None
        mentions = self._sides.cast.mentions(words)
        for word in words:
            cue = any(s.start <= word.start < s.end for s in statement.cue)
            heard = word.of("dobj", "dative") if cue else None
            if heard is not None and heard.lemma.lower() in _PUBLIC:
                codes = self._sides.named_in(heard.subtree(), mentions)
                return codes[0] if len(codes) == 1 else None
        return None

    def _contrasted(self, statement: Statement, words: tuple[Word, ...]) -> str | None:
        """Of two parties the one that "we" are when the other is spoken of by name."""
        if len(self._parties) != 2 or statement.type != "direct":
            return None
        place = span_of(words)
        if not _WE.search(place.of(self._report.text)):
            return None
        faced = [w for w in words if w.dep == "pobj" and w.head.text.lower() in _FACING]
        named = {
            code
            for word in faced
            for code in self._sides.named_in([word], self._sides.cast.mentions(words))
        }
        others = self._parties - named
        return next(iter(others)) if len(named) == 1 and len(others) == 1 else None


def _commits(verb: Word) -> bool:
    """Whether a verb says what is or will be: "has no interest in it and will not take part"."""
    helpers = {c.text.lower() for c in verb.children if c.dep in {"aux", "auxpass"}}
    return not (helpers | {verb.text.lower()}).isdisjoint(_COMMITS)


def _named_by_office(statement: Statement, statements: Sequence[Statement]) -> str | None:
    """The side of the one office holder without a name before: "its ambassador to Lebanon said ...
    Ambassador Fares told"."""
    held = _head_of(statement.office)
    before = {
        s.country
        for s in statements
        if s.id < statement.id
        and s.country
        and (s.speaker or "").startswith("unnamed")
        and _head_of(s.office or (s.speaker or "").removeprefix("unnamed")) == held
    }
    return before.pop() if held and len(before) == 1 else None


def _head_of(office: str | None) -> str | None:
    """The kind of an office: "deputy foreign minister" is a minister, "ambassador to Oman" one."""
    first = re.split(r"\s(?:to|of|for|in|at)\s", (office or "").strip().lower())[0]
    return first.split()[-1] if first.split() else None
