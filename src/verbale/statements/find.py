"""Finds the statements of a report: every cue of every sentence, the first rule to answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from verbale.actors import Cast
from verbale.language import Word
from verbale.lexicon.cues import Cue, CueBook, cue_book
from verbale.lexicon.scores import score_of
from verbale.model import Passages, Report, Span, Statement
from verbale.passages import Frame
from verbale.statements.assemble import assemble
from verbale.statements.desknotes import is_desk_note
from verbale.statements.headlines import headline_drafts
from verbale.statements.leftovers import continue_quotes
from verbale.statements.rules import ADJECTIVE_RULES, NOUN_RULES, PHRASE_RULES, VERB_RULES, Rule
from verbale.statements.rules.drafting import taking_that
from verbale.statements.rules.supposed import is_supposed
from verbale.statements.scene import CueWord, Draft, Scene
from verbale.statements.sift import sift
from verbale.statements.signed import signed_drafts
from verbale.statements.turns import turn_drafts


class Attempt(msgspec.Struct, frozen=True):
    """What happened at one cue word: the rule that won, if any, and those that declined before."""

    cue: Span
    won: str | None
    declined: tuple[str, ...]


class Found(msgspec.Struct, frozen=True):
    """The statements of a report and, for `verbale explain`, every attempt."""

    statements: tuple[Statement, ...]
    attempts: tuple[Attempt, ...]


def find_statements(
    report: Report, passages: Passages, frames: Sequence[Frame], cast: Cast
) -> Found:
    """The statements in ``frames`` of ``report``, in order of place, numbered from 1."""
    cues = cue_book()
    drafts: list[Draft] = []
    attempts: list[Attempt] = []
    scenes: list[Scene] = []
    for frame in frames:
        for words in frame.sentences:
            scene = Scene(
                report, words, frame.paragraph, frame.inside, passages.quotations, cast, cues
            )
            scenes.append(scene)
            found, tried = _in_scene(scene)
            drafts.extend(found)
            attempts.extend(tried)
    drafts = sift(drafts)
    drafts = continue_quotes(report, passages, scenes, drafts)
    drafts.extend(turn_drafts(report, scenes, cast.lexicon))
    drafts.extend(signed_drafts(report, scenes))
    statements = map(_scored, assemble(report, passages, drafts))
    return Found(tuple(statements), tuple(attempts))


def _scored(statement: Statement) -> Statement:
    """``statement`` with what its rule was measured to be worth."""
    return msgspec.structs.replace(statement, score=score_of("statement", statement.rule))


def _in_scene(scene: Scene) -> tuple[list[Draft], list[Attempt]]:
    drafts: list[Draft] = []
    attempts: list[Attempt] = []
    for rule in PHRASE_RULES:
        drafts.extend(rule(scene))
    for word in scene.words:
        for entries, rules in _candidates(word, scene.cues):
            draft, attempt = _try(scene, word, entries, rules)
            attempts.append(attempt)
            if draft is not None:
                drafts.append(draft)
    if scene.paragraph.zone == "headline":
        drafts.extend(headline_drafts(scene, drafts))
    if drafts and is_desk_note(scene):
        drafts = []
    return drafts, attempts


def _candidates(
    word: Word, cues: CueBook
) -> Iterator[tuple[tuple[CueWord, ...], tuple[Rule, ...]]]:
    lemma = word.lemma.lower()
    if word.pos in {"VERB", "AUX"}:
        entries = cues.verbs.get(lemma)
        if entries:
            yield (
                tuple(
                    CueWord(word, cue, rest) for cue, rest in entries if _goes_with(word, rest, cue)
                ),
                VERB_RULES,
            )
    elif word.pos in {"NOUN", "PROPN"}:
        entries = cues.nouns.get(lemma)
        if entries:
            yield tuple(CueWord(word, cue) for cue, _ in entries), NOUN_RULES
    if word.pos in {"ADJ", "VERB"}:
        entries = cues.adjectives.get(word.text.lower())
        if entries:
            yield tuple(CueWord(word, cue) for cue, _ in entries), ADJECTIVE_RULES


def _goes_with(verb: Word, rest: str, cue: Cue) -> bool:
    """Whether the particle of a phrasal verb ("point out") stands with it; in "go on the road" it
    is the road's."""
    if not rest:
        return True
    wanted = rest.split()
    beside = [*verb.children]
    beside += [low for child in verb.children if child.tag == "JJ" for low in child.children]
    near = {
        child.text.lower()
        for child in beside
        if verb.i < child.i <= verb.i + 4
        and not ("clause" in cue.frames and child.dep == "prep" and child.of("pobj"))
    }
    return all(part in near for part in wanted)


def _try(
    scene: Scene, word: Word, entries: tuple[CueWord, ...], rules: tuple[Rule, ...]
) -> tuple[Draft | None, Attempt]:
    declined: list[str] = []
    place = Span(word.start, word.end)
    if is_supposed(word.head if word.pos == "ADJ" else word):
        return None, Attempt(place, None, ("supposed",))
    for rule in rules:
        for found in entries:
            draft = rule(scene, found)
            if draft is not None:
                return taking_that(draft), Attempt(place, draft.rule, tuple(declined))
        declined.append(rule.__name__.replace("_", "-"))
    return None, Attempt(place, None, tuple(declined))
