"""Looks up what the book says of a word that stands above a thing."""

from __future__ import annotations

from collections.abc import Iterable

from verbale.acts.clause import goes_with
from verbale.acts.lookup import has_no
from verbale.language import Word
from verbale.lexicon.acts import ActBook
from verbale.lexicon.stances import Force, ForceKind, Predicate, StanceBook
from verbale.lexicon.wordlists import word_list
from verbale.positions.things import Found, thing_at
from verbale.positions.verbforms import VERBS, is_bare, modality

#: Prepositions that bring what a verb is about, also beside an object: "sent its envoys to the
#: talks".
BRINGING = frozenset({"to", "into", "from", "for", "of", "out of"})
#: Clauses under these words tell when or under which condition something holds, not what is wanted.
_APART = frozenset(
    """if unless until till once when whenever after before whether since while as because although
    though lest provided how why where""".split()  # noqa: SIM905 - a word list
)
#: Before what a settlement is sought by.
_MEANS = frozenset({"through", "via", "by"})
#: Endings of nouns for what is done with a thing.
_DOINGS = ("tion", "sion", "ment", "ing", "ance", "ence", "keep", "sal")
#: What somebody likes is no matter, what he would like is.
_LIKING = frozenset({"like", "love"})
_STAYING = frozenset({"remain", "stay", "keep"})
#: Before their subject these open a condition: "should talks fail", "had they signed".
_INVERTED = frozenset({"should", "had", "were"})


class Forces:
    """What words make of a thing, by one set of words."""

    def __init__(self, book: StanceBook, acts: ActBook) -> None:
        self.book = book
        self._acts = acts

    def of(self, kind: ForceKind, word: Word, how: str | None) -> Force | None:
        """What the book says of ``word`` as a ``kind``.

        ``how`` is the way in which the thing completes it ("object", "clause", a preposition); None
        takes any, and "tells" asks for words that only bring a noun's stance.
        """
        lemma = self._acts.lemma(word.text, word.lemma)
        forms = (lemma, word.text.lower()) if kind == "adjective" else (lemma,)
        for form in forms:
            for rest, entry in self.book.forces.get((kind, form), ()):
                if entry.takes == "clause" and how not in {"clause", None} and not rest:
                    continue
                if kind in {"verb", "event"} and not goes_with(word, rest):
                    continue
                if kind == "noun" and not _is_noun_with(rest, how, entry, word):
                    continue
                if (how == "tells") != (entry.says == "tells") and kind == "verb":
                    continue
                if form in _LIKING and kind == "verb" and modality(word) is None:
                    continue
                return entry
        return None

    def above(self, word: Word, below: Word, how: str) -> Force | None:
        """What the book says of a word above; circumstances of its object do not count."""
        if word.pos not in VERBS:
            return self.of("adjective" if word.pos == "ADJ" else "noun", word, how)
        entry = self.of("verb", word, how)
        if entry is None and word.tag == "VBN" and word.of("auxpass") is not None:
            return self.of("adjective", word, None)  # "is committed to a treaty"
        if entry is None or how in {"object", "clause"}:
            return entry
        lemma = self._acts.lemma(word.text, word.lemma)
        alone = lemma in entry.words and not self._is_among(word, entry.words, phrasal=True)
        brought = how in BRINGING and not (how == "of" and _has_object(word, below))
        if how in _MEANS and thing_at(word, self.book) == "outcome":
            return entry  # "wants to settle this through dialogue"
        return None if alone and not brought else entry

    def predicate(self, verb: Word) -> Predicate | None:
        """What "be" says of its subject in so many words: "out of the question"."""
        after = [w for w in verb.subtree() if w.i > verb.i and w.pos != "PUNCT"]
        while (
            after
            and after[0].pos in {"ADV", "PART"}
            and after[0].text.lower() not in {"off", "out"}
        ):
            after = after[1:]
        text = " ".join(w.text.lower() for w in after)
        return next((p for p in self.book.predicates if text.startswith(p.words)), None)

    def takes_stance(self, noun: Word) -> bool:
        """Whether a noun has a say of its own: "no use in another round"."""
        entry = self.of("noun", noun, None)
        return entry is not None and entry.says not in {"does", "ends"}

    def is_doing(self, noun: Word) -> bool:
        """Whether a noun names what is done, by its ending: "construction", "extending"; not what
        is said of somebody."""
        lemma = noun.lemma.lower()
        named = any(not rest for rest, _ in self.book.things.get(lemma, ()))
        known = named or lemma in self.book.charges
        return noun.pos == "NOUN" and lemma.endswith(_DOINGS) and not known

    def keeps(self, verb: Word) -> bool:
        """Whether a verb makes a burden stay: "will keep the tariffs", "go ahead with the rule"."""
        return self._is_among(verb, self.book.keeping)

    def shuts(self, verb: Word) -> bool:
        """Whether a verb tells of its subject that it stays shut: "will remain closed"."""
        state = verb.of("acomp", "oprd", "attr", "advcl")
        return (
            verb.lemma.lower() in _STAYING
            and state is not None
            and state.text.lower() in self.book.shut
        )

    def lays(self, verb: Word) -> bool:
        """Whether a verb lays a burden on somebody, which is an act: "will impose tariffs"."""
        return self._is_among(verb, self.book.laying)

    def _is_among(self, verb: Word, listed: Iterable[str], phrasal: bool = False) -> bool:
        lemma = self._acts.lemma(verb.text, verb.lemma)
        mine = (words.removeprefix(lemma) for words in listed if words.split()[0] == lemma)
        return any(goes_with(verb, rest.strip()) for rest in mine if rest or not phrasal)

    def is_quality(self, word: Word) -> bool:
        """Whether a participle is used as an adjective: "is committed to a treaty"."""
        if word.tag != "VBN" or word.dep not in {"acomp", "oprd", "amod"}:
            return False
        return self.of("adjective", word, None) is not None

    def is_impersonal(self, verb: Word) -> bool:
        """Whether "it" is nobody: "it is necessary to talk"."""
        quality = verb.of("acomp", "attr", "oprd")
        return quality is not None and quality.text.lower() in self.book.impersonal

    def is_governed(self, verb: Word) -> bool:
        """Whether an unknown verb is something that somebody wants or will not do: in "refuses to
        vet the treaty" it may be anything, in "vetted the treaty" it is no stance."""
        if self._acts.lemma(verb.text, verb.lemma) in word_list("wordy-verbs"):
            return False
        return is_bare(verb) or modality(verb) is not None

    def is_apart(self, verb: Word) -> bool:
        """Whether a clause tells when or if, so that its words are no stance of their own."""
        if verb.dep in {"relcl", "acl"}:
            return verb.head.lemma.lower() in self.book.hours and verb.tag != "VBD"
        return _is_inverted(verb) or any(
            child.dep in {"mark", "advmod"} and child.text.lower() in _APART and child.i < verb.i
            for child in verb.children
        )

    def is_subsumed(self, word: Word, thing: Found) -> bool:
        """Whether another thing stands above: "talks on a treaty" are talks."""
        return thing_at(word, self.book) == "talks" and thing.on != "talks"


def _is_noun_with(rest: str, how: str | None, entry: Force, noun: Word) -> bool:
    """Whether a noun stands as its entry wants it: "question of" takes a stance only under "no"."""
    if rest and entry.denied and not has_no(noun):
        return False
    return rest in {"", how} or (rest == "to" and how == "clause")


def _is_inverted(verb: Word) -> bool:
    """Whether a clause is an "if" without the word: "should the duties not be lifted"."""
    doer = verb.of("nsubj", "nsubjpass")
    return doer is not None and any(
        child.dep == "aux" and child.text.lower() in _INVERTED and child.i < doer.i
        for child in verb.children
    )


def _has_object(verb: Word, below: Word) -> bool:
    """Whether what a preposition adds to a verb is only a circumstance of its object."""
    return any(child.dep == "dobj" and child is not below for child in verb.children)
