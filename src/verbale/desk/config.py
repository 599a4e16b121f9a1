"""``desk.toml``: what a desk follows, and how it is watched. Optional; matters are found without.

::

    [watch]
    every = "15m"
    folders = ["incoming"]
    atom = "news.xml"

    [[follow]]
    name = "the peace treaty"
    parties = ["JPN", "Russia"]
    terms = ["peace treaty", "northern territories"]
    feeds = ["https://outlet.example/feed.xml"]
    tell = ["shifts", "silence"]
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

import msgspec

from verbale.desk.durations import seconds
from verbale.errors import UsageError
from verbale.lexicon import Lexicon
from verbale.lexicon.parties import code_of
from verbale.record import MatterRow, Record
from verbale.record.fulltext import key
from verbale.record.watching import NewsKind

NAME = "desk.toml"
_WEB = ("https://", "http://")


class Follow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing that is followed.

    ``parties`` are codes or names of states and organisations, ``terms`` words that reports have
    for it, ``feeds`` addresses to read it in, ``tell`` the kinds of news that are wanted (all but
    statements and acts where it is not said).
    """

    name: str
    parties: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    feeds: tuple[str, ...] = ()
    tell: tuple[NewsKind, ...] = ()


class WatchSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a desk is watched.

    ``every`` is the time between rounds and ``silence`` after how long without a word a side counts
    as silent, both like ``15m``, ``6h``, ``180d``. ``feeds`` and ``folders`` are read besides those
    of what is followed; folders and ``atom``, the file that news are written to, count from the
    folder of desk.toml. ``pages`` fetches the pages that feeds link to. ``webhook`` is an address
    that news are posted to. ``private`` permits addresses that are not on the public internet.
    """

    every: str = "15m"
    silence: str = "180d"
    feeds: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    pages: bool = False
    atom: str | None = None
    webhook: str | None = None
    private: bool = False


class Desk(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All that is followed, in the order of the file, and how it is watched."""

    follow: tuple[Follow, ...] = ()
    watch: WatchSettings = WatchSettings()

    @property
    def feeds(self) -> tuple[str, ...]:
        """All feeds, each once."""
        own = (feed for each in self.follow for feed in each.feeds)
        return tuple(dict.fromkeys((*own, *self.watch.feeds)))


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
    _check_watch(desk.watch, path)
    names = [follow.name for follow in desk.follow]
    for follow in desk.follow:
        if names.count(follow.name) > 1:
            raise UsageError(f"{path}: {follow.name!r}", "is followed twice; give it one entry")
    return msgspec.structs.replace(
        desk, follow=tuple(_checked(follow, path, lexicon) for follow in desk.follow)
    )


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
    _check_feeds(follow.feeds, where)
    try:
        parties = tuple(code_of(party, lexicon) for party in follow.parties)
    except UsageError as error:
        raise UsageError(where, str(error)) from error
    return msgspec.structs.replace(follow, parties=tuple(dict.fromkeys(parties)))


def _check_watch(watch: WatchSettings, path: Path) -> None:
    where = f"{path}: [watch]"
    for name, told in (("every", watch.every), ("silence", watch.silence)):
        try:
            seconds(told)
        except UsageError as error:
            raise UsageError(where, f"{name}: {error}") from error
    _check_feeds(watch.feeds, where)
    if any(not folder.strip() for folder in watch.folders):
        raise UsageError(where, "has an empty folder")
    if watch.webhook is not None and not watch.webhook.startswith(_WEB):
        raise UsageError(where, f"{watch.webhook!r} is no address; it begins with https://")


def _check_feeds(feeds: tuple[str, ...], where: str) -> None:
    for feed in feeds:
        if not feed.startswith(_WEB):
            raise UsageError(where, f"{feed!r} is no address of a feed; it begins with https://")


def _located(told: str) -> str:
    """A validator's words, with the place as a reader of the file would say it, and with the fields
    that there are where one is unknown."""
    unknown = _UNKNOWN.search(told)
    if unknown is None:
        return told.replace("`$.follow[...]", "`[[follow]] ").replace("- at ", "in ")
    where, kind = _TABLES.get(unknown["table"] or "", ("", Desk))
    fields = ", ".join(kind.__struct_fields__)
    return f"unknown field {unknown['field']!r}{where}; the fields there are {fields}"


#: How msgspec tells of a field that it does not know.
_UNKNOWN = re.compile(r"unknown field `(?P<field>[^`]*)`(?: - at `\$\.(?P<table>\w+)[^`]*`)?")
_TABLES: Mapping[str, tuple[str, type[msgspec.Struct]]] = {
    "follow": (" in [[follow]]", Follow),
    "watch": (" in [watch]", WatchSettings),
}
