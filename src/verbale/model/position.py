"""Positions: where a party stands on a matter."""

from __future__ import annotations

from typing import Literal

import msgspec

from verbale.model.span import Spans

Stance = Literal["refuses", "conditional", "open", "supports", "unclear"]
Target = Literal["talks", "outcome", "terms", "relations"]


class Position(msgspec.Struct, frozen=True, kw_only=True):
    """A party's stance toward one target of a matter, with the words it rests on.

    ``background`` marks an older position that the report only recalls.
    """

    id: int
    party: str
    matter: str
    on: Target
    stance: Stance
    condition: str | None = None
    evidence: Spans = ()
    statement: int | None = None
    background: bool = False
    score: float | None = None
    rule: str = ""
