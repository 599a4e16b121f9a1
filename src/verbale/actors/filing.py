"""The state in whose capital a report was filed: by its dateline, else by its byline."""

from __future__ import annotations

import re

from verbale.lexicon import Lexicon, Party
from verbale.model import Report

STATES = frozenset({"state", "territory", "de-facto"})


def home_state(report: Report, lexicon: Lexicon) -> str | None:
    """The state whose capital the dateline names: "BEIJING (Xinhua) - The ministry ..."."""
    if report.dateline is None:
        return _byline_state(report, lexicon)
    codes = _states_in(report.dateline.place, lexicon)
    return codes[-1] if codes else None


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
