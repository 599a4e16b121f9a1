"""Who speaks: names, offices, bodies, capitals and pronouns, and when it stays unknown.

Beside each text stand its speakers as ``name | state``, one for each statement; ``?`` is unknown.
"""

from __future__ import annotations

import pytest

from tests.statements.reading import read, report_of

TURKISH_MFA = "Turkish Ministry of Foreign Affairs | TUR"


def _case(text: str, *speakers: str, fails: str | None = None) -> object:
    marks = [pytest.mark.xfail(reason=fails, strict=False)] if fails else []
    return pytest.param(text, speakers, marks=marks, id=text[-60:])


NAMED = [
    _case("Turkish Ambassador Kemal Aras came. Aras said no.", "Kemal Aras | TUR"),
    _case(
        "Turkish Minister Kemal Aras met Latvian General Deniz Aras. Aras said no.",
        "Aras",
    ),
    _case(
        "Turkish Minister Kemal Aras met Latvian General Deniz Aras. General Aras said no.",
        "Deniz Aras | LVA",
    ),
]

BY_OFFICE = [
    _case("Turkish Ambassador Kemal Aras came. The ambassador said no.", "Kemal Aras | TUR"),
    _case(
        "Turkish Ambassador Kemal Aras met Latvian Ambassador Mira Toland. "
        "The Turkish ambassador said no.",
        "Kemal Aras | TUR",
    ),
    _case(
        "Turkish Ambassador Kemal Aras met Latvian Ambassador Mira Toland. The ambassador said no.",
        "?",
        fails="the nearest holder of the office is taken, though there are two",
    ),
    _case(
        "Foreign Minister Kemal Aras met General Deniz Aras. The foreign minister said no.",
        "Kemal Aras",
    ),
    _case("Mira Toland came. The ambassador said no.", "?"),
    _case(
        "Kemal Aras, division vice president, Nokka Sales and Service, came. Nokka said no.",
        "Nokka",
    ),
    _case(
        "Kemal Aras and Deniz Reed were freed in May. Both men said that they were well.",
        "Kemal Aras and Deniz Reed",
    ),
    _case(
        "Ilse Varga is a poet. Ilse Varga said no. When Reed visited his editor Teresa Kestrel at "
        "her office, he smiled. “It was late,” she recalled.",
        "Ilse Varga",
        "Teresa Kestrel",
    ),
    _case("The patient slept. “I am well,” the patient wrote.", "unnamed patient"),
    _case("An ambassador said no.", "unnamed ambassador"),
]

BODIES = [
    _case("The Turkish Foreign Ministry said no.", TURKISH_MFA),
    _case("Turkey’s Foreign Ministry said no.", TURKISH_MFA),
    _case("The foreign ministry of Turkey said no.", TURKISH_MFA),
    _case("The Turkish Foreign Ministry sent a note. The ministry said no.", TURKISH_MFA),
    _case("The Turkish Foreign Ministry said no. It said it twice.", TURKISH_MFA, TURKISH_MFA),
    _case("The European Union said no.", "European Union | EU"),
    _case("NATO said no.", "North Atlantic Treaty Organization | NATO"),
    _case("The State Department said no.", "Department of State (United States) | USA"),
    _case("The Norland Dam Company said no.", "Norland Dam Company"),
]

METONYMS = [
    _case("Tokyo said no.", "Japan | JPN"),
    _case("Downing Street said no.", "Downing Street | GBR"),
    _case("The White House said no.", "White House | USA"),
    _case("Brussels said no.", "European Union | EU"),
    _case("Riga and Tallinn met. Riga said no.", "Latvia | LVA"),
]

PRONOUNS = [
    _case("Foreign Minister Kemal Aras came. He said no.", "Kemal Aras"),
    _case("Spokeswoman Mira Toland met Kemal Aras. She said no.", "Mira Toland"),
    _case("Mr Aras met Ms Toland. She said no. He said yes, it was.", "Toland", "Aras"),
    _case("Officials said no. They said it twice.", "unnamed officials", "unnamed officials"),
    _case("He said no.", "?"),
    _case("Spokeswoman Mira Toland came. He said no.", "?"),
]

UNNAMED = [
    _case("A senior Turkish official said no.", "unnamed official | TUR"),
    _case("Two Western diplomats said no.", "unnamed diplomats"),
    _case("Sources said no.", "unnamed sources"),
]


@pytest.mark.parametrize(
    ("text", "speakers"), [*NAMED, *BY_OFFICE, *BODIES, *METONYMS, *PRONOUNS, *UNNAMED]
)
def test_speakers(text: str, speakers: tuple[str, ...]) -> None:
    said = text.replace("said no", "said that no talks were planned")
    said = said.replace("said it twice", "said that none were wanted")
    found = [
        " | ".join(filter(None, [one.speaker or "?", one.country]))
        for one in read(report_of(said)).statements
    ]
    assert tuple(found) == speakers


def test_the_kremlin_is_russian() -> None:
    (one,) = read(report_of("The Kremlin said that no talks were planned.")).statements
    assert one.country == "RUS"
    assert (one.speaker or "").startswith("Kremlin")


def test_a_bare_body_belongs_to_the_capital_of_the_dateline() -> None:
    text = "ANKARA - The foreign ministry said that no talks were planned."
    (one,) = read(report_of(text, place="ANKARA")).statements
    assert f"{one.speaker} | {one.country}" == TURKISH_MFA
