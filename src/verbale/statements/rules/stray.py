"""Clauses that the parser has hung on another word than their cue."""

from __future__ import annotations

from verbale.actors import is_sayer
from verbale.language import Word
from verbale.model import Span
from verbale.statements.content import of_words
from verbale.statements.grammar import is_passive, merge_touching, subject
from verbale.statements.rules.clauses import tells_somebody
from verbale.statements.rules.drafting import clause_draft
from verbale.statements.rules.reach import up_to_aside, up_to_break
from verbale.statements.rules.sources import source_of
from verbale.statements.rules.whole import FINITE
from verbale.statements.scene import CueWord, Draft, Scene

_PLAIN = frozenset({"say", "add", "tell", "insist", "argue", "note", "warn", "claim", "stress"})
_WHERE = frozenset({"in", "through", "via", "during", "at", "by"})
_TO_SOMEBODY = frozenset(
    {"tell", "inform", "remind", "assure", "notify", "warn", "caution", "persuade", "convince"}
)
_IN_SPITE = frozenset({"despite", "amid", "after", "over", "against", "following"})
_OPENERS = frozenset({"“", '"', "«"})
_CLOSERS = frozenset({"”", '"', "»"})
_CLAUSE_STARTS = frozenset({"NOUN", "PROPN", "PRON", "DET", "NUM", "ADJ", "VERB", "AUX", "SCONJ"})


def clause_further_on(scene: Scene, found: CueWord) -> Draft | None:
    """ "Wrote last month in a piece carried by the Herald that ...": a "that" clause which the
    parser has hung on a noun in between."""
    source = source_of(scene, found)
    if source is None:
        return None
    verb = found.word
    if verb.dep == "relcl" and not is_passive(verb) and source.word.tag != "WP":
        doer = verb.of("nsubj")
        if doer is not None and doer.pos in {"NOUN", "PROPN"} and not tells_somebody(verb):
            return None  # "the money the agency asked for in May that is now spent"
    at = next((w for w in scene.words if w.i > verb.i + 1 and w.text.lower() == "that"), None)
    if at is None or not (at.tag == "IN" or at.dep == "mark") or "clause" not in found.cue.frames:
        return None
    between = scene.between(verb.i + 1, at.i)
    if any(map(_ends_search, between)) or between[-1].text.lower() == "so":
        return None
    noun = scene.before(at)
    if noun is not None and noun.lemma.lower() in scene.cues.nouns and not _is_place(noun, verb):
        return None  # "repeated the claim that": the noun's own clause
    if noun is not None and noun is verb.of("dobj") and not _hears(scene, noun, verb):
        return None  # "notes the requirement that sailors be vaccinated"
    if any(word.text.lower() in _IN_SPITE for word in between):
        return None  # "has held firm despite criticism that"
    felt = verb.of("acomp")
    clause = next((a for a in at.ancestors() if a.tag in FINITE or a.of("aux")), None)
    words = [w for w in (clause.subtree() if clause is not None else []) if w.i > at.i]
    if len(words) < 3:
        return None
    draft = clause_draft(scene, found, source, (of_words(scene.text, words),), "clause-further-on")
    if draft is not None and draft.cue[-1].end <= at.start:
        added = [at] if felt is None else [felt, at]  # "felt dejected that"
        draft.cue = merge_touching([*draft.cue, *(Span(w.start, w.end) for w in added)])
    return draft


def _is_place(noun: Word, verb: Word) -> bool:
    """ "Said in a statement that": the paper is where it was said, and "that" is what was said."""
    prep = noun.head
    return noun.dep == "pobj" and prep.head is verb and prep.text.lower() in _WHERE


def _hears(scene: Scene, noun: Word, verb: Word) -> bool:
    """Whether the object of ``verb`` is whom it was said to: "told the inquiry that"."""
    return verb.lemma.lower() in _TO_SOMEBODY or is_sayer(noun, scene.cast.mentions(scene.words))


def _ends_search(word: Word) -> bool:
    """A verb of its own, a break or a quotation between the cue and "that"."""
    verb = word.pos in {"VERB", "AUX"} and word.dep != "acl"
    return verb or word.text in {",", ";", ":"} or word.quote is not None


def rest_of_sentence(scene: Scene, found: CueWord) -> Draft | None:
    """He said legalizing it could put thousands to work: what follows "said" is what was said.

    For the plainest cues only, where the parser found no complement though a clause follows.
    """
    verb = found.word
    source = source_of(scene, found)
    if source is None or source.word.i > verb.i or not _may_lead_on(verb):
        return None
    words = [w for w in scene.words if w.i > verb.i]
    if verb.lemma.lower() == "tell":
        hearer = verb.of("dobj", "dative")
        if hearer is None or not is_sayer(hearer, scene.cast.mentions(scene.words)):
            return None  # "nobody could tell", "told a story"
        if any(c.dep == "dobj" and c is not hearer and c.i > hearer.i for c in verb.children):
            return None  # "told her my secrets"
        words = _behind_hearer(words, hearer)
    elif any(c.dep == "dobj" and not _begins_clause(c, words) for c in verb.children):
        return None  # "claimed two lives and was put down"
    words = up_to_break(words)
    if words and words[0].text.lower() == "that":
        words = words[1:]
    if len(words) < 3 or words[0].pos not in _CLAUSE_STARTS:
        return None
    if words[0].text.lower() in {"to", "for"} or words[0].tag in {"WP", "WDT"}:
        return None  # "tells people who might gain"
    before = scene.before(source.word)
    if before is not None and before.text.lower() == "what":
        return None  # "what she said is what stands in the note"
    if words[0].pos == "AUX" and words[0].tag in FINITE:
        return None  # "such missions, she said could serve": what was said begins in front
    if not any(w.tag in FINITE for w in words) or any(w.quote is not None for w in words):
        return None
    return clause_draft(scene, found, source, (of_words(scene.text, words),), "rest-of-sentence")


def clause_in_quotes(scene: Scene, found: CueWord) -> Draft | None:
    """He said “the deal, as it stands, is dead” and that he would go: what is quoted right behind
    a plain cue was said, whether the parser finds its verb or not."""
    verb = found.word
    opener = scene.after(verb)
    if opener is None or opener.text not in _OPENERS or not _may_lead_on(verb):
        return None
    source = source_of(scene, found)
    if source is None or source.word.i > verb.i:
        return None
    rest = [w for w in scene.words if w.i > opener.i]
    closer = next((n for n, w in enumerate(rest) if w.text in _CLOSERS), None)
    if closer is None or not any(w.tag in FINITE for w in rest[:closer]):
        return None
    further = _told_further(scene, verb, rest[closer + 1 :])
    if further is None:
        return None
    words = [opener, *rest[: closer + 1], *further]
    return clause_draft(scene, found, source, (of_words(scene.text, words),), "clause-in-quotes")


def _told_further(scene: Scene, verb: Word, rest: list[Word]) -> list[Word] | None:
    """What goes on being told behind a closing mark: "and that he would go", but not "and left".
    None if the sentence goes on in another way, which the parser may know better."""
    joint = [w.text.lower() for w in rest[:2]]
    if joint == ["and", "that"]:
        return up_to_aside(scene, up_to_break(rest), verb)
    goes_on = len(rest) > 1 and joint[0] in {"and", "but"} and rest[1].tag == verb.tag
    adds = len(rest) > 1 and joint[0] == "," and rest[1].tag == "VBG"
    return [] if goes_on or adds or all(w.pos == "PUNCT" for w in rest) else None


def _behind_hearer(words: list[Word], hearer: Word) -> list[Word]:
    """What follows the hearer; behind "told the people who came that" what follows "that"."""
    clause = hearer.of("relcl")
    described = clause is not None
    if clause is not None and any(w.text == "," and w.head is hearer for w in words):
        return []  # "told the envoy, who would see that": nothing is left to tell
    that = next((w for w in words if w.i > hearer.i + 1 and w.tag == "IN"), None)
    start = that if described and that is not None and that.text.lower() == "that" else hearer
    return [w for w in words if w.i > start.i]


def _may_lead_on(verb: Word) -> bool:
    """Whether ``verb`` is a plain cue in a main clause: no participle, no infinitive."""
    return (
        verb.lemma.lower() in _PLAIN
        and (verb.tag in FINITE or (verb.tag == "VBN" and verb.of("aux") is not None))
        and verb.dep != "relcl"
        and not is_passive(verb)
        and subject(verb) is not None
    )


def _begins_clause(thing: Word, words: list[Word]) -> bool:
    """Whether what was read as an object is rather the subject of a verb that follows at once."""
    last = thing.subtree()[-1].i
    following = next((w for w in words if w.i > last), None)
    return thing.tag == "VBG" or (following is not None and following.tag in FINITE)
