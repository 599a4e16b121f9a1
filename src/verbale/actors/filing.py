"""The state where a report was filed: by who issued it, its dateline, or its byline."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from verbale.lexicon import Body, Lexicon, Party
from verbale.lexicon.cities import states_of
from verbale.model import Report

_REGION = re.compile(r"[^,(/\[]+,\s*([^,(/\[\d–—-]+)")
STATES = frozenset({"state", "territory", "de-facto"})


class Issuer(NamedTuple):
    """The body of a state that gave out a text: "Ministry of Defence of the Republic of Nemora"."""

    body: str
    country: str


def issuer_of(report: Report, lexicon: Lexicon) -> Issuer | None:
    """Who issued a statement; None for the reports of an outlet."""
    matches = lexicon.find(report.outlet or "")
    bodies = [m.span.of(report.outlet or "") for m in matches if isinstance(m.entry, Body)]
    codes = [m.entry.code for m in matches if isinstance(m.entry, Party) and m.entry.kind in STATES]
    if not codes and bodies and report.dateline is not None:  # "Ministry of Trade", in Abuja
        codes = _states_in(report.dateline.place, lexicon)
    return Issuer(bodies[0], codes[0]) if len(bodies) == 1 and codes else None


def home_state(report: Report, lexicon: Lexicon, named: Collection[str]) -> str | None:
    """The state of whoever issued the text, else the one that the dateline names, whose capital it
    names ("BEIJING (Xinhua) - Rain ..."), or that has a city so called and is ``named`` in the
    report, if it is the only one of these."""
    issuer = issuer_of(report, lexicon)
    if issuer is not None:
        return issuer.country
    if report.dateline is None:
        return _byline_state(report, lexicon)
    codes = _states_in(report.dateline.place, lexicon)
    if not codes:  # "RAMESWARAM, India (Savanna Wire) -"
        region = _REGION.match(report.dateline.span.of(report.text))
        codes = _states_in(region[1], lexicon) if region else []
    return codes[-1] if codes else seat_of(report.dateline.place, named)


def seat_of(city: str, named: Collection[str]) -> str | None:
    """The state of ``named`` that has a city so called, if it is the only one of them."""
    states = states_of(city).intersection(named)
    return next(iter(states)) if len(states) == 1 else None


def _byline_state(report: Report, lexicon: Lexicon) -> str | None:
    """The state of the capital that a byline names: "By Musa Danladi, Abuja"."""
    above = report.text[: report.body[0].start] if report.body else ""
    for author in report.authors:
        named = re.search(rf"{re.escape(author)}(?:,|\s+in|\s*[|–-])\s+([^\n|,]{{3,30}})", above)
        if named is None:
            continue
        for match in lexicon.find(named.group(1)):
            at_start = match.span.start == 0 and isinstance(match.entry, Party)
            if at_start and match.role in {"capital", "metonym"}:
                return match.entry.code  # type: ignore[union-attr]
    return None


def _states_in(text: str, lexicon: Lexicon) -> list[str]:
    """The codes of the states named in a short text."""
    return [
        match.entry.code
        for match in lexicon.find(text)
        if isinstance(match.entry, Party) and match.entry.kind in STATES
    ]
