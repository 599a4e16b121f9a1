"""From a record to what may be news, for each thing followed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import msgspec

from verbale.desk.config import Desk, Follow, Followed, followed
from verbale.desk.durations import seconds
from verbale.desk.watch.differing import of_carriers, of_talks
from verbale.desk.watch.entries import of_act, of_statement
from verbale.desk.watch.stories import Named, of_story, silence_of
from verbale.lexicon import Lexicon
from verbale.lexicon.entries import Party
from verbale.positions.lanes import Lane
from verbale.positions.shifts import story
from verbale.record import ActRow, LaneFilter, Record, StatementRow
from verbale.record.conditions import MATTER_ID
from verbale.record.fulltext import key
from verbale.record.watching import Find, NewsKind
from verbale.talks.timeline import Talks, talks

#: What is told of something followed that does not say what it wants.
USUAL: tuple[NewsKind, ...] = ("positions", "shifts", "discrepancies", "silence")
_DAY = 86_400


class Looked(msgspec.Struct, frozen=True, kw_only=True):
    """What is followed in a record: the lanes and the matters (id to label) of each."""

    follow: Follow
    lanes: tuple[Lane, ...]
    matters: dict[str, str]


def look(record: Record, desk: Desk) -> tuple[Looked, ...]:
    """The lanes of everything followed. A lane without a matter goes by its reports' own words."""
    matched = followed(record, desk)
    lanes = _lanes(record, desk, {row.matter.id for each in matched for row in each.matters})
    return tuple(
        Looked(
            follow=each.follow,
            lanes=tuple(lane for lane in lanes if _is_of(lane, each)),
            matters={row.matter.id: row.label for row in each.matters},
        )
        for each in matched
    )


def stories(looked: Looked, lexicon: Lexicon) -> Iterator[Find]:
    """Positions and shifts on something followed."""
    for lane in looked.lanes:
        yield from of_story(story(lane), **_about(looked, lane), named=_named(lexicon))


def silences(looked: Looked, lexicon: Lexicon, today: date, least: str) -> Iterator[Find]:
    """Sides that have said nothing on it for a span of time such as ``180d``."""
    days = seconds(least) // _DAY
    for lane in looked.lanes:
        about = _about(looked, lane)
        yield from silence_of(story(lane), today, days, **about, named=_named(lexicon))


def differences(
    record: Record, looked: Looked, reports: Sequence[str], told: Sequence[Talks]
) -> Iterator[Find]:
    """Where reports differ on something followed: those utterances that ``reports`` carry."""
    name = looked.follow.name
    for entry in record.watching.carried(reports, looked.matters):
        label = next(iter(looked.matters.values()))
        yield from of_carriers(record.origins(entry), follow=name, matter=label)
    for each in told:
        if each.matter in looked.matters:
            yield from of_talks(each, follow=name, matter=looked.matters[each.matter])


def entries(record: Record, looked: Looked, reports: Sequence[str]) -> Iterator[Find]:
    """The statements and acts of ``reports`` on something followed."""
    kinds = wanted(looked.follow)
    label = "; ".join(looked.matters.values())
    about = {"follow": looked.follow.name, "matter": label}
    if "statements" in kinds:
        for number in record.watching.linked("s", reports, looked.matters):
            row = record.find(number)
            if isinstance(row, StatementRow):
                yield of_statement(row, **about)
    if "acts" in kinds:
        for number in record.watching.linked("e", reports, looked.matters):
            act = record.find(number)
            if isinstance(act, ActRow):
                yield of_act(act, **about)


def tellings_of_talks(record: Record, lexicon: Lexicon, desk: Desk) -> tuple[Talks, ...]:
    """The talks of the record; of a large one those on the matters that are followed."""

    def parties(words: str) -> tuple[str, ...]:
        found = (match.entry for match in lexicon.find(words))
        return tuple(dict.fromkeys(each.code for each in found if isinstance(each, Party)))

    if not record.is_large:
        return talks(record.mentions_of_talks(), parties)
    matters = {row.matter.id for each in followed(record, desk) for row in each.matters}
    return tuple(
        told
        for matter in sorted(matters)
        for told in talks(record.mentions_of_talks(matter), parties)
        if told.matter == matter
    )


def wanted(follow: Follow) -> tuple[NewsKind, ...]:
    """The kinds of news that are told of it."""
    return follow.tell or USUAL


def kept(finds: Iterable[Find], follow: Follow) -> Iterator[Find]:
    """Those of the kinds that are wanted."""
    kinds = wanted(follow)
    return (find for find in finds if find.news.kind in kinds)


def _lanes(record: Record, desk: Desk, matters: Iterable[str]) -> tuple[Lane, ...]:
    """The lanes of the parties that are followed; of all, where something names no party. In a
    large record those of the matters that are followed."""
    if record.is_large:
        asked = (LaneFilter(matter=matter) for matter in sorted(matters))
        return tuple(lane for each in asked for lane in record.lanes(each))
    if not all(each.parties for each in desk.follow):
        return record.lanes()
    parties = sorted({party for each in desk.follow for party in each.parties})
    return tuple(lane for party in parties for lane in record.lanes(LaneFilter(party=party)))


def _is_of(lane: Lane, each: Followed) -> bool:
    follow = each.follow
    if lane.matter in {row.matter.id for row in each.matters}:
        return True
    if MATTER_ID.fullmatch(lane.matter) or lane.party not in (follow.parties or (lane.party,)):
        return False
    return any(key(term) in key(lane.named) for term in follow.terms)


def _about(looked: Looked, lane: Lane) -> dict[str, str]:
    matter = looked.matters.get(lane.matter) or lane.named
    return {"follow": looked.follow.name, "matter": matter}


def _named(lexicon: Lexicon) -> Named:
    def name(code: str) -> str:
        party = lexicon.party(code)
        return party.name if party else code

    return name
