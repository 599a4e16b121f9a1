"""Which reports of an archive are wanted: ``party = Japan and matter ~ "peace treaty"``.

::

    party = NAME       who speaks, acts or takes a position; each that is named must
    matter ~ WORDS     words of what its positions are on, or of its text
    since = DAY        published on this day or later: 2025, 2025-04 or 2025-04-08
    until = DAY        up to and with this day
    outlet = NAME      published or credited by
    language = CODE    such as en or fr

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
#: The terms: the sign of each, and what stands after it.
_TERMS = {
    "party": ("=", "NAME"),
    "matter": ("~", "WORDS"),
    "since": ("=", "DAY"),
    "until": ("=", "DAY"),
    "outlet": ("=", "NAME"),
    "language": ("=", "CODE"),
}
_CODE = re.compile(r"[a-z]{2,3}")


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
    asked: dict[str, list[str]] = {name: [] for name in _TERMS}
    for name, value in _terms(words):
        asked[name].append(value)
    return Slice(
        parties=tuple(code_of(name, lexicon()) for name in asked["party"]),
        matters=tuple(asked["matter"]),
        since=max((bound(day)[0] for day in asked["since"]), default=None),
        until=min((bound(day)[1] for day in asked["until"]), default=None),
        outlets=tuple(asked["outlet"]),
        languages=tuple(map(_language, asked["language"])),
    )


def _language(code: str) -> str:
    if not _CODE.fullmatch(code.lower()):
        raise UsageError("--where", f"“{code}” is no code of a language, such as en or fr")
    return code.lower()


def _terms(words: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    at = 0
    text = words.strip()
    while at < len(text):
        if found:
            mark = _AND.match(text, at)
            if mark is None:
                raise UsageError("--where", _NOT_JOINED.format(text[at:].strip()))
            at = mark.end()
        term = _TERM.match(text, at)
        if term is None or _TERMS.get(term["name"], ("",))[0] != term["sign"]:
            known = ", ".join(f"{name} {sign} {what}" for name, (sign, what) in _TERMS.items())
            raise UsageError("--where", _NO_TERM.format(text[at:], known))
        found.append((term["name"], "".join(shlex.split(term["value"]))))
        at = term.end()
    return found


_NOT_JOINED = (
    "“{}” is not joined on by “and”; what fits must fit all terms, and words with spaces stand"
    " in quotation marks"
)
_NO_TERM = "“{}” is no term; the terms are {}"
