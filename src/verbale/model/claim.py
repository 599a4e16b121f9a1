"""Claims: what somebody says that another party says the opposite of."""

from __future__ import annotations

from typing import Literal

import msgspec

from verbale.model.span import Span


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """A claim that one statement makes, never judged.

    ``kind`` is what it is about, ``says`` whether it speaks for the one who makes it (``own``),
    against another (``other``) or against another's claim (``denies``). ``holder`` is a party's
    code, ``statement`` the id of the statement, ``span`` the telling words in the report's text.
    ``denied``: they are what the holder says is not so.
    """

    kind: Literal["sovereignty", "legality", "talks", "first shot", "compliance", "blame"]
    says: Literal["own", "other", "denies"]
    holder: str
    statement: int
    span: Span
    denied: bool = False
