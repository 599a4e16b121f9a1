"""Finds what the parties of one report deal with, and which entries speak of it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from verbale.actors import Cast
from verbale.acts.learned import LEARNED
from verbale.lexicon.matters import matter_book
from verbale.model import Act, NameUse, Position, Report, Span, Spans, Statement, Topic
from verbale.passages import Frame
from verbale.topics.generic import resolved
from verbale.topics.mentions import Finder, Mention
from verbale.topics.names import find_names
from verbale.topics.parties import Codes

_HEADLINE, _POSITION = 3, 2
#: What a mention counts for in telling the parties, where its sentence names two.
_TOLD = 2
#: A headline of more words than this, all those of this many letters capitalised, tells no names.
_FEW, _LONG = 3, 5
_WORD = re.compile(r"[^\W\d_]+")


class Found(NamedTuple):
    """What one report deals with, and which names it uses for places."""

    topics: tuple[Topic, ...]
    names: tuple[NameUse, ...]


def find_topics(
    report: Report,
    frames: Sequence[Frame],
    cast: Cast,
    statements: Sequence[Statement],
    acts: Sequence[Act],
    positions: Sequence[Position],
) -> Found:
    """The topics of ``report``, numbered from 1 in order of first mention, and its name uses.

    A thing that no entry and no headline speaks of is no topic.
    """
    finder = Finder(report, cast, statements, matter_book())
    mentions = _as_in_the_body(list(finder.mentions(frames)), report)
    grouped = _grouped(resolved(mentions, finder.same_places))
    entries = _Entries(frames, statements, acts, positions)
    drawn = entries.with_near(
        [entries.topic(key, parties, some) for (key, parties), some in grouped.items()]
    )
    drawn = [_with_names(topic, finder.same_places) for topic in drawn]
    kept = [
        t
        for t in drawn
        if (t.headline or t.statements or t.acts or t.positions or t.also)
        and not finder.only_firms(t.parties)
    ]
    kept.sort(key=lambda topic: (topic.spans[0], topic.key))
    return Found(
        tuple(msgspec.structs.replace(topic, id=n) for n, topic in enumerate(kept, 1)),
        find_names(report, statements, finder.named, [m for m in mentions if m.place]),
    )


def _as_in_the_body(mentions: Sequence[Mention], report: Report) -> list[Mention]:
    """``mentions`` without those of a headline that capitalises all its words, unless the text
    below has the thing too: there no parser tells "Forces Blocking Refugee Return" from a name."""
    if report.headline is None or not _capitalised(report.headline.text):
        return list(mentions)
    below = {mention.phrase.key for mention in mentions if not mention.headline}
    return [m for m in mentions if not m.headline or m.phrase.bare or m.phrase.key in below]


def _capitalised(headline: str) -> bool:
    long = [word for word in _WORD.findall(headline) if len(word) >= _LONG]
    return len(long) > _FEW and all(word[0].isupper() for word in long)


def _with_names(topic: Topic, groups: Iterable[tuple[str, ...]]) -> Topic:
    """``topic`` with the keys of the other names that the report gives its place."""
    also = {key for group in groups if topic.key in group for key in group} - {topic.key}
    return msgspec.structs.replace(topic, also=tuple(sorted(also))) if also else topic


def _grouped(mentions: Iterable[Mention]) -> Mapping[tuple[str, Codes], list[Mention]]:
    """Mentions by thing and parties.

    Where a phrase does not name both parties itself, it goes with most other mentions of the
    thing in this report.
    """
    by_key: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_key[mention.phrase.key].append(mention)
    grouped: defaultdict[tuple[str, Codes], list[Mention]] = defaultdict(list)
    for key, some in by_key.items():
        votes = Counter[Codes]()
        for mention in some:
            votes[mention.parties] += _TOLD if mention.told else 1
        usual = min(votes, key=lambda pair: (-len(pair), -votes[pair], pair))
        for mention in some:
            grouped[key, mention.parties if mention.sure else usual].append(mention)
    return grouped


class _Entries:
    """The entries of a report, asked which of them speak of a place in the text."""

    def __init__(
        self,
        frames: Sequence[Frame],
        statements: Sequence[Statement],
        acts: Sequence[Act],
        positions: Sequence[Position],
    ) -> None:
        self._paragraphs = tuple(dict.fromkeys(frame.paragraph.span for frame in frames))
        self._statements = statements
        # what the clause coder added is too unsure to show what a report is about
        self._acts = [act for act in acts if not act.rule.startswith(LEARNED)]
        self._positions = positions

    def with_near(self, topics: Sequence[Topic]) -> list[Topic]:
        """``topics`` with the statements that only stand beside them."""
        named = {number for topic in topics for number in topic.statements}
        homeless = {
            s.id: self._paragraph(s.content or s.cue) for s in self._statements if s.id not in named
        }
        return [
            msgspec.structs.replace(topic, near=tuple(sorted(self._near(topic, homeless))))
            for topic in topics
        ]

    def _near(self, topic: Topic, homeless: Mapping[int, Span | None]) -> Iterator[int]:
        paragraphs = {self._paragraph((span,)) for span in topic.spans} - {None}
        return (number for number, place in homeless.items() if place in paragraphs)

    def _paragraph(self, places: Spans) -> Span | None:
        return next((p for p in self._paragraphs if places and p.covers(places[0])), None)

    def topic(self, key: str, parties: Codes, mentions: Sequence[Mention]) -> Topic:
        spans = tuple(sorted({mention.phrase.span for mention in mentions}))
        statements = tuple(s for s in self._statements if _holds(s.content, spans))
        acts = tuple(a for a in self._acts if _holds(a.evidence, spans))
        positions = tuple(p for p in self._positions if _holds(p.evidence, spans))
        headline = any(mention.headline for mention in mentions)
        first = mentions[0].phrase
        return Topic(
            id=0,
            key=key,
            head=first.head,
            kind=first.kind,
            words=_usual_words(mentions),
            parties=parties,
            place=any(mention.place for mention in mentions),
            disputed=any(mention.disputed for mention in mentions),
            bare=all(mention.phrase.bare for mention in mentions),
            headline=headline,
            spans=spans,
            statements=tuple(s.id for s in statements),
            acts=tuple(a.id for a in acts),
            positions=tuple(p.id for p in positions),
            weight=(_HEADLINE if headline else 0)
            + sum(not s.background for s in statements)
            + sum("historical" not in a.flags for a in acts)
            + _POSITION * sum(not p.background for p in positions),
        )


def _holds(places: Spans, spans: Iterable[Span]) -> bool:
    return any(place.covers(span) for span in spans for place in places)


def _usual_words(mentions: Sequence[Mention]) -> str:
    """What the report calls the thing most often, more than a bare noun where it can be; among
    equals what stands first."""
    counts = Counter(mention.phrase.words for mention in mentions)
    return max(counts, key=lambda words: (" " in words, counts[words]))
