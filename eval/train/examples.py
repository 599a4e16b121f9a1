"""Examples for the clause coder: passages with the type of the act that hangs on each word."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from eval.places import occurrences, read_words
from eval.storylines import GoldAct, Storyline
from eval.storyschema import RawAct
from verbale.actors import Cast
from verbale.acts.code import Coder
from verbale.acts.ground import survey
from verbale.acts.marks import Marks, read_marks
from verbale.coder.passage import TRAIT, TYPES, Passage
from verbale.language import Backend, Word
from verbale.lexicon import default_lexicon
from verbale.lexicon.acts import act_book
from verbale.model import Given, RawDocument, Report, Span, Statement
from verbale.passages import Frame, find_passages, read_frames
from verbale.reports import read_report
from verbale.statements import find_statements

#: Stand in for the two states of the lexicon's examples.
_STATES = ("Peru", "Nepal", "Ghana", "Norway", "Chile", "Oman", "Kenya", "Cyprus", "Laos", "Cuba")
STUDY = Path(__file__).parents[1] / "study" / "passages"
#: Nothing is learnt from the files that begin so: they tell what is learnt from the others.
KEPT_BACK = ("gen4", "gen5", "gen6", "gen7", "sides1")


class Example(msgspec.Struct, frozen=True):
    """A passage and the types that count as right at its words.

    ``pattern`` marks a lexicon's example, which is learnt without a word from the rules.
    """

    passage: Passage
    wanted: dict[int, tuple[str, ...]]
    pattern: bool = False


class Told(NamedTuple):
    """A document with the acts in it."""

    document: RawDocument
    acts: tuple[GoldAct, ...]


def told_in_stories(stories: Iterable[Storyline]) -> Iterator[Told]:
    """The reports of ``stories``."""
    for story in stories:
        for report in story.reports:
            document = RawDocument(data=report.path.read_bytes(), origin=report.path.name)
            yield Told(document, tuple(report.acts))


def told_for_study(files: Iterable[Path]) -> Iterator[Told]:
    """The passages for study in ``files``."""
    for file in files:
        for given in tomllib.loads(file.read_text(encoding="utf-8"))["passages"]:
            document = RawDocument(
                data=given["text"].encode(),
                origin=given["id"],
                given=Given(published=given["published"]),
            )
            acts = (placed(act, given["text"]) for act in given.get("acts", ()))
            yield Told(document, tuple(act for act in acts if act is not None))


def pattern_examples(backend: Backend) -> Iterator[Example]:
    """The examples of the act lexicon, between states taken by chance, as the rules code them."""
    chance = random.Random(11)
    book = act_book()
    idioms = {id(entry): entry for both in book.idioms.values() for entry, _ in both}
    texts = [form[-1] for entry in idioms.values() for form in entry.forms]
    for text in (*texts, *(entry.example for entry in book.entries)):
        one, other = chance.sample(_STATES, 2)
        data = text.replace("Zaretia", one).replace("Nemora", other).encode()
        coder = coder_of(RawDocument(data=data, origin="-"), backend)
        for marks in read_marks(coder, list(coder.acts())):
            wanted = {at: types for at in range(len(marks.passage)) if (types := _ruled(marks, at))}
            yield Example(marks.passage, wanted, pattern=True)


def _ruled(marks: Marks, at: int) -> tuple[str, ...]:
    word = marks.passage[at]
    return tuple(t for t in TYPES if word.asked and TRAIT[f"deed:{t}"] in word.traits)


def placed(act: dict[str, object], text: str) -> GoldAct | None:
    """An act of a study passage with the place of its words; None where they are not in it."""
    raw = msgspec.convert(act, RawAct)
    wanted = read_words(raw.words)
    nth = wanted.nth or 1
    place = next(iter(occurrences(text, wanted.words)[nth - 1 : nth]), None)
    return None if place is None else GoldAct(raw, place)


def examples_of(coder: Coder, acts: Iterable[GoldAct]) -> Iterator[Example]:
    """The passages of one document, with the types of gold's ``acts``."""
    told = list(acts)
    for marks in read_marks(coder, list(coder.acts())):
        wanted: dict[int, tuple[str, ...]] = {}
        for act in told:
            at = head_in(marks, act.place)
            if at is not None:
                wanted.setdefault(at, (act.given.type, *act.given.alt))
        yield Example(marks.passage, wanted)


class Stages(NamedTuple):
    """What is known of a document before its acts are drawn."""

    report: Report
    frames: Sequence[Frame]
    cast: Cast
    statements: Sequence[Statement]


def stages_of(document: RawDocument, backend: Backend) -> Stages:
    """A document up to its statements."""
    report = read_report(document, default_lexicon())
    passages = find_passages(report)
    frames = read_frames(report, passages, backend)
    cast = Cast(report, frames, default_lexicon())
    found = find_statements(report, passages, frames, cast).statements
    return Stages(report, frames, cast, found)


def coder_of(document: RawDocument, backend: Backend) -> Coder:
    """The rules' coder of a document, which weighs nothing."""
    return Coder(survey(*stages_of(document, backend)), act_book())


def head_in(marks: Marks, place: Span) -> int | None:
    """The word that gold's words at ``place`` hang on: the topmost that may head an act."""
    inside = {
        id(one.word): at
        for at, one in enumerate(marks.stood)
        if place.start <= one.word.start < place.end
    }
    asked = [at for at in inside.values() if marks.passage[at].asked]
    return min(asked, key=lambda at: (_depth(marks.stood[at].word, inside), at), default=None)


def _depth(word: Word, inside: dict[int, int]) -> int:
    return sum(id(above) in inside for above in word.ancestors())
