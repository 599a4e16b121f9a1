"""History: how drawn rows came to be, kept for good, and rows that stay the same entry."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

import msgspec

from verbale.record.connect import Db
from verbale.record.draw import LETTERS, Drawn, EntryKind, public_id
from verbale.record.rows import Happened, HistoryRow

Held = tuple[Drawn, int]


class Step(msgspec.Struct, frozen=True):
    """What becomes of one entry: ``old`` to ``new``, either missing at an end; ``row`` its id."""

    old: Drawn | None
    new: Drawn | None
    row: int | None

    @property
    def kind(self) -> EntryKind:
        """What kind of entry it is."""
        return next(drawn.kind for drawn in (self.new, self.old) if drawn)

    @property
    def records(self) -> tuple[str | None, str | None]:
        """Its JSON before and after."""
        return self.old.record if self.old else None, self.new.record if self.new else None

    @property
    def what(self) -> Happened | None:
        """How this reads in the history; None: nothing happened."""
        if self.old is None:
            return "added"
        if self.new is None:
            return "removed"
        if self.old.essence != self.new.essence:
            return "changed"
        return None if self.old.record == self.new.record else "moved"


def match(old: Sequence[Held], new: Sequence[Drawn]) -> tuple[Step, ...]:
    """Pair rows that are the same entry, so that it keeps its public id.

    By the strictest key first; among equals, in order of place. ``new`` comes in its own order,
    what is gone after it.
    """
    if not old:
        return tuple(Step(None, drawn, None) for drawn in new)
    left = list(old)
    partner: dict[int, Held] = {}
    for level in range(2):
        waiting: dict[tuple[str, str], deque[Held]] = defaultdict(deque)
        for held in left:
            waiting[held[0].kind, _key(held[0], level)].append(held)
        for index, drawn in enumerate(new):
            same = waiting[drawn.kind, _key(drawn, level)] if index not in partner else None
            if same:
                partner[index] = same.popleft()
        taken = {(held[0].kind, held[1]) for held in partner.values()}
        left = [held for held in left if (held[0].kind, held[1]) not in taken]
    kept = (_step(partner.get(index), drawn) for index, drawn in enumerate(new))
    return (*kept, *(Step(drawn, None, row) for drawn, row in left))


def match_numbers(old: Sequence[Held], new: Sequence[Drawn]) -> tuple[Step, ...]:
    """The same for rows of one and the same annotation, whose numbers tell them apart."""
    left = {(drawn.kind, drawn.number): (drawn, row) for drawn, row in old}
    kept = [_step(left.pop((drawn.kind, drawn.number), None), drawn) for drawn in new]
    return (*kept, *(Step(drawn, None, row) for drawn, row in left.values()))


def _step(held: Held | None, drawn: Drawn) -> Step:
    return Step(held[0], drawn, held[1]) if held else Step(None, drawn, None)


def _key(drawn: Drawn, level: int) -> str:
    return drawn.keys[min(level, len(drawn.keys) - 1)]


class Occasion(NamedTuple):
    """When and why entries of a report are drawn: by ``code``, or for a person's ``decision``.

    ``again``: from the annotation that they were drawn from before.
    """

    report: int
    version: str
    code: str
    at: str
    decision: str | None = None
    again: bool = False


def write(db: Db, steps: Sequence[tuple[Step, int]], occasion: Occasion) -> None:
    """Append what happened to the entries of a report; each step with its row id."""
    told = occasion
    db.many(
        "INSERT INTO history (at, code, report, version, entry, what, old, new, correction)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                *(told.at, told.code, told.report, told.version, public_id(step.kind, row)),
                *(step.what, *step.records, told.decision),
            )
            for step, row in steps
            if step.what is not None
        ),
    )


def write_added(db: Db, rows: Iterable[tuple[EntryKind, int, str, Occasion]]) -> None:
    """Append that entries came: kind, row and JSON of each."""
    db.many(
        "INSERT INTO history (at, code, report, version, entry, what, new)"
        " VALUES (?, ?, ?, ?, ?, 'added', ?)",
        (
            (told.at, told.code, told.report, told.version, public_id(kind, row), record)
            for kind, row, record, told in rows
        ),
    )


def removed_by(db: Db, decision: str, occasion: Occasion) -> Callable[[Drawn], int | None]:
    """What a decision took out of sight: asked for an entry, its row, once.

    Numbers tell entries of one annotation apart; of another one, only what reads the same and
    stands at the same place is the same.
    """
    numbered: dict[tuple[str, int], int] = {}
    alike: dict[tuple[str, str], int] = {}
    for entry, old, version, code in db.all(
        "SELECT entry, old, version, code FROM history WHERE correction = ? AND what = 'removed'",
        (decision,),
    ):
        letter, row = entry[0], int(entry[1:])
        alike[letter, old] = row
        if (version, code) == (occasion.version, occasion.code):
            numbered[letter, msgspec.json.decode(old)["id"]] = row

    def row_of(drawn: Drawn) -> int | None:
        letter = LETTERS[drawn.kind]
        by_number = numbered.pop((letter, drawn.number), None)
        return by_number or alike.pop((letter, drawn.record), None)

    return row_of


_SELECT = (
    "SELECT h.at, h.code, h.report, h.version, h.entry, h.what, h.old, h.new, h.correction,"
    " json_extract(c.record, '$.author'), json_extract(c.record, '$.reason')"
    " FROM history h LEFT JOIN corrections c ON c.id = h.correction"
)


def read_entry(db: Db, entry: str) -> tuple[HistoryRow, ...]:
    """The history of one entry by its public id, oldest first."""
    return tuple(_rows(db.all(f"{_SELECT} WHERE h.entry = ? ORDER BY h.id", (entry,))))


def read_report(db: Db, report: int) -> tuple[HistoryRow, ...]:
    """The history of a report and of all entries in it, oldest first."""
    return tuple(_rows(db.all(f"{_SELECT} WHERE h.report = ? ORDER BY h.id", (report,))))


def _rows(rows: Sequence[tuple[str, ...]]) -> Iterator[HistoryRow]:
    for at, code, report, version, entry, what, old, new, correction, author, reason in rows:
        yield msgspec.convert(
            {
                "at": at,
                "code": code,
                "report": f"r{report}",
                "version": version,
                "entry": entry,
                "what": what,
                "old": old,
                "new": new,
                "correction": correction,
                "author": author,
                "reason": reason,
            },
            type=HistoryRow,
        )
