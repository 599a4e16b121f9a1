"""How words are given away, as data: nouns that mean an interview, a post, a letter ..."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

import msgspec

from verbale.errors import LexiconError
from verbale.model.origin import Channel

_NAME = "data/channels.toml"
_WORD = re.compile(r"[^\W_][\w&’'-]*")


class ChannelEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words for one channel. See ``data/channels.toml`` for the fields."""

    kind: Channel
    words: tuple[str, ...]
    speakers: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    example: str


class ChannelWords(NamedTuple):
    """The words of all channels: in venues, and as the last words of sources."""

    venues: tuple[tuple[str, Channel], ...]
    sources: tuple[tuple[str, Channel], ...]
    audiences: frozenset[str]


class _ChannelFile(msgspec.Struct, forbid_unknown_fields=True):
    channel: tuple[ChannelEntry, ...]


@lru_cache(maxsize=1)
def channel_words() -> ChannelWords:
    """The words that ship with Verbale. Raises `LexiconError` where they do not validate."""
    raw = resources.files("verbale.lexicon").joinpath(_NAME).read_bytes()
    try:
        read = msgspec.toml.decode(raw, type=_ChannelFile)
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        raise LexiconError(_NAME, str(error)) from error
    words = ChannelWords(
        tuple((_plain(word), each.kind) for each in read.channel for word in each.words),
        tuple((_plain(word), each.kind) for each in read.channel for word in each.speakers),
        frozenset(_plain(word) for each in read.channel for word in each.audiences),
    )
    for each in read.channel:
        if _found(each.example, words.venues) != each.kind:
            raise LexiconError(f"{_NAME}: {each.kind}", f"its example {each.example!r} is not one")
    return words


def channel_of_venue(venue: str) -> Channel | None:
    """The channel that a venue names: "an interview", "a post on Telegram"."""
    head = re.split(r"\b(?:to|of|with|by|for|from)\b", venue)[0]
    known = channel_words().venues
    return _found(head, known) or _found(venue, known)


def channel_of_source(source: str) -> Channel | None:
    """The channel of a source that is itself a text: "the Foreign Ministry's statement"."""
    plain = _plain(re.split(r"\b(?:of|on|by|from|between|signed|dated|in|to)\b", source)[0])
    for word, kind in channel_words().sources:
        if plain == word or plain.endswith(f" {word}"):
            return kind
    return None


def is_audience(to: str) -> bool:
    """Whether people spoken to are a public: "farmers in Musina", "the crowd", "parliament"."""
    plain = _plain(re.split(r"\b(?:of|in|at|from|on|outside|near)\b", to)[0]).split()
    return bool(plain) and plain[-1] in channel_words().audiences


def _found(words: str, known: tuple[tuple[str, Channel], ...]) -> Channel | None:
    """The longest of the words known that stands in ``words``; of equals the first listed."""
    plain = f" {_plain(words)} "
    found = [
        (len(word), -at, kind) for at, (word, kind) in enumerate(known) if f" {word} " in plain
    ]
    return max(found)[2] if found else None


def _plain(words: str) -> str:
    return " ".join(_singular(word) for word in _WORD.findall(words.lower()))


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
