"""Headlines attribute by punctuation: "No talks in sight - Kremlin", "Sofia: no deal yet"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from verbale.actors import is_sayer
from verbale.language import Word
from verbale.model import Span
from verbale.statements.content import tidy
from verbale.statements.scene import Draft, Scene

_SEPARATOR = re.compile(r"\s[—–-]\s|:\s")
_LONGEST_SOURCE = 7  # words
_SHARED = 2  # words of sense that a headline shares with what its person says in the text
_MULTIMEDIA = re.compile(
    r"^(?:watch|video|photos?|live|explainer|analysis|opinion|exclusive|breaking|update\s*\d*|factbox|correct\w+|interview|q&a|podcast|editorial|(?:dear|ask)\s.+)$",
    re.I,
)


def headline_drafts(scene: Scene, found: list[Draft]) -> list[Draft]:
    """The statement that a headline's dash or colon makes, unless a cue word has made one."""
    if any(d.speech for d in found) or scene.inside is not None or not scene.words:
        return []
    text = scene.text
    breaks = list(_SEPARATOR.finditer(text, scene.span.start, scene.span.end))
    for separator in (breaks[-1:] + breaks[:1]) if breaks else []:
        before = Span(scene.span.start, separator.start()).stripped(text)
        after = Span(separator.end(), scene.span.end).stripped(text)
        colon = separator.group().startswith(":")
        order = (
            ((before, after, True), (after, before, False)) if colon else ((after, before, False),)
        )
        for source, content, _first in order:
            draft = _draft(scene, source, content, separator)
            if draft is not None:
                _keep_inside(found, draft)
                return [draft]
    return []


def _keep_inside(found: list[Draft], outer: Draft) -> None:
    """ "Japan ready to talk - envoy": what the rules found ends where the source begins."""
    limit = outer.content[0]
    for draft in found:
        draft.content = tuple(
            tidy(draft.scene.text, Span(max(c.start, limit.start), min(c.end, limit.end)))
            for c in draft.content
            if c.overlaps(limit)
        )


def _speaks(scene: Scene, head: Word, inside: list[Word]) -> bool:
    """Whether a headline's source can be one: listed, of those who speak, or met in the report.

    A capital alone proves nothing here: "Mackerel: a question of quotas".
    """
    mentions = scene.cast.mentions(scene.words)
    group = [head, *(w for w in head.all("conj", "appos") if w in inside)]
    if not all(is_sayer(one, mentions) for one in group):
        return False  # "Bridge at Sund: two mayors, one lamp"
    place = Span(head.start, head.end)
    if head.pos != "PROPN" or any(m.span.overlaps(place) for m in mentions.matches):
        return True
    if any(run.span.overlaps(place) and len(run.words) > 1 for run in mentions.names):
        return _is_met(scene, head) and _is_heard(scene, head)
    return scene.cast.person_called(head.text) is not None


def _is_met(scene: Scene, name: Word) -> bool:
    """Whether the body speaks of who is named: not of the column in "High School Roundup: ..."."""
    bodies = [body.of(scene.text) for body in scene.report.body]
    return not bodies or any(name.text in body for body in bodies)


def _is_heard(scene: Scene, name: Word) -> bool:
    """Whether the report lets a person of the headline say anything: "Kemal Aras: court drops the
    case" only tells whom it is about."""
    if not scene.report.body:
        return True
    person = scene.cast.person_called(name.text)
    mentions_of = person.mentions if person is not None else ()
    told = _lemmas(w for w in scene.words if w.i > name.i)
    for mentions in scene.cast.sentences:
        if not mentions.words or mentions.words[0].start < scene.report.body[0].start:
            continue
        for word in mentions.words:
            place = Span(word.start, word.end)
            meant = any(m.covers(place) for m in mentions_of) or word.text == name.text
            if meant and _is_sayer_of(word, scene):
                if person is None or person.is_body or _is_quoted(scene, name):
                    return True
                if len(told & _lemmas(mentions.words)) >= min(_SHARED, len(told)):
                    return True
    return False


def _is_quoted(scene: Scene, name: Word) -> bool:
    """Whether what follows the name stands in quotation marks."""
    rest = scene.text[name.end : scene.span.end].lstrip(" :—–-")
    return rest[:1] in {'"', "“", "‘", "'", "«"} or any(w.quote is not None for w in scene.words)


def _lemmas(words: Iterable[Word]) -> set[str]:
    """The words that carry the sense."""
    return {w.lemma.lower() for w in words if w.pos in {"NOUN", "VERB", "ADJ", "PROPN"}}


def _is_sayer_of(word: Word, scene: Scene) -> bool:
    """Whether ``word`` is the doer of a verb of saying, or whom things are according to."""
    verb = word.head
    if word.dep in {"nsubj", "agent"} and verb.lemma.lower() in scene.cues.verbs:
        return True
    return word.dep == "pobj" and verb.text.lower() in {"to", "by"}


def _draft(scene: Scene, source: Span, content: Span, separator: re.Match[str]) -> Draft | None:
    words = source.of(scene.text).split()
    if not 1 <= len(words) <= _LONGEST_SOURCE or _MULTIMEDIA.match(source.of(scene.text)):
        return None
    if len(content.of(scene.text).split()) < 3:
        return None
    inside = [
        w
        for w in scene.words
        if source.start <= w.start and w.end <= source.end and w.end > w.start
    ]
    heads = [w for w in inside if w.pos in {"NOUN", "PROPN", "PRON"}]
    if not heads or any(w.pos in {"VERB", "AUX"} for w in inside):
        return None
    if inside[-1].text.isdigit():
        return None  # "Counts and notes: Week 11"
    head = next((w for w in heads if w.head is w or w.head not in inside), heads[-1])
    if not _speaks(scene, head, inside):
        return None
    mark = Span(separator.start(), separator.end()).stripped(scene.text)
    return Draft(
        scene=scene,
        rule="headline-mark",
        head=head,
        actor=head,
        source=(source,),
        cue=(mark,),
        content=(tidy(scene.text, content),),
    )
