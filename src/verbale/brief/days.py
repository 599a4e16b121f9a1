"""Days as a brief prints them, and back again."""

from __future__ import annotations

import re
from collections.abc import Iterable

from verbale.corrections.reports import BASIS as CORRECTED
from verbale.model import Dated, Statement
from verbale.record.days import period

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
NO_YEAR = "(year not known)"
_DAY = re.compile(r"(\d{4}|XXXX)(?:-(\d{2})(?:-(\d{2}))?)?")
_SPOKEN = re.compile(rf"(?:(\d{{1,2}}) )?(?:({'|'.join(MONTHS)}) )?(\d{{4}}|{re.escape(NO_YEAR)})")


#: How a day is known, in words.
HOW = {
    "stated": "stated",
    "inferred": "worked out",
    "metadata": "from metadata",
    CORRECTED: "corrected by hand",
}


def how_known(dated: Dated) -> str:
    """The word for how a day is known: that of the report, or that a person corrected it."""
    return CORRECTED if dated.basis == CORRECTED else dated.how


def spoken(edtf: str) -> str:
    """``8 April 2025`` for 2025-04-08; ``15 July (year not known)`` for XXXX-07-15.

    What has no plain words (seasons, unspecified digits) is printed as it is.
    """
    first, slash, last = edtf.partition("/")
    if slash:
        return f"{spoken(first)} to {spoken(last)}"
    match = _DAY.fullmatch(edtf)
    if not match or not 1 <= int(match[2] or 1) <= 12:
        return edtf
    year = NO_YEAR if match[1] == "XXXX" else match[1]
    month = MONTHS[int(match[2]) - 1] if match[2] else ""
    return " ".join(filter(None, (str(int(match[3])) if match[3] else "", month, year)))


def read_back(words: str) -> str:
    """The EDTF day that `spoken` printed as ``words``."""
    first, to, last = words.partition(" to ")
    if to:
        return f"{read_back(first)}/{read_back(last)}"
    match = _SPOKEN.fullmatch(words)
    if not match:
        return words
    day, month, year = match.groups()
    parts = ["XXXX" if year == NO_YEAR else year]
    if month:
        parts.append(f"{MONTHS.index(month) + 1:02}")
    if day:
        parts.append(f"{int(day):02}")
    return "-".join(parts)


def when(said_on: str | None, published: str | None) -> str:
    """How a sentence opens: by the day said if it is known, else by the report's."""
    if said_on:
        return f"{_preposition(said_on)} {spoken(said_on)} "
    if published:
        return f"As reported {_preposition(published).lower()} {spoken(published)}, "
    return "As reported without a date, "


def on(edtf: str) -> str:
    """``on 8 April 2025``, ``in April 2025``."""
    return f"{_preposition(edtf).lower()} {spoken(edtf)}"


def when_told(statement: Statement, published: str | None) -> str:
    """The same for a statement: what its report only looks back on is recalled there."""
    words = when(statement.said_on, published)
    return recalled(words) if statement.background else words


def recalled(words: str) -> str:
    """How `when` opens, for what the report recalls."""
    return words.replace("As reported", "As recalled", 1)


def within(days: Iterable[str | None]) -> str:
    """``from 8 April 2025 to 24 October 2025``: of EDTF days those with a year; else one without
    it, else none."""
    known = [day for day in days if day]
    dated = sorted((found, day) for day in known if (found := period(day)) is not None)
    if not dated:
        return on(known[0]) if known else "without a date"
    first, last = dated[0][1], max(dated, key=lambda item: item[0][1])[1]
    return on(first) if first == last else f"from {spoken(first)} to {spoken(last)}"


def read_when(words: str) -> tuple[str, str] | None:
    """The day that `when` printed and whether it was ``said`` or ``published``."""
    if words == "As reported without a date, ":
        return "published", ""
    reported = re.fullmatch(r"As reported (?:on|in|from) (.+), ", words)
    if reported:
        return "published", read_back(reported[1])
    said = re.fullmatch(r"(?:On|In|From) (.+) ", words)
    return ("said", read_back(said[1])) if said else None


def _preposition(edtf: str) -> str:
    if "/" in edtf:
        return "From"
    return "On" if edtf.count("-") == 2 else "In"
