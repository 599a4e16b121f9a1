"""Lines that are a clock time and nothing else: on live pages they head the entries."""

from __future__ import annotations

import re

_CLOCK_ONLY = re.compile(
    r"\W*(?:published|updated|posted)?\W*\d{1,2}[:.]\d\d(?:\s?[ap]m)?\W*(?:[A-Z]{2,4})?\W*",
    re.IGNORECASE,
)
_CLOCK_FIRST = re.compile(r"\d{1,2}[:.]\d\d(?:\s?[ap]m)?\b\s*[:–—-]?\s(?=\S)", re.IGNORECASE)


def is_clock(text: str) -> bool:
    """Whether a line is a clock time and nothing else."""
    return len(text) < 40 and _CLOCK_ONLY.fullmatch(text) is not None


def opens_with_clock(text: str) -> bool:
    """Whether an entry of a live page opens with its time: ``22:10 The port says ...``."""
    return _CLOCK_FIRST.match(text) is not None
