"""Names of a record that look like one that a person asked for in vain."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from rapidfuzz.distance import DamerauLevenshtein
from rapidfuzz.process import extract

from verbale.record.connect import Db
from verbale.record.fulltext import indexed
from verbale.record.near import is_large

_MOST = 3
#: How alike two words must be, of 1; shorter ones are as soon another name as this one mistyped.
_ALIKE, _SHORTEST = 0.65, 4


def speakers_like(db: Db, asked: str) -> tuple[str, ...]:
    """Names and offices that hold a word like each word of ``asked``, the best known first."""
    names = [name for (name,) in db.all("SELECT name FROM roster ORDER BY reports DESC, name")]
    if not is_large(db):
        offices = "SELECT DISTINCT json_extract(record, '$.office') FROM statements ORDER BY 1"
        names += [office for (office,) in db.all(offices) if office]
    return like(asked, names)


def outlets_like(db: Db, asked: str) -> tuple[str, ...]:
    """Outlets that hold a word like each word of ``asked``."""
    rows = db.all(
        "SELECT outlet FROM reports WHERE outlet IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1"
    )
    return like(asked, [outlet for (outlet,) in rows])


def like(asked: str, names: Iterable[str]) -> tuple[str, ...]:
    """The first of ``names`` that hold a word like each word of ``asked``.

    >>> like("Brasck", ["Lena Brask", "Otto Brandt"])
    ('Lena Brask',)
    """
    holding: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for name in names:
        for word in indexed(name).split():
            holding[word][name] = None
    left: dict[str, None] | None = None
    for word in indexed(asked).split():
        fitting = {name: None for near in _near(word, list(holding)) for name in holding[near]}
        left = fitting if left is None else {name: None for name in left if name in fitting}
    once = {indexed(name): name for name in reversed(left or {})}
    return tuple(name for name in left or () if once[indexed(name)] == name)[:_MOST]


def _near(word: str, known: Sequence[str]) -> list[str]:
    """The word itself where it is known, else those that look like it, the likest first."""
    if word in known or len(word) < _SHORTEST:
        return [word] if word in known else []
    alike = DamerauLevenshtein.normalized_similarity
    return [near for near, _, _ in extract(word, known, scorer=alike, score_cutoff=_ALIKE, limit=9)]
