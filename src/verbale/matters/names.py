"""The register of rival names: what each party and each outlet calls a place, and when.

No name is *the* name. A thing goes by its neutral label, and each name stands beside the others
with those who use it: outlets in their own words, speakers in quoted ones, and parties of whom the
reports or common knowledge say that they call it so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from verbale.lexicon.rivals import RivalName, rival_book
from verbale.matters.naming import neutral_label
from verbale.model import Span
from verbale.topics.naming import merged


class UsedName(msgspec.Struct, frozen=True, kw_only=True):
    """A name where a report uses it; ``matter`` and ``parties`` are those of its place, if any.

    ``span`` is where it stands in the text of ``report`` (an id like ``r3``). ``who`` uses it: a
    speaker where it stands in quoted words (``quoted``), else the outlet. ``party``: the report
    says that this party calls it so, which is no use of its own.
    """

    key: str
    name: str
    also: tuple[str, ...] = ()
    report: str
    span: Span
    who: str
    quoted: bool = False
    country: str | None = None
    party: str | None = None
    day: str | None = None
    matter: str | None = None
    parties: tuple[str, ...] = ()


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where a name stands: a report's id and the characters of its text."""

    report: str
    span: Span


class NameUser(msgspec.Struct, frozen=True, kw_only=True):
    """Who uses a name, how often, in which reports, where, from which day to which."""

    who: str
    quoted: bool
    country: str | None
    times: int
    reports: tuple[str, ...]
    places: tuple[Place, ...]
    first: str | None
    last: str | None


class NameRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One name. ``told`` are parties that the reports say call it so, at ``told_in``; ``known``
    those of whom it is commonly known; ``users`` those who do in the reports, the most frequent
    first."""

    name: str
    told: tuple[str, ...]
    told_in: tuple[Place, ...]
    known: tuple[str, ...]
    users: tuple[NameUser, ...]
    times: int
    first: str | None
    last: str | None


class NamedThing(msgspec.Struct, frozen=True, kw_only=True):
    """A place (or event) with several names, in alphabetical order, under its neutral label."""

    label: str
    matter: str | None
    parties: tuple[str, ...]
    names: tuple[NameRecord, ...]


def register(uses: Iterable[UsedName]) -> tuple[NamedThing, ...]:
    """All things with more than one name among ``uses``, by label."""
    listed = sorted(uses, key=lambda use: (use.key, use.name, use.report))
    home = merged([(use.key, *use.also) for use in listed])
    things: defaultdict[str, list[UsedName]] = defaultdict(list)
    for use in listed:
        things[home.get(use.key, use.key)].append(use)
    found = (_thing(some) for some in things.values())
    return tuple(sorted((t for t in found if t is not None), key=lambda thing: thing.label))


def _thing(uses: Sequence[UsedName]) -> NamedThing | None:
    parties = tuple(sorted({party for use in uses for party in use.parties}))
    known = _known(uses)
    by_name: defaultdict[str, list[UsedName]] = defaultdict(list)
    for use in uses:
        by_name[use.name].append(use)
    for name, rival in known.items():
        if set(rival.by) & set(parties):
            by_name.setdefault(name, [])
    if len(by_name) < 2:
        return None
    return NamedThing(
        label=neutral_label(by_name),
        matter=next((use.matter for use in uses if use.matter), None),
        parties=parties,
        names=tuple(
            _record(name, by_name[name], known.get(name))
            for name in sorted(by_name, key=lambda name: (name.casefold(), name))
        ),
    )


def _known(uses: Iterable[UsedName]) -> Mapping[str, RivalName]:
    things = rival_book().things
    keys = {use.key for use in uses} & set(things)
    return {name.name: name for key in sorted(keys) for name in things[key].names}


def _record(name: str, uses: Sequence[UsedName], known: RivalName | None) -> NameRecord:
    own = [use for use in uses if use.party is None]
    days = sorted(use.day for use in uses if use.day)
    return NameRecord(
        name=name,
        told=tuple(sorted({use.party for use in uses if use.party})),
        told_in=_places(use for use in uses if use.party),
        known=known.by if known else (),
        users=_users(own),
        times=len(own),
        first=days[0] if days else None,
        last=days[-1] if days else None,
    )


def _users(uses: Iterable[UsedName]) -> tuple[NameUser, ...]:
    by_user: defaultdict[tuple[str, bool], list[UsedName]] = defaultdict(list)
    for use in uses:
        by_user[use.who, use.quoted].append(use)
    users = [_user(some) for some in by_user.values()]
    return tuple(sorted(users, key=lambda user: (-user.times, user.quoted, user.who)))


def _user(uses: Sequence[UsedName]) -> NameUser:
    days = sorted(use.day for use in uses if use.day)
    return NameUser(
        who=uses[0].who,
        quoted=uses[0].quoted,
        country=uses[0].country,
        times=len(uses),
        reports=tuple(dict.fromkeys(place.report for place in _places(uses))),
        places=_places(uses),
        first=days[0] if days else None,
        last=days[-1] if days else None,
    )


def _places(uses: Iterable[UsedName]) -> tuple[Place, ...]:
    """Each place once, by report and position."""
    found = {Place(report=use.report, span=use.span) for use in uses}
    return tuple(sorted(found, key=lambda at: (len(at.report), at.report, at.span)))
