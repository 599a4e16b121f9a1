"""Clauses as content that follow their cue."""

from __future__ import annotations

from verbale.language import Word
from verbale.statements.content import clause_words, of_words
from verbale.statements.grammar import (
    clause_behind_aside,
    is_infinitive,
    is_passive,
    opens_with_that,
)
from verbale.statements.negation import is_negated
from verbale.statements.rules.drafting import clause_draft
from verbale.statements.rules.extent import Source
from verbale.statements.rules.reach import fronted, run_on, up_to_aside, with_items
from verbale.statements.rules.sources import source_of
from verbale.statements.rules.whole import (
    FINITE,
    from_its_subject,
    is_past_a_dash,
    is_seen,
    with_its_reason,
    with_second_verb,
)
from verbale.statements.scene import CueWord, Draft, Scene

_COMPLEMENTS = ("ccomp",)
_WEEKDAYS = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
)
_MORE = frozenset({"JJR", "RBR"})
_WHOM = frozenset({"who", "whom", "whose", "which"})
_ONESELF = frozenset(
    {"himself", "herself", "itself", "themselves", "ourselves", "myself", "yourself"}
)
_KNOWS = frozenset({"know", "understand", "realize", "realise", "recall", "remember", "see"})
_OPENERS = frozenset({"‘", "“", '"', "'"})
_DOERS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_ASKS = frozenset({"ask", "wonder", "inquire", "enquire", "say", "explain", "tell"})
_TRIES = frozenset({"try", "attempt", "struggle", "strive", "seek", "help", "work"})
_WANTS = frozenset({"want", "seek"})
_MEETS = frozenset({"find", "see", "feel", "hear"})
_WH = frozenset(["whether", "if", "what", "why", "how", "when", "where", "who", "which", "whom"])


def clause_after(scene: Scene, found: CueWord) -> Draft | None:
    """Takaichi said that Tokyo is determined ...; asked whether the channel was open."""
    if not {"clause", "question"} & found.cue.frames:
        return None
    verb = found.word
    clause = _clause_after(verb, found)
    source = source_of(scene, found)
    if source is None:
        return None
    if clause is None or is_seen(clause) or is_past_a_dash(scene, verb, clause):
        return None
    words = _without_source([w for w in clause_words(clause) if w.i > verb.i], source)
    if not words or _describes(scene, verb, words[0]):
        return None
    words = with_second_verb(verb, clause, from_its_subject(scene, verb, _past_day(verb, words)))
    words = with_its_reason(verb, words)
    words = with_items(scene, run_on(scene, up_to_aside(scene, words, verb)))
    if len(words) < 2 or _frames_a_quote(scene, clause, words):
        return None
    if words[0].text.lower() in _ONESELF and verb.lemma.lower() in _MEETS:
        return None  # "found themselves blindsided", "felt herself blush"
    if words[0].text.lower() == "for":
        return None  # "the army noted for its discipline withdrew"
    words.extend(w for w in _further_that(verb) if w not in words)
    words = _with_its_match(scene, _to_headline_end(scene, _with_its_quote(scene, words)))
    content = [of_words(scene.text, words)]
    front = fronted(scene, verb, source)
    if front:
        content.insert(0, front)
    return clause_draft(scene, found, source, tuple(content), "clause-after")


def _with_its_match(scene: Scene, words: list[Word]) -> list[Word]:
    """ "The sooner it is treated, | the better are the chances": one half says nothing alone."""
    if words[0].text.lower() != "the" or len(words) < len("abc") or words[1].tag not in _MORE:
        return words
    rest = [w for w in scene.words if w.i > words[-1].i and w.quote is None]
    comma = rest[0].text == "," if rest else False
    paired = comma and len(rest) > len("ab") and rest[1].text.lower() == "the"
    return [*words, *rest] if paired and rest[2].tag in _MORE else words


def _past_day(verb: Word, words: list[Word]) -> list[Word]:
    """ "Said Monday | the victim had left": the day is when it was said."""
    day = len(words) > 2 and words[0].i == verb.i + 1 and words[0].text.lower() in _WEEKDAYS
    opens = day and (words[1].tag in {"DT", "PRP", "PRP$", "EX", "NNP", "CD", "NNS"})
    return words[1:] if opens and words[0].dep in {"npadvmod", "advmod"} else words


def _with_its_quote(scene: Scene, words: list[Word]) -> list[Word]:
    """ "Recalled that he said, | "I will burn it": the words that the clause leads up to."""
    last = next((w for w in reversed(words) if w.pos != "PUNCT"), words[-1])
    told = scene.cues.verbs.get(last.lemma.lower(), ()) if last.pos == "VERB" else ()
    if not any("quote" in cue.frames for cue, _ in told):
        return words
    rest = scene.between(last.i + 1, last.i + 4)
    at = next((n for n, w in enumerate(rest) if w.quote is not None), None)
    if at is None or any(w.pos != "PUNCT" for w in rest[:at]):
        return words
    return [*(w for w in words if w.i <= last.i), *rest[: at + 1]]


def _to_headline_end(scene: Scene, words: list[Word]) -> list[Word]:
    """ "Agency confirms there are plumes | Above the Moon": capitals mislead the parser, and
    nothing else is told in the rest of a headline."""
    if scene.paragraph.zone != "headline":
        return words
    rest = [w for w in scene.words if w.i > words[-1].i]
    told = any(w.pos == "PUNCT" or w.tag in FINITE or w.quote is not None for w in rest)
    return words if told else [*words, *rest]


def _clause_after(verb: Word, found: CueWord) -> Word | None:
    if verb.lemma.lower() == "make":
        return _made_clear(verb)
    if verb.lemma.lower() == "tell" and not tells_somebody(verb):
        return None  # "nobody could tell which was which"
    if any(c.dep == "xcomp" and (c.lemma == "be" or _stands_at(c, verb)) for c in verb.children):
        return None  # "a town said to be older", "a ring said to come from the lake was sold"
    for child in verb.children:
        if child.i < verb.i or child.quote is not None:
            continue
        if _is_question(child, found) and _tells_nothing(verb, child, found):
            continue
        if child.tag == "VB" and child.dep == "xcomp" and _opens_quotation(verb, child):
            return child  # I said, ‘Tell them to wait.’
        if child.dep in _COMPLEMENTS and _may_be_said(verb, child, found):
            return child
        if child.dep in {"advcl", "acl", "relcl", "dobj"} and opens_with_that(child):
            return None if _tells_of_object(verb, child) else child
    return clause_behind_aside(verb)


def _stands_at(act: Word, verb: Word) -> bool:
    """Whether ``act`` is an infinitive whose "to" follows a "said" at once."""
    to = act.of("aux")
    return verb.lemma == "say" and to is not None and to.tag == "TO" and to.i == verb.i + 1


def _may_be_said(verb: Word, clause: Word, found: CueWord) -> bool:
    """Whether a complement clause of ``verb`` can be what it reports."""
    if clause.tag == "VBG" and not _has_subject(clause):
        return False
    helped = any(c.tag in FINITE for c in clause.children if c.dep in {"aux", "auxpass"})
    if verb.lemma.lower() in _WANTS and (helped or clause.tag == "VBZ"):
        return False  # "who sought to seek a compromise | were turned away"
    if clause.tag == "VB" and not _has_subject(clause) and clause.of("aux"):
        return False  # an infinitive: another rule's
    if clause.tag == "VBG" and clause.of("aux") is None and not opens_with_that(clause):
        return False  # "found a man bleeding" tells what was there, not what was said
    # not "assumed the role of a negotiator should ..."
    return found.cue.speech or not _is_behind_object(verb, clause)


def _opens_quotation(verb: Word, clause: Word) -> bool:
    """Whether an imperative stands right behind a mark that opens a quotation."""
    marks = [c for c in (*verb.children, *clause.children) if c.text in _OPENERS]
    alone = not any(c.dep == "aux" or c.dep in _DOERS for c in clause.children)
    return alone and any(c.i == clause.i - 1 for c in marks)


def _tells_nothing(verb: Word, clause: Word, found: CueWord) -> bool:
    """Whether a question behind the cue is not what was said: "will decide whether he is right",
    "knows what it costs", "the story he wrote where a god cheats"; "does not know what it costs"
    tells something."""
    if "question" not in found.cue.frames or _tells_of_place(verb, clause):
        return True
    if verb.dep == "xcomp" and verb.head.lemma.lower() in _TRIES:
        return True  # "are trying to assess which of them is best placed"
    if verb.dep == "advcl" and is_infinitive(verb) and verb.lemma.lower() not in _ASKS:
        return True  # "raised the toll in steps to see whether it hurts trade"
    return verb.lemma.lower() in _KNOWS and not is_negated(verb)


def _tells_of_place(verb: Word, clause: Word) -> bool:
    """Whether the cue's object is the noun in front, and ``clause`` says where or when."""
    opener = clause.subtree()[0].text.lower()
    return verb.dep == "relcl" and verb.of("nsubj") is not None and opener in {"where", "when"}


def _is_behind_object(verb: Word, clause: Word) -> bool:
    """Whether an object that is no part of ``clause`` stands between the cue and it."""
    thing = verb.of("dobj")
    if thing is None or thing.i > clause.subtree()[0].i:
        return False
    words = thing.subtree()
    opener = words[0].text.lower()
    return words[0].i == verb.i + 1 and opener not in _WH and not opens_with_that(clause)


def _tells_of_object(verb: Word, clause: Word) -> bool:
    """ "Reported waiting times that exceeded two hours": the clause is about the object."""
    thing = verb.of("dobj")
    beside = thing is not None and thing.i + 1 == clause.subtree()[0].i
    return beside and not tells_somebody(verb)


def _made_clear(verb: Word) -> Word | None:
    """ "Made (it) clear that ...": the clause hangs on "clear" or on the verb."""
    for parent in (verb, *verb.children):
        for child in parent.children:
            if child.dep in {"ccomp", "advcl", "xcomp", "acl"} and opens_with_that(child):
                return child
    return None


def tells_somebody(verb: Word) -> bool:
    """Whether "tell" has a hearer: not in "nobody could tell"."""
    return any(c.dep in {"dobj", "dative"} and c.i > verb.i for c in verb.children) or is_passive(
        verb
    )


def _is_question(clause: Word, found: CueWord) -> bool:
    """Whether a wh-word opens ``clause``, alone or behind a preposition.

    "Denied what every child knows" is no question but an object.
    """
    opening = {w.text.lower() for w in clause.subtree()[:2]} & _WH
    return bool(opening) and not (opening == {"what"} and "object" in found.cue.frames)


def _has_subject(word: Word) -> bool:
    return any(child.dep in {"nsubj", "nsubjpass", "csubj", "expl"} for child in word.children)


def _describes(scene: Scene, verb: Word, opener: Word) -> bool:
    """ "The third witness testifying on Monday who listened in": a clause about the witness."""
    before = scene.before(opener)
    apart = before is not None and before is not verb and before.pos != "PUNCT"
    return opener.text.lower() in _WHOM and apart and not tells_somebody(verb)


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
