"""Which talks of the same parties are the same talks.

Reports seldom call a dispute by one name throughout: talks "on the ridge" in May are talks "on the
border" in June. Only the reports can tell whether that is one dispute or two, so it is one only
where no side sets the two apart in one report, and those that name the one speak of the other, too,
or of what else comes up with it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from verbale.model import Matter

#: So many times more reports have talks on the name that a dispute usually goes by.
_USUAL = 2
#: So many things that come up with a dispute are enough to know it by.
_BESIDE = 2


class Talks(NamedTuple):
    """Talks that a report tells of, the matter that they are filed under so far, and whose they
    are: the parties of a position or a telling."""

    matter: str
    report: int
    parties: frozenset[str]


def one_dispute(
    talks: Iterable[Talks],
    matters: Mapping[str, Matter],
    spoken_of: Mapping[int, Collection[str]],
) -> dict[str, str]:
    """Matters, and the one whose talks their talks are; the others are left out.

    ``spoken_of`` are the matters that each report speaks of.
    """
    told: defaultdict[str, set[Talks]] = defaultdict(set)
    for each in talks:
        told[each.matter].add(each)
    names = {matter: _Name(some, spoken_of) for matter, some in told.items()}
    ranked = sorted(names, key=lambda m: (-len(names[m].reports), -matters[m].weight, m))
    usual: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    joined: dict[str, str] = {}
    for matter in ranked:
        known = usual[matters[matter].parties]
        main = next((m for m in known if names[matter].is_another(m, names[m], spoken_of)), None)
        if main is None:
            known.append(matter)
        else:
            joined[matter] = main
    return joined


class _Name:
    """A matter as reports tell of talks on it."""

    def __init__(self, told: Iterable[Talks], spoken_of: Mapping[int, Collection[str]]) -> None:
        self._told = {(each.report, each.parties) for each in told}
        self.reports = {report for report, _ in self._told}
        counts = Counter(matter for report in self.reports for matter in spoken_of[report])
        self._often = {m for m, count in counts.items() if 2 * count >= len(self.reports)}

    def comes_up(self, matter: str, among: Collection[str]) -> bool:
        """Whether ``matter``, as it is called here, or enough of what comes up with it is there."""
        return matter in among or len(self._often.intersection(among)) >= _BESIDE

    def is_another(
        self, matter: str, main: _Name, spoken_of: Mapping[int, Collection[str]]
    ) -> bool:
        """Whether it is another name for what is usually called ``matter``."""
        if len(main.reports) < _USUAL * len(self.reports) or self._told & main._told:
            return False
        return all(
            matter in spoken_of[report]
            or len(main._often.intersection(spoken_of[report])) >= _BESIDE
            for report in self.reports
        )
