"""What the machine is unsure of, for a person to look at: a queue for each reason.

What a person has decided on is out of the queue, whatever they decided; taken back, it returns.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Literal, NamedTuple, get_args

import msgspec

from verbale.record.connect import Db
from verbale.record.draw import EntryKind, public_id
from verbale.record.origins import origins_of

#: ``differs``: reports that carry one utterance do not agree on who, when or whether.
#: ``speaker``: a position rests on somebody who is not known.
#: ``reported``: a position as the other side tells it.
#: ``undated``: a report whose year is open. ``score``: a rule that is often wrong drew it.
DoubtKind = Literal["differs", "speaker", "reported", "undated", "score"]
DOUBTS: tuple[DoubtKind, ...] = get_args(DoubtKind)
#: So many are counted, and no more.
MOST = 100
#: Of entries that several reports carry, so many are looked through in one go, and at most.
_STRETCH, _FARTHEST = 4_000, 40_000
_FIRST = 2**62


class Doubt(msgspec.Struct, frozen=True, kw_only=True):
    """An entry (its public id), why it is asked about, and the fields that are in doubt."""

    entry: str
    kind: DoubtKind
    fields: tuple[str, ...]


class _Queue(NamedTuple):
    """Where a reason is looked for: ``condition`` over ``table e``."""

    entry: EntryKind
    table: str
    condition: str
    fields: tuple[str, ...]


_SPEAKER = (
    "e.speaker IS NULL AND EXISTS (SELECT 1 FROM positions p WHERE p.report = e.report"
    " AND json_extract(p.record, '$.statement') = e.n)"
)
_QUEUES: dict[DoubtKind, _Queue] = {
    "speaker": _Queue("statement", "statements", _SPEAKER, ("speaker",)),
    "reported": _Queue(
        "position",
        "positions",
        "instr(json_extract(record, '$.rule'), 'by-other') > 0",
        ("party", "stance"),
    ),
    "undated": _Queue("report", "reports", "e.first_day IS NULL", ("published",)),
    "score": _Queue(
        "statement",
        "statements",
        "json_extract(record, '$.score') < 0.85",
        ("speaker", "country", "polarity"),
    ),
}
_DIFFERS = ("speaker", "polarity", "said_on")
#: Quotations worded differently are for the reader to compare; nobody is wrong.
_NO_MISTAKE = "wording"
_UNDECIDED = """NOT EXISTS (
    SELECT 1 FROM outcomes o JOIN corrections c ON c.id = o.correction
    WHERE o.kind = :kind AND o.row = e.id AND o.state IN ('applied', 'agrees')
    AND (json_extract(c.record, '$.field') = 'rejected'
         OR json_extract(c.record, '$.field') IN (SELECT value FROM json_each(:fields))))"""
#: Utterances whose tellings may differ in more than words; `origins_of` then tells.
_APART = f"""
    SELECT u.utterance FROM utterances u
    JOIN statements s ON s.id = CAST(substr(u.entry, 2) AS INTEGER)
    WHERE u.entry GLOB 's*' AND u.utterance > :after AND u.utterance <= :last
    GROUP BY u.utterance
    HAVING (count(DISTINCT json_extract(s.record, '$.polarity')) > 1
        OR count(DISTINCT s.speaker) > 1
        OR count(DISTINCT CASE WHEN s.dated_by = 'said' THEN s.date END) > 1)
    AND (SELECT {_UNDECIDED} FROM statements e
         WHERE e.id = CAST(substr(u.utterance, 2) AS INTEGER))
    ORDER BY u.utterance"""  # noqa: S608 - nothing but our own words


def doubts(db: Db, kind: DoubtKind, after: str | None, limit: int) -> tuple[Doubt, ...]:
    """A queue from the entry ``after`` on, the latest drawn first; from its start for None."""
    with db.snapshot():
        found = _differing(db, after) if kind == "differs" else _drawn(db, kind, after, limit)
        return tuple(islice(found, limit))


def number_of_doubts(db: Db) -> dict[DoubtKind, int]:
    """How long each queue is, counted up to `MOST`."""
    return {kind: len(doubts(db, kind, None, MOST)) for kind in DOUBTS}


def doubt(entry: str, kind: DoubtKind) -> Doubt:
    """An entry as it stands in a queue."""
    fields = _DIFFERS if kind == "differs" else _QUEUES[kind].fields
    return Doubt(entry=entry, kind=kind, fields=fields)


def _drawn(db: Db, kind: DoubtKind, after: str | None, limit: int) -> Iterator[Doubt]:
    queue = _QUEUES[kind]
    sql = (
        f"SELECT e.id FROM {queue.table} e WHERE e.id < :after AND {queue.condition}"  # noqa: S608
        f" AND {_UNDECIDED} ORDER BY e.id DESC LIMIT :limit"
    )
    values = {
        "after": _number(after) if after else _FIRST,
        "limit": limit,
        "kind": queue.entry,
        "fields": msgspec.json.encode(queue.fields).decode(),
    }
    for (row,) in db.all(sql, values):
        yield doubt(public_id(queue.entry, row), kind)


def _differing(db: Db, after: str | None) -> Iterator[Doubt]:
    """Utterances in the order of their names: a stretch at a time, so that a record without any
    such is not gone through whole for one page."""
    values = {
        "kind": "statement",
        "fields": msgspec.json.encode(_DIFFERS).decode(),
        "after": after or "",
    }
    for _ in range(_FARTHEST // _STRETCH):
        last = db.value(
            "SELECT max(utterance) FROM (SELECT utterance FROM utterances"
            " WHERE utterance > :after ORDER BY utterance LIMIT :stretch)",
            {"after": values["after"], "stretch": _STRETCH},
        )
        if last is None:
            return
        for (entry,) in db.all(_APART, {**values, "last": last}):
            told = origins_of(db, entry).origins.discrepancies
            if any(each.kind != _NO_MISTAKE for each in told):
                yield doubt(entry, "differs")
        values["after"] = last


def _number(entry: str) -> int:
    digits = entry[1:]
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 18 else _FIRST
