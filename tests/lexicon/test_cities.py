"""Cities as GeoNames has them: under which names, and of which states."""

from __future__ import annotations

import gzip

import pytest

from eval import cities as building
from verbale.lexicon.cities import states_of


@pytest.mark.parametrize(
    ("city", "states"),
    [
        ("Batken", {"KGZ"}),
        ("BATKEN", {"KGZ"}),
        ("Guayaquil", {"ECU"}),
        ("Malmö", {"SWE"}),
        ("Malmo", {"SWE"}),
        ("Kharkov", {"UKR"}),
        ("La Union", {"CHL", "SLV"}),
        ("Nowhere-on-Sea", set()),
    ],
)
def test_states_that_have_a_city_so_called(city: str, states: set[str]) -> None:
    assert states <= states_of(city)
    assert bool(states) == bool(states_of(city))


def test_the_file_is_built_of_names_and_of_other_names_of_large_cities() -> None:
    found = [
        building.City("Ábó", "AA", 6_000, ["Turk"]),
        building.City("Abo", "BB", 300_000, ["Old Abo", "阿伯"]),
    ]
    packed = building.packed(found, {"AA": "AAA", "BB": "BBB"})
    assert gzip.decompress(packed).decode() == "abo\tAAA BBB\nold abo\tBBB\n"
    assert packed == building.packed(reversed(found), {"AA": "AAA", "BB": "BBB"})
