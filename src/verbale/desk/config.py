"""``desk.toml``: what a desk follows. Optional; matters are found without it.

::

    [[follow]]
    name = "the peace treaty"
    parties = ["JPN", "Russia"]
    terms = ["peace treaty", "northern territories"]
    feeds = ["https://outlet.example/feed.xml"]
    tell = ["shifts", "claims"]
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Literal

import msgspec

from verbale.errors import UsageError
from verbale.lexicon import Lexicon
from verbale.lexicon.parties import code_of
from verbale.record import MatterRow, Record
from verbale.record.fulltext import key

NAME = "desk.toml"
Telling = Literal["statements", "acts", "positions", "shifts", "names", "claims"]


class Follow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing that is followed.

    ``parties`` are codes or names of states and organisations, ``terms`` words that reports have
    for it, ``feeds`` addresses to read it in, ``tell`` the kinds of news that are wanted.
    """

    name: str
    parties: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    feeds: tuple[str, ...] = ()
    tell: tuple[Telling, ...] = ()


class Desk(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All that is followed, in the order of the file."""

    follow: tuple[Follow, ...] = ()


class Followed(msgspec.Struct, frozen=True, kw_only=True):
    """What is followed, and the matters that it was found in, none so far where it was not."""

    follow: Follow
    matters: tuple[MatterRow, ...]


def read_desk(path: Path, lexicon: Lexicon) -> Desk:
    """The desk described in a file, parties as codes. Raises `UsageError`, which says where."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        desk = msgspec.convert(table, Desk)
    except OSError as error:
        raise UsageError(str(path), f"cannot be read: {error.strerror or error}") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(str(path), f"is not TOML in UTF-8: {error}") from error
    except msgspec.ValidationError as error:
        raise UsageError(str(path), _located(str(error))) from error
    names = [follow.name for follow in desk.follow]
    for follow in desk.follow:
        if names.count(follow.name) > 1:
            raise UsageError(f"{path}: {follow.name!r}", "is followed twice; give it one entry")
    return Desk(follow=tuple(_checked(follow, path, lexicon) for follow in desk.follow))


def followed(record: Record, desk: Desk) -> tuple[Followed, ...]:
    """The matters of ``record`` that are followed, each by its terms, among its parties."""
    rows = record.matters().rows
    return tuple(
        Followed(follow=each, matters=tuple(row for row in rows if _fits(each, row)))
        for each in desk.follow
    )


def _fits(follow: Follow, row: MatterRow) -> bool:
    matter = row.matter
    shared = set(follow.parties) & set(matter.parties)
    if follow.parties and len(shared) < min(len(follow.parties), len(matter.parties)):
        return False
    words = "".join(key(wording) for wording in (matter.name, *matter.wordings))
    return not follow.terms or any(key(term) in words for term in follow.terms)


def _checked(follow: Follow, path: Path, lexicon: Lexicon) -> Follow:
    where = f"{path}: {follow.name!r}"
    if not follow.name.strip():
        raise UsageError(str(path), "something followed has no name")
    if not follow.parties and not follow.terms:
        raise UsageError(where, "says neither whose matter it is (parties) nor what (terms)")
    if any(not term.strip() for term in follow.terms):
        raise UsageError(where, "has an empty term")
    for feed in follow.feeds:
        if not feed.startswith(("https://", "http://")):
            raise UsageError(where, f"{feed!r} is no address of a feed; it begins with https://")
    try:
        parties = tuple(code_of(party, lexicon) for party in follow.parties)
    except UsageError as error:
        raise UsageError(where, str(error)) from error
    return msgspec.structs.replace(follow, parties=tuple(dict.fromkeys(parties)))


def _located(told: str) -> str:
    """A validator's words, with the place as a reader of the file would say it."""
    return told.replace("`$.follow[...]", "`[[follow]] ").replace("- at ", "in ")
