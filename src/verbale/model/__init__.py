"""Frozen records, one file a noun. Every stage takes and returns these."""

from verbale.model.act import Act, ActFlag
from verbale.model.actor import Actor, ActorKind, Office
from verbale.model.annotation import Annotation
from verbale.model.claim import Claim
from verbale.model.correction import (
    ActorKey,
    Anchor,
    Correction,
    CorrectionKind,
    Quote,
    Value,
)
from verbale.model.matter import LinkKind, Matter, MatterLink
from verbale.model.nameuse import NameUse
from verbale.model.passage import Paragraph, Passages, Quotation, Sentence, Zone
from verbale.model.position import Position, Stance, Target
from verbale.model.report import (
    Dated,
    DateHow,
    Dateline,
    Headline,
    Junk,
    JunkKind,
    Report,
    ReportFlag,
)
from verbale.model.source import Given, Media, RawDocument
from verbale.model.span import Span, Spans, hull, without, words_at
from verbale.model.statement import Polarity, SaidHow, Statement, StatementType
from verbale.model.topic import Topic

__all__ = [
    "Act",
    "ActFlag",
    "Actor",
    "ActorKey",
    "ActorKind",
    "Anchor",
    "Annotation",
    "Claim",
    "Correction",
    "CorrectionKind",
    "DateHow",
    "Dated",
    "Dateline",
    "Given",
    "Headline",
    "Junk",
    "JunkKind",
    "LinkKind",
    "Matter",
    "MatterLink",
    "Media",
    "NameUse",
    "Office",
    "Paragraph",
    "Passages",
    "Polarity",
    "Position",
    "Quotation",
    "Quote",
    "RawDocument",
    "Report",
    "ReportFlag",
    "SaidHow",
    "Sentence",
    "Span",
    "Spans",
    "Stance",
    "Statement",
    "StatementType",
    "Target",
    "Topic",
    "Value",
    "Zone",
    "hull",
    "without",
    "words_at",
]
