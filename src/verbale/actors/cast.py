"""The cast of a report: its persons with their names and offices, and who a phrase refers to.

Our own rules, since no coreference library runs offline. A reference is resolved only when one
candidate is left; otherwise the answer is None with everything else that the phrase itself says.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

import msgspec

from verbale.actors.mentions import Mentions, mentions_in
from verbale.actors.names import NameRun
from verbale.actors.offices import Held
from verbale.language import Word
from verbale.lexicon import Lexicon, Party, Title
from verbale.lexicon.wordlists import word_list
from verbale.model import Actor, Office, Report, Span
from verbale.passages import Frame

_FEMALE = word_list("female")
_MALE = word_list("male")
_SAME_SPELLING = 0.8


class Person(msgspec.Struct, kw_only=True):
    """A person of the report, growing while it is read. ``sure``: more than a capital says so."""

    name: str
    tokens: tuple[str, ...]
    sure: bool = False
    offices: list[Office] = msgspec.field(default_factory=list)
    country: str | None = None
    gender: str | None = None
    mentions: list[Span] = msgspec.field(default_factory=list)
    aliases: set[str] = msgspec.field(default_factory=set)

    @property
    def office(self) -> Office | None:
        """The office to show: the first one still held, else the first."""
        return next(
            (o for o in self.offices if not o.former), self.offices[0] if self.offices else None
        )


class Cast:
    """The mentions of a whole report and the persons behind them."""

    def __init__(self, report: Report, frames: Sequence[Frame], lexicon: Lexicon) -> None:
        self.text = report.text
        self.lexicon = lexicon
        self.sentences: list[Mentions] = [
            mentions_in(report.text, words, lexicon)
            for frame in frames
            for words in frame.sentences
        ]
        self._by_first: dict[int, Mentions] = {
            id(mentions.words[0]): mentions for mentions in self.sentences if mentions.words
        }
        self.persons: list[Person] = []
        self._home = self._home_state(report)
        self._gather()
        self._order = sorted(
            ((span.start, person) for person in self.persons for span in person.mentions),
            key=lambda pair: pair[0],
        )
        self._starts = [start for start, _ in self._order]

    def mentions(self, words: tuple[Word, ...]) -> Mentions:
        """The mentions of a sentence that this cast was made from."""
        return self._by_first[id(words[0])]

    def _home_state(self, report: Report) -> str | None:
        """The state whose capital the dateline names: "BEIJING (Xinhua) - The ministry ..."."""
        if report.dateline is None:
            return None
        for match in self.lexicon.find(report.dateline.place):
            if isinstance(match.entry, Party) and match.role in {"capital", "metonym", "name"}:
                return match.entry.code
        return None

    # -- gathering

    def _gather(self) -> None:
        """Full names first, then the bare surnames that refer to them, wherever they stand."""
        late: list[tuple[Mentions, NameRun]] = []
        for mentions in self.sentences:
            for run in mentions.names:
                if len(_tokens(run)) > 1 and not run.is_organisation:
                    self._meet(mentions, run)
                else:
                    late.append((mentions, run))
        for mentions, run in late:
            if not run.is_organisation:
                self._meet(mentions, run)
        self.persons.sort(key=lambda person: person.mentions[0])

    def _meet(self, mentions: Mentions, run: NameRun) -> None:
        tokens = _tokens(run)
        if not tokens:
            return
        name = run.span.of(self.text)
        title = mentions.title_before(run, self.text) or mentions.title_after(run, self.text)
        if title is not None and not title.is_person:
            title = None
        honorific = mentions.honorific(run, self.text)
        known = self._same(tokens, title)
        if known is None:
            if (
                len(tokens) == 1
                and title is None
                and honorific is None
                and not _acts_as_person(run)
            ):
                return
            known = Person(name=" ".join(name.split()), tokens=tokens)
            self.persons.append(known)
        elif len(tokens) > len(known.tokens):
            known.name, known.tokens = " ".join(name.split()), tokens
        known.sure = (
            known.sure or title is not None or honorific is not None or _acts_as_person(run)
        )
        known.mentions.append(run.span)
        known.aliases.add(" ".join(name.split()))
        if title is not None:
            self._appoint(known, title)
        words = {
            w.lower().rstrip(".")
            for w in (honorific.span.of(self.text).split() if honorific else [])
        }
        words |= {w.lower() for w in (title.span.of(self.text).split() if title else [])}
        known.gender = known.gender or ("f" if words & _FEMALE else "m" if words & _MALE else None)

    def _appoint(self, person: Person, held: Held) -> None:
        office = Office(title=held.title, country=held.country, former=held.former)
        if all(office.title.lower() != o.title.lower() for o in person.offices):
            person.offices.append(office)
        if held.country and (person.country is None or not held.former):
            person.country = person.country or held.country

    def _same(self, tokens: tuple[str, ...], title: Held | None) -> Person | None:
        """The person already met whose name these tokens fit, if there is exactly one."""
        fits = [person for person in self.persons if _fits(tokens, person.tokens)]
        if len(fits) > 1 and title is not None:
            by_office = [p for p in fits if any(_same_office(o, title) for o in p.offices)]
            fits = by_office or fits
        if len(fits) > 1 and len(tokens) == 1:
            exact = [p for p in fits if p.tokens[-1] == tokens[0]]
            fits = exact if len(exact) == 1 else fits
        return fits[0] if len(fits) == 1 else None

    # -- questions

    def person_at(self, span: Span) -> Person | None:
        """The person one of whose mentions lies inside ``span``; the last of several."""
        found = [
            (mention.start, person)
            for person in self.persons
            for mention in person.mentions
            if span.covers(mention)
        ]
        return max(found, key=lambda pair: pair[0])[1] if found else None

    def person_called(self, name: str) -> Person | None:
        """The one person that ``name`` fits."""
        return self._same(tuple(_plain(word) for word in name.split()), None)

    def before(self, place: int) -> Iterable[Person]:
        """Persons mentioned before ``place``, the nearest first, each once."""
        seen: set[int] = set()
        for at in range(bisect_right(self._starts, place) - 1, -1, -1):
            person = self._order[at][1]
            if id(person) not in seen:
                seen.add(id(person))
                yield person

    def holder(self, title: Title, place: int, country: str | None) -> Person | None:
        """Who "the ambassador" is: the nearest person before ``place`` with that office."""
        for person in self.before(place):
            if country and person.country and person.country != country:
                continue
            if any(_names_office(title, office) for office in person.offices):
                return person
        return None

    @property
    def home(self) -> str | None:
        """The state in whose capital the report was filed."""
        return self._home

    def actors(self) -> tuple[Actor, ...]:
        """The persons that are sure, as records."""
        sure = [person for person in self.persons if person.sure]
        return tuple(
            Actor(
                id=number,
                kind="person",
                name=person.name,
                country=person.country,
                offices=tuple(person.offices),
                aliases=tuple(sorted(person.aliases - {person.name})),
                mentions=tuple(sorted(person.mentions)),
            )
            for number, person in enumerate(sure, 1)
        )


def _acts_as_person(run: NameRun) -> bool:
    """Whether the name is the subject of a verb that people are the subjects of."""
    head = run.words[-1]
    return head.dep in {"nsubj", "nsubjpass"} and head.head.lemma.lower() in _PERSONAL_VERBS


_PERSONAL_VERBS = word_list("personal-verbs")


def _tokens(run: NameRun) -> tuple[str, ...]:
    return tuple(
        _plain(word.text) for word in run.words if word.text[0].isalpha() and len(word.text) > 1
    )


def _plain(word: str) -> str:
    return word.strip(".,’'").lower()


def _fits(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if len(one) > len(other):
        one, other = other, one
    if not one:
        return False
    if len(one) == 1:
        return one[0] in (other[-1], other[0]) if len(other) > 1 else _alike(one[0], other[0])
    return all(any(_alike(a, b) for b in other) for a in one)


def _alike(one: str, other: str) -> bool:
    """The same name or a spelling variant of it (Sergey, Sergei; Zelensky, Zelenskyy)."""
    if one == other:
        return True
    if min(len(one), len(other)) < 4 or one[0] != other[0]:
        return False
    return SequenceMatcher(None, one, other).ratio() >= _SAME_SPELLING


def _same_office(office: Office, held: Held) -> bool:
    return held.title.lower() in office.title.lower() or office.title.lower() in held.title.lower()


def _names_office(title: Title, office: Office) -> bool:
    worded = office.title.lower()
    return any(form.lower() in worded for form in (title.name, *title.forms))
