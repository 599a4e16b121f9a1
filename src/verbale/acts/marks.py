"""What the rules know of each word, put in the form that the clause coder reads.

The coder is told that a word names a side, never which one, and reads the same word for all of
them, so that it learns nothing about any state.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from verbale.acts.code import Coder, Drawn
from verbale.acts.codes import code_of
from verbale.coder.passage import TRAIT, Marked, Passage
from verbale.language import Word
from verbale.model import Span
from verbale.passages import Frame

#: A passage ends with the paragraph that brings it to so many words, and is cut at the longest.
_ENOUGH, _LONGEST = 60, 140
#: What the coder reads in place of every name of a side.
_ANY_SIDE = "country"
_SIDES = frozenset({TRAIT["leading"], TRAIT["third"]})
_COPULAS = frozenset(
    ("ROOT", "ccomp", "advcl", "relcl", "conj", "xcomp", "acl", "pcomp", "parataxis")
)
_STATES = frozenset({"acomp", "ROOT", "oprd", "conj", "acl"})


def _kind(prefix: str) -> dict[str, int]:
    return {
        name.removeprefix(prefix): number
        for name, number in TRAIT.items()
        if name.startswith(prefix)
    }


_BY_POS, _BY_DEP, _BY_TAG = _kind("pos:"), _kind("dep:"), _kind("tag:")


class Scene(NamedTuple):
    """A sentence with its frame, the sides that it names, and what of it is said by a side.

    ``traits`` are those of all its words.
    """

    words: tuple[Word, ...]
    frame: Frame
    named: list[tuple[Span, str]]
    spoken: list[Span]
    traits: set[int]


class Stood(NamedTuple):
    """A word and where it stands."""

    word: Word
    scene: Scene


class Marks(NamedTuple):
    """A passage for the coder; ``stood`` says of each of its words where it came from."""

    passage: Passage
    stood: list[Stood]


def read_marks(coder: Coder, drawn: Sequence[Drawn]) -> list[Marks]:
    """The passages of the coder's report that name a side, with what its rules have ``drawn``."""
    found = [
        Marks(_marked(stood, coder), stood)
        for stood in _passages(coder)
        if any(one.scene.named for one in stood)
    ]
    _mark_deeds(found, drawn)
    return found


# -- passages


def _passages(coder: Coder) -> Iterator[list[Stood]]:
    """The report's words in order of place, cut into passages at the ends of paragraphs."""
    waiting: list[Stood] = []
    for paragraph in _paragraphs(coder):
        for piece in _cut(paragraph):
            if waiting and len(waiting) + len(piece) > _LONGEST:
                yield waiting
                waiting = []
            waiting.extend(piece)
        if len(waiting) >= _ENOUGH:
            yield waiting
            waiting = []
    if waiting:
        yield waiting


def _paragraphs(coder: Coder) -> Iterator[list[Stood]]:
    index: int | None = None
    waiting: list[Stood] = []
    for frame in coder.frames:
        if waiting and frame.paragraph.index != index:
            yield sorted(waiting, key=_place)
            waiting = []
        index = frame.paragraph.index
        for words in filter(None, frame.sentences):
            scene = _scene(words, frame, coder)
            waiting.extend(
                Stood(word, scene)
                for word in words
                if word.quote is None and word.end > word.start and word.pos != "SPACE"
            )
    if waiting:
        yield sorted(waiting, key=_place)


def _place(one: Stood) -> int:
    return one.word.start


def _scene(words: tuple[Word, ...], frame: Frame, coder: Coder) -> Scene:
    matches = coder.cast.mentions(words).matches
    named = [(match.span, code) for match in matches if (code := code_of(match)) is not None]
    place = Span(words[0].start, words[-1].end)
    said = (span for s in coder.statements if s.country is not None for span in s.content)
    spoken = [span for span in said if span.start < place.end and place.start < span.end]
    traits = {TRAIT["headline"]} if frame.paragraph.zone != "body" else set()
    if frame.inside is not None:
        traits.add(TRAIT["inside"])
    return Scene(words, frame, named, spoken, traits)


def _cut(paragraph: list[Stood]) -> Iterator[list[Stood]]:
    """``paragraph`` in pieces of at most the longest length, at a sentence's end where it can."""
    while len(paragraph) > _LONGEST:
        ends = [n for n in range(1, _LONGEST) if paragraph[n - 1].word.text in {".", "?", "!"}]
        at = ends[-1] if ends else _LONGEST
        yield paragraph[:at]
        paragraph = paragraph[at:]
    yield paragraph


# -- what is known of a word


def _marked(stood: list[Stood], coder: Coder) -> Passage:
    place = {id(one.word): at for at, one in enumerate(stood)}
    passage = []
    for at, one in enumerate(stood):
        word = one.word
        above = place.get(id(word.head), at)
        traits = _traits(one, coder)
        text = _ANY_SIDE if traits & _SIDES else word.text
        passage.append(Marked(text, _is_asked(word), above, traits))
    return passage


def _traits(one: Stood, coder: Coder) -> set[int]:
    word, scene = one
    traits = scene.traits | _in_the_parse(word.pos, word.dep, word.tag)
    if scene.spoken and any(span.start <= word.start < span.end for span in scene.spoken):
        traits.add(TRAIT["spoken"])
    if scene.named and word.pos in {"PROPN", "NOUN", "ADJ"}:
        for span, code in scene.named:
            if span.start <= word.start < span.end:
                traits.add(TRAIT["leading" if code in coder.sides.pair else "third"])
    return traits


@lru_cache(maxsize=4096)
def _in_the_parse(pos: str, dep: str, tag: str) -> frozenset[int]:
    named = (_BY_POS.get(pos), _BY_DEP.get(dep), _BY_TAG.get(tag))
    return frozenset(number for number in named if number is not None)


def _is_asked(word: Word) -> bool:
    """Whether ``word`` can be the head of an act."""
    if word.pos == "AUX":
        return word.dep in _COPULAS
    return word.pos in {"VERB", "NOUN"} or (word.pos == "ADJ" and word.dep in _STATES)


# -- what the rules read


def _mark_deeds(found: Sequence[Marks], drawn: Sequence[Drawn]) -> None:
    places = {id(one.word): m.passage[at] for m in found for at, one in enumerate(m.stood)}
    for reading, telling in drawn:
        for other in reading.deed.trail:
            if id(other) in places:
                places[id(other)].traits.add(TRAIT["trail"])
        word = places.get(id(reading.deed.head))
        if word is None:
            continue
        act = telling.act
        word.traits |= {TRAIT[f"deed:{act.type}"], *(TRAIT[f"flag:{flag}"] for flag in act.flags)}
        if act.symmetric:
            word.traits.add(TRAIT["symmetric"])
        if reading.deed.nominal:
            word.traits.add(TRAIT["nominal"])
