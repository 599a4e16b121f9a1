"""Whose people are of whom no state is told: those of the place of filing, or nobody's.

Each line is what stands behind the name; beside it whether the person is presumed to be of the
place. All people are invented.
"""

from __future__ import annotations

import pytest

from verbale import annotate

PRIVATE = (
    "a farmer with two cows",
    "the owner of a smokehouse, a baker by trade",
    "61",
    "aged 34",
    "who runs a mill on the river",
    "who has fished the lake since 1990",
    "who chairs the fruit growers’ association",
    "who heads a small bakery",
    "director of the growers’ union",
    "who manages the only hotel in the valley",
)
GUESTS = (
    "who had come for the summit",
    "who heads the visiting delegation",
    "who leads the European talks team",
    "a friend of the family",
)
SERVANTS = (
    "the interior minister",
    "a police chief",
    "the coast guard commander",
    "a customs officer",
    "a colonel in the border guard",
    "the mayor",
    "governor of the district",
    "the president’s spokesman",
    "the government spokesman",
)
OTHERS = (
    "chief executive officer of Norland Dam",
    "chief economist at Norland Bank",
    "vice president of the Norland Dam Company",
    "general manager of the ferry",
    "sales director of Norland Dam",
    "the Norland Dam spokesman",
    "ambassador",
    "mayor of Sandhaven",
    "a colonel",
)


def state_of(behind: str) -> str | None:
    text = (
        "TBILISI, May 4 (Savanna Wire) - The hall was full.\n\n"
        f"“The road is closed,” said Mira Toland, {behind}."
    )
    return annotate(text).statements[0].country


@pytest.mark.parametrize("behind", PRIVATE + SERVANTS)
def test_people_of_the_place(behind: str) -> None:
    assert state_of(behind) == "GEO"


@pytest.mark.parametrize("behind", GUESTS + OTHERS)
def test_nobody_s(behind: str) -> None:
    assert state_of(behind) is None
