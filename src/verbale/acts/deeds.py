"""Deeds: what a parsed sentence says was done, before anybody knows who the words stand for.

`read_deeds` goes through a sentence from its heads down. Each word is asked for its meaning; verbs
and nouns that take complements ask those in turn and compose the answers, so that in "refused to
resume talks" only the whole is a deed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from verbale.acts.clause import (
    Slots,
    complements,
    goes_with,
    phrase_prepositions,
    prepositions,
    slots_of,
)
from verbale.acts.compose import Meaning, compose
from verbale.language import Word
from verbale.lexicon.acts import ActBook, NounAct, Operator, OperatorKind, VerbAct
from verbale.statements.grammar import is_negated, subject

_DEEPEST = 5
_OBLIGED = frozenset({"must", "should", "ought"})
_FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo", "ca"})
_NEGATED_KIND: dict[OperatorKind, OperatorKind | None] = {
    "will": "refuse",
    "seek": "refuse",
    "refuse": "will",
    "allow": "refuse",
    "ask": None,
    "threaten": None,
}
_NONE_WORDS = frozenset({"no", "neither", "nor", "few", "little", "hardly", "zero"})
_TELLING = frozenset({"after", "since", "of", "for", "following", "upon"})
#: Not to do these is to reject.
_ASSENTS = frozenset({"AGREE", "CONCEDE", "SUPPORT"})
_MENTIONS = frozenset({"mention", "reference", "word", "evidence", "sign", "proof", "indication"})
_OPEN_TO = ("against", "on", "with", "to", "from", "in", "toward", "towards")


class Deed(msgspec.Struct, kw_only=True):
    """An act in the words of one sentence.

    ``doers`` and ``others`` are the words that may name the actor and the recipient, the likeliest
    first. ``mutual``: willingness of all who are named. ``head`` is the topmost word of the act, ``core`` the one its type comes from, and
    ``trail`` the words from one to the other. ``asked`` says that the doer is whoever speaks.
    """

    type: str
    mode: str | None
    head: Word
    core: Word
    symmetric: bool = False
    doers: tuple[Word, ...] = ()
    others: tuple[Word, ...] = ()
    reach: tuple[str, ...] = _OPEN_TO
    negated: bool = False
    mutual: bool = False
    asked: bool = False
    intended: bool = False
    future: bool = False
    nominal: bool = False
    weight: float = 1.0
    trail: tuple[Word, ...] = ()
    used: frozenset[int] = frozenset()

    @property
    def meaning(self) -> Meaning:
        """Type and mode together."""
        return Meaning(self.type, self.mode)  # type: ignore[arg-type]


def read_deeds(words: Sequence[Word], book: ActBook) -> list[Deed]:
    """The deeds in one sentence, in order of place; what serves a larger deed is not repeated."""
    found: list[Deed] = []
    taken: set[int] = set()
    for word in sorted(words, key=_depth):
        if word.i in taken or word.quote is not None:
            continue
        deed = meaning_of(word, book) or _bare_duty(word)
        if deed is None or not stands_alone(deed, book):
            continue
        taken |= deed.used
        found.append(deed)
    return sorted(found, key=lambda deed: deed.head.i)


def _depth(word: Word) -> tuple[int, int]:
    return sum(1 for _ in word.ancestors()), word.i


def stands_alone(deed: Deed, book: ActBook) -> bool:
    """Whether a deed that nothing larger has claimed is told of rather than merely named."""
    if deed.head.pos in {"NOUN", "PROPN"} and deed.head is deed.core:
        entries = book.nouns.get(deed.core.lemma.lower(), ())
        told = any(entry.bare for entry in entries) and bool(deed.others or deed.symmetric)
        return told and bool(deed.doers) and not _is_unmentioned(deed.head)
    return not _is_purpose(deed.head) and not _is_unmentioned(deed.head)


def _is_unmentioned(word: Word) -> bool:
    """ "made no mention of Tokyo's willingness to ..." tells of nothing."""
    return any(above.lemma.lower() in _MENTIONS and _has_no(above) for above in word.ancestors())


def _is_purpose(verb: Word) -> bool:
    """An infinitive that no operator claimed tells of an aim, not of a deed: "met to discuss"."""
    if verb.dep == "conj" and verb.tag in {"VB", "VBG"} and verb.head.pos == "VERB":
        return _is_purpose(verb.head)
    if verb.dep == "pcomp":  # "by closing the border" tells how; "accused them of closing" tells what
        return verb.head.text.lower() not in _TELLING
    return (
        verb.tag == "VB"
        and verb.dep in {"advcl", "acl", "xcomp", "relcl", "ccomp", "csubj"}
        and any(child.tag == "TO" for child in verb.children)
    )


def meaning_of(word: Word, book: ActBook, depth: int = 0) -> Deed | None:
    """The deed that ``word`` with all it governs amounts to, if any."""
    if depth > _DEEPEST or word.quote is not None:
        return None
    if word.pos in {"VERB", "AUX"}:
        return _modal(word, _verb(word, book, depth))
    if word.pos in {"NOUN", "PROPN"}:
        return _noun(word, book, depth)
    if word.pos in {"ADJ", "ADV"}:
        return _adjective(word, word, book, depth)
    return None


def lemma_of(word: Word, book: ActBook) -> str:
    """The lemma of ``word``, right also where the parser's is known to be wrong."""
    return book.lemma(word.text, word.lemma)


# -- verbs


def _verb(verb: Word, book: ActBook, depth: int) -> Deed | None:
    lemma = lemma_of(verb, book)
    if lemma == "be":
        return _copula(verb, book, depth)
    slots = slots_of(verb)
    found: list[Deed] = []
    for entry, rest in book.verbs.get(lemma, ()):
        if goes_with(verb, rest):
            deed = _pattern(verb, slots, entry, book)
            if deed is not None:
                deed.weight += 0.7 if rest else 0
                found.append(deed)
    for operator, rest in book.operators.get(("verb", lemma), ()):
        if goes_with(verb, rest):
            deed = _operate(verb, slots.doer, operator, book, depth)
            if deed is not None:
                deed.weight += 0.7 if rest else 0
                found.append(deed)
    if verb.tag == "VBN" and ("adjective", verb.text.lower()) in book.operators:
        deed = _adjective(verb, verb, book, depth)
        if deed is not None:
            found.append(deed)
    if not found:
        return None
    return max(found, key=lambda deed: deed.weight)


def _pattern(verb: Word, slots: Slots, entry: VerbAct, book: ActBook) -> Deed | None:
    weight = 1.0
    if entry.object:
        if slots.object is None or not _belongs(slots.object, entry.object, book):
            return None
        weight += 1.2
    if entry.subject:
        if slots.doer is None or not _belongs(slots.doer, entry.subject, book):
            return None
        weight += 0.7
    around = list(prepositions(verb))
    if slots.object is not None:
        around += phrase_prepositions(slots.object)
    if entry.preps:
        fitting = [thing for name, thing in around if name in entry.preps]
        if entry.prep_object:
            fitting = [thing for thing in fitting if _belongs(thing, entry.prep_object, book)]
        if not fitting:
            return None
        weight += 0.6 + (1.0 if entry.prep_object else 0)
    doers = (slots.doer,) if slots.doer is not None else ()
    if not doers and entry.type == "MOBILIZE" and slots.object is not None:
        doers = (slots.object,)  # "troops were massed": whose troops they are
    others = tuple(_places(entry.recipient, slots, around))
    if not others and not doers:
        return None
    weight += 0.3 if others else 0.0 if entry.symmetric else -0.4
    used = {verb.i}
    if entry.object and slots.object is not None:
        used.add(slots.object.i)
    used |= {thing.i for name, thing in around if name in entry.preps and entry.prep_object}
    type_, mode, negated = entry.type, entry.mode, _turned(verb, slots.object)
    if negated and type_ in _ASSENTS and not entry.symmetric:
        type_, mode, negated = "REJECT", None, False
    elif negated and type_ == "REJECT":  # what is not ruled out is left open
        type_, mode, negated = "AGREE", None, False
    return Deed(
        type=type_,
        mode=mode,
        head=verb,
        core=verb,
        symmetric=entry.symmetric,
        doers=doers,
        others=others,
        reach=entry.recipient,
        negated=negated,
        weight=weight,
        trail=(verb,),
        used=frozenset(used),
    )


def _places(names: Iterable[str], slots: Slots, around: list[tuple[str, Word]]) -> Iterator[Word]:
    for name in names:
        if name == "object" and slots.object is not None:
            yield slots.object
        elif name == "dative" and slots.dative is not None:
            yield slots.dative
        else:
            yield from (thing for prep, thing in around if prep == name)


def _belongs(noun: Word, groups: tuple[str, ...], book: ActBook) -> bool:
    """Whether the head of a phrase is in one of the classes, seen through "package of ..."."""
    allowed = {lemma for group in groups for lemma in book.classes[group]}
    return any(
        word.lemma.lower() in allowed or word.text.lower() in allowed
        for word in _kernels(noun, book)
    )


def _kernels(noun: Word, book: ActBook) -> Iterator[Word]:
    """The nouns that a phrase is about: its head, its list, and behind a transparent head its "of"."""
    yield noun
    for child in noun.children:
        if child.dep == "conj":
            yield from _kernels(child, book)
    if noun.lemma.lower() in book.transparent or noun.pos in {"NUM", "DET"}:
        for name, thing in prepositions(noun):
            if name == "of":
                yield from _kernels(thing, book)
        yield from (child for child in noun.children if child.dep in {"compound", "nmod", "amod"})


def _turned(verb: Word, thing: Word | None) -> bool:
    """Whether "not", "never" or a "no" before the object turns the sentence round."""
    return (
        is_negated(verb)
        or any(c.text.lower() in _NONE_WORDS for c in verb.children)
        or _has_no(thing)
    )


def _has_no(noun: Word | None) -> bool:
    return noun is not None and any(child.text.lower() in _NONE_WORDS for child in noun.children)


# -- operators


def _operate(
    word: Word, doer: Word | None, operator: Operator, book: ActBook, depth: int
) -> Deed | None:
    slots = slots_of(word) if word.pos == "VERB" else Slots(None, None, None)
    around = list(prepositions(word))
    if operator.needs and not any(name in operator.needs for name, _ in around):
        return None
    if slots.object is not None:
        around += phrase_prepositions(slots.object)
    inner = _inner(word, slots, operator, book, depth)
    turned = is_negated(word) or _has_no(word) or _turned(word, None)
    if inner is None:
        turned = turned or _has_no(slots.object)
    elif inner.negated:
        turned = not turned
    if operator.negated and not turned:
        return None
    kind, negated = _turn(operator, turned)
    if kind is None:
        return None
    others = list(_places(operator.recipient, slots, around))
    if inner is None:
        return _opaque(word, doer, others, operator, kind, negated)
    if operator.only and inner.type not in operator.only:
        return None
    if kind == "seek":  # one seeks talks to hold them, but support to be given it
        kind = "will" if inner.symmetric or inner.head.pos == "VERB" else "ask"
    new = _supportive(kind, inner) or compose(kind, inner.meaning)
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


def _supportive(kind: OperatorKind, inner: Deed) -> Meaning | None:
    """To pledge support is to voice it, not to agree to something."""
    if kind == "will" and inner.type == "SUPPORT" and inner.core.pos == "NOUN":
        return None if inner.symmetric else inner.meaning
    return None


def _turn(operator: Operator, turned: bool) -> tuple[OperatorKind | None, bool]:
    """The kind of ``operator`` under negation, and whether the composed act stays negated."""
    if not turned or operator.negated:
        return operator.kind, False
    if operator.kind in _NEGATED_KIND:
        return _NEGATED_KIND[operator.kind], False
    return operator.kind, True


def _inner(word: Word, slots: Slots, operator: Operator, book: ActBook, depth: int) -> Deed | None:
    """The deed among the complements of ``word``.

    What is begun or ended is a thing first ("engaged in talks to end the war"); what is promised
    or asked is an infinitive first ("urged the rebels to resume talks").
    """
    clauses = [head for head in complements(word, operator.preps) if head.pos in {"VERB", "AUX"}]
    clauses = [head for head in clauses if _may_take(operator.kind, word, head)]
    things = [slots.object] if slots.object is not None else []
    if operator.clause:
        things = []
    things += [h for h in complements(word, operator.preps) if h.pos not in {"VERB", "AUX"} and not operator.clause]
    if slots.object is None and slots.doer is not None and operator.kind in {"do", "fail", "stop"}:
        things.append(slots.doer)  # "talks between the two began"
    thing_first = operator.kind in {"do", "stop", "cancel", "fail"}
    for heads in (things, clauses) if thing_first else (clauses, things):
        for head in heads:
            if head.i == word.i:
                continue
            for kernel in _members(head, book):
                deed = meaning_of(kernel, book, depth + 1)
                if deed is not None and _may_lift(operator.kind, word, deed, book):
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


def _members(head: Word, book: ActBook) -> Iterator[Word]:
    """What a complement offers: the nouns a phrase is about, or a verb and those joined to it."""
    if head.pos in {"NOUN", "PROPN", "NUM", "DET"}:
        yield from _kernels(head, book)
        return
    yield head
    for child in head.children:
        if child.dep == "conj" and child.pos in {"VERB", "AUX"} and child.of("nsubj") is None:
            yield from _members(child, book)


def _may_take(kind: OperatorKind, word: Word, clause: Word) -> bool:
    """Whether a clause is the operator's own complement and not what somebody is told."""
    if kind == "threaten":
        return True
    if kind == "do":
        return clause.dep in {"xcomp", "pcomp"} or word.pos == "NOUN"
    if not is_finite(clause):
        return clause.dep != "advcl" or word.pos in {"ADJ", "NOUN"} or kind in {"ask", "will"}
    return kind == "ask" and clause.tag == "VB"


def is_finite(verb: Word) -> bool:
    """Whether a verb or one of its auxiliaries is tensed or modal."""
    tags = {verb.tag, *(child.tag for child in verb.children if child.dep in {"aux", "auxpass"})}
    return bool(tags & {"VBZ", "VBD", "VBP", "MD"})


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
        return doers, _unique(*inner.others, *given, *reached)
    if kind in {"ask", "allow"}:
        return own, _unique(*_not_used(others, inner), *inside, *inner.others, *reached)
    if kind in {"refuse", "threaten"}:
        return own, _unique(*inner.others, *_not_used(others, inner), *reached, *inside)
    return own or inner.doers, _unique(
        *inner.others, *given, *reached, *_not_used(others, inner), *inside
    )


def _not_used(words: Iterable[Word], inner: Deed) -> list[Word]:
    return [word for word in words if word.i not in inner.used]


def _unique(*words: Word) -> tuple[Word, ...]:
    return tuple({word.i: word for word in words}.values())


def _opaque(
    word: Word,
    doer: Word | None,
    others: list[Word],
    operator: Operator,
    kind: OperatorKind,
    negated: bool,
) -> Deed | None:
    """An operator whose complement is no act: "refused to answer", "agreed to think it over"."""
    if operator.alone is None or kind != operator.kind or _only_words(word):
        return None
    if not others and not any(True for _ in complements(word, operator.preps)):
        return None
    return Deed(
        type=operator.alone,
        mode=operator.mode,
        head=word,
        core=word,
        doers=(doer,) if doer is not None else (),
        others=_unique(*others, *_subjects_below(word)),
        negated=negated,
        weight=0.8,
        trail=(word,),
        used=frozenset({word.i}),
    )


def _subjects_below(word: Word) -> list[Word]:
    """ "demanded that the minister apologise": the one who is to do it."""
    found = []
    for child in word.children:
        if child.dep in {"ccomp", "xcomp"}:
            own = child.of("nsubj", "nsubjpass")
            if own is not None:
                found.append(own)
    return found


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


def _only_words(word: Word) -> bool:
    """ "declined to comment" is no act between states."""
    return any(child.lemma.lower() in _WORDY for child in word.children if child.dep == "xcomp")


# -- nouns


def _noun(noun: Word, book: ActBook, depth: int) -> Deed | None:
    lemma = lemma_of(noun, book)
    found: list[Deed] = []
    for operator, rest in book.operators.get(("noun", lemma), ()):
        if not rest:
            deed = _operate(noun, None, operator, book, depth)
            if deed is not None:
                doers = _unique(*_noun_doers(noun, of=False), *deed.doers)
                found.append(msgspec.structs.replace(deed, doers=doers, nominal=True))
    for entry in book.nouns.get(lemma, ()):
        deed = _event(noun, entry)
        if deed is not None:
            found.append(deed)
    if found:
        return max(found, key=lambda deed: deed.weight)
    if lemma in book.transparent and depth:
        for kernel in _kernels(noun, book):
            if kernel is not noun:
                deed = meaning_of(kernel, book, depth + 1)
                if deed is not None:
                    around = [thing for name, thing in prepositions(noun) if name in deed.reach]
                    return msgspec.structs.replace(
                        deed,
                        doers=_unique(*_noun_doers(noun, of=False), *deed.doers),
                        others=_unique(*deed.others, *around),
                        used=deed.used | {noun.i},
                    )
    return None


def _event(noun: Word, entry: NounAct) -> Deed | None:
    weight = 1.0
    if entry.plural and noun.tag not in {"NNS", "NNPS"}:
        return None
    if entry.without and any(c.text.lower() in entry.without for c in noun.children):
        return None
    if entry.modifiers:
        before = {c.text.lower() for c in noun.children if c.i < noun.i} | {
            c.lemma.lower() for c in noun.children
        }
        if not before & set(entry.modifiers):
            return None
        weight += 0.8
    around = list(phrase_prepositions(noun))
    others = [thing for name in entry.recipient for prep, thing in around if prep == name]
    if entry.of == "recipient":
        others += [thing for name, thing in prepositions(noun) if name == "of"]
    doers = list(_noun_doers(noun, of=entry.of == "actor"))
    between = [thing for name, thing in around if name in {"between", "among"}]
    return Deed(
        type=entry.type,
        mode=entry.mode,
        head=noun,
        core=noun,
        symmetric=entry.symmetric or (bool(between) and entry.type in {"CONSULT", "ASSAULT"}),
        doers=_unique(*doers, *(between if not doers else ())),
        others=_unique(*others),
        reach=entry.recipient,
        nominal=True,
        negated=_has_no(noun),
        weight=weight + (0.2 if others else 0),
        trail=(noun,),
        used=frozenset({noun.i}),
    )


def _noun_doers(noun: Word, *, of: bool) -> Iterator[Word]:
    """Who does what an event noun says: "Japan's", "Japanese", "by Japan", and "of Japan" if ``of``."""
    for child in noun.children:
        if child.dep == "poss":
            yield child
    for child in noun.children:
        if child.dep in {"amod", "compound", "nmod"} and child.text[:1].isupper():
            yield child
    for name, thing in phrase_prepositions(noun):
        if name == "by":
            yield thing
    for child in noun.children:
        if child.dep in {"acl", "relcl"} and child.tag == "VBN":
            doer = slots_of(child).doer
            if doer is not None:
                yield doer
    if of:
        for name, thing in prepositions(noun):
            if name == "of":
                yield thing


# -- being ready, in favour, at war


def _copula(verb: Word, book: ActBook, depth: int) -> Deed | None:
    doer = subject(verb)
    for child in verb.children:
        if child.dep in {"acomp", "oprd"} or (child.dep == "advmod" and child.i > verb.i):
            deed = _adjective(child, verb, book, depth)
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
            deed = _state(child, verb, doer, book, depth)
            if deed is not None:
                return deed
    below = verb.of("xcomp", "ccomp", "attr", "advcl")
    if doer is not None and doer.text.lower() != "it" and below is not None and below.pos == "VERB":
        return _aim(verb, doer, below, book, depth)
    if doer is None:
        return _existence(verb, book, depth)
    return None


def _state(prep: Word, verb: Word, doer: Word | None, book: ActBook, depth: int) -> Deed | None:
    thing = prep.of("pobj")
    deed = meaning_of(thing, book, depth + 1) if thing is not None else None
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


def _aim(verb: Word, doer: Word, below: Word, book: ActBook, depth: int) -> Deed | None:
    """ "Tokyo's policy is to conclude a treaty", "the president is to visit Nemora"."""
    inner = next(
        (deed for one in _members(below, book) if (deed := meaning_of(one, book, depth + 1))), None
    )
    if inner is None:
        return None
    is_aim = any(
        op.kind == "will" for op, _ in book.operators.get(("noun", doer.lemma.lower()), ())
    )
    new = compose("refuse" if is_negated(verb) else "will", inner.meaning)
    if new is None:
        return None
    return msgspec.structs.replace(
        inner,
        type=new.type,
        mode=new.mode,
        head=verb,
        doers=tuple(_noun_doers(doer, of=True)) if is_aim else (doer,),
        others=tuple(word for word in inner.others if word is not doer),
        symmetric=False,
        intended=True,
        nominal=False,
        used=inner.used | {verb.i, doer.i} if is_aim else inner.used | {verb.i},
        trail=(verb, *inner.trail),
    )


def _existence(verb: Word, book: ActBook, depth: int) -> Deed | None:
    """ "There are no contacts with Nemora", "there is no reason to talk"."""
    thing = verb.of("attr", "nsubj")
    deed = meaning_of(thing, book, depth + 1) if thing is not None and thing.pos == "NOUN" else None
    if deed is None:
        return None
    return msgspec.structs.replace(
        deed,
        head=verb,
        negated=is_negated(verb) != deed.negated,
        nominal=False,
        used=deed.used | {verb.i},
    )


def _adjective(word: Word, verb: Word, book: ActBook, depth: int) -> Deed | None:
    """ "ready to", "opposed to" with the copula ``verb`` above it, or bare as in headlines."""
    for operator, rest in book.operators.get(("adjective", word.text.lower()), ()):
        if rest:
            continue
        inner = next(
            (
                deed
                for head in _adjective_complements(word, verb, operator)
                for kernel in _members(head, book)
                if (deed := meaning_of(kernel, book, depth + 1)) is not None
            ),
            None,
        )
        if inner is None:
            continue
        turned = _turned(verb, None) or _turned(word, None)
        kind: OperatorKind | None = operator.kind
        if turned != inner.negated:
            kind = _NEGATED_KIND.get(operator.kind, operator.kind)
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
            others=_unique(*inner.others, *_not_used(others, inner)),
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


# -- modals


def _modal(verb: Word, deed: Deed | None) -> Deed | None:
    """What "will", "must" and "should" make of a deed: a promise, a threat, a demand."""
    if deed is None or deed.head is not verb:
        return deed
    helpers = {child.text.lower() for child in verb.children if child.dep == "aux"}
    if helpers & _OBLIGED:
        return _obliged(deed)
    reported = "would" in helpers and _is_reported(verb)
    if not (helpers & _FUTURE or reported):
        return deed
    if deed.intended:
        return msgspec.structs.replace(deed, future=True)
    new = compose("refuse" if deed.negated else "will", deed.meaning)
    if new is None:
        return deed
    return msgspec.structs.replace(
        deed,
        type=new.type,
        mode=new.mode,
        negated=False,
        symmetric=False,
        intended=True,
        future=new.type == deed.type and not is_negated(verb),
    )


def _is_reported(verb: Word) -> bool:
    """Whether "would" is the "will" of reported speech and plans, rather than a supposition."""
    if verb.dep == "conj" and verb.head.pos in {"VERB", "AUX"}:
        return _is_reported(verb.head)
    supposed = any(
        c.dep == "mark" and c.text.lower() in {"if", "unless"}
        for clause in verb.children
        if clause.dep == "advcl"
        for c in clause.children
    )
    return verb.dep in {"ccomp", "relcl"} and not supposed


def _obliged(deed: Deed) -> Deed | None:
    """ "Nemora must withdraw": whoever says so asks it of Nemora."""
    if deed.negated or deed.intended:
        return None
    new = compose("ask", deed.meaning)
    if new is None:
        return None
    return msgspec.structs.replace(
        deed,
        type=new.type,
        mode=new.mode,
        doers=tuple(_speaker_above(deed.head)),
        others=deed.doers,
        asked=True,
        symmetric=False,
        intended=True,
    )


def _bare_duty(verb: Word) -> Deed | None:
    """ "Nemora must think again": a demand whatever it is that Nemora must do."""
    if verb.pos not in {"VERB", "AUX"} or is_negated(verb):
        return None
    if not any(c.dep == "aux" and c.text.lower() in {"must", "should"} for c in verb.children):
        return None
    own = verb.of("nsubj")
    if own is None or own.pos == "PRON" or verb.dep in {"advcl", "relcl"}:
        return None
    return Deed(
        type="REQUEST",
        mode="change",
        head=verb,
        core=verb,
        doers=tuple(_speaker_above(verb)),
        others=(own,),
        asked=True,
        intended=True,
        weight=0.7,
        trail=(verb,),
        used=frozenset({verb.i}),
    )


def _speaker_above(verb: Word) -> Iterator[Word]:
    if verb.dep == "ccomp" and verb.head.pos == "VERB":
        speaker = subject(verb.head)
        if speaker is not None:
            yield speaker
