"""Decisions about matters: rename, merge, split, pin. Entries of the ledger of corrections."""

from __future__ import annotations

from collections.abc import Iterable

from verbale.errors import UsageError
from verbale.matters import matter_id
from verbale.matters.decided import APART, MERGED, NAME, PINNED
from verbale.model import Anchor, Matter, Topic
from verbale.record import matter_view
from verbale.record.connect import Db
from verbale.record.corrections import Corrections
from verbale.record.fulltext import key as folded
from verbale.record.rows import CorrectionRow
from verbale.record.stored import from_json


class MatterDecisions:
    """What a person may decide about the matters of one record.

    Matters go by their id, the beginning of it, or words that fit one only. ``author`` and
    ``reason`` are kept as they are. Raises `NoSuchEntry`, `AmbiguousEntry`, `UsageError`.
    """

    def __init__(self, db: Db, corrections: Corrections) -> None:
        self._db = db
        self._corrections = corrections

    def rename(self, id: str, name: str, *, author: str, reason: str = "") -> CorrectionRow:  # noqa: A002
        """Call a matter by another name, in whatever reports come."""
        matter, wanted = self._matter(id), " ".join(name.split())
        if not wanted:
            raise UsageError(name, "a matter needs a name")
        self._keep(matter, author, reason)
        return self._decide(matter.id, NAME, wanted, matter.name, author, reason)

    def pin(self, id: str, *, author: str, reason: str = "") -> CorrectionRow:  # noqa: A002
        """Let a matter keep its id, however few reports speak of it and whatever joins it."""
        row = self._keep(matter := self._matter(id), author, reason)
        if row is None:
            raise UsageError(matter.id, "is pinned already")
        return row

    def merge(self, one: str, into: str, *, author: str, reason: str = "") -> CorrectionRow:
        """Decide that one matter is another one, also where their parties differ."""
        going, staying = self._matter(one), self._matter(into)
        if going.id == staying.id:
            raise UsageError(one, "is this matter already")
        self._keep(staying, author, reason)
        self._keep(going, author, reason)
        return self._decide(going.id, MERGED, staying.id, None, author, reason)

    def split(
        self,
        id: str,  # noqa: A002
        words: Iterable[str],
        *,
        author: str,
        reason: str = "",
    ) -> CorrectionRow:
        """Decide that what reports call by one of ``words`` (whole wordings) is a matter of its
        own."""
        matter = self._matter(id)
        bucket, keys = self._keys(matter, list(words))
        if not set(matter.keys) - set(keys):
            raise UsageError(matter.id, "nothing of it would be left; see verbale matters rename")
        new = matter_id((*bucket.split(), APART), keys[0])
        return self._decide(new, APART, (bucket, *keys), None, author, reason)

    def _matter(self, id: str) -> Matter:  # noqa: A002
        return matter_view.matter(self._db, id).matter

    def _keep(self, matter: Matter, author: str, reason: str) -> CorrectionRow | None:
        """Pin a matter, unless it is pinned."""
        for row in self._corrections.rows():
            anchor = row.correction.anchor
            keeps = row.state == "applied" and row.correction.field in (PINNED, APART)
            if keeps and (anchor.kind, anchor.subject) == ("matter", matter.id):
                return None
        rows = self._db.all(
            "SELECT bucket, key FROM matter_keys WHERE matter = ? ORDER BY key <> ?, bucket, key",
            (matter.id, matter.key),
        )
        bucket = rows[0][0]
        keys = [key for other, key in rows if other == bucket]
        return self._decide(matter.id, PINNED, (bucket, *keys), None, author, reason)

    def _keys(self, matter: Matter, words: list[str]) -> tuple[str, list[str]]:
        """The bucket and the keys of what reports call by one of ``words``."""
        wanted = {folded(word) for word in words}
        rows = self._db.all(
            "SELECT t.bucket, t.key, t.record FROM topics t JOIN matter_keys k"
            " ON k.bucket = t.bucket AND k.key = t.key WHERE k.matter = ?"
            " ORDER BY t.bucket, t.key",
            (matter.id,),
        )
        found = [
            (bucket, key)
            for bucket, key, record in rows
            if {folded(key), folded(from_json(record, Topic).words)} & wanted
        ]
        if not found:
            listed = ", ".join(matter.wordings)
            raise UsageError(", ".join(words), f"no report calls it so; there are {listed}")
        bucket = found[0][0]
        return bucket, sorted({key for other, key in found if other == bucket})

    def _decide(
        self,
        id: str,  # noqa: A002
        field: str,
        new: str | tuple[str, ...],
        old: str | None,
        author: str,
        reason: str,
    ) -> CorrectionRow:
        anchor = Anchor(kind="matter", subject=id)
        return self._corrections.decide(anchor, field, new, author=author, old=old, reason=reason)
