"""What the loader accepts from users, and how it says what is wrong."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from verbale.errors import LexiconError
from verbale.lexicon import Lexicon, Party, default_lexicon

NORLAND = """
[[party]]
code = "NLA"
kind = "de-facto"
name = "Norland"
names = ["Republic of Norland"]
adjectives = ["Norlandic"]
capitals = ["Veyholm"]
metonyms = ["Veyholm"]
example = "Veyholm said it would wait."
"""


@pytest.fixture
def written(tmp_path: Path):  # type: ignore[no-untyped-def]
    def write(text: str, name: str = "more.toml") -> Path:
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        return file

    return write


def test_a_new_party_is_found(written) -> None:  # type: ignore[no-untyped-def]
    lexicon = Lexicon.load([written(NORLAND)])
    text = "The Norlandic side wrote from Veyholm."
    roles = [m.role for m in lexicon.find(text) if m.entry is lexicon.party("NLA")]
    assert roles == ["adjective", "metonym"]
    assert lexicon.fingerprint != default_lexicon().fingerprint


def test_a_known_code_gains_names(written) -> None:  # type: ignore[no-untyped-def]
    more = (
        '[[party]]\ncode = "JPN"\nnames = ["Land of Harbours"]\nexample = "A Land of Harbours."\n'
    )
    lexicon = Lexicon.load([written(more)])
    japan = lexicon.party("JPN")
    assert isinstance(japan, Party)
    assert "Land of Harbours" in japan.names
    assert japan.adjectives == ("Japanese",)
    assert [m.entry for m in lexicon.find("Japan, Land of Harbours")] == [japan, japan]


def test_other_kinds_of_entry(written) -> None:  # type: ignore[no-untyped-def]
    more = (
        NORLAND
        + """
[[institution]]
name = "Stone House (Chancery of Norland)"
country = "NLA"
kind = "government"
aliases = ["Stone House"]
example = "The Stone House had no comment."

[[outlet]]
name = "The Harbour Courier"
kind = "newspaper"
country = "NLA"
domains = ["courier.example"]
example = "She told the Harbour Courier so."

[[body]]
name = "Moot"
kind = "parliament"
aliases = ["moot"]
example = "The moot met on Monday."

[[title]]
name = "lawspeaker"
kind = "office"
forms = ["lawspeakers"]
example = "The Lawspeaker left at noon."

[[block]]
name = "Norland's seas"
forms = ["Norland Sound"]
example = "A ship lay in Norland Sound."
"""
    )
    lexicon = Lexicon.load([written(more)])
    assert [m.entry.name for m in lexicon.find("The Stone House and the moot")] == [
        "Stone House (Chancery of Norland)",
        "Moot",
    ]
    outlet = lexicon.outlet_for_domain("www.courier.example")
    assert outlet is not None
    assert outlet.name == "The Harbour Courier"
    assert lexicon.find("in Norland Sound") == ()


BAD = {
    "no example": (
        NORLAND.replace('example = "Veyholm said it would wait."', ""),
        "[[party]] 1 'NLA'",
        "missing required field `example`",
    ),
    "empty example": (
        NORLAND.replace("Veyholm said it would wait.", " "),
        "[[party]] 1 'NLA'",
        "has no example",
    ),
    "form not in its example": (
        NORLAND.replace("Veyholm said", "She said"),
        "[[party]] 1 'NLA'",
        "none of its forms is found in its example",
    ),
    "form of another entry": (
        NORLAND.replace("Republic of Norland", "Japan"),
        "[[party]] 1 'NLA'",
        "'Japan' already stands for 'JPN'",
    ),
    "form twice": (
        NORLAND.replace('["Norlandic"]', '["Norlandic", "Norlandic"]'),
        "[[party]] 1 'NLA'",
        "adjectives holds 'Norlandic' twice",
    ),
    "no name": (
        NORLAND.replace('"Norlandic"', '" - "'),
        "[[party]] 1 'NLA'",
        "adjectives holds ' - ', which is no name",
    ),
    "unknown field": (
        NORLAND.replace("capitals", "capital"),
        "[[party]] 1 'NLA'",
        "unknown field `capital`",
    ),
    "unknown kind": (
        NORLAND.replace("de-facto", "realm"),
        "[[party]] 1 'NLA'",
        "Invalid enum value 'realm'",
    ),
    "no code": (NORLAND.replace('code = "NLA"', ""), "[[party]] 1", "`code`"),
    "contradiction": (
        NORLAND.replace("NLA", "JPN"),
        "[[party]] 1 'JPN'",
        "kind is 'de-facto' here and 'state' before",
    ),
    "second of two": (
        NORLAND + NORLAND.replace("NLA", "NLB"),
        "[[party]] 2 'NLB'",
        "already stands for 'NLA'",
    ),
    "unknown country": (
        '[[institution]]\nname = "Stone House"\ncountry = "NLA"\nkind = "government"\n'
        'example = "The Stone House."\n',
        "[[institution]] 1 'Stone House'",
        "country 'NLA' is the code of no party",
    ),
    "domain of another": (
        '[[outlet]]\nname = "The Harbour Courier"\nkind = "newspaper"\ndomains = ["tass.com"]\n'
        'example = "In the Harbour Courier."\n',
        "outlet 'The Harbour Courier'",
        "domain 'tass.com' is already that of 'TASS'",
    ),
    "unknown array": ("[[parties]]\n", "parties", "known are party, institution"),
    "not an array": ('party = "Norland"\n', "party", "write each entry under [[party]]"),
    "block that blocks nothing": (
        '[[block]]\nname = "sea"\nforms = ["Grey Sea"]\nexample = "Tokyo lies on the Grey Sea."\n',
        "[[block]] 1 'sea'",
        "still yields 'JPN'",
    ),
    "block not in its example": (
        '[[block]]\nname = "sea"\nforms = ["Grey Sea"]\nexample = "It lies on a sea."\n',
        "[[block]] 1 'sea'",
        "none of its forms",
    ),
    "shy not a list": ("shy = 3\n", "shy", "Expected `array`"),
    "not TOML": ("[[party\n", "more.toml", "is not TOML in UTF-8"),
}


@pytest.mark.parametrize(("text", "where", "why"), BAD.values(), ids=BAD.keys())
def test_an_error_names_file_entry_and_reason(  # type: ignore[no-untyped-def]
    written, text: str, where: str, why: str
) -> None:
    with pytest.raises(LexiconError) as caught:
        Lexicon.load([written(text)])
    assert where in caught.value.subject
    assert why in caught.value.reason
    if not where.startswith("outlet"):
        assert "more.toml" in caught.value.subject


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    for path in (tmp_path / "none.toml", tmp_path):
        with pytest.raises(LexiconError, match="cannot be read"):
            Lexicon.load([path])


def test_not_utf8(tmp_path: Path) -> None:
    file = tmp_path / "latin.toml"
    file.write_bytes('shy = ["Å"]'.encode("latin-1"))
    with pytest.raises(LexiconError, match="is not TOML in UTF-8"):
        Lexicon.load([file])


def test_the_default_is_loaded_once_and_travels_to_other_processes() -> None:
    lexicon = default_lexicon()
    assert default_lexicon() is lexicon
    copy = pickle.loads(pickle.dumps(lexicon))
    assert copy.fingerprint == lexicon.fingerprint
    assert copy.find("Tokyo") == lexicon.find("Tokyo")
