"""The stored acts and statements that tell of talks, as `verbale.talks` takes them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import msgspec

from verbale.lexicon.talks import talks_book
from verbale.model import Act, Statement
from verbale.positions.lanes import JOINT
from verbale.record.about import Abouts, Object
from verbale.record.connect import Db, Row
from verbale.record.near import reports_on
from verbale.record.stored import from_json
from verbale.talks.find import Mention

_ACTS = """
    SELECT e.id, r.id, r.handle, r.outlet, e.record, e.evidence_words, e.date, e.dated_by,
           e.first_day, e.last_day, s.id, s.record
    FROM acts e JOIN reports r ON r.id = e.report
    LEFT JOIN statements s ON s.report = e.report AND s.n = json_extract(e.record, '$.statement')"""
#: Statements that hold a word for talks; the index has them by their own id.
_SAID = """
    SELECT e.id, r.id, r.handle, r.outlet, e.record, e.content_words, e.date, e.dated_by,
           e.first_day, e.last_day
    FROM statements e JOIN reports r ON r.id = e.report"""
_STATEMENTS = (
    f"{_SAID} WHERE e.id IN"  # noqa: S608 - no value in it
    " (SELECT rowid FROM words WHERE words MATCH :nouns)"
)
_SOME = "(SELECT value FROM json_each(:reports))"
_TEXT = """
    SELECT t.text FROM texts t JOIN reports r ON r.current = t.version WHERE r.id = ?"""
_AROUND = 500
_PAIR = 2
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’]?\s+(?=[\"'“‘]?[A-Z])")


def read_mentions(db: Db, matter: str | None = None) -> tuple[Mention, ...]:
    """Every act and statement of the record whose words tell of the state of talks; in a large
    record those of the reports on ``matter``, an id, where one is asked for."""
    with db.snapshot():
        reports = reports_on(db, matter)
        if reports is None:
            acts = db.all(_ACTS)
            statements = db.all(_STATEMENTS, {"nouns": _nouns()})
        else:
            acts = db.all(f"{_ACTS} WHERE e.report IN {_SOME}", {"reports": reports})
            near = f"{_SAID} WHERE e.report IN {_SOME}"
            statements = db.all(near, {"reports": reports})
        found = [*_of_acts(acts), *_of_statements(statements)]
        text_of = cache(lambda report: str(db.value(_TEXT, (report,))))
        told = [(_in_context(mention, text_of(report)), report) for mention, report in found]
    return tuple(_placed(told, Abouts(db, reports=reports)))


def _placed(told: Sequence[tuple[Mention, int]], abouts: Abouts) -> Iterator[Mention]:
    """Each mention with its matter; one without needs parties to be told apart by."""
    placed = abouts.place(_object(mention, report) for mention, report in told)
    for mention, _ in told:
        matter = placed.get((mention.id[0], int(mention.id[1:])))
        parties = mention.parties
        if len(parties) < _PAIR and matter is not None:
            parties = abouts.matters[matter].parties
        if len(parties) >= _PAIR:
            yield msgspec.structs.replace(
                mention,
                matter=matter or "-".join(sorted(parties)),
                named=abouts.name(matter),
                parties=parties,
            )


def _object(mention: Mention, report: int) -> Object:
    match = talks_book().about.search(mention.words)
    words = (match["before"] or match["behind"] or "") if match else ""
    return Object(mention.id[0], int(mention.id[1:]), report, frozenset(mention.parties), words)


def _nouns() -> str:
    """The full-text expression for any word for talks, or for being in touch, in what was said."""
    words = (*talks_book().nouns, "touch", "speaking", "communication", "channel", "channels")
    return f"content : ({' OR '.join(words)})"


def _of_acts(rows: Iterable[Row]) -> Iterator[tuple[Mention, int]]:
    """What the acts tell, each with the row of its report."""
    for row in rows:
        number, report, handle, outlet, record, words, date, dated_by, first, last, *around = row
        kind = str(msgspec.json.decode(record, type=_Kind).type)
        passage = _telling(words, kind)
        if passage is None:
            continue
        act = from_json(record, Act)
        statement = from_json(around[1], Statement) if around[1] else None
        parties = tuple(dict.fromkeys((*act.actor, *act.recipient)))
        yield (
            Mention(
                id=f"e{number}",
                kind=kind,
                words=passage,
                actor=() if act.symmetric else act.actor,
                parties=parties,
                flags=act.flags,
                teller=statement.country if statement and statement.speech else None,
                speaker=statement.speaker if statement else None,
                date=date,
                dated_by=dated_by,
                first=first,
                last=last,
                report=handle,
                number=act.id,
                outlet=outlet,
                statement=f"s{around[0]}" if around[0] else None,
                said=act.statement,
            ),
            report,
        )


def _of_statements(rows: Iterable[Row]) -> Iterator[tuple[Mention, int]]:
    """What is said of the state of talks, each with the row of its report."""
    for number, report, handle, outlet, record, words, date, dated_by, first, last in rows:
        passage = _telling(words, "statement")
        if passage is None:
            continue
        said = from_json(record, Statement)
        if said.country is None or said.polarity != "affirms":
            continue
        yield (
            Mention(
                id=f"s{number}",
                kind="statement",
                words=passage,
                parties=(said.country,),
                background=said.background,
                teller=said.country,
                speaker=said.speaker,
                date=date,
                dated_by=dated_by,
                first=first,
                last=last,
                report=handle,
                number=said.id,
                outlet=outlet,
                statement=f"s{number}",
                said=said.id,
            ),
            report,
        )


class _Kind(msgspec.Struct, frozen=True):
    """As much of an act as tells whether to read it whole."""

    type: str


def _telling(words: str, kind: str) -> str | None:
    """The passage that tells of talks: an act may rest on several, a statement be long."""
    book = talks_book()
    pieces = (piece for part in words.split(JOINT) for piece in _SENTENCE_END.split(part))
    return next((piece for piece in pieces if any(book.find(piece, kind))), None)


def _in_context(mention: Mention, text: str) -> Mention:
    """The mention with the text around its words."""
    start = text.find(mention.words)
    if start < 0:
        return mention
    end = start + len(mention.words)
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    return msgspec.structs.replace(mention, before=before, after=after)
