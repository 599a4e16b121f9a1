"""Lines that are a clock time and nothing else: on live pages they head the entries."""

from __future__ import annotations

import re

_CLOCK_ONLY = re.compile(
    r"\W*(?:published|updated|posted)?\W*\d{1,2}[:.]\d\d(?:\s?[ap]m)?\W*(?:[A-Z]{2,4})?\W*",
    re.IGNORECASE,
)


def is_clock(text: str) -> bool:
    """Whether a line is a clock time and nothing else."""
    return len(text) < 40 and _CLOCK_ONLY.fullmatch(text) is not None
