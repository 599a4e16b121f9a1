"""Statements: who said what to whom, in exact places of the text."""

from __future__ import annotations

from typing import Literal

import msgspec

from verbale.model.passage import Zone
from verbale.model.span import Spans

StatementType = Literal["direct", "indirect", "mixed"]
Polarity = Literal["affirms", "denies", "omits"]
SaidHow = Literal["stated", "inferred"]


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """One reporting cue with its source and content.

    ``source``, ``cue`` and ``content`` are places in the report's text; ``content`` leaves out the
    outer quotation marks of direct speech. ``speech`` is False for attitudes that news reports as
    positions ("wants", "sees no reason"). ``speaker`` is the resolved name, ``country`` an
    alpha-3 code or an organisation's acronym. ``via`` lists carriers between speaker and report,
    nearest the speaker first, without the report's own outlet or agency. ``said_on`` is an EDTF
    day. ``nested_in`` is the ``id`` of the statement whose content holds this one.
    ``score`` is the rule's precision on development gold (None until measured); ``rule`` its name.
    """

    id: int
    zone: Zone = "body"
    speech: bool = True
    source: Spans = ()
    cue: Spans = ()
    content: Spans = ()
    type: StatementType = "indirect"
    speaker: str | None = None
    office: str | None = None
    country: str | None = None
    via: tuple[str, ...] = ()
    to: str | None = None
    venue: str | None = None
    said_on: str | None = None
    said_how: SaidHow | None = None
    polarity: Polarity = "affirms"
    nested_in: int | None = None
    background: bool = False
    score: float | None = None
    rule: str = ""
