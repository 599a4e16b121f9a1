"""Slug lines: dates, outlet, authors and place in one short line, in whatever order.

``KYODO NEWS - Jul 8, 2024 - 13:05 | All, World``, ``The Silk Dispatch, 11 February 2025``,
``Selin Aydogmus |12.02.2025 - Update : 13.02.2025``: without the dates, every piece that is left
must be an outlet, a name, a section or a label.
"""

from __future__ import annotations

import re

from verbale.model import Span
from verbale.reports.brands import brand
from verbale.reports.credits import Credit, cleaned_authors, is_name, names_alone
from verbale.reports.daytext import WEEKDAY, find_days
from verbale.reports.names import Outlets
from verbale.reports.sections import is_section_list

_PIECE = re.compile(r"\s*(?:[|•·»]|\s[-–—/]\s|[-–—]\s*$|^\s*[-–—]|\s{3,}|\t|\()\s*|\)")
_LABEL = re.compile(
    rf"\b(?:(?:first |last |originally )?(?:published|publication|updated?|posted|modified"
    rf"|issued|released|edited|created|revised|filed)(?:\s(?:on|at|by))?|last|date|time|on|at"
    rf"|by|local time|all news|editor\s*:\s*\w+|reporter\s*:\s*\w+|{WEEKDAY}|source\s*:"
    rf"|text\s*:|\d+ min(?:ute)?s? read|views?\s*:?\s*\d*|comments?\s*:?\s*\d*"
    rf"|from our correspondent|newsroom|staff|special to|(?:bulletin|issue|edition"
    rf"|vol\.?)(?:\sno\.?)?\s\d+)(?!\w)",
    re.IGNORECASE,
)
#: "Sarajevo, Banja Luka" beside names: where they reported from.
_PLACES = re.compile(r"[A-ZÀ-Ž][\w’'-]+(?:[ ,/]{1,2}[A-ZÀ-Ž][\w’'-]+){0,4}")
_EDGE = " \t,.;:|/–—-()[]"
_MAX = 220


def read_slug(line: str, outlets: Outlets) -> Credit | None:
    """What a slug line credits, or None where a line is something else."""
    if len(line) > _MAX:
        return None
    days = find_days(line, Span(0, len(line)))
    if not days:
        return None
    left = list(line)
    for day in days:
        left[day.span.start : day.span.end] = "   |   "[: day.span.end - day.span.start].ljust(
            day.span.end - day.span.start
        )
    pieces = [piece.strip(_EDGE) for piece in _PIECE.split("".join(left))]
    authors: list[str] = []
    agencies: list[str] = []
    owners: list[str] = []
    unread = [p for p in pieces if p and not _read_piece(p, outlets, authors, agencies, owners)]
    if any(not (authors and _PLACES.fullmatch(piece)) for piece in unread):
        return None
    return Credit(
        authors=tuple(authors), agencies=tuple(agencies), outlets=tuple(owners), byline=True
    )


def _read_piece(
    piece: str, outlets: Outlets, authors: list[str], agencies: list[str], owners: list[str]
) -> bool:
    bare = " ".join(_LABEL.sub(" ", piece).split()).strip(_EDGE)
    if not bare or is_section_list(bare):
        return True
    for words in (piece, bare):
        entry = outlets.outlet(words)
        if entry is not None:
            (agencies if entry.kind == "agency" else owners).append(entry.credit)
            return True
    if name := brand(bare, outlets):
        owners.append(name)
        return True
    if is_name(bare) or names_alone(bare):
        authors.extend(cleaned_authors(bare, outlets).authors)
        return True
    if len(bare) < 40 and re.search(r"\d", bare) is None and "," in bare:
        return all(
            _read_piece(part, outlets, authors, agencies, owners)
            for part in bare.split(",")
            if part.strip()
        )
    return len(bare) <= 3
