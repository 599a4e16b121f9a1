"""Where an entry comes from: its chain, who else carries it, and how many origins that makes."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from verbale.errors import UsageError
from verbale.model import Span, Statement
from verbale.model.origin import Chain, Origins
from verbale.provenance.discrepancies import discrepancies
from verbale.provenance.utterances import Telling
from verbale.record import cuts, identify
from verbale.record.connect import Db
from verbale.record.corrections import Corrections
from verbale.record.grouping import count, label, said, utterance_of
from verbale.record.rows import CorrectionRow
from verbale.record.stored import from_json, to_json

#: Up to how many origins are named in a line.
_NAMED = 2


class CarrierRow(msgspec.Struct, frozen=True, kw_only=True):
    """A report's telling of an utterance or act, with its chain. ``words`` are what it tells."""

    entry: str
    report: str
    handle: str
    outlet: str | None
    published: str | None
    speaker: str | None
    direct: bool
    words: str
    chain: Chain


class OriginsRow(msgspec.Struct, frozen=True, kw_only=True):
    """An entry with all that carry it, the one asked for first.

    ``origins`` counts the hearings behind them and says why carriers are one; ``joined`` are the
    carriers with what makes them the same utterance.
    """

    entry: str
    carriers: tuple[CarrierRow, ...]
    origins: Origins
    joined: tuple[tuple[str, str, str], ...]

    @property
    def reports(self) -> int:
        """How many reports carry it."""
        return len({carrier.report for carrier in self.carriers})

    @property
    def standing(self) -> Standing:
        """On how much it rests."""
        found = self.origins
        return Standing(
            reports=self.reports, lower=found.lower, upper=found.upper, label=label(found)
        )


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """On how much an entry rests: its reports, and its independent origins at least and at most."""

    reports: int
    lower: int
    upper: int
    label: str

    @property
    def words(self) -> str:
        """The same for a person: "3 reports, 1 origin: TASS, interview"."""
        many = f"{self.reports} report{'s' if self.reports != 1 else ''}"
        number = str(self.lower) if self.lower == self.upper else f"{self.lower} to {self.upper}"
        told = f"{many}, {number} origin{'s' if self.upper != 1 else ''}"
        return f"{told}: {self.label}" if self.upper <= _NAMED else told


def origins_of(db: Db, entry: str) -> OriginsRow:
    """Where a statement or act comes from; a position goes by its statement.

    Raises `NoSuchEntry`, and `UsageError` for what has no origin.
    """
    with db.snapshot():
        named = _carried(db, entry.strip())
        group = utterance_of(db, named)
        entries = [named, *(each for each in group.entries if each != named)]
        joins, found = group.joins, count(db, group)
        carriers = tuple(_carrier(db, each) for each in entries)
        differ = discrepancies([_telling(db, row) for row in carriers])
    return OriginsRow(
        entry=named,
        carriers=carriers,
        origins=msgspec.structs.replace(found, discrepancies=differ),
        joined=tuple((join.one, join.other, join.how) for join in joins),
    )


def standing(db: Db, entries: Iterable[str]) -> dict[str, Standing]:
    """How much each of some entries rests on; those that one report alone carries are left out.

    Positions go by the statement that they are drawn from.
    """
    found: dict[str, Standing] = {}
    known: dict[str, Standing] = {}
    with db.snapshot():
        for entry in entries:
            named = _statement_of(db, entry) or entry
            utterance = db.value("SELECT utterance FROM utterances WHERE entry = ?", (named,))
            if utterance is None:
                continue
            if utterance not in known:
                known[utterance] = _counted(db, named)
            found[entry] = known[utterance]
    return found


def _counted(db: Db, entry: str) -> Standing:
    group = utterance_of(db, entry)
    counted = count(db, group)
    reports = db.value(
        "SELECT count(DISTINCT o.report) FROM utterances u"
        " JOIN utterances o ON o.utterance = u.utterance WHERE u.entry = ?",
        (entry,),
    )
    return Standing(reports=reports, lower=counted.lower, upper=counted.upper, label=label(counted))


def _carried(db: Db, entry: str) -> str:
    """The statement or act whose origin is that of an entry."""
    parsed = identify.parse(entry)
    if parsed is None or parsed[0] not in ("statement", "act", "position"):
        raise UsageError(entry, "name a statement, act or position, such as s12, e3, p5")
    named = _statement_of(db, entry) or entry
    if db.value("SELECT 1 FROM chains WHERE entry = ?", (named,)) is None:
        if parsed[0] == "position" and db.value(
            "SELECT 1 FROM positions WHERE id = ?", (parsed[1],)
        ):
            raise UsageError(entry, "the report itself tells it; it rests on no statement")
        raise identify.missing(entry)
    return named


def _statement_of(db: Db, entry: str) -> str | None:
    """The statement that a position, or an act in somebody's words, stands in."""
    table = {"p": "positions", "e": "acts"}.get(entry[0])
    if table is None:
        return None
    row = db.value(
        f"SELECT s.id FROM {table} e JOIN statements s ON s.report = e.report"  # noqa: S608
        " AND s.n = json_extract(e.record, '$.statement') WHERE e.id = ?",
        (int(entry[1:]),),
    )
    return f"s{row}" if row else None


def _carrier(db: Db, entry: str) -> CarrierRow:
    table = "statements" if entry[0] == "s" else "acts"
    row = db.one(
        "SELECT c.record, r.id, r.handle, r.outlet, json_extract(r.record, '$.published.date'),"  # noqa: S608
        f" json_extract(e.record, '$.speaker'), json_extract(e.record, '$.type') FROM {table} e"
        " JOIN reports r ON r.id = e.report JOIN chains c ON c.entry = ? WHERE e.id = ?",
        (entry, int(entry[1:])),
    )
    if row is None:
        raise identify.missing(entry)
    chain, report, handle, outlet, published, speaker, kind = row
    return CarrierRow(
        entry=entry,
        report=f"r{report}",
        handle=handle,
        outlet=outlet,
        published=published,
        speaker=speaker,
        direct=kind in ("direct", "mixed"),
        words=said(db, entry),
        chain=from_json(chain, Chain),
    )


def _telling(db: Db, row: CarrierRow) -> Telling:
    bare = Telling(id=row.entry, span=Span(0, 0), words=row.words, direct=row.direct)
    if row.entry[0] != "s":
        return bare
    sql = "SELECT record FROM statements WHERE id = ?"
    statement = from_json(db.value(sql, (int(row.entry[1:]),)), Statement)
    return bare._replace(
        speaker=statement.speaker,
        office=statement.office,
        country=statement.country,
        day=statement.said_on,
        said=statement.said_on is not None and statement.said_how == "stated",
        polarity=statement.polarity,
    )


class OriginDecisions:
    """What a person may decide about utterances: that two tellings are not of one."""

    def __init__(self, db: Db, corrections: Corrections) -> None:
        self._db = db
        self._corrections = corrections

    def cut(self, one: str, other: str, *, author: str, reason: str = "") -> CorrectionRow:
        """Decide that two tellings are of two utterances; undone like every correction.

        Raises `NoSuchEntry`, and `UsageError` for entries that are not taken for one.
        """
        found = origins_of(self._db, one)
        meant = _carried(self._db, other.strip())
        if meant not in {carrier.entry for carrier in found.carriers} or meant == found.entry:
            raise UsageError(other, f"is not taken for the same as {one}")
        ends = [(self._lineage(entry), said(self._db, entry)) for entry in (found.entry, meant)]
        anchor = cuts.anchor(*ends)
        return self._corrections.decide(anchor, cuts.FIELD, True, author=author, reason=reason)

    def _lineage(self, entry: str) -> str:
        return str(
            self._db.value(
                "SELECT r.lineage FROM chains c JOIN reports r ON r.id = c.report"
                " WHERE c.entry = ?",
                (entry,),
            )
        )


def dump_report(db: Db, report: int, lineage: str) -> Iterable[str]:
    """Lines of the canonical dump: the counts of a report's entries that others carry too."""
    for letter, table in (("s", "statements"), ("e", "acts")):
        rows = db.all(
            f"SELECT e.n, u.entry FROM {table} e JOIN utterances u ON u.entry = ? || e.id"  # noqa: S608
            " WHERE e.report = ? ORDER BY e.n",
            (letter, report),
        )
        for n, entry in rows:
            yield to_json({"carried": lineage, "kind": letter, "n": n, "by": _counted(db, entry)})
