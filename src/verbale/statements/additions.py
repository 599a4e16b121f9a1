"""Participles after a statement: ", adding that ..." says something more, ", citing ..." why."""

from __future__ import annotations

from verbale.language import Word
from verbale.model import Span
from verbale.statements.content import of_words
from verbale.statements.scene import Draft

_ADDITIONS = frozenset(
    {"add", "note", "stress", "say", "warn", "emphasize", "emphasise", "explain"}
)
#: These may go on with what is told in the content, too ("left, arguing that ...").
_FURTHER = frozenset(
    {"point", "wonder", "insist", "specify", "clarify", "underline", "underscore"}
    | {"remark", "observe", "caution", "reiterate", "acknowledge", "predict"}
)
_CITING = "cite"


def take_apart_additions(drafts: list[Draft]) -> None:
    """ "... said X, adding that Y": Y is a statement of its own by the same source."""
    for inner in list(drafts):
        if _belongs_to_recalled(inner, drafts):
            drafts.remove(inner)
        elif _is_addition(inner, drafts):
            outer = next((d for d in drafts if _runs_into(d, inner)), None)
            if outer is not None:
                outer.content = _up_to(outer, inner.cue[0].start)
                inner.source, inner.actor = outer.source, outer.actor


def take_in_cited(drafts: list[Draft]) -> None:
    """ "..., citing the risk of war" gives the statement a further part.

    Not so an attitude that somebody tells of: "said that it does not want to, citing the risk"
    has the risk from who says so.
    """
    told = [_is_told(draft, drafts) for draft in drafts]
    for draft, is_told in zip(drafts, told, strict=True):
        if not _take_in_own(draft, is_told):
            _take_out_of_content(draft, is_told)


def _is_addition(draft: Draft, drafts: list[Draft]) -> bool:
    lemma = draft.head.lemma.lower()
    if draft.head.tag != "VBG" or draft.quotes:
        return False
    return lemma in _ADDITIONS or (lemma in _FURTHER and not _has_teller(draft, drafts))


def _has_teller(draft: Draft, drafts: list[Draft]) -> bool:
    """Whether the participle hangs on a word of saying or is set off by no comma: "Lima denied it,
    insisting that" goes on with what Lima denied."""
    before = draft.scene.before(draft.head)
    told = any(other.head is draft.head.head for other in drafts)
    return told or before is None or before.text != ","


def _runs_into(outer: Draft, inner: Draft) -> bool:
    """Whether the content of ``outer`` takes in the participle that begins ``inner``."""
    return (
        outer is not inner
        and outer.scene is inner.scene
        and not outer.quotes
        and outer.rule not in {"noun-clause", "noun-object"}
        and outer.head.pos == "VERB"
        and any(s.covers(inner.cue[0]) and inner.cue[0].start > s.start for s in outer.content)
    )


def _up_to(draft: Draft, end: int) -> tuple[Span, ...]:
    """The content of ``draft`` before ``end``."""
    kept = []
    for span in draft.content:
        if span.start < end < span.end:
            words = [w for w in draft.scene.words if span.start <= w.start < end]
            kept.append(of_words(draft.scene.text, words))
        elif span.end <= end:
            kept.append(span)
    return tuple(kept)


def _belongs_to_recalled(inner: Draft, drafts: list[Draft]) -> bool:
    """ "The envoy recalled Putin's statement that X, noting that Y": Y is recalled with X.

    The participle then lengthens the content of both and makes no statement of its own.
    """
    if inner.head.tag != "VBG" or inner.quotes:
        return False
    outer = next(
        (
            d
            for d in drafts
            if d.rule == "noun-object" and d.head is inner.head.head and d.scene is inner.scene
        ),
        None,
    )
    carried = outer and next(
        (
            d
            for d in drafts
            if d.rule == "noun-clause" and any(c.covers(d.cue[0]) for c in outer.content)
        ),
        None,
    )
    if not outer or not carried:
        return False
    end = inner.content[-1].end
    for draft in (outer, carried):
        last = draft.content[-1]
        draft.content = (*draft.content[:-1], Span(last.start, max(last.end, end)))
    return True


def _is_told(draft: Draft, drafts: list[Draft]) -> bool:
    """Whether ``draft`` is an attitude inside what somebody says."""
    return not draft.speech and any(
        other.speech and other is not draft and any(s.covers(draft.cue[0]) for s in other.content)
        for other in drafts
        if draft.cue
    )


def _take_in_own(draft: Draft, is_told: bool) -> bool:
    """Whether the cue itself has the participle, whose object then joins the content."""
    for child in draft.head.children:
        if not _is_citing(child) or child.i < draft.head.i:
            continue
        thing = child.of("dobj")
        place = Span(child.start, child.end)
        if thing is not None and not is_told and not any(place.overlaps(c) for c in draft.content):
            part = of_words(draft.scene.text, thing.subtree())
            if part:
                draft.content = tuple(sorted({*draft.content, part}))
        return True
    return False


def _take_out_of_content(draft: Draft, is_told: bool) -> None:
    """Cut the participle from the content, on whose own verb the parser may have hung it."""
    for span in draft.content:
        for word in draft.scene.words:
            inside = _is_citing(word) and span.start < word.start < span.end
            before = draft.scene.before(word) if inside and draft.head.i < word.i else None
            thing = word.of("dobj")
            if before is None or before.text != "," or thing is None:
                continue
            kept = {*(c for c in draft.content if c != span), Span(span.start, before.start)}
            if not is_told:
                kept.add(of_words(draft.scene.text, thing.subtree()))
            draft.content = tuple(sorted(kept))
            return


def _is_citing(word: Word) -> bool:
    return word.tag == "VBG" and word.lemma.lower() == _CITING
