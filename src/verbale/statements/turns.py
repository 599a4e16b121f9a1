"""Interviews and transcripts: words that are somebody's because of where they stand.

Two layouts. Labelled: paragraphs that open with a name and a colon, the same few names again and
again ("Shinozuka: We trust our instruments."). Bare: questions in paragraphs of their own,
each followed by an answer, with the person answering named in the headline or the opening.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from verbale.language import Word
from verbale.lexicon import Lexicon
from verbale.model import Paragraph, Report, Span
from verbale.statements.content import tidy
from verbale.statements.scene import Draft, Scene

_LABEL = re.compile(
    r"(?P<name>[A-Z][\w.&’'-]*(?: [A-Z][\w.&’'-]*){0,4}|[QA])(?P<mark>[:.])\s+(?=\S)"
)
_ASKS = frozenset(
    {"q", "question", "interviewer", "host", "moderator", "presenter", "reporter", "journalist"}
)
_NO_NAMES = frozenset(
    {"note", "update", "photo", "related", "video", "source", "editor", "read", "watch"}
)
_LEAST_TURNS = 3
_LONGEST_QUESTION = 60  # words


class _Turn(NamedTuple):
    label: Span | None
    paragraphs: tuple[Paragraph, ...]
    content: tuple[Span, ...]


def turn_drafts(report: Report, scenes: Sequence[Scene], lexicon: Lexicon) -> list[Draft]:
    """One draft for each turn of the person interviewed; questions make none."""
    body = list(
        {s.paragraph.index: s.paragraph for s in scenes if s.paragraph.zone == "body"}.values()
    )
    turns = _labelled(report, body, lexicon) or _answers(report, body)
    first: dict[int, Scene] = {}
    for scene in scenes:
        if scene.inside is None:
            first.setdefault(scene.paragraph.index, scene)
    drafts = []
    for turn in turns:
        opening = first.get(turn.paragraphs[0].index)
        if opening is not None:
            drafts.append(_draft(opening, turn))
    return drafts


def _draft(scene: Scene, turn: _Turn) -> Draft:
    actor: Word | None = None
    if turn.label is not None:
        inside = [w for w in scene.words if turn.label.start <= w.start < turn.label.end]
        actor = inside[-1] if inside else None
    return Draft(
        scene=scene,
        rule="interview-turn",
        head=actor or scene.words[0],
        actor=actor,
        source=(turn.label,) if turn.label is not None else (),
        cue=(),
        content=turn.content,
        verbatim=True,
        answers=turn.label is None,
    )


def _labelled(report: Report, body: Sequence[Paragraph], lexicon: Lexicon) -> list[_Turn]:
    """Turns of labels that come back, those of whoever asks left out."""
    labels = {p.index: _LABEL.match(report.text, p.span.start, p.span.end) for p in body}
    counted = Counter(m.group("name") for m in labels.values() if m and m.group("mark") == ":")
    speaking = {name for name, n in counted.items() if n > 1 and name.lower() not in _NO_NAMES}
    if sum(counted[name] for name in speaking) < _LEAST_TURNS or len(counted) > 12:
        return []
    asking = {name for name in speaking if name.lower() in _ASKS or lexicon.outlet(name)}
    if len(speaking) > 1 and not asking:
        asking = {name for name in speaking if _asks(report, body, labels, name)}
    turns: list[_Turn] = []
    open_: list[Paragraph] = []
    label: Span | None = None
    for paragraph in [*body, None]:
        found = labels[paragraph.index] if paragraph is not None else None
        name = found.group("name") if found else None
        if paragraph is None or name in speaking:
            if label is not None and open_:
                turns.append(_turn(report, label, open_))
            open_, label = [], None
            if found and name in speaking - asking:
                label = Span(found.start("name"), found.end("name"))
        if label is not None and paragraph is not None and _is_same_voice(report, paragraph, open_):
            open_.append(paragraph)
    return turns


def _is_same_voice(report: Report, paragraph: Paragraph, open_: list[Paragraph]) -> bool:
    """A paragraph without a label goes on with the turn unless it speaks of the speaker."""
    words = paragraph.span.of(report.text)
    return not open_ or re.search(r"\b(?:I|we|my|our|me|us)\b", words) is not None


def _asks(
    report: Report, body: Sequence[Paragraph], labels: dict[int, re.Match[str] | None], name: str
) -> bool:
    own = [p for p in body if (m := labels[p.index]) and m.group("name") == name]
    asked = sum(p.span.of(report.text).rstrip().endswith("?") for p in own)
    return asked * 2 >= len(own)


def _turn(report: Report, label: Span, paragraphs: list[Paragraph]) -> _Turn:
    spans = [p.span for p in paragraphs]
    after = re.compile(r"[:.]\s*").match(report.text, label.end)
    spans[0] = Span(after.end() if after else label.end, spans[0].end)
    return _Turn(label, tuple(paragraphs), _contents(report, spans))


def _answers(report: Report, body: Sequence[Paragraph]) -> list[_Turn]:
    """Answers to questions that stand in paragraphs of their own, when there are enough."""
    asked = [_is_question(report, paragraph) for paragraph in body]
    pairs = sum(a and not b for a, b in pairwise(asked))
    if pairs < _LEAST_TURNS:
        return []
    turns: list[_Turn] = []
    open_: list[Paragraph] = []
    begun = False
    for paragraph, is_question in zip(body, asked, strict=True):
        if is_question:
            if open_:
                turns.append(_Turn(None, tuple(open_), _contents(report, [p.span for p in open_])))
            open_, begun = [], True
        elif begun:
            open_.append(paragraph)
    if open_:
        turns.append(_Turn(None, tuple(open_), _contents(report, [p.span for p in open_])))
    return turns


def _is_question(report: Report, paragraph: Paragraph) -> bool:
    words = paragraph.span.of(report.text).strip()
    return (
        words.endswith("?") and len(words.split()) <= _LONGEST_QUESTION and words[0] not in "\"“'‘«"
    )


def _contents(report: Report, spans: list[Span]) -> tuple[Span, ...]:
    return tuple(span for span in (tidy(report.text, one) for one in spans) if span)
