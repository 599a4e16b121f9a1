"""Adjectives that report an attitude."""

from __future__ import annotations

from verbale.language import Word
from verbale.statements.content import clause_words, of_words
from verbale.statements.grammar import span_of, subject
from verbale.statements.negation import is_negated
from verbale.statements.rules.extent import as_source
from verbale.statements.rules.sources import may_say
from verbale.statements.rules.unheld import is_nobody, is_unheld
from verbale.statements.scene import CueWord, Draft, Scene


def adjective_attitude(scene: Scene, found: CueWord) -> Draft | None:
    """Tokyo is ready to talk; Ankara was confident that ...."""
    word = found.word
    copula = word.head
    if word.dep not in {"acomp", "oprd", "attr"} or copula.lemma not in {
        "be",
        "remain",
        "stay",
        "seem",
        "appear",
    }:
        return None
    own = subject(copula)
    complement = next(
        (c for c in word.children if c.dep in {"xcomp", "ccomp", "prep"} and c.i > word.i), None
    ) or _that_clause(word, copula)
    if own is None or complement is None or not may_say(scene, own, found):
        return None
    if is_nobody(own) or is_unheld(scene, CueWord(copula, found.cue), own):
        return None  # "nobody was prepared to pay"
    if complement.dep == "prep" and complement.text.lower() not in {"to", "about", "of"}:
        return None
    words = clause_words(complement)
    if complement.dep == "prep":
        words = words[1:]
    if not words:
        return None
    helpers = (c for c in copula.children if c.dep in {"aux", "neg"} and c.i > own.i)
    start = min([copula, *helpers], key=lambda word: word.i)
    source = as_source(own)
    return Draft(
        scene=scene,
        rule="adjective-attitude",
        head=word,
        actor=own,
        source=source.spans,
        cue=(span_of([start, word]),),
        content=(of_words(scene.text, words),),
        speech=False,
        polarity="denies" if is_negated(copula) and not _of_feeling(complement) else "affirms",
    )


def _of_feeling(complement: Word) -> bool:
    """Whether ``complement`` tells what a feeling is about: who "is not worried about" the call
    does not deny it, as who "is not open to" talks rules them out."""
    return complement.dep == "prep" and complement.text.lower() in {"about", "of"}


def _that_clause(word: Word, copula: Word) -> Word | None:
    """ "Was adamant that it would hold": the clause, where the parser hangs it on "was"."""
    for clause in copula.all("ccomp"):
        mark = clause.of("mark")
        if mark is not None and mark.i == word.i + 1 and mark.text.lower() == "that":
            return clause
    return None
