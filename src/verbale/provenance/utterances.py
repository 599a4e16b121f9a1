"""Utterances: the same words of the same speaker, told in several reports.

Two reports are matched as a whole: each statement has at most one counterpart in the other, the
likest. Short and generic words need more than likeness to be joined. What is decided depends on the
two reports alone, so the order of reading does not matter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from functools import lru_cache
from operator import attrgetter
from typing import Literal, NamedTuple

from verbale.model import Span
from verbale.provenance.credits import folded
from verbale.provenance.likeness import Likeness, Wording, likeness, wording

#: Said in a language that is not named ("through an interpreter").
ANY_TONGUE = "any"
How = Literal["same words", "copied text", "reported speech", "other rendering"]
#: Days between which words may be the same ones: nearly word for word, and in other words.
_FAR, _NEAR = 45, 4
#: Telling words, and their weight, that both must have.
_FEW, _LEAST = 3, 3.0
#: Words in the same order; weight shared by wordings of different kinds, and by two renderings,
#: without which only quotations of one person are joined.
_ROW, _SHARE, _RENDERED = 0.72, 0.6, 0.5
#: Two quotations of one named person within so many days: telling words, and the weight shared by
#: the lighter and the heavier; by both where each says from which language it was put into English.
_SOON, _QUOTED_FEW, _QUOTED, _QUOTED_WHOLE, _TRANSLATED = 2, 2, 0.4, 0.3, 0.15
_ROUNDING = 1e-6
_MARGIN = 0.12  # by which the best counterpart in other words must beat the next


class Telling(NamedTuple):
    """A statement as it is matched. ``day`` and ``published`` are EDTF days; ``span`` is its place.

    ``direct``: given in quotation marks, at least in part. ``speaker``, ``office``, ``country`` as
    the record has them; ``source`` the words that name the source. ``tongue``: the language that
    the words were said in and put into English from, ``any`` where it is not named.
    """

    id: str
    span: Span
    words: str
    speaker: str | None = None
    office: str | None = None
    country: str | None = None
    source: str = ""
    day: str | None = None
    said: bool = False
    direct: bool = False
    tongue: str | None = None
    polarity: str = "affirms"


class Join(NamedTuple):
    """Two tellings of one utterance: how alike, and whether the text around them is copied."""

    one: str
    other: str
    how: How
    score: float
    copied: bool


Shared = Sequence[tuple[Span, Span]]


class Tellings:
    """The tellings of a report by their ids, and which of them have a stem, with its weight."""

    def __init__(self, told: Iterable[Telling]) -> None:
        self.by_id = {telling.id: telling for telling in told}
        self.wordings = {name: wording(each.words) for name, each in self.by_id.items()}
        self.having: defaultdict[str, list[tuple[str, float]]] = defaultdict(list)
        for name, known in self.wordings.items():
            for stem, weight in known.weights.items():
                self.having[stem].append((name, weight))


class Near(NamedTuple):
    """Two tellings that may be of one utterance, by the words that they have in common."""

    one: Telling
    other: Telling
    alike: Likeness


def near(
    here: Tellings, there: Tellings, some: Iterable[str], others: Collection[str]
) -> list[Near]:
    """Of ``some`` tellings of one report and ``others`` of another, by their ids, those that have
    words enough in common to be looked at."""
    found = []
    for name in some:
        mine, one = here.wordings[name], here.by_id[name]
        common = _common(mine, there)
        for other in common.keys() & others:
            theirs, counterpart = there.wordings[other], there.by_id[other]
            least = mine.weight if mine.weight < theirs.weight else theirs.weight
            # The sum may differ in its last digit from that of `likeness`, which decides.
            enough = common[other] >= _RENDERED * least - _ROUNDING
            if enough or _two_hands(one, counterpart):
                found.append(Near(one, counterpart, _alike(one.words, counterpart.words)))
    return found


def _common(mine: Wording, there: Tellings) -> dict[str, float]:
    """The weight that tellings of a report have in common with a wording."""
    found: dict[str, float] = {}
    for stem, weight in mine.weights.items():
        for other, theirs in there.having.get(stem, ()):
            found[other] = found.get(other, 0.0) + (theirs if theirs < weight else weight)
    return found


@lru_cache(maxsize=1 << 15)
def _alike(one: str, other: str) -> Likeness:
    """What is copied is compared again and again."""
    return likeness(wording(one), wording(other))


def match(found: Sequence[Near], shared: Shared = ()) -> list[Join]:
    """Those of two reports' tellings that are of one utterance, of all that are near.

    ``shared`` are prose passages of both (copied text, as places here and there).
    """
    here = _holding((each.one for each in found), [passage for passage, _ in shared])
    there = _holding((each.other for each in found), [passage for _, passage in shared])
    joins = (_join(each, copied=bool(here[each.one.id] & there[each.other.id])) for each in found)
    return sorted(_clear(join for join in joins if join is not None))


def _holding(told: Iterable[Telling], passages: Sequence[Span]) -> dict[str, int]:
    """Which passages each telling stands in, most of it: a bit for each of these."""
    found: dict[str, int] = {}
    for telling in told:
        if telling.id in found:
            continue
        (start, end), held = telling.span, 0
        for at, (first, last) in enumerate(passages):
            if start < last and first < end:
                inside = min(end, last) - max(start, first)
                held |= (2 * inside > end - start) << at
        found[telling.id] = held
    return found


def _clear(joins: Iterable[Join]) -> list[Join]:
    """Of joins, the likest of each telling; other words only where no other fits nearly as well."""
    ranked = sorted(joins, key=lambda join: (-join.score, join.one, join.other))
    seconds, seconds_there = _seconds(ranked, _ONE), _seconds(ranked, _OTHER)
    taken: set[str] = set()
    taken_there: set[str] = set()
    kept = []
    for join in ranked:
        if join.one in taken or join.other in taken_there:
            continue
        rival = max(seconds.get(join.one, 0.0), seconds_there.get(join.other, 0.0))
        if join.how != "other rendering" or rival <= join.score - _MARGIN:
            kept.append(join)
            taken.add(join.one)
            taken_there.add(join.other)
    return kept


_ONE, _OTHER = attrgetter("one"), attrgetter("other")


def _seconds(ranked: Iterable[Join], end: Callable[[Join], str]) -> dict[str, float]:
    """The score of the second best join of each telling at one end, if it has two."""
    met: set[str] = set()
    found: dict[str, float] = {}
    for join in ranked:
        name = end(join)
        if name in met:
            found.setdefault(name, join.score)
        met.add(name)
    return found


def _join(near: Near, *, copied: bool) -> Join | None:
    one, other, alike = near
    if one.polarity != other.polarity and "omits" in (one.polarity, other.polarity):
        return None
    if not copied and alike.telling < _fewest(one, other):
        return None  # too few words in common, whoever says them and when
    how = _how(one, other, alike, copied=copied)
    if how is None:
        return None
    score = max(alike.row, alike.share) * 0.7 + alike.whole * 0.3
    return Join(one.id, other.id, how, round(score, 3), copied)


def _fewest(one: Telling, other: Telling) -> int:
    """How many telling words two tellings must have in common."""
    if _one_tongue(one, other):
        return 1
    return _QUOTED_FEW if one.direct and other.direct else _FEW


def _how(one: Telling, other: Telling, alike: Likeness, *, copied: bool) -> How | None:
    """How two tellings are of one utterance, None where they are not or it cannot be told."""
    if copied and alike.row >= 0.6 and alike.share >= _RENDERED:
        return "copied text"
    days = days_apart(one.day, other.day)
    if _rendered(one, other, alike):
        return "other rendering"
    telling = alike.telling >= _FEW and alike.common >= _LEAST
    speakers = same_speaker(one, other) if telling else False
    if speakers is False:
        return _misattributed(one, other, alike, days)
    near = days is None or days <= _NEAR
    if alike.row >= _ROW and alike.share >= 0.75 and (days is None or days <= _FAR):
        return "same words" if one.direct == other.direct else "reported speech"
    if not near or not speakers:
        return None
    if alike.share >= _SHARE and alike.whole >= 0.35:
        return "reported speech" if one.direct != other.direct else "other rendering"
    if alike.share >= _RENDERED and alike.telling >= 4:
        return "other rendering"
    return None


def _rendered(one: Telling, other: Telling, alike: Likeness) -> bool:
    """Whether two quotations of one named person are likely put into English by two hands."""
    if alike.row >= _ROW or not _two_hands(one, other):
        return False
    if _one_tongue(one, other):
        return alike.whole >= _TRANSLATED
    # Whatever is said of one matter has its names in common.
    bare = likeness(wording(one.words).without_names(), wording(other.words).without_names())
    return bare.telling >= _QUOTED_FEW and bare.share >= _QUOTED and bare.whole >= _QUOTED_WHOLE


def _two_hands(one: Telling, other: Telling) -> bool:
    """Whether two tellings quote one named person of one time: whatever the words, they may be of
    one utterance."""
    if not (one.direct and other.direct):
        return False
    days = days_apart(one.day, other.day)
    if days is None or days > _SOON:
        return False
    named = surname(one.speaker) and surname(other.speaker)
    return bool(named and same_speaker(one, other))


def _one_tongue(one: Telling, other: Telling) -> bool:
    """Whether both were said in another language, and it may be the same."""
    return bool(one.tongue and other.tongue) and (
        one.tongue == other.tongue or ANY_TONGUE in (one.tongue, other.tongue)
    )


def _misattributed(one: Telling, other: Telling, alike: Likeness, days: int | None) -> How | None:
    """Long quotations that are the same word for word, though the speakers differ."""
    long = alike.telling >= 6 and alike.row >= 0.9 and alike.whole >= 0.8
    near = days is not None and days <= _NEAR
    return "same words" if long and near and one.direct and other.direct else None


def same_speaker(one: Telling, other: Telling) -> bool | None:
    """Whether two tellings have one speaker; None where one of them names nobody who could tell."""
    first, second = surname(one.speaker), surname(other.speaker)
    if first and second:
        return _one_name(one.speaker, other.speaker)
    if one.country and other.country:
        return one.country == other.country
    mine, theirs = folded(one.office or one.source), folded(other.office or other.source)
    if mine and mine == theirs:
        return True
    return None


@lru_cache(maxsize=1 << 14)
def _one_name(one: str | None, other: str | None) -> bool:
    """Whether two names of persons may be one's: the same surname, or one within the other."""
    names, others = set(folded(one).split()), set(folded(other).split())
    return surname(one) == surname(other) or names <= others or others <= names


@lru_cache(maxsize=1 << 12)
def surname(name: str | None) -> str | None:
    """The last word of a person's name; None for who has none ("unnamed officials")."""
    words = folded(name).split()
    return words[-1] if words and words[0] not in ("unnamed", "it", "he", "she", "they") else None


@lru_cache(maxsize=1 << 12)
def days_apart(one: str | None, other: str | None) -> int | None:
    """The days between two EDTF days; None where one is not known exactly."""
    try:
        return abs((date.fromisoformat(one or "") - date.fromisoformat(other or "")).days)
    except ValueError:
        return None
