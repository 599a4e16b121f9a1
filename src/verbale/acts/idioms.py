"""Idioms: acts that no single word names ("put one's name to", "leave the door open").

A form is a verb and the words that follow it in this order, with room for a few others between
them, as ``lexicon/idioms.py`` describes. In the passive the words may stand before the verb.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verbale.acts.asking import is_turn_of_phrase, states_a_fact
from verbale.acts.clause import phrase_prepositions, prepositions, slots_of
from verbale.acts.deed import Deed, unique
from verbale.acts.lookup import belongs, has_no, is_nobody, is_turned
from verbale.acts.operators import places, subjects_below
from verbale.language import Word
from verbale.lexicon.acts import ActBook
from verbale.lexicon.idioms import IdiomAct, Token
from verbale.statements.grammar import is_passive

_GAP = 6
#: Names of months that are words besides.
_MONTHS = frozenset({"march", "may", "august"})
_CLIMB = 4
_TURNING = frozenset({"up", "out", "off", "away", "in"})
#: What is put on paper or in words: "a note of protest".
_CARRIERS = frozenset(
    {"note", "letter", "message", "word", "sign", "gesture", "show", "expression"}
)
#: Verbs whose second complement the parser often hangs on the first.
_NAMING = frozenset(
    {"call", "describe", "dismiss", "term", "label", "brand", "denounce", "declare", "let", "deem"}
)
#: What calling something by a name amounts to.
_NAMED_SO = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
#: A word with what a token may know it by.
_Named = tuple[Word, tuple[str, str]]
#: What is said of somebody by saying what he does: "regretted that Nemora had left".
_ABOUT_CLAUSES = frozenset({"ACCUSE", "SUPPORT", "REJECT", "REQUEST"})
_NOT = frozenset({"no", "not", "never", "nothing", "neither", "none", "nobody"})


def read_idiom(verb: Word, lemma: str, book: ActBook) -> Deed | None:
    """The deed of the longest idiom that ``verb`` opens, if any."""
    if verb.dep in {"aux", "auxpass"} or is_turn_of_phrase(verb):
        return None
    forms = book.idioms.get(lemma)
    if not forms:
        return None
    below = [word for word in verb.subtree() if word.i > verb.i]
    before = _before(verb)
    near = {name for word in below if word.i <= verb.i + _GAP + 1 for name in _names(word)}
    near.update(name for _, names in before for name in names)
    later: list[_Named] = []
    for entry, tokens in forms:
        if tokens and not tokens[0].may_stand(near, book):
            continue  # most forms: where the first word does not stand, none need be looked for
        later = later or [(word, _names(word)) for word in below]
        found = _match(verb, tokens, later, before, book)
        if found is not None and _hang_together(verb, found, book):
            deed = _deed(verb, entry, found) if _fits(verb, entry, found, book) else None
            if deed is not None:
                return deed
    return None


def _match(
    verb: Word, tokens: tuple[Token, ...], later: list[_Named], before: list[_Named], book: ActBook
) -> list[Word] | None:
    """The words at which ``tokens`` stand after ``verb`` (before it, in the passive)."""
    found: list[Word] = []
    last = verb.i
    for token in tokens:
        hit = next(
            (
                word
                for word, names in later
                if last < word.i <= last + _GAP + 1 and token.fits(names, book)
            ),
            None,
        )
        if hit is not None and hit.dep == "compound" and token.fits(_names(hit.head), book):
            hit = hit.head  # "under house arrest"
        if hit is None:
            hit = next((word for word, names in before if token.fits(names, book)), None)
            if hit is None:
                return None
        else:
            last = hit.i
        found.append(hit)
    return found


def _hang_together(verb: Word, found: Sequence[Word], book: ActBook) -> bool:
    """Whether each noun of an idiom is the verb's own, or that of another of its words.

    Not what only goes before another noun ("sent a police band"), and not what a noun of another
    kind has with it ("put it in the hands of a guard").
    """
    own = {verb, *found}
    if any(c.text.lower() in _TURNING and c not in own for c in verb.all("prt")):
        return False  # "gave up" is no giving
    if found and found[0].dep == "det" and verb.lemma.lower() == "say" and found[0].head not in own:
        return False  # "said it saw no need to" is no "said no to"
    if verb.lemma.lower() in _NAMING:
        return True
    return all(
        _is_of(word, own, book)
        for word in found
        if word.pos in {"NOUN", "PROPN"} and word.i > verb.i
    )


def _between(word: Word, verb: Word) -> Iterator[Word]:
    """The words over ``word`` up to ``verb``."""
    for above in word.ancestors():
        if above is verb:
            return
        yield above


def _is_of(word: Word, own: set[Word], book: ActBook) -> bool:
    if word.dep in {"compound", "nmod"} and word.head.pos == "NOUN":
        if word.head.lemma.lower() in _CARRIERS:  # "a protest note"
            return _is_of(word.head, own, book)
        return word.head in own or word.head.lemma.lower() in book.transparent
    above = word.head
    for _ in range(_CLIMB):
        if above in own or above.head is above:
            return True
        if above.pos == "NOUN" and above.lemma.lower() not in book.transparent | _CARRIERS:
            return word.dep in {"conj", "appos"}
        if above.pos in {"VERB", "AUX"}:
            return above.dep in {"xcomp", "pcomp", "ccomp", "advcl", "conj"}
        above = above.head
    return False


def _only_asks(verb: Word, found: Sequence[Word]) -> bool:
    """ "Called on them to refrain from escalation" calls nothing an escalation."""
    return any(
        above.tag == "VB"
        and above.lemma.lower() != "be"
        and above.all("aux")
        and above not in found
        for word in found
        for above in _between(word, verb)
    )


def _fits(verb: Word, entry: IdiomAct, found: Sequence[Word], book: ActBook) -> bool:
    """Whether the time and whoever acts are as the entry wants them."""
    if entry.type == "REQUEST" and states_a_fact(verb):
        return False
    if entry.type in _NAMED_SO and verb.lemma.lower() in _NAMING and _only_asks(verb, found):
        return False
    if entry.ahead and not any(c.dep == "aux" and c.tag == "MD" for c in verb.children):
        return False
    if not entry.doer:
        return True
    doer = slots_of(verb).doer
    return doer is not None and belongs(doer, entry.doer, book)


def _before(verb: Word) -> list[_Named]:
    """The words of a passive's subject."""
    subject = verb.of("nsubjpass") if is_passive(verb) else None
    return [(word, _names(word)) for word in subject.subtree()] if subject is not None else []


def _names(word: Word) -> tuple[str, str]:
    """The form and the lemma of a word; what is "closer" is not "close"."""
    text = word.text.lower()
    if word.pos == "PROPN" and text in _MONTHS:
        return "", ""
    return text, text if word.tag in {"JJR", "RBR"} else word.lemma.lower()


def _deed(verb: Word, entry: IdiomAct, found: list[Word]) -> Deed | None:
    slots = slots_of(verb)
    if entry.subject and not any(
        word.lemma.lower() in entry.subject or word.text.lower() in entry.subject
        for word in _subject_words(slots.doer or slots.object)
    ):
        return None
    worded = {word.text.lower() for word in found} & _NOT
    named = (*found, *(word.of("pobj") for word in found))  # "take part in no more rounds"
    turned = not worded and (is_turned(verb, slots.object) or any(map(has_no, named)))
    if entry.negated and not turned:
        return None
    unsaid = is_nobody(slots.doer) or bool(entry.subject) or slots.doer in found
    doers = (slots.doer,) if slots.doer is not None and not unsaid else ()
    type_, negated = entry.type, turned and not entry.negated
    if negated and entry.turned is not None:
        type_, negated = entry.turned, False
    if entry.by == "speaker":
        doers, unsaid = (), True
    elif slots.object is not None and (
        entry.by == "object" or (entry.type == "MOBILIZE" and not doers)
    ):
        doers = (slots.object,)
    return Deed(
        type=type_,
        mode=entry.mode,
        head=verb,
        core=verb,
        symmetric=entry.symmetric,
        doers=doers,
        others=unique(*_others(verb, entry, found, doers)),
        reach=entry.recipient,
        negated=negated,
        asked=unsaid,
        said_of=slots.doer if entry.by == "speaker" else None,
        intended=entry.type in {"AGREE", "REJECT", "REQUEST", "THREATEN"},
        weight=2.7 + len(found) / 5,
        trail=(verb, *found),
        used=frozenset({verb.i, *(word.i for word in found), *_asked_for(entry, found)}),
    )


def _asked_for(entry: IdiomAct, found: list[Word]) -> Iterator[int]:
    """What is only asked for by it: "expressed its wish that the two return to talks"."""
    if entry.type == "REQUEST":
        for word in found:
            yield from (child.i for child in word.children if child.dep in {"acl", "ccomp"})


def _subject_words(word: Word | None) -> Iterator[Word]:
    if word is not None:
        yield word
        yield from (child for child in word.children if child.dep in {"compound", "conj"})


def _others(
    verb: Word, entry: IdiomAct, found: list[Word], doers: tuple[Word, ...]
) -> Iterator[Word]:
    """Who may be meant: at the places the entry names, then between its words, then the subject."""
    slots = slots_of(verb)
    if entry.by == "speaker" and slots.doer is not None and not entry.subject:
        yield slots.doer  # "Nemora is playing for time", somebody said: of Nemora
    around = list(prepositions(verb))
    for word in found:
        around += phrase_prepositions(word)
    yield from (w for w in places(entry.recipient, slots, around) if w not in doers)
    if entry.type in _ABOUT_CLAUSES:
        yield from (below for word in (verb, *found) for below in subjects_below(word))
    last = max((word.i for word in found), default=verb.i)
    yield from (
        word
        for word in verb.subtree()
        if verb.i < word.i < last and word.pos in {"PROPN", "NOUN", "PRON"} and word not in found
    )
    if slots.doer is not None and slots.doer not in doers and not entry.subject:
        yield slots.doer
