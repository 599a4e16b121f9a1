"""Which statements a brief shows: the same words once, the most telling first."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby

import msgspec

from verbale.brief.material import day_of
from verbale.brief.names import Parties
from verbale.passages.tokens import tokens
from verbale.record import StatementRow
from verbale.record.fulltext import key

_APART = 7
_FEW_WORDS = 5
_WORD = 4
#: Below this weight a remark is an aside: a few words that name neither matter nor party.
_ASIDE = 4.0
_FORMS = {"direct": 2.5, "mixed": 2.0, "indirect": 1.0}


class Remark(msgspec.Struct, frozen=True, kw_only=True):
    """The same words of the same speaker, as one or several reports have them.

    The first of ``rows`` is the one to date and word it by; one row a report.
    """

    rows: tuple[StatementRow, ...]

    @property
    def best(self) -> StatementRow:
        """The row that the sentence is built on."""
        return self.rows[0]

    @property
    def day(self) -> str:
        """Its last possible ISO day; empty while the year is open."""
        found = day_of(self.best)
        return found[1] if found else ""


def remarks(rows: Iterable[StatementRow], *, dated: bool = True) -> tuple[Remark, ...]:
    """``rows`` with what several reports share made one, in their order.

    Shared means: the same words of the same speaker, on days that may be the same one: both said
    on it, or reported within a week. With ``dated`` False days are left aside (recaps).
    """
    same: defaultdict[tuple[str, str], list[list[StatementRow]]] = defaultdict(list)
    order: list[list[StatementRow]] = []
    for row in rows:
        groups = same[(row.statement.speaker or row.source_words, key(row.content_words))]
        group = next((g for g in groups if not dated or _may_be_one(g[0], row)), None)
        if group is None:
            groups.append(group := [])
            order.append(group)
        if all(held.handle != row.handle for held in group):
            group.append(row)
    return tuple(Remark(rows=tuple(sorted(group, key=_told_best))) for group in order)


def _may_be_one(one: StatementRow, other: StatementRow) -> bool:
    if one.date == other.date:
        return True
    first, second = day_of(one), day_of(other)
    if not (first and second) or one.dated_by == other.dated_by == "said":
        return False
    return abs((date.fromisoformat(first[1]) - date.fromisoformat(second[1])).days) <= _APART


def _told_best(row: StatementRow) -> tuple[bool, bool, str, str]:
    """A day said before a day reported, an office before none, the earlier before the later."""
    found = day_of(row)
    day = found[0] if found else "9999"
    return row.dated_by != "said", row.statement.office is None, day, row.handle


class Judge:
    """Weighs how much a remark tells about a dispute, by the words of its reports' headlines."""

    def __init__(
        self, headlines: Iterable[str], rarities: Mapping[str, float], parties: Parties
    ) -> None:
        self._parties = parties
        self._weights = {
            token: min(1.0, rarities.get(token, 1.0))
            for headline in headlines
            for token in _words_of(headline)
        }

    def weigh(self, remark: Remark) -> float:
        """Higher tells more: own words, an office, the matter of the headlines, the other side."""
        row = remark.best
        statement, content = row.statement, row.content_words
        found = _words_of(content)
        weight = _FORMS[statement.type] + 0.5 * min(len(remark.rows), 4)
        weight += 1.0 if statement.speaker and not statement.speaker.startswith("unnamed") else 0
        weight += min(sum(self._weights.get(token, 0.0) for token in found), 4.0)
        weight += min(0.8 * len(found & _words_of(row.headline or "")), 4.0)
        named = {*self._parties.named_in(content)} - {statement.country}
        weight += 1.5 if named else 0.0
        weight -= 2.0 if len(content.split()) < _FEW_WORDS else 0.0
        weight -= 2.0 if statement.polarity == "omits" else 0.0
        weight -= 1.0 if not statement.speech or "ask" in row.cue_words.lower() else 0.0
        return weight - 0.05 * min(statement.id, 20)


def telling(found: Iterable[Remark], judge: Judge, most: int) -> tuple[Remark, ...]:
    """The ``most`` telling of the remarks, in the order given; asides are left out."""
    listed = list(found)
    weights = [round(judge.weigh(remark), 6) for remark in listed]
    ranked = sorted(range(len(listed)), key=lambda n: (-weights[n], n))
    kept = [n for n in ranked[:most] if weights[n] >= _ASIDE]
    return tuple(listed[n] for n in sorted(kept or ranked[:1]))


def by_day(found: Iterable[Remark]) -> tuple[tuple[str, tuple[Remark, ...]], ...]:
    """Dated remarks by their last possible day, the latest day first."""
    dated = sorted((remark for remark in found if remark.day), key=lambda remark: remark.day)
    days = [(day, tuple(group)) for day, group in groupby(dated, key=lambda remark: remark.day)]
    return tuple(reversed(days))


def _words_of(text: str) -> frozenset[str]:
    """Words long enough to carry matter, cut to a stem so that "talk" and "talks" meet."""
    return frozenset(token[:6] for _, token in tokens(text) if len(token) >= _WORD)


def rarity(rows: Sequence[StatementRow]) -> dict[str, float]:
    """How rare each word is among the statements: 1 where it stands in one, 0 in every one."""
    seen: defaultdict[str, int] = defaultdict(int)
    for row in rows:
        for token in _words_of(row.content_words):
            seen[token] += 1
    total = len(rows) + 1
    return {token: math.log(total / n) / math.log(total) for token, n in seen.items()}
