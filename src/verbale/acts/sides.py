"""Sides: which states and organisations the words of a sentence stand for.

A word of the parse becomes codes by way of its own name or office, its nationality
("Japanese troops"), its owner ("Japan's decision"), the speaker ("our country") or what "it" goes
back to. Words that stand for nobody give an empty tuple.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType

from verbale.actors import Cast, Mentions, Reference, Speaker, identify
from verbale.acts.clause import conjuncts, prepositions
from verbale.acts.codes import Codes, code_at, code_of, is_state
from verbale.acts.dealings import deals
from verbale.acts.institutions import (
    court_of,
    institution,
    is_named_for_place,
    nationalities,
    seated,
    told_to_be,
)
from verbale.acts.leading import standing_in
from verbale.acts.lines import Lines
from verbale.acts.outsiders import national
from verbale.acts.pointing import (
    WORLD,
    are_all,
    how_many,
    is_excellency,
    is_neighbour,
    is_official_noun,
    is_opposite,
    is_the_country,
    is_world_council,
    means_both,
)
from verbale.acts.pronouns import Pronouns
from verbale.acts.realms import breakaway, realm
from verbale.acts.told_before import kin_before, official_before, people_before
from verbale.language import Word
from verbale.lexicon.wordlists import word_list
from verbale.model import Span, Statement
from verbale.passages import Frame
from verbale.statements.grammar import noun_phrase, span_of, subject

_OURS = frozenset({"i", "we", "our", "us", "my", "me", "ourselves"})
_THEIRS = frozenset({"it", "its", "they", "their", "them", "itself", "themselves"})
_PERSONS = frozenset({"he", "she", "his", "her", "him"})
_RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
_BESIDE = frozenset({"amod", "compound", "nmod", "appos"})
_SHARED = frozenset({"border", "frontier", "boundary", "crossing", "neighbour", "neighbor"})
_OWNED_BY = frozenset({"of", "from", "in"})
_OWNING = frozenset({"poss", "amod", "compound", "nmod", "appos", "prep", "relcl"})
#: What stands in a capital and is another state's.
_ABROAD = frozenset({"embassy", "consulate", "mission", "ambassador", "consul"})
_LOOK_BACK = 2
_LONG_BACK = 8
_ALL_BACK = 20
#: Two are the two that a report is about anyway.
_GATHERED = 3
_DEFINITE = frozenset({"the", "these", "those", "this", "that", "both", "all"})


class Sides:
    """Answers which codes a word stands for, over all sentences of a report."""

    def __init__(
        self,
        cast: Cast,
        frames: Sequence[Frame],
        statements: Sequence[Statement],
        homes: Mapping[str, str] = MappingProxyType({}),
        item: Codes = (),
    ) -> None:
        self.cast = cast
        self.statements = statements
        self._homes = homes
        self._lines = Lines(frames)
        self._pronouns = Pronouns(self, self._lines)
        #: In a digest, the side that the item is headed by.
        self.item = item
        self._standing = standing_in(cast, self._lines.all, statements)
        self.pair = self._standing.pair
        self.most_named = self._standing.most_named

    @cached_property
    def deal(self) -> bool:
        """Whether the report is about what states do to each other."""
        pair, _, often, together = self._standing
        return deals(self._lines.all, pair, often, together)

    def codes(
        self, word: Word, words: tuple[Word, ...], voice: Statement | None, avoid: Codes = ()
    ) -> Codes:
        """The codes that ``word`` (with its list) stands for in the sentence ``words``.

        ``voice`` is the statement that the sentence is part of, if any. A pronoun does not go back
        to a side in ``avoid``: who accuses "it" accuses another.
        """
        if avoid and (word.text.lower() in _THEIRS or is_the_country(word)):
            return self._pronouns.elsewhere(word, words, avoid)
        if avoid and means_both(word) and not set(avoid) & set(self.pair):
            return self.pair
        return self._list(word, words, voice, 0)

    def is_venue(self, word: Word, words: tuple[Word, ...]) -> bool:
        """Whether a capital is only where something took place: "talks in Vienna"."""
        if word.dep != "pobj" or word.head.text.lower() not in {"in", "at", "near"}:
            return False
        place = Span(word.start, word.end)
        return any(
            match.role in {"capital", "metonym"} and match.span.overlaps(place)
            for match in self.cast.mentions(words).matches
        )

    def _is_scene(self, place: Span, words: tuple[Word, ...]) -> bool:
        """Whether what stands at ``place`` is only where something took place."""
        return any(self.is_venue(w, words) for w in words if place.start <= w.start < place.end)

    def is_named_by(self, word: Word, words: tuple[Word, ...]) -> bool:
        """Whether the phrase of ``word`` itself names a side: "the Polish minister", not "he"."""
        return bool(self.named_in(noun_phrase(word), self.cast.mentions(words)))

    def is_nobody_known(self, word: Word, words: tuple[Word, ...]) -> bool:
        """Whether "the Irishman" is none of the officials that the report has told of."""
        code = national(word, self.cast.mentions(words))
        if code is None or any(p.country == code and p.posts for p in self.cast.persons):
            return False
        return not any(
            is_official_noun(other) and code in self._owner(other, line, None, 3)
            for line in (words, *self._lines.before(words, _LONG_BACK))
            for other in line
        )

    def other(self, codes: Codes) -> Codes:
        """The other of the report's two leading sides, where ``codes`` is one of them."""
        if len(codes) == 1 and len(self.pair) == 2 and codes[0] in self.pair:
            return tuple(code for code in self.pair if code != codes[0])
        return ()

    def named_in(self, words: Sequence[Word], mentions: Mentions) -> Codes:
        """All codes named among ``words``, in order of place."""
        if not words:
            return ()
        place = span_of(words)
        return tuple(
            dict.fromkeys(
                code
                for match in mentions.matches
                if place.covers(match.span) and (code := code_of(match)) is not None
            )
        )

    def held(self, word: Word, words: tuple[Word, ...]) -> Codes:
        """Whose the people are whom "they" or "him" goes back to, where people were held before."""
        return people_before(word, (words, *self._lines.before(words)), self._whose)

    def _whose(self, word: Word, words: tuple[Word, ...]) -> Codes:
        return self._owner(word, words, None, 3)

    def _whose_official(self, word: Word, words: tuple[Word, ...]) -> Codes:
        return self._owner(word, words, None, 2)

    def topic_before(self, words: tuple[Word, ...]) -> Codes:
        """The side that the sentence before ``words`` in its paragraph is about."""
        return self._pronouns.topic_before(words)

    def noun(self, word: Word, words: tuple[Word, ...]) -> Codes:
        """The sides of a noun that somebody else is told to be, or to have."""
        return self._noun(word, words, None, 2)

    def listed(self, word: Word, words: tuple[Word, ...]) -> Codes:
        """The same, with its list."""
        return self._list(word, words, None, 2)

    def _list(
        self, word: Word, words: tuple[Word, ...], voice: Statement | None, depth: int
    ) -> Codes:
        codes = (self._one(member, words, voice, depth) for member in conjuncts(word))
        return tuple(dict.fromkeys(code for found in codes for code in found))

    # -- one word

    def _one(
        self, word: Word, words: tuple[Word, ...], voice: Statement | None, depth: int
    ) -> Codes:
        text = word.text.lower()
        if depth > 3:
            return ()
        if text in _OURS:
            return (voice.country,) if voice is not None and voice.country else ()
        if text in _THEIRS:
            return self._pronouns.antecedent(word, words, voice)
        if text in _PERSONS:
            again = self._pronouns.same_person(word, words)
            if again:
                return again
            speaker = identify([word], word, self.cast, self.cast.mentions(words), Reference())
            own = self._pronouns.who_says(word) or self._of_speaker(speaker)
            return own or self._pronouns.person_before(word, words)
        if text in _RELATIVES:
            clause = next((a for a in word.ancestors() if a.dep == "relcl"), word.head)
            if clause.dep == "relcl":
                return self._one(clause.head, words, voice, depth + 1)
        return self._noun(word, words, voice, depth)

    def _noun(
        self, word: Word, words: tuple[Word, ...], voice: Statement | None, depth: int
    ) -> Codes:
        mentions = self.cast.mentions(words)
        own = code_at(word, mentions)
        if own is not None:
            return (own,)
        if is_excellency(word):
            return self._pronouns.excellency(word, words)
        several = self._group(word, words)
        if several:
            return several
        if is_world_council(word):
            return (WORLD,)
        several = self._several(word, words, voice, depth)
        if several:
            return several
        lines = (words, *self._lines.before(words, _LONG_BACK))
        near = lines[: 1 + _LOOK_BACK]
        named = (
            told_to_be(word, mentions)
            or institution(word, lines, self.cast)
            or court_of(word, lines, self.cast)
            or (official_before(word, near, self._whose_official) if depth <= 1 else ())
            or self._by_noun(word, words, voice, depth)
            or self._named(word, mentions)
        )
        if named:
            return named
        return (
            realm(word, self._standing, self.cast)
            or breakaway(word, self._standing, self.cast)
            or self._owner(word, words, voice, depth)
            or (kin_before(word, near[1:], self._whose) if depth <= 1 else ())
            or seated(word, words, self._named_otherwise, self.cast)
        )

    @cached_property
    def _named_otherwise(self) -> Codes:
        """Those of the pair that the report names by more than where somebody was."""
        named = {
            code_of(match)
            for words in filter(None, self._lines.all)
            for match in self.cast.mentions(words).matches
            if match.role not in {"capital", "metonym"}
        }
        return tuple(code for code in self.pair if code in named)

    def _group(self, word: Word, words: tuple[Word, ...]) -> Codes:
        """Who "the parties", "the two" or "the three countries" are."""
        number = how_many(word)
        if number:
            leading = [code for code, _ in self._standing.often.most_common(number)]
            return tuple(leading) if len(leading) == number else ()
        gathered = self._gathered_before(words) if are_all(word) else ()
        return gathered or (self._two_before(word, words) if means_both(word) else ())

    def _gathered_before(self, words: tuple[Word, ...]) -> Codes:
        """The three or more sides whom the report has told to act together: "the delegations of
        Iceland, Norway and the United Kingdom met"."""
        for line in self._lines.before(words, _ALL_BACK):
            for word in line:
                if word.dep in {"nsubj", "nsubjpass"} and word.pos != "PRON":
                    codes = self._several(word, line, None, 2) or self._list(word, line, None, 2)
                    if len(codes) >= _GATHERED:
                        return codes
        return ()

    def _of_speaker(self, speaker: Speaker) -> Codes:
        code = speaker.country or self._homes.get(speaker.name or "")
        return (code,) if code else ()

    def _owner(
        self, word: Word, words: tuple[Word, ...], voice: Statement | None, depth: int
    ) -> Codes:
        """Whose something is: "Japan's", "Japanese", "of Japan", "the border with Japan"."""
        beside = self._beside(word, words, voice, depth)
        if beside:
            return beside
        for name, thing in prepositions(word):
            if name == "in" and self._is_only_there(word, thing, words):
                continue
            if name in _OWNED_BY or (name == "with" and word.lemma.lower() in _SHARED):
                owner = self._list(thing, words, voice, depth + 1)
                if owner:
                    return owner
        return ()

    def _beside(
        self, word: Word, words: tuple[Word, ...], voice: Statement | None, depth: int
    ) -> Codes:
        """Whose something is by the words before it: a name, a nationality, at last a pronoun."""
        mentions = self.cast.mentions(words)
        owners = word.all("poss")
        for owner in (child for child in owners if child.pos != "PRON"):
            codes = self._one(owner, words, voice, depth + 1)
            if codes:
                return (self.other(codes) or codes) if is_neighbour(word) else codes
        for child in (child for child in word.children if child.dep in _BESIDE):
            named = [code_at(one, mentions) for one in conjuncts(child)]
            if any(named) and not is_named_for_place(word, child, mentions):
                return tuple(dict.fromkeys(code for code in named if code is not None))
        for owner in (child for child in owners if child.pos == "PRON"):
            codes = self._one(owner, words, voice, depth + 1)
            if codes:
                return self.other(codes) if is_opposite(word) else codes
        return ()

    def _is_only_there(self, word: Word, place: Word, words: tuple[Word, ...]) -> bool:
        """ "An accord in Muscat", "the embassy in Tehran"; not "the government in Minsk"."""
        names = {word.lemma.lower(), *(child.lemma.lower() for child in word.all("compound"))}
        if names & _ABROAD:
            return True
        return self.is_venue(place, words) and not names & word_list("official-nouns")

    def _several(
        self, word: Word, words: tuple[Word, ...], voice: Statement | None, depth: int
    ) -> Codes:
        """ "The presidents of Poland and Lithuania", "the Polish and Lithuanian envoys"."""
        listed = nationalities(word, self.cast.mentions(words))
        if len(listed) > 1:
            return listed
        if word.tag != "NNS":
            return ()
        for name, thing in prepositions(word):
            owners = self._list(thing, words, voice, depth + 1) if name == "of" else ()
            if len(owners) > 1:
                return owners
        return ()

    def _by_noun(
        self, word: Word, words: tuple[Word, ...], voice: Statement | None, depth: int
    ) -> Codes:
        """Whose "the regional body's chief" is, and the minister of "Oman, whose minister"."""
        owner = word.of("poss")
        if owner is not None and owner.text.lower() == "whose":
            return self._one(owner, words, voice, depth + 1)
        lines = (words, *self._lines.before(words, _LONG_BACK))
        return institution(owner, lines, self.cast) if owner is not None else ()

    def _named(self, word: Word, mentions: Mentions) -> Codes:
        """The state of a person, office or body at ``word``."""
        place = Span(word.start, word.end)
        holds = (
            any(run.span.overlaps(place) for run in mentions.names)
            or any(held.span.overlaps(place) for held in mentions.titles)
            or any(named.span.overlaps(place) for named in mentions.bodies)
        )
        if not holds:
            return ()
        phrase = [w for w in noun_phrase(word, stop=_in_list(word)) if w.dep != "punct"] or [word]
        return self._of_speaker(identify(phrase, word, self.cast, mentions, Reference()))

    def _two_before(self, word: Word, words: tuple[Word, ...]) -> Codes:
        """The two states named last before ``word``, the report's two where these are no others;
        who speaks of the two is none of them: "Oslo urged both countries"."""
        found: dict[str, None] = {}
        tells = self._doers_above(word, words)
        for line in (words, *self._lines.before(words, _LOOK_BACK)):
            found |= dict.fromkeys(
                code
                for match in (self.cast.mentions(line).matches if line else ())
                if (line is not words or match.span.end <= word.start)
                and (code := code_of(match)) is not None
                and is_state(match, self.cast)
                and not self._is_scene(match.span, line)
            )
        two = tuple(code for code in found if code not in tells)
        return two if len(two) == 2 and not set(self.pair) <= set(two) else self.pair

    def _doers_above(self, word: Word, words: tuple[Word, ...]) -> frozenset[str]:
        """Who is named as doing what ``word`` is part of."""
        mentions = self.cast.mentions(words)
        doers = (subject(above) for above in word.ancestors() if above.pos == "VERB")
        named = (code_at(doer, mentions) for doer in doers if doer is not None)
        return frozenset(code for code in named if code is not None)


def _in_list(head: Word) -> Callable[[Word], bool]:
    members = {id(word) for member in conjuncts(head)[1:] for word in member.subtree()}
    return lambda word: id(word) in members
