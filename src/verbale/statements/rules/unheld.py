"""Attitudes that the text puts to nobody: asked about, foreseen, outgrown, or told as a scene.

A verb of saying reports even in a subordinate clause ("as Peskov said"); a verb of thinking or
wanting there often only tells what happened ("before they knew whom to ask").
"""

from __future__ import annotations

import re

from verbale.language import Word
from verbale.statements.grammar import is_infinitive
from verbale.statements.negation import is_negated
from verbale.statements.scene import CueWord, Scene

_NOBODY = frozenset({"nobody", "none", "anybody", "anyone", "noone", "whoever"})
_WHEN = frozenset({"before", "until", "till", "when", "whenever", "once", "after"})
#: Thoughts that are only foreseen with "will"; "will seek" and "will oppose" are announced.
_THOUGHTS = frozenset(
    {"think", "assume", "believe", "know", "feel", "realize", "realise", "imagine", "guess", "want"}
)
#: What "many will deplore" is only foreseen.
_MANY = frozenset({"many", "some", "others", "most", "few", "critics", "sceptics", "skeptics"})
_ASKING = frozenset({"ask", "wonder", "inquire", "enquire", "query"})
_AHEAD = frozenset({"will", "’ll", "'ll", "shall"})
#: "Considering that", "assuming that": the writer's own conjunctions.
_CONJUNCTIONS = frozenset({"consider", "assume", "suppose", "see", "grant", "know", "understand"})
#: What a deed of old is told to have been meant for.
_AIMS = frozenset({"hope", "wish", "want", "intend", "plan", "seek", "mean", "aim"})
_YEAR = re.compile(r"\b(?:[Ii]n|[Bb]y|[Ss]ince|[Ff]rom|[Oo]f) (?:the )?(?:1[0-9]\d\d|20[01]\d)s?\b")
_CAN = frozenset({"can", "could", "may", "might"})
_HANGING = frozenset({"advcl", "prep", "pcomp", "mark", "amod"})
#: Verbs that an attitude may complete and still be held: "seems to think", "has come to fear".
_RAISING = frozenset(
    {"seem", "appear", "come", "continue", "tend", "claim", "profess", "begin", "start", "remain"}
    | {"say", "report", "believe", "think", "be", "have"}
)


def is_unheld(scene: Scene, found: CueWord, doer: Word) -> bool:
    """Whether ``doer`` is told neither to say nor to hold what follows the cue."""
    verb = found.word
    if is_asked_about(scene, verb) or (is_nobody(doer) and _said_by_none(found)):
        return True  # "nobody will complain about it"
    if found.cue.speech:
        return _is_ahead(verb) and doer.text.lower() in _MANY and not is_negated(verb)
    if doer.text.lower() == "few" and is_nobody(doer):
        return True
    return (
        (doer.text.lower() in _NOBODY and scene.inside is not None)
        or (verb.lemma.lower() == "mean" and _means_nothing(verb, doer))
        or _is_foreseen(verb)
        or _is_of_a_time(verb)
        or _is_conjunction(verb)
        or _is_outgrown(verb)
        or _is_another_verbs(verb)
        or _is_history(scene, verb)
        or _is_added_to_what_can_be(verb)
        or _is_told_with_outcome(verb)
        or _tells_apart(scene, verb)
    )


def is_nobody(doer: Word) -> bool:
    """ "Nobody", "no one", "few"; not "a few"."""
    opened = {c.text.lower() for c in doer.children if c.dep in {"det", "amod", "quantmod"}}
    text = doer.text.lower()
    hardly = (text == "few" and "a" not in opened) or (text == "one" and "no" in opened)
    return hardly or text in _NOBODY


def _said_by_none(found: CueWord) -> bool:
    """Whether it tells nothing that nobody says it: "nobody asked for it", "will complain"."""
    asked = "prep" in found.cue.frames and found.polarity == "affirms"
    return (asked and not is_negated(found.word)) or _is_ahead(found.word)


def is_asked_about(scene: Scene, verb: Word) -> bool:
    """ "Does Lima want a truce?", "am I right to think so?": a question opened by its verb."""
    if verb.lemma.lower() in _ASKING:
        return False  # "was it possible, I asked her friends, that ..."
    words = [w for w in scene.words if w.pos != "PUNCT"]
    if len(words) > 2 and words[0].tag == "WRB" and words[2].text.lower() in {"i", "we", "you"}:
        words = words[1:]  # "how can I promise that?"
    marks = [w for w in scene.words if w.text == "?"]
    if not words or not marks or words[0].pos not in {"AUX", "VERB"} or words[0].quote is not None:
        return False
    doer = next((c for c in words[0].head.children if c.dep == "nsubj"), None) or next(
        (c for c in words[0].children if c.dep == "nsubj"), None
    )
    inverted = doer is not None and doer.i > words[0].i
    return inverted and words[0].i <= verb.i < marks[-1].i


def _means_nothing(verb: Word, doer: Word) -> bool:
    """ "It means to", and "we meant to stay a night": what came of it is another matter; so is what
    follows from it ("few signed up, meaning it costs less")."""
    return doer.text.lower() in {"it", "what"} or verb.tag in {"VBD", "VBN", "VBG"}


def _is_foreseen(verb: Word) -> bool:
    """ "They'll assume that ...", "people will begin to think"."""
    top = verb
    while top.dep == "xcomp" and top.head is not top:
        top = top.head
    ahead = _is_ahead(top)
    negated = any(c.dep == "neg" or c.text.lower() == "never" for c in top.children)
    return ahead and not negated and verb.lemma.lower() in _THOUGHTS


def _is_ahead(verb: Word) -> bool:
    return any(c.dep == "aux" and c.text.lower() in _AHEAD for c in verb.children)


def _is_of_a_time(verb: Word) -> bool:
    """ "Before they knew", "when he wanted to"."""
    if verb.dep != "advcl":
        return False
    return any(
        c.i < verb.i and c.dep in {"mark", "advmod"} and c.text.lower() in _WHEN
        for c in verb.children
    )


def _is_conjunction(verb: Word) -> bool:
    own = any(c.dep in {"nsubj", "aux"} for c in verb.children)
    return (
        verb.tag == "VBG"
        and not own
        and verb.dep in _HANGING
        and verb.lemma.lower() in _CONJUNCTIONS
    )


def _is_outgrown(verb: Word) -> bool:
    """ "I used to think that": no longer."""
    above = verb.head
    return verb.dep == "xcomp" and above.lemma.lower() == "use" and is_infinitive(verb)


def _is_history(scene: Scene, verb: Word) -> bool:
    """ "In 1974 a survey team crossed the wadi, hoping to find water": a deed of a year long gone,
    told with what it was meant for."""
    if verb.lemma.lower() not in _AIMS or verb.tag != "VBG" or verb.dep != "advcl":
        return False
    deed = verb.head
    if deed.tag != "VBD" or deed.lemma.lower() in scene.cues.verbs or verb.of("nsubj") is not None:
        return False
    return _YEAR.search(scene.span.of(scene.text)) is not None


def _is_told_with_outcome(verb: Word) -> bool:
    """ "Wanted the bridge; he got a roundabout", "wanted a road and were given a monument"."""
    if verb.tag != "VBD" or verb.lemma.lower() not in {"want", "seek"}:
        return False
    beside = (verb.head, *verb.all("conj", "ccomp", "parataxis"))
    return any(c is not verb and c.i > verb.i and _is_outcome(c) for c in beside)


def _is_outcome(verb: Word) -> bool:
    passive = verb.lemma.lower() in {"give", "offer", "hand"} and verb.of("auxpass") is not None
    return passive or (verb.tag == "VBD" and verb.lemma.lower() in {"get", "receive"})


def _is_added_to_what_can_be(verb: Word) -> bool:
    """ "A man can stand there and not know which country he is in"."""
    can = verb.head.all("aux") if verb.dep == "conj" and verb.tag == "VB" else ()
    return any(helper.text.lower() in _CAN for helper in can)


def _tells_apart(scene: Scene, verb: Word) -> bool:
    """ "The deputies supporting the bill met": which ones, not what they hold."""
    before = scene.before(verb)
    near = before is not None and before.pos in {"NOUN", "PROPN"} and before in verb.head.subtree()
    return verb.tag == "VBG" and verb.dep == "acl" and near


def _is_another_verbs(verb: Word) -> bool:
    """ "Would like us to know that", "scale their offering to support it": what is to be known or
    supported, by way of a purpose or a wish, and is not yet."""
    if not is_infinitive(verb) or verb.dep not in {"xcomp", "ccomp", "advcl", "acl", "relcl"}:
        return False
    return verb.dep != "xcomp" or verb.head.lemma.lower() not in _RAISING
