"""Asking an extractor which blocks are body, aligned by words: it returns no offsets."""

from __future__ import annotations

import logging
import re

import msgspec

from verbale.reports.page import Block, tokens_of

_GRAM = 4
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def voted(html: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with the share of their words that trafilatura took for body."""
    text = _extract(html)
    if not text:
        return blocks
    grams: set[tuple[str, ...]] = set()
    short: set[tuple[str, ...]] = set()
    for line in text.splitlines():
        tokens = tokens_of(line)
        if len(tokens) < _GRAM:
            short.add(tokens)
        grams.update(tokens[at : at + _GRAM] for at in range(len(tokens) - _GRAM + 1))
    return tuple(
        msgspec.structs.replace(block, vote=_share(block, grams, short)) for block in blocks
    )


def _share(block: Block, grams: set[tuple[str, ...]], short: set[tuple[str, ...]]) -> float:
    tokens = block.tokens
    if len(tokens) < _GRAM:
        return 1.0 if tokens and tokens in short else 0.0
    covered = [False] * len(tokens)
    for at in range(len(tokens) - _GRAM + 1):
        if tokens[at : at + _GRAM] in grams:
            covered[at : at + _GRAM] = [True] * _GRAM
    return sum(covered) / len(tokens)


def _extract(html: str) -> str | None:
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        found = bare_extraction(html, include_comments=False, with_metadata=False)
    except Exception:  # noqa: BLE001 - a vote is optional, and a hostile page must not end a batch
        return None
    text = getattr(found, "text", None)
    return text if isinstance(text, str) else None


def day_by_htmldate(html: str) -> str | None:
    """The day of first publication that htmldate finds, as a last resort."""
    from htmldate import find_date

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        found = find_date(html, original_date=True, extensive_search=False)
    except Exception:  # noqa: BLE001 - as above
        return None
    return found if isinstance(found, str) and _DAY.fullmatch(found) else None
