"""Interviews and transcripts: words that are somebody's because of where they stand.

Two layouts. Labelled: paragraphs that open with a name and a colon, the same few names again and
again ("Shinozuka: We trust our instruments."). Bare: questions in paragraphs of their own,
each followed by an answer, with the person answering named in the headline or the opening.

Price lists, letters to an advice column and pages of frequent questions are laid out alike. What
tells an interview from them: its labels ask, or are names that the report knows otherwise; its
turns are most of what stands between the first and the last; and somebody in them says "I" or "we".
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
#: Labels that say what a turn is, not whose.
_ANSWERS = frozenset({"A", "Answer", "ANSWER"})
_NO_NAMES = frozenset(
    {"note", "update", "photo", "related", "video", "source", "editor", "read", "watch"}
)
_LEAST_TURNS = 3
#: The share of paragraphs, from the first turn on, that an interview's turns and questions make up.
_LEAST_SHARE = 0.5
#: The share of turns in which somebody speaks of himself.
_LEAST_SELVES = 1 / 3
_SELF = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us)\b")
_TALK = re.compile(
    r"\binterview(?:ed|s|er)?\b|\bQ ?(?:&|and) ?A\b|\bin conversation with\b"
    r"|\b(?:sp(?:eaks?|oke)|talk(?:s|ed)?|chat(?:s|ted)?|sits? down|sat down|caught up|catches up)"
    r" (?:\w+ )?(?:to|with)\b"
    r"|\banswer(?:s|ed)? (?:\w+ ){0,3}questions\b|\b(?:we|I) (?:asked|put)\b",
    re.IGNORECASE,
)
_YOU = re.compile(r"\b[Yy]ou(?:r|rs)?\b")
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
    if not _in_person(report, turns):
        return []
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
    unnamed = turn.label is None or turn.label.of(scene.text) in _ANSWERS
    if turn.label is not None and not unnamed:
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
        answers=unnamed,
    )


def _in_person(report: Report, turns: Sequence[_Turn]) -> bool:
    """Whether enough of ``turns`` are spoken in the first person."""
    selves = sum(any(_SELF.search(s.of(report.text)) for s in turn.content) for turn in turns)
    return bool(turns) and selves >= _LEAST_SELVES * len(turns)


def _labelled(report: Report, body: Sequence[Paragraph], lexicon: Lexicon) -> list[_Turn]:
    """Turns of labels that come back, those of whoever asks left out."""
    labels = {p.index: _LABEL.match(report.text, p.span.start, p.span.end) for p in body}
    counted = Counter(m.group("name") for m in labels.values() if m and m.group("mark") == ":")
    named = {name for name in counted if not _names_nobody(name)}
    repeated = {name for name in named if counted[name] > 1}
    asked = any(name.lower() in _ASKS for name in repeated)
    speaking = {name for name in repeated if asked or _is_known(report.text, name)}
    once = _once_in_full(report, body, labels, speaking, named - repeated)
    speaking |= once
    if sum(counted[name] for name in speaking) < _LEAST_TURNS or len(counted) > 12:
        return []
    at = [n for n, p in enumerate(body) if (m := labels[p.index]) and m.group("name") in speaking]
    if len(at) < _LEAST_SHARE * (at[-1] - at[0] + 1):
        return []
    asking = {name for name in speaking if _puts_questions(report, name, lexicon)}
    if len(speaking) > 1 and not asking:
        asking = {name for name in speaking if _asks(report, body, labels, name)}
    asking |= {name for name in once if _addresses(report, body, labels, name)}
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


def _once_in_full(
    report: Report,
    body: Sequence[Paragraph],
    labels: dict[int, re.Match[str] | None],
    speaking: set[str],
    once: set[str],
) -> set[str]:
    """Labels that stand once beside those that come back: names in full before "Q" and "A"."""
    if not speaking:
        return set()
    order = [m.group("name") if (m := labels[p.index]) else None for p in body]
    found: set[str] = set()
    for _ in range(2):  # outward from the labels that come back
        for before, after in pairwise(order):
            if before in once and after in speaking | found:
                found.add(before)
            if after in once and before in speaking | found:
                found.add(after)
    return {name for name in found if _is_known(report.text, name) or report.text.count(name) > 1}


def _puts_questions(report: Report, name: str, lexicon: Lexicon) -> bool:
    """Whether a label is a word for whoever asks, or an outlet: the report's own or a known one."""
    return name.lower() in _ASKS or name == report.outlet or lexicon.outlet(name) is not None


def _names_nobody(label: str) -> bool:
    first = label.lower().split()[0]
    return first == "dear" or label.lower() in _NO_NAMES


def _is_known(text: str, label: str) -> bool:
    """Whether the report names whom ``label`` names elsewhere, beside a first name or a title."""
    name = re.escape(label.split()[-1])
    beside = rf"(?:[A-Z][\w.’'-]+ ){name}\b(?![:\w])|\b{name}(?=,| (?:said|told|is|was|has|[A-Z]))"
    return re.search(beside, text, re.IGNORECASE if label.isupper() else 0) is not None


def _is_same_voice(report: Report, paragraph: Paragraph, open_: list[Paragraph]) -> bool:
    """A paragraph without a label goes on with the turn unless it speaks of the speaker."""
    words = paragraph.span.of(report.text)
    return not open_ or _SELF.search(words) is not None


def _asks(
    report: Report, body: Sequence[Paragraph], labels: dict[int, re.Match[str] | None], name: str
) -> bool:
    own = [p for p in body if (m := labels[p.index]) and m.group("name") == name]
    asked = sum(p.span.of(report.text).rstrip().endswith("?") for p in own)
    return asked * 2 >= len(own)


def _addresses(
    report: Report, body: Sequence[Paragraph], labels: dict[int, re.Match[str] | None], name: str
) -> bool:
    """Whether the one turn under ``name`` says "you" and never "I" or "we"."""
    for paragraph in body:
        found = labels[paragraph.index]
        if found and found.group("name") == name:
            words = paragraph.span.of(report.text)
            return words.rstrip().endswith("?") or (
                _YOU.search(words) is not None and _SELF.search(words) is None
            )
    return False


def _turn(report: Report, label: Span, paragraphs: list[Paragraph]) -> _Turn:
    spans = [p.span for p in paragraphs]
    after = re.compile(r"[:.]\s*").match(report.text, label.end)
    spans[0] = Span(after.end() if after else label.end, spans[0].end)
    return _Turn(label, tuple(paragraphs), _contents(report, spans))


def _answers(report: Report, body: Sequence[Paragraph]) -> list[_Turn]:
    """Answers to questions that stand in paragraphs of their own, when there are enough."""
    asked = [_is_question(report, paragraph) for paragraph in body]
    pairs = sum(a and not b for a, b in pairwise(asked))
    if pairs < _LEAST_TURNS or not _put_to_somebody(report, body, asked):
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


def _put_to_somebody(report: Report, body: Sequence[Paragraph], asked: Sequence[bool]) -> bool:
    """Whether half of the questions say "you" after an opening that tells of an interview."""
    questions = [p.span.of(report.text) for p, is_one in zip(body, asked, strict=True) if is_one]
    before = [p.span.of(report.text) for p in body[: asked.index(True)]]
    opening = " ".join([report.headline.text if report.headline else "", *before])
    return _TALK.search(opening) is not None and 2 * sum(
        _YOU.search(words) is not None for words in questions
    ) >= len(questions)


def _is_question(report: Report, paragraph: Paragraph) -> bool:
    words = paragraph.span.of(report.text).strip()
    return (
        words.endswith("?") and len(words.split()) <= _LONGEST_QUESTION and words[0] not in "\"“'‘«"
    )


def _contents(report: Report, spans: list[Span]) -> tuple[Span, ...]:
    return tuple(span for span in (tidy(report.text, one) for one in spans) if span)
