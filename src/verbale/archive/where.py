"""Which reports of an archive are wanted: ``party = Japan and matter ~ "peace treaty"``.

::

    party = NAME       who speaks, acts or takes a position; each that is named must
    matter ~ WORDS     words of what its positions are on, or of its text
    since = DAY        published on this day or later: 2025, 2025-04 or 2025-04-08
    until = DAY        up to and with this day
    outlet = NAME      published or credited by
    language = CODE

Terms are joined by ``and`` or a comma; words with spaces stand in quotation marks.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable

import msgspec

from verbale.errors import UsageError
from verbale.lexicon import Lexicon
from verbale.lexicon.parties import code_of
from verbale.record.days import bound

_TERM = re.compile(r"(?P<name>\w+)\s*(?P<sign>=|~)\s*(?P<value>\"[^\"]*\"|'[^']*'|[^\s\"',=~]+)")
_AND = re.compile(r"\s+and\s+|\s*,\s*", re.IGNORECASE)
_SIGNS = {"party": "=", "matter": "~", "since": "=", "until": "=", "outlet": "=", "language": "="}


class Slice(msgspec.Struct, frozen=True, kw_only=True):
    """Reports that fit all of it; days are ISO. Empty fields leave it open."""

    parties: tuple[str, ...] = ()
    matters: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    outlets: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()


def slice_of(words: str, lexicon: Callable[[], Lexicon]) -> Slice:
    """What ``words`` ask for; ``lexicon`` is asked for where they name parties.

    Raises `UsageError` for what they are not.
    """
    asked: dict[str, list[str]] = {name: [] for name in _SIGNS}
    for name, value in _terms(words):
        asked[name].append(value)
    return Slice(
        parties=tuple(code_of(name, lexicon()) for name in asked["party"]),
        matters=tuple(asked["matter"]),
        since=max((bound(day)[0] for day in asked["since"]), default=None),
        until=min((bound(day)[1] for day in asked["until"]), default=None),
        outlets=tuple(asked["outlet"]),
        languages=tuple(asked["language"]),
    )


def _terms(words: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    at = 0
    text = words.strip()
    while at < len(text):
        if found:
            mark = _AND.match(text, at)
            if mark is None:
                raise UsageError(words, f"“{text[at:].strip()}” is not joined on by “and”")
            at = mark.end()
        term = _TERM.match(text, at)
        if term is None or _SIGNS.get(term["name"]) != term["sign"]:
            known = ", ".join(f"{name} {sign} …" for name, sign in _SIGNS.items())
            raise UsageError(words, f"“{text[at:]}” is no term; the terms are {known}")
        found.append((term["name"], "".join(shlex.split(term["value"]))))
        at = term.end()
    return found
