"""What a watch keeps in the record: how feeds fare, what is new, and who was told of it.

News is found at most once, by keys that follow from words; each channel has a mark that says up to
where it was told. So a watch that is killed and started again neither loses nor repeats any.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Literal
from uuid import uuid4

import msgspec

from verbale.record.connect import Db
from verbale.record.stored import from_json, storable_name, to_json

if TYPE_CHECKING:
    from verbale.record.writer import Writer

NewsKind = Literal["positions", "shifts", "discrepancies", "silence", "statements", "acts"]
#: Up to which row of the history a watch has looked, among the facts about the file.
_SEEN = "watch_seen"
_LOOKED = "watch_looked"
_IDENTITY = "watch_identity"


class NewsPassage(msgspec.Struct, frozen=True, kw_only=True):
    """Words that a piece of news rests on. ``label`` says what they are to it (before, after)."""

    words: str
    label: str = ""
    voice: str = ""
    outlets: str = ""
    day: str | None = None
    entry: str = ""
    report: str = ""


class News(msgspec.Struct, frozen=True, kw_only=True):
    """One thing worth telling, in our words, with the passages it rests on.

    ``follow`` is the name of what is followed, ``matter`` that of the matter.
    """

    kind: NewsKind
    follow: str
    matter: str
    title: str
    why: str = ""
    passages: tuple[NewsPassage, ...] = ()


class KeptNews(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of news as the record has it: ``number`` grows with the time of finding."""

    number: int
    at: str
    news: News


class Find(msgspec.Struct, frozen=True, kw_only=True):
    """What may be news: it is if none of ``keys`` is known; ``also`` become known with it.

    It waits for another time if one of ``unless`` becomes known in the same look: that somebody was
    silent since is not told in one breath with what they said.
    """

    news: News
    keys: tuple[str, ...]
    also: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


class Watched(msgspec.Struct, frozen=True, kw_only=True):
    """How an input fared: times in ISO, UTC. ``reason`` tells of the last failure in a row."""

    input: str
    tried: str
    answered: str | None = None
    failures: int = 0
    reason: str | None = None
    not_before: str | None = None


class Watching:
    """The state of watches over one record. To write, the record must be open for writing."""

    def __init__(self, db: Db, writer: Callable[[], Writer]) -> None:
        self._db = db
        self._writer = writer

    def identity(self) -> str:
        """A UUID that tells this record's news from those of others; made when first asked."""
        sql = "SELECT value FROM meta WHERE key = ?"
        found = self._db.value(sql, (_IDENTITY,))
        if found is None:
            made = (_IDENTITY, str(uuid4()))
            self._writer().write(
                lambda db: db.run("INSERT OR IGNORE INTO meta VALUES (?, ?)", made)
            )
            found = self._db.value(sql, (_IDENTITY,))
        return str(found)

    def inputs(self) -> dict[str, Watched]:
        """How each input fared last."""
        rows = self._db.all(
            "SELECT input, tried, answered, failures, reason, not_before FROM watched"
        )
        fields = Watched.__struct_fields__
        return {row[0]: Watched(**dict(zip(fields, row, strict=True))) for row in rows}

    def keep_inputs(self, fared: Iterable[Watched]) -> None:
        """Note how inputs fared."""
        rows = [_row(each) for each in fared]
        sql = "INSERT OR REPLACE INTO watched VALUES (?, ?, ?, ?, ?, ?)"
        self._writer().write(lambda db: db.many(sql, rows))

    def follows(self) -> dict[str, str]:
        """What is followed, by name, and since when."""
        return dict(self._db.all("SELECT name, at FROM watch_follows ORDER BY name"))

    def seen(self) -> int:
        """Up to which row of the history a watch has looked."""
        return int(self._db.value("SELECT value FROM meta WHERE key = ?", (_SEEN,)) or 0)

    def looked(self) -> str | None:
        """When a watch last looked for news, in ISO, UTC."""
        found = self._db.value("SELECT value FROM meta WHERE key = ?", (_LOOKED,))
        return None if found is None else str(found)

    def newest(self) -> int:
        """The last row of the history."""
        return int(self._db.value("SELECT max(id) FROM history") or 0)

    def changed(self, since: int, upto: int) -> tuple[str, ...]:
        """The reports (``r12``) that were read or changed between two rows of the history."""
        rows = self._db.all(
            "SELECT DISTINCT h.report FROM history h JOIN reports r ON r.id = h.report"
            " WHERE h.id > ? AND h.id <= ? ORDER BY h.report",
            (since, upto),
        )
        return tuple(f"r{row[0]}" for row in rows)

    def carried(self, reports: Iterable[str], matters: Iterable[str]) -> tuple[str, ...]:
        """An entry of each utterance that several reports carry, some of these among them, and
        that is about one of these matters."""
        rows = self._db.all(
            "SELECT min(u.entry) FROM utterances u JOIN utterances o ON o.utterance = u.utterance"
            " JOIN links l ON l.kind = substr(o.entry, 1, 1)"
            " AND l.entry = CAST(substr(o.entry, 2) AS INTEGER)"
            " WHERE u.report IN (SELECT value FROM json_each(?))"
            " AND l.matter IN (SELECT value FROM json_each(?))"
            " GROUP BY u.utterance ORDER BY 1",
            (to_json([int(report[1:]) for report in reports]), to_json(sorted(matters))),
        )
        return tuple(row[0] for row in rows)

    def linked(self, kind: str, reports: Iterable[str], matters: Iterable[str]) -> tuple[str, ...]:
        """The statements (``s``) or acts (``e``) of these reports about one of these matters."""
        rows = self._db.all(
            "SELECT DISTINCT l.entry FROM links l WHERE l.kind = ?"
            " AND l.report IN (SELECT value FROM json_each(?))"
            " AND l.matter IN (SELECT value FROM json_each(?)) ORDER BY l.entry",
            (kind, to_json([int(report[1:]) for report in reports]), to_json(sorted(matters))),
        )
        return tuple(f"{kind}{row[0]}" for row in rows)

    def begin(self, follows: Iterable[str], known: Iterable[Find], at: str) -> None:
        """Note that these are followed from now on; what is ``known`` by now is no news."""
        keys = [(key,) for find in known for key in (*find.keys, *find.also)]
        names = [(name, at) for name in follows]

        def write(db: Db) -> None:
            db.many("INSERT OR IGNORE INTO news_known VALUES (?)", keys)
            db.many("INSERT OR IGNORE INTO watch_follows VALUES (?, ?)", names)

        self._writer().write(write)

    def keep(self, finds: Iterable[Find], *, seen: int, at: str) -> int:
        """Keep what is news among ``finds``, in their order, and up to where was looked; how many
        were new. One transaction: all of it or nothing."""

        def write(db: Db) -> int:
            count = 0
            values = ((_SEEN, str(seen)), (_LOOKED, at))
            db.many("INSERT OR REPLACE INTO meta VALUES (?, ?)", values)
            now: set[str] = set()
            for find in finds:
                if now.isdisjoint(find.unless) and _is_new(db, find):
                    _insert(db, find, at)
                    now.update(find.keys, find.also)
                    count += 1
            return count

        return self._writer().write(write)

    def last(self) -> int:
        """The number of the newest piece of news, 0 where there is none."""
        return int(self._db.value("SELECT max(n) FROM news") or 0)

    def told(self) -> dict[str, int]:
        """Up to which number each channel was told."""
        return dict(self._db.all("SELECT channel, upto FROM news_told ORDER BY channel"))

    def mark(self, channel: str, upto: int) -> None:
        """Note that a channel was told all news up to a number."""
        sql = "INSERT OR REPLACE INTO news_told VALUES (?, ?)"
        self._writer().write(lambda db: db.many(sql, [(storable_name(channel), upto)]))

    def after(self, number: int, limit: int) -> tuple[KeptNews, ...]:
        """The first pieces of news with greater numbers."""
        sql = "SELECT n, at, record FROM news WHERE n > ? ORDER BY n LIMIT ?"
        return tuple(_kept(*row) for row in self._db.all(sql, (number, limit)))

    def latest(self, limit: int) -> tuple[KeptNews, ...]:
        """The newest pieces of news, the newest first."""
        sql = "SELECT n, at, record FROM news ORDER BY n DESC LIMIT ?"
        return tuple(_kept(*row) for row in self._db.all(sql, (limit,)))


def remove(db: Db, report: int, names: Iterable[str]) -> None:
    """Forget the news that hold words of a report, and inputs that go by its names."""
    mine = "SELECT n FROM news_reports WHERE report = ?"
    db.run(f"DELETE FROM news WHERE n IN ({mine})", (report,))  # noqa: S608
    db.many("DELETE FROM watched WHERE input = ?", [(name,) for name in names])


def _row(each: Watched) -> tuple[object, ...]:
    reason = storable_name(each.reason) if each.reason else None
    fared = (each.tried, each.answered, each.failures, reason, each.not_before)
    return (storable_name(each.input), *fared)


def _kept(number: int, at: str, record: str) -> KeptNews:
    return KeptNews(number=number, at=at, news=from_json(record, News))


def _is_new(db: Db, find: Find) -> bool:
    sql = "SELECT 1 FROM news_known WHERE key IN (SELECT value FROM json_each(?))"
    return db.value(sql, (to_json(find.keys),)) is None


def _insert(db: Db, find: Find, at: str) -> None:
    keys = [(key,) for key in (*find.keys, *find.also)]
    db.many("INSERT OR IGNORE INTO news_known VALUES (?)", keys)
    number = db.run("INSERT INTO news (at, record) VALUES (?, ?)", (at, to_json(find.news)))
    handles = {passage.report for passage in find.news.passages if passage.report}
    db.many(
        "INSERT OR IGNORE INTO news_reports SELECT id, ? FROM reports WHERE handle = ?",
        [(number, handle) for handle in sorted(handles)],
    )
