"""Cities by name, with the states that have one so called: where a report was filed.

Built from GeoNames (https://www.geonames.org, CC BY 4.0): every place of 5,000 people or more by
its own name, those of 200,000 also by what else they are called; by `python -m eval.cities`.
"""

from __future__ import annotations

import gzip
import unicodedata
from functools import cache
from importlib import resources

_FILE = "data/cities.tsv.gz"


def states_of(city: str) -> frozenset[str]:
    """The codes (ISO 3166 alpha-3) of all states that have a city called ``city``, in whatever case
    and with or without accents; none where no city of that name is known."""
    return frozenset(_cities().get(folded(city), "").split())


def folded(name: str) -> str:
    """A name in small letters, without accents."""
    parts = unicodedata.normalize("NFKD", name)
    return "".join(part for part in parts if not unicodedata.combining(part)).casefold().strip()


@cache
def _cities() -> dict[str, str]:
    packed = resources.files("verbale.lexicon").joinpath(_FILE).read_bytes()
    lines = gzip.decompress(packed).decode("utf-8").splitlines()
    return dict(line.split("\t") for line in lines)
