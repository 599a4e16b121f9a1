"""From a thing up to the top of its clause: what all the words on the way make of it.

In "Seoul has no intention of resuming talks" the way from "talks" leads over "resuming" (does),
"intention" (wants, under "no") and "has": refuses. A word that the book does not know ends the way;
what it makes of the thing is unknown.
"""

from __future__ import annotations

from collections.abc import Iterator

from verbale.acts.clause import is_finite
from verbale.acts.lookup import has_no
from verbale.language import Word
from verbale.positions.being import read_aim, read_event, read_predicate
from verbale.positions.forces import BRINGING, Forces
from verbale.positions.stand import Stand
from verbale.positions.tally import Tally
from verbale.positions.things import Found, thing_at
from verbale.positions.turned import is_turned
from verbale.positions.verbforms import (
    VERBS,
    is_aim,
    is_bare,
    is_clause,
    is_now,
    is_of_anyone,
    is_over,
    is_there,
    is_wished,
    sets_none,
)
from verbale.statements.grammar import subject
from verbale.statements.negation import is_negated

_DEEPEST = 12
#: Prepositions that lead from a thing to the word that it completes; others say where and when.
_LEADING = frozenset(
    {
        "to",
        "into",
        "for",
        "on",
        "of",
        "from",
        "upon",
        "over",
        "with",
        "about",
        "in",
        "through",
        "via",
        "by",
    }
)
_CALLING = frozenset({"call", "consider", "find", "deem", "think", "declare", "believe"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_SUBJECTS = ("nsubj", "nsubjpass", "expl")


class Climber:
    """Reads stances with one set of words."""

    def __init__(self, forces: Forces) -> None:
        self._forces = forces

    def stands(self, thing: Found) -> Iterator[Stand]:
        """The stance toward ``thing`` in its clause, and those of nouns on the way that have an
        owner of their own ("turned down a Korean proposal for talks": Korea's, too)."""
        tally = Tally(thing, self._forces)
        if _Way(thing, tally, self._forces).climb():
            found = tally.stand()
            if found is not None:
                yield found
            yield from (inner for inner in tally.inner if found is None or not _is_its(inner))


def _is_its(inner: Stand) -> bool:
    """Whether a noun's stance is only that of its clause: "has dropped its opposition"."""
    return all(owner.tag == "PRP$" for owner in inner.owners)


class _Way:
    """The way up from one thing. A step gives the word reached, None at the top, and the word that
    it started from where the way is lost."""

    def __init__(self, thing: Found, tally: Tally, forces: Forces) -> None:
        self.thing = thing
        self.tally = tally
        self.forces = forces
        self._misread: Word | None = None  # a verb that the parser took for part of a name

    def climb(self) -> bool:
        """Go up as far as the words are known; False where they say nothing certain."""
        word = self.thing.word
        if self.thing.says != "does":
            return self._settle_phrase(word)
        if not self._start(word):
            return False
        for _ in range(_DEEPEST):
            above = self._next(word)
            if above is None:
                return True
            if above is word:
                return False
            word = above
        return False

    def _start(self, word: Word) -> bool:
        if word.pos in VERBS:
            return self.tally.take_verb(word, None)
        self.tally.denied = has_no(word)
        misread = word.of("compound")
        if misread is not None and word.dep == "pobj" and word.head.text.lower() == "to":
            entry = self.forces.of("verb", misread, "object")
            if entry is not None and entry.says in {"wants", "refuses"}:
                self._misread = misread  # "continues to favour talks"
                return self.tally.take_word(entry, misread)
        return True

    def _settle_phrase(self, word: Word) -> bool:
        """A fixed phrase takes its stance by itself, in the clause where it stands."""
        verb = next((w for w in (word, *word.ancestors()) if is_clause(w)), None)
        if verb is None or self.forces.is_apart(verb):
            return False
        return self.tally.settle_phrase(verb)

    def _next(self, word: Word) -> Word | None:
        above, dep = word.head, word.dep
        if above is word:
            return None
        if dep in {"conj"}:
            return self._from_list(word)
        if dep in {"pobj", "pcomp"}:
            return self._over_preposition(word)
        if dep in {"dobj", "oprd", "attr", "nsubjpass", "acomp"}:
            return self._to(above, word, "object")
        if dep in {"xcomp", "ccomp", "csubj"} or (
            dep in {"acl", "advcl", "relcl"} and is_aim(word)
        ):
            return self._to_clause(above, word)
        if dep in {"nsubj"}:
            return self._to_event(above, word)
        if dep in {"compound", "nmod", "amod", "poss"} and word.pos in _NOUNS:
            return self._to(above, word, "part") if above.pos in _NOUNS else word
        if dep in {"advmod", "prt"} and self.thing.phrase:
            return self._to(above, word, "object")
        if is_of_anyone(word):
            return word
        if word.pos in VERBS or dep in {"ROOT", "parataxis", "appos"}:
            return None if self.tally.settled() and not self.forces.is_apart(word) else word
        return word

    def _from_list(self, word: Word) -> Word | None:
        first = word.head
        if word.pos in VERBS and first.pos in VERBS:
            if is_finite(word) or not is_bare(first):
                return None if self.tally.settled() else word
            return self._step_over(first)
        if word.pos in _NOUNS and first.pos in _NOUNS:
            if thing_at(first, self.forces.book) == self.thing.on and self.thing.word is word:
                return word  # "talks and contacts": the first of them is enough
            self.tally.denied = self.tally.denied or has_no(first)
            return self._step_over(first)
        return None if self.tally.settled() else word

    def _step_over(self, first: Word) -> Word | None:
        """From the first of a list as if this member stood in its place."""
        above = self._next(first)
        return above if above is not first else None if self.tally.settled() else self.thing.word

    def _over_preposition(self, word: Word) -> Word | None:
        prep = word.head
        name = prep.text.lower()
        above = prep.head
        if self._misread is not None and word is self.thing.word:
            entry = self.forces.above(above, word, "clause") if above.pos in VERBS else None
            return above if self.tally.take_verb(above, entry) else word
        if prep.dep == "agent" or above is prep:
            return word
        if above.text.lower() == "as" and name in {"for", "to"}:
            return word  # "as for the commission, ..." only says what comes next
        if above.pos == "ADP":
            name = above.text.lower() if name in {"of", "to"} else name
            above = above.head
        if above.pos in VERBS and above.lemma.lower() == "be":
            return self._over_being(above, prep, word)
        if name not in _LEADING or (name == "to" and self._is_only_topic(word, above)):
            return word
        thing = above.of("dobj") if above.pos in VERBS else None
        if thing is not None and self.forces.is_subsumed(thing, self.thing):
            return word  # "hold talks | on a treaty", as parsers cut it
        if thing is not None and thing.i < prep.i and self.forces.takes_stance(thing):
            above = thing  # "saw no use | in another round", as parsers cut it
        return self._to(above, word, name)

    def _is_only_topic(self, word: Word, above: Word) -> bool:
        """ "Will provide help to the drivers": those are no matter, however often named."""
        known = self.thing.phrase or word.lemma.lower() in self.forces.book.things
        known = known or word is not self.thing.word
        return above.pos in VERBS and word.pos == "NOUN" and not known

    def _over_being(self, verb: Word, prep: Word, word: Word) -> Word | None:
        """ "Nemora is for talks"."""
        entry = self.forces.of("preposition", prep, "")
        if entry is not None and verb.dep != "pcomp":  # "accused it of being behind the blasts"
            said = self.tally.take_word(entry, prep) and self.tally.take_verb(verb, None)
            return verb if said else word
        if self.tally.settled() or self.thing.phrase:
            return self._to(verb, word, "state")
        return word

    def _to(self, above: Word, below: Word, how: str) -> Word | None:
        if above.pos in _NOUNS:
            return self._noun(above, below, how)
        if above.pos == "ADJ" or self.forces.is_quality(above):
            return self._adjective(above, below, how)
        if above.pos in VERBS:
            return self._govern(above, below, how)
        if above.pos in {"DET", "NUM", "PRON"} and how == "of":
            self.tally.denied = self.tally.denied or above.text.lower() in {"none", "neither"}
            return above
        return below

    def _to_clause(self, above: Word, clause: Word) -> Word | None:
        if self.forces.is_apart(clause):
            return clause
        if _is_parted(above, clause):
            return None if self.tally.settled() else clause
        if above.pos in VERBS and above.lemma.lower() == "be":
            quality = above.of("acomp", "oprd")
            if quality is not None and self.forces.of("adjective", quality, None) is not None:
                return self._impersonal(above, quality, clause)
            if above.of("expl") is None:
                return above if read_aim(above, self.tally, self.forces) else clause
        known = self.forces.above(above, clause, "clause")
        settled = self.tally.settled()
        if known is None and settled:
            return None
        if is_finite(clause) and settled and known is not None and known.says == "does":
            return None
        return self._to(above, clause, "clause")

    def _impersonal(self, verb: Word, quality: Word, below: Word) -> Word | None:
        """ "It is necessary to conclude a treaty", where the parser hangs it on "is"."""
        doer = verb.of("nsubj")
        known = self._adjective(quality, below)
        if known is below or not self.tally.take_verb(verb, None):
            return below
        if doer is not None and doer.pos != "PRON":
            self.tally.own(doer)
        return verb

    def _to_event(self, verb: Word, word: Word) -> Word | None:
        """The thing is the subject: "talks will resume", "the treaty is dead"."""
        if verb.pos == "ADJ" and verb.dep in {"ccomp", "xcomp"}:
            return self._found_so(verb, word)
        if verb.pos not in VERBS or self.forces.is_apart(verb):
            return word
        if is_wished(verb):
            return self._govern(verb, word, "object")
        if word.text.lower() in {"that", "which"} and verb.dep == "relcl":
            return word
        for clause in (verb, *_going_on(verb)):
            read = read_predicate if clause.lemma.lower() == "be" else read_event
            if read(clause, self.tally, self.forces):
                return clause
        return word

    def _found_so(self, quality: Word, word: Word) -> Word | None:
        """ "Finds the conditions unacceptable", where the parser makes a clause of it."""
        verb = quality.head
        if verb.lemma.lower() not in _CALLING or not self._qualify(verb, quality):
            return word
        return verb

    def _govern(self, verb: Word, below: Word, how: str) -> Word | None:
        """A verb above the thing as its object, clause or prepositional object."""
        tally = self.tally
        if self.forces.is_subsumed(verb, self.thing) or _is_told_missing(verb, tally):
            return below
        if verb.lemma.lower() == "be" and tally.settled():
            return verb if tally.take_verb(verb, None) else below
        if verb.lemma.lower() == "be" and below.dep == "attr" and not is_there(verb):
            # "that is no treaty" takes no stance, "our aim is" does
            return verb if read_aim(verb, tally, self.forces) else below
        if self._says_nothing(verb, below, how):
            return below
        if how == "object" and self._called(verb, below):
            return verb
        entry = self.forces.above(verb, below, how)
        if tally.settled() and below.pos in {*_NOUNS, "ADJ"}:
            if entry is None or entry.says in {"does", "tells"}:
                return verb if tally.express(verb, below) else below
        elif entry is not None and entry.says == "tells":
            entry = None
        if entry is not None:
            return verb if tally.take_verb(verb, entry) else below
        if tally.settled():
            return None
        governed = how in {"object", *BRINGING} and (
            self.forces.is_governed(verb) or (is_wished(verb) and verb.dep == "ccomp")
        )
        if governed or (self.thing.phrase and how != "clause"):
            return verb if tally.take_verb(verb, None) else below
        return below

    def _says_nothing(self, verb: Word, below: Word, how: str) -> bool:
        """ "Ended two days of talks", "sets no conditions for a meeting": no stance toward it."""
        over = how == "object" and is_over(verb, below)
        return over or ((self.tally.denied or is_turned(verb)) and sets_none(verb, below))

    def _called(self, verb: Word, below: Word) -> bool:
        """ "Called the demand unacceptable": what it is called says how it is taken."""
        quality = verb.of("oprd")
        if verb.lemma.lower() not in _CALLING or quality is None or below.dep != "dobj":
            return False
        return self._qualify(verb, quality)

    def _qualify(self, verb: Word, quality: Word) -> bool:
        """Take in what somebody calls or finds the thing."""
        entry = self.forces.of("adjective", quality, None) if quality.pos == "ADJ" else None
        if entry is None or is_negated(verb) or not self.tally.take_word(entry, quality):
            return False
        doer = subject(verb)
        self.tally.own(*([doer] if doer is not None else []))
        self.tally.reach(verb)
        return True

    def _noun(self, noun: Word, below: Word, how: str) -> Word | None:
        entry = self.forces.of("noun", noun, how)
        if (
            entry is None
            and how == "of"
            and self.forces.is_doing(noun)
            and self.tally.pass_by(noun)
        ):
            return noun
        if entry is None:
            return below
        if self.forces.is_subsumed(noun, self.thing) and entry.says == "does":
            return below
        return noun if self.tally.take_noun(entry, noun) else below

    def _adjective(self, word: Word, below: Word, how: str | None = None) -> Word | None:
        entry = self.forces.of("adjective", word, how)
        if entry is None or not self.tally.take_word(entry, word):
            return below
        self.tally.own()
        if word.dep in {"amod", "acl"} and word.head.pos in _NOUNS:
            self.tally.own(word.head)
        return word


def _is_parted(above: Word, clause: Word) -> bool:
    """Whether a semicolon stands between and the verb above has an object of its own: "Kenya asked
    for it; Somalia has promised an answer", not "the deal is dead; it will stay so, Kenya said"."""
    stops = (word.i for word in (*above.children, *clause.children) if word.text == ";")
    parted = any(clause.i < stop < above.i for stop in stops)
    return parted and above.of("dobj", "xcomp", "acomp", "attr") is not None


def _going_on(verb: Word) -> list[Word]:
    """What else a clause says of its subject: "was a sovereign act and would run for a year"."""
    return [
        other
        for other in verb.children
        if other.dep == "conj" and other.pos in VERBS and other.of(*_SUBJECTS) is None
    ]


def _is_told_missing(verb: Word, tally: Tally) -> bool:
    """ "There is no agreement": how things are, which nobody has to want."""
    told = is_there(verb) and verb.lemma.lower() == "be" and is_now(verb)
    return told and tally.denied and not tally.settled()
