"""Being ready, in favour, at war: what copulas and adjectives say."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from verbale.acts.clause import complements, is_finite, noun_doers, prepositions
from verbale.acts.compose import compose
from verbale.acts.deed import Ask, Deed, unique
from verbale.acts.lookup import is_turned, members
from verbale.acts.operators import NEGATED_KIND, not_used
from verbale.language import Word
from verbale.lexicon.acts import Operator, OperatorKind
from verbale.statements.grammar import subject
from verbale.statements.negation import is_negated

#: To be for an act is to want it.
_FAVOUR: dict[str, OperatorKind] = {"for": "will", "against": "refuse"}


def read_copula(verb: Word, ask: Ask, depth: int) -> Deed | None:
    """What "is ready to", "is in talks", "is to visit" and "there is no reason to" say."""
    doer = subject(verb)
    for child in verb.children:
        if child.dep in {"acomp", "oprd"} or (child.dep == "advmod" and child.i > verb.i):
            deed = read_adjective(child, verb, ask, depth)
            if deed is not None:
                return deed
    for child in verb.children:
        if child.dep == "prep" and child.text.lower() in {
            "in",
            "at",
            "on",
            "under",
            "for",
            "against",
        }:
            deed = _state(child, verb, doer, ask, depth)
            if deed is not None:
                return deed
    below = verb.of("xcomp", "ccomp", "attr", "advcl")
    if below is not None and below.i < verb.i:
        return None  # "Peru called for talks; Chile and Bolivia are against"
    if doer is not None and doer.text.lower() != "it" and below is not None and below.pos == "VERB":
        return _aim(verb, doer, below, ask, depth)
    if doer is None:
        return _existence(verb, ask, depth)
    return None


def _state(prep: Word, verb: Word, doer: Word | None, ask: Ask, depth: int) -> Deed | None:
    thing = prep.of("pobj")
    deed = ask.meaning(thing, depth + 1) if thing is not None else None
    if deed is None or deed.type not in {
        "CONSULT",
        "AGREE",
        "ASSAULT",
        "REJECT",
        "SANCTION",
        "COOPERATE",
    }:
        return None
    turned = is_negated(verb)
    favour = _FAVOUR.get(prep.text.lower())
    if favour is not None:
        kind = NEGATED_KIND[favour] if turned != deed.negated else favour
        new = compose(kind, deed.meaning) if kind is not None else None
        if new is None:
            return None
        deed.type, deed.mode, deed.negated, turned, deed.intended = *new, False, False, True
    if turned and deed.type == "AGREE":
        deed.type, deed.mode, turned = "REJECT", None, False
    return msgspec.structs.replace(
        deed,
        head=verb,
        doers=(doer,) if doer is not None else deed.doers,
        negated=turned != deed.negated,
        nominal=False,
        used=deed.used | {verb.i},
    )


def _aim(verb: Word, doer: Word, below: Word, ask: Ask, depth: int) -> Deed | None:
    """ "Tokyo's policy is to conclude a treaty", "the president is to visit Nemora"."""
    inner = next(
        (deed for one in members(below, ask.book) if (deed := ask.meaning(one, depth + 1))), None
    )
    if inner is None:
        return None
    is_aim = any(
        op.kind == "will" for op, _ in ask.book.operators.get(("noun", doer.lemma.lower()), ())
    )
    new = compose("refuse" if is_negated(verb) else "will", inner.meaning)
    if new is None:
        return None
    return msgspec.structs.replace(
        inner,
        type=new.type,
        mode=new.mode,
        head=verb,
        doers=tuple(noun_doers(doer, of=True)) if is_aim else (doer,),
        others=tuple(word for word in inner.others if word is not doer),
        symmetric=False,
        intended=True,
        nominal=False,
        used=inner.used | {verb.i, doer.i} if is_aim else inner.used | {verb.i},
        trail=(verb, *inner.trail),
    )


def _existence(verb: Word, ask: Ask, depth: int) -> Deed | None:
    """ "There are no contacts with Nemora", "there is no reason to talk"."""
    thing = verb.of("attr", "nsubj")
    deed = ask.meaning(thing, depth + 1) if thing is not None and thing.pos == "NOUN" else None
    if deed is None:
        return None
    return msgspec.structs.replace(
        deed,
        head=verb,
        negated=is_negated(verb) != deed.negated,
        nominal=False,
        used=deed.used | {verb.i},
    )


def read_adjective(word: Word, verb: Word, ask: Ask, depth: int) -> Deed | None:
    """ "ready to", "opposed to" with the copula ``verb`` above it, or bare as in headlines."""
    for operator, rest in ask.book.operators.get(("adjective", word.text.lower()), ()):
        if rest:
            continue
        inner = next(
            (
                deed
                for head in _adjective_complements(word, verb, operator)
                for kernel in members(head, ask.book)
                if (deed := ask.meaning(kernel, depth + 1)) is not None
            ),
            None,
        )
        if inner is None:
            continue
        turned = is_turned(verb, None) or is_turned(word, None)
        kind: OperatorKind | None = operator.kind
        if turned != inner.negated:
            kind = NEGATED_KIND.get(operator.kind, operator.kind)
        new = compose(kind, inner.meaning) if kind is not None else None
        if new is None:
            continue
        doer = _adjective_doer(word, verb)
        impersonal = doer is None or (doer.text.lower() in {"it", "there"} and word is not verb)
        others = [thing for name, thing in prepositions(word) if name in operator.recipient]
        return msgspec.structs.replace(
            inner,
            type=new.type,
            mode=new.mode,
            head=verb,
            doers=(doer,) if doer is not None and not impersonal else (),
            others=unique(*inner.others, *not_used(others, inner)),
            symmetric=inner.symmetric and kind == "do",
            negated=turned and kind == "do",
            asked=impersonal,
            intended=inner.intended or kind != "do",
            nominal=False,
            weight=2.3,
            trail=(word, *inner.trail),
            used=inner.used | {word.i, verb.i},
        )
    return None


def _adjective_complements(word: Word, verb: Word, operator: Operator) -> Iterator[Word]:
    """Those of the adjective, and, as parsers differ, the infinitives of its copula."""
    heads = list(complements(word, operator.preps))
    if operator.kind == "do":  # "engaged in talks to end the war": in talks
        heads.sort(key=lambda head: head.pos in {"VERB", "AUX"})
    yield from heads
    if verb is not word and verb.pos in {"AUX", "VERB"}:
        yield from (c for c in verb.children if c.dep in {"xcomp", "advcl"} and not is_finite(c))


def _adjective_doer(word: Word, verb: Word) -> Word | None:
    own = word.of("nsubj", "nsubjpass") or verb.of("nsubj", "nsubjpass")
    if own is not None:
        return own
    if word.dep in {"amod", "acl"} and word.head.pos in {"NOUN", "PROPN"}:
        return word.head
    return subject(verb) if verb.pos in {"VERB", "AUX"} else None
