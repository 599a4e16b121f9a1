"""Keeps each report's name uses and claims, and reads them back with what they are about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from verbale.matters.claims import find_claims
from verbale.matters.names import UsedName
from verbale.matters.rivalry import MadeClaim
from verbale.model import Annotation, Claim, Matter, NameUse, Statement
from verbale.record.connect import Db
from verbale.record.near import reports_on
from verbale.record.stored import from_json, to_json

#: What a claim of a kind is about, where its statement is about several matters.
_ABOUT: Mapping[str, frozenset[str]] = {
    "sovereignty": frozenset({"territory", "waters", "river", "border"}),
    "compliance": frozenset({"agreement", "truce", "trade"}),
}
_UNKNOWN = "outlet not stated"
#: A report, its name uses, its claims, and the rows of its statements by number.
New = tuple[int, Sequence[NameUse], Sequence["ClaimRow"], Mapping[int, int]]
_AMONG = "{} IN (SELECT value FROM json_each(:reports))"


class ClaimRow(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A claim as it is kept: the number of its statement, its JSON and its words."""

    statement: int
    record: str
    words: str


def claims_of(annotation: Annotation) -> Iterator[ClaimRow]:
    """The claims that a report holds."""
    text = annotation.text
    for claim in find_claims(text, annotation.statements):
        yield ClaimRow(claim.statement, to_json(claim), " ".join(claim.span.of(text).split()))


def replace(db: Db, report: int, annotation: Annotation) -> None:
    """Make a report's name uses and claims those of ``annotation``, once its rows are drawn."""
    remove(db, report)
    rows: dict[int, int] = dict(db.all("SELECT n, id FROM statements WHERE report = ?", (report,)))
    add(db, [(report, annotation.names, tuple(claims_of(annotation)), rows)])


def add(db: Db, news: Sequence[New]) -> None:
    """Keep the name uses and claims of reports that have none."""
    db.many(
        "INSERT INTO name_uses (report, n, key, record) VALUES (?, ?, ?, ?)",
        (
            (report, n, use.key, to_json(use))
            for report, names, _, _ in news
            for n, use in enumerate(names, 1)
        ),
    )
    db.many(
        "INSERT INTO claims (report, n, statement, record, words) VALUES (?, ?, ?, ?, ?)",
        (
            (report, n, rows[claim.statement], claim.record, claim.words)
            for report, _, claims, rows in news
            for n, claim in enumerate(claims, 1)
            if claim.statement in rows
        ),
    )


def remove(db: Db, report: int) -> None:
    """Drop a report's name uses and claims."""
    for table in ("name_uses", "claims"):
        db.run(f"DELETE FROM {table} WHERE report = ?", (report,))  # noqa: S608


def used_names(db: Db, matter: str | None = None) -> Iterator[UsedName]:
    """Every name use, with the matter of its place where that is one of its report; in a large
    record those of the reports on ``matter``, an id, where one is asked for."""
    reports = reports_on(db, matter)
    among = _AMONG if reports else "1"
    matters: dict[tuple[int, str], tuple[str, str]] = {
        (report, key): (matter, bucket)
        for report, key, matter, bucket in db.all(
            "SELECT t.report, t.key, k.matter, k.bucket FROM topics t JOIN matter_keys k"  # noqa: S608
            f" ON k.bucket = t.bucket AND k.key = t.key WHERE {among.format('t.report')}"
            " ORDER BY t.report, t.n DESC",
            {"reports": reports},
        )
    }
    rows = db.all(
        "SELECT u.report, u.record, r.outlet, json_extract(r.record, '$.published.date'),"  # noqa: S608
        " s.record FROM name_uses u JOIN reports r ON r.id = u.report"
        " LEFT JOIN statements s ON s.report = u.report"
        " AND s.n = json_extract(u.record, '$.statement')"
        f" WHERE {among.format('u.report')}"
        " ORDER BY r.lineage, u.n",
        {"reports": reports},
    )
    for report, record, outlet, day, statement in rows:
        use = from_json(record, NameUse)
        said = from_json(statement, Statement) if statement else None
        quoted = bool(use.own and said and (said.speaker or said.office))
        own, bucket = matters.get((report, use.key), (None, ""))
        yield UsedName(
            key=use.key,
            name=use.name,
            also=use.also,
            report=f"r{report}",
            span=use.span,
            who=_speaker(said) if said and quoted else outlet or _UNKNOWN,
            quoted=quoted,
            country=said.country if said and quoted else None,
            party=use.party,
            day=day if day and not day.startswith("XXXX") else None,
            matter=own,
            parties=tuple(bucket.split()),
        )


def made_claims(db: Db, matter: str | None = None) -> Iterator[MadeClaim]:
    """Every claim, with the matter that it is about; in a large record those of the reports on
    ``matter``, an id, where one is asked for."""
    reports = reports_on(db, matter)
    among = (_AMONG if reports else "1").format("c.report")
    links = _links(db, among, reports)
    rows = db.all(
        "SELECT c.record, c.words, s.id, c.report, r.outlet, s.record, s.content_words,"  # noqa: S608
        " s.date FROM claims c JOIN statements s ON s.id = c.statement"
        f" JOIN reports r ON r.id = c.report WHERE {among}"
        " ORDER BY s.first_day IS NULL, s.first_day, r.lineage, c.n",
        {"reports": reports},
    )
    for record, words, row, report, outlet, statement, content, day in rows:
        claim, said = from_json(record, Claim), from_json(statement, Statement)
        about = _about(claim.kind, links.get(row, []))
        yield MadeClaim(
            claim=claim,
            entry=f"s{row}",
            report=f"r{report}",
            outlet=outlet,
            speaker=said.speaker,
            office=said.office,
            day=day if day and not day.startswith("XXXX") else None,
            said=" ".join(content.split()),
            words=words,
            matter=about.id if about else None,
            label=about.name if about else None,
            parties=about.parties if about else (),
        )


def _links(db: Db, among: str, reports: str | None) -> dict[int, list[tuple[float, Matter]]]:
    found: dict[int, list[tuple[float, Matter]]] = {}
    known: dict[str, Matter] = {}
    for entry, score, id, record in db.all(  # noqa: A001 - the column's name
        "SELECT l.entry, l.score, m.id, m.record FROM claims c"  # noqa: S608
        " JOIN links l ON l.kind = 's' AND l.entry = c.statement JOIN matters m ON m.id = l.matter"
        f" WHERE {among}",
        {"reports": reports},
    ):
        matter = known.setdefault(id, known.get(id) or from_json(record, Matter))
        found.setdefault(entry, []).append((score, matter))
    return found


def _about(kind: str, links: list[tuple[float, Matter]]) -> Matter | None:
    """The matter that a claim is about: one of its own sort first, then the surest link."""
    fitting = _ABOUT.get(kind, frozenset())
    ranked = sorted(
        links,
        key=lambda link: (link[1].kind not in fitting, -link[0], -link[1].reports, link[1].id),
    )
    return ranked[0][1] if ranked else None


def _speaker(said: Statement) -> str:
    return said.speaker or said.office or ""


def dump_report(db: Db, report: int, lineage: str) -> Iterator[str]:
    """Lines of the canonical dump for the name uses and claims of a report."""
    for table, name in (("name_uses", "name"), ("claims", "claim")):
        sql = f"SELECT record FROM {table} WHERE report = ? ORDER BY n"  # noqa: S608
        for (record,) in db.all(sql, (report,)):
            yield to_json({name: lineage, "value": msgspec.Raw(record.encode())})
