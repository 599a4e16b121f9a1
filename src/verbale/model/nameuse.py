"""Name uses: which name a report or somebody in it has for a place that has several."""

from __future__ import annotations

import msgspec

from verbale.model.span import Span


class NameUse(msgspec.Struct, frozen=True, kw_only=True):
    """A name of a place where it stands.

    ``key`` is that of the place (as in `Topic`), ``name`` the name without regard to its form
    there. ``party``: the report says that this party calls it so. ``statement`` is the id of the
    innermost statement whose content holds it, ``own`` whether it stands in quoted words, which
    are the speaker's and not the report's. ``also`` are keys of other names of the same place, as
    the report says.
    """

    key: str
    name: str
    span: Span
    party: str | None = None
    statement: int | None = None
    own: bool = False
    also: tuple[str, ...] = ()
