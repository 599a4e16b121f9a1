"""What the parties of one report deal with."""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["Found", "find_topics"]

if TYPE_CHECKING:
    from verbale.topics.find import Found, find_topics


def __getattr__(name: str) -> object:
    """Import what finds topics on first use: a record asks for names only, and reads no report."""
    if name not in __all__:
        raise AttributeError(f"module 'verbale.topics' has no attribute {name!r}")
    from verbale.topics import find

    return getattr(find, name)
