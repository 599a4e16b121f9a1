"""Reports without a subject: "it was announced that", "X let it be known that"."""

from __future__ import annotations

from verbale.actors import is_document
from verbale.language import Word
from verbale.model import Span, Spans
from verbale.statements.content import clause_words, of_words
from verbale.statements.cueplaces import cue_spans
from verbale.statements.grammar import agent, merge_touching, opens_with_that
from verbale.statements.rules.extent import as_source
from verbale.statements.scene import CueWord, Draft, Scene

_OUGHT = frozenset({"should", "must", "may", "might", "can", "could"})


def impersonal(scene: Scene, found: CueWord) -> Draft | None:
    """It was announced that ...; it was reported by Kyodo that ...."""
    verb = found.word
    if "clause" not in found.cue.frames or not any(c.dep == "auxpass" for c in verb.children):
        return None
    clause = next(
        (
            c
            for c in verb.children
            if c.dep in {"ccomp", "advcl", "csubjpass"} and c.i > verb.i and opens_with_that(c)
        ),
        None,
    )
    own = next((c for c in verb.children if c.dep in {"nsubjpass", "expl", "nsubj"}), None)
    if clause is None or own is None or own.text.lower() != "it":
        return None
    if any(c.tag == "MD" and c.text.lower() in _OUGHT for c in verb.children):
        return None  # "it should be noted that": whoever says so speaks himself
    let = verb.head if verb.head.lemma.lower() == "let" and own.start < verb.start else None
    if let is not None and let is scene.words[0]:
        return None  # "let it be noted that": the writer speaks himself
    doer = _lets(let) if let is not None else agent(verb) or _paper(verb)
    source = as_source(doer) if doer is not None else None
    return Draft(
        scene=scene,
        rule="impersonal-passive",
        head=verb,
        actor=source.word if source else None,
        source=source.spans if source else (),
        cue=_from_it(scene, let or own, cue_spans(verb, scene.words, found.particle)),
        content=(of_words(scene.text, clause_words(clause)),),
        polarity=found.polarity,
        speech=found.cue.speech or let is not None,
    )


def _paper(verb: Word) -> Word | None:
    """The review of "it's revealed in the Post's review that": what it was said in."""
    where = next((c for c in verb.all("prep") if c.text.lower() == "in" and c.i > verb.i), None)
    thing = where.of("pobj") if where is not None else None
    return thing if thing is not None and is_document(thing) else None


def _from_it(scene: Scene, first: Word, cue: Spans) -> Spans:
    """``cue`` with the "it" or "let it" in front of it and the "by" behind it."""
    spans = [Span(w.start, w.end) for w in scene.words if w is first or _is_let(w, first)]
    spans += cue
    spans += [Span(w.start, w.end) for w in scene.words if w.dep == "agent" and w.i > first.i][:1]
    return merge_touching(spans)


def _is_let(word: Word, first: Word) -> bool:
    """Whether ``word`` is the "it" of "let it be known"."""
    return first.lemma.lower() == "let" and word.text.lower() == "it" and word.i == first.i + 1


def _lets(let: Word) -> Word | None:
    """Who lets it be known; parsers take a lone capital before "let" for an adverb."""
    before = [c for c in let.children if c.i < let.i and c.pos in {"PROPN", "NOUN", "PRON"}]
    return let.of("nsubj") or (before[-1] if before else None)
