"""Reads lexicon files and says what is wrong with them.

A file is TOML with any of the arrays ``[[party]]``, ``[[institution]]``, ``[[body]]``,
``[[outlet]]``, ``[[title]]`` and ``[[block]]``, and optionally ``shy``, a list of forms. An entry
whose code or name is known already adds its forms to that entry.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from verbale.errors import LexiconError
from verbale.lexicon.entries import (
    Block,
    Body,
    Entry,
    Institution,
    Outlet,
    Party,
    Title,
    forms_of,
    key_of,
)
from verbale.lexicon.match import FormTakenError, Matcher

_KINDS: dict[str, type[Entry] | type[Block]] = {
    "party": Party,
    "institution": Institution,
    "body": Body,
    "outlet": Outlet,
    "title": Title,
    "block": Block,
}
_DATA = Path(__file__).parent / "data"
#: Read in this order. Files of other stages (cue words, patterns) may lie in the same folder.
_BUILT_IN = (
    "states.toml",
    "parties.toml",
    "institutions.toml",
    "bodies.toml",
    "outlets.toml",
    "titles.toml",
    "blocks.toml",
)


class Place(NamedTuple):
    """Where an entry stands: its file, its array and its number there, from 1."""

    file: Path
    array: str
    number: int
    key: str = ""

    def wrong(self, reason: str) -> LexiconError:
        """An error about the entry at this place."""
        named = f" {self.key!r}" if self.key else ""
        return LexiconError(f"{self.file}: [[{self.array}]] {self.number}{named}", reason)


class Loaded(NamedTuple):
    """All entries, merged, in the order read, and the matcher over them."""

    entries: tuple[Entry | Block, ...]
    shy: tuple[str, ...]
    matcher: Matcher


def built_in() -> tuple[Path, ...]:
    """The files that come with Verbale."""
    return tuple(_DATA / name for name in _BUILT_IN)


def load(files: Sequence[Path]) -> Loaded:
    """Everything in ``files``, checked. Raises ``LexiconError`` at the first thing wrong."""
    entries: dict[tuple[str, str], Entry | Block] = {}
    examples: list[tuple[Place, str]] = []
    shy: list[str] = []
    for file in files:
        table = _read(file)
        shy += _shy(table.pop("shy", []), file)
        for place, item in _items(table, file):
            place, entry = _entry(place, item, entries)
            entries[place.array, place.key] = entry
            examples.append((place, item["example"]))
    places = {(place.array, place.key): place for place, _ in examples}
    _check_countries(entries, places)
    matcher = _matcher(entries, places, shy)
    for place, example in examples:
        _check_example(place, example, entries[place.array, place.key], matcher)
    return Loaded(tuple(entries.values()), tuple(shy), matcher)


def _read(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise LexiconError(str(file), f"cannot be read: {error.strerror}") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(str(file), f"is not TOML in UTF-8: {error}") from error


def _shy(value: object, file: Path) -> list[str]:
    try:
        return msgspec.convert(value, list[str])
    except msgspec.ValidationError as error:
        raise LexiconError(f"{file}: shy", str(error)) from error


def _items(table: dict[str, Any], file: Path) -> Iterator[tuple[Place, dict[str, Any]]]:
    for array, items in table.items():
        if array not in _KINDS:
            raise LexiconError(f"{file}: {array}", f"unknown; known are {', '.join(_KINDS)}, shy")
        if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
            raise LexiconError(f"{file}: {array}", f"write each entry under [[{array}]]")
        for number, item in enumerate(items, 1):
            yield Place(file, array, number), item


def _entry(
    place: Place, item: dict[str, Any], known: dict[tuple[str, str], Entry | Block]
) -> tuple[Place, Entry | Block]:
    """The entry at ``place``, joined with the one that has its code or name already."""
    key = item.get("code" if place.array == "party" else "name")
    if isinstance(key, str):
        place = place._replace(key=key)
    earlier = known.get((place.array, place.key))
    fields = {**_identity(earlier), **item} if earlier else item
    try:
        entry = msgspec.convert(fields, _KINDS[place.array])
    except msgspec.ValidationError as error:
        raise place.wrong(str(error)) from error
    _check_forms(place, entry)
    return place, _joined(earlier, entry, place) if earlier else entry


def _identity(entry: Entry | Block) -> dict[str, Any]:
    """What an entry that only adds names need not repeat."""
    return {
        name: value
        for name, value in msgspec.structs.asdict(entry).items()
        if not isinstance(value, tuple) and name != "example"
    }


def _joined(earlier: Entry | Block, entry: Entry | Block, place: Place) -> Entry | Block:
    """``earlier`` with the lists of ``entry`` added. Raises where the two contradict each other."""
    before = msgspec.structs.asdict(earlier)
    changes: dict[str, Any] = {}
    for field, value in msgspec.structs.asdict(entry).items():
        if isinstance(value, tuple):
            changes[field] = before[field] + tuple(v for v in value if v not in before[field])
        elif field != "example" and value != before[field]:
            raise place.wrong(f"{field} is {value!r} here and {before[field]!r} before")
    return msgspec.structs.replace(earlier, **changes)


def _check_forms(place: Place, entry: Entry | Block) -> None:
    if not key_of(entry).strip():
        raise place.wrong("has an empty name or code")
    if not entry.example.strip():
        raise place.wrong("has no example")
    for field, value in msgspec.structs.asdict(entry).items():
        if not isinstance(value, tuple):
            continue
        for form in value:
            if form != form.strip() or not any(char.isalnum() for char in form):
                raise place.wrong(f"{field} holds {form!r}, which is no name")
            if value.count(form) > 1:
                raise place.wrong(f"{field} holds {form!r} twice")


def _check_countries(
    entries: dict[tuple[str, str], Entry | Block], places: dict[tuple[str, str], Place]
) -> None:
    for where, entry in entries.items():
        country = getattr(entry, "country", None)
        if country is not None and ("party", country) not in entries:
            raise places[where].wrong(f"country {country!r} is the code of no party")


def _matcher(
    entries: dict[tuple[str, str], Entry | Block],
    places: dict[tuple[str, str], Place],
    shy: Sequence[str],
) -> Matcher:
    matcher = Matcher(shy)
    for where, entry in entries.items():
        try:
            matcher.add(entry)
        except FormTakenError as taken:
            reason = f"{taken.form!r} already stands for {key_of(taken.owner)!r}"
            raise places[where].wrong(reason) from taken
    return matcher


def _check_example(place: Place, example: str, entry: Entry | Block, matcher: Matcher) -> None:
    found = [match.entry for match in matcher.find(example, 0, len(example))]
    if isinstance(entry, Block) and found:
        raise place.wrong(f"its example {example!r} still yields {key_of(found[0])!r}")
    searched = [form for form, _ in forms_of(entry)]
    if isinstance(entry, Block) or not searched:
        shown = any(form in example for form in (searched or _labels(entry)))
    else:
        shown = any(each is entry for each in found)
    if not shown:
        raise place.wrong(f"none of its forms is found in its example {example!r}")


def _labels(entry: Entry | Block) -> tuple[str, ...]:
    """What an entry that is never searched for is called: its labels, its name less the bracket."""
    labels = entry.labels if isinstance(entry, Outlet) else ()
    return (*labels, entry.name.partition(" (")[0])
