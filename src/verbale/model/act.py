"""Acts: what one side does to another, as PLOVER events."""

from __future__ import annotations

from typing import Literal

import msgspec

from verbale.model.span import Spans

ActFlag = Literal["historical", "future", "hypothetical", "negated", "alleged"]


class Act(msgspec.Struct, frozen=True, kw_only=True):
    """One PLOVER 2.0 event.

    ``type`` is a root code (``AGREE``, ``SANCTION`` ...), ``mode`` and ``contexts`` refine it.
    ``actor`` and ``recipient`` are country or organisation codes; ``symmetric`` says that the
    order means nothing. ``statement`` is the id of the statement that this act is or stands in.
    """

    id: int
    type: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()
    actor_span: Spans = ()
    recipient: tuple[str, ...] = ()
    recipient_span: Spans = ()
    mediator: tuple[str, ...] = ()
    symmetric: bool = False
    date: str | None = None
    flags: tuple[ActFlag, ...] = ()
    evidence: Spans = ()
    statement: int | None = None
    score: float | None = None
    rule: str = ""
