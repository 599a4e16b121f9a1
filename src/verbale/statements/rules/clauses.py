"""Clauses as content that follow their cue."""

from __future__ import annotations

from verbale.language import Word
from verbale.model import Span
from verbale.statements.content import clause_words, of_words
from verbale.statements.grammar import is_passive, opens_with_that, subject
from verbale.statements.rules.drafting import clause_draft
from verbale.statements.rules.reach import FINITE, fronted, up_to_aside, up_to_break
from verbale.statements.rules.sources import Source, source_of
from verbale.statements.scene import CueWord, Draft, Scene

_COMPLEMENTS = ("ccomp",)
_WH = frozenset(["whether", "if", "what", "why", "how", "when", "where", "who", "which", "whom"])
_PLAIN = frozenset({"say", "add", "tell", "insist", "argue", "note", "warn", "claim", "stress"})


def clause_after(scene: Scene, found: CueWord) -> Draft | None:
    """Takaichi said that Tokyo is determined ...; asked whether the channel was open."""
    if not {"clause", "question"} & found.cue.frames:
        return None
    verb = found.word
    clause = _clause_after(verb, found)
    source = source_of(scene, found)
    if source is None:
        return None
    if clause is None:
        return _clause_further_on(scene, found, source)
    words = [w for w in clause_words(clause) if w.i > verb.i]
    words = up_to_aside(scene, _without_source(words, source))
    if len(words) < 2 or _frames_a_quote(scene, clause, words):
        return None
    words.extend(w for w in _further_that(verb) if w not in words)
    content = [of_words(scene.text, words)]
    front = fronted(scene, verb, source)
    if front:
        content.insert(0, front)
    return clause_draft(scene, found, source, tuple(content), "clause-after")


def _clause_after(verb: Word, found: CueWord) -> Word | None:
    if verb.lemma.lower() == "make":
        return _made_clear(verb)
    if verb.lemma.lower() == "tell" and not _tells_somebody(verb):
        return None  # "nobody could tell which was which"
    if any(c.lemma == "be" and c.dep == "xcomp" for c in verb.children):
        return None  # "a town said to be older than both republics"
    for child in verb.children:
        if child.i < verb.i or child.quote is not None:
            continue
        question = any(w.text.lower() in _WH for w in child.subtree()[:2])
        if question and "question" not in found.cue.frames and "clause" not in found.cue.frames:
            continue
        if child.dep in _COMPLEMENTS and not (child.tag in {"VBG"} and not _has_subject(child)):
            if child.tag == "VB" and not _has_subject(child) and child.of("aux"):
                continue  # an infinitive: another rule's
            return child
        if child.dep in {"advcl", "acl", "relcl", "dobj"} and opens_with_that(child):
            return child
    return None


def _made_clear(verb: Word) -> Word | None:
    """ "Made (it) clear that ...": the clause hangs on "clear" or on the verb."""
    for parent in (verb, *verb.children):
        for child in parent.children:
            if child.dep in {"ccomp", "advcl", "xcomp", "acl"} and opens_with_that(child):
                return child
    return None


def _tells_somebody(verb: Word) -> bool:
    return any(c.dep in {"dobj", "dative"} and c.i > verb.i for c in verb.children) or is_passive(
        verb
    )


def _has_subject(word: Word) -> bool:
    return any(child.dep in {"nsubj", "nsubjpass", "csubj", "expl"} for child in word.children)


def _clause_further_on(scene: Scene, found: CueWord, source: Source) -> Draft | None:
    """ "Wrote last month in a piece carried by the Herald that ...": a "that" clause which the
    parser has hung on a noun in between."""
    verb = found.word
    at = next((w for w in scene.words if w.i > verb.i + 1 and w.text.lower() == "that"), None)
    if at is None or at.tag != "IN" or "clause" not in found.cue.frames:
        return None
    between = scene.between(verb.i + 1, at.i)
    if any(_ends_search(w) for w in between) or between[-1].text.lower() == "so":
        return None
    noun = scene.before(at)
    if noun is not None and noun.lemma.lower() in scene.cues.nouns:
        return None  # "repeated the claim that": the noun's own clause
    clause = next((a for a in at.ancestors() if a.tag in FINITE or a.of("aux")), None)
    words = [w for w in (clause.subtree() if clause is not None else []) if w.i > at.i]
    if len(words) < 3:
        return None
    draft = clause_draft(scene, found, source, (of_words(scene.text, words),), "clause-further-on")
    if draft is not None:
        draft.cue = (
            (*draft.cue, Span(at.start, at.end)) if draft.cue[-1].end <= at.start else draft.cue
        )
    return draft


def _ends_search(word: Word) -> bool:
    """A verb of its own, a break or a quotation between the cue and "that"."""
    verb = word.pos in {"VERB", "AUX"} and word.dep != "acl"
    return verb or word.text in {",", ";", ":"} or word.quote is not None


def _further_that(verb: Word) -> list[Word]:
    """ "... said that X, but that Y": the parser may hang the second clause on "said"."""
    found = [c for c in verb.children if c.dep == "conj" and opens_with_that(c)]
    return [word for clause in found for word in clause.subtree()]


def _without_source(words: list[Word], source: Source) -> list[Word]:
    """Words of an inverted clause ("said Peskov ...") that belong to the source."""
    return [w for w in words if not any(p.start <= w.start < p.end for p in source.spans)]


def _frames_a_quote(scene: Scene, clause: Word, words: list[Word]) -> bool:
    """Whether the clause is itself "..., he added" around a quotation."""
    return any(w.quote is not None for w in words) and clause.lemma.lower() in scene.cues.verbs


def rest_of_sentence(scene: Scene, found: CueWord) -> Draft | None:
    """He said legalizing it could put thousands to work: what follows "said" is what was said.

    For the plainest cues only, where the parser found no complement though a clause follows.
    """
    verb = found.word
    if verb.lemma.lower() not in _PLAIN or is_passive(verb) or subject(verb) is None:
        return None
    source = source_of(scene, found)
    if source is None:
        return None
    words = [w for w in scene.words if w.i > verb.i]
    words = up_to_break(words)
    if (
        len(words) < 4
        or not any(w.tag in FINITE for w in words)
        or any(w.quote is not None for w in words)
    ):
        return None
    if words[0].text.lower() == "to" or (
        verb.lemma.lower() == "tell" and not _tells_somebody(verb)
    ):
        return None  # "a town said to be old", "nobody could tell"
    if words[0].pos in {"PUNCT", "ADP", "CCONJ", "ADV"} or (
        words[0].tag == "VBG" and verb.lemma == "tell"
    ):
        return None
    if verb.lemma.lower() == "tell":
        whom = verb.of("dobj", "dative")
        words = [w for w in words if whom is None or w.i > whom.i]
    words = [w for w in words if not (w is words[0] and w.text.lower() == "that")]
    if len(words) < 3:
        return None
    return clause_draft(scene, found, source, (of_words(scene.text, words),), "rest-of-sentence")
