"""Infinitives and gerunds as content: what somebody is to do, or does."""

from __future__ import annotations

from verbale.actors import is_sayer
from verbale.language import Word
from verbale.lexicon.wordlists import word_list
from verbale.statements.content import of_words
from verbale.statements.grammar import is_infinitive, is_passive, noun_phrase, subject
from verbale.statements.rules.drafting import complement_draft
from verbale.statements.rules.reach import with_items
from verbale.statements.rules.whole import with_second_verb, with_what_it_includes
from verbale.statements.scene import CueWord, Draft, Scene

_HAPPENINGS = word_list("happenings")
_PEOPLE = word_list("further-roles") | word_list("company-nouns") | word_list("collective-nouns")
_WOULD = frozenset({"would", "’d", "'d"})
_ITSELF = frozenset({"himself", "herself", "itself", "themselves", "ourselves", "myself"})


def called_on(scene: Scene, found: CueWord) -> Draft | None:
    """Ankara called on both sides to stop."""
    if "on-infinitive" not in found.cue.frames:
        return None
    verb = found.word
    prep = next(
        (
            c
            for c in verb.children
            if c.dep in {"prep", "prt"} and c.text.lower() in found.cue.preps and c.i > verb.i
        ),
        None,
    )
    if prep is None:
        return _called_for(scene, found)
    whom = prep.of("pobj") or verb.of("dobj", "oprd")
    act = next(
        (
            c
            for c in (*verb.children, *(prep.children), *(whom.children if whom else ()))
            if c.dep in {"xcomp", "advcl", "acl", "relcl", "ccomp"} and is_infinitive(c)
        ),
        None,
    )
    if whom is None or act is None:
        return None
    content = of_words(scene.text, [*noun_phrase(whom), *act.subtree()])
    return complement_draft(scene, found, (content,), "called-on", extra=(prep,))


def _called_for(scene: Scene, found: CueWord) -> Draft | None:
    """ "Asked for the matter to be left to the ministers": what parsers take for a clause."""
    for act in found.word.children:
        mark = act.of("mark")
        if mark is None or mark.text.lower() not in found.cue.preps or not is_infinitive(act):
            continue
        if act.of("nsubj", "nsubjpass") is not None and mark.i > found.word.i:
            content = of_words(scene.text, act.subtree())
            return complement_draft(scene, found, (content,), "called-on")
    return None


def object_infinitive(scene: Scene, found: CueWord) -> Draft | None:
    """She urged Tokyo to return to the table."""
    if "object-infinitive" not in found.cue.frames or is_passive(found.word):
        return None
    verb = found.word
    act = next(
        (
            c
            for c in verb.children
            if c.dep in {"xcomp", "ccomp", "advcl"} and c.i > verb.i and is_infinitive(c)
        ),
        None,
    )
    if act is None:
        return None
    whom = verb.of("dobj") or act.of("nsubj")
    if whom is None or not verb.i < whom.i < act.i or whom.text.lower() in _ITSELF:
        return None
    words = with_second_verb(verb, act, [*noun_phrase(whom), *act.subtree()])
    content = of_words(scene.text, with_items(scene, words))
    return complement_draft(scene, found, (content,), "object-infinitive")


#: A phrase between makes parsers take the complement for a clause of purpose.
_COMPLEMENTS = frozenset({"xcomp", "ccomp", "advcl"})


def infinitive(scene: Scene, found: CueWord) -> Draft | None:
    """The president vowed to defend the border; vowed in May to defend it."""
    if "infinitive" not in found.cue.frames or is_passive(found.word):
        return None
    verb = found.word
    if verb.lemma.lower() == "like" and not _would(verb):
        return None  # "likes to sing"; "I would like to thank you", which is but polite
    acts = [c for c in verb.children if c.dep in _COMPLEMENTS and c.i > verb.i and is_infinitive(c)]
    act = min(acts, key=lambda c: (c.dep == "advcl", c.i), default=None)
    if act is None or act.of("nsubj") is not None or _looms(scene, verb, act):
        return None
    if _only_seems(scene, verb, act):
        return None
    between = [c for c in verb.children if verb.i < c.i < act.i]
    if any(c.dep in {"nsubj", "dobj"} for c in between):
        return None
    if act.dep == "advcl" and not any(c.dep == "prep" for c in between):
        return None
    words = with_what_it_includes(verb, with_second_verb(verb, act, act.subtree()))
    words = through_hyphens(scene, words)
    return complement_draft(scene, found, (of_words(scene.text, words),), "infinitive")


def _looms(scene: Scene, verb: Word, act: Word) -> bool:
    """ "The rally threatened to run past midnight", "the feud threatened to split the club"."""
    doer = subject(verb)
    if verb.lemma.lower() != "threaten" or doer is None or act.lemma.lower() not in _HAPPENINGS:
        return False
    return not is_sayer(doer, scene.cast.mentions(scene.words))


def _only_seems(scene: Scene, verb: Word, act: Word) -> bool:
    """ "A cargo that claimed to be walnuts": what a thing passes for."""
    doer = subject(verb)
    if verb.lemma.lower() not in {"claim", "profess"} or act.lemma != "be" or doer is None:
        return False
    named = is_sayer(doer, scene.cast.mentions(scene.words))
    return not named and doer.lemma.lower() not in _PEOPLE


def _would(verb: Word) -> bool:
    doer = verb.of("nsubj")
    named = doer is not None and doer.pos != "PRON"
    return named and any(c.dep == "aux" and c.lemma.lower() in _WOULD for c in verb.children)


def through_hyphens(scene: Scene, words: list[Word]) -> list[Word]:
    """ "To re | -evaluate him": ``words`` on where they end in the middle of a word."""
    hyphen = scene.after(words[-1])
    rest = scene.after(hyphen) if hyphen is not None else None
    if hyphen is None or rest is None or hyphen.text not in {"-", "‐"}:
        return words
    if hyphen.start != words[-1].end or rest.start != hyphen.end:
        return words
    return [*words, *scene.between(hyphen.i, rest.subtree()[-1].i + 1)]


def gerund(scene: Scene, found: CueWord) -> Draft | None:
    """The chancellor ruled out sending troops."""
    if "gerund" not in found.cue.frames or is_passive(found.word):
        return None
    verb = found.word
    act = next(
        (
            c
            for c in verb.children
            if c.i > verb.i
            and _is_gerund(c)
            and (c.dep in {"xcomp", "ccomp", "pcomp", "dobj"} or _follows(scene, c, found))
        ),
        None,
    )
    if act is None:
        return None
    return complement_draft(scene, found, (of_words(scene.text, act.subtree()),), "gerund")


def _follows(scene: Scene, act: Word, found: CueWord) -> bool:
    """Whether ``act`` stands directly behind the cue, whatever the parser calls it."""
    before = scene.before(act)
    return (
        act.dep == "advcl"
        and before is not None
        and before.text.lower() == (found.particle.split() or [found.word.text.lower()])[-1]
    )


def _is_gerund(word: Word) -> bool:
    """Sending, having sent, being sent."""
    having = any(
        c.dep in {"aux", "auxpass"} and c.text.lower() in {"having", "being"} for c in word.children
    )
    return word.tag == "VBG" or having
