"""What is said of a thing by a doer behind it: "was rejected by Kyiv", "touted by Reed as"."""

from __future__ import annotations

from verbale.language import Word
from verbale.model import Span, Spans
from verbale.statements.content import of_words
from verbale.statements.grammar import agent, is_passive, noun_phrase
from verbale.statements.rules.drafting import complement_draft
from verbale.statements.rules.objects import may_be_told_of
from verbale.statements.scene import CueWord, Draft, Scene

_GAPS = frozenset({"which", "that", "who"})


def passive_object(scene: Scene, found: CueWord) -> Draft | None:
    """The claim was rejected by Kyiv; a plan touted by the mayor as a rescue."""
    verb = found.word
    if not found.cue.speech or not {"object", "object-as"} & found.cue.frames:
        return None
    doer = agent(verb) if is_passive(verb) else None
    thing = _thing(verb) if doer is not None else None
    if doer is None or thing is None or doer.i < verb.i:
        return None
    named = [w for w in noun_phrase(thing) if w.i < verb.i]
    judged = _judged(verb, doer) if "object-as" in found.cue.frames else []
    if not named or not (judged or _is_told_of(thing, found)):
        return None
    content: Spans = (of_words(scene.text, named),)
    if judged:
        content = (*content, of_words(scene.text, judged[1:]))
    by = doer.head
    draft = complement_draft(scene, found, content, "passive-object", extra=(by, *judged[:1]))
    if draft is not None and by.dep not in {"agent", "prep"}:
        draft.cue = tuple(span for span in draft.cue if span != Span(by.start, by.end))
    return draft


def _thing(verb: Word) -> Word | None:
    """What is told of: the subject of a passive, or the noun that a participle belongs to."""
    thing = verb.of("nsubjpass")
    if thing is None and verb.dep == "acl" and verb.head.pos == "NOUN":
        thing = verb.head
    if thing is not None and thing.text.lower() in _GAPS and verb.dep == "relcl":
        thing = verb.head
    return thing if thing is not None and thing.pos == "NOUN" else None


def _is_told_of(thing: Word, found: CueWord) -> bool:
    """Whether the cue reports what is said of such a thing without more words."""
    return (
        "object" in found.cue.frames and found.polarity == "denies" and may_be_told_of(thing, found)
    )


def _judged(verb: Word, doer: Word) -> list[Word]:
    """The "as" phrase that tells what the thing is called."""
    as_ = next(
        (
            c
            for above in (verb, doer)
            for c in above.children
            if c.text.lower() == "as" and c.dep in {"prep", "mark"} and c.i > doer.i
        ),
        None,
    )
    words = as_.subtree() if as_ is not None else []
    return words if len(words) > 1 else []
