"""The places of a cue: which words beside the verb belong to "went on to say that"."""

from __future__ import annotations

from verbale.language import Word
from verbale.model import Span, Spans
from verbale.statements.grammar import clause_behind_aside, merge_touching, span_of
from verbale.statements.negation import negation_in_front

_AUXILIARIES = frozenset({"aux", "auxpass", "neg"})
_GOING_ON = frozenset({"go", "proceed", "continue", "keep"})


def cue_spans(verb: Word, words: tuple[Word, ...], particle: str = "") -> Spans:
    """The places of a verbal cue: auxiliaries, what stands between them and the verb, the verb, its
    particle and a following "that"."""
    first = verb.i
    index = {word.i: word for word in words}
    auxiliaries = [c for c in verb.children if c.dep in _AUXILIARIES and c.i < verb.i]
    if auxiliaries:
        reach = min(word.i for word in auxiliaries)
        between = [index[i] for i in range(reach, verb.i) if i in index]
        if all(w.dep in _AUXILIARIES or w.pos in {"ADV", "PART", "AUX"} for w in between):
            first = reach
        else:
            near = [
                w.i
                for w in auxiliaries
                if all(
                    index[i].pos in {"ADV", "PART", "AUX"} for i in range(w.i, verb.i) if i in index
                )
            ]
            first = min(near, default=verb.i)
    if verb.dep in {"xcomp", "advcl"} and verb.head.lemma in _GOING_ON and _goes_on(verb, first):
        first = min([verb.head.i, *(c.i for c in verb.head.children if c.dep in _AUXILIARIES)])
    last = next((c for c in verb.children if c.dep == "prt" and c.i == verb.i + 1), verb)
    spans = [span_of([index.get(first, verb), last])]
    last = verb
    for part in particle.split():
        word = next((w for w in words if w.i > last.i and w.text.lower() == part), None)
        if word is not None and word.i - verb.i <= 4:
            spans.append(Span(word.start, word.end))
            last = word
    that = _that_after(verb, words)
    if that is not None:
        spans.append(Span(that.start, that.end))
    front = negation_in_front(verb)
    if front:
        spans.append(span_of(front))
    return merge_touching(spans)


def _goes_on(verb: Word, first: int) -> bool:
    """ "Went on to say", "has kept saying": nothing but particles and adverbs in between."""
    if verb.head.lemma in {"go", "proceed"}:
        return (first < verb.i and verb.dep == "xcomp") or first == verb.i - 1
    near = 0 < verb.i - verb.head.i <= len(("strongly", "to", "say"))
    return near and (first < verb.i or (verb.tag == "VBG" and verb.head.i == verb.i - 1))


def _that_after(verb: Word, words: tuple[Word, ...]) -> Word | None:
    for clause in verb.children:
        if clause.dep in {"ccomp", "advcl", "acl", "relcl", "xcomp"} and clause.i > verb.i:
            mark = clause.of("mark")
            if mark is not None and mark.text.lower() == "that":
                return mark
    behind = clause_behind_aside(verb)
    if behind is not None:
        return behind.of("mark")
    following = next((word for word in words if word.i == verb.i + 1), None)
    if following is not None and following.text.lower() == "that" and following.tag == "IN":
        return following
    return None
