"""Whose an official is whose state nobody names: "Foreign Minister Ismael Baltodano said".

Reports leave it to the reader: the minister announces what his side will do, or speaks after a
sentence about it; he summons the other side's envoy; he is sent by his state. A report is filed
from the capital of one side as often as not while it quotes the other, so that where it was filed
weighs no more than one hint of these.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from verbale.actors.filing import STATES
from verbale.actors.mentions import Mentions
from verbale.actors.sides import NEAR, Sides, as_subjects, is_ready
from verbale.language import Word
from verbale.lexicon import Party
from verbale.lexicon.wordlists import word_list

#: What each hint weighs: sent or led by a side; quoted in the headline as it; speaking in its
#: capital; acting toward the other; announcing its will before and after; telling what it has
#: decided; what the sentence before is about, or where it ends; the capital that the report was
#: filed from.
_SENT, _QUOTED, _THERE, _TOWARD, _WILL, _WOULD = 4, 4, 3, 3, 3, 1
_STATED, _GOING_ON, _FILED = 2.5, 2, 1.5
_DOES_TO = word_list("done-to-others")
_DECIDES = word_list("sides-decide")
_ANSWERS = frozenset(
    {"deny", "dismiss", "respond", "reply", "retort", "counter", "answer", "rebut", "refute"}
)
_SENDS = frozenset({"send", "dispatch", "delegate", "appoint", "name", "recall"})
_REFUSES = frozenset(
    {"refuse", "reject", "turn", "decline", "oppose", "break", "abandon", "leave", "cancel"}
    | {"postpone", "suspend", "halt", "cut", "freeze", "quit"}
)
_LEADS = frozenset({"lead", "head", "represent", "chair"})
_TRAVELS = re.compile(
    r"foreign|defen[cs]e|president|prime minister|premier|chancellor|envoy|advis[eo]r|negotiat|"
    r"secretary|delegat|diplomat|ambassador|external",
    re.IGNORECASE,
)
_AGAIN = frozenset({"he", "she"})
_FURTHER = frozenset({"conj", "ccomp", "xcomp", "relcl", "acl"})
_MOVES = frozenset(
    {"fly", "arrive", "return", "travel", "land", "take", "bring", "reach", "drive", "cross"}
)
_PARTS = frozenset({"compound", "appos", "nmod", "flat", "amod"})
_WITHIN = frozenset({"dobj", "pobj", "dative", "poss", "amod", "compound", "nmod", "conj"})
_QUOTATION = re.compile(r"[\"“‘']([^\"“”‘’']{8,80})[\"”’']")
_BOTH = 2


class Allegiance:
    """Weighs the hints in one report, filed from ``home``; its text proper begins at ``body``."""

    def __init__(
        self, text: str, sentences: Sequence[Mentions], sides: Sides, home: str | None, body: int
    ) -> None:
        self._text = text
        self._body = body
        self._sentences = [mentions for mentions in sentences if mentions.words]
        self._sides = sides
        self.home = home
        self._leading = self._two(sides.leading())

    def of(self, places: Iterable[int], office: str) -> str | None:
        """The state of the holder of ``office`` who is named at ``places``, None where nothing
        tells.

        Where nothing but the place of filing does, it is the state of that, unless it is an office
        whose holders travel and the report is about two other states.
        """
        votes: defaultdict[str, float] = defaultdict(float)
        for place in places:
            for code, weight in self._hints(place):
                votes[code] += weight
        if not votes:
            abroad = _TRAVELS.search(office) and not self._is_about_home()
            return None if abroad else self.home
        if self.home in self._leading and self.home is not None:
            votes[self.home] += _FILED
        first, *others = sorted(votes, key=lambda code: (-votes[code], code))
        return None if others and votes[others[0]] == votes[first] else first

    def _two(self, leading: frozenset[str]) -> frozenset[str]:
        """The two sides of the report; where only one is the subject of anything, the other is the
        one named most."""
        if len(leading) != 1:
            return leading
        named = Counter(
            match.entry.code
            for mentions in self._sentences
            for match in mentions.parties()
            if isinstance(match.entry, Party) and match.entry.kind in STATES
        )
        others = [code for code, _ in named.most_common() if code not in leading]
        return leading.union(others[:1])

    def _is_about_home(self) -> bool:
        about = {code for mentions in self._sentences for _, code in as_subjects(mentions)}
        return self.home in about | self._leading or len(self._leading) < _BOTH

    def _hints(self, place: int) -> Iterator[tuple[str, float]]:
        number = next((n for n, m in enumerate(self._sentences) if _holds(m, place)), None)
        if number is None:
            return
        here = self._sentences[number]
        for there in (self._sides.told_in(place), self._sides.opening(place)):
            if there is not None and there in self._leading:
                yield there, _THERE
        yield from ((code, _QUOTED) for code in self._headlined(place))
        name = next((w for w in here.words if w.start <= place < w.end), None)
        if name is None:
            return
        official = _topmost(name)
        yield from ((code, _SENT) for code in _senders(official, here))
        if official.dep not in {"nsubj", "nsubjpass"}:
            return
        verb = official.head
        yield from ((code, _TOWARD) for code in self._across(_struck(verb, here)))
        yield from self._announced(official, here)
        yield from ((code, _GOING_ON) for code in self._goes_on(number))
        before = self._before(here, place)
        if before is not None and verb.lemma.lower() not in _ANSWERS:
            yield from ((code, _GOING_ON) for code in self._about(before))
            yield from ((code, _GOING_ON) for code in _bound_for(before) & self._leading)

    def _announced(self, official: Word, here: Mentions) -> Iterator[tuple[str, float]]:
        """The sides whose will or decision he tells in his own sentence."""
        for subject, code in self._willing(here):
            if _tells(official, subject.head):
                yield code, _WILL if subject.i < official.i else _WOULD
        stated = {
            code
            for subject, code in self._deciding(here)
            if _tells(official, subject.head) and not _held_against(subject.head)
        }
        yield from ((code, _STATED) for code in stated)

    def _willing(self, here: Mentions) -> Iterator[tuple[Word, str]]:
        """The sides whose readiness or will a clause of the sentence tells, by their subjects."""
        for at, code in as_subjects(here):
            subject = next((word for word in here.words if word.start == at), None)
            if subject is not None and is_ready(subject.head):
                yield subject, code

    def _goes_on(self, number: int) -> Iterator[str]:
        """The side whose will he tells in the next sentence: "She said Ecuador was ready"."""
        end = self._sentences[number].words[-1].end
        for following in self._sentences[number + 1 : number + 2]:
            if "\n" in self._text[end : following.words[0].start]:
                return
            speaks = any(
                word.text.lower() in _AGAIN and word.dep == "nsubj" and word.quote is None
                for word in following.words
            )
            if speaks:
                yield from {code for _, code in self._willing(following)}

    def _before(self, here: Mentions, place: int) -> Mentions | None:
        """The sentence before in the same paragraph, where it is nobody's quotation."""
        earlier = [
            m
            for m in self._sentences
            if m.words[-1].end <= here.words[0].start and id(m.words[0]) not in self._sides.quoted
        ]
        latest = max(earlier, key=lambda m: m.words[0].start, default=None)
        if latest is None or place - latest.words[-1].end > NEAR:
            return None
        return None if "\n" in self._text[latest.words[-1].end : place] else latest

    def _about(self, before: Mentions) -> Iterator[str]:
        """The side that decides or says something in a sentence: its officials speak next."""
        first = next((at for at, _ in as_subjects(before)), None)
        yield from (code for subject, code in self._deciding(before) if subject.start == first)

    def _deciding(self, mentions: Mentions) -> Iterator[tuple[Word, str]]:
        """The sides that decide or say something, by their subjects."""
        for at, code in as_subjects(mentions):
            subject = next((word for word in mentions.words if word.start == at), None)
            if subject is None or code not in self._leading:
                continue
            verb = subject.head
            never = verb.tag == "VBD" and verb.of("neg") is not None
            if verb.lemma.lower() in _DECIDES and not never:
                yield subject, code

    def _across(self, codes: Iterable[str]) -> Iterator[str]:
        """Of the two sides of the report the other one than each of ``codes``."""
        for code in codes:
            if code in self._leading and len(self._leading) == _BOTH:
                yield from self._leading - {code}

    def _headlined(self, place: int) -> Iterator[str]:
        """The side in whose mouth the headline puts words that stand near ``place``."""
        head = self._sentences[0]
        start, end = head.words[0].start, head.words[-1].end
        if start <= place <= end:
            return
        first = max(end, self._text.rfind("\n", 0, place))
        last = self._text.find("\n", place)
        around = self._text[first : last if last > 0 else None].lower()
        for found in _QUOTATION.finditer(self._text, start, end):
            sayers = [code for at, code in as_subjects(head) if at < found.start()]
            if sayers and found[1].strip(" ,.").lower() in around:
                yield sayers[-1]


def _held_against(verb: Word) -> bool:
    """ "Noted that Lima had turned it down": old refusals are as a rule told of the other."""
    return verb.lemma.lower() in _REFUSES and any(
        c.dep == "aux" and c.text.lower() == "had" for c in verb.children
    )


def _holds(mentions: Mentions, place: int) -> bool:
    return mentions.words[0].start <= place <= mentions.words[-1].end


def _topmost(word: Word) -> Word:
    """The head of the phrase that a name belongs to: "presidential adviser Yohannes Tekle"."""
    while word.dep in _PARTS and word.head is not word:
        word = word.head
    return word


def _tells(official: Word, verb: Word) -> bool:
    """Whether the clause of ``verb`` is what the official says. Behind it the parser hangs him in
    many ways, but on no further clause of its own."""
    says = official.head
    if verb.under(says) or (says.dep == "parataxis" and says.under(verb)):
        return True
    further = says.dep in _FURTHER or (says.dep == "advcl" and says.of("mark") is not None)
    return verb.i < official.i and not further


def _senders(official: Word, here: Mentions) -> Iterator[str]:
    """Whose man he is: "Eritrea sent ... Tekle", "the Eritrean delegation is led by Tekle"."""
    verb = official.head
    if official.dep == "dobj" and verb.lemma.lower() in _SENDS:
        yield from _subject_codes(verb, here)
    elif official.dep == "pobj" and verb.dep == "agent":
        above = verb.head
        if above.lemma.lower() in _LEADS:
            yield from _subject_codes(above, here)


def _subject_codes(verb: Word, here: Mentions) -> list[str]:
    starts = {word.start for word in verb.children if word.dep in {"nsubj", "nsubjpass"}}
    return [code for at, code in as_subjects(here) if at in starts]


def _struck(verb: Word, here: Mentions) -> set[str]:
    """The sides to which it is done: "summoned the Costa Rican ambassador", "called on Managua"."""
    done = [v for v in (verb, *verb.all("conj")) if v.lemma.lower() in _DOES_TO]
    return {code for doing in done for code in _named_by(doing, here)}


def _named_by(verb: Word, here: Mentions) -> set[str]:
    """The states among what a verb takes."""
    places = [word.start for word in _objects(verb)]
    return {
        match.entry.code
        for match in here.matches
        if isinstance(match.entry, Party)
        and any(match.span.start <= place < match.span.end for place in places)
    }


def _objects(verb: Word) -> Iterator[Word]:
    """What a verb takes, with what stands before these: not the clauses behind them."""
    waiting = [c for c in verb.children if c.dep in {"dobj", "dative", "prep"}]
    while waiting:
        word = waiting.pop()
        if word.pos in {"PROPN", "NOUN", "ADJ"}:
            yield word
        waiting += [c for c in word.children if c.dep in _WITHIN]


def _bound_for(before: Mentions) -> set[str]:
    """Where a sentence ends up: "The men were flown to Djibouti", whose president receives them."""
    places = [
        thing.start
        for word in before.words
        if word.lemma.lower() in _MOVES and word.pos == "VERB" and word.quote is None
        for prep in word.all("prep")
        if prep.text.lower() in {"to", "in"}
        for thing in prep.all("pobj")
    ]
    return {
        match.entry.code
        for match in before.parties()
        if isinstance(match.entry, Party)
        and any(match.span.start <= place < match.span.end for place in places)
    }
