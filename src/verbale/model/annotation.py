"""An annotation: everything that one report alone supports."""

from __future__ import annotations

import msgspec

from verbale.model.act import Act
from verbale.model.actor import Actor
from verbale.model.nameuse import NameUse
from verbale.model.position import Position
from verbale.model.report import Report
from verbale.model.statement import Statement
from verbale.model.topic import Topic


class Annotation(msgspec.Struct, frozen=True, kw_only=True):
    """The result of `verbale.annotate` for one report.

    ``id`` is readable and stable: the stem of the origin and eight hex digits of the hashed
    lineage. ``version`` is the sha256 of the report's bytes, ``code`` the version of Verbale and
    of the language model that drew the annotation.
    """

    id: str
    origin: str
    lineage: str
    version: str
    code: str
    report: Report
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    acts: tuple[Act, ...] = ()
    positions: tuple[Position, ...] = ()
    topics: tuple[Topic, ...] = ()
    names: tuple[NameUse, ...] = ()

    @property
    def text(self) -> str:
        """The text that all offsets count in."""
        return self.report.text
