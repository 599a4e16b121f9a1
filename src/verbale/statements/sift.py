"""Sifting: which drafts stay when several rules have read the same words."""

from __future__ import annotations

from verbale.actors import is_sayer
from verbale.language import Word
from verbale.model import Span
from verbale.statements.content import of_words, tidy
from verbale.statements.grammar import is_left_open, joined_by_form, subject
from verbale.statements.scene import Draft

_JOINED = frozenset({"conj", "ccomp", "advcl", "dep"})
_SUBORDINATE = frozenset({"ccomp", "csubj", "advcl", "pcomp", "acl"})
_SAY = frozenset({"say", "add", "write"})
_FIRST_PERSON = frozenset({"i", "we"})


def sift(drafts: list[Draft]) -> list[Draft]:
    """``drafts`` without doubles, without parts of other cues and own attitudes."""
    kept = _one_for_each_cue(drafts)
    kept = [draft for draft in kept if not any(_is_part_of(draft, other) for other in kept)]
    kept = [draft for draft in kept if not _is_own_attitude(draft) and not _is_asked(draft)]
    for draft in kept:
        _cut_second_report(draft, kept)
        _cut_reporting_clause(draft, kept)
        _cut_he_said(draft, kept)
    return kept


def _one_for_each_cue(drafts: list[Draft]) -> list[Draft]:
    """A cue word makes one statement; a quotation belongs to the cue that claimed it first."""
    kept: list[Draft] = []
    claimed: set[int] = set()
    cues: set[int] = set()
    for draft in drafts:
        if draft.head.start in cues or (draft.quotes and draft.quotes <= claimed):
            continue
        claimed |= draft.quotes
        cues.add(draft.head.start)
        kept.append(draft)
    return kept


def _is_part_of(draft: Draft, other: Draft) -> bool:
    """ "declined to say" is one cue, and so is "voiced concern that"."""
    if draft is other or draft.scene is not other.scene:
        return False
    head = Span(draft.head.start, draft.head.end)
    if any(span.covers(head) and span != head for span in other.cue):
        return True
    return (
        draft.rule in {"noun-clause", "noun-preposition", "noun-infinitive"}
        and other.rule == "noun-object"
        and draft.head.head is other.head
        and draft.source == other.source
    )


def _is_own_attitude(draft: Draft) -> bool:
    """ "We want", "I believe" inside a speaker's own words: part of what is said."""
    first = draft.actor is not None and draft.actor.text.lower() in _FIRST_PERSON
    return first and not draft.speech and draft.scene.inside is not None


def _is_asked(draft: Draft) -> bool:
    """What somebody only asks about: "when asked whether Tokyo was prepared to", "whether it will
    agree to go"."""
    head = draft.head
    if draft.speech:
        return head.dep in _SUBORDINATE and any(
            c.dep == "mark" and c.text.lower() == "whether" for c in head.children
        )
    return is_left_open(head)


def _cut_second_report(draft: Draft, drafts: list[Draft]) -> None:
    """ "She said the border was calm and urged Delhi to wait": the parser hangs "urged" on "was".

    A cue in the tense of the first one, without a subject of its own, joined on by "and", begins
    a report of its own by the same source.
    """
    for other in drafts:
        if other is draft or other.scene is not draft.scene or other.head.dep not in _JOINED:
            continue
        if not _goes_on_from(draft, other) or _is_by_its_people(draft, other):
            continue
        joint = _joint(draft, other.head)
        if joint is None:
            continue
        for number, span in enumerate(draft.content):
            if span.start < joint.start < span.end:
                words = [w for w in draft.scene.words if span.start <= w.start < joint.start]
                draft.content = (*draft.content[:number], of_words(draft.scene.text, words))
                other.source, other.actor = draft.source, draft.actor
                return


def _cut_reporting_clause(draft: Draft, drafts: list[Draft]) -> None:
    """ "She believes a truce is possible, her aide said": "her aide said" is not believed."""
    for other in drafts:
        if other is draft or other.rule != "clause-before" or other.scene is not draft.scene:
            continue
        reported = other.content[0]
        if not any(reported.covers(cue) for cue in draft.cue):
            continue
        draft.content = tuple(
            tidy(draft.scene.text, Span(span.start, reported.end))
            if span.start < reported.end < span.end
            else span
            for span in draft.content
        )


def _cut_he_said(draft: Draft, drafts: list[Draft]) -> None:
    """ "It is shut," he said, according to the Post: "he said" is no part of what was said, and the
    Post carries it."""
    if draft.rule != "according-to" or len(draft.content) != 1:
        return
    place = draft.content[0]
    words = [w for w in draft.scene.words if place.start <= w.start < place.end]
    said = words[-2:]
    told = len(words) > len("abcd") and said[1].lemma in _SAY and said[1].tag in {"VBD", "VBZ"}
    if told and said[0].tag in {"PRP", "NNP"} and words[-3].text in {",", '"', "”"}:
        draft.content = (of_words(draft.scene.text, words[:-2]),)
        for other in drafts:
            if other.head is said[1] and draft.actor is not None:
                other.carriers = (*other.carriers, draft.actor)


def _goes_on_from(draft: Draft, other: Draft) -> bool:
    # of attitudes, "... and hoped to return" goes on with what was said
    same_tense = draft.head.tag == other.head.tag and other.head.tag in {"VBD", "VBZ"}
    own_subject = any(c.dep in {"nsubj", "nsubjpass", "expl"} for c in other.head.children)
    return (
        draft.head.pos == "VERB"
        and ((other.speech and same_tense) or joined_by_form(other.head) is draft.head)
        and not own_subject
        and not draft.quotes
        and not other.head.head.under(other.head)
        and (subject(other.head) is not draft.actor or other.head.head.tag != other.head.tag)
    )


def _is_by_its_people(draft: Draft, other: Draft) -> bool:
    """ "The institute said its researchers examined the ice and concluded that": they did both,
    so what they concluded is a part of what the institute said."""
    above = other.head.head
    doer = above.of("nsubj") if other.head.dep == "conj" and above.tag == other.head.tag else None
    own = doer.of("poss") if doer is not None and above.lemma != "be" else None
    if doer is None or own is None or own.text.lower() not in {"its", "his", "her", "their"}:
        return False
    return is_sayer(doer, draft.scene.cast.mentions(draft.scene.words))


def _joint(draft: Draft, verb: Word) -> Word | None:
    """The "and" in front of ``verb``, unless a "that" follows it."""
    before = draft.scene.before(verb)
    while before is not None and before.pos == "ADV":
        before = draft.scene.before(before)
    if before is not None and before.text == "," and verb.of("conj") is not None:
        return before  # "said he had seen it, called it a fake and vowed to sue"
    if before is None or before.text.lower() not in {"and", "but"}:
        return None
    comma = draft.scene.before(before)
    return comma if comma is not None and comma.text == "," else before
