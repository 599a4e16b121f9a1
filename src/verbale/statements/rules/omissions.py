"""What was not said: "made no mention of", "declined to comment", "did not say whether"."""

from __future__ import annotations

from verbale.language import Word
from verbale.lexicon.wordlists import word_list
from verbale.model import Span
from verbale.statements.content import of_words
from verbale.statements.grammar import is_infinitive, is_passive, noun_phrase, span_of, subject
from verbale.statements.negation import is_negated
from verbale.statements.rules.extent import Source, as_source
from verbale.statements.rules.sources import has_voice, source_of
from verbale.statements.scene import CueWord, Draft, Scene

_UNSAYING = word_list("unsaid-acts")
_SAYING = word_list("negatable-sayings")
_MENTIONS = word_list("unsaid-things")
_QUESTIONS = frozenset({"whether", "if", "what", "why", "how", "when", "where", "who", "which"})
_CUE_PREPS = frozenset(["on", "of", "to", "about", "for"])


def unsaid(scene: Scene, found: CueWord) -> Draft | None:
    """The embassy declined to comment on the case."""
    if "unsaid" not in found.cue.frames:
        return None
    verb = found.word
    act = next(
        (
            c
            for c in verb.children
            if c.dep in {"xcomp", "ccomp"} and c.lemma.lower() in _UNSAYING and c.i > verb.i
        ),
        None,
    )
    source = source_of(scene, found)
    if act is None or source is None:
        return None
    if (
        verb.lemma.lower() == "refuse"
        and act.lemma.lower() == "discuss"
        and _is_side(scene, source)
    ):
        return None  # that is no silence: it will not talk about it
    passive = any(c.dep == "auxpass" for c in act.children)
    if passive and act.lemma.lower() != "draw":
        return None  # "declined to be named" says nothing of what was left unsaid
    last, words = _about(act)
    if not words and act.lemma.lower() not in {"comment", "respond"}:
        words = _asked_before(scene, verb)
    return Draft(
        scene=scene,
        rule="unsaid",
        head=verb,
        actor=source.word,
        source=source.spans,
        cue=(span_of([verb, last]),),
        content=(of_words(scene.text, words),) if words else (Span(act.start, act.end),),
        polarity="omits",
    )


def _is_side(scene: Scene, source: Source) -> bool:
    """Whether it is a state that refuses, by its name or its capital's."""
    at = source.word.start
    parties = scene.cast.mentions(scene.words).parties()
    return any(match.span.start <= at < match.span.end for match in parties)


def _asked_before(scene: Scene, verb: Word) -> list[Word]:
    """ "It is unclear what they were, and the firm declined to say": the question in front."""
    for clause in reversed([w for w in scene.words if w.i < verb.i]):
        words = clause.subtree() if clause.dep in {"ccomp", "csubj", "xcomp", "advcl"} else []
        if words and words[0].text.lower() in _QUESTIONS and words[-1].i < verb.i:
            return words
    return []


def not_said(scene: Scene, found: CueWord) -> Draft | None:
    """He did not say whether ...; she did not mention the sanctions; it gave no reply."""
    verb = found.word
    if verb.lemma.lower() not in _SAYING or not is_negated(verb) or "unsaid" in found.cue.frames:
        return None
    doer = subject(verb)
    clause = next(
        (c for c in verb.children if c.dep in {"ccomp", "advcl", "xcomp"} and c.i > verb.i), None
    )
    if doer is None or (clause is not None and not _is_question(clause)):
        return None
    if scene.placeholders or any(w.text == "or" for w in scene.between(verb.i - 3, verb.i)):
        return None  # "what they do or don't say on the stage"
    if clause is not None:
        words, last = clause.subtree(), verb
    else:
        last, words = _about(verb)
    if not words:
        return None
    drawn = verb.lemma.lower() == "draw"  # "would not be drawn on": a passive with a silent doer
    source = as_source(doer) if drawn and is_passive(verb) else source_of(scene, found)
    if source is None or (verb.tag == "VB" and is_infinitive(verb)):
        return None
    start = min(
        (c for c in verb.children if c.dep in {"aux", "neg"} and c.i < verb.i),
        key=lambda c: c.i,
        default=verb,
    )
    return Draft(
        scene=scene,
        rule="not-said",
        head=verb,
        actor=source.word,
        source=source.spans,
        cue=(span_of([start, last]),),
        content=(of_words(scene.text, words),),
        polarity="omits",
    )


def _about(act: Word) -> tuple[Word, list[Word]]:
    """The last word of the cue and the words for what was left unsaid."""
    prep = next(
        (
            c
            for c in act.children
            if c.dep == "prep" and c.text.lower() in _CUE_PREPS and c.i > act.i
        ),
        None,
    )
    if prep is not None:
        thing = prep.of("pobj", "pcomp")
        if thing is not None:
            return prep, thing.subtree()
    thing = next(
        (c for c in act.children if c.dep in {"dobj", "ccomp", "xcomp"} and c.i > act.i), None
    )
    return act, thing.subtree() if thing is not None else []


def _is_question(clause: Word) -> bool:
    first = clause.subtree()[0].text.lower()
    return first in _QUESTIONS


def silent_on(scene: Scene) -> list[Draft]:
    """The letter is silent about the turbines."""
    drafts: list[Draft] = []
    for word in scene.words:
        copula = word.head
        if word.text.lower() not in {"silent", "mum"} or word.dep not in {"acomp", "oprd"}:
            continue
        doer = subject(copula)
        prep = next(
            (
                c
                for c in (*word.children, *copula.children)
                if c.dep == "prep" and c.text.lower() in {"on", "about"} and c.i > word.i
            ),
            None,
        )
        thing = prep.of("pobj", "pcomp") if prep is not None else None
        if doer is None or prep is None or thing is None or not has_voice(scene, doer):
            continue
        source = as_source(doer)
        drafts.append(
            Draft(
                scene=scene,
                rule="silent-on",
                head=word,
                actor=doer,
                source=source.spans,
                cue=(span_of([copula, prep]),),
                content=(of_words(scene.text, thing.subtree()),),
                polarity="omits",
            )
        )
    return drafts


def made_no_mention(scene: Scene) -> list[Draft]:
    """Takaichi made no mention of the sanctions."""
    drafts: list[Draft] = []
    for noun in scene.words:
        verb = noun.head
        if noun.dep not in {"dobj", "attr"} or not _says_nothing(verb, noun):
            continue
        prep = next(
            (
                c
                for c in (*noun.children, *verb.children)
                if c.dep == "prep"
                and c.text.lower() in {"of", "to", "about", "on"}
                and c.i > noun.i
            ),
            None,
        )
        thing = prep.of("pobj", "pcomp") if prep is not None else None
        doer = subject(verb)
        # an omission inside another statement is part of what that one says
        inside_another = verb.dep in {"ccomp", "xcomp"} or scene.inside is not None
        if prep is None or thing is None or doer is None or inside_another:
            continue
        if not has_voice(scene, doer):
            continue  # "the label says nothing of how it came here"
        source = as_source(doer)
        drafts.append(
            Draft(
                scene=scene,
                rule="made-no-mention",
                head=verb,
                actor=doer,
                source=source.spans,
                cue=(span_of([verb, prep]),),
                content=(of_words(scene.text, thing.subtree()),),
                polarity="omits",
            )
        )
    return drafts


def _says_nothing(verb: Word, noun: Word) -> bool:
    """Made no mention, gave no answer; said nothing; declined comment."""
    lemma, thing = verb.lemma.lower(), noun.lemma.lower()
    if lemma in {"make", "give", "offer", "issue"}:
        none = any(c.text.lower() == "no" for c in noun.children)
        return thing in _MENTIONS and (none or is_negated(verb))
    return (lemma, thing) in {("say", "nothing"), ("decline", "comment"), ("refuse", "comment")}


def no_comment(scene: Scene) -> list[Draft]:
    """There was no immediate comment from Tehran on the report."""
    drafts: list[Draft] = []
    for noun in scene.words:
        if noun.lemma.lower() not in {
            "comment",
            "response",
            "reaction",
            "reply",
            "word",
        } or noun.dep not in {"attr", "nsubj"}:
            continue
        if noun.head.lemma.lower() != "be" or not any(
            c.text.lower() == "no" for c in noun.children
        ):
            continue
        from_ = next(
            (
                c
                for c in (*noun.children, *noun.head.children)
                if c.dep == "prep" and c.text.lower() in {"from", "by"} and c.i > noun.i
            ),
            None,
        )
        giver = from_.of("pobj") if from_ is not None else None
        if from_ is None or giver is None:
            continue
        on = next(
            (
                c
                for parent in (noun, noun.head, giver)
                for c in parent.children
                if c.dep == "prep" and c.text.lower() in {"on", "about", "to"} and c.i > noun.i
            ),
            None,
        )
        thing = on.of("pobj") if on is not None else None
        first = next(c for c in noun.children if c.text.lower() == "no")
        phrase = [w for w in noun_phrase(giver) if on is None or w.i < on.i or w.i < giver.i]
        words = thing.subtree() if thing is not None else [first, noun]
        drafts.append(
            Draft(
                scene=scene,
                rule="no-comment",
                head=noun,
                actor=giver,
                source=(span_of(phrase),),
                cue=(span_of([first, noun]),),
                content=(of_words(scene.text, words),),
                polarity="omits",
            )
        )
    return drafts
