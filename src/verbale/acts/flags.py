"""Flags of an act: recalled, planned, only supposed, turned round, or somebody's claim."""

from __future__ import annotations

from verbale.acts.alleged import is_alleged
from verbale.acts.clause import is_finite
from verbale.acts.deed import Deed
from verbale.acts.parties import Parties
from verbale.language import Word
from verbale.lexicon.acts import ActBook, WordKind
from verbale.lexicon.wordlists import word_list
from verbale.model import ActFlag, Statement

_IF = frozenset({"if", "unless", "whether", "until", "lest", "provided", "once", "should"})
_CONDITIONS = _IF - {"should"}
_MAYBE = frozenset({"would", "could", "may", "might", "can"})
_TENSED = frozenset({"VBD", "VBZ", "VBP"})
_WISHING = frozenset(
    {"hope", "wish", "expect", "fear", "doubt", "suggest", "propose", "imagine", "suppose"}
)
#: What "would" and "can" say outright: "we would talk" agrees, "would be met with force" threatens.
_SAID_TO_BE = frozenset({"AGREE", "REJECT", "THREATEN", "REQUEST", "ACCUSE", "SUPPORT"})
_REPORTS = frozenset({"report", "story", "assertion", "speculation"})
_DENYING = frozenset({"deny", "refute", "reject", "dismiss", "rebut", "contradict"})
_FALSE = frozenset({"false", "untrue", "wrong", "baseless", "unfounded", "groundless", "invented"})
_TRUE = frozenset({"true", "correct", "accurate"})


def flags_of(
    deed: Deed,
    found: Parties,
    voice: Statement | None,
    recalled: bool,
    book: ActBook,
    issuer: str | None = None,
) -> tuple[ActFlag, ...]:
    """The flags in the order in which the model lists them. ``issuer`` is the side whose release
    the report is."""
    flags: list[ActFlag] = []
    if recalled:
        flags.append("historical")
    if deed.future and deed.type not in _SAID_TO_BE:
        flags.append("future")
    if is_supposed(deed, book):
        flags.append("hypothetical")
    untrue = is_called_untrue(deed)
    denied = untrue or (voice is not None and voice.polarity == "denies")
    if deed.negated != denied:
        flags.append("negated")
    if not untrue and is_alleged(deed, found, voice, issuer):
        flags.append("alleged")
    return tuple(flags)


def is_supposed(deed: Deed, book: ActBook) -> bool:
    """Whether the act stands under "if", "could", a question, or another's wish."""
    helpers = {c.text.lower() for c in deed.head.children if c.dep == "aux"}
    if helpers & _MAYBE and not deed.future:
        return not (deed.intended and deed.type in _SAID_TO_BE)
    below = deed.head
    for word in (deed.head, *deed.head.ancestors()):
        if _is_apart(below) and word is not below:
            return False
        if any(c.dep == "mark" and c.text.lower() in _IF for c in word.children):
            return True
        if any(c.tag == "WRB" and c.text.lower() == "when" for c in word.children):
            return _is_future_when(word)
        if word is not below and not deed.nominal and _wishes(word, below, book):
            return True
        below = word
    return False


def is_condition(verb: Word) -> bool:
    """Whether a clause is what another act hangs on, and tells of none itself: "if Nemora lifts the
    ban", "until the boats are back", "whether it would attend"."""
    if verb.dep == "conj" and verb.of("nsubj", "nsubjpass") is None and verb.head.pos == "VERB":
        return is_condition(verb.head)
    marks = {c.text.lower() for c in verb.all("mark")} & _CONDITIONS
    if verb.tag == "VBD":  # "until Nemora walked out in the spring" tells that it did
        marks -= {"until", "once"}
    return bool(marks) and verb.dep in {"advcl", "ccomp", "pcomp"}


def _is_apart(verb: Word) -> bool:
    """Whether what is said above ``verb`` says nothing of it: a clause on a name, or a tensed verb
    that the parser has joined to an infinitive ("asked them to wait and left")."""
    if verb.dep == "relcl":
        return is_finite(verb)
    return verb.dep == "conj" and verb.tag in _TENSED and verb.head.tag == "VB"


def _wishes(above: Word, below: Word, book: ActBook) -> bool:
    """Whether ``above`` only wants, plans or asks for what ``below`` tells."""
    if below.dep not in {"xcomp", "ccomp", "pcomp"}:
        return False
    lemma = above.lemma.lower()
    if is_finite(below):
        return lemma in _WISHING
    pos: tuple[WordKind, ...] = ("verb", "adjective")
    kinds = {
        op.kind for kind in pos for op, rest in book.operators.get((kind, lemma), ()) if not rest
    }
    return bool(kinds & {"will", "ask", "refuse"}) and not kinds & {"do", "stop"}


def _is_future_when(verb: Word) -> bool:
    """ "When Lima pays", "when Lima has paid"."""
    first = next((c for c in verb.children if c.dep == "aux"), verb)
    return first.tag in {"VBP", "VBZ"} and verb.dep == "advcl"


def is_called_untrue(deed: Deed) -> bool:
    """ "Denied claims that it had agreed", "reports that it had agreed are not true"."""
    below = deed.head
    for above in deed.head.ancestors():
        if above.pos == "NOUN" and above.lemma.lower() in word_list("rumour-nouns") | _REPORTS:
            if below.dep not in {"acl", "relcl", "ccomp"}:
                return False
            over = next((word for word in above.ancestors() if word.pos in {"VERB", "AUX"}), None)
            return over is not None and (over.lemma.lower() in _DENYING or _calls_false(over))
        if above.pos not in {"VERB", "AUX"} or below.dep not in {"xcomp", "conj", "ccomp"}:
            return False
        below = above
    return False


def _calls_false(verb: Word) -> bool:
    """ "Are false", "are not true"."""
    said = {child.text.lower() for child in verb.all("acomp", "attr")}
    return bool(said & _FALSE) or (bool(said & _TRUE) and verb.of("neg") is not None)


__all__ = ["flags_of", "is_condition", "is_supposed"]
