"""The record: one SQLite file with every report, what was drawn from it, and how."""

from verbale.record.apart import ReuseDecisions
from verbale.record.coming import Coming
from verbale.record.corrections import Corrections
from verbale.record.doubts import DOUBTS, Doubt, DoubtKind
from verbale.record.facets import Facet
from verbale.record.fetches import Fetches
from verbale.record.filters import (
    ActFilter,
    ActorFilter,
    LaneFilter,
    MatterFilter,
    PositionFilter,
    ReportFilter,
    StatementFilter,
)
from verbale.record.origins import CarrierRow, OriginsRow, Standing
from verbale.record.outlets import NamedSource
from verbale.record.prov import RelationRow
from verbale.record.record import Known, Record
from verbale.record.rows import (
    ActorRow,
    ActRow,
    Added,
    Change,
    CorrectionRow,
    CorrectionState,
    Counts,
    Entry,
    HistoryRow,
    Hit,
    Imported,
    InReport,
    Listing,
    MatterLinkRow,
    MatterRow,
    OpenQuestions,
    Passage,
    PositionRow,
    Problem,
    ReportRow,
    RosterRow,
    SkipRow,
    StatementRow,
    VersionRow,
)
from verbale.record.sharing import ApartRow, RelatedRow, ReuseRow
from verbale.record.walk import Number, Place, Slice
from verbale.record.writer import utc_now

__all__ = [
    "DOUBTS",
    "ActFilter",
    "ActRow",
    "ActorFilter",
    "ActorRow",
    "Added",
    "ApartRow",
    "CarrierRow",
    "Change",
    "Coming",
    "CorrectionRow",
    "CorrectionState",
    "Corrections",
    "Counts",
    "Doubt",
    "DoubtKind",
    "Entry",
    "Facet",
    "Fetches",
    "HistoryRow",
    "Hit",
    "Imported",
    "InReport",
    "Known",
    "LaneFilter",
    "Listing",
    "MatterFilter",
    "MatterLinkRow",
    "MatterRow",
    "NamedSource",
    "Number",
    "OpenQuestions",
    "OriginsRow",
    "Passage",
    "Place",
    "PositionFilter",
    "PositionRow",
    "Problem",
    "Record",
    "RelatedRow",
    "RelationRow",
    "ReportFilter",
    "ReportRow",
    "ReuseDecisions",
    "ReuseRow",
    "RosterRow",
    "SkipRow",
    "Slice",
    "Standing",
    "StatementFilter",
    "StatementRow",
    "VersionRow",
    "utc_now",
]
