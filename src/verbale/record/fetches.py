"""What servers said of documents fetched before: the validators of conditional requests."""

from __future__ import annotations

from verbale.record.connect import Db
from verbale.record.stored import storable_name
from verbale.record.writer import Writer


class Fetches:
    """ETag and Last-Modified by URL, as `verbale.sources` asks for them."""

    def __init__(self, db: Db, writer: Writer | None) -> None:
        self._db = db
        self._writer = writer

    def get(self, url: str) -> tuple[str | None, str | None] | None:
        """(ETag, Last-Modified) of the last fetch of ``url``, or None if there was none."""
        sql = "SELECT etag, last_modified FROM fetches WHERE url = ?"
        row = self._db.one(sql, (storable_name(url),))
        return (row[0], row[1]) if row else None

    def put(self, url: str, etag: str | None, last_modified: str | None) -> None:
        """Remember what the server said; forgotten silently in a record open for reading."""
        if self._writer is not None:
            self._writer.put_fetch(url, etag, last_modified)
