"""Where entries come from, as relations named as in W3C PROV."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from verbale.model import Span
from verbale.model.origin import Chain, ChainLink
from verbale.record.connect import Db
from verbale.record.stored import from_json

ProvRelation = Literal["wasAttributedTo", "wasQuotedFrom", "hadPrimarySource", "wasDerivedFrom"]


class RelationRow(msgspec.Struct, frozen=True, kw_only=True):
    """One relation of an entry (a statement or act of ``report``) to a name or another entry.

    ``wasAttributedTo``   its speaker
    ``wasQuotedFrom``     the agency or medium that the report has it from
    ``hadPrimarySource``  the medium nearest the speaker
    ``wasDerivedFrom``    the earlier entry that its text is a copy of

    ``object`` is a name, or an id for ``wasDerivedFrom``; ``span`` the passage that shows it.
    """

    entry: str
    report: str
    relation: ProvRelation
    object: str
    role: str
    channel: str
    span: Span | None
    why: str


def relations(db: Db) -> Iterator[RelationRow]:
    """Every relation, by entry."""
    with db.snapshot():
        chains = db.all("SELECT entry, report, record FROM chains ORDER BY report, entry")
        copies = dict(_copies(db))
    for entry, report, record in chains:
        chain = from_json(record, Chain)
        for kind, link in _links(chain):
            yield RelationRow(
                entry=entry,
                report=f"r{report}",
                relation=kind,
                object=link.name or "unknown",
                role=link.role,
                channel=chain.channel,
                span=link.span,
                why=link.why,
            )
        for other in copies.get(entry, ()):
            yield RelationRow(
                entry=entry,
                report=f"r{report}",
                relation="wasDerivedFrom",
                object=other,
                role="copy",
                channel=chain.channel,
                span=None,
                why="the text around the words is the same, and was published before",
            )


def _links(chain: Chain) -> Iterator[tuple[ProvRelation, ChainLink]]:
    between = [link for link in chain.links if link.role in ("agency", "medium") and link.name]
    if between:
        yield "wasQuotedFrom", between[0]
        yield "hadPrimarySource", between[-1]
    if chain.links and chain.links[-1].role == "speaker":
        yield "wasAttributedTo", chain.links[-1]


def _copies(db: Db) -> Iterator[tuple[str, list[str]]]:
    """Entries with those that their text was copied from, as far as days of publication tell."""
    found: dict[str, list[str]] = {}
    for one, other, first, second in db.all(
        "SELECT j.one, j.other, a.first_day, b.first_day FROM joins j"
        " JOIN reports a ON a.id = j.one_report JOIN reports b ON b.id = j.other_report"
        " WHERE j.copied AND a.first_day <> b.first_day ORDER BY j.one, j.other"
    ):
        later, earlier = (other, one) if first < second else (one, other)
        found.setdefault(later, []).append(earlier)
    yield from found.items()
