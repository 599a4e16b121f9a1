"""The cast of a report: its persons with their names and offices, and who a phrase refers to.

Our own rules, since no coreference library runs offline. A reference is resolved only when one
candidate is left; otherwise the answer is None with everything else that the phrase itself says.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

import msgspec

from verbale.actors.bodies import Named
from verbale.actors.mentions import Mentions, mentions_in
from verbale.actors.names import NameRun
from verbale.actors.offices import Held
from verbale.language import Word
from verbale.lexicon import Lexicon, Party, Title
from verbale.lexicon.wordlists import word_list
from verbale.model import Actor, Office, Report, Span
from verbale.passages import Frame

_MALE_IN_A = word_list("male-names-in-a")
_FEMALE = word_list("female")
_MALE = word_list("male")
_SAME_SPELLING = 0.8
_FAR = 600
_NEAR = 300  # characters: about a sentence and a half
_ITS = re.compile(r"\b(?:its|their|the (?:country|kingdom|republic|nation|state)[’']s)\b", re.I)
_STATES = frozenset({"state", "territory", "de-facto"})
_STATE_OFFICE = re.compile(
    r"minister|president|premier|chancellor|secretary|ambassador|envoy|spokes|king|queen|emir|"
    r"lawmaker|senator|deputy|speaker|governor|general|commander|chief|commissioner|consul|official",
    re.I,
)


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
    def likely_gender(self) -> str | None:
        """What the ending of a given name makes likely; a hint that gives way to any evidence."""
        given = self.tokens[0] if len(self.tokens) > 1 else ""
        if given in _MALE_IN_A:
            return "m"
        return "f" if given.endswith(("a", "ia", "ine", "elle")) and len(given) > 3 else None

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
        self._outlet = report.outlet or ""
        self._gather()
        self._order = sorted(
            ((span.start, person) for person in self.persons for span in person.mentions),
            key=lambda pair: pair[0],
        )
        self._subjects = self._subject_mentions()
        self._starts = [start for start, _ in self._order]

    def mentions(self, words: tuple[Word, ...]) -> Mentions:
        """The mentions of a sentence that this cast was made from."""
        return self._by_first[id(words[0])]

    def _subject_mentions(self) -> list[tuple[int, Person]]:
        at = dict(self._order)
        return [
            (run.span.start, at[run.span.start])
            for mentions in self.sentences
            for run in mentions.names
            if run.span.start in at and _is_subject(run)
        ]

    def _home_state(self, report: Report) -> str | None:
        """The state whose capital the dateline names: "BEIJING (Xinhua) - The ministry ..."."""
        if report.dateline is None:
            return None
        codes = self._states_in(report.dateline.place)
        return codes[-1] if codes else None

    def _states_in(self, text: str) -> list[str]:
        """The codes of the states named in a short text."""
        return [
            match.entry.code
            for match in self.lexicon.find(text)
            if isinstance(match.entry, Party) and match.entry.kind in _STATES
        ]

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
        self._settle_countries()

    def _meet(self, mentions: Mentions, run: NameRun) -> None:
        tokens = _tokens(run)
        if not tokens:
            return
        name = run.span.of(self.text)
        title = mentions.title_before(run, self.text) or mentions.title_after(run, self.text)
        if title is not None and not (title.is_person and title.is_single):
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
        country = held.country or self._state_meant(held)
        if country and (person.country is None or not held.former):
            person.country = person.country or country

    def _state_meant(self, held: Held) -> str | None:
        """The state of "its foreign minister": the last one named before."""
        if _ITS.search(self.text, max(0, held.span.start - 20), held.span.end) is None:
            return None
        return self.state_before(held.span.start)

    def state_before(self, place: int) -> str | None:
        """The state named last before ``place``, in the same sentence or the one before."""
        last: tuple[int, str] | None = None
        for mentions in self.sentences:
            for match in mentions.parties():
                entry = match.entry
                near = place - _NEAR < match.span.end <= place
                if near and isinstance(entry, Party) and (last is None or match.span.end > last[0]):
                    last = (match.span.end, entry.code)
        return last[1] if last else None

    def _settle_countries(self) -> None:
        """State offices that no state is named with are those of the place of filing.

        Nothing else decides: the state named last is as often the other side's, and words put on
        the wrong side do more harm than words without one.
        """
        for person in self.persons:
            if person.country is None and any(_is_state_office(o) for o in person.offices):
                person.country = self._home

    def _same(self, tokens: tuple[str, ...], title: Held | None) -> Person | None:
        """The person already met whose name these tokens fit, if there is exactly one."""
        fits = [person for person in self.persons if _fits(tokens, person.tokens)]
        if len(fits) > 1 and title is not None:
            by_office = [p for p in fits if any(_same_office(o, title) for o in p.offices)]
            fits = by_office or fits
        if len(fits) > 1 and len(tokens) == 1:
            by_surname = [p for p in fits if tokens[0] in (p.tokens[-1], p.tokens[0])]
            fits = by_surname if len(by_surname) == 1 else fits
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

    def subjects_before(self, place: int) -> list[tuple[int, Person]]:
        """Persons who were the subject of a clause shortly before ``place``, with where."""
        return [
            (at, person)
            for at, person in self._subjects
            if place - _FAR < at < place and person.sure
        ]

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
        """Who "the ambassador" is: the person met before ``place`` with that office.

        None when two are near enough to be meant.
        """
        fits = [
            person
            for person in self.before(place)
            if not (country and person.country and person.country != country)
            and any(_names_office(title, office) for office in person.offices)
        ]
        if len(fits) > 1 and all(self._is_near(person, place) for person in fits[:2]):
            return None
        return fits[0] if fits else None

    def _is_near(self, person: Person, place: int) -> bool:
        return any(place - _NEAR < mention.start < place for mention in person.mentions)

    def protagonist(self) -> Person | None:
        """The person the report is about: most mentioned, the first of several."""
        persons = (person for person in self.persons if person.name not in self._outlet)
        return max(persons, key=lambda person: len(person.mentions), default=None)

    def body_before(self, named: Named) -> Named | None:
        """The last body of the same kind that was named in full before "the ministry"."""
        generic = named.span.of(self.text).lower().split()[-1]
        found = None
        for mentions in self.sentences:
            for other in mentions.bodies:
                if other.span.start >= named.span.start:
                    continue
                same = other.kind == named.kind and generic in other.name.lower()
                if same and not other.bare and (found is None or other.span > found.span):
                    found = other
        return found

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


def _is_subject(run: NameRun) -> bool:
    word = next((w for w in run.words if w.head not in run.words), run.words[-1])
    while word.dep in {"compound", "appos", "nmod"} and word.head is not word:
        word = word.head
    return word.dep in {"nsubj", "nsubjpass"}


def _is_state_office(office: Office) -> bool:
    return _STATE_OFFICE.search(office.title) is not None


def _tokens(run: NameRun) -> tuple[str, ...]:
    return tuple(
        _plain(word.text) for word in run.words if word.text[0].isalpha() and len(word.text) > 1
    )


def _plain(word: str) -> str:
    return word.strip(".,’'").lower()


def _fits(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether a shorter name can stand for a longer one: any single part of it ("Iribarne" for
    Dolores Iribarne Castaña, "Xi" for Xi Jinping), or parts that all come back."""
    if len(one) > len(other):
        one, other = other, one
    if not one:
        return False
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
