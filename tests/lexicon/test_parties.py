from __future__ import annotations

import pytest

from verbale.errors import UsageError
from verbale.lexicon import default_lexicon
from verbale.lexicon.parties import code_of


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("jpn", "JPN"),
        ("Japan", "JPN"),
        ("japanese", "JPN"),
        (" Tokyo ", "JPN"),
        ("Kremlin", "RUS"),
        ("the Netherlands", "NLD"),
        ("european union", "EU"),
        ("NATO", "NATO"),
    ],
)
def test_a_party_by_any_of_its_words(name: str, code: str) -> None:
    assert code_of(name, default_lexicon()) == code


@pytest.mark.parametrize(
    ("name", "told"),
    [("Jpan", "Japan (JPN)"), ("nowhere", "such as JPN")],
)
def test_what_is_no_party_is_told_with_what_could_be(name: str, told: str) -> None:
    with pytest.raises(UsageError, match=told.replace("(", r"\(").replace(")", r"\)")):
        code_of(name, default_lexicon())
