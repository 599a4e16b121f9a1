"""Words that tell where somebody stands, as data: things, how words take them, conditions.

Stances are composed, as acts are: a thing ("talks", "the ban"), and the words above it that make it
be or end, want it, are ready for it or refuse it.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from functools import lru_cache
from importlib import resources
from typing import Literal, NamedTuple, TypeVar

import msgspec

from verbale.errors import LexiconError
from verbale.model import Target

_FILE = "data/stances.toml"
#: Words that may stand at the "…" of a fixed phrase.
_GAP = 4
Says = Literal["does", "ends", "wants", "ready", "weighs", "refuses", "tells"]
#: What the word is: ``event`` is a verb whose subject is the thing ("talks resumed").
ForceKind = Literal["verb", "noun", "adjective", "preposition", "event"]
Bearing = Literal["any", "refusal", "promise"]


class Thing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Head nouns (or verbs, as a ``deed``) of what a stance is toward.

    ``against``: it stands in the way, so that lifting it is what agreement looks like. ``made``: a
    thing of stone or soil, whose closing is an act. ``matter``: where a report is about nothing
    else, it is the outcome itself. ``levied``: one side lays it on the other, so that to bear it
    and to lift it are both to agree.
    """

    on: Target
    words: tuple[str, ...]
    example: str
    against: bool = False
    made: bool = False
    matter: bool = False
    levied: bool = False


class Force(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"kind": "as"}):
    """Words that make something of the thing below them; a second word is a particle.

    ``does`` and ``ends`` make it be or not be and leave open who wants that; the others take a
    stance, and ``tells`` only brings one that a noun has taken ("voiced its opposition").
    ``denied``: counts only under "no" or "not" ("sees no reason to talk"). ``takes`` limits what it
    completes ("decided to talk", but not "decided the matter").
    """

    says: Says
    kind: ForceKind
    words: tuple[str, ...]
    example: str
    denied: bool = False
    takes: Literal["both", "clause"] = "both"


class Saying(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A fixed phrase that is a thing and, unless ``says`` is ``does``, a stance toward it.

    ``words`` are lemmas or forms: "…" up to four words, "a/b" either, "[w]" where it hangs.
    """

    words: str
    on: Target
    says: Says
    example: str


class Predicate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is said of a thing with "be": "out of the question"."""

    words: str
    says: Says
    example: str


class Opener(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"bearing": "with"}):
    """Words that open a condition, and the stances that they can make conditional."""

    words: str
    bearing: Bearing
    example: str


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Lists of words by what they tell, as the file has them."""

    pointing: frozenset[str]
    hours: frozenset[str]
    keeping: frozenset[str]
    laying: frozenset[str]
    shut: frozenset[str]
    ways: frozenset[str]
    opening: frozenset[str]
    given: frozenset[str]
    impersonal: frozenset[str]
    disarmed: frozenset[str]
    unconditional: frozenset[str]
    necessity: frozenset[str]
    vague: frozenset[str]
    charges: frozenset[str]
    falsehoods: frozenset[str]
    denials: frozenset[str]
    tentative: frozenset[str]
    hearsay: frozenset[str]
    commonplaces: Mapping[str, frozenset[str]]
    same: tuple[tuple[str, ...], ...]


class _File(_Words, frozen=True, kw_only=True):
    thing: tuple[Thing, ...]
    deed: tuple[Thing, ...]
    force: tuple[Force, ...]
    saying: tuple[Saying, ...]
    predicate: tuple[Predicate, ...]
    condition: tuple[Opener, ...]


class Step(NamedTuple):
    """A word of a fixed phrase: its forms, and how many words may stand before it."""

    forms: frozenset[str]
    gap: int
    anchor: bool


class Phrase(NamedTuple):
    """A fixed phrase, taken apart."""

    saying: Saying
    steps: tuple[Step, ...]


class StanceBook(_Words, frozen=True, kw_only=True):
    """The words, by the one that the others stand with.

    ``things`` maps the lemma of a head noun to the words needed before it and the entry; ``deeds``
    and ``forces`` (with their kind) the lemma of a verb to the particles needed after it and the
    entry. Of several the longest comes first.
    """

    things: Mapping[str, tuple[tuple[str, Thing], ...]]
    deeds: Mapping[str, tuple[tuple[str, Thing], ...]]
    forces: Mapping[tuple[ForceKind, str], tuple[tuple[str, Force], ...]]
    phrases: tuple[Phrase, ...]
    predicates: tuple[Predicate, ...]
    openers: tuple[Opener, ...]
    entries: tuple[Thing | Force | Saying | Predicate | Opener, ...]


@lru_cache(maxsize=1)
def stance_book() -> StanceBook:
    """The words that ship with Verbale. Raises `LexiconError` when the file does not validate."""
    return read_stance_book(resources.files("verbale.lexicon").joinpath(_FILE).read_bytes(), _FILE)


def read_stance_book(raw: bytes, name: str) -> StanceBook:
    """The words in ``raw`` (TOML); ``name`` is for error messages."""
    try:
        file = msgspec.toml.decode(raw, type=_File)
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        raise LexiconError(name, str(error)) from error
    groups: tuple[Thing | Force, ...] = (*file.thing, *file.deed, *file.force)
    for group in groups:
        _check(group, name)
    return StanceBook(
        things=_gathered(_ended(word, entry) for entry in file.thing for word in entry.words),
        deeds=_gathered(_begun(word, entry) for entry in file.deed for word in entry.words),
        forces=_gathered(_forced(word, entry) for entry in file.force for word in entry.words),
        phrases=tuple(Phrase(saying, _steps(saying, name)) for saying in file.saying),
        predicates=tuple(sorted(file.predicate, key=lambda one: -len(one.words))),
        openers=tuple(sorted(file.condition, key=lambda one: -len(one.words))),
        entries=(
            *file.thing,
            *file.deed,
            *file.force,
            *file.saying,
            *file.predicate,
            *file.condition,
        ),
        **{name: getattr(file, name) for name in _Words.__struct_fields__},
    )


_K = TypeVar("_K", bound=Hashable)
_E = TypeVar("_E")


def _gathered(
    found: Iterable[tuple[_K, str, _E]],
) -> dict[_K, tuple[tuple[str, _E], ...]]:
    """Entries by key, those that need more words first."""
    lists: dict[_K, list[tuple[str, _E]]] = {}
    for key, rest, entry in found:
        lists.setdefault(key, []).append((rest, entry))
    return {
        key: tuple(sorted(pairs, key=lambda pair: -len(pair[0]))) for key, pairs in lists.items()
    }


def _ended(words: str, entry: _E) -> tuple[str, str, _E]:
    rest, _, last = words.rpartition(" ")
    return last, rest, entry


def _begun(words: str, entry: _E) -> tuple[str, str, _E]:
    first, _, rest = words.partition(" ")
    return first, rest, entry


def _forced(words: str, entry: Force) -> tuple[tuple[ForceKind, str], str, Force]:
    first, rest, _ = _begun(words, entry)
    return (entry.kind, first), rest, entry


def _steps(saying: Saying, name: str) -> tuple[Step, ...]:
    steps: list[Step] = []
    gap = 0
    for part in saying.words.split():
        if part == "…":
            gap = _GAP
            continue
        forms = frozenset(part.strip("[]").split("/"))
        steps.append(Step(forms, gap, part.startswith("[")))
        gap = 0
    if sum(step.anchor for step in steps) != 1:
        raise LexiconError(name, f"{saying.words!r} must hang on one word")
    return tuple(steps)


def _check(entry: Thing | Force, name: str) -> None:
    where = f"{name}: {', '.join(entry.words[:3])}"
    if not entry.words or not entry.example.strip():
        raise LexiconError(where, "needs words and an example")
    twice = sorted({word for word in entry.words if entry.words.count(word) > 1})
    if twice:
        raise LexiconError(where, f"lists {', '.join(twice)} twice")
