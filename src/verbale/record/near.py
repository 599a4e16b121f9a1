"""Which reports bear on a matter, for looks at one matter in a record that is too large to read.

In a record of ordinary size everything is read: which matter a position or a telling of talks
counts for depends on all of them. In a large one only the reports that are linked to the matter
are, the newest of them where they are very many.
"""

from __future__ import annotations

from verbale.record.connect import Db
from verbale.record.stored import to_json

#: A record of more reports than this is large.
LARGE = 2000
#: Of so many reports on a matter at most is read.
MOST = 500


def is_large(db: Db) -> bool:
    """Whether there are too many reports to read all for one look."""
    return int(db.value("SELECT max(id) FROM reports") or 0) > LARGE


def reports_on(db: Db, matter: str | None) -> str | None:
    """The rows of the reports to read for a matter's id, as a JSON array; None for all."""
    if matter is None or not is_large(db):
        return None
    rows = db.all(
        "SELECT report FROM matter_reports WHERE matter = ?"
        " ORDER BY first_day IS NULL, first_day DESC, report DESC LIMIT ?",
        (matter, MOST),
    )
    return to_json([row[0] for row in rows])
