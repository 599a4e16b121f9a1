"""What the form of a verb tells a stance: "will", "may", "must", the present, an infinitive."""

from __future__ import annotations

from verbale.acts.clause import is_finite
from verbale.language import Word
from verbale.positions.meaning import Modality

VERBS = frozenset({"VERB", "AUX"})
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
#: What ends by itself, since it has its time: the end of a round of talks breaks nothing off.
_ROUNDS = frozenset(
    {"round", "session", "sitting", "meeting", "summit", "conference", "encounter", "hour", "day"}
    | {"week", "visit"}
)
_ENDING = frozenset({"end", "close", "conclude", "finish", "wrap", "wind"})
_MAKING = frozenset({"set", "have", "make", "attach", "impose", "put", "lay", "pose", "tie"})
_MADE = frozenset({"condition", "precondition", "demand", "string"})
_ANY = frozenset({"a", "an", "any", "no", "every"})
_ANYONE = frozenset({"those", "anyone", "anybody", "nobody", "someone", "whoever", "people", "men"})
_WISHING = frozenset({"want", "need", "like", "prefer", "wish", "see", "have"})


def modality(verb: Word) -> Modality | None:
    """What a helping verb makes of ``verb``, or of the one that it stands in a list with."""
    if verb.text.lower() == "going" and verb.of("xcomp") is not None:
        return "will"
    for child in verb.children:
        if child.dep == "aux" and child.text.lower() in _MODALS:
            return _MODALS[child.text.lower()]
    if verb.dep == "conj" and not is_finite(verb) and verb.head.pos in VERBS:
        return modality(verb.head)
    return None


def is_now(verb: Word) -> bool:
    """Whether a clause is in the present tense."""
    tags = {verb.tag, *(c.tag for c in verb.children if c.dep in {"aux", "auxpass"})}
    perfect = any(c.dep == "aux" and c.lemma.lower() == "have" for c in verb.children)
    return bool(tags & {"VBZ", "VBP"}) and not perfect and "VBD" not in tags


def is_bare(verb: Word) -> bool:
    """Whether a verb is an infinitive or gerund."""
    return verb.tag in {"VB", "VBG"} and not is_finite(verb)


def is_clause(word: Word) -> bool:
    """Whether a word is the verb of a clause with a tense."""
    return word.pos in VERBS and is_finite(word)


def is_aim(verb: Word) -> bool:
    """Whether a clause is an infinitive that completes a noun or adjective."""
    return is_bare(verb) and (verb.dep != "advcl" or any(c.tag == "TO" for c in verb.children))


def is_there(verb: Word) -> bool:
    """Whether a clause says that something is there."""
    doer = verb.of("expl", "nsubj")
    return doer is not None and doer.text.lower() == "there"


def is_wished(verb: Word) -> bool:
    """Whether a participle tells what is to become of its subject: "wants the pact kept"."""
    if any(child.dep in {"aux", "auxpass", "mark"} for child in verb.children):
        return False
    wished = verb.dep == "ccomp" and verb.head.lemma.lower() in _WISHING
    return verb.tag == "VBN" or (verb.tag == "VBD" and wished)


def is_of_anyone(verb: Word) -> bool:
    """ "A man who would negotiate his sea has not been born": nobody in particular."""
    doer = verb.of("nsubj")
    if verb.dep != "relcl" or doer is None or doer.text.lower() not in {"who", "that"}:
        return False
    noun = verb.head
    whose = {child.text.lower() for child in noun.children if child.dep == "det"}
    return noun.text.lower() in _ANYONE or bool(whose & _ANY)


def is_over(verb: Word, thing: Word) -> bool:
    """Whether talks are only told to be over: "ended a round of talks", "ended two days of talks",
    "ended talks without a deal"."""
    if verb.lemma.lower() not in _ENDING or not is_finite(verb) or modality(verb) is not None:
        return False
    return thing.lemma.lower() in _ROUNDS or any(
        child.i > thing.i and _tells_outcome(child) for child in (*verb.children, *thing.children)
    )


def _tells_outcome(prep: Word) -> bool:
    """ "Without a deal", "with a draft"; not "with Somalia", "with immediate effect"."""
    what = prep.of("pobj")
    if prep.text.lower() == "without":
        return True
    named = what is None or what.pos != "NOUN" or what.lemma.lower() == "effect"
    return prep.text.lower() == "with" and not named


def sets_none(verb: Word, thing: Word) -> bool:
    """ "Sets no conditions", "does not set conditions for a meeting": under a "no" or "not", who
    makes none turns neither them nor the meeting down."""
    taken = thing if thing.lemma.lower() in _MADE else verb.of("dobj") or thing
    return verb.lemma.lower() in _MAKING and taken.lemma.lower() in _MADE
