"""The built-in data: whole, in range, and true to an outside list of states where there is one."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from verbale.lexicon import (
    Body,
    Institution,
    Lexicon,
    Outlet,
    Party,
    Title,
    default_lexicon,
)
from verbale.lexicon.entries import Block
from verbale.lexicon.load import built_in

LEXICON = default_lexicon()
COUNTRIES = Path(__file__).resolve().parents[2] / ".." / "shared/data/states/mledoze_countries.json"
#: Ours because news names them and ISO 3166-1 has no code, or had one.
BEYOND_ISO = {"GB-SCT", "GB-NIR", "GB-WLS", "SUN", "YUG", "SCG", "CSK", "DDR", "YMD", "VDR"}
#: Bare names shared by two countries go to the one that news means; a saint's name goes to none.
SHARED = {
    "Congo": {"COD"},
    "Congolese": {"COD"},
    "Dominican": {"DOM"},
    "Saint Martin": set(),
}


def test_every_example_is_found_by_its_entry() -> None:
    # Loading is the test: it fails at the first entry whose example does not show it.
    assert Lexicon.load().fingerprint == LEXICON.fingerprint


def test_there_is_enough_of_everything() -> None:
    count = Counter(type(entry) for entry in LEXICON.entries)
    assert count[Party] > 500
    assert count[Institution] > 350
    assert count[Body] > 70
    assert count[Outlet] > 800
    assert count[Title] > 150
    assert count[Block] > 10


def test_data_files_are_short_lined_and_tidy() -> None:
    for file in built_in():
        lines = file.read_text(encoding="utf-8").splitlines()
        assert [line for line in lines if line != line.rstrip() or "\t" in line] == [], file.name


def _world() -> list[dict[str, object]]:
    if not COUNTRIES.exists():
        pytest.skip("the outside list of countries is not on this machine")
    world: list[dict[str, object]] = json.loads(COUNTRIES.read_text(encoding="utf-8"))
    return world


def _code(country: dict[str, object]) -> str:
    return {"UNK": "XKX"}.get(str(country["cca3"]), str(country["cca3"]))


def test_every_country_of_the_outside_list_is_a_party() -> None:
    assert [_code(c) for c in _world() if LEXICON.party(_code(c)) is None] == []


def test_no_code_is_invented() -> None:
    known = {_code(country) for country in _world()}
    ours = {
        entry.code
        for entry in LEXICON.entries
        if isinstance(entry, Party) and entry.kind in ("state", "territory")
    }
    assert ours - known == BEYOND_ISO


def test_common_names_of_countries_are_found_as_the_country() -> None:
    wrong = {}
    for country in _world():
        name = str(country["name"]["common"])  # type: ignore[index]
        codes = {m.entry.code for m in LEXICON.find(name) if isinstance(m.entry, Party)}
        if codes != SHARED.get(name, {_code(country)}):
            wrong[name] = codes
    assert wrong == {}


def test_demonyms_name_their_country() -> None:
    wrong = {}
    for country in _world():
        if not country.get("unMember"):
            continue
        demonym = str(country["demonyms"]["eng"]["m"])  # type: ignore[index]
        codes = {m.entry.code for m in LEXICON.find(demonym) if isinstance(m.entry, Party)}
        if codes != SHARED.get(demonym, {_code(country)}):
            wrong[demonym] = codes
    assert wrong == {}


@pytest.mark.parametrize(
    "code",
    [
        "UN", "UNSC", "EU", "NATO", "IAEA", "OPCW", "ICC", "ICJ", "WTO", "WHO", "IMF", "WB",
        "OSCE", "COE", "AU", "ECOWAS", "LAS", "GCC", "OIC", "ASEAN", "SCO", "CSTO", "CIS", "EAEU",
        "BRICS", "G7", "G20", "QUAD", "AUKUS", "MERCOSUR", "OAS", "CARICOM", "SADC", "IGAD",
        "EAC", "PIF", "OPEC", "OPEC+", "ICRC", "HAMAS", "HEZBOLLAH", "HOUTHIS", "TALIBAN", "PKK",
        "SDF", "RSF", "M23", "PMR", "ABK", "OST", "SML", "TRNC", "ART", "POLISARIO", "PA",
    ],
)  # fmt: skip
def test_parties_that_are_no_states(code: str) -> None:
    party = LEXICON.party(code)
    assert party is not None
    assert party.kind != "state"


def test_party_of_an_unknown_code_is_none() -> None:
    assert LEXICON.party("ZZZ") is None
