"""Finds the positions that one report supports: who stands where on which matter, in its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from verbale.acts.clause import prepositions
from verbale.acts.ground import Ground
from verbale.acts.learned import LEARNED
from verbale.acts.lookup import nobody_did
from verbale.acts.voices import is_unsaid
from verbale.language import Word
from verbale.lexicon.acts import act_book
from verbale.lexicon.stances import StanceBook, stance_book
from verbale.model import Act, Position, Span, Statement, Target
from verbale.passages import Frame
from verbale.positions.antecedents import named_before, noun_before
from verbale.positions.asked import asked_of, asks_all, is_among_them, is_to_be_shown
from verbale.positions.climb import Climber
from verbale.positions.condition import condition_of
from verbale.positions.deeds import avowed
from verbale.positions.forces import Forces
from verbale.positions.foremost import foremost
from verbale.positions.gather import Draft, gather
from verbale.positions.homes import Homes
from verbale.positions.matter import is_nameless, matter_of
from verbale.positions.quoted import clause_of, closed, with_condition
from verbale.positions.recall import is_recalled
from verbale.positions.restricted import prerequisites, restriction
from verbale.positions.said import said_within
from verbale.positions.stand import Stand
from verbale.positions.things import Found, thing_at, things_in
from verbale.positions.topics import topics_of
from verbale.positions.voices import Voices, disputing
from verbale.statements.grammar import span_of

#: So many words before a stance tell that it is hearsay.
_HEARD = 6
#: Stands for a statement that only tells what somebody left unsaid or denies.
_UNSAID = Statement(id=0)
#: How many sentences later "it" and "the offer" may still mean what was spoken of.
_FRESH = 2
#: Before these stands where or when something was.
_SCENES = frozenset({"at", "during", "after", "before", "following", "since"})
_THEM = frozenset({"them"})
#: What those do who bring two others together.
_SERVING = frozenset({"host", "mediate", "mediation", "broker", "facilitate", "convene", "venue"})
#: What is only kept from those who ask, and how near a refusal stands to what it refuses.
_TOLD = frozenset({"figure", "date", "data", "datum", "information", "timetable", "schedule"})
_NEAR = 3
#: Whom one asks who stands outside: "asked both capitals to settle it".
_ALL_SIDES = frozenset({"both", "sides", "parties"})
#: Acts whose actor says where he stands.
_AVOWING = frozenset({"AGREE", "REJECT", "REQUEST", "THREATEN"})
#: Which of several things in a sentence the next one takes up.
_RANK: tuple[Target, ...] = ("talks", "outcome", "relations", "terms")


def find_positions(ground: Ground, acts: Sequence[Act] = ()) -> tuple[Position, ...]:
    """The positions in the report of ``ground``, numbered from 1 in order of place.

    ``acts`` are those of the report; refusals and promises among them are stances by themselves.
    What a party says in several passages is one position. ``rule`` ends in ``by-other`` where the
    words are another side's account, and in ``narrated`` where the report itself recalls the stance
    or puts it down to hearsay. A stance that a report tells as news is the party's own.
    """
    finder = _Finder(ground, acts)
    return gather([d for d in finder.drafts() if d.position.party in finder.parties])


class _Line(NamedTuple):
    """A sentence, its frame, and the things in it that a stance can be toward."""

    words: tuple[Word, ...]
    frame: Frame
    things: list[Found]


class _Finder:
    """Reads the sentences of one report."""

    def __init__(self, ground: Ground, acts: Sequence[Act]) -> None:
        report, frames, cast, statements, sides, timeline = ground
        self.report = report
        self.acts = acts
        self.frames = frames
        self.statements = statements
        self.sides = sides
        self.timeline = timeline
        self.book = stance_book()
        self.parties = disputing(self.sides, cast)
        self.homes = Homes(report, frames, statements, self.sides, self.parties)
        self.voices = Voices(self.sides, self.homes, statements)
        self.forces = Forces(self.book, act_book())
        self.climber = Climber(self.forces)
        self.topics = topics_of(frames, cast)
        self.outcomes = frozenset(
            lemma
            for lemma, entries in self.book.things.items()
            if any(entry.on in {"outcome", "terms"} for _, entry in entries)
        )
        self.last: Found | None = None
        self.lasted = 0
        self.nouns: dict[Target, Word] = {}  # the last that named a target, else the first to come

    def drafts(self) -> list[Draft]:
        """What each sentence says of where a party stands."""
        lines = [
            _Line(words, frame, things_in(words, self.book, self.topics))
            for frame in self.frames
            for words in frame.sentences
            if words and self._may_tell(words) and not _is_question(words, self.report.text)
        ]
        for line in lines:
            for noun in self._nouns(line.things):
                self.nouns.setdefault(*noun)
        found = [draft for line in lines for draft in self._in_sentence(line)]
        told = [draft for line in lines for draft in self._avowed(found, line)]
        return [*found, *told]

    def _may_tell(self, words: tuple[Word, ...]) -> bool:
        """Whether a sentence may tell where a party stands toward another: in a report that is
        about something else only one that names two sides."""
        return (
            self.sides.deal or len(self.sides.named_in(words, self.sides.cast.mentions(words))) > 1
        )

    def _in_sentence(self, line: _Line) -> Iterator[Draft]:
        words, frame, things = line
        stands = [stand for found in things for stand in self._stands(found, things)]
        for stand in foremost(stands):
            yield from self._drafts(stand, words, frame)
        self.lasted += 1
        named = self._naming(things)
        self.nouns.update(self._nouns(things))
        if named:
            self.last, self.lasted = min(named, key=lambda f: _RANK.index(f.on or "terms")), 0

    def _naming(self, things: Iterable[Found]) -> list[Found]:
        """The things that have a target of their own."""
        named = [f for f in things if f.on and f.word.lemma.lower() not in self.book.pointing]
        named = [f for f in named if not f.pointing]
        named = [f for f in named if not _is_scene(f.word)] or named
        taken = {f.word.head for f in named if f.word.dep in {"dobj", "nsubjpass"}}
        return [f for f in named if f.word not in taken]  # "discuss a fee" is about the fee

    def _nouns(self, things: Iterable[Found]) -> list[tuple[Target, Word]]:
        """The nouns that name a target."""
        return [(f.on, f.word) for f in self._naming(things) if f.on and f.word.pos == "NOUN"]

    def _stands(self, found: Found, things: Sequence[Found]) -> Iterator[Stand]:
        points = found.word.lemma.lower() in self.book.pointing
        if found.on is None or (points and self.last):
            last = named_before(found, things) or (self.last if self.lasted <= _FRESH else None)
            if last is None:
                return
            found = found._replace(
                on=last.on,
                against=last.against,
                made=last.made,
                levied=last.levied,
                meant=last.meant or self._noun_of(last),
            )
        elif found.word.pos == "VERB":
            found = found._replace(meant=noun_before(found, things) or self.nouns.get(found.on))
        yield from self.climber.stands(found)
        yield from prerequisites(found, self.forces)

    def _noun_of(self, found: Found) -> Word:
        """The noun for what a verb has named: "sit down with them", "mediation"."""
        noun = self.nouns.get(found.on) if found.on and found.word.pos == "VERB" else None
        return noun or found.word

    def _drafts(self, stand: Stand, words: tuple[Word, ...], frame: Frame) -> Iterator[Draft]:
        told = self._told(stand)
        if told is _UNSAID or is_nameless(stand.thing) or self._is_of_a_claim(stand):
            return
        if any(v.pos == "VERB" and (nobody_did(v) or is_to_be_shown(v)) for v in stand.trail):
            return
        if self._is_asked_of_others(stand, words, told):
            return
        if told is not None or not _is_laid_down(stand, self.book):
            for party in (self.voices.parties(stand, words, told) or self._doers(stand, told))[:2]:
                if party not in self.sides.pair and _is_service(stand):
                    continue  # who offers to host others' talks is no party to them
                yield self._draft(stand, party, told, words, frame)

    def _doers(self, stand: Stand, told: Statement | None) -> tuple[str, ...]:
        """Who acts in the words of a stance that somebody voices whose side nothing else tells."""
        place = Span(stand.head.start, stand.head.end)
        doers = {
            act.actor
            for act in self.acts
            if act.type in _AVOWING
            and not act.rule.startswith(LEARNED)
            and any(place.overlaps(span) for span in act.evidence)
        }
        found = doers.pop() if len(doers) == 1 and told is not None else ()
        return found if len(found) == 1 else ()

    def _avowed(self, drawn: Sequence[Draft], line: _Line) -> Iterator[Draft]:
        """What acts of the sentence tell where nothing else has been drawn from their words.

        A promise of what no book lists is an act like others, unless something hangs on it.
        """
        words, frame, things = line
        for stand, act in avowed(self.acts, words, things, self.parties, self.forces, self.topics):
            party = act.actor[0]
            if any(_touches(draft.position, act) for draft in drawn):
                continue
            told = self._told(stand)
            if told is not _UNSAID and not is_nameless(stand.thing):
                draft = self._draft(stand, party, told, words, frame)
                if stand.thing.on != "terms" or draft.position.stance in {"refuses", "conditional"}:
                    yield draft

    def _is_of_a_claim(self, stand: Stand) -> bool:
        """Whether it only calls something untrue: "dismissed that as nonsense", "dismissed the
        assertion that nobody had apologised"."""
        called = (
            word
            for verb in stand.trail
            for name, word in prepositions(verb)
            if name == "as" and verb.pos == "VERB"
        )
        taken = (verb.of("dobj") for verb in stand.trail if verb.pos == "VERB")
        nouns = (word for word in (*stand.trail, *taken) if word is not None and word.pos == "NOUN")
        said = (word for word in nouns if word.lemma.lower() in self.book.charges)
        return any(word.lemma.lower() in self.book.falsehoods for word in called) or any(
            ("noun", word.lemma.lower()) not in self.book.forces for word in said
        )

    def _is_asked_of_others(
        self, stand: Stand, words: tuple[Word, ...], told: Statement | None
    ) -> bool:
        """Whether it is what one outside the quarrel is asked to do: "asked Washington to speak
        with Seoul"."""
        verbs = [verb for verb in stand.trail if verb.pos == "VERB"]
        outside = told is not None and told.country not in self.parties
        for verb in verbs:
            them = _THEM if outside or is_among_them(verb, self.book) else set()
            if asks_all(verb, _ALL_SIDES | them):
                return True
        asked = (asked_of(verb) for verb in verbs)
        codes = [
            code
            for word in asked
            if word is not None
            for code in self.sides.codes(word, words, None)
        ]
        return bool(codes) and self.parties.isdisjoint(codes)

    def _told(self, stand: Stand) -> Statement | None:
        """The statement that a stance is part of; `_UNSAID` where it is left out or denied."""
        place = Span(stand.head.start, stand.head.end)
        told = self.voices.at(place)
        unsaid = is_unsaid(told, self.statements) and not _refuses_itself(stand, told)
        if unsaid or _is_denied(told, place):
            return _UNSAID
        return told

    def _draft(
        self,
        stand: Stand,
        party: str,
        told: Statement | None,
        words: tuple[Word, ...],
        frame: Frame,
    ) -> Draft:
        within = said_within(told, Span(stand.head.start, stand.head.end), words)
        condition = condition_of(stand, words, within, self.report.text, self.book) or restriction(
            stand, words, within
        )
        text = self.report.text
        condition = closed(condition, text) if condition else None
        recalled = is_recalled(stand, words, told, self.timeline, self.report)
        position = Position(
            id=0,
            party=party,
            matter=self._named(stand.thing),
            on=stand.thing.on or "talks",
            stance="conditional" if condition else stand.value,
            condition=" ".join(condition.of(text).split()) if condition else None,
            evidence=(closed(with_condition(clause_of(stand.head), condition), text),),
            statement=told.id if told is not None else None,
            background=recalled,
            rule=self._rule(stand, party, told, words, recalled),
        )
        return Draft(position, self.voices.speaker(told), frame.paragraph.zone == "body")

    def _named(self, found: Found) -> str:
        return " ".join(matter_of(found, self.outcomes).of(self.report.text).split())

    def _rule(
        self,
        stand: Stand,
        party: str,
        told: Statement | None,
        words: tuple[Word, ...],
        recalled: bool,
    ) -> str:
        trail = " > ".join(word.lemma.lower() for word in stand.trail)
        home = self.voices.home(told)
        if home is not None and home != party and not self._speaks_with(told, party, words):
            return f"{trail}; by-other"
        if self.homes.document and home == party:
            return trail
        voiced = told is not None and (told.speech or self.voices.speaker(told) is not None)
        if (recalled and not voiced) or self._is_hearsay(stand, words):
            return f"{trail}; narrated"
        return trail

    def _speaks_with(self, told: Statement | None, party: str, words: tuple[Word, ...]) -> bool:
        """Whether several speak together, the party among them: "the leaders of X and Y"."""
        source = [w for w in words if told and any(s.start <= w.start < s.end for s in told.source)]
        named = self.sides.named_in(source, self.sides.cast.mentions(words)) if source else ()
        return party in named and len(named) > 1

    def _is_hearsay(self, stand: Stand, words: tuple[Word, ...]) -> bool:
        """Whether the report only says how it seems: "Riyadh is said to be ready"."""
        before = (word.text.lower() for word in words if 0 <= stand.head.i - word.i <= _HEARD)
        said = f" {' '.join(before)} "
        return any(f" {heard} " in said for heard in self.book.hearsay)


def _touches(position: Position, act: Act) -> bool:
    """Whether a position says where somebody stands in the words of an act."""
    return any(mine.overlaps(theirs) for mine in position.evidence for theirs in act.evidence)


def _refuses_itself(stand: Stand, told: Statement | None) -> bool:
    """Whether what looks like silence is a refusal of the thing itself: "refuses to give Norway
    back the quota", not "declined to give a date for talks"."""
    place = Span(stand.head.start, stand.head.end)
    cue = told is not None and any(span.covers(place) for span in told.cue)
    kept = stand.thing.word.lemma.lower() in _TOLD
    return cue and stand.value == "refuses" and len(stand.trail) <= _NEAR and not kept


def _is_denied(told: Statement | None, place: Span) -> bool:
    """Whether the words at ``place`` are what somebody denies, rather than the denial itself."""
    return (
        told is not None
        and told.polarity == "denies"
        and any(span.covers(place) for span in told.content)
    )


def _is_service(stand: Stand) -> bool:
    """Whether it is what a third side does for two others: "offered to host the next round"."""
    return any(word.lemma.lower() in _SERVING for word in stand.trail)


def _is_laid_down(stand: Stand, book: StanceBook) -> bool:
    """Whether it is what an agreement says: "under the deal Nemora will stop the fines"."""
    verb = stand.head
    return any(
        name == "under" and thing_at(thing, book) == "outcome"
        for above in (verb, *verb.ancestors())
        for name, thing in prepositions(above)
    )


def _is_scene(word: Word) -> bool:
    """Whether it only says where or when: "met him at the Arab summit"."""
    return word.dep == "pobj" and word.head.text.lower() in _SCENES


def _is_question(words: Sequence[Word], text: str) -> bool:
    return span_of(words).of(text).rstrip("\"”'’ ").endswith("?")
