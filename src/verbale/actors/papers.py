"""Who stands behind something written: "a survey by Nokk", "the Irrek Institute's study"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from verbale.actors.cast import Cast
from verbale.actors.mentions import Mentions
from verbale.actors.phrases import phrase_of
from verbale.actors.sayers import is_document
from verbale.actors.speaker import Asked, Reference, Speaker
from verbale.language import Word
from verbale.lexicon.wordlists import word_list

Identify = Callable[[Sequence[Word], Word, Cast, Mentions, Reference], Speaker]
_AGENTIVE = word_list("agentive") | word_list("further-roles")
_HOUSES = frozenset({"office", "commission", "agency", "company", "council", "committee", "police"})
_PLATFORMS = word_list("platforms")
_SIGNED = frozenset({"by", "from"})
_ISSUING = frozenset({"publish", "release", "issue", "post", "send", "circulate", "write"})
_DRAWING_UP = frozenset(
    {"prepare", "draft", "file", "submit", "sign", "produce", "share", "compile"}
)
_NAMED = frozenset({"person", "organisation", "institution", "outlet", "state"})


def signed_by(asked: Asked, identify: Identify) -> Speaker | None:
    """Who wrote or owns the paper that the phrase is; None where the phrase names nobody."""
    if not is_document(asked.head):
        return None
    owners = _owners(asked) or _issuers(asked)
    first = next((owner for owner in owners if _possesses(owner)), None)
    for owner in [first] if first is not None else owners:
        words = [w for w in phrase_of(owner) if w.dep != "case"]
        words = [w for w in words if w in asked.phrase] or words
        who = identify(words or [owner], owner, asked.cast, asked.mentions, asked.recent)
        if who.name is not None and who.kind in _NAMED:
            paper = asked.head.lemma.lower()  # "the report said", further on
            return who if who.person is not None else who._replace(noun=paper)
        if owner.tag == "NNS" and who.name is not None:
            return who  # "the letter signed by seven physicians"
        unlisted = owner.pos == "PROPN" and owner.lemma.lower() not in _AGENTIVE
        if unlisted and (
            owner is first or owner.head.text.lower() == "from"
        ):  # "The Verge's Stadia review"
            opener = asked.phrase[0]  # a capital inside the sentence: the name begins with it
            if opener.text == "The" and opener.i == words[0].i - 1 and opener.i:
                words = [opener, *words]
            return Speaker(" ".join(word.text for word in words), "organisation")
    return None


def _may_own(word: Word) -> bool:
    """Whether a paper may be ``word``'s: a name, people, or a house ("the office release")."""
    lemma = word.lemma.lower()
    many = word.tag == "NNS" and lemma in _AGENTIVE
    brand = word.pos == "PROPN" and any(c.isupper() or c.isdigit() for c in word.text)  # my6sense
    return word.text[:1].isupper() or many or brand or (word.dep == "compound" and lemma in _HOUSES)


def _possesses(word: Word) -> bool:
    """Whether ``word`` is in the possessive, whatever the parser has made of it."""
    return word.dep == "poss" or (word.dep == "nmod" and word.of("case") is not None)


def _issuers(asked: Asked) -> list[Word]:
    """The doer of "Kestrel published a blog post that said"."""
    verb = asked.head.head
    if asked.head.dep != "dobj" or verb.lemma.lower() not in _ISSUING:
        return []
    doer = verb.of("nsubj")
    return [doer] if doer is not None and doer.pos in {"NOUN", "PROPN"} else []


def _maker(clause: Word) -> Word | None:
    """The Reed of "a letter Reed prepared", where no pronoun stands between."""
    if clause.dep != "relcl" or clause.lemma.lower() not in _ISSUING | _DRAWING_UP:
        return None
    doer = clause.of("nsubj")
    return doer if doer is not None and doer.pos == "PROPN" else None


def _owners(asked: Asked) -> list[Word]:
    """The agents and possessors of the paper, or of the verb that tells of its making ("a report
    published by Nokk")."""
    found = [child for child in asked.head.children if _possesses(child)]
    found += [child for child in asked.head.children if child.dep == "compound"]
    for child in asked.head.children:
        made = child.dep == "acl" and child.tag == "VBN"
        for prep in (child, *(child.children if made else ())):
            thing = prep.of("pobj")
            if prep.text.lower() in _SIGNED and thing is not None and prep in asked.phrase:
                found.append(thing)
    named = (word for word in found if word in asked.phrase and _may_own(word))
    owners = [word for word in named if word.lemma.lower() not in _PLATFORMS]
    return owners or [doer for c in asked.head.children if (doer := _maker(c)) is not None]
