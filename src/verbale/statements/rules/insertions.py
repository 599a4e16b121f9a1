"""The reporting clause inside what was said or behind it: "..., she added, ...", "..., he said"."""

from __future__ import annotations

from verbale.language import Word
from verbale.statements.content import of_words
from verbale.statements.grammar import subject
from verbale.statements.rules.drafting import clause_draft
from verbale.statements.rules.reach import (
    FINITE,
    SETTING,
    after_last_break,
    edge,
    reporting_reach,
    up_to_break,
)
from verbale.statements.rules.sources import source_of
from verbale.statements.scene import CueWord, Draft, Scene

_WHEN_AND_WHERE = frozenset(
    {"on", "in", "at", "during", "after", "before", "to", "from", "via", "late", "early", "by"}
)


def clause_around(scene: Scene, found: CueWord) -> Draft | None:
    """The talks, she added, would resume in May."""
    if "clause" not in found.cue.frames or scene_is_headless(scene):
        return None
    verb = found.word
    if verb.dep == "relcl":
        return None  # "a minister who, asked the way, pointed at the floor"
    source = source_of(scene, found)
    if source is None or subject(verb) is None:
        return None
    first, last = reporting_reach(verb, source)
    before, after = edge(scene, first - 1), edge(scene, last + 1)
    if (
        before is None
        or after is None
        or before.text not in {",", "—", "–", "-"}
        or after.text not in {",", "—", "–", "-"}
    ):
        return None
    left = [w for w in scene.words if w.i < before.i]
    right = [w for w in scene.words if w.i > after.i]
    left = after_last_break(left)
    right = up_to_break(right)
    if not left or not right or not any(w.tag in FINITE for w in (*left, *right)):
        return None
    if any(w.quote is not None for w in (*left, *right)):
        return None
    if (
        left[0].text.lower() in SETTING
        and len(left) <= 4
        and left[0].text.lower() not in {"this", "to", "for"}
    ):
        return None
    if right[0].tag == "VBG" or right[0].text.lower() in {
        "who",
        "which",
        "adding",
        "when",
        "as",
        "where",
    }:
        return None
    content = (of_words(scene.text, left), of_words(scene.text, right))
    return clause_draft(scene, found, source, content, "clause-around")


def scene_is_headless(scene: Scene) -> bool:
    """Whether the sentence has hardly any words outside quotations."""
    return sum(w.quote is None and w.pos != "PUNCT" for w in scene.words) < 4


def clause_before(scene: Scene, found: CueWord) -> Draft | None:
    """Russia sees no reason to talk, the Kremlin said on Tuesday."""
    if "clause" not in found.cue.frames:
        return None
    verb = found.word
    source = source_of(scene, found)
    if source is None:
        return None
    first, _ = reporting_reach(verb, source)
    comma = edge(scene, first - 1)
    if comma is None or comma.text not in {",", "—", "–", "-", "?", ":"}:
        return None
    left = after_last_break([w for w in scene.words if w.i < comma.i])
    clause = next(
        (
            c
            for c in verb.children
            if c.dep in {"ccomp", "advcl", "nsubj"} and c.i < first and c.quote is None
        ),
        None,
    )
    if clause is not None and clause.dep == "ccomp":
        start = min(w.i for w in clause.subtree())
        lead = [w for w in left if w.i < start]
        if any(w.tag in FINITE and w.dep == "ROOT" for w in lead):
            left = [w for w in left if w.i >= start]
    elif verb.dep not in {"parataxis", "ROOT", "ccomp", "conj", "advcl", "dep"}:
        return None
    while left and left[0].text.lower() in {"but", "and", "however", "meanwhile", ",", "so", "yet"}:
        left = left[1:]
    headline = scene.paragraph.zone == "headline"  # "Peru to shut ports, minister says"
    if len(left) < 3 or not (headline or any(w.tag in FINITE for w in left)):
        return None
    if clause is None and (left[0].text.lower() in SETTING or left[0].tag in {"VBG", "VBN"}):
        return None
    if clause is None and verb.lemma != "tell" and _has_other_object(verb):
        return None
    return clause_draft(scene, found, source, (of_words(scene.text, left),), "clause-before")


def _has_other_object(verb: Word) -> bool:
    """Whether what the cue governs stands behind it; "said on Tuesday in Oslo" governs nothing."""
    if verb.of("ccomp", "dobj", "xcomp") is not None:
        return True
    return any(c.dep == "prep" and c.text.lower() not in _WHEN_AND_WHERE for c in verb.children)
