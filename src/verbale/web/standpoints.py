"""What a matter's page tells, put together from the record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple, get_args

from verbale.matters.names import NamedThing
from verbale.matters.rivalry import Contest
from verbale.model import Target
from verbale.model.reuse import COPIES
from verbale.positions.shifts import Step, Story, story
from verbale.positions.standing import Standing, standing
from verbale.record import LaneFilter, MatterRow, Record, ReportFilter, ReportRow
from verbale.record.days import bound
from verbale.talks.timeline import Talks, talks
from verbale.web.reader import Reader

#: Of so many reports at most is asked who copies whom: it takes a moment for each.
_COMPARED = 60
#: Among so many, the latest ones, is looked for those that are new to somebody.
_LATEST = 200
_TARGETS: tuple[Target, ...] = get_args(Target)


class Side(NamedTuple):
    """A party and where it stands on each target."""

    party: str
    standings: tuple[Standing, ...]
    is_party: bool


class Sources(NamedTuple):
    """The reports on a matter; ``copies`` names for a report the earlier ones that it is a copy of
    or that are a copy of it. ``origins`` counts those left when copies count as one, None where
    there are too many to compare."""

    rows: tuple[ReportRow, ...]
    total: int
    copies: dict[str, tuple[str, ...]]
    origins: int | None


class MatterPage(NamedTuple):
    """One matter."""

    row: MatterRow
    sides: tuple[Side, ...]
    shifts: tuple[Step, ...]
    talks: tuple[Talks, ...]
    names: tuple[NamedThing, ...]
    contests: tuple[Contest, ...]
    sources: Sources


def matter_page(reader: Reader, id: str, since: str | None) -> MatterPage:  # noqa: A002
    """Everything on the matter that ``id`` names; shifts from the day ``since`` on.

    Raises `NoSuchEntry`, `AmbiguousEntry`, `UsageError`.
    """
    record = reader.record()
    row = record.matter(id)
    number = row.matter.id
    stories = stories_of(reader, number)
    return MatterPage(
        row=row,
        sides=_sides(stories, row.matter.parties),
        shifts=_shifts(stories, bound(since)[0] if since else None),
        talks=reader.kept_on(number, "talks", lambda its: _talks(reader, its, number)),
        names=reader.kept_on(number, "names", lambda its: its.names(matter=number)),
        contests=reader.kept_on(number, "claims", lambda its: its.claims(matter=number)),
        sources=reader.kept_on(number, "sources", lambda its: _sources(its, number)),
    )


def news(record: Record, matter: str, since: str | None) -> tuple[ReportRow, ...]:
    """The reports on a matter that were read after a time, the latest published first; none
    where no time is given."""
    if since is None:
        return ()
    latest = record.reports(ReportFilter(matter=matter, order="-day", limit=_LATEST))
    return tuple(row for row in latest if row.read_at > since)


def stories_of(reader: Reader, matter: str) -> list[Story]:
    """How each party's position on each target of the matter moved."""
    return reader.kept_on(
        matter,
        "stories",
        lambda its: [story(lane) for lane in its.lanes(LaneFilter(matter=matter))],
    )


def _talks(reader: Reader, record: Record, number: str) -> tuple[Talks, ...]:
    mentions = record.mentions_of_talks(number)
    found = talks(mentions, reader.parties().named_in)
    return tuple(told for told in found if told.matter == number)


def _sides(stories: Iterable[Story], parties: Sequence[str]) -> tuple[Side, ...]:
    """The matter's own parties first, whether they were heard or not."""
    found = sorted(
        (standing(each) for each in stories if each.lane.held),
        key=lambda row: (row.party not in parties, row.party, _TARGETS.index(row.on)),
    )
    heard = {
        party: Side(party, tuple(rows), party in parties)
        for party, rows in groupby(found, key=lambda row: row.party)
    }
    silent = {party: Side(party, (), True) for party in parties if party not in heard}
    return (*(({**heard, **silent})[party] for party in parties), *_others(heard, parties))


def _others(heard: dict[str, Side], parties: Sequence[str]) -> list[Side]:
    return [side for party, side in heard.items() if party not in parties]


def _shifts(stories: Iterable[Story], since: str | None) -> tuple[Step, ...]:
    steps = (step for each in stories for step in each.shifts)
    kept = (step for step in steps if since is None or step.after.last >= since)
    return tuple(sorted(kept, key=lambda step: (step.after.first, step.party), reverse=True))


def _sources(record: Record, matter: str) -> Sources:
    found = record.reports(ReportFilter(matter=matter, limit=_COMPARED))
    if found.total > _COMPARED:
        return Sources(found.rows, found.total, {}, None)
    here = {row.id for row in found}
    copies = {
        row.id: tuple(
            other.report
            for other in record.reuse(row.id).related
            if other.relation.kind in COPIES and other.report in here
        )
        for row in found
    }
    return Sources(found.rows, found.total, copies, _groups(copies))


def _groups(copies: dict[str, tuple[str, ...]]) -> int:
    """How many are left when all that copy each other, in whatever direction, count as one."""
    home = {report: report for report in copies}

    def root(report: str) -> str:
        while home[report] != report:
            report = home[report]
        return report

    for report, others in copies.items():
        for other in others:
            home[root(other)] = root(report)
    return len({root(report) for report in home})
