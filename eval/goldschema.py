"""The TOML of a gold file, validated but not yet placed in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Literal

import msgspec

from eval.records import Form
from verbale.model import DateHow, Polarity, StatementType, Zone

Flag = Literal[
    "auto-published",
    "not-reviewed",
    "truncated",
    "paywalled",
    "correction",
    "refiled",
    "updated",
    "live-blog",
    "opinion",
]
_DAY = re.compile(r"(?:\d{4}|XXXX)-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])|\d{4}(?:-\d\d)?")


class Problem(msgspec.Struct, frozen=True):
    """One thing that is wrong (``fatal``) or doubtful with a gold file."""

    file: str
    statement: int | None = None
    field: str = ""
    words: str = ""
    reason: str = ""
    fatal: bool = False

    def __str__(self) -> str:
        place = f" statement {self.statement}" if self.statement else ""
        quoted = f" “{self.words}”" if self.words else ""
        level = "error" if self.fatal else "doubt"
        return f"{self.file}{place}: {level}: {self.field}{quoted} {self.reason}".replace(
            ":  ", ": "
        )


class RawStatement(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One ``[[statements]]`` table; words are still words."""

    content: tuple[str, ...]
    type: StatementType
    form: Form
    source: str | tuple[str, ...] = ()
    cue: str | tuple[str, ...] = ()
    speaker: str | None = None
    country: str | None = None
    zone: Zone = "body"
    speech: bool = True
    office: str | None = None
    via: tuple[str, ...] = ()
    to: str | None = None
    venue: str | None = None
    said_on: str | None = None
    polarity: Polarity = "affirms"
    nested_in: int | None = None
    background: bool = False
    optional: bool = False


class RawDateline(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A dateline as the page prints it."""

    place: str | None = None
    date: str | None = None
    agency: str | None = None


class RawDate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A day and how the page gives it."""

    date: str
    how: DateHow = "stated"


class RawReport(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The ``[report]`` table."""

    headline: str | None = None
    standfirst: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    dateline: RawDateline | None = None
    published: RawDate | None = None
    updated: RawDate | None = None
    body: tuple[tuple[str, str], ...] = ()
    flags: tuple[Flag, ...] = ()
    language: str | None = None


class RawGold(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A whole gold file."""

    note: str = ""
    case: str = ""
    style: str = ""
    states: Literal["fiction", "invented"] = "fiction"
    report: RawReport = RawReport()
    statements: tuple[RawStatement, ...] = ()

    def numbered(self) -> Iterator[tuple[int, RawStatement]]:
        """The statements with their numbers, which count from 1."""
        return enumerate(self.statements, 1)


def read_raw(fields: Mapping[str, Any], file: str) -> tuple[RawGold | None, list[Problem]]:
    """The file's tables, typed; None with the reasons when they do not fit the format."""
    problems = []
    for number, table in enumerate(fields.get("statements", ()), 1):
        try:
            msgspec.convert(table, RawStatement)
        except msgspec.ValidationError as error:
            problems.append(Problem(file, number, reason=str(error), fatal=True))
    try:
        gold = msgspec.convert(fields, RawGold)
    except msgspec.ValidationError as error:
        return None, problems or [Problem(file, reason=str(error), fatal=True)]
    return gold, [*_bad_days(gold, file), *_bad_links(gold, file)]


def _bad_days(gold: RawGold, file: str) -> Iterator[Problem]:
    said = gold.report
    days: list[tuple[int | None, str, str | None]]
    days = [(None, "dateline", said.dateline.date if said.dateline else None)]
    days += [(None, "published", said.published.date if said.published else None)]
    days += [(None, "updated", said.updated.date if said.updated else None)]
    days += [(number, "said_on", given.said_on) for number, given in gold.numbered()]
    for number, field, day in days:
        if day is not None and not _DAY.fullmatch(day):
            yield Problem(file, number, field, day, "is no EDTF day", fatal=True)


def _bad_links(gold: RawGold, file: str) -> Iterator[Problem]:
    for number, given in gold.numbered():
        carrier, seen = given.nested_in, {number}
        while carrier is not None:
            if not 1 <= carrier <= len(gold.statements):
                yield Problem(
                    file, number, "nested_in", str(carrier), "is no statement", fatal=True
                )
                break
            if carrier in seen:
                yield Problem(file, number, "nested_in", str(carrier), "is a circle", fatal=True)
                break
            seen.add(carrier)
            carrier = gold.statements[carrier - 1].nested_in
