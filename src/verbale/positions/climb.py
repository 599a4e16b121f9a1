"""From a thing up to the top of its clause: what all the words on the way make of it.

In "Seoul has no intention of resuming talks" the way from "talks" leads over "resuming" (does),
"intention" (wants, under "no") and "has": refuses. A word that the book does not know ends the way;
what it makes of the thing is unknown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from verbale.acts.clause import goes_with, is_finite, noun_doers, slots_of
from verbale.acts.lookup import has_no
from verbale.language import Word
from verbale.lexicon.acts import ActBook
from verbale.lexicon.stances import Force, ForceKind, StanceBook
from verbale.lexicon.wordlists import word_list
from verbale.model import Stance
from verbale.positions.meaning import Modality, Value, deny, stance, take, under
from verbale.positions.things import Found, thing_at
from verbale.statements.grammar import is_negated, is_passive, subject

_DEEPEST = 12
#: Prepositions that lead from a thing to the word that it completes; others say where and when.
_LEADING = frozenset(
    {"to", "into", "for", "on", "of", "from", "upon", "over", "with", "about", "in"}
)
#: Those that bring what a verb is about, also beside an object: "sent its envoys to the talks".
_BRINGING = frozenset({"to", "into", "from", "for", "of", "out of"})
#: Clauses under these words tell when or under which condition something holds, not what is wanted.
_APART = frozenset(
    """if unless until till once when whenever after before whether since while as because although
    though lest provided how why where""".split()  # noqa: SIM905 - a word list
)
_MODALS: dict[str, Modality] = {
    "will": "will",
    "shall": "will",
    "would": "will",
    "'ll": "will",
    "’ll": "will",
    "wo": "will",
    "'d": "will",
    "’d": "will",
    "can": "may",
    "could": "may",
    "ca": "may",
    "may": "may",
    "might": "may",
    "must": "must",
    "should": "must",
    "ought": "must",
    "shall not": "will",
}
_OCCASIONS = frozenset(
    ["circumstance", "account", "case", "time", "point", "way", "condition", "pretext", "means"]
)
_WISHING = frozenset({"want", "need", "like", "prefer", "wish", "see", "have"})
_NOBODY = frozenset({"nobody", "none", "neither", "nothing"})
_NEVER = frozenset({"longer", "never", "n't", "n’t", "neither", "nor", "hardly", "no", "not"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_VERBS = frozenset({"VERB", "AUX"})


class Stand(msgspec.Struct, frozen=True):
    """A stance as the words of one clause give it.

    ``owners`` are the words that may name whose it is, the likeliest first; ``asked`` says that it
    is the speaker's when they name nobody. ``head`` is the topmost word on the way, ``trail`` all
    words that had a say. ``ahead``: it is told in the present or of the future.
    """

    thing: Found
    value: Stance
    owners: tuple[Word, ...]
    asked: bool
    head: Word
    trail: tuple[Word, ...]


class Climber:
    """Reads stances with one set of words."""

    def __init__(self, book: StanceBook, acts: ActBook) -> None:
        self._book = book
        self._acts = acts

    def stands(self, thing: Found) -> Iterator[Stand]:
        """The stance toward ``thing`` in its clause, and those of nouns on the way that have an
        owner of their own ("turned down a Korean proposal for talks": Korea's, too)."""
        way = _Way(thing, self._book, self._acts)
        if way.climb():
            found = way.stand()
            if found is not None:
                yield found
            yield from way.inner


class _Way:
    """The way up from one thing, and what it has come to so far."""

    def __init__(self, thing: Found, book: StanceBook, acts: ActBook) -> None:
        self.thing = thing
        self.book = book
        self.acts = acts
        self.value: Value = "not" if thing.against else "is"
        self.owners: tuple[Word, ...] = ()
        self.asked = False
        self.denied = False  # a "no" that waits for its verb
        self.must_deny = False  # "sees reason to talk" takes no stance
        self.ended = False  # something on the way makes an end of the thing
        self.head = thing.word
        self.trail: list[Word] = [thing.word]
        self.inner: list[Stand] = []

    # -- the whole way

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

    def stand(self) -> Stand | None:
        """What the way has come to."""
        value = stance(self.value)
        if value is None or self.must_deny or self.denied:
            return None
        if self.thing.against and not self.ended:
            return None  # imposing a ban is an act; lifting or keeping it is a stance
        return Stand(
            self.thing, value, self.owners, self.asked, self.head, tuple(dict.fromkeys(self.trail))
        )

    def _start(self, word: Word) -> bool:
        if word.pos in _VERBS:
            return self._verb(word, None)
        self.denied = has_no(word)
        misread = word.of("compound")
        if misread is not None and word.dep == "pobj" and word.head.text.lower() == "to":
            entry = self._force("verb", misread, "object")
            if entry is not None and entry.says in {"wants", "refuses"}:
                return self._say(entry, misread)  # "continues to favour talks"
        return True

    def _settle_phrase(self, word: Word) -> bool:
        """A fixed phrase takes its stance by itself, in the clause where it stands."""
        verb = next((w for w in (word, *word.ancestors()) if _is_clause(w)), None)
        if verb is None or self._apart(verb):
            return False
        turned = _turned(verb, ()) and not any(
            c.i in self.thing.phrase for c in verb.children if c.text.lower() in _NEVER
        )
        taken = take(self.thing.says, "is", turned and verb.i not in self.thing.phrase)
        if taken is None:
            return False
        self.value, self.head, self.asked = taken, verb, True
        self.trail.append(verb)
        doer = subject(verb)
        self.owners = (doer,) if doer is not None else ()
        return True

    # -- one step; None at the top, the word itself where the way is lost

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
        if dep in {"xcomp", "ccomp", "csubj"} or (dep in {"acl", "advcl", "relcl"} and _aims(word)):
            return self._to_clause(above, word)
        if dep in {"nsubj"}:
            return self._to_event(above, word)
        if dep in {"compound", "nmod", "amod", "poss"} and word.pos in _NOUNS:
            return self._to(above, word, "part") if above.pos in _NOUNS else word
        if dep in {"advmod", "prt"} and self.thing.phrase:
            return self._to(above, word, "object")
        if word.pos in _VERBS or dep in {"ROOT", "parataxis", "appos"}:
            return None if self._settled() and not self._apart(word) else word
        return word

    def _settled(self) -> bool:
        return stance(self.value) is not None

    def _apart(self, verb: Word) -> bool:
        """Whether a clause tells when or if, so that its words are no stance of their own."""
        if verb.dep in {"relcl", "acl"}:
            return verb.head.lemma.lower() in self.book.hours and verb.tag != "VBD"
        return any(
            child.dep in {"mark", "advmod"} and child.text.lower() in _APART and child.i < verb.i
            for child in verb.children
        )

    def _from_list(self, word: Word) -> Word | None:
        first = word.head
        if word.pos in _VERBS and first.pos in _VERBS:
            if is_finite(word) or not _bare(first):
                return None if self._settled() else word
            return self._step_over(first)
        if word.pos in _NOUNS and first.pos in _NOUNS:
            if thing_at(first, self.book) == self.thing.on and self.thing.word is word:
                return word  # "talks and contacts": the first of them is enough
            self.denied = self.denied or has_no(first)
            return self._step_over(first)
        return None if self._settled() else word

    def _step_over(self, first: Word) -> Word | None:
        """From the first of a list as if this member stood in its place."""
        above = self._next(first)
        return above if above is not first else None if self._settled() else self.thing.word

    def _over_preposition(self, word: Word) -> Word | None:
        prep = word.head
        name = prep.text.lower()
        above = prep.head
        if prep.dep == "agent" or above is prep:
            return word
        if above.pos == "ADP":
            name = above.text.lower() if name in {"of", "to"} else name
            above = above.head
        if above.pos in _VERBS and above.lemma.lower() == "be":
            entry = self._force("preposition", prep, "")
            if entry is not None:
                return above if self._say(entry, prep) and self._verb(above, None) else word
            if self._settled() or self.thing.phrase:
                return self._to(above, word, "state")
            return word
        if name not in _LEADING:
            return word
        thing = above.of("dobj") if above.pos in _VERBS else None
        if thing is not None and thing.i < prep.i and self._takes_stance(thing):
            above = thing  # "saw no use | in another round", as parsers cut it
        return self._to(above, word, name)

    # -- what stands above

    def _to(self, above: Word, below: Word, how: str) -> Word | None:
        if above.pos in _NOUNS:
            return self._noun(above, below, how)
        if above.pos == "ADJ" or self._is_quality(above):
            return self._adjective(above, below)
        if above.pos in _VERBS:
            return self._govern(above, below, how)
        if above.pos in {"DET", "NUM", "PRON"} and how == "of":
            self.denied = self.denied or above.text.lower() in {"none", "neither"}
            return above
        return below

    def _to_clause(self, above: Word, clause: Word) -> Word | None:
        if self._apart(clause):
            return clause
        if above.pos in _VERBS and above.lemma.lower() == "be":
            quality = above.of("acomp", "oprd")
            if quality is not None and self._force("adjective", quality, None) is not None:
                return self._impersonal(above, quality, clause)
            if above.of("expl") is None:
                return self._aim(above, clause)
        known = self._known(above, clause, "clause")
        if known is None and self._settled():
            return None
        if is_finite(clause) and self._settled() and known is not None and known.says == "does":
            return None
        return self._to(above, clause, "clause")

    def _impersonal(self, verb: Word, quality: Word, below: Word) -> Word | None:
        """ "It is necessary to conclude a treaty", where the parser hangs it on "is"."""
        doer = verb.of("nsubj")
        known = self._adjective(quality, below)
        if known is below or not self._verb(verb, None):
            return below
        if doer is not None and doer.pos != "PRON":
            self.owners, self.asked = (doer,), False
        return verb

    def _aim(self, verb: Word, below: Word) -> Word | None:
        """ "Seoul's goal is a treaty", "the plan is to resume talks"."""
        doer = verb.of("nsubj")
        entry = self._force("noun", doer, "") if doer is not None else None
        if doer is None or entry is None:
            if self._settled():
                return verb if self._verb(verb, None) else below
            return below
        if not self._say(entry, doer) or not self._verb(verb, None):
            return below
        self.owners = tuple(noun_doers(doer, of=True))
        self.asked = not self.owners
        return verb

    def _to_event(self, verb: Word, word: Word) -> Word | None:
        """The thing is the subject: "talks will resume", "the treaty is dead"."""
        if verb.pos not in _VERBS or self._apart(verb):
            return word
        if _is_wished(verb):
            return self._govern(verb, word, "object")
        if word.text.lower() in {"that", "which"} and verb.dep == "relcl":
            return word
        if verb.lemma.lower() == "be":
            return self._predicate(verb, word)
        entry = self._force("event", verb, None)
        if entry is None and not self.thing.phrase and not (self.denied and _modality(verb)):
            return word  # but what no X will ever do, no X is wanted for
        if not self._verb(verb, entry):
            return word
        if self.thing.against and self.value == "not" and _is_now(verb):
            self.value, self.ended = "refuses", True  # "the ban stands"
        self.owners, self.asked = (), True
        return verb

    def _predicate(self, verb: Word, word: Word) -> Word | None:
        owners = self.owners if self._settled() else ()
        after = [w for w in verb.subtree() if w.i > verb.i and w.pos != "PUNCT"]
        while after and after[0].pos == "ADV" and after[0].text.lower() not in {"off", "out"}:
            after = after[1:]
        text = " ".join(w.text.lower() for w in after)
        said = next((p for p in self.book.predicates if text.startswith(p.words)), None)
        if said is not None:
            taken = take(said.says, self.value, self.denied != _turned(verb, self.trail))
            if taken is None:
                return word
            self.value, self.denied = taken, False
        else:
            quality = verb.of("acomp", "attr", "oprd", "advmod", "prep")
            kind: ForceKind = "adjective"
            entry = self._force(kind, quality, None) if quality is not None else None
            if quality is None or entry is None or not self._say(entry, quality):
                return word
            if not self._verb(verb, None):
                return word
        self.owners, self.asked, self.head = owners, not owners, verb
        self.trail.append(verb)
        return verb

    # -- words that have a say

    def _govern(self, verb: Word, below: Word, how: str) -> Word | None:
        """A verb above the thing as its object, clause or prepositional object."""
        if self._subsumed(verb):
            return below
        if verb.lemma.lower() == "be" and self._settled():
            return verb if self._verb(verb, None) else below
        if verb.lemma.lower() == "be" and below.dep == "attr" and not _is_there(verb):
            return self._aim(verb, below)  # "that is no treaty" takes no stance, "our aim is" does
        entry = self._known(verb, below, how)
        if self._settled() and below.pos in {*_NOUNS, "ADJ"}:
            if entry is None or entry.says in {"does", "tells"}:
                return self._express(verb, below)
        elif entry is not None and entry.says == "tells":
            entry = None
        if entry is not None:
            return verb if self._verb(verb, entry) else below
        if self._settled():
            return None
        governed = how in {"object", *_BRINGING} and self._is_governed(verb)
        if governed or (self.thing.phrase and how != "clause"):
            return verb if self._verb(verb, None) else below
        return below

    def _is_governed(self, verb: Word) -> bool:
        """Whether an unknown verb is something that somebody wants or will not do: in "refuses to
        vet the treaty" it may be anything, in "vetted the treaty" it is no stance."""
        lemma = self.acts.lemma(verb.text, verb.lemma)
        if lemma in word_list("wordy-verbs"):
            return False
        return _bare(verb) or _modality(verb) is not None

    def _express(self, verb: Word, below: Word) -> Word | None:
        """A verb that only brings a stance that a noun has taken: "voiced its opposition to"."""
        if self._force("verb", verb, "tells") is None:
            return below
        turned = _turned(verb, self.trail)
        if turned or self.denied:
            value = deny(self.value)
            if value is None:
                return below
            self.value, self.denied, self.must_deny = value, False, False
        self.head = verb
        self.trail.append(verb)
        doer = slots_of(verb).doer
        if doer is not None and below.pos in _NOUNS:
            self.owners = (*self.owners, doer)
        elif doer is not None:
            self.owners = (doer,)
        return verb

    def _known(self, word: Word, below: Word, how: str) -> Force | None:
        """What the book says of a word above; circumstances of its object do not count."""
        if word.pos not in _VERBS:
            return self._force("adjective" if word.pos == "ADJ" else "noun", word, how)
        entry = self._force("verb", word, how)
        if entry is None and word.tag == "VBN" and word.of("auxpass") is not None:
            return self._force("adjective", word, None)  # "is committed to a treaty"
        if entry is None or how in {"object", "clause"}:
            return entry
        alone = self.acts.lemma(word.text, word.lemma) in entry.words
        brought = how in _BRINGING and not (how == "of" and _has_object(word, below))
        return None if alone and not brought else entry

    def _force(self, kind: ForceKind, word: Word, how: str | None) -> Force | None:
        lemma = self.acts.lemma(word.text, word.lemma)
        forms = (lemma, word.text.lower()) if kind == "adjective" else (lemma,)
        for form in forms:
            for rest, entry in self.book.forces.get((kind, form), ()):
                if entry.takes == "clause" and how not in {"clause", None} and not rest:
                    continue
                if kind in {"verb", "event"} and not goes_with(word, rest):
                    continue
                if kind == "noun" and rest not in {"", how}:
                    continue
                if (how == "tells") != (entry.says == "tells") and kind == "verb":
                    continue
                return entry
        return None

    def _verb(self, verb: Word, entry: Force | None) -> bool:
        """Take in a verb with its "not" and its "will"."""
        turned = _turned(verb, self.trail) != self.denied
        self.denied = False
        kept = stance(self.value) not in {None, "refuses"}
        if turned and kept and entry is not None and entry.says == "does":
            return False
        before = self.value
        if not self._may_point(entry):
            return False
        self.ended = self.ended or (entry is not None and entry.says in {"ends", "refuses"})
        taken = take(entry.says if entry else "does", self.value, turned)
        if taken is None:
            return False
        modality = _modality(verb)
        if modality is None and taken == "not" and before == "is" and turned and _is_now(verb):
            modality = "will"
        value = under(modality, taken) if modality is not None else taken
        if value == "not" and entry is not None and entry.says == "ends" and is_finite(verb):
            value = "not" if self.thing.made else "refuses"
        if value == "is" and before == "not" and entry is not None and is_finite(verb):
            value = "supports"
        if turned:
            self.must_deny = False
        self.value = value
        self.head = verb
        self.trail.append(verb)
        self._own(verb, modality == "must", entry)
        return True

    def _own(self, verb: Word, demanded: bool, entry: Force | None) -> None:
        if demanded:
            self.owners, self.asked = (), True
            return
        if entry is not None and entry.kind == "adjective":
            doer = subject(verb)
        else:
            doer = slots_of(verb).doer if verb.pos == "VERB" else subject(verb)
        if doer is None and not is_passive(verb):
            doer = subject(verb)
        dummy = doer is not None and doer.text.lower() == "it" and self._is_impersonal(verb)
        if doer is not None and not dummy and doer.text.lower() not in {"there"} | _NOBODY:
            self.owners, self.asked = (doer,), False
        elif self._settled():
            self.owners, self.asked = (), True

    def _is_quality(self, word: Word) -> bool:
        """Whether a participle is used as an adjective: "is committed to a treaty"."""
        if word.tag != "VBN" or word.dep not in {"acomp", "oprd", "amod"}:
            return False
        return self._force("adjective", word, None) is not None

    def _is_impersonal(self, verb: Word) -> bool:
        """Whether "it" is nobody: "it is necessary to talk"."""
        quality = verb.of("acomp", "attr", "oprd")
        return quality is not None and quality.text.lower() in self.book.impersonal

    def _noun(self, noun: Word, below: Word, how: str) -> Word | None:
        entry = self._force("noun", noun, how)
        if entry is None:
            return below
        if self._subsumed(noun) and entry.says == "does":
            return below
        if not self._say(entry, noun):
            return below
        if entry.says not in {"does", "ends"}:
            self.owners, self.asked = tuple(noun_doers(noun, of=False)), True
            self._remember(noun)
        return noun

    def _remember(self, noun: Word) -> None:
        """Keep a noun's own stance: it stands whatever is done with it above."""
        value = stance(self.value)
        if self.owners and value is not None and not self.must_deny and not self.denied:
            self.inner.append(Stand(self.thing, value, self.owners, False, noun, tuple(self.trail)))

    def _adjective(self, word: Word, below: Word) -> Word | None:
        entry = self._force("adjective", word, None)
        if entry is None or not self._say(entry, word):
            return below
        self.owners, self.asked = (), True
        if word.dep in {"amod", "acl"} and word.head.pos in _NOUNS:
            self.owners, self.asked = (word.head,), False
        return word

    def _say(self, entry: Force, word: Word) -> bool:
        """Take in a noun or adjective."""
        if not self._may_point(entry):
            return False
        denied = has_no(word) or is_negated(word)
        turned = denied != self.denied if entry.says not in {"does", "ends"} else self.denied
        if entry.says in {"does", "ends"}:
            self.denied = self.denied != has_no(word)
            turned = False
        else:
            self.denied = False
            self.must_deny = entry.denied and not turned
        self.ended = self.ended or entry.says in {"ends", "refuses"}
        taken = take(entry.says, self.value, turned)
        if taken is None:
            return False
        self.value = taken
        self.head = word
        self.trail.append(word)
        return True

    def _may_point(self, entry: Force | None) -> bool:
        """What "it" stands for is only asked of words that take a stance themselves."""
        if not self.thing.pointing or len(self.trail) > 1:
            return True
        return entry is not None and entry.says not in {"does", "ends", "tells"}

    def _takes_stance(self, noun: Word) -> bool:
        entry = self._force("noun", noun, None)
        return entry is not None and entry.says not in {"does", "ends"}

    def _subsumed(self, word: Word) -> bool:
        """Whether another thing stands above: "talks on a treaty" are talks."""
        above = thing_at(word, self.book)
        return above == "talks" and self.thing.on != "talks"


def _has_object(verb: Word, below: Word) -> bool:
    """Whether what a preposition adds to a verb is only a circumstance of its object."""
    return any(child.dep == "dobj" and child is not below for child in verb.children)


def _aims(verb: Word) -> bool:
    """Whether a clause is an infinitive that completes a noun or adjective."""
    return _bare(verb) and (verb.dep != "advcl" or any(c.tag == "TO" for c in verb.children))


def _is_there(verb: Word) -> bool:
    doer = verb.of("expl", "nsubj")
    return doer is not None and (doer.dep == "expl" or doer.text.lower() == "there")


def _is_wished(verb: Word) -> bool:
    """Whether a participle tells what is to become of its subject: "wants the pact kept"."""
    if any(child.dep in {"aux", "auxpass", "mark"} for child in verb.children):
        return False
    wished = verb.dep == "ccomp" and verb.head.lemma.lower() in _WISHING
    return verb.tag == "VBN" or (verb.tag == "VBD" and wished)


def _is_clause(word: Word) -> bool:
    return word.pos in _VERBS and is_finite(word)


def _bare(verb: Word) -> bool:
    """Whether a verb is an infinitive or gerund."""
    return verb.tag in {"VB", "VBG"} and not is_finite(verb)


def _turned(verb: Word, below: Sequence[Word] = ()) -> bool:
    """Whether "not", "never", "no longer" or a "nobody" as subject turns the verb round.

    A subject that is one of the words ``below`` has had its "no" taken into account.
    """
    if is_negated(verb) or any(child.text.lower() in _NEVER for child in verb.children):
        return True
    if _on_no_account(verb) or _takes_none(verb, below):
        return True
    doer = verb.of("nsubj", "nsubjpass")
    if doer is None or doer in below:
        return False
    return doer.text.lower() in _NOBODY or _is_no_one(doer)


def _on_no_account(verb: Word) -> bool:
    """ "under no circumstances", "at no time", "in no way"."""
    return any(
        has_no(thing)
        for prep in verb.children
        if prep.dep == "prep" and prep.text.lower() in {"under", "at", "in", "on", "by"}
        for thing in prep.children
        if thing.dep == "pobj" and thing.lemma.lower() in _OCCASIONS
    )


def _takes_none(verb: Word, below: Sequence[Word]) -> bool:
    """ "signed no paper": the "no" stands with what the verb takes."""
    thing = verb.of("dobj")
    return thing is not None and thing not in below and has_no(thing)


def _is_no_one(doer: Word) -> bool:
    return has_no(doer) and doer.pos in _NOUNS | {"PRON"}


def _modality(verb: Word) -> Modality | None:
    if verb.text.lower() == "going" and verb.of("xcomp") is not None:
        return "will"
    for child in verb.children:
        if child.dep == "aux" and child.text.lower() in _MODALS:
            return _MODALS[child.text.lower()]
    if verb.dep == "conj" and not is_finite(verb) and verb.head.pos in _VERBS:
        return _modality(verb.head)
    return None


def _is_now(verb: Word) -> bool:
    """Whether a clause is in the present tense."""
    tags = {verb.tag, *(c.tag for c in verb.children if c.dep in {"aux", "auxpass"})}
    perfect = any(c.dep == "aux" and c.lemma.lower() == "have" for c in verb.children)
    return bool(tags & {"VBZ", "VBP"}) and not perfect and "VBD" not in tags
