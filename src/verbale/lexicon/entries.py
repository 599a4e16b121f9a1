"""The entries of the lexicon: what names can stand for. One record a kind of thing.

Every entry carries an ``example``, a short sentence in which the lexicon must find it; loading
fails where it does not, so that a form that can never match is noticed by whoever adds it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from verbale.model.span import Span

PartyKind = Literal[
    "state", "de-facto", "igo", "union", "alliance", "territory", "movement", "company"
]
BodyKind = Literal[
    "presidency",
    "government",
    "ministry",
    "parliament",
    "court",
    "military",
    "intelligence",
    "police",
    "central-bank",
    "political-party",
    "mission",
    "secretariat",
    "agency",
    "media",
    "group",
]
OutletKind = Literal[
    "agency", "newspaper", "broadcaster", "magazine", "website", "state-body", "aggregator"
]
TitleKind = Literal["office", "honorific", "military", "academic", "religious", "group"]
Service = Literal["state", "shared", "abroad", ""]
Role = Literal["name", "adjective", "people", "capital", "metonym", "alias", "form"]


class Party(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A state, organisation, movement or company that can be a side of a matter.

    ``code`` is ISO 3166-1 alpha-3 for states (``XKX`` Kosovo, ``SUN`` Soviet Union), the usual
    acronym for organisations. ``name`` is the canonical English name; ``names`` the other ones.
    ``metonyms`` are places whose name stands for the government; a capital that does so is in
    both lists, and its matches have the role ``metonym``. ``halves`` follow "the" and stand for it
    only in a text that has its name: "the North" is North Korea where North Korea is spoken of.
    """

    code: str
    kind: PartyKind
    name: str
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    halves: tuple[str, ...] = ()
    example: str


class Institution(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One specific body and whose it is: Kremlin -> RUS. ``country`` is a party's code."""

    name: str
    country: str
    kind: BodyKind
    aliases: tuple[str, ...] = ()
    example: str


class Body(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A generic body that takes a state from its context: "the Japanese Foreign Ministry"."""

    name: str
    kind: BodyKind
    aliases: tuple[str, ...] = ()
    example: str


class Outlet(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who publishes or supplies reports.

    ``short`` is what credit lines call it, where that is not the name.
    ``aliases`` are searched for in texts; ``labels`` are names too common for that ("Trend",
    "Time") and are known to ``Lexicon.outlet`` only. ``parent`` is the outlet or company it
    belongs to, where that is a plain public fact.
    """

    name: str
    kind: OutletKind
    country: str | None = None
    aliases: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    parent: str | None = None
    short: str | None = None
    example: str

    @property
    def credit(self) -> str:
        """What the outlet is called in a credit line or a chain: AFP, Kyodo, TASS."""
        return self.short or self.name


class Title(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An office, rank, form of address or word for a group of people.

    ``serves``: whose it is where no state is named: a ``state``'s own, ``shared`` with firms and
    clubs, or held ``abroad``.
    """

    name: str
    kind: TitleKind
    serves: Service = ""
    forms: tuple[str, ...] = ()
    example: str


class Block(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Names that contain another name and do not mean it: "South China Sea".

    They are matched like the others, so that they win over what they contain, and yield nothing.
    """

    name: str
    forms: tuple[str, ...]
    example: str


Entry = Party | Institution | Body | Outlet | Title


class Match(msgspec.Struct, frozen=True):
    """A name found in a text: where, what it stands for, and which kind of form it was."""

    span: Span
    entry: Entry
    role: Role


def key_of(entry: Entry | Block) -> str:
    """What makes the entry itself among those of its kind: a party's code, else its name."""
    return entry.code if isinstance(entry, Party) else entry.name


def forms_of(entry: Entry | Block) -> Iterator[tuple[str, Role]]:
    """Every form to search for, with its role; where a form has two roles the first one counts.

    A name with a bracket is a label for people to read ("Kremlin (Presidential ...)"): it is
    not searched for.
    """
    if isinstance(entry, Block):
        yield from ((form, "form") for form in entry.forms)
        return
    if "(" not in entry.name:
        yield entry.name, "form" if isinstance(entry, Title) else "name"
    match entry:
        case Party():
            yield from ((form, "name") for form in entry.names)
            yield from ((form, "metonym") for form in entry.metonyms)
            yield from ((form, "adjective") for form in entry.adjectives)
            yield from ((form, "people") for form in entry.people)
            yield from ((form, "capital") for form in entry.capitals)
        case Title():
            yield from ((form, "form") for form in entry.forms)
        case _:
            yield from ((form, "alias") for form in entry.aliases)
