"""The reporting clause inside what was said or behind it: "..., she added, ...", "..., he said"."""

from __future__ import annotations

from verbale.language import Word
from verbale.model import Spans
from verbale.statements.content import of_words
from verbale.statements.grammar import span_of, subject
from verbale.statements.rules.drafting import clause_draft
from verbale.statements.rules.extent import Source
from verbale.statements.rules.reach import (
    SETTING,
    after_last_break,
    edge,
    is_closing_mark,
    reporting_reach,
    up_to_break,
)
from verbale.statements.rules.sources import source_of
from verbale.statements.rules.whole import FINITE
from verbale.statements.scene import CueWord, Draft, Scene

_DASHES = frozenset({"—", "–", "-", "--"})
_HEDGES = frozenset({"guess", "suppose", "reckon", "imagine", "presume", "gather"})
_CONNECTIVES = frozenset({"but", "and", "however", "meanwhile", ",", "so", "yet"})
_WHEN_AND_WHERE = frozenset(
    {"on", "in", "at", "during", "after", "before", "to", "from", "via", "late", "early", "by"}
)
# Prepositions that follow a cue which has its content in front: "..., he said of the deal"
_BESIDE_THE_POINT = _WHEN_AND_WHERE | {"of", "about", "with", "through", "under", "amid", "while"}
_TELLING = frozenset({"tell", "inform", "remind", "assure", "notify", "warn", "caution"})
_COMPLEMENTS = frozenset({"dobj", "ccomp", "xcomp", "acomp", "oprd", "attr"})
_SUBORDINATE = frozenset({"when", "while", "because", "although", "though", "since", "until", "if"})
_ASKS = frozenset({"whether", "if"})
_LONGEST_TITLE = 10  # words
_STANDS_ALONE = frozenset({"parataxis", "ROOT", "ccomp", "conj", "advcl", "dep"})
_NOT_CONTENT = frozenset(
    {"who", "which", "adding", "when", "as", "where", "whose", "citing", "via", "per"}
)


def clause_around(scene: Scene, found: CueWord) -> Draft | None:
    """The talks, she added, would resume in May."""
    if "clause" not in found.cue.frames or scene_is_headless(scene):
        return None
    verb = found.word
    if verb.dep == "relcl":
        return None  # "a minister who, asked the way, pointed at the floor"
    source = source_of(scene, found)
    if source is None or subject(verb) is None or _governs(verb, source.spans):
        return None
    first, last = reporting_reach(scene, verb, source)
    before, after = edge(scene, first - 1), edge(scene, last + 1)
    if before is None or after is None or not (_parts(before) and _parts(after)):
        return None
    left = after_last_break([w for w in scene.words if w.i < before.i])
    right = up_to_break([w for w in scene.words if w.i > after.i])
    if not left or not right or not any(w.tag in FINITE for w in (*left, *right)):
        return None
    if _only_sets_the_scene(left) or right[0].tag == "VBG" or right[0].text.lower() in _NOT_CONTENT:
        return None
    content = (of_words(scene.text, left), of_words(scene.text, right))
    return clause_draft(scene, found, source, content, "clause-around")


def _parts(word: Word) -> bool:
    """Whether ``word`` may stand at the rim of an inserted clause."""
    return word.text == "," or word.text in _DASHES


def _only_sets_the_scene(left: list[Word]) -> bool:
    """ "However, he said, ..." and "On Monday, he said, ..." begin with nothing that was said."""
    opens = left[0].text.lower()
    return opens in SETTING and len(left) <= 4 and opens not in {"this", "to", "for"}


def scene_is_headless(scene: Scene) -> bool:
    """Whether the sentence has hardly any words outside quotations."""
    return sum(w.quote is None and w.pos != "PUNCT" for w in scene.words) < 4


def clause_before(scene: Scene, found: CueWord) -> Draft | None:
    """Russia sees no reason to talk, the Kremlin said on Tuesday."""
    if "clause" not in found.cue.frames or found.word.tag == "VBG":
        return None
    named = named_in_front(scene, found.word)
    source = named[0] if named else source_of(scene, found)
    if source is None or _governs(found.word, source.spans):
        return None
    if _only_says_when(found.word):
        return None  # "the film was cut, when, in fact, he responded"
    if found.word.lemma.lower() in _HEDGES and source.word.text == "I":
        return None  # "that is really two questions, I guess"
    if not found.cue.speech and source.word.i > found.word.i:
        return None  # "an exaggerated fashion - think jazz rather than rock"
    first = named[1] if named else reporting_reach(scene, found.word, source)[0]
    comma = edge(scene, first - 1)
    if comma is not None and is_closing_mark(comma):
        comma = edge(scene, first - 2)  # ... a “dead letter,” he said
    if comma is None or source.word.i < comma.i or not _ends_content(scene, comma):
        return None
    words = _said_before(scene, found.word, first)
    if words is None or _only_leads_in(words):
        return None
    return clause_draft(scene, found, source, (of_words(scene.text, words),), "clause-before")


def _only_leads_in(words: list[Word]) -> bool:
    """ "The truth is, Reed has admitted to it": a subject and its "is" say nothing yet."""
    told = [w for w in words if w.pos != "PUNCT"]
    return bool(told) and told[-1].lemma == "be" and told[0].text.lower() == "the"


def _only_says_when(verb: Word) -> bool:
    """Whether the cue's own clause is one of time or reason."""
    return any(
        c.i < verb.i and (c.tag == "WRB" or (c.dep == "mark" and c.text.lower() in _SUBORDINATE))
        for c in verb.children
    )


def named_in_front(scene: Scene, verb: Word) -> tuple[Source, int] | None:
    """The speaker in "..., Iran's ambassador to Georgia, Kamran Zarrin, told": the two stretches
    between commas in front of the cue, a title and a name in either order; and where they begin.

    Parsers tend to hang the first of them on the last noun of what was said.
    """
    words = [w for w in scene.words if w.i < verb.i]
    while words and (words[-1].dep in {"aux", "neg", "advmod"} or words[-1].text == ","):
        words = words[:-1]
    name = _stretch(words)
    title = _stretch(words[: -len(name) - 1])
    if not name or not title or len(title) + len(name) + 1 >= len(words):
        return None
    mentions = scene.cast.mentions(scene.words)
    titled = {held.span for held in mentions.titles}
    persons = [run for run in mentions.names if len(run.words) > 1]
    for one, other in ((title, name), (name, title)):
        place, beside = span_of(one), span_of(other)
        run = next((r for r in persons if beside.covers(r.span)), None)
        if run is not None and any(span.overlaps(place) for span in titled):
            if len(run.words) < len(other) or any(place.covers(r.span) for r in persons):
                return None
            return Source(run.words[-1], (span_of([*title, *name]),)), title[0].i
    return None


def _stretch(words: list[Word]) -> list[Word]:
    """The last of ``words`` back to a comma, if they hold no finite verb and are not many."""
    start = next((n for n in range(len(words) - 1, -1, -1) if words[n].text == ","), -1) + 1
    found = words[start:]
    if start == 0 or len(found) > _LONGEST_TITLE or any(w.tag in FINITE for w in found):
        return []
    return found


def _said_before(scene: Scene, verb: Word, first: int) -> list[Word] | None:
    """The words in front of index ``first`` that ``verb`` reports, if they can be a clause."""
    words = after_last_break([w for w in scene.words if w.i < first])
    clause = _clause_in_front(verb, first)
    if clause is not None and clause.dep == "ccomp":
        words = _from_clause(words, clause)
    elif verb.dep not in _STANDS_ALONE or (clause is not None and _is_adverbial(clause)):
        return None
    while words and words[0].text.lower() in _CONNECTIVES:
        words = words[1:]
    headline = scene.paragraph.zone == "headline"  # "Peru to shut ports, minister says"
    if len(words) < 3 or not (headline or any(w.tag in FINITE for w in words)):
        return None
    if clause is None and (
        words[0].text.lower() in SETTING or words[0].tag in {"VBG", "VBN"} or _leads_on(verb)
    ):
        return None
    return words


def _clause_in_front(verb: Word, first: int) -> Word | None:
    return next(
        (
            c
            for c in verb.children
            if c.dep in {"ccomp", "advcl", "nsubj"} and c.i < first and c.quote is None
        ),
        None,
    )


def _from_clause(words: list[Word], clause: Word) -> list[Word]:
    """``words`` without another main clause in front of the one reported."""
    start = min(w.i for w in clause.subtree())
    if any(w.tag in FINITE and w.dep == "ROOT" for w in words if w.i < start):
        return [w for w in words if w.i >= start]
    return words


def _ends_content(scene: Scene, word: Word) -> bool:
    """Whether what was said may end at ``word``; at a colon in headlines alone."""
    return (
        word.text in {",", "?", "!"}
        or word.text in _DASHES
        or (word.text == ":" and scene.paragraph.zone == "headline")
    )


def _is_adverbial(clause: Word) -> bool:
    """ "When he came to Oslo, he felt unwell": the clause says when, not what was felt."""
    return clause.dep == "advcl" and (
        any(c.dep == "mark" and c.text.lower() not in _ASKS for c in clause.children)
        or any(c.dep == "advmod" and c.tag == "WRB" for c in clause.children)
    )


def _governs(verb: Word, source: Spans) -> bool:
    """Whether what the cue says stands behind it: "he reported it to the police"."""
    return any(
        c.i > verb.i
        and c.dep in _COMPLEMENTS
        and not any(span.start <= c.start < span.end for span in source)
        and not (c.dep == "dobj" and verb.lemma.lower() in _TELLING)
        for c in verb.children
    )


def _leads_on(verb: Word) -> bool:
    """Whether a preposition brings content: "warned against"; not "said on Tuesday in Oslo"."""
    return any(c.dep == "prep" and c.text.lower() not in _BESIDE_THE_POINT for c in verb.children)
