"""The draft that most rules end with."""

from __future__ import annotations

import re

from verbale.language import Word
from verbale.model import Span, Spans
from verbale.statements.content import tidy
from verbale.statements.cueplaces import cue_spans
from verbale.statements.grammar import agent, is_passive, merge_touching
from verbale.statements.rules.extent import Source
from verbale.statements.rules.sources import source_of
from verbale.statements.scene import CueWord, Draft, Scene

#: Small words between an adjective and what it is about.
_BETWEEN = frozenset({"that", "of", "to", "about"})
#: Determiners and pronouns: what a clause begins with.
_OPENERS = frozenset({"DT", "PRP", "PRP$", "EX"})
_MARKS = re.compile('["“”«»]')
#: On to the next mark within a clause: a semicolon or a dash may part two speakers.
_TO_MARK = re.compile('(?:[^"“”«»;:—–.!?]|[.!?](?! ))*(?P<mark>["“”«»])')
#: The rest of a list of nouns up to the mark that closes the quotation it stands in.
_TO_CLOSING_MARK = re.compile(
    r",? (?:(?!who|which|that)[\w’'-]+,? ){0,14}?(?:and|or) [^“”.;:]{3,80}(?=[.,]?”)"
)
_CLOSED_BY = {'"': '"', "“": "”", "«": "»"}


def clause_draft(
    scene: Scene, found: CueWord, source: Source, content: Spans, rule: str
) -> Draft | None:
    """A statement with a clause for content. A passive cue needs its doer: "said by TASS"."""
    if is_passive(found.word) and agent(found.word) is None:
        return None
    return _draft(scene, found, source, content, rule, ())


def complement_draft(
    scene: Scene, found: CueWord, content: Spans, rule: str, extra: tuple[Word, ...] = ()
) -> Draft | None:
    """A statement with another complement for content; ``extra`` words belong to its cue."""
    source = source_of(scene, found)
    if source is None or any(span.overlaps(place) for span in content for place in source.spans):
        return None
    return _draft(scene, found, source, content, rule, extra)


def _draft(
    scene: Scene,
    found: CueWord,
    source: Source,
    content: Spans,
    rule: str,
    extra: tuple[Word, ...],
) -> Draft | None:
    if not all(content):
        return None
    content = (*content[:-1], _with_its_marks(scene, found, content[-1]))
    cue = cue_spans(found.word, scene.words, found.particle)
    if extra:
        cue = merge_touching([*cue, *(Span(word.start, word.end) for word in extra)])
    return Draft(
        scene=scene,
        rule=rule,
        head=found.word,
        actor=source.word,
        source=source.spans,
        cue=cue,
        content=content,
        polarity=found.polarity,
        speech=found.cue.speech,
    )


def taking_that(draft: Draft) -> Draft:
    """``draft`` with the "that", "of" or "to" between cue and content in its cue: parsers leave it
    at the head of the content ("told some of his friends | that") or in neither ("are worried |
    that", "skeptical | of")."""
    if not draft.cue or not draft.content:
        return draft
    text, scene = draft.scene.text, draft.scene
    brought = draft.rule in {"prepositional", "called-on"}
    if brought and len(draft.cue) > 1 and draft.cue[-1].of(text).lower() == "that":
        draft.cue = draft.cue if _leads_in(draft, draft.cue[-1].end) else draft.cue[:-1]
    last, first = draft.cue[-1], draft.content[0]
    if text[first.start : first.start + 5].lower() == "that " and last.end < first.start:
        that = next((w for w in scene.words if w.start == first.start), None)
        if that is not None and _opens_clause(scene, that):
            rest = Span(that.end, first.end).stripped(text)
            draft.content = (rest, *draft.content[1:])
            draft.cue = merge_touching([*draft.cue, Span(that.start, that.end)])
    elif draft.rule == "adjective-attitude":
        between = Span(last.end, first.start).stripped(text)
        if between.of(text).lower() in _BETWEEN:
            draft.cue = merge_touching([*draft.cue, between])
    return draft


def _opens_clause(scene: Scene, that: Word) -> bool:
    """Whether ``that`` leads a clause in; no determiner or pronoun can stand in front of another
    ("that the team saw"), whatever the parser takes it for."""
    if that.tag == "IN" or that.dep == "mark":
        return True
    following = scene.after(that)
    doer = that.head.of("nsubj", "nsubjpass")
    led = doer is not None and doer is not that and doer.i > that.i
    opens = following is not None and following.tag in _OPENERS
    return that.tag == "WDT" and (opens or led)


def _leads_in(draft: Draft, end: int) -> bool:
    """Whether some content begins right behind ``end``, be it after an aside or a mark: not so the
    "that" of "called for an anthem that she sings"."""
    return any(content.start >= end for content in draft.content)


def _to_closing_mark(scene: Scene, content: Span) -> Span:
    """ "The huts “are illegal | , hinder peace and threaten the plan”": what is quoted runs to its
    closing mark, wherever the parser has hung the rest; so does a list that begins inside a
    quotation: "they “want to be free of the debts | , the noise and the dust”"."""
    text = scene.text
    opened = _open_mark(text, Span(max(content.start - 1, scene.span.start), content.end))
    if opened is None:
        before = text[scene.span.start : content.end]
        rest = _TO_CLOSING_MARK.match(text, content.end, scene.span.end)
        inside = before.count("“") > before.count("”")
        return Span(content.start, rest.end()) if inside and rest is not None else content
    if text[opened] == '"' and text.count('"', scene.span.start, opened) % 2:
        return content  # it closes another
    closing = _TO_MARK.match(text, content.end, scene.span.end)
    if closing is None or closing["mark"] != _CLOSED_BY[text[opened]]:
        return content
    return Span(content.start, closing.end())


def _with_its_marks(scene: Scene, found: CueWord, content: Span) -> Span:
    """``content`` on to the mark that closes its last quotation. Where a quotation opens it, its
    mark goes with the one that closes it: said | “the deal is dead” and that he would go. All of it
    quoted behind a bare cue of speech is direct speech, and loses both: adding “we need you.”"""
    text = scene.text
    whole = _to_closing_mark(scene, content)
    before = max(whole.start - 1, scene.span.start)
    start = before if _open_mark(text, Span(before, whole.start)) == before else whole.start
    closer = _CLOSED_BY.get(text[start])
    closed = text.find(closer, start + 1, whole.end) if closer is not None else -1
    if closed < 0:
        return whole
    bare = found.cue.speech and "clause" in found.cue.frames and _is_bare_cue(scene, start)
    if bare and not text[closed + 1 : whole.end].strip(" .,"):
        return tidy(text, Span(start + 1, closed))
    return whole if text[start + 1 : closed].strip() == "" else Span(start, whole.end)


def _is_bare_cue(scene: Scene, start: int) -> bool:
    """Whether a verb stands right in front of ``start``, rather than its "that" or its hearer."""
    before = [word for word in scene.words if word.end <= start and word.pos != "PUNCT"]
    return bool(before) and before[-1].pos == "VERB"


def _open_mark(text: str, span: Span) -> int | None:
    """Where the last mark in ``span`` opens a quotation that does not close there."""
    marks = [mark.start() for mark in _MARKS.finditer(text, span.start, span.end)]
    straight = bool(marks) and text[marks[-1]] == '"'
    alone = not straight or len([at for at in marks if text[at] == '"']) % 2 == 1
    return marks[-1] if marks and alone and text[marks[-1]] in _CLOSED_BY else None
