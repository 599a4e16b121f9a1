"""Filters as SQL: named conditions and their arguments, never a user's words in the SQL itself."""

from __future__ import annotations

import re
from collections.abc import Callable

from verbale.record import tallies
from verbale.record.days import between
from verbale.record.filters import (
    ActFilter,
    ActorFilter,
    PositionFilter,
    ReportFilter,
    StatementFilter,
)
from verbale.record.fulltext import indexed, key, match_expression

MATTER_ID = re.compile(r"m[0-9a-f]{2,8}")
_WHOLE_ID = re.compile(r"m[0-9a-f]{8}")

#: An index holds the ids of one kind as they are, and those of another negated. The condition names
#: the row itself, never its negation, by which no row could be looked up.
_ITSELF, _NEGATED = "rowid", "-rowid"


class Conditions:
    """Conditions that all must hold. ``days`` stand apart, to count what lacks a day."""

    def __init__(self) -> None:
        self.args: dict[str, object] = {}
        self.days: list[str] = []
        self._others: list[str] = []
        self._matter: str | None = None

    def where(self, sql: str, **args: object) -> None:
        """Require ``sql``, whose parameters are ``args``."""
        self._others.append(sql)
        self.args.update(args)

    def equal(self, column: str, value: object) -> None:
        """Require ``column`` to be ``value``, unless that is None."""
        if value is not None:
            name = f"eq{len(self.args)}"
            self.where(f"{column} = :{name}", **{name: value})

    def called(self, value: str | None, indexed_as: str = _ITSELF) -> None:
        """Require ``e.who`` (filled with `fulltext.key`) to hold these whole words, in order. The
        index of such columns finds them, which does not see where a name ends and the next
        begins."""
        if value is None:
            return
        words = indexed(value)
        if not words:
            self.where("0")
            return
        name = f"has{len(self.args)}"
        rows = f"SELECT {indexed_as} FROM called WHERE called MATCH :{name}"  # noqa: S608
        self.where(f"e.id IN ({rows})", **{name: f'"{words}"'})
        self.where(f"instr(e.who, :{name}x) > 0", **{f"{name}x": key(value)})

    def found(self, row: str, columns: str, query: str | None, indexed_as: str = _ITSELF) -> None:
        """Require the index to find ``query`` in ``columns`` for the row id ``row``.

        ``IN (SELECT rowid ...)`` and no join: a hundred times faster with other filters beside.
        """
        if query is None:
            return
        expression = match_expression(query, columns)
        if expression is None:
            self.where("0")  # no word asked for, none found
            return
        name = f"fts{len(self.args)}"
        rows = f"SELECT {indexed_as} FROM words WHERE words MATCH :{name}"  # noqa: S608
        self.where(f"{row} IN ({rows})", **{name: expression})

    def about(self, letter: str, matter: str | None, otherwise: str = "0") -> None:
        """Require a link of the entries of this letter to ``matter``, by id or by words; or
        ``otherwise``, in which ``:matter`` is what was asked for."""
        if matter is None:
            return
        self._matter = matter if _WHOLE_ID.fullmatch(matter) else None
        linked = f"SELECT l.entry {self._links_to(matter)} AND l.kind = '{letter}'"
        self.where(f"(e.id IN ({linked}) OR {otherwise})", matter=matter)

    def reports_about(self, matter: str | None) -> None:
        """Require a report that holds entries linked to ``matter``."""
        if matter is None:
            return
        self._matter = matter if _WHOLE_ID.fullmatch(matter) else None
        self.where(f"r.id IN (SELECT l.report {self._links_to(matter, 'matter_reports')})")

    def _links_to(self, matter: str, table: str = "links") -> str:
        by_id = MATTER_ID.fullmatch(matter.strip())
        self.args["wanted"] = f"{matter.strip()}*" if by_id else key(matter)
        fits = "m.id GLOB :wanted" if by_id else "instr(m.words, :wanted) > 0"
        return f"FROM {table} l JOIN matters m ON m.id = l.matter WHERE {fits}"

    def between(self, alias: str, since: str | None, until: str | None) -> None:
        """Require the period in ``alias`` to overlap ``since`` to ``until``."""
        first, last = between(since, until)
        if since is not None:
            self.days.append(f"{alias}.last_day >= :since")
            self.args["since"] = first
        if until is not None:
            self.days.append(f"{alias}.first_day <= :until")
            self.args["until"] = last

    @property
    def sql(self) -> str:
        """The whole condition."""
        return " AND ".join([*self._others, *self.days]) or "1"

    @property
    def tallied(self) -> str | None:
        """Whose counts are kept (`verbale.record.tallies`), where everything is asked for, or all
        on one matter; None where it has to be counted."""
        number = len(self._others) + len(self.days)
        if number == 0:
            return tallies.EVERYWHERE
        return self._matter if number == 1 else None

    def undated(self, alias: str) -> str:
        """The condition for rows that only lack a day with a year."""
        return " AND ".join([*self._others, f"{alias}.first_day IS NULL"])


#: Turns a report's public id into its row id; raises `NoSuchEntry` or `AmbiguousEntry`.
Locate = Callable[[str], int]


def for_reports(wanted: ReportFilter) -> Conditions:
    """Over ``reports r``."""
    found = Conditions()
    if wanted.outlet is not None:
        found.where(
            "(r.outlet = :outlet OR EXISTS (SELECT 1 FROM json_each(r.record, '$.agencies')"
            " WHERE value = :outlet))",
            outlet=wanted.outlet,
        )
    found.equal("r.language", wanted.language)
    found.reports_about(wanted.matter)
    if wanted.flag is not None:
        found.where(
            "EXISTS (SELECT 1 FROM json_each(r.record, '$.flags') WHERE value = :flag)",
            flag=wanted.flag,
        )
    found.found("r.id", "headline body", wanted.text, _NEGATED)
    found.between("r", wanted.since, wanted.until)
    return found


#: What a statement may lack, over ``statements e``: its speaker, the year of the day it was made.
LACKS = {
    "speaker": "e.speaker IS NULL",
    "year": "(e.dated_by = 'said' AND e.first_day IS NULL AND e.date LIKE 'XXXX%')",
}


def for_statements(wanted: StatementFilter, locate: Locate) -> Conditions:
    """Over ``statements e``."""
    found = _in_report(wanted.report, locate)
    found.called(wanted.by)
    found.equal("e.country", wanted.country)
    found.equal("r.outlet", wanted.outlet)
    found.equal("e.type", wanted.type)
    found.equal("json_extract(e.record, '$.polarity')", wanted.polarity)
    found.equal("e.speech", wanted.speech)
    found.equal("e.background", wanted.background)
    if wanted.open:
        found.where("(e.speaker IS NULL OR (e.dated_by = 'said' AND e.first_day IS NULL))")
    if wanted.lacks is not None:
        found.where(LACKS[wanted.lacks])
    found.about("s", wanted.matter)
    found.found("e.id", "content", wanted.about)
    found.found("e.id", "content frame", wanted.text)
    found.between("e", wanted.since, wanted.until)
    return found


def for_actors(wanted: ActorFilter, locate: Locate) -> Conditions:
    """Over ``actors e``."""
    found = _in_report(wanted.report, locate)
    found.called(wanted.name, _NEGATED)
    found.equal("e.kind", wanted.kind)
    found.equal("e.country", wanted.country)
    return found


def for_acts(wanted: ActFilter, locate: Locate) -> Conditions:
    """Over ``acts e``."""
    found = _in_report(wanted.report, locate)
    found.equal("e.type", wanted.type)
    found.equal("r.outlet", wanted.outlet)
    if wanted.actor is not None:
        found.where(_party("actor", "recipient"), actor=wanted.actor)
    if wanted.recipient is not None:
        found.where(_party("recipient", "actor"), recipient=wanted.recipient)
    for number, code in enumerate(wanted.parties):
        found.where(_takes_part(f"side{number}"), **{f"side{number}": code})
    found.about("e", wanted.matter)
    found.between("e", wanted.since, wanted.until)
    return found


def for_positions(wanted: PositionFilter, locate: Locate) -> Conditions:
    """Over ``positions e``."""
    found = _in_report(wanted.report, locate)
    found.equal("e.party", wanted.party)
    found.equal("r.outlet", wanted.outlet)
    found.about("p", wanted.matter, "e.matter = :matter")
    found.equal("e.target", wanted.on)
    found.equal("e.stance", wanted.stance)
    found.between("e", wanted.since, wanted.until)
    return found


def _in_report(report: str | None, locate: Locate) -> Conditions:
    found = Conditions()
    found.equal("e.report", None if report is None else locate(report))
    return found


_LISTED = "EXISTS (SELECT 1 FROM json_each(e.record, '$.{}') WHERE value = :{})"


def _party(role: str, other: str) -> str:
    either = f"json_extract(e.record, '$.symmetric') AND {_LISTED.format(other, role)}"
    return f"({_LISTED.format(role, role)} OR ({either}))"


def _takes_part(name: str) -> str:
    return f"({_LISTED.format('actor', name)} OR {_LISTED.format('recipient', name)})"
