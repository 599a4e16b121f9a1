"""Quotations without a cue of their own: they go on with what was said before them.

"We wanted talks," he said. "They did not."     -> the second belongs to "said"
He put it this way:\\n\\n"We wait."               -> a sentence that ends in a colon leads in
"Third paragraph in the same voice."            -> the last direct speaker goes on
"""

from __future__ import annotations

from collections.abc import Sequence

from verbale.model import Passages, Report, Span
from verbale.statements.content import quote_content
from verbale.statements.grammar import cue_spans, subject
from verbale.statements.rules.sources import as_source
from verbale.statements.scene import Draft, Scene

_NEAR = 2  # paragraphs that may lie between a speaker's words and their continuation


def continue_quotes(
    report: Report, passages: Passages, scenes: Sequence[Scene], drafts: list[Draft]
) -> list[Draft]:
    """``drafts`` with the unclaimed quotations of frameless sentences joined to the right ones."""
    claimed = {number for draft in drafts for number in draft.quotes}
    by_scene: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_scene.setdefault(id(draft.scene), []).append(draft)
    last: Draft | None = None
    previous: Scene | None = None
    added: list[Draft] = []
    for scene in scenes:
        if scene.inside is not None:
            continue
        own = by_scene.get(id(scene), [])
        free = [
            w.quote for w in scene.placeholders if w.quote is not None and w.quote not in claimed
        ]
        if free and not own:
            lead = _lead_in(scene, previous, by_scene)
            if lead is not None:
                drafts_here = lead
                added.append(drafts_here)
                last = drafts_here
            if (
                last is not None
                and _is_bare(scene)
                and scene.paragraph.index - last.scene.paragraph.index
                <= _NEAR + _runs(last, passages)
            ):
                for number in free:
                    _append(report, passages, last, number)
                    claimed.add(number)
        for draft in own:
            if draft.speech and draft.polarity != "omits" and draft.scene.paragraph.zone == "body":
                last = (
                    draft
                    if draft.quotes or last is None or not draft.head.under(last.head)
                    else last
                )
        if not _is_bare(scene):
            previous = scene
        if last is not None and scene.paragraph.index - last.scene.paragraph.index > 6:
            last = None
        if not own and not free and not _is_bare(scene):
            last = (
                last
                if last is not None and last.scene.paragraph.index == scene.paragraph.index
                else None
            )
    return [*drafts, *added]


def _runs(draft: Draft, passages: Passages) -> int:
    """How many further paragraphs the draft's own quotations run over."""
    return sum(len(passages.quotations[number].inner) for number in draft.quotes)


def _is_bare(scene: Scene) -> bool:
    """Whether a sentence is nothing but quotations."""
    return bool(scene.placeholders) and all(
        word.quote is not None or word.pos == "PUNCT" or word.start == word.end
        for word in scene.words
    )


def _append(report: Report, passages: Passages, draft: Draft, number: int) -> None:
    spans = quote_content(report.text, passages.quotations[number], frame_follows=False)
    draft.content = tuple(sorted({*draft.content, *spans}))
    draft.quotes = draft.quotes | {number}


def _lead_in(
    scene: Scene, previous: Scene | None, by_scene: dict[int, list[Draft]]
) -> Draft | None:
    """A sentence before that ends in a colon and has a doer: "He put it this way:"."""
    if previous is None or not _is_bare(scene) or previous.words[-1].text != ":":
        return None
    if scene.paragraph.index - previous.paragraph.index > 1 or by_scene.get(id(previous)):
        return None
    root = next((w for w in previous.words if w.head is w and w.pos in {"VERB", "AUX"}), None)
    doer = subject(root) if root is not None else None
    if root is None or doer is None or doer.text.lower() in {"it", "this", "that", "there"}:
        return None
    return Draft(
        scene=previous,
        rule="lead-in",
        head=root,
        actor=doer,
        source=as_source(doer).spans,
        cue=cue_spans(root, previous.words),
        content=(),
    )


__all__ = ["Span", "continue_quotes"]
