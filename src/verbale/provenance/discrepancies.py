"""Where carriers of one utterance do not agree: only what a reader would be misled by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from verbale.model.origin import Discrepancy, DiscrepancyKind
from verbale.provenance.likeness import likeness, wording
from verbale.provenance.times import at_odds, times
from verbale.provenance.utterances import Telling, same_speaker

#: Below this share of words in the same order, two quotations are renderings of their own.
_SAME = 0.72


def discrepancies(tellings: Sequence[Telling]) -> tuple[Discrepancy, ...]:
    """What the tellings of one utterance differ in, by kind."""
    return tuple(
        found
        for look in (_polarity, _speaker, _date, _number, _wording)
        for found in look(tellings)
    )


def _polarity(tellings: Sequence[Telling]) -> Iterator[Discrepancy]:
    if len({each.polarity for each in tellings}) > 1:
        yield _told("polarity", [(each.id, each.polarity) for each in tellings])


def _speaker(tellings: Sequence[Telling]) -> Iterator[Discrepancy]:
    named = [each for each in tellings if each.speaker]
    if any(same_speaker(one, other) is False for one, other in combinations(named, 2)):
        yield _told("speaker", [(each.id, str(each.speaker)) for each in named])


def _date(tellings: Sequence[Telling]) -> Iterator[Discrepancy]:
    """Days of speaking that the reports state themselves; times that the words name."""
    stated = [each for each in tellings if each.said and each.day and "X" not in each.day]
    if len({each.day for each in stated}) > 1:
        yield _told("date", [(each.id, str(each.day)) for each in stated])
    named = {each.id: found for each in tellings if (found := times(each.words))}
    if any(at_odds(one, other) for one, other in combinations(named.values(), 2)):
        written = ((telling, (time.written for time in found)) for telling, found in named.items())
        yield _told("date", [(telling, ", ".join(words)) for telling, words in written])


def _number(tellings: Sequence[Telling]) -> Iterator[Discrepancy]:
    """Different figures before the same word, where each telling has one."""
    figures: dict[str, dict[str, set[str]]] = {}
    for each in tellings:
        for number, unit in wording(each.words).numbers:
            figures.setdefault(unit, {}).setdefault(each.id, set()).add(number)
    for unit, told in sorted(figures.items()):
        apart = any(not one & other for one, other in combinations(told.values(), 2))
        if unit and apart:
            yield _told(
                "number",
                [(one, f"{', '.join(sorted(found))} {unit}") for one, found in told.items()],
            )


def _wording(tellings: Sequence[Telling]) -> Iterator[Discrepancy]:
    """Quotations that are given as literal and are not the same words."""
    quoted = [each for each in tellings if each.direct]
    differ = any(
        likeness(wording(one.words), wording(other.words)).row < _SAME
        for one, other in combinations(quoted, 2)
    )
    if differ:
        yield _told("wording", [(each.id, each.words) for each in quoted])


def _told(kind: DiscrepancyKind, told: Sequence[tuple[str, str]]) -> Discrepancy:
    return Discrepancy(kind=kind, told=tuple(told))
