"""Words of saying that report nothing: they stand in a condition, or say what may be said."""

from __future__ import annotations

from verbale.language import Word
from verbale.lexicon.wordlists import word_list
from verbale.statements.grammar import is_infinitive, subject
from verbale.statements.negation import is_negated

_CONDITIONS = frozenset({"if", "unless", "lest", "provided", "supposing"})
_GUESSES = frozenset({"doubtless", "surely", "presumably", "inevitably", "undoubtedly", "probably"})
_INVERTED = frozenset({"had", "should", "were"})
_HEARSAY = 3  # words from one "said" to the other
_MAY = frozenset({"may", "might", "could"})
_MAYBE = _MAY | {"would"}
_ASKS = frozenset({"ask", "wonder", "question", "inquire"})  # "asked by Aras if he agreed"
_WISHED = word_list("wished-for")
_ALLOWED = frozenset({"allow", "enable", "permit", "let", "entitle", "empower"})
_MEANT = frozenset({"mean", "intend", "design", "suppose"})
_OWN = frozenset({"nsubj", "nsubjpass", "expl"})
_ANYBODY = frozenset({"i", "you", "we", "one"})


def is_supposed(verb: Word) -> bool:
    """Whether nobody need ever have said it.

    "Even if the fund never recommends it", "others may argue that", "would then have claimed",
    "to press Kyiv into announcing", "when I say", "wanted to explain".
    """
    return (
        _is_possible(verb)
        or _is_wished(verb)
        or _is_allowed(verb)
        or _is_hearsay(verb)
        or (verb.dep == "pcomp" and verb.head.text.lower() == "into")
        or any(_is_conditional(clause) for clause in _clauses(verb))
        or _goes_on_condition(verb)
        or _is_carried_by_maybe(verb)
        or _is_put_in_mouth(verb)
    )


def _is_put_in_mouth(verb: Word) -> bool:
    """ "As my aunt would say, "wait"": what somebody is only thought to say."""
    opens = any(c.text.lower() == "as" and c.i < verb.i for c in verb.all("mark", "advmod"))
    return opens and any(c.text.lower() in _MAYBE for c in verb.all("aux"))


def may_never_be(noun: Word) -> bool:
    """Whether a noun that nobody owns stands in a clause of what may be: "terms that would leave
    it exposed to accusations that"."""
    return any(
        child.text.lower() in _MAYBE
        for above in noun.ancestors()
        if above.pos in {"VERB", "AUX"} and not is_negated(above)
        for child in above.children
        if child.dep == "aux"
    )


def _is_carried_by_maybe(verb: Word) -> bool:
    """ "He would have claimed that he was told that ...": what may have been said of it, too, with
    the promises and the like that it speaks of; so "to accusations that it favours one of them"."""
    if verb.pos == "NOUN":
        verb = next((a for a in verb.ancestors() if a.pos in {"VERB", "AUX"}), verb)
    if verb.dep in {"acl", "ccomp"} and verb.head.pos == "NOUN" and verb.of("mark") is not None:
        return verb.head.of("poss") is None and may_never_be(verb.head)
    while verb.dep == "ccomp" and verb.head is not verb:
        verb = verb.head
        doer = verb.of("nsubj")
        to_reader = doer is not None and doer.text.lower() == "you"
        if verb.pos in {"VERB", "AUX"} and _is_possible(verb) and not to_reader:
            return True
    return False


def _clauses(verb: Word) -> list[Word]:
    """``verb`` and the verbs that it completes: "if he wants to dispute it".

    Not those it is joined to: in "will return if Bonn pays, and accused Bonn of stalling" the
    parser joins "accused" to "pays".
    """
    found = [verb]
    while found[-1].dep == "xcomp" and found[-1].head is not found[-1]:
        found.append(found[-1].head)
    return found


def _is_conditional(clause: Word) -> bool:
    """Whether ``clause`` is a condition. "Asked if she agreed" is a question, and no condition."""
    opens = any(c.dep == "mark" and c.text in {"If", "Unless"} for c in clause.children)
    if clause.dep != "advcl" and not opens:
        return False
    opened = {child.text.lower() for child in clause.children if child.dep in {"mark", "advmod"}}
    if _is_inverted(clause):
        return True
    if opened & _CONDITIONS:
        return clause.head.lemma.lower() not in _ASKS
    doer = clause.of("nsubj")
    return bool(
        opened & {"when", "whenever"}
        and clause.tag == "VBP"
        and doer is not None
        and doer.text.lower() in _ANYBODY
    )


def _is_inverted(clause: Word) -> bool:
    """ "Had Jakarta wanted a quarrel", "should Bonn refuse": a condition without "if"."""
    opener = clause.subtree()[0]
    if opener.dep != "aux" or opener.head is not clause or opener.text.lower() not in _INVERTED:
        return False
    doer = clause.of("nsubj", "nsubjpass")
    return doer is not None and opener.i < doer.i < clause.i


def _goes_on_condition(verb: Word) -> bool:
    """ "If she comes to you and says that": the second half of a condition that opens with "if",
    in its tense and in front of the main clause."""
    above = verb.head
    if verb.dep != "conj" or verb.tag != above.tag or any(c.dep in _OWN for c in verb.children):
        return False
    return above.head.i > verb.i and above.dep == "advcl" and _is_conditional(above)


def _is_wished(verb: Word) -> bool:
    """ "Wants to say", "would ask him to explain"; but "I want to stress" does so."""
    above = verb.head
    if verb.dep == "ccomp" and verb.tag == "VB" and above.lemma == "have" and is_infinitive(above):
        return True  # "to have them tell us"
    if above.lemma == "leave" and above.of("auxpass") is not None and is_infinitive(verb):
        return True  # "the firm will be left to wonder what it did"
    if above.lemma in _MEANT and above.of("auxpass") is not None and is_infinitive(verb):
        return True  # "the drill was meant to show that the port is safe"
    if above.lemma == "have" and verb.dep == "xcomp" and is_infinitive(verb):
        doer = subject(above)
        return doer is not None and doer.text.lower() in {"i", "we"}  # "I have to say that ..."
    if verb.dep not in {"xcomp", "ccomp"} or not is_infinitive(verb):
        return False
    if above.lemma.lower() not in _WISHED:
        return False
    doer = subject(above)
    return doer is None or doer.text.lower() not in _ANYBODY


def _is_allowed(verb: Word) -> bool:
    """ "The final version did allow firms to propose it": nobody need have done so."""
    return (
        verb.dep in {"xcomp", "ccomp"} and verb.tag == "VB" and verb.head.lemma.lower() in _ALLOWED
    )


def _is_advised(verb: Word) -> bool:
    """ "Doctors should ask about it"; not "we should note" and not "it should be noted"."""
    doer = verb.of("nsubj")
    return doer is not None and doer.text.lower() not in _ANYBODY - {"you"}


def _is_hearsay(verb: Word) -> bool:
    """ "He said, she said": an idiom, often a heading."""
    if verb.lemma.lower() != "say":
        return False
    for other in (verb.head, *verb.all("ccomp")):
        doers = [v.of("nsubj") for v in (verb, other)]
        told = {doer.text.lower() for doer in doers if doer is not None}
        if other.text == verb.text and told == {"he", "she"} and abs(other.i - verb.i) <= _HEARSAY:
            return True
    return False


def _is_guess(word: Word) -> bool:
    """ "Doubtless", "no doubt": the writer only guesses what will be said."""
    none = word.of("det", "neg")
    no_doubt = word.text.lower() == "doubt" and none is not None and none.text.lower() == "no"
    return no_doubt or word.text.lower() in _GUESSES


def _is_possible(verb: Word) -> bool:
    """ "Could argue", "would have said"; not "could not say" and not "would have preferred"."""
    auxiliaries = [child.text.lower() for child in verb.children if child.dep == "aux"]
    if {"will", "would"} & set(auxiliaries) and any(_is_guess(child) for child in verb.children):
        return True  # "Brussels will no doubt express concern", "would probably see that"
    if "should" in auxiliaries and any(c.text.lower() == "never" for c in verb.children):
        return _is_advised(verb)  # "what a small country should never say to a large one"
    if any(child.dep == "neg" for child in verb.children):
        return False
    if _MAY & set(auxiliaries) or ("should" in auxiliaries and _is_advised(verb)):
        return True
    return "would" in auxiliaries and "have" in auxiliaries and verb.tag in {"VBN", "VBD"}
