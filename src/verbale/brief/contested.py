"""What is contested: rival names and claims against each other, in the words of their holders.

Nothing is judged. A name stands with those who call it so and those who use it, a claim with its
holder, the first and the last day; which of them is right is not asked. Both rest on the whole
record up to the last day asked for. The checker asks this module again and reads the passages
itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from itertools import groupby

from verbale.brief import names
from verbale.brief.days import on, when_told, within
from verbale.brief.disputes import Pair
from verbale.brief.material import Material
from verbale.brief.model import Citation, Sentence
from verbale.brief.moves import Moves
from verbale.brief.names import Parties
from verbale.brief.quoting import content_of, excerpt, in_context, passage
from verbale.brief.wording import worded
from verbale.matters.names import NamedThing, NameRecord, Place, register
from verbale.matters.rivalry import HEADINGS, Contest, HeldClaim, contests
from verbale.record import Record, ReportRow, StatementRow
from verbale.record.days import Period, period

NAMES = "what it is called"
#: By whether the holder denies what is quoted.
VERBS = {False: "said", True: "denied"}
LONG = 360
MOST_USERS, MOST_OF_A_HOLDER = 5, 3

#: Sentences by what they are about and the question that is open there.
Questions = Mapping[tuple[str, str], tuple[Sentence, ...]]


class Contested:
    """Writes these sentences over one record: `of` a pair of sides."""

    def __init__(self, record: Record, moves: Moves, parties: Parties) -> None:
        self._record = record
        self._moves = moves
        self._parties = parties
        self.of = cache(self._of)

    def _of(self, sides: Pair) -> Questions:
        """Names first, then claims, by matter in alphabetical order."""
        found: dict[tuple[str, str], tuple[Sentence, ...]] = {}
        for thing in self._things(sides):
            listed = tuple(self._name(record) for record in thing.names if _is_cited(record))
            if len(listed) > 1:
                found[thing.label, NAMES] = listed
        for contest in self._contests(sides):
            key = (contest.label or self._parties.listed(sides), HEADINGS[contest.kind])
            found[key] = tuple(self._claims(contest))
        return dict(sorted(found.items(), key=lambda item: (item[0][0], item[0][1] != NAMES)))

    # What the sentences rest on.

    @property
    def _material(self) -> Material:
        return self._moves.whole

    @cached_property
    def _reports(self) -> dict[str, ReportRow]:
        return {row.id: row for row in self._material.reports}

    @cached_property
    def _said(self) -> dict[str, StatementRow]:
        return {row.id: row for row in self._material.statements}

    def _things(self, sides: Pair) -> Iterator[NamedThing]:
        """Things of these sides with several names, as the reports on them have it."""
        handles = self._moves.reports(sides)
        uses = (
            use
            for use in self._record.used_names()
            if use.report in self._reports and self._reports[use.report].handle in handles
        )
        for thing in register(uses):
            told = {code for record in thing.names for code in record.told}
            if {*thing.parties, *told} & set(sides) and self._is_asked(thing.matter):
                yield thing

    def _contests(self, sides: Pair) -> Iterator[Contest]:
        """Claims that two of the sides hold against each other."""
        handles = self._moves.reports(sides)
        made = (
            claim
            for claim in self._record.made_claims()
            if claim.entry in self._said and self._said[claim.entry].handle in handles
        )
        for contest in contests(made):
            holders = {held.holder for held in contest.held} & set(sides)
            if contest.opposed and len(holders) > 1 and self._is_asked(contest.matter):
                yield contest

    def _is_asked(self, matter: str | None) -> bool:
        return self._material.request.matter in (None, matter)

    # Names.

    def _name(self, record: NameRecord) -> Sentence:
        places = (*record.told_in, *(place for user in record.users for place in user.places))
        users = (*self._speakers(record), *self._outlets(record))
        values = {
            "name": record.name,
            "told": names.listed([self._parties.in_sentence(code) for code in record.told]),
            "told_by": names.listed(list(self._by_publisher(record.told_in)), MOST_USERS),
            "users": names.listed(users, MOST_USERS),
            "days": within(self._reports[place.report].published for place in places),
        }
        cited = tuple(map(self._place, self._telling(record)))
        return worded("name.told" if record.told else "name.used", values, cited)

    def _speakers(self, record: NameRecord) -> Iterator[str]:
        for user in record.users:
            if user.quoted:
                of = f" of {self._parties.in_sentence(user.country)}" if user.country else ""
                yield f"{user.who}{of} (quoted)"

    def _outlets(self, record: NameRecord) -> Iterable[str]:
        return self._by_publisher(
            place for user in record.users if not user.quoted for place in user.places
        )

    def _telling(self, record: NameRecord) -> Iterator[Place]:
        """One place for each who tells of the name or uses it."""
        yield from self._by_publisher(record.told_in).values()
        for user in record.users:
            yield from user.places[:1] if user.quoted else ()
        used = (place for user in record.users if not user.quoted for place in user.places)
        yield from self._by_publisher(used).values()

    def _by_publisher(self, places: Iterable[Place]) -> dict[str, Place]:
        """The first place of each outlet, by its name with the agencies that it credits."""
        found: dict[str, Place] = {}
        for place in places:
            found.setdefault(names.publisher(self._reports[place.report].report), place)
        return found

    def _place(self, place: Place) -> Citation:
        handle = self._reports[place.report].handle
        text = self._material.annotation(handle).text
        return Citation(report=handle, spans=(place.span,), around=(in_context(text, place.span),))

    # Claims.

    def _claims(self, contest: Contest) -> Iterator[Sentence]:
        """The latest of each party to the matter, by party; what is not shown is counted."""
        own = [held for held in contest.held if held.holder in contest.parties]
        own.sort(key=lambda held: self._parties.name(held.holder))
        for holder, group in groupby(own, key=lambda held: held.holder):
            listed = sorted(group, key=lambda held: (held.last or "", held.said), reverse=True)
            yield from map(self._claim, listed[:MOST_OF_A_HOLDER])
            left = len(listed) - MOST_OF_A_HOLDER
            if left > 0:
                party = self._parties.in_sentence(holder)
                yield worded("claim.more", {"left": names.counted(left, "claim"), "party": party})

    def _claim(self, held: HeldClaim) -> Sentence:
        rows = [self._said[entry] for entry in held.entries]
        best = max((row for row in rows if _is_words(row, held)), key=_day)
        text = self._material.annotation(best.handle).text
        spans = content_of(text, best.statement)
        values = {
            "party": self._parties.in_sentence(held.holder),
            **self._voice(best),
            "first": on(held.first) if held.first and held.first != held.last else "",
            "when": when_told(best.statement, best.published),
            "verb": VERBS[held.denied],
            "quote": excerpt(text, spans, LONG),
            "sources": names.source_labels(
                self._material.annotation(row.handle).report for row in (best, *rows)
            ),
        }
        cited = (best, *(row for row in rows if row.id != best.id))
        return worded("claim", values, tuple(map(self._words, cited)))

    def _voice(self, row: StatementRow) -> dict[str, str]:
        """Through whom the party speaks, unless that is the party itself, and who tells of it."""
        text, statement = self._material.annotation(row.handle).text, row.statement
        values: dict[str, str] = {}
        words = names.speaker_words(text, statement, self._parties)
        if statement.country and words != self._parties.in_sentence(statement.country):
            values.update(speaker=words, office=names.office_beside(words, statement))
        teller = self._material.teller(row)
        side = self._material.side_of(teller) if teller else None
        if teller is not None and side not in (None, statement.country):
            values["teller"] = names.speaker_words(text, teller, self._parties)
            of = self._parties.in_sentence(side or "")
            values["teller_party"] = "" if of == values["teller"] else of
        return values

    def _words(self, row: StatementRow) -> Citation:
        text = self._material.annotation(row.handle).text
        return Citation(
            report=row.handle,
            spans=content_of(text, row.statement),
            around=(in_context(text, passage(row.statement)),),
            statement=row.statement.id,
        )


def _is_cited(record: NameRecord) -> bool:
    """Whether a report has the name: what is only known of it has no passage."""
    return bool(record.told_in or record.users)


def _day(row: StatementRow) -> Period:
    return period(row.date) or ("", "")


def _is_words(row: StatementRow, held: HeldClaim) -> bool:
    return " ".join(row.content_words.split()) == held.said
