"""Topics: what one report's parties deal with, before reports are put together."""

from __future__ import annotations

import msgspec

from verbale.model.span import Spans


class Topic(msgspec.Struct, frozen=True, kw_only=True):
    """A thing that parties deal with, as one report speaks of it.

    ``key`` is the thing without what is said of it (``peace agreement`` for "a long-awaited peace
    treaty with Japan"), ``head`` its noun (one noun for all that mean the same), ``words`` the
    report's own name for it. ``parties`` are the codes of those who deal with it here, in
    alphabetical order. ``place`` says that it is a named place, ``disputed`` that the report
    speaks of a dispute beside it, ``also`` has the keys of other names that it gives the place;
    ``bare`` that nothing but its noun is known. ``statements``, ``acts`` and ``positions`` are the
    ids of those whose content or evidence names it; ``near`` those of statements that name no
    thing and stand in a paragraph that names this one. ``weight`` counts what is news: a mention
    in an entry one, a position two, the headline three.
    """

    id: int
    key: str
    head: str
    kind: str
    words: str
    parties: tuple[str, ...] = ()
    place: bool = False
    disputed: bool = False
    also: tuple[str, ...] = ()
    bare: bool = False
    headline: bool = False
    spans: Spans = ()
    statements: tuple[int, ...] = ()
    acts: tuple[int, ...] = ()
    positions: tuple[int, ...] = ()
    near: tuple[int, ...] = ()
    weight: int = 0
