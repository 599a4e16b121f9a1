"""Nouns that carry a statement: "Muto's claim that", "his call for", "the promise to"."""

from __future__ import annotations

from verbale.actors import is_document, is_sayer
from verbale.language import Word
from verbale.lexicon.wordlists import word_list
from verbale.model import Span, Spans
from verbale.statements.content import clause_words, of_words
from verbale.statements.grammar import merge_touching, noun_phrase, span_of, subject
from verbale.statements.negation import is_negated
from verbale.statements.rules.extent import Source, as_source
from verbale.statements.rules.reach import up_to_aside
from verbale.statements.rules.supposed import may_never_be
from verbale.statements.scene import CueWord, Draft, Scene

# Verbs that lend their subject to the noun: issued a statement saying, repeated the claim that
_LIGHT = word_list("light-verbs")
_OWNED = word_list("owned-thoughts")
_FEARS = frozenset({"fear", "hope", "concern", "worry", "belief", "suspicion", "doubt"})
_ASKED_BY_OUTLETS = frozenset({"comment", "interview", "statement", "response", "reaction"})
_SAYING = frozenset({"say", "read", "state", "declare", "warn", "announce", "claim"})


def noun_saying(scene: Scene, found: CueWord) -> Draft | None:
    """The ministry issued a statement saying the port was closed: the ministry's words."""
    noun = found.word
    saying = next((c for c in noun.children if c.tag == "VBG" and c.lemma in _SAYING), None)
    clause = saying.of("ccomp") if saying is not None else None
    source = _owner(scene, noun)
    if saying is None or clause is None or source is None or saying.i != noun.i + 1:
        return None
    if clause.quote is not None or clause.i < saying.i:
        return None
    last = clause.of("mark")
    end = last if last is not None and last.text.lower() == "that" else saying
    cue = (Span(noun.start, end.end),)
    return _draft(scene, found, source, cue, clause_words(clause), "noun-saying")


def noun_clause(scene: Scene, found: CueWord) -> Draft | None:
    """Putin's statement that Russia is ready."""
    if "clause" not in found.cue.frames:
        return None
    noun = found.word
    if (noun.head.lemma.lower(), noun.lemma.lower()) == ("make", "sense"):
        return None
    if noun.head.lemma.lower() == "have" and is_negated(noun.head):
        return None  # "we never had demand that we could not meet"
    if _is_where_it_was_said(scene, noun):
        return None
    clause = next(
        (
            c
            for c in noun.children
            if c.dep in {"acl", "relcl", "ccomp", "advcl"} and c.i > noun.i and _is_that_clause(c)
        ),
        None,
    )
    if clause is None:
        return _clause_hung_elsewhere(scene, found)
    source = _owner(scene, noun)
    if source is None and (_is_nobodys(noun) or may_never_be(noun) or _is_far(noun, clause)):
        return None  # "a nagging feeling that": whose is left open
    if any(c.text.lower() == "no" for c in noun.children) and source is not None:
        return None  # "seems to have no sense that"
    mark = clause.of("mark")
    cue = [Span(noun.start, noun.end)]
    if mark is not None and mark.text.lower() == "that":
        cue.append(Span(mark.start, mark.end))
    words = up_to_aside(scene, clause_words(clause))
    return _draft(scene, found, source, merge_touching(cue), words, "noun-clause")


def _is_where_it_was_said(scene: Scene, noun: Word) -> bool:
    """ "Said in a statement that": what follows is what was said there."""
    prep = noun.head
    if noun.dep != "pobj" or prep.text.lower() not in {"in", "during", "via", "through", "at"}:
        return False
    told = scene.cues.verbs.get(prep.head.lemma.lower(), ())
    return prep.head.pos == "VERB" and any("clause" in cue.frames for cue, _ in told)


def _clause_hung_elsewhere(scene: Scene, found: CueWord) -> Draft | None:
    """ "Jeered at the mayor's assurance that", "the claim by the court that": a noun with an owner,
    and "that" directly behind one of the two, whatever the parser has made of it."""
    noun = found.word
    source = _owner(scene, noun)
    if source is None:
        return None
    own = [w for w in noun_phrase(noun) if w.i >= noun.i]
    that = next(
        (
            following
            for last in (noun, own[-1])
            if (following := scene.after(last)) is not None and following.text.lower() == "that"
        ),
        None,
    )
    if that is None or that.tag != "IN" or that.head.pos not in {"VERB", "AUX"}:
        return None
    words = [w for w in that.head.subtree() if w.i > that.i]
    cue = merge_touching([Span(noun.start, noun.end), Span(that.start, that.end)])
    return _draft(scene, found, source, cue, words, "noun-clause")


def noun_preposition(scene: Scene, found: CueWord) -> Draft | None:
    """His call for a truce; accusations of fraud."""
    if "prep" not in found.cue.frames:
        return None
    noun = found.word
    prep = next(
        (c for c in noun.children if c.dep == "prep" and c.text.lower() in found.cue.preps), None
    )
    thing = prep.of("pobj", "pcomp") if prep is not None else None
    if prep is None or thing is None or noun.lemma.lower() == "report":
        return None
    if noun.lemma.lower() == "request" and thing.lemma.lower() in _ASKED_BY_OUTLETS:
        return None  # "did not respond to the paper's request for comment"
    words = thing.subtree()
    source = _owner(scene, noun)
    if source is None:
        by = next((c for c in thing.children if c.text.lower() == "by"), None)
        giver = by.of("pobj") if by is not None else None
        if by is None or giver is None:
            return None
        source = as_source(giver)  # "accusations of fraud by the opposition"
        words = [w for w in words if w.i < by.i]
    cue = merge_touching([Span(noun.start, noun.end), Span(prep.start, prep.end)])
    return _draft(scene, found, source, cue, words, "noun-preposition")


def noun_infinitive(scene: Scene, found: CueWord) -> Draft | None:
    """Its promise to withdraw; the ministry's refusal to comment."""
    if "infinitive" not in found.cue.frames:
        return None
    noun = found.word
    act = next(
        (
            c
            for c in noun.children
            if c.dep in {"acl", "xcomp", "relcl"} and c.i > noun.i and c.tag == "VB" and c.of("aux")
        ),
        None,
    )
    source = _owner(scene, noun)
    if (
        act is None
        or source is None
        or noun.lemma.lower()
        in {"decision", "intention", "desire", "wish", "willingness", "readiness", "commitment"}
    ):
        return None
    return _draft(
        scene, found, source, (Span(noun.start, noun.end),), act.subtree(), "noun-infinitive"
    )


def _is_that_clause(clause: Word) -> bool:
    mark = clause.of("mark")
    return mark is not None and mark.text.lower() == "that"


def _owner(scene: Scene, noun: Word) -> Source | None:
    """Whose statement: a possessive, "by ..." or "from ...", or the subject of a light verb."""
    owner = noun.of("poss")
    if owner is not None:
        words = [w for w in noun_phrase(owner) if w.dep != "case"]
        return Source(owner, (span_of(words),))
    for prep in noun.children:
        if prep.dep == "prep" and prep.text.lower() in {"by", "from"}:
            giver = prep.of("pobj")
            if giver is not None:
                return as_source(giver)
    held = _of_the_view(noun)
    if held is not None and _may_hold(scene, held):
        return as_source(held)
    verb = noun.head
    if noun.dep in {"dobj", "attr"} and verb.lemma.lower() in _LIGHT and not is_negated(verb):
        doer = subject(verb)
        if doer is not None and _may_hold(scene, doer):
            return as_source(doer)
    return None


def _is_far(noun: Word, clause: Word) -> bool:
    """ "Proposals for landers that the agency could use": the clause is another noun's."""
    mark = clause.of("mark")
    other = any(c.dep == "prep" and c.text.lower() in {"for", "to"} for c in noun.children)
    return mark is not None and mark.i != noun.i + 1 and other


def _of_the_view(noun: Word) -> Word | None:
    """Who is "of the view that"."""
    be = noun.head.head
    if noun.dep != "pobj" or noun.head.text.lower() != "of" or be.lemma != "be":
        return None
    return subject(be)


def _is_nobodys(noun: Word) -> bool:
    """ "A nagging feeling that", "for fear that", "the delay raised fears that"."""
    above = noun.head
    for_ = noun.dep == "pobj" and above.text.lower() == "for" and noun.lemma.lower() in _FEARS
    raised = noun.dep == "dobj" and above.lemma.lower() in _LIGHT and noun.lemma.lower() in _FEARS
    return noun.lemma.lower() in _OWNED or for_ or raised


def _may_hold(scene: Scene, doer: Word) -> bool:
    """Not "the lethal force raised fears that": those who fear are not named."""
    return is_sayer(doer, scene.cast.mentions(scene.words)) or is_document(doer)


def _draft(
    scene: Scene, found: CueWord, source: Source | None, cue: Spans, words: list[Word], rule: str
) -> Draft | None:
    least = 1 if rule == "noun-preposition" else 2
    if len(words) < least or any(word.quote is not None for word in words):
        return None
    content = of_words(scene.text, words)
    if not content or (source and any(content.overlaps(place) for place in source.spans)):
        return None
    return Draft(
        scene=scene,
        rule=rule,
        head=found.word,
        actor=source.word if source else None,
        source=source.spans if source else (),
        cue=cue,
        content=(content,),
        polarity=found.polarity,
        speech=True,
    )
