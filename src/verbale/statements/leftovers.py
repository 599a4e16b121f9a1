"""Quotations without a cue of their own: they go on with what was said before them.

"We wanted talks," he said. "They did not."     -> the second belongs to "said"
He put it this way:\\n\\n"We wait."               -> a sentence that ends in a colon leads in
"Third paragraph in the same voice."            -> the last direct speaker goes on
"""

from __future__ import annotations

from collections.abc import Sequence

from verbale.language import Word
from verbale.model import Passages, Report
from verbale.statements.content import quote_content
from verbale.statements.cueplaces import cue_spans
from verbale.statements.grammar import subject
from verbale.statements.rules.extent import as_source
from verbale.statements.scene import Draft, Scene

_NO_CLAUSE = frozenset({"aux", "auxpass", "amod", "compound"})
_NEAR = 2  # paragraphs that may lie between a speaker's words and their continuation


def continue_quotes(
    report: Report, passages: Passages, scenes: Sequence[Scene], drafts: list[Draft]
) -> list[Draft]:
    """``drafts`` with the unclaimed quotations of frameless sentences joined to the right ones."""
    walk = _Walk(report, passages, drafts)
    for scene in scenes:
        if scene.inside is None:
            walk.step(scene)
    return [*drafts, *walk.added]


class _Walk:
    """One pass over the sentences, with the statement that a free quotation would go on."""

    def __init__(self, report: Report, passages: Passages, drafts: list[Draft]) -> None:
        self.report = report
        self.passages = passages
        self.added: list[Draft] = []
        self._claimed = {number for draft in drafts for number in draft.quotes}
        self._by_scene: dict[int, list[Draft]] = {}
        for draft in drafts:
            self._by_scene.setdefault(id(draft.scene), []).append(draft)
        self._last: Draft | None = None
        self._thought: Draft | None = None
        self._previous: Scene | None = None

    def step(self, scene: Scene) -> None:
        """Take in one sentence."""
        own = self._by_scene.get(id(scene), [])
        bare = _is_bare(scene)
        if bare and not own:
            self._join(scene)
        for draft in own:
            if draft.speech and draft.polarity != "omits" and scene.paragraph.zone == "body":
                inner = self._last is not None and draft.head.under(self._last.head)
                self._last = draft if draft.quotes or not inner else self._last
        if not bare:
            self._previous = scene
            thinks = self._another_thinks(own)
            if (not own and not self._in_reach(scene, 0)) or thinks:
                self._last = None
            self._thought = _only_thought(own)

    def _another_thinks(self, own: list[Draft]) -> bool:
        """Whether a sentence tells only what somebody else expects: what follows may be his."""
        last = self._last
        if last is None or last.actor is None:
            return False
        return any(
            not draft.speech
            and draft.actor is not None
            and _is_name(draft.actor)
            and draft.actor.text != last.actor.text
            and draft.scene is not last.scene
            for draft in own
        )

    def _join(self, scene: Scene) -> None:
        free = [
            word.quote
            for word in scene.placeholders
            if word.quote is not None and word.quote not in self._claimed
        ]
        lead = _lead_in(scene, self._previous, self._by_scene) if free else None
        if lead is not None:
            self.added.append(lead)
            self._last = lead
        if self._last is None and self._thought is not None:
            self._last = self._thought if _next_to(self._thought, scene) else None
        if self._last is None or not self._in_reach(scene, _NEAR):
            return
        for number in free:
            _append(self.report, self.passages, self._last, number)
            self._claimed.add(number)

    def _in_reach(self, scene: Scene, paragraphs: int) -> bool:
        """Whether the last statement ends at most so many paragraphs before ``scene``."""
        if self._last is None:
            return False
        far = scene.paragraph.index - self._last.scene.paragraph.index
        return far <= paragraphs + (_runs(self._last, self.passages) if paragraphs else 0)


def _only_thought(own: list[Draft]) -> Draft | None:
    """What a sentence tells somebody named to think, where it tells nothing else: "Onishi expects
    a second strike." may lead in what he says of it."""
    draft = own[0] if len(own) == 1 else None
    if draft is None or draft.speech or draft.actor is None or draft.polarity != "affirms":
        return None
    return draft if _is_name(draft.actor) else None


def _is_name(word: Word) -> bool:
    return word.pos != "PRON" and word.text[:1].isupper()


def _next_to(draft: Draft, scene: Scene) -> bool:
    """Whether ``scene`` is in the paragraph of ``draft``: only there is its speaker sure."""
    return draft.scene.paragraph.index == scene.paragraph.index


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
    spans = quote_content(report.text, passages.quotations[number])
    draft.content = tuple(sorted({*draft.content, *spans}))
    draft.quotes = draft.quotes | {number}


def _closing_relative(scene: Scene) -> Word | None:
    """The verb of a relative clause that ends at the colon: "to the page, which contains this:"."""
    verbs = [w for w in scene.words if w.pos in {"VERB", "AUX"} and w.dep not in _NO_CLAUSE]
    last = verbs[-1] if verbs else None
    which = last.of("nsubj") if last is not None and last.dep == "relcl" else None
    return last if which is not None and which.text.lower() in {"which", "that", "who"} else None


def _lead_in(
    scene: Scene, previous: Scene | None, by_scene: dict[int, list[Draft]]
) -> Draft | None:
    """A sentence before that ends in a colon and has a doer: "He put it this way:"."""
    if previous is None or not _is_bare(scene) or previous.words[-1].text != ":":
        return None
    if scene.paragraph.index - previous.paragraph.index > 1 or by_scene.get(id(previous)):
        return None
    root = next((w for w in previous.words if w.head is w and w.pos in {"VERB", "AUX"}), None)
    root = _closing_relative(previous) or root
    doer = subject(root) if root is not None else None
    if root is None or doer is None or doer.text.lower() in {"it", "this", "that", "there"}:
        return None
    if root.lemma == "be":
        return None  # "Here are some of the highlights:"
    return Draft(
        scene=previous,
        rule="lead-in",
        head=root,
        actor=doer,
        source=as_source(doer).spans,
        cue=cue_spans(root, previous.words),
        content=(),
    )
