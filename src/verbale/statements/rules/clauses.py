"""Clauses as content: after the cue, around it, before it."""

from __future__ import annotations

from verbale.language import Word
from verbale.lexicon.wordlists import word_list
from verbale.model import Span, Spans
from verbale.statements.content import clause_words, of_words, tidy
from verbale.statements.grammar import (
    agent,
    cue_spans,
    is_negated,
    is_passive,
    noun_phrase,
    span_of,
    subject,
)
from verbale.statements.rules.sources import Source, as_source, may_say, source_of
from verbale.statements.scene import CueWord, Draft, Scene

_COMPLEMENTS = ("ccomp",)
_WH = frozenset(["whether", "if", "what", "why", "how", "when", "where", "who", "which", "whom"])
# A phrase in front of the source that says where or when it was said, not what.
_SETTING = word_list("settings")
_WHEN_AND_WHERE = frozenset(
    {"on", "in", "at", "during", "after", "before", "to", "from", "via", "late", "early", "by"}
)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


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
    words = _up_to_aside(scene, _without_source(words, source))
    if len(words) < 2 or _frames_a_quote(scene, clause, words):
        return None
    words.extend(w for w in _further_that(verb) if w not in words)
    content = [of_words(scene.text, words)]
    fronted = _fronted(scene, verb, source)
    if fronted:
        content.insert(0, fronted)
    return _draft(scene, found, source, tuple(content), "clause-after")


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
        if child.dep in {"advcl", "acl", "relcl", "dobj"} and _opens_with_that(child):
            return child
    return None


def _made_clear(verb: Word) -> Word | None:
    """ "Made (it) clear that ...": the clause hangs on "clear" or on the verb."""
    for parent in (verb, *verb.children):
        for child in parent.children:
            if child.dep in {"ccomp", "advcl", "xcomp", "acl"} and _opens_with_that(child):
                return child
    return None


def _tells_somebody(verb: Word) -> bool:
    return any(c.dep in {"dobj", "dative"} and c.i > verb.i for c in verb.children) or is_passive(
        verb
    )


def _has_subject(word: Word) -> bool:
    return any(child.dep in {"nsubj", "nsubjpass", "csubj", "expl"} for child in word.children)


def _opens_with_that(clause: Word) -> bool:
    mark = clause.of("mark")
    return mark is not None and mark.text.lower() in {"that", "whether"}


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
    clause = next((a for a in at.ancestors() if a.tag in _FINITE or a.of("aux")), None)
    words = [w for w in (clause.subtree() if clause is not None else []) if w.i > at.i]
    if len(words) < 3:
        return None
    draft = _draft(scene, found, source, (of_words(scene.text, words),), "clause-further-on")
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
    found = [c for c in verb.children if c.dep == "conj" and _opens_with_that(c)]
    return [word for clause in found for word in clause.subtree()]


def _without_source(words: list[Word], source: Source) -> list[Word]:
    """Words of an inverted clause ("said Peskov ...") that belong to the source."""
    return [w for w in words if not any(p.start <= w.start < p.end for p in source.spans)]


_ASIDES = frozenset(
    {
        "accusation",
        "allegation",
        "claim",
        "charge",
        "suggestion",
        "assertion",
        "statement",
        "remark",
        "offer",
        "demand",
    }
)


def _up_to_aside(scene: Scene, words: list[Word]) -> list[Word]:
    """Stop where the reporter takes over: "..., a charge that Tehran denies", "..., while Bonn
    warned", "...; Bonn, which ..."."""
    for at, word in enumerate(words[1:], 1):
        before = words[at - 1]
        if word.text == ";":
            return words[:at]
        if before.text != ",":
            continue
        following = words[at + 1] if at + 1 < len(words) else None
        aside = (
            word.text.lower() in {"a", "an"}
            and following is not None
            and following.lemma.lower() in _ASIDES
        )
        contrast = word.text.lower() == "while" and word.head.lemma.lower() in scene.cues.verbs
        which = word.text.lower() == "which" and _runs_to_the_end(word, words)
        if aside or contrast or which:
            return words[: at - 1]
    return words


def _runs_to_the_end(which: Word, words: list[Word]) -> bool:
    """Whether a ", which ..." clause closes the content, so that it may be the reporter's own."""
    clause = next((above for above in which.ancestors() if above.dep == "relcl"), None)
    return clause is not None and clause.subtree()[-1].i >= words[-1].i


def _frames_a_quote(scene: Scene, clause: Word, words: list[Word]) -> bool:
    """Whether the clause is itself "..., he added" around a quotation."""
    return any(w.quote is not None for w in words) and clause.lemma.lower() in scene.cues.verbs


def _fronted(scene: Scene, verb: Word, source: Source) -> Span | None:
    """Given "the real state of affairs", Peskov said ...: what stands in front is said too."""
    for child in verb.children:
        if child.dep not in {"prep", "advcl"} or child.i > min(verb.i, source.word.i):
            continue
        words = child.subtree()
        first = words[0].text.lower()
        last = scene.after(words[-1])
        if first in _SETTING or last is None or last.text != ",":
            continue
        if any(w.quote is not None for w in words) or subject(child) is source.word:
            continue
        if first in {
            "given",
            "despite",
            "without",
            "unless",
            "if",
            "because",
            "under",
            "with",
            "although",
            "though",
            "amid",
        } and _quoted_or_conditional(first, words):
            return tidy(scene.text, span_of(words[1:] if first == "given" else words))
    return None


def _quoted_or_conditional(first: str, words: list[Word]) -> bool:
    return first in {"if", "unless", "without"} or any(
        w.text in {'"', "“", "‘", "«"} for w in words
    )


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
    words = _up_to_break(words)
    if (
        len(words) < 4
        or not any(w.tag in _FINITE for w in words)
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
    return _draft(scene, found, source, (of_words(scene.text, words),), "rest-of-sentence")


_PLAIN = frozenset({"say", "add", "tell", "insist", "argue", "note", "warn", "claim", "stress"})


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
    first, last = _reporting_reach(verb, source)
    before, after = _edge(scene, first - 1), _edge(scene, last + 1)
    if (
        before is None
        or after is None
        or before.text not in {",", "—", "–", "-"}
        or after.text not in {",", "—", "–", "-"}
    ):
        return None
    left = [w for w in scene.words if w.i < before.i]
    right = [w for w in scene.words if w.i > after.i]
    left = _after_last_break(left)
    right = _up_to_break(right)
    if not left or not right or not any(w.tag in _FINITE for w in (*left, *right)):
        return None
    if any(w.quote is not None for w in (*left, *right)):
        return None
    if (
        left[0].text.lower() in _SETTING
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
    return _draft(scene, found, source, content, "clause-around")


def scene_is_headless(scene: Scene) -> bool:
    """Whether the sentence has hardly any words outside quotations."""
    return sum(w.quote is None and w.pos != "PUNCT" for w in scene.words) < 4


def _edge(scene: Scene, i: int) -> Word | None:
    at = i - scene.words[0].i
    return scene.words[at] if 0 <= at < len(scene.words) else None


def _reporting_reach(verb: Word, source: Source) -> tuple[int, int]:
    """First and last index of the reporting clause: its source, cue, addressee and setting."""
    words = [verb, *noun_phrase(source.word)]
    for child in verb.children:
        if (
            child.dep in {"aux", "auxpass", "neg", "advmod", "prt", "npadvmod", "dobj", "dative"}
            or child.dep == "prep"
        ):
            sub = child.subtree()
            if all(w.quote is None for w in sub) and len(sub) < 12:
                words.extend(sub)
    indices = sorted({w.i for w in words})
    at = indices.index(verb.i)
    first = last = at
    while first > 0 and indices[first] - indices[first - 1] == 1:
        first -= 1
    while last + 1 < len(indices) and indices[last + 1] - indices[last] == 1:
        last += 1
    return indices[first], indices[last]


def _after_last_break(words: list[Word]) -> list[Word]:
    for at in range(len(words) - 1, -1, -1):
        if words[at].text == ";" or (words[at].quote is not None):
            return words[at + 1 :]
    return words


def _up_to_break(words: list[Word]) -> list[Word]:
    for at, word in enumerate(words):
        if word.text == ";" or word.quote is not None:
            return words[:at]
    return words


def clause_before(scene: Scene, found: CueWord) -> Draft | None:
    """Russia sees no reason to talk, the Kremlin said on Tuesday."""
    if "clause" not in found.cue.frames:
        return None
    verb = found.word
    source = source_of(scene, found)
    if source is None:
        return None
    first, _ = _reporting_reach(verb, source)
    comma = _edge(scene, first - 1)
    if comma is None or comma.text not in {",", "—", "–", "-", "?", ":"}:
        return None
    left = _after_last_break([w for w in scene.words if w.i < comma.i])
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
        if any(w.tag in _FINITE and w.dep == "ROOT" for w in lead):
            left = [w for w in left if w.i >= start]
    elif verb.dep not in {"parataxis", "ROOT", "ccomp", "conj", "advcl", "dep"}:
        return None
    while left and left[0].text.lower() in {"but", "and", "however", "meanwhile", ",", "so", "yet"}:
        left = left[1:]
    headline = scene.paragraph.zone == "headline"  # "Peru to shut ports, minister says"
    if len(left) < 3 or not (headline or any(w.tag in _FINITE for w in left)):
        return None
    if clause is None and (left[0].text.lower() in _SETTING or left[0].tag in {"VBG", "VBN"}):
        return None
    if clause is None and verb.lemma != "tell" and _has_other_object(verb):
        return None
    return _draft(scene, found, source, (of_words(scene.text, left),), "clause-before")


def _has_other_object(verb: Word) -> bool:
    """Whether what the cue governs stands behind it; "said on Tuesday in Oslo" governs nothing."""
    if verb.of("ccomp", "dobj", "xcomp") is not None:
        return True
    return any(c.dep == "prep" and c.text.lower() not in _WHEN_AND_WHERE for c in verb.children)


def impersonal(scene: Scene, found: CueWord) -> Draft | None:
    """It was announced that ...; it was reported by Kyodo that ...."""
    verb = found.word
    if "clause" not in found.cue.frames or not any(c.dep == "auxpass" for c in verb.children):
        return None
    clause = next(
        (
            c
            for c in verb.children
            if c.dep in {"ccomp", "advcl", "csubjpass"} and c.i > verb.i and _opens_with_that(c)
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
        cue=cue_spans(verb, scene.words, found.particle),
        content=(of_words(scene.text, clause_words(clause)),),
        polarity=found.polarity,
        speech=found.cue.speech,
    )


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
    )
    if own is None or complement is None or not may_say(scene, own, found):
        return None
    if complement.dep == "prep" and complement.text.lower() not in {"to", "about", "of"}:
        return None
    words = clause_words(complement)
    if complement.dep == "prep":
        words = words[1:]
    if not words:
        return None
    start = min(
        (c for c in copula.children if c.dep in {"aux", "neg"}), key=lambda c: c.i, default=copula
    )
    source = as_source(own)
    return Draft(
        scene=scene,
        rule="adjective-attitude",
        head=word,
        actor=own,
        source=source.spans,
        cue=(span_of([start if start.i > own.i else copula, word]),),
        content=(of_words(scene.text, words),),
        speech=False,
        polarity="denies" if is_negated(copula) else "affirms",
    )


def _draft(scene: Scene, found: CueWord, source: Source, content: Spans, rule: str) -> Draft | None:
    if is_passive(found.word) and agent(found.word) is None:
        return None
    if not all(content):
        return None
    return Draft(
        scene=scene,
        rule=rule,
        head=found.word,
        actor=source.word,
        source=source.spans,
        cue=cue_spans(found.word, scene.words, found.particle),
        content=content,
        polarity=found.polarity,
        speech=found.cue.speech,
    )
