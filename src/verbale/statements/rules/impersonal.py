"""Reports without a subject: "it was announced that"."""

from __future__ import annotations

from verbale.language import Word
from verbale.model import Span, Spans
from verbale.statements.content import clause_words, of_words
from verbale.statements.grammar import agent, cue_spans, merge_touching, opens_with_that
from verbale.statements.rules.sources import as_source
from verbale.statements.scene import CueWord, Draft, Scene


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
    doer = agent(verb)
    source = as_source(doer) if doer is not None else None
    return Draft(
        scene=scene,
        rule="impersonal-passive",
        head=verb,
        actor=source.word if source else None,
        source=source.spans if source else (),
        cue=_from_it(scene, own, cue_spans(verb, scene.words, found.particle)),
        content=(of_words(scene.text, clause_words(clause)),),
        polarity=found.polarity,
        speech=found.cue.speech,
    )


def _from_it(scene: Scene, it: Word, cue: Spans) -> Spans:
    """``cue`` with the "it" in front of it and the "by" behind it."""
    spans = [Span(it.start, it.end), *cue]
    spans += [Span(w.start, w.end) for w in scene.words if w.dep == "agent" and w.i > it.i][:1]
    return merge_touching(spans)
