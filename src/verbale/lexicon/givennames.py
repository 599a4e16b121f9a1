"""Given names as data, with the gender they tell: who "she" may be, which name is a person's."""

from __future__ import annotations

from collections import Counter
from functools import cache
from importlib import resources
from typing import Literal

import msgspec

from verbale.errors import LexiconError

_FILE = "data/given_names.toml"

#: What a given name tells: a man's, a woman's, or either's.
Told = Literal["m", "f", "?"]


class GivenNames(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The names of one region, separated by white space, in small letters without accents."""

    example: str
    men: str = ""
    women: str = ""
    either: str = ""


def given_name(name: str) -> Told | None:
    """What ``name`` (in small letters, without accents) tells as a given name; None if it is not
    known as one. A name of men in one region and of women in another tells nothing more."""
    return _names().get(name)


@cache
def given_names() -> dict[str, GivenNames]:
    """Every region's names. Raises `LexiconError` when a name stands twice in one of them or its
    example does not hold."""
    raw = resources.files("verbale.lexicon").joinpath(_FILE).read_bytes()
    try:
        regions = msgspec.toml.decode(raw, type=dict[str, GivenNames])
    except msgspec.ValidationError as error:
        raise LexiconError(_FILE, str(error)) from error
    for region, names in regions.items():
        words = Counter([*names.men.split(), *names.women.split(), *names.either.split()])
        twice = {word for word, times in words.items() if times > 1}
        if twice:
            raise LexiconError(_FILE, f"{region}: {', '.join(sorted(twice))} stands twice")
        name, _, told = names.example.partition(" ")
        if name not in {"m": names.men, "f": names.women}.get(told, names.either).split():
            raise LexiconError(_FILE, f"{region}: the example {names.example!r} does not hold")
    return regions


@cache
def _names() -> dict[str, Told]:
    found: dict[str, Told] = {}
    listed: tuple[tuple[Told, str], ...] = (("m", "men"), ("f", "women"), ("?", "either"))
    for names in given_names().values():
        for told, field in listed:
            for name in getattr(names, field).split():
                found[name] = told if found.get(name, told) == told else "?"
    return found
