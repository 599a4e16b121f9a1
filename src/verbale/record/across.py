"""What a record tells over all its reports: lanes, talks, matters, names, reuse, origins."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

import msgspec

from verbale.matters.names import NamedThing, UsedName, register
from verbale.matters.rivalry import Contest, MadeClaim, contests
from verbale.model.reuse import Relation
from verbale.positions.lanes import Lane
from verbale.record import matter_view, rivals
from verbale.record.connect import Db
from verbale.record.doubts import Doubt, DoubtKind, doubts, number_of_doubts
from verbale.record.filters import (
    LaneFilter,
    MatterFilter,
)
from verbale.record.lanes import read_lanes
from verbale.record.near import is_large
from verbale.record.openings import Openings, openings
from verbale.record.origins import OriginsRow, Standing, origins_of, standing
from verbale.record.outlets import NamedSource, named_sources
from verbale.record.prov import RelationRow, relations
from verbale.record.rows import (
    Listing,
    MatterLinkRow,
    MatterRow,
)
from verbale.record.sharing import ReuseRow, relation_between, reuse_of
from verbale.record.talks import read_mentions
from verbale.record.view import View
from verbale.talks.find import Mention


class Across:
    """Puts together what several reports hold; computed when looked at."""

    _db: Db
    _view: View

    def lanes(self, wanted: LaneFilter | None = None) -> tuple[Lane, ...]:
        """The positions of each party on each matter and target, over all reports.

        `verbale.positions.shifts.story` tells how one moved, `standing` where it stands.
        """
        return read_lanes(self._db, wanted or LaneFilter())

    def openings(self) -> Openings:
        """How much could not be dated, resolved or read: the first of it, and numbers."""
        return openings(self._db)

    @property
    def is_large(self) -> bool:
        """Whether the record has so many reports that looks at one matter read only those on it."""
        return is_large(self._db)

    def mentions_of_talks(self, matter: str | None = None) -> tuple[Mention, ...]:
        """All acts and statements that tell of the state of talks, for `verbale.talks.timeline`;
        where a ``matter`` is named by its id, at least those on it."""
        return read_mentions(self._db, matter)

    def matters(self, wanted: MatterFilter | None = None) -> Listing[MatterRow]:
        """What parties deal with, the matters that most reports speak of first."""
        return matter_view.matters(self._db, wanted or MatterFilter())

    def matters_held(self, wanted: MatterFilter | None = None) -> Listing[MatterRow]:
        """The same, of each the number of positions that its lanes hold: what its page and
        `verbale positions` show. Of a large record those that name it are counted."""
        found = self.matters(wanted)
        if self.is_large:
            return found
        held = Counter(each.matter for lane in self.lanes() for each in lane.held)
        rows = (msgspec.structs.replace(row, positions=held[row.matter.id]) for row in found.rows)
        return msgspec.structs.replace(found, rows=tuple(rows))

    def matter(self, id: str, *, parties: Collection[str] = ()) -> MatterRow:  # noqa: A002
        """The one matter of these parties that this names: an id, a name or a part of one.

        Raises `NoSuchEntry`, `AmbiguousEntry`, which list matters.
        """
        return matter_view.matter(self._db, id, parties)

    def matters_of(self, entry: str) -> tuple[MatterLinkRow, ...]:
        """What an entry (``s12``, ``e3``, ``p5``) is about, the surest first."""
        return matter_view.links_of(self._db, entry)

    def used_names(self) -> tuple[UsedName, ...]:
        """Every use of a name of a place that has several, for `verbale.matters.names`."""
        return tuple(rivals.used_names(self._db))

    def made_claims(self) -> tuple[MadeClaim, ...]:
        """Every claim where it was made, by day, for `verbale.matters.rivalry`."""
        return tuple(rivals.made_claims(self._db))

    def names(
        self, *, matter: str | None = None, party: str | None = None
    ) -> tuple[NamedThing, ...]:
        """Places with several names, and who uses which; ``matter`` is an id or words."""
        ids = self._matter_ids(matter)
        near = matter if matter is not None and ids == {matter} else None
        return tuple(
            thing
            for thing in register(rivals.used_names(self._db, near))
            if (ids is None or thing.matter in ids) and (party is None or party in thing.parties)
        )

    def claims(
        self,
        *,
        matter: str | None = None,
        party: str | None = None,
        kind: str | None = None,
        opposed: bool = False,
    ) -> tuple[Contest, ...]:
        """Claims by matter and kind; with ``opposed`` those that two of its parties contest."""
        ids = self._matter_ids(matter)
        near = matter if matter is not None and ids == {matter} else None
        return tuple(
            contest
            for contest in contests(rivals.made_claims(self._db, near))
            if (ids is None or contest.matter in ids)
            and (party is None or party in {held.holder for held in contest.held})
            and kind in (None, contest.kind)
            and (contest.opposed or not opposed)
        )

    def _matter_ids(self, wanted: str | None) -> set[str] | None:
        if wanted is None:
            return None
        return {row.matter.id for row in self.matters(MatterFilter(words=wanted))}

    def reuse(self, id: str) -> ReuseRow:  # noqa: A002
        """What of a report stands in others, word for word or edited, and whose it is.

        Computed when asked, from what the record holds: the same in any order of reading.
        """
        return reuse_of(self._db, self._view.report_row(id))

    def origins(self, entry: str) -> OriginsRow:
        """Where a statement, act or position comes from: its chain, the other reports that carry
        it, and how many independent origins they make."""
        return origins_of(self._db, entry)

    def relations(self) -> Iterator[RelationRow]:
        """Where every entry comes from, as relations named as in W3C PROV."""
        return relations(self._db)

    def named_sources(self) -> tuple[NamedSource, ...]:
        """The outlets, agencies and media by the names that reports give them."""
        return named_sources(self._db)

    def standing(self, entries: Iterable[str]) -> dict[str, Standing]:
        """How many reports and origins some entries rest on; left out are those that one report
        alone carries."""
        return standing(self._db, entries)

    def doubts(
        self, kind: DoubtKind, *, after: str | None = None, limit: int = 20
    ) -> tuple[Doubt, ...]:
        """What the machine is unsure of for this reason and no person has decided on, the latest
        drawn first; ``after`` an entry, to go on from it."""
        return doubts(self._db, kind, after, limit)

    def number_of_doubts(self) -> dict[DoubtKind, int]:
        """How many there are for each reason, counted up to `verbale.record.doubts.MOST`."""
        return number_of_doubts(self._db)

    def relation(self, id: str, other: str) -> Relation:  # noqa: A002
        """What the report ``other`` is to the one ``id``: a copy, an update, on the same event ...

        Decisions of a person that set the two apart are not looked at.
        """
        return relation_between(self._db, self._view.report_row(id), self._view.report_row(other))
