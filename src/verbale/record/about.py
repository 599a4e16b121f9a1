"""The one matter that a position, or a telling of talks, counts for: lanes need exactly one.

Links tell all matters that an entry's words name, its condition and its circumstances included.
What it is about is the one that its own object names; failing that, the matter that its report is
mostly about among those of the party.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from verbale.model import Matter, Target
from verbale.passages.tokens import tokens
from verbale.positions.objects import head_of, kind_of, singular, telling_words
from verbale.record.connect import Db
from verbale.record.disputes import Talks, one_dispute
from verbale.record.stored import from_json, to_json

_LINKS = "SELECT report, kind, entry, matter, score FROM links"
_LINKS_NEAR = (
    f"{_LINKS} WHERE report IN"  # noqa: S608 - no value in it
    " (SELECT report FROM positions WHERE party IN (SELECT value FROM json_each(?)))"
)
_OF = "report IN (SELECT value FROM json_each(?))"
_LINKS_OF = f"{_LINKS} WHERE {_OF}"
_MATTERS = "SELECT id, record FROM matters"
_MATTERS_OF = (
    f"{_MATTERS} WHERE id IN"  # noqa: S608 - no value in it
    f" (SELECT matter FROM links WHERE {_OF})"
)

#: Talks, and dealings, may be about whatever there is.
_ANYTHING = frozenset({"talks", "relations"})
_BODIES = frozenset({"commission", "committee", "group", "council"})
#: A matter of which a report speaks at least so many times less than of the first is as near.
_NEARLY = 2
#: So many times more is made of a matter that all the world knows by its name.
_FAR_MORE = 3


class Object(NamedTuple):
    """What is to be placed: an entry's row and letter, its report, whose it is, its own object.

    ``on`` is the target of a position; tellings of talks are on talks. ``toward`` is whom
    the talks are with, where its words tell.
    """

    kind: str
    entry: int
    report: int
    parties: frozenset[str]
    words: str
    on: Target = "talks"
    toward: frozenset[str] = frozenset()

    @property
    def place(self) -> tuple[str, int]:
        """Its letter and row."""
        return self.kind, self.entry


class Abouts:
    """The matters and links of a record, loaded once for all its positions or tellings.

    With ``reports``, a JSON array of their rows, only theirs. For one ``party``, only the links of
    reports with positions of ``near``: those it deals with, and those that these deal with, by whom
    their own positions are placed.
    """

    def __init__(self, db: Db, party: str | None = None, reports: str | None = None) -> None:
        among = (_MATTERS, ()) if reports is None else (_MATTERS_OF, (reports,))
        self.matters: Mapping[str, Matter] = {
            number: from_json(record, Matter) for number, record in db.all(*among)
        }
        alone = frozenset({party} if party else ())
        self.near = self._around(self._around(alone))
        self._links: defaultdict[tuple[str, int], dict[str, float]] = defaultdict(dict)
        self._main: defaultdict[int, Counter[str]] = defaultdict(Counter)
        if reports is not None:
            links = db.all(_LINKS_OF, (reports,))
        elif party:
            links = db.all(_LINKS_NEAR, (to_json(sorted(self.near)),))
        else:
            links = db.all(_LINKS)
        for report, kind, entry, matter, score in links:
            self._links[kind, entry][matter] = score
            self._main[report][matter] += score
        self._wordings = {number: tuple(_wordings(m)) for number, m in self.matters.items()}
        self._of_key: defaultdict[str, list[str]] = defaultdict(list)
        for number, matter in self.matters.items():
            for key in matter.keys:
                self._of_key[key].append(number)
        self._of_kind: defaultdict[str, list[str]] = defaultdict(list)
        for number, wordings in sorted(self._wordings.items()):
            for head in sorted({wording[-1] for wording in wordings}):
                self._of_kind[head].append(number)

    def _around(self, parties: frozenset[str]) -> frozenset[str]:
        """The parties, and those that share a matter with one of them."""
        shared = (m.parties for m in self.matters.values() if not parties.isdisjoint(m.parties))
        return parties.union(*shared)

    def name(self, matter: str | None) -> str:
        """What a matter is called; nothing where there is none."""
        return self.matters[matter].name if matter else ""

    def place(self, objects: Iterable[Object]) -> dict[tuple[str, int], str]:
        """The matter of each entry, by letter and row; those that nothing places are left out.

        Those whose own object is a matter come first. The others go to one of the matters so found
        for their parties: to the usual one of those that their report speaks of, talks to one on
        which talks are.
        Matters that are called alike count as one.
        """
        everything = [self._faced(each) for each in objects]
        own = {o.place: found for o in everything if (found := self._own(o)) is not None}
        whole = self._joined(own.values())
        first = [(o, whole[own[o.place]]) for o in everything if o.place in own]
        usual = Counter(matter for o, matter in first if o.on != "terms")
        talked_of = Counter(matter for o, matter in first if o.on == "talks")
        placed = {place: whole[matter] for place, matter in own.items()}
        shared = self._families(talked_of, usual, whole)
        left = [each for each in everything if each.place not in placed]
        for like in _alike_in_name(left):
            counts = (talked_of, usual) if like[0].on == "talks" else (usual,)
            found = self._likely(like, counts, whole)
            if found is not None:
                known = self._known(found, like[0].parties)
                placed |= {each.place: whole.get(known, known) for each in like}
        told = {
            o.place: Talks(shared.get(matter, matter), o.report, o.parties)
            for o in everything
            if o.on == "talks" and (matter := placed.get(o.place))
        }
        joined = one_dispute(told.values(), self.matters, self._main)
        return placed | {p: joined.get(each.matter, each.matter) for p, each in told.items()}

    def _families(
        self, talked_of: Mapping[str, int], usual: Mapping[str, int], whole: Mapping[str, str]
    ) -> dict[str, str]:
        """Matters, and the one that talks about any of their kind are on: talks of the same two on
        the ban on fish, the fishing agreement and the fishing commission are the same talks."""
        ranked = sorted(
            {*talked_of, *usual},
            key=lambda m: (
                -talked_of.get(m, 0),
                -usual.get(m, 0),
                -self.matters[m].weight,
                m,
            ),
        )
        alike: defaultdict[str, list[str]] = defaultdict(list)
        for one, joined in whole.items():
            alike[joined].append(one)
        shared: dict[str, str] = {}
        first_with: dict[tuple[tuple[str, ...], str], str] = {}
        for matter in ranked:
            wordings = (w for one in (matter, *alike[matter]) for w in self._wordings[one])
            keys = [(self.matters[matter].parties, word) for word in telling_words(wordings)]
            first = next((first_with[key] for key in sorted(keys) if key in first_with), None)
            if first is not None:
                shared[matter] = first
            for key in keys:
                first_with.setdefault(key, first or matter)
        return shared

    def _faced(self, each: Object) -> Object:
        """The entry with those as its parties, too, with whom its words say that it is: who talks
        with one neighbour says nothing of the other."""
        return each._replace(parties=each.parties | each.toward)

    def _own(self, each: Object) -> str | None:
        """The linked matter that the entry's own words for its object name."""
        linked = self._links[each.kind, each.entry]
        found = self._named(each, linked) or self._named(each, self._like(each))
        return found and self._known(found, each.parties)

    def _known(self, matter: str, parties: frozenset[str]) -> str:
        """The matter of these parties that has the same proper name and is spoken of far more: "the
        Orda Dam" is the same dam where only the host of a round is named beside them."""
        light = self.matters[matter]
        known = (
            other
            for key in (light.keys if self._is_named(matter) else ())
            for other in self._of_key[key]
            if self._is_of(other, parties)
            and self.matters[other].weight >= _FAR_MORE * light.weight
        )
        return max(known, key=lambda m: (self.matters[m].weight, m), default=matter)

    def _named(self, each: Object, among: Iterable[str]) -> str | None:
        """Of some matters of the entry's parties the one that its object names best."""
        named = [(self._fit(m, each.words), m) for m in among if self._is_of(m, each.parties)]
        fitting = [(fit, matter) for fit, matter in named if fit]
        if not fitting:
            return None
        return min(fitting, key=lambda found: (-found[0], *self._rank(found[1], each.report)))[1]

    def _like(self, each: Object) -> list[str]:
        """Matters of the same kind as the object that the entry is not linked to: a report that
        links "foreign observers" to nothing may still mean the observers that others speak of.

        They are of parties that the report deals with, else of the only ones that deal with such.
        """
        head = head_of(each.words)
        like = [m for m in self._of_kind[head] if self._is_of(m, each.parties)]
        sets = {self.matters[matter].parties for matter in self._main[each.report]}
        beside = [matter for matter in like if self.matters[matter].parties in sets]
        alone = len({self.matters[matter].parties for matter in like}) == 1
        return beside or (like if alone else [])

    def _likely(
        self, like: Sequence[Object], known: Sequence[Mapping[str, int]], whole: Mapping[str, str]
    ) -> str | None:
        """The matter that entries are about whose object is none; ``known`` are counts of those
        that are named as such, the telling ones first."""
        parties = like[0].parties
        spoken_of = Counter[str]()
        for report in {each.report for each in like}:
            for matter, score in self._main[report].items():
                spoken_of[whole.get(matter, matter)] += round(score, 6)
        left = [m for m in spoken_of if self._is_of(m, parties)]
        sets = {self.matters[matter].parties for matter in left}
        for usual in known:
            near = [m for m in left if m in usual]
            if near:
                most = max(spoken_of[matter] for matter in near)
                much = [matter for matter in near if spoken_of[matter] * _NEARLY >= most]
                of = much if usual is known[-1] else near
                return min(of, key=lambda m: (-usual[m], -spoken_of[m], m))
            # What others deal with is no guess while the report tells whom it is about.
            of_parties = [m for m in usual if self._is_of(m, parties)]
            fitting = [m for m in of_parties if not sets or self.matters[m].parties in sets]
            if fitting:
                return min(fitting, key=lambda m: (-usual[m], m))
        return min(left, key=lambda m: (-spoken_of[m], -self.matters[m].weight, m), default=None)

    def _joined(self, found: Iterable[str]) -> dict[str, str]:
        """Each matter, and the weightiest of those of the same parties that are called alike."""
        whole: dict[str, str] = {}
        ordered = sorted(set(found), key=lambda m: (-self.matters[m].weight, m))
        for matter in ordered:
            like = (kept for kept in whole.values() if self._alike(kept, matter))
            whole[matter] = next(like, matter)
        return whole

    def _alike(self, one: str, other: str) -> bool:
        """Whether two matters of the same parties share the head of a wording and are not told
        apart by what stands before it: "the border crossings" may be "the Orda crossing"."""
        if self.matters[one].parties != self.matters[other].parties:
            return False
        named = self._is_named(one) != self._is_named(other)
        return any(
            mine[-1] == theirs[-1]
            and (
                named or min(len(mine), len(theirs)) == 1 or bool(set(mine[:-1]) & set(theirs[:-1]))
            )
            for mine in self._wordings[one]
            for theirs in self._wordings[other]
        )

    def _is_named(self, matter: str) -> bool:
        """Whether a proper name tells it from others of its kind: "the Orda crossing"."""
        return any(
            word[:1].isupper() for words in self.matters[matter].wordings for word in words.split()
        )

    def _is_of(self, matter: str, parties: frozenset[str]) -> bool:
        return parties <= set(self.matters[matter].parties)

    def _rank(self, matter: str, report: int) -> tuple[float, int, str]:
        """What the report speaks of most comes first, then what all reports speak of most."""
        return (-round(self._main[report][matter], 6), -self.matters[matter].weight, matter)

    def _fit(self, matter: str, words: str) -> int:
        """How many words of a wording are those of the object; 0 where its head is another."""
        asked, head = _words(words), head_of(words)
        fitting = (w for w in self._wordings[matter] if w[-1] in asked or head in w)
        return max((len(asked & set(wording)) for wording in fitting), default=0)


def _alike_in_name(objects: Iterable[Object]) -> Iterator[list[Object]]:
    """The objects of the same parties that are one thing under several names ("the judgment", "the
    court's ruling") together, wherever reports speak of it; talks and treaties each by itself.
    What sits again and again ("the joint commission") is one thing, too."""
    together: defaultdict[tuple[frozenset[str], str], list[Object]] = defaultdict(list)
    for each in objects:
        body = head_of(each.words) in _BODIES
        thing = kind_of(each.words) if body or each.on not in _ANYTHING else ""
        if thing:
            together[each.parties, thing].append(each)
        else:
            yield [each]
    yield from together.values()


def _wordings(matter: Matter) -> Iterator[tuple[str, ...]]:
    for wording in dict.fromkeys((matter.key, *matter.keys, *matter.wordings)):
        found = tuple(singular(token) for _, token in tokens(wording))
        if found:
            yield found


def _words(words: str) -> frozenset[str]:
    return frozenset(singular(token) for _, token in tokens(words))
