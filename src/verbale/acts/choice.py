"""Who is meant, where several sides could be: weighs what speaks for each of them.

The grammar names who does a deed and to whom, or guesses from what the report is about. Beside what
it says, every side that the report names has traits: where it stands in the clause, how near it was
named, whether it speaks. Each trait has a weight (`coder/data/sides.toml`, learnt by
``python -m eval.train``), and the side that most speaks for is meant.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Literal, NamedTuple

import msgspec

from verbale.acts.codes import Codes, code_of
from verbale.acts.deed import Deed
from verbale.acts.leading import offers_to_mediate
from verbale.acts.parties import Parties, is_official
from verbale.acts.past import Lately, Past, Story, lately, roles, things_of
from verbale.acts.sides import Sides
from verbale.acts.taken_up import things_told
from verbale.acts.together import Group, groups_of, hints_of, traits_of, traits_of_one
from verbale.coder.balance import Candidate, Choice, SideWeights, Weights, weigh
from verbale.language import Word
from verbale.lexicon.wordlists import word_list
from verbale.model import Statement
from verbale.statements.grammar import is_passive

Role = Literal["actor", "recipient"]
#: By how much likelier another recipient must be than the grammar's.
_CLEARLY = 0.1
#: How likely somebody must be to be taken for the actor whom the grammar does not name.
_LIKELY = 0.5
#: What third sides say to both of two at once.
_TO_BOTH = frozenset({"SUPPORT", "REQUEST"})
_NEAR = 3
_SELDOM = 4
_CLIMB = 12


class Named(NamedTuple):
    """A place where the report names a side; ``word`` is the topmost of the words that do."""

    start: int
    code: str
    word: Word


class Question(NamedTuple):
    """Who has ``role`` in ``deed``.

    ``given`` is the grammar's answer and ``by`` the word it rests on, None for a guess; ``actor``
    is who does it, where that is known. ``voice`` and ``told`` are the statement that the deed is
    part of, and the one that it is the cue of.
    """

    role: Role
    deed: Deed
    voice: Statement | None
    told: Statement | None
    given: Codes
    by: Word | None
    actor: Codes = ()


class Chooser:
    """Weighs the sides of one report. Without weights the grammar's answers stand."""

    def __init__(
        self, sides: Sides, lines: Sequence[tuple[Word, ...]], weights: SideWeights | None
    ) -> None:
        self._sides = sides
        self._weights = weights
        self._named = sorted(_named_in(sides, lines), key=lambda one: (one.start, one.code))
        self._starts = [one.start for one in self._named]
        self._in_line: dict[int, list[Named]] = {}
        for one in self._named:
            self._in_line.setdefault(id(_root(one.word)), []).append(one)
        counts = Counter(one.code for one in self._named)
        self._rank = {code: n for n, (code, _) in enumerate(counts.most_common())}
        self._first = {one.code: n for n, one in reversed(list(enumerate(self._named)))}
        self._story = Story()

    def note(self, deed: Deed, found: Parties) -> None:
        """Keep who did ``deed`` to whom, for the deeds told after it."""
        self._story.note(
            Past(deed.head.start, deed.type, found.actor, found.recipient, things_of(deed))
        )

    def told_before(self, deed: Deed) -> list[Past]:
        """The acts told before ``deed``, the latest first."""
        return self._story.before(deed.head.start)

    def weighed(
        self, deed: Deed, found: Parties, voice: Statement | None, told: Statement | None
    ) -> Parties:
        """``found`` with the recipient that most speaks for, and the likeliest actor where the
        grammar has none. What rests on a word stands; what the grammar guessed gives way to what
        clearly leads."""
        if self._weights is None:
            return found
        actor = found.actor
        if not actor and not any(map(_is_outsider, deed.doers)):
            actor = self._actor(deed, voice, told, self._weights.actor)
        between = len(found.recipient) > 1 and offers_to_mediate(deed)
        if not actor or found.recipient_word is not None or between:
            return msgspec.structs.replace(found, actor=actor)
        given = found.recipient
        asked = Question("recipient", deed, voice, told, given, found.recipient_word, actor)
        choices = weigh(self.candidates(asked), self._weights.recipient)
        best = _likeliest(choices)
        if self._speaks_to_both(deed, given, actor) and set(best.codes) < set(given):
            return msgspec.structs.replace(found, actor=actor)
        if set(best.codes) == set(given) or best.sure - choices[0].sure < _CLEARLY:
            return msgspec.structs.replace(found, actor=actor)
        word = self._word_of(best.codes, deed) if best.codes else None
        return Parties(actor, found.actor_word, best.codes, word)

    def _speaks_to_both(self, deed: Deed, given: Codes, actor: Codes) -> bool:
        """Whether a third side hails what is between the two, or wants it: "called for calm"."""
        pair = set(self._sides.pair)
        if deed.type not in _TO_BOTH or len(given) < 2 or set(given) != pair or pair & set(actor):
            return False
        if not any(thing.lemma.lower() in word_list("between-two") for thing in things_told(deed)):
            return False
        trail = _trail(deed)
        inside = self._in_line.get(id(_root(deed.head)), [])
        return not any(
            one.code in pair and (_stands(one.word, deed.head, trail) or "").startswith("in ")
            for one in inside
        )

    def _actor(
        self, deed: Deed, voice: Statement | None, told: Statement | None, weights: Weights
    ) -> Codes:
        asked = Question("actor", deed, voice, told, (), None)
        best = _likeliest(weigh(self.candidates(asked), weights))
        return best.codes if best.sure >= _LIKELY else ()

    def candidates(self, question: Question) -> list[Candidate]:
        """All who may be meant, nobody included, the grammar's answer first."""
        around = self._around(question)
        past = self._story.before(question.deed.head.start)
        before = lately(past, question.actor, question.deed)
        told = (code for one in past[:1] for code in (*one.actor, *one.recipient))
        named = dict.fromkeys((*question.given, *self._rank, *told))
        traits = {
            code: tuple(self._traits(code, question, around.get(code, []), before))
            for code in named
            if code not in question.actor
        }
        hints = hints_of(question.deed)
        alone = dict.fromkeys(traits_of_one(hints), 1.0)
        found = [Candidate((code,), _mixed((code,), traits, question) | alone) for code in traits]
        for group in self._groups(question, around, past):
            if not traits.keys() >= set(group.codes):
                continue  # one of them is only named in passing: "the Peru-Chile border"
            joined = dict.fromkeys(traits_of(group, hints, question.deed.type), 1.0)
            found.append(Candidate(group.codes, _mixed(group.codes, traits, question) | joined))
        found.append(Candidate((), dict.fromkeys(self._nobody(question), 1.0)))
        return sorted(found, key=lambda one: set(one.codes) != set(question.given))

    def _word_of(self, codes: Codes, deed: Deed) -> Word | None:
        """The word in the deed's own clause that names one of ``codes``, the nearest after it."""
        trail = _trail(deed)
        inside = [
            one.word
            for one in self._in_line.get(id(_root(deed.head)), [])
            if one.code in codes and (_stands(one.word, deed.head, trail) or "").startswith("in ")
        ]
        return min(inside, key=lambda word: (word.i < deed.head.i, word.i), default=None)

    def _groups(
        self, question: Question, around: Mapping[str, list[str]], past: Sequence[Past]
    ) -> Iterator[Group]:
        """Several sides who may be meant together, each group once."""
        seen: set[frozenset[str]] = set()
        for kind, codes in groups_of(question.given, self._sides.pair, around, past):
            rest = tuple(dict.fromkeys(code for code in codes if code not in question.actor))
            if len(rest) > 1 and frozenset(rest) not in seen:
                seen.add(frozenset(rest))
                yield Group(kind, rest)

    def _traits(
        self, code: str, question: Question, labels: Sequence[str], before: Lately | None
    ) -> Iterator[str]:
        deed = question.deed
        if code in question.given:
            kind = "word" if question.by is not None else "guess"
            yield f"given by {kind}"
            yield f"given by {kind}: {deed.type}"
        yield from labels or ("elsewhere",)
        if code in self._sides.pair:
            place = f"leading {self._sides.pair.index(code) + 1}"
            yield place
            yield f"{place}: {deed.type}"
            if question.actor and not set(question.actor) & set(self._sides.pair):
                yield f"{place}, third acts"
                yield f"{place}, third acts: {deed.type}"
        elif self._rank.get(code, _SELDOM) >= _SELDOM:
            yield "seldom named"
        if question.voice is not None and question.voice.country == code:
            yield "speaks" if question.voice.type == "direct" else "is reported"
        if question.told is not None and question.told.country == code:
            yield "says so"
        if code in self._sides.other(question.actor[:1]):
            yield "other of the two"
            yield f"other of the two: {deed.type}"
        if self._first.get(code) == 0:
            yield "named first"
        party = self._sides.cast.lexicon.party(code)
        if party is not None:
            yield f"is a {party.kind}"
            yield f"is a {party.kind}: {deed.type}"
        yield from roles(code, before, question.actor, deed.type)

    def _nobody(self, question: Question) -> Iterator[str]:
        deed = question.deed
        yield "nobody"
        yield f"nobody: {deed.type}"
        yield f"nobody by {deed.core.lemma.lower()}"
        if deed.nominal:
            yield "nobody, only named"
        if not question.given:
            yield "nobody given"
        if deed.others:
            yield "nobody, others"
            yield f"nobody, others: {deed.type}"
        if deed.loose:
            yield "nobody, loose"
        if question.actor and not set(question.actor) & set(self._sides.pair):
            yield "nobody, third acts"
            yield f"nobody, third acts: {deed.type}"
        kinds = {self._sides.cast.lexicon.party(code) for code in question.actor}
        for kind in sorted({party.kind for party in kinds if party is not None}):
            yield f"nobody, by a {kind}"

    def _around(self, question: Question) -> dict[str, list[str]]:
        """For each side that is named near the deed, in which ways."""
        deed, found = question.deed, dict[str, list[str]]()
        at = bisect_left(self._starts, deed.head.start)
        earlier = [one.code for one in reversed(self._named[:at]) if one.code not in question.actor]
        for n, code in enumerate(list(dict.fromkeys(earlier))[:_NEAR], 1):
            found[code] = [f"named-{n}-before"]
        later = (one.code for one in self._named[at:] if one.code not in question.actor)
        for code in islice(later, 1):
            found.setdefault(code, []).append("named-next")
        trail = _trail(deed)
        for one in self._in_line.get(id(_root(deed.head)), []):
            label = _stands(one.word, deed.head, trail)
            labels = found.setdefault(one.code, [])
            if label is not None and one.code not in question.actor and label not in labels:
                labels.append(label)
        return {code: labels for code, labels in found.items() if code not in question.actor}


def _likeliest(choices: Sequence[Choice]) -> Choice:
    """The first of those with the highest probability."""
    return max(choices, key=lambda choice: choice.sure)


def _is_outsider(doer: Word) -> bool:
    """ "A cat", "the gunmen": named, and nobody who acts for a side that may be meant."""
    return doer.pos == "NOUN" and not is_official(doer)


def _mixed(
    group: Codes, traits: Mapping[str, tuple[str, ...]], question: Question
) -> dict[str, float]:
    """The traits of a group: the mean of its members', and that they are several."""
    found: dict[str, float] = {}
    for trait in (trait for code in group for trait in traits[code]):
        found[trait] = found.get(trait, 0.0) + 1 / len(group)
    if len(group) > 1:
        found["several given" if set(group) == set(question.given) else "several"] = 1.0
        found[f"several: {question.deed.type}"] = 1.0
    return found


def _trail(deed: Deed) -> set[int]:
    return {id(word) for word in (*deed.trail, deed.head)}


def _root(word: Word) -> Word:
    return next((above for above in word.ancestors() if above.head is above), word)


def _named_in(sides: Sides, lines: Sequence[tuple[Word, ...]]) -> Iterator[Named]:
    for words in lines:
        if not words:
            continue
        for match in sides.cast.mentions(words).matches:
            code = code_of(match)
            inside = [word for word in words if match.span.start <= word.start < match.span.end]
            if code is None or not inside:
                continue
            top = next((w for w in inside if w.head not in inside or w.head is w), inside[-1])
            yield Named(match.span.start, code, top)


def _stands(word: Word, head: Word, trail: set[int]) -> str | None:
    """How ``word`` stands to the deed at ``head``: by which relation in it or over it."""
    own = word.dep
    below = word
    for steps, above in enumerate([word, *word.ancestors()]):
        if steps > _CLIMB:
            return None
        if id(above) in trail:
            return _label("in", below, own, above, word is below)
        below = above
    climbed = {id(a): n for n, a in enumerate(head.ancestors())}
    below = word
    for above in word.ancestors():
        if id(above) in climbed:
            return _label("over", below, own, above, word is below)
        below = above
    return None


def _label(where: str, below: Word, own: str, above: Word, is_own: bool) -> str:
    relation = below.dep
    if relation in {"prep", "agent", "dative"} and below.pos == "ADP":
        relation = below.text.lower()
    if where == "in" and relation in {"nsubj", "nsubjpass"} and is_passive(above):
        relation = "passive subject"
    deep = "" if is_own or (own == "pobj") else f" {own}"
    return f"{where} {relation}{deep}"
