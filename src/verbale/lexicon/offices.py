"""What titles tell: which offices a loose word may stand for ("the leader" may be the president
named before), and whose an office is that one state alone calls so."""

from __future__ import annotations

from functools import cache
from importlib import resources

import msgspec

from verbale.errors import LexiconError

_FILE = "data/offices.toml"


class Loose(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A loose word, the titles (names in ``titles.toml``) it may stand for, a line with both."""

    loose: str
    strict: tuple[str, ...]
    example: str


class Peculiar(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Offices, in small letters, that only the state with the code ``country`` calls so."""

    country: str
    titles: tuple[str, ...]
    example: str


class _Offices(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    office: tuple[Loose, ...]
    peculiar: tuple[Peculiar, ...]


def state_of_office(title: str) -> str | None:
    """The code of the one state that has an office called ``title``: "Taoiseach", IRL."""
    return _states().get(" ".join(title.lower().removeprefix("the ").split()))


@cache
def _states() -> dict[str, str]:
    return {title: entry.country for entry in peculiar_offices() for title in entry.titles}


@cache
def stands_for(title: str) -> frozenset[str]:
    """The names of the titles that ``title`` may stand for beside itself."""
    return frozenset(
        strict for entry in loose_offices() if entry.loose == title for strict in entry.strict
    )


def loose_offices() -> tuple[Loose, ...]:
    """Every loose word. Raises `LexiconError` when an example shows none of its offices."""
    return _offices().office


def peculiar_offices() -> tuple[Peculiar, ...]:
    """Every state with such offices. Raises `LexiconError` as `loose_offices` does."""
    return _offices().peculiar


@cache
def _offices() -> _Offices:
    raw = resources.files("verbale.lexicon").joinpath(_FILE).read_bytes()
    try:
        found = msgspec.toml.decode(raw, type=_Offices)
    except msgspec.ValidationError as error:
        raise LexiconError(_FILE, str(error)) from error
    for loose in found.office:
        if loose.loose not in loose.example or not any(s in loose.example for s in loose.strict):
            raise LexiconError(
                f"{_FILE}: {loose.loose!r}", "its example must show it and an office"
            )
    for own in found.peculiar:
        if not any(title in own.example.lower() for title in own.titles):
            raise LexiconError(f"{_FILE}: {own.country!r}", "its example must show an office")
    return found
