"""Act patterns as data: which words, with which complements, mean which PLOVER event.

Meanings are composed. An event noun ("talks", "sanctions") or a verb pattern gives a type; a light
verb ("hold talks") hands it on; an operator ("is ready to", "suspended", "urged") turns it into
another one. So a lexicon of words covers the sentences made of their combinations.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from importlib import resources
from typing import Literal, TypeVar

import msgspec

from verbale.errors import LexiconError
from verbale.lexicon.idioms import IdiomAct, IdiomFile, Idioms, idioms_by_verb
from verbale.lexicon.kinds import EventType

OperatorKind = Literal[
    "do", "will", "seek", "refuse", "ask", "stop", "cancel", "threaten", "fail", "allow"
]
WordKind = Literal["verb", "noun", "adjective"]


class VerbAct(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Verbs that by themselves are an act.

    ``object`` and ``subject`` limit the head noun to classes of the lexicon (``@name``: any proper
    name); ``preps`` wants one of
    these prepositions, ``prep_object`` limits what follows it. ``recipient`` lists the places
    where the other side stands, the likeliest first: ``object``, ``dative`` or a preposition.
    """

    lemmas: tuple[str, ...]
    type: EventType
    mode: str | None = None
    object: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    preps: tuple[str, ...] = ()
    prep_object: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ("object", "against", "on", "with", "to", "from", "in")
    symmetric: bool = False
    example: str


class NounAct(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Event nouns. ``bare``: it tells of an act without a verb, as "X's sanctions on Y" does.

    ``modifiers``: one of these words must stand before it ("military operation"); none of
    ``without`` may ("news conference"). ``lights`` limits the light verbs that make it happen
    (publishing a treaty concludes none). ``plural``: only in the plural, as "talks" differ from
    "talk". ``of`` says whether "of X" names who acts or who is acted on.
    """

    lemmas: tuple[str, ...]
    type: EventType
    mode: str | None = None
    modifiers: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    lights: tuple[str, ...] = ()
    plural: bool = False
    recipient: tuple[str, ...] = ("against", "on", "with", "to", "toward", "towards", "in")
    of: Literal["actor", "recipient", "neither"] = "recipient"
    symmetric: bool = False
    bare: bool = True
    example: str


class Operator(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that take an act for a complement and turn it into another one.

    ``preps`` open the complement beside infinitives, clauses and objects. ``alone`` is the type
    when the complement is no act; without it such a sentence says nothing. ``only``: the types it
    can be about ("lift" sanctions, but not "lift" ties). ``needs``: one of these prepositions must
    be there ("call for", but not "call him"). ``takes`` limits the complement ("told them to
    leave", but not "told a meeting"; "have talks", but not "have to"). ``negated``: counts only
    with "no" or "not" ("sees no reason to").
    """

    lemmas: tuple[str, ...]
    pos: WordKind = "verb"
    kind: OperatorKind
    preps: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    only: tuple[EventType, ...] = ()
    takes: Literal["both", "clause", "thing"] = "both"
    alone: EventType | None = None
    mode: str | None = None
    negated: bool = False
    recipient: tuple[str, ...] = ("object", "dative", "to", "with", "from", "on")
    example: str


#: A class of its own: any proper name.
NAMES = "@name"
_Entry = TypeVar("_Entry", VerbAct, Operator)
_File = TypeVar("_File")
_IDIOMS = "data/idioms.toml"


class _ActFile(msgspec.Struct, forbid_unknown_fields=True):
    transparent: tuple[str, ...]
    blame: tuple[str, ...]
    lemmas: dict[str, str]
    classes: dict[str, tuple[str, ...]]
    verb: tuple[VerbAct, ...]
    noun: tuple[NounAct, ...]
    operator: tuple[Operator, ...]


class ActBook(msgspec.Struct, frozen=True):
    """Patterns by the first word of their lemma, with the rest of it ("break", "off").

    ``classes`` maps a class to its lemmas; ``transparent`` nouns stand for what their "of" names;
    ``blame`` words judge what another side does ("unfriendly", "illegally").
    """

    verbs: Mapping[str, tuple[tuple[VerbAct, str], ...]]
    nouns: Mapping[str, tuple[NounAct, ...]]
    operators: Mapping[tuple[WordKind, str], tuple[tuple[Operator, str], ...]]
    classes: Mapping[str, frozenset[str]]
    transparent: frozenset[str]
    blame: frozenset[str]
    lemmas: Mapping[str, str]
    idioms: Idioms
    entries: tuple[VerbAct | NounAct | Operator, ...]

    def lemma(self, form: str, drawn: str) -> str:
        """The lemma of ``form``: the one ``drawn`` by the parser unless it is known to be wrong."""
        return self.lemmas.get(form.lower()) or drawn.lower()


@lru_cache(maxsize=1)
def act_book() -> ActBook:
    """The patterns that ship with Verbale. Raises `LexiconError` when the file is wrong."""
    name = "data/acts.toml"
    data = resources.files("verbale.lexicon")
    idioms = read_idioms(data.joinpath(_IDIOMS).read_bytes(), _IDIOMS)
    return read_act_book(data.joinpath(name).read_bytes(), name, idioms)


def read_idioms(raw: bytes, name: str) -> tuple[IdiomAct, ...]:
    """The idioms in ``raw`` (TOML); ``name`` is for error messages."""
    return _decoded(raw, IdiomFile, name).idiom


def _decoded(raw: bytes, kind: type[_File], name: str) -> _File:
    try:
        return msgspec.toml.decode(raw, type=kind)
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        raise LexiconError(name, str(error)) from error


def read_act_book(raw: bytes, name: str, idioms: Sequence[IdiomAct] = ()) -> ActBook:
    """The patterns in ``raw`` (TOML) beside ``idioms``; ``name`` is for error messages."""
    read = _decoded(raw, _ActFile, name)
    entries: tuple[VerbAct | NounAct | Operator, ...] = (*read.verb, *read.noun, *read.operator)
    _check(entries, read, name)
    return ActBook(
        verbs=_by_first_word(read.verb),
        nouns={
            lemma: tuple(entry for entry in read.noun if lemma in entry.lemmas)
            for entry in read.noun
            for lemma in entry.lemmas
        },
        operators={
            (pos, first): found
            for pos in ("verb", "noun", "adjective")
            for first, found in _by_first_word(op for op in read.operator if op.pos == pos).items()
        },
        classes={name: frozenset(lemmas) for name, lemmas in read.classes.items()},
        transparent=frozenset(read.transparent),
        blame=frozenset(read.blame),
        lemmas=read.lemmas,
        idioms=idioms_by_verb(idioms, read.classes, _IDIOMS),
        entries=entries,
    )


def _check(entries: Iterable[VerbAct | NounAct | Operator], read: _ActFile, name: str) -> None:
    for entry in entries:
        where = f"{name}: {', '.join(entry.lemmas[:3])}"
        if not entry.lemmas or not entry.example.strip():
            raise LexiconError(where, "needs lemmas and an example")
        if len(set(entry.lemmas)) < len(entry.lemmas):
            raise LexiconError(where, "lists a lemma twice")
        if isinstance(entry, VerbAct):
            for group in (*entry.object, *entry.subject, *entry.prep_object):
                if group not in read.classes and group != NAMES:
                    raise LexiconError(where, f"names the class {group!r}, which is not defined")


def _by_first_word(
    entries: Iterable[_Entry],
) -> dict[str, tuple[tuple[_Entry, str], ...]]:
    found: dict[str, list[tuple[_Entry, str]]] = {}
    for entry in entries:
        for lemma in entry.lemmas:
            first, _, rest = lemma.partition(" ")
            found.setdefault(first, []).append((entry, rest))
    # a phrasal verb is tried before the plain one
    return {
        first: tuple(sorted(both, key=lambda pair: -len(pair[1]))) for first, both in found.items()
    }
