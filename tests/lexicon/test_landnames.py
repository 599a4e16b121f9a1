"""Names of lands that people bear are told from the lands."""

from __future__ import annotations

import pytest

from verbale.lexicon import Party, default_lexicon


def lands(text: str) -> list[str]:
    found = default_lexicon().find(text)
    return [match.span.of(text) for match in found if isinstance(match.entry, Party)]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Acting Secretary Chad Wolters met the Mexicans on Monday.", ["Mexicans"]),
        ("Israel Karni, the minister, flew to Cyprus.", ["Cyprus"]),
        ("The envoy, Jordan Hale, praised Qatar.", ["Qatar"]),
        ("Georgia F. Rourke accused Cuba of lying.", ["Cuba"]),
        ("Santiago Peñalva told Brazil to wait.", ["Brazil"]),
        ("Paris Holloway spoke for the Japanese firm.", ["Japanese"]),
        ("Michael Jordan told Jordan's envoy a joke.", ["Jordan"]),
        ("Mrs Ireland wrote to Ireland.", ["Ireland"]),
        ("Anna Holland lives in Chad.", ["Chad"]),
        ("Chad de Ruyter\nIn the end Chad de Ruyter left Sudan.", ["Sudan"]),
    ],
)
def test_people(text: str, meant: list[str]) -> None:
    assert lands(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Chad President Idriss Abakar flew to Sudan.", ["Chad", "Sudan"]),
        ("Israel Police closed the road to Jordan.", ["Israel", "Jordan"]),
        ("Israel Strikes Port Again", ["Israel"]),
        ("Chad Summons Sudan Envoy", ["Chad", "Sudan"]),
        ("Georgia Prime Minister Levan Tsereli spoke in Turkey.", ["Georgia", "Turkey"]),
        ("In Israel Netzer is still minister.", ["Israel"]),
        ("He told Jordan Iraq would pay.", ["Jordan", "Iraq"]),
        ("Jordan King Faris met him.", ["Jordan"]),
        ("Talks in Paris, Berlin and Sofia went on.", ["Paris", "Berlin", "Sofia"]),
        ("France and Chad signed it; France Wednesday said so.", ["France", "Chad", "France"]),
        ("ISRAEL CLOSES ROAD", ["ISRAEL"]),
    ],
)
def test_lands(text: str, meant: list[str]) -> None:
    assert lands(text) == meant
