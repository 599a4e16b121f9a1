"""The cast of a report: its persons with their names and offices, and who a phrase refers to.

Our own rules, since no coreference library runs offline. A reference is resolved only when one
candidate is left; otherwise the answer is None with everything else that the phrase itself says.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from verbale.actors.bodies import Named
from verbale.actors.mentions import Mentions, mentions_in
from verbale.actors.names import NameRun
from verbale.actors.offices import Held
from verbale.actors.person import Person, office_words
from verbale.actors.variants import fits, name_tokens
from verbale.language import Word
from verbale.lexicon import Body, Institution, Lexicon, Party
from verbale.lexicon.wordlists import word_list
from verbale.model import Actor, Report, Span
from verbale.passages import Frame

_FEMALE = word_list("female")
_MALE = word_list("male")
_PERSONAL_VERBS = word_list("personal-verbs")
_AGENTIVE = word_list("agentive")
_SHORT = re.compile(r"\s*\(([A-Z][A-Za-z]{1,7})\)")
_JUST = 150
_NEAR = 300  # characters: about a sentence and a half
_ITS = re.compile(r"\b(?:its|their|the (?:country|kingdom|republic|nation|state)[’']s)\b", re.I)
_STATES = frozenset({"state", "territory", "de-facto"})
_OF = re.compile(r"\s+of\s+(?:the\s+)?")
_OWNS = re.compile(r"[’'][sS]?\s+")
_COUNTERPART = re.compile(r"\b(?:his|her|their|its)\s+(?:[\w-]+\s+){0,3}counterpart,?\s+$", re.I)
_AT_OPENING = re.compile(r"(?:In|At|From)\s+")

#: So many longer words, all with a capital, are a heading and not a list of names.
_HEADING = 4


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
        self.quoted: frozenset[int] = frozenset(
            id(words[0])
            for frame in frames
            if frame.inside is not None
            for words in frame.sentences
        )
        self.persons: list[Person] = []
        self._home = self._home_state(report)
        self._outlet = report.outlet or ""
        self._body_start = report.body[0].start if report.body else 0
        self.acronyms = self._acronyms()
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
            return self._byline_state(report)
        codes = self._states_in(report.dateline.place)
        return codes[-1] if codes else None

    def _byline_state(self, report: Report) -> str | None:
        """The state of the capital that a byline names: "By Musa Danladi, Abuja"."""
        above = report.text[: report.body[0].start] if report.body else ""
        for author in report.authors:
            named = re.search(
                rf"{re.escape(author)}(?:,|\s+in|\s*[|–-])\s+([^\n|,]{{3,30}})", above
            )
            if named is None:
                continue
            for match in self.lexicon.find(named.group(1)):
                at_start = match.span.start == 0 and isinstance(match.entry, Party)
                if at_start and match.role in {"capital", "metonym"}:
                    return match.entry.code  # type: ignore[union-attr]
        return None

    def _states_in(self, text: str) -> list[str]:
        """The codes of the states named in a short text."""
        return [
            match.entry.code
            for match in self.lexicon.find(text)
            if isinstance(match.entry, Party) and match.entry.kind in _STATES
        ]

    # -- gathering

    def _gather(self) -> None:
        """Full names first, then the bare surnames that refer to them, wherever they stand.

        A line with capitals throughout names nobody whom the rest of the report does not.
        """
        late: list[tuple[Mentions, NameRun]] = []
        titled = [mentions for mentions in self.sentences if _is_titled(mentions)]
        for mentions in self.sentences:
            if mentions in titled:
                continue
            for run in mentions.names:
                if run.is_organisation:
                    continue
                if len(_tokens(run, self.text)) > 1:
                    self._meet(mentions, run)
                else:
                    late.append((mentions, run))
        for mentions, run in late:
            self._meet(mentions, run)
        for mentions in titled:
            for run in mentions.names:
                if not run.is_organisation and self._same(_tokens(run, self.text), []) is not None:
                    self._meet(mentions, run)
        self.persons.sort(key=lambda person: person.mentions[0])
        self._settle_countries()

    def _meet(self, mentions: Mentions, run: NameRun) -> None:
        tokens = _tokens(run, self.text)
        if not tokens or run.span.of(self.text) in self.acronyms:
            return
        titles = mentions.titles_of(run, self.text)
        held = [title for title in titles if title.is_person and title.is_single]
        honorific = mentions.honorific(run, self.text)
        acts = _acts_as_person(run)
        known = self._same(tokens, held) or self._namesake(mentions, run, tokens)
        if known is None:
            if len(tokens) == 1 and not held and honorific is None and not acts:
                return
            known = Person(name=" ".join(run.span.of(self.text).split()), tokens=tokens)
            self.persons.append(known)
        elif len(tokens) > len(known.tokens):
            known.name, known.tokens = " ".join(run.span.of(self.text).split()), tokens
        known.sure = known.sure or bool(held) or honorific is not None or acts
        known.mentions.append(run.span)
        known.aliases.add(" ".join(run.span.of(self.text).split()))
        known.country = known.country or self._state_beside(mentions, run)
        for title in held:
            self._appoint(known, title)
        self._pair(known, mentions, run)
        forms = [title.span for title in titles] + ([honorific.span] if honorific else [])
        self._note_gender(known, forms)

    def _namesake(self, mentions: Mentions, run: NameRun, tokens: tuple[str, ...]) -> Person | None:
        """Of several persons that a bare surname fits, whom "Ms" leaves over, or who was named in
        full just before, alone in that sentence."""
        several = [
            p for p in self.persons if fits(tokens, p.tokens) and len(p.tokens) > len(tokens)
        ]
        form = mentions.honorific(run, self.text)
        gender = _gender([form.span.of(self.text)] if form else [])
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
            return None
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

    def _acronyms(self) -> dict[str, Named]:
        """What "(DFA)" behind a body's name shortens, for the places where it stands alone."""
        found: dict[str, Named] = {}
        for mentions in self.sentences:
            for named in mentions.bodies:
                short = _SHORT.match(self.text, named.span.end)
                if short and not named.bare:
                    found.setdefault(short.group(1), named)
        return found

    def _note_gender(self, person: Person, titles: Iterable[Span]) -> None:
        if person.gender is None:
            person.gender = _gender([span.of(self.text) for span in titles])

    def _appoint(self, person: Person, held: Held) -> None:
        person.appoint(held)
        country = held.country or self._state_meant(held)
        if country and (person.country is None or not held.former):
            person.country = person.country or country

    def _pair(self, person: Person, mentions: Mentions, run: NameRun) -> None:
        """ "His Turkish counterpart, Kemal Aras": the office of whom the sentence is about, for the
        other state."""
        before = _COUNTERPART.search(self.text, max(0, run.span.start - 60), run.span.start)
        if before is None:
            return
        codes = {
            match.entry.code
            for match in mentions.parties()
            if isinstance(match.entry, Party)
            and before.start() <= match.span.start < run.span.start
        }
        country = codes.pop() if len(codes) == 1 else None
        first = next(
            (p for p in self.persons if p is not person and p.office and _near(p, run)), None
        )
        person.sure = True
        person.country = person.country or country
        if first is not None and country and not person.posts:
            post = first.posts[0]
            person.appoint(post._replace(country=country, former=False))

    def _state_beside(self, mentions: Mentions, run: NameRun) -> str | None:
        """The state of "Kenya's Amina Otieno" and "Prime Minister Josephs of Saint Lucia"."""
        for match in mentions.parties():
            entry = match.entry
            if not isinstance(entry, Party) or entry.kind not in _STATES:
                continue
            before = self.text[match.span.end : run.span.start]
            after = self.text[run.span.end : match.span.start]
            if match.span.end <= run.span.start and _OWNS.fullmatch(before):
                return entry.code
            if match.span.start >= run.span.end and match.role == "name" and _OF.fullmatch(after):
                return entry.code
        return None

    def _state_meant(self, held: Held) -> str | None:
        """The state of "its foreign minister": what the sentence or the one before is about."""
        if _ITS.search(self.text, max(0, held.span.start - 20), held.span.end) is None:
            return self.capital_opening(held.span.start)
        return self.state_before(held.span.start)

    def capital_opening(self, place: int) -> str | None:
        """The state of "In Niamey, the spokesman ...": the capital that opens the sentence."""
        for mentions in self.sentences:
            if not mentions.words or not mentions.words[0].start <= place <= mentions.words[-1].end:
                continue
            opening = _AT_OPENING.match(self.text, mentions.words[0].start)
            for match in mentions.parties()[:1]:
                entry = match.entry
                if (
                    opening
                    and match.span.start == opening.end()
                    and isinstance(entry, Party)
                    and entry.kind in _STATES
                    and self.text[match.span.end : match.span.end + 1] == ","
                ):
                    return entry.code
        return None

    def state_before(self, place: int) -> str | None:
        """The side that "its" at ``place`` goes back to: the subject of the clause before it in the
        sentence, else that of the sentence before; None where neither is a side."""
        here = [
            m for m in self.sentences if m.words and m.words[0].start <= place <= m.words[-1].end
        ]
        earlier = [
            mentions
            for mentions in self.sentences
            if mentions.words
            and place - _NEAR < mentions.words[-1].end <= place
            and id(mentions.words[0]) not in self.quoted
        ]
        earlier.sort(key=lambda m: m.words[0].start)
        for mentions in [*here, *earlier[-1:]]:
            codes = [code for at, code in self._sides_as_subject(mentions) if at < place]
            if codes:
                return codes[-1] if mentions in here else codes[0]
            if any(_is_subject(run) and run.span.end < place for run in mentions.names):
                return None
        return None

    def _sides_as_subject(self, mentions: Mentions) -> list[tuple[int, str]]:
        """Sides whose name, body or institution is the subject of a clause, or owns it."""
        found: list[tuple[int, str]] = []
        for word in mentions.words:
            if word.dep not in {"nsubj", "nsubjpass"} or word.quote is not None:
                continue
            heads = [word, *(c for c in word.children if c.dep in {"poss", "compound", "nmod"})]
            for match in mentions.matches:
                if not any(match.span.start <= w.start < match.span.end for w in heads):
                    continue
                entry = match.entry
                if isinstance(entry, Party):
                    found.append((word.start, entry.code))
                elif isinstance(entry, Institution):
                    found.append((word.start, entry.country))
                elif isinstance(entry, Body):
                    code = next(
                        (b.country for b in mentions.bodies if b.span.overlaps(match.span)), None
                    )
                    if code:
                        found.append((word.start, code))
        return found

    def _settle_countries(self) -> None:
        """State offices that no state is named with are those of the place of filing.

        Nothing else decides: the state named last is as often the other side's, and words put on
        the wrong side do more harm than words without one.
        """
        for person in self.persons:
            if person.country is None and person.serves_a_state:
                person.country = self._home

    def _same(self, tokens: tuple[str, ...], titles: Sequence[Held] = ()) -> Person | None:
        """The person already met whose name these tokens fit, if there is exactly one."""
        found = [person for person in self.persons if fits(tokens, person.tokens)]
        if len(found) > 1 and titles:
            found = [p for p in found if any(p.may_be(title) for title in titles)] or found
        if len(found) > 1 and len(tokens) == 1:
            surname = [p for p in found if tokens[0] in (p.tokens[-1], p.tokens[0])]
            found = surname if len(surname) == 1 else found
        return found[0] if len(found) == 1 else None

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
        return self._same(name_tokens(name))

    def before(self, place: int) -> Iterable[Person]:
        """Persons mentioned before ``place``, the nearest first, each once."""
        seen: set[int] = set()
        for at in range(bisect_right(self._starts, place) - 1, -1, -1):
            person = self._order[at][1]
            if id(person) not in seen:
                seen.add(id(person))
                yield person

    def holder(self, asked: Held, country: str | None) -> Person | None:
        """Who "the ambassador" is: the person met with that office before it or, where nobody is,
        the only one after it ("Japan's envoy says"). None when two are near enough to be meant."""
        place = asked.span.start
        wanted = asked._replace(country=country or asked.country)
        fit = [person for person in self.before(place) if person.may_be(wanted)]
        party = self.lexicon.party(wanted.country) if wanted.country else None
        if not fit and party is not None and party.kind not in _STATES:  # the EU's Dutch envoy
            wanted = wanted._replace(country=None)
            fit = [person for person in self.before(place) if person.may_be(wanted)]
        if not fit:
            later = [p for p in self.persons if p.may_be(wanted) and p.mentions[0].start > place]
            sides = {person.country for person in later}
            exact = [p for p in later if wanted.country and p.country == wanted.country]
            later = exact if len(exact) == 1 else later
            clear = len(later) == 1 or (later and len(sides) == 1 and self._opens(place))
            return later[0] if clear else None
        sure = not wanted.country or any(p.country == wanted.country for p in fit)
        if not sure and any(not p.posts and len(p.tokens) > 1 for p in self.before(place)):
            return None  # it may be the other one, of whom no office is told
        fit = [p for p in fit if p.country == wanted.country] or fit if wanted.country else fit
        if len(fit) > 1:
            precise = [
                p
                for p in fit
                if any(office_words(asked.title) == office_words(x.title) for x in p.posts)
            ]
            fit = precise if len(precise) == 1 else fit
        if len(fit) > 1 and all(self.is_near(person, place) for person in fit[:2]):
            return None
        return fit[0]

    def _opens(self, place: int) -> bool:
        """Whether ``place`` is in a headline or stand-first, which tell before they introduce."""
        return place < self._body_start

    def is_near(self, person: Person, place: int) -> bool:
        """Whether ``person`` was mentioned shortly before ``place``."""
        """Whether ``person`` was mentioned shortly before ``place``."""
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

    def body_told_later(self, named: Named) -> Named | None:
        """What "ministry" in a headline is: the first such body that the story names in full."""
        if not self._opens(named.span.start):
            return None
        generic = named.span.of(self.text).lower().split()[-1]
        found = (
            other
            for mentions in self.sentences
            for other in mentions.bodies
            if other.kind == named.kind and generic in other.name.lower()
        )
        return next((b for b in found if b.country and b.span.start > named.span.start), None)

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


def _near(person: Person, run: NameRun) -> bool:
    return any(
        run.span.start - _NEAR < mention.start < run.span.start for mention in person.mentions
    )


def _gender(forms: Iterable[str]) -> str | None:
    words = {word.lower().rstrip(".") for form in forms for word in form.split()}
    return "f" if words & _FEMALE else "m" if words & _MALE else None


def _acts_as_person(run: NameRun) -> bool:
    """Whether the name is the subject of a verb that people are the subjects of."""
    head = run.words[-1]
    if head.dep == "appos" and head.head.tag == "NN" and head.head.dep in {"nsubj", "nsubjpass"}:
        lemma = head.head.lemma.lower()  # the schoolteacher Marta
        return lemma in _AGENTIVE or lemma.endswith(("er", "or", "ist", "man", "woman", "ian"))
    return head.dep in {"nsubj", "nsubjpass"} and head.head.lemma.lower() in _PERSONAL_VERBS


def _is_subject(run: NameRun) -> bool:
    word = next((w for w in run.words if w.head not in run.words), run.words[-1])
    while word.dep in {"compound", "appos", "nmod"} and word.head is not word:
        word = word.head
    return word.dep in {"nsubj", "nsubjpass"}


def _tokens(run: NameRun, text: str) -> tuple[str, ...]:
    return name_tokens(run.span.of(text))


def _is_titled(mentions: Mentions) -> bool:
    """Whether a line is a heading with a capital on every word: "Board Confirms Early Vote"."""
    long = [word.text for word in mentions.words if len(word.text) > 3 and word.text.isalpha()]
    capital = sum(text[0].isupper() for text in long)
    return len(long) >= _HEADING and capital == len(long) and mentions.words[-1].text not in ".!?”"
