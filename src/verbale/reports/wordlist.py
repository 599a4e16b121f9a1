"""Word lists in code, written so that they can be read and a missing comma cannot glue two."""

from __future__ import annotations


def words(listed: str) -> frozenset[str]:
    """The words of ``listed``, set apart by white space."""
    return frozenset(listed.split())


def phrases(listed: str) -> frozenset[str]:
    """The phrases of ``listed``, set apart by bars; line breaks count as white space."""
    parts = (" ".join(part.split()) for part in listed.split("|"))
    return frozenset(part for part in parts if part)
