"""Operators: words that take an act for a complement and turn it into another one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from verbale.acts.asking import asked, is_for_another, is_turn_of_phrase, states_a_fact
from verbale.acts.clause import (
    Slots,
    complements,
    is_finite,
    opens_with,
    phrase_prepositions,
    prepositions,
    slots_of,
)
from verbale.acts.compose import Meaning
from verbale.acts.deed import Ask, Deed, unique
from verbale.acts.lookup import has_no, is_nobody, is_turned, lemma_of, members
from verbale.language import Word
from verbale.lexicon.acts import ActBook, Operator, OperatorKind
from verbale.statements.grammar import is_passive
from verbale.statements.negation import is_negated

NEGATED_KIND: dict[OperatorKind, OperatorKind | None] = {
    "will": "refuse",
    "seek": "refuse",
    "refuse": "will",
    "allow": "refuse",
    "ask": None,
    "threaten": None,
}
#: What needs an object, so that a subject is only who does it: "our alliance makes us secure".
_GIVING = frozenset({"make", "give", "take", "have", "keep", "bring", "offer", "provide", "show"})
_CHOOSING = frozenset({"decide", "choose", "opt", "resolve"})
#: "Swore that no dam would be moved" refuses; "pledged that no soldier would cross" does not.
_SWEARING = frozenset({"swear", "vow"})
_PROMISING = frozenset({"promise", "pledge", "guarantee"})
_WORDY = frozenset(
    {
        "comment",
        "say",
        "elaborate",
        "answer",
        "name",
        "give",
        "specify",
        "identify",
        "disclose",
        "confirm",
        "speculate",
        "reveal",
        "detail",
        "provide",
    }
)


def operate(word: Word, doer: Word | None, operator: Operator, ask: Ask, depth: int) -> Deed | None:
    """The deed that ``word``, used as ``operator``, makes of its complement."""
    slots = slots_of(word) if word.pos == "VERB" else Slots(None, None, None)
    around = list(prepositions(word))
    if operator.needs and not opens_with(word, operator.needs):
        return None
    if slots.object is not None:
        around += phrase_prepositions(slots.object)
    if is_turn_of_phrase(word) or _is_only_near(word):
        return None
    inner = _inner(word, slots, operator, ask, depth)
    turned = is_negated(word) or has_no(word) or is_turned(word, None)
    if inner is None:
        turned = turned or is_nobody(slots.object) or _swears_off(word)
    elif inner.negated:
        turned = not turned
    if operator.negated and not turned:
        return None
    kind, negated = _turn(operator, turned)
    if kind is None:
        return None
    if negated and kind == "do" and inner is not None and _leaves_be(word, inner):
        kind, negated = "refuse", False
    others = list(places(operator.recipient, slots, around))
    if inner is None:
        return _opaque(word, doer, others, operator, kind, negated)
    if operator.only and inner.type not in operator.only:
        return None
    kind = _wished(kind, word, inner)
    new = _supportive(kind, inner) or asked(word, others, kind, inner.meaning)
    if new is None:
        return None
    doers, sides = _sides(kind, doer, inner, others, around, slots)
    return msgspec.structs.replace(
        inner,
        type=new.type,
        mode=new.mode,
        head=word,
        doers=doers,
        others=sides,
        negated=negated,
        intended=inner.intended or kind in {"will", "ask", "refuse", "threaten"},
        nominal=False,
        weight=(2.2 if kind != "do" else 1.9) + inner.weight / 10,
        trail=(word, *inner.trail),
        used=inner.used | {word.i},
        symmetric=inner.symmetric and kind == "do",
        mutual=inner.symmetric or inner.mutual,
    )


def _leaves_be(word: Word, inner: Deed) -> bool:
    """ "Is not going to negotiate", "has decided never to sit down": it will not."""
    lemma = word.lemma.lower()
    if inner.head.dep != "xcomp":
        return False
    return inner.negated if lemma in _CHOOSING else lemma == "go" and word.tag == "VBG"


def _is_only_near(word: Word) -> bool:
    """ "Came close to war" came to none."""
    return any(child.text.lower() in {"close", "near"} for child in word.all("advmod", "acomp"))


def _wished(kind: OperatorKind, word: Word, inner: Deed) -> OperatorKind:
    """Whether a wish is meant as an offer or as a demand on another."""
    if kind in {"seek", "will"} and word.pos == "VERB" and is_for_another(word, inner.head):
        return "ask"  # "wants Nemora to withdraw"
    if kind == "seek":  # one seeks talks to hold them, but support to be given it
        return "will" if inner.symmetric or inner.head.pos == "VERB" else "ask"
    return kind


def _supportive(kind: OperatorKind, inner: Deed) -> Meaning | None:
    """To pledge support is to voice it, not to agree to something."""
    if kind == "will" and inner.type == "SUPPORT" and inner.core.pos == "NOUN":
        return None if inner.symmetric else inner.meaning
    return None


def _turn(operator: Operator, turned: bool) -> tuple[OperatorKind | None, bool]:
    """The kind of ``operator`` under negation, and whether the composed act stays negated."""
    if not turned or operator.negated:
        return operator.kind, False
    if operator.kind in NEGATED_KIND:
        return NEGATED_KIND[operator.kind], False
    return operator.kind, True


def _inner(word: Word, slots: Slots, operator: Operator, ask: Ask, depth: int) -> Deed | None:
    """The deed among the complements of ``word``.

    What is begun or ended is a thing first ("engaged in talks to end the war"); what is promised
    or asked is an infinitive first ("urged the rebels to resume talks").
    """
    clauses = [head for head in complements(word, operator.preps) if head.pos in {"VERB", "AUX"}]
    clauses = [head for head in clauses if _may_take(operator.kind, word, head)]
    things = [slots.object] if slots.object is not None else []
    things += [h for h in complements(word, operator.preps) if h.pos not in {"VERB", "AUX"}]
    intransitive = slots.object is None and word.lemma.lower() not in _GIVING
    if intransitive and slots.doer is not None and operator.kind in {"do", "fail", "stop"}:
        things.append(slots.doer)  # "talks between the two began"
    if operator.takes == "clause":
        things = []
    elif operator.takes == "thing":
        clauses = []
    thing_first = operator.kind in {"do", "stop", "cancel", "fail"}
    for heads in (things, clauses) if thing_first else (clauses, things):
        for head in heads:
            if head.i == word.i:
                continue
            for kernel in members(head, ask.book):
                deed = ask.meaning(kernel, depth + 1)
                if deed is not None and _may_lift(operator.kind, word, deed, ask.book):
                    return deed
    return None


def _may_lift(kind: OperatorKind, word: Word, deed: Deed, book: ActBook) -> bool:
    """Whether a light verb makes the noun's event happen: one reaches an accord, but reads it."""
    if kind != "do" or word.pos == "ADJ" or deed.core.pos not in {"NOUN", "PROPN"}:
        return True
    if deed.head is not deed.core:
        return True
    entries = [e for e in book.nouns.get(lemma_of(deed.core, book), ()) if e.type == deed.type]
    lemma = lemma_of(word, book)
    return any(not entry.lights or lemma in entry.lights for entry in entries) or not entries


def _may_take(kind: OperatorKind, word: Word, clause: Word) -> bool:
    """Whether a clause is the operator's own complement and not what somebody is told."""
    if kind == "threaten":
        return True
    if kind == "do":
        return clause.dep in {"xcomp", "pcomp"} or word.pos == "NOUN"
    if kind == "ask" and clause.tag == "VB" and not clause.all("aux"):
        return True  # "demanded that Nemora withdraw"
    if not is_finite(clause):
        return clause.dep != "advcl" or word.pos in {"ADJ", "NOUN"} or kind in {"ask", "will"}
    return kind == "will" and _is_denied(clause) and word.lemma.lower() in _SWEARING | _PROMISING


def _swears_off(word: Word) -> bool:
    """ "Vowed that nobody would sign": it is sworn that it shall not be. "Promised nothing"."""
    lemma = word.lemma.lower()
    if lemma in _PROMISING and is_nobody(word.of("dobj", "dative")):
        return True
    return lemma in _SWEARING and any(map(_is_denied, word.all("ccomp", "xcomp")))


def _is_denied(clause: Word) -> bool:
    return is_turned(clause, clause.of("dobj"))


def _sides(
    kind: OperatorKind,
    doer: Word | None,
    inner: Deed,
    others: list[Word],
    around: list[tuple[str, Word]],
    slots: Slots,
) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """Who does the composed deed, and to whom."""
    reached = [thing for name in inner.reach for prep, thing in around if prep == name]
    given = [slots.dative] if slots.dative is not None else []
    own = () if doer is None or doer.i in inner.used else (doer,)
    inside = tuple(word for word in inner.doers if word is not doer)
    if kind == "do":
        doers = own or inner.doers
        return doers, unique(*inner.others, *given, *reached)
    if kind in {"ask", "allow"}:
        return own, unique(*not_used(others, inner), *inside, *inner.others, *reached)
    if kind in {"refuse", "threaten"}:
        return own, unique(*inner.others, *not_used(others, inner), *reached, *inside)
    return own or inner.doers, unique(
        *inner.others, *given, *reached, *not_used(others, inner), *inside
    )


def not_used(words: Iterable[Word], inner: Deed) -> list[Word]:
    """``words`` without those that serve ``inner`` already."""
    return [word for word in words if word.i not in inner.used]


def places(names: Iterable[str], slots: Slots, around: list[tuple[str, Word]]) -> Iterator[Word]:
    """The words at the named places around a verb, in the order of ``names``."""
    for name in names:
        if name == "object" and slots.object is not None:
            yield slots.object
        elif name == "dative" and slots.dative is not None:
            yield slots.dative
        else:
            yield from (thing for prep, thing in around if prep == name)


def _opaque(
    word: Word,
    doer: Word | None,
    others: list[Word],
    operator: Operator,
    kind: OperatorKind,
    negated: bool,
) -> Deed | None:
    """An operator whose complement is no act: "refused to answer", "agreed to think it over"."""
    sworn = kind == "refuse" and operator.kind == "will" and _swears_off(word)
    if operator.alone is None or not (sworn or kind == operator.kind) or _only_words(word):
        return None
    if kind == "ask" and states_a_fact(word):
        return None
    bare = not others and not any(True for _ in complements(word, operator.preps))
    if (
        bare
        and not (kind == "refuse" and _says_no(word))
        and not (kind == "will" and _accepts(word))
    ):
        return None
    return Deed(
        type="REJECT" if sworn else operator.alone,
        mode=None if sworn else operator.mode,
        head=word,
        core=word,
        doers=(doer,) if doer is not None else (),
        others=unique(*others, *subjects_below(word)),
        negated=negated,
        weight=0.8,
        trail=(word,),
        used=frozenset({word.i, *(_promised(word) if kind == "will" else ())}),
    )


def _says_no(word: Word) -> bool:
    """ "India has so far refused": what was asked of it."""
    refuses = word.pos == "VERB" and word.lemma.lower() in {"refuse", "decline", "balk"}
    return refuses and is_finite(word) and not is_passive(word)


def _accepts(word: Word) -> bool:
    """ "Oslo has accepted": what was put to it."""
    accepts = word.pos == "VERB" and word.lemma.lower() in {"accept", "agree", "consent", "assent"}
    ends = word.of("dobj", "ccomp", "xcomp", "prep", "prt") is None
    told = word.dep in {"ROOT", "ccomp", "conj"} and word.tag in {"VBD", "VBN"}
    return accepts and ends and told and is_finite(word) and not is_passive(word)


def _promised(word: Word) -> Iterator[int]:
    """What two have agreed that it shall be: "agreed that no ship will enter the zone"."""
    for clause in word.all("ccomp"):
        if any(child.tag == "MD" for child in clause.children):
            yield clause.i
            yield from (other.i for other in clause.all("conj"))


def subjects_below(word: Word) -> list[Word]:
    """ "demanded that the minister apologise": the one who is to do it."""
    found = []
    for child in word.children:
        if child.dep in {"ccomp", "xcomp"} or (child.dep == "acl" and is_finite(child)):
            own = child.of("nsubj", "nsubjpass")
            if own is not None:
                found.append(own)
    return found


def _only_words(word: Word) -> bool:
    """ "declined to comment" is no act between states."""
    return any(child.lemma.lower() in _WORDY for child in word.children if child.dep == "xcomp")
