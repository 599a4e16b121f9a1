"""The persons of a report, gathered from its sentences: who is met, under which names, with what
offices and of which state."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from verbale.actors.allegiance import Allegiance
from verbale.actors.bodies import Named
from verbale.actors.filing import STATES
from verbale.actors.mentions import Mentions
from verbale.actors.names import NameRun
from verbale.actors.offices import Held
from verbale.actors.openings import name_the_opening
from verbale.actors.person import Person, gender_of_words
from verbale.actors.residents import is_local
from verbale.actors.sides import NEAR, Sides
from verbale.actors.signs import is_corporate, is_human
from verbale.actors.variants import alike, fits, name_tokens
from verbale.lexicon import Party
from verbale.lexicon.offices import state_of_office
from verbale.lexicon.wordlists import word_list
from verbale.model import Span

_PERSONAL_VERBS = word_list("personal-verbs")
_AGENTIVE = word_list("agentive")
_JUST = 150
_FAR_MORE = 4  # times
_ROYAL = frozenset({"king", "queen", "prince", "crown prince", "emperor", "sultan", "pope"})
_FULL = ("given", "family")
_BOTH = 2
_WHOSE = r"\b(?:its|their|the (?:country|kingdom|republic|nation|state)[’']s)\b"
_ITS = re.compile(_WHOSE, re.I)
_ITS_BEFORE = re.compile(rf"{_WHOSE}\s+(?:[\w’'-]+\s+){{0,3}}$", re.I)
_CLOSE = 20  # characters
_HIS = re.compile(r"\b(his|her)\s+(?:[\w’'-]+\s+){0,2}$", re.I)
_FOR_A_BODY = frozenset({"spokesperson", "official"})
_OF = re.compile(r"\s+of\s+(?:the\s+)?")
_WHO_LEADS = re.compile(
    r",?\s+who\s+(?:is\s+|was\s+)?(?:le(?:ads|d|ading)|head(?:s|ed|ing)|represent(?:s|ed|ing)"
    r"|chair(?:s|ed|ing)|speaks\s+for|spoke\s+for)\s+(?:the\s+)?"
)
_OWNS = re.compile(r"[’'][sS]?\s+")
_COUNTERPART = re.compile(
    r"\b(?i:his|her|their|its)\s+(?:[\w-]+\s+){0,3}counterpart,?\s+(?:[A-Z][\w-]+\s+){0,4}$"
)


def persons_in(
    text: str,
    sentences: Sequence[Mentions],
    acronyms: Mapping[str, Named],
    sides: Sides,
    allegiance: Allegiance,
) -> list[Person]:
    """The persons of the report, in order of their first mention.

    State offices that no state is named with are those of the side that the hints of `Allegiance`
    tell, else of the place of filing; so are private persons who live from a trade there.
    Others are not: of those who speak in a foreign capital many are visitors, and words put on the
    wrong side do more harm than words without one.
    """
    gathering = _Gathering(text, sentences, acronyms, sides)
    gathering.gather()
    persons = sorted(gathering.persons, key=lambda person: person.mentions[0])
    name_the_opening(text, sentences, persons, sides)
    for person in persons:
        person.name = _with_royal_title(person)
        if person.country is None and person.serves_a_state:
            office = person.office.title if person.office else ""
            told = state_of_office(office) or allegiance.of(
                (place.start for place in person.mentions), office
            )
            person.country = told or _told_where(person, sides)
        elif person.country is None and is_local(person, text):
            person.country = allegiance.home
    return persons


def _with_royal_title(person: Person) -> str:
    """ "Prince Andrew", "Pope Adrian": who goes by one name is known by it and the title."""
    held = next((post for post in person.posts if post.entry.name in _ROYAL), None)
    if held is None or len(person.tokens) > 1 or not held.title.istitle() or person.is_body:
        return person.name
    return f"{held.title} {person.name}"


def _told_where(person: Person, sides: Sides) -> str | None:
    """The state in whose capital an official of no stated state speaks: where no dateline tells,
    the reader is taken to know that he is at home."""
    told = {sides.told_in(place.start) for place in person.mentions} - {None}
    return told.pop() if len(told) == 1 else None


def the_one_called(
    persons: Sequence[Person], tokens: tuple[str, ...], titles: Sequence[Held] = ()
) -> Person | None:
    """The person of ``persons`` whose name these tokens fit, if there is exactly one."""
    found = [person for person in persons if _may_be_called(person, tokens)]
    if len(found) > 1 and titles:
        found = [p for p in found if any(p.may_be(title) for title in titles)] or found
    if len(found) > 1 and len(tokens) == 1:
        surname = [p for p in found if tokens[0] in (p.tokens[-1], p.tokens[0])]
        found = surname if len(surname) == 1 else found
    if len(found) > 1:
        same = [p for p in found if len(tokens) > 1 and p.tokens == tokens]
        human = [p for p in found if p.human and len(p.tokens) > 1]
        found = same or (human if len(human) == 1 else found)
    return found[0] if len(found) == 1 else None


def _may_be_called(person: Person, tokens: tuple[str, ...]) -> bool:
    """Whether a name may be a shorter or longer form of the person's. What may be no person at all
    is called by its last word only: Ascom is not the Ascom Myco."""
    if not fits(tokens, person.tokens):
        return False
    surname = len(tokens) > 1 or alike(tokens[0], person.tokens[-1])
    unlisted = person.sure and not person.corporate and len(person.name.split()) == len(_FULL)
    met = person.human or person.posts or unlisted
    return surname or len(person.tokens) == 1 or bool(met)


class _Gathering:
    """The persons met so far."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Mentions],
        acronyms: Mapping[str, Named],
        sides: Sides,
    ) -> None:
        self.text = text
        self.sentences = sentences
        self.acronyms = acronyms
        self.sides = sides
        self.persons: list[Person] = []

    def gather(self) -> None:
        """Full names first, then the bare surnames that refer to them, wherever they stand."""
        late: list[tuple[Mentions, NameRun]] = []
        for mentions in self.sentences:
            for run in mentions.names:
                if run.is_organisation:
                    continue
                if len(_tokens(run, self.text)) > 1:
                    self._meet(mentions, run)
                else:
                    late.append((mentions, run))
        for mentions, run in late:
            self._meet(mentions, run)

    def _meet(self, mentions: Mentions, run: NameRun) -> None:
        tokens = _tokens(run, self.text)
        if not tokens or run.span.of(self.text) in self.acronyms:
            return
        titles = mentions.titles_of(run, self.text)
        held = [title for title in titles if title.is_person and title.is_single]
        honorific = mentions.honorific(run, self.text)
        acts = _acts_as_person(run)
        known = self._known(mentions, run, tokens, held)
        if known is None:
            sure = held or honorific is not None or acts
            if not sure and (len(tokens) == 1 or _only_describes(run, self.text)):
                return
            known = Person(name=" ".join(run.span.of(self.text).split()), tokens=tokens)
            self.persons.append(known)
        elif len(tokens) > len(known.tokens) and (known.human or is_human(run, self.text)):
            known.name, known.tokens = " ".join(run.span.of(self.text).split()), tokens
        known.human = known.human or bool(held) or honorific is not None or is_human(run, self.text)
        known.human = known.human or (acts and run.holds_given_name)
        known.corporate = known.corporate or is_corporate(run, self.text)
        known.sure = known.sure or bool(held) or honorific is not None or acts
        known.mentions.append(run.span)
        known.aliases.add(" ".join(run.span.of(self.text).split()))
        known.country = known.country or self._state_beside(mentions, run)
        for title in held:
            self._appoint(known, title)
        self._pair(known, mentions, run)
        forms = [title.span for title in titles] + ([honorific.span] if honorific else [])
        self._note_gender(known, forms)

    def _known(
        self, mentions: Mentions, run: NameRun, tokens: tuple[str, ...], held: Sequence[Held]
    ) -> Person | None:
        known = the_one_called(self.persons, tokens, held) or self._namesake(mentions, run, tokens)
        if known is None and len(tokens) == 1:  # once open, open again
            known = next((p for p in self.persons if p.tokens == tokens), None)
        return known

    def _namesake(self, mentions: Mentions, run: NameRun, tokens: tuple[str, ...]) -> Person | None:
        """Of several persons that a bare surname fits, whom "Ms" leaves over, or who was named in
        full just before, alone in that sentence."""
        several = [
            p for p in self.persons if _may_be_called(p, tokens) and len(p.tokens) > len(tokens)
        ]
        several = [p for p in several if p.human] or several
        form = mentions.honorific(run, self.text)
        gender = gender_of_words([form.span.of(self.text)] if form else [])
        if gender is not None:
            left = [p for p in several if (p.gender or p.likely_gender) in {None, gender}]
            sure = [p for p in left if (p.gender or p.likely_gender) == gender]
            if len(left) == 1 or len(sure) == 1:
                return (sure or left)[0]
        place = run.span.start
        near = sorted(
            (mention.start, number)
            for number, person in enumerate(several)
            for mention in person.mentions
            if place - _JUST < mention.start < place and len(mention.of(self.text).split()) > 1
        )
        if not near:
            return _most_spoken_of(several, place)
        latest, number = near[-1]
        sentence = self._sentence_at(latest)
        beside = {n for at, n in near if sentence is not None and at in sentence}
        return several[number] if beside <= {number} else None

    def _sentence_at(self, place: int) -> range | None:
        for mentions in self.sentences:
            words = mentions.words
            if words and words[0].start <= place <= words[-1].end:
                return range(words[0].start, words[-1].end + 1)
        return None

    def _note_gender(self, person: Person, titles: Iterable[Span]) -> None:
        if person.gender is None:
            person.gender = gender_of_words([span.of(self.text) for span in titles])

    def _appoint(self, person: Person, held: Held) -> None:
        person.appoint(held)
        country = held.country or self._state_meant(held)
        if country and (person.country is None or not held.former):
            person.country = person.country or country

    def _pair(self, person: Person, mentions: Mentions, run: NameRun) -> None:
        """ "His Turkish counterpart, Kemal Aras": the office of whom the sentence is about, for the
        other state."""
        before = _COUNTERPART.search(self.text, max(0, run.span.start - 90), run.span.start)
        if before is None:
            return
        codes = {
            match.entry.code
            for match in mentions.parties()
            if isinstance(match.entry, Party)
            and before.start() <= match.span.start < run.span.start
        }
        near = [p for p in self.persons if p is not person and _near(p, run)]
        first = next((p for p in near if p.office), None)
        country = codes.pop() if len(codes) == 1 else None if codes else self._across(near)
        person.sure = True
        person.country = person.country or country
        if first is not None and country and not person.posts:
            post = first.posts[0]
            person.appoint(post._replace(country=country, former=False))

    def _across(self, near: Sequence[Person]) -> str | None:
        """Of the two states that the report is about the one that ``near``'s last person is not
        of: "His counterpart, Kemal Aras"."""
        last = max(near, key=lambda p: max(m.start for m in p.mentions), default=None)
        pair = self.sides.leading()
        if last is None or last.country not in pair or len(pair) != _BOTH:
            return None
        return next(iter(pair - {last.country}))

    def _state_beside(self, mentions: Mentions, run: NameRun) -> str | None:
        """The state of "Kenya's Amina Otieno", of "Prime Minister Josephs of Saint Lucia" and of
        "Amina Otieno, who leads the Kenyan delegation"."""
        for match in mentions.parties():
            entry = match.entry
            if not isinstance(entry, Party) or entry.kind not in STATES:
                continue
            before = self.text[match.span.end : run.span.start]
            after = self.text[run.span.end : match.span.start]
            if match.span.end <= run.span.start and _OWNS.fullmatch(before):
                return entry.code
            if match.span.start >= run.span.end and _WHO_LEADS.fullmatch(after):
                return entry.code
            if match.span.start >= run.span.end and match.role == "name" and _OF.fullmatch(after):
                return entry.code
        return None

    def _state_meant(self, held: Held) -> str | None:
        """The state of "its foreign minister", what the sentence or the one before is about; of
        "his foreign minister", that of whom it is about; and of a bare spokesman the same."""
        before = self.text[max(0, held.span.start - 40) : held.span.start]
        before = before.rpartition("\n")[2]
        if _ITS_BEFORE.search(before) or _ITS.search(held.span.of(self.text)):
            return self.sides.before(held.span.start)
        if _ITS.search(before[-_CLOSE:]):  # "Chad will keep its camps, the defence minister said"
            place = held.span.start
            return self.sides.subject_of(place) or self.sides.before(place)
        his = _HIS.search(before) or _HIS.match(held.span.of(self.text))
        if his is not None:
            return self._state_of_whom(his[1].lower(), held.span.start)
        told = self.sides.opening(held.span.start)
        if told is None and held.entry.name in _FOR_A_BODY and " " not in held.title:
            return self.sides.speaking(held.span.start)
        return told

    def _state_of_whom(self, word: str, place: int) -> str | None:
        """The state of the person whom "his" or "her" goes back to: the last one met before."""
        met = [
            (mention.start, person.country)
            for person in self.persons
            for mention in person.mentions
            if place - NEAR < mention.start < place
            and person.seems_human
            and (person.gender or person.likely_gender) in {None, "m" if word == "his" else "f"}
        ]
        return max(met, key=lambda one: one[0])[1] if met else None


def _only_describes(run: NameRun, text: str) -> bool:
    """Whether a name that may be no person's stands before the thing it describes: "the
    Gannett-Gatehouse merger"."""
    return run.words[-1].dep in {"compound", "nmod", "amod"} and not is_human(run, text)


def _most_spoken_of(persons: Sequence[Person], place: int) -> Person | None:
    """Of persons with one surname, the only one named before ``place``, or the one named there far
    more often than any other."""
    counts = [(sum(m.start < place for m in p.mentions), n) for n, p in enumerate(persons)]
    met = sorted((count, n) for count, n in counts if count)
    if not met or (len(met) > 1 and met[-1][0] < _FAR_MORE * met[-2][0]):
        return None
    return persons[met[-1][1]]


def _near(person: Person, run: NameRun) -> bool:
    return any(
        run.span.start - NEAR < mention.start < run.span.start for mention in person.mentions
    )


def _acts_as_person(run: NameRun) -> bool:
    """Whether the name is the subject of a verb that people are the subjects of."""
    head = run.words[-1]
    if head.dep == "appos" and head.head.tag == "NN" and head.head.dep in {"nsubj", "nsubjpass"}:
        lemma = head.head.lemma.lower()  # the schoolteacher Marta
        return lemma in _AGENTIVE or lemma.endswith(("er", "or", "ist", "man", "woman", "ian"))
    return head.dep in {"nsubj", "nsubjpass"} and head.head.lemma.lower() in _PERSONAL_VERBS


def _tokens(run: NameRun, text: str) -> tuple[str, ...]:
    return name_tokens(run.span.of(text))
