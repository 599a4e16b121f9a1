"""Counts that pages show, kept with what they count: by outlet, country, type; whole and by matter.

A report's share is taken out before anything about it changes and put back once all has: so there
is one way to count, which also counts a whole file, and what it gives does not depend on the order
of reading.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from verbale.record.connect import Db

#: The letter of a kind of entry -> its table, and what it can be divided by -> the column.
TABLES = {
    "r": "reports r",
    "s": "statements e",
    "a": "actors e",
    "e": "acts e",
    "p": "positions e",
}
COLUMNS = {
    "r": {"outlet": "r.outlet", "language": "r.language"},
    "s": {"country": "e.country", "type": "e.type", "outlet": "r.outlet"},
    "a": {"kind": "e.kind", "country": "e.country"},
    "e": {"type": "e.type", "outlet": "r.outlet"},
    "p": {"party": "e.party", "on": "e.target", "stance": "e.stance", "outlet": "r.outlet"},
}
#: All of a kind, beside what they are divided by.
ALL = ""
#: The whole record, beside its matters.
EVERYWHERE = ""
_RULE = "1"
_LINKED = ("s", "e", "p")


@contextmanager
def moved(db: Db, report: int) -> Iterator[None]:
    """Keep the counts right over a change to what a report has."""
    take(db, report)
    yield
    put(db, report)


def take(db: Db, report: int) -> None:
    """Take the share of a report out, before it changes."""
    share = {"first": report, "last": report}
    db.run(_adding("-", _OF_RUN), share)
    db.run(_MARK, share)
    db.run("DELETE FROM matter_reports WHERE report = ?", (report,))
    db.run("DELETE FROM tallies WHERE number = 0")


def put(db: Db, report: int) -> None:
    """Put the share of a report in, as it now is."""
    put_run(db, report, report)


def put_run(db: Db, first: int, last: int) -> None:
    """Put the shares of a run of reports in, those of both ends with them."""
    share = {"first": first, "last": last}
    db.run(_adding("+", _OF_RUN), share)
    db.run(_MARK, share)
    db.run(f"INSERT INTO matter_reports {_reports_due(_OF_RUN)}", share)
    db.run("DELETE FROM tallies WHERE number = 0")


def mark_of(db: Db, matter: str) -> str | None:
    """What differs once anything on a matter changed; None for one without a report."""
    found = db.value("SELECT mark FROM matter_marks WHERE matter = ?", (matter,))
    return None if found is None else str(found)


def total(db: Db, kind: str, matter: str = EVERYWHERE) -> int:
    """How many there are of a kind, by its letter."""
    sql = "SELECT number FROM tallies WHERE matter = ? AND kind = ? AND facet = ? AND value = ''"
    return int(db.value(sql, (matter, kind, ALL)) or 0)


def divided(
    db: Db, kind: str, facet: str, most: int, matter: str = EVERYWHERE
) -> list[tuple[str, int]]:
    """The most frequent values of a property, each with its number; all for ``most`` -1."""
    sql = (
        "SELECT value, number FROM tallies WHERE matter = ? AND kind = ? AND facet = ?"
        " ORDER BY number DESC, value LIMIT ?"
    )
    return [(str(value), int(number)) for value, number in db.all(sql, (matter, kind, facet, most))]


def bring_up_to_date(db: Db) -> None:
    """Count the file anew if another rule counted it, or none."""
    if db.value("SELECT value FROM meta WHERE key = 'tally_rule'") == _RULE:
        return
    with db.transaction():
        fill(db)
        db.run("INSERT OR REPLACE INTO meta VALUES ('tally_rule', ?)", (_RULE,))


def fill(db: Db) -> None:
    """Count the whole file, inside the caller's transaction."""
    for table in ("tallies", "matter_reports", "matter_marks"):
        db.run(f"DELETE FROM {table}")  # noqa: S608
    for share in _shares(_OF_ALL):
        db.run(f"INSERT INTO tallies {share}")
    db.run(f"INSERT INTO matter_reports {_reports_due(_OF_ALL)}")
    db.run(
        "INSERT INTO matter_marks SELECT matter, lower(hex(randomblob(8)))"
        " FROM (SELECT DISTINCT matter FROM matter_reports)"
    )


def problems(db: Db) -> Iterator[str]:
    """What is not as counting the file gives it."""
    due = {row for share in _shares(_OF_ALL) for row in db.all(share)}
    wrong = due ^ set(db.all("SELECT * FROM tallies"))
    for matter, kind, facet, value in sorted({row[:4] for row in wrong}):
        yield " ".join(("the number of", TABLES[kind].split()[0], facet, value, matter)).strip()
    if set(db.all(_reports_due(_OF_ALL))) != set(db.all("SELECT * FROM matter_reports")):
        yield "the reports on a matter"


class _Of:
    """Of what a share is: conditions on a report, an entry, a link."""

    def __init__(self, condition: str) -> None:
        #: A report that is just being added has no current version yet, and no entries.
        self.report = f"r.current <> 0 AND {condition.format('r.id')}"
        self.entry = condition.format("e.report")
        self.link = condition.format("l.report")


_OF_RUN, _OF_ALL = _Of("{} BETWEEN :first AND :last"), _Of("1")
_MARK = (
    "INSERT OR REPLACE INTO matter_marks SELECT matter, lower(hex(randomblob(8)))"
    " FROM (SELECT DISTINCT matter FROM links WHERE report BETWEEN :first AND :last)"
)


def _adding(sign: str, of: _Of) -> str:
    """The SQL that adds a share to what there is, or takes it away."""
    shares = " UNION ALL ".join(_shares(of))
    return (
        f"INSERT INTO tallies SELECT matter, kind, facet, value, {sign}number FROM ({shares})"  # noqa: S608
        " WHERE 1 ON CONFLICT (matter, kind, facet, value)"
        " DO UPDATE SET number = number + excluded.number"
    )


def _shares(of: _Of) -> Iterator[str]:
    """The SQL of each count: of a kind, by all or a property, whole and by matter."""
    for kind, table in TABLES.items():
        for facet, column in {ALL: "''", **COLUMNS[kind]}.items():
            own = of.report if kind == "r" else of.entry
            joined = " JOIN reports r ON r.id = e.report" if _elsewhere(kind, column) else ""
            yield _share("''", kind, facet, column, f"{table}{joined} WHERE {own}")
            if kind == "r":
                linked = f"(SELECT DISTINCT l.matter, l.report FROM links l WHERE {of.link})"  # noqa: S608
                source = f"{linked} l JOIN reports r ON r.id = l.report WHERE r.current <> 0"
                yield _share("l.matter", kind, facet, column, source)
            elif kind in _LINKED:
                source = f"links l JOIN {table} ON e.id = l.entry{joined}"
                whose = f"l.kind = '{kind}' AND {of.link}"
                yield _share("l.matter", kind, facet, column, f"{source} WHERE {whose}")


def _share(matter: str, kind: str, facet: str, column: str, source: str) -> str:
    return (
        f"SELECT {matter} AS matter, '{kind}' AS kind, '{facet}' AS facet, {column} AS value,"  # noqa: S608
        f" count(*) AS number FROM {source} AND {column} IS NOT NULL GROUP BY 1, 4"
    )


def _elsewhere(kind: str, column: str) -> bool:
    """Whether a column is that of an entry's report."""
    return kind != "r" and column.startswith("r.")


def _reports_due(of: _Of) -> str:
    return (
        "SELECT DISTINCT l.matter, l.report, r.first_day, r.last_day FROM links l"  # noqa: S608
        f" JOIN reports r ON r.id = l.report WHERE {of.link}"
    )
