"""Word lists: all validate, all are used, and a bad one says what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from verbale.errors import LexiconError
from verbale.lexicon import wordlists
from verbale.lexicon.wordlists import WordList, word_list, word_list_names

SOURCES = Path(wordlists.__file__).parents[1]


@pytest.mark.parametrize("name", word_list_names())
def test_list_validates(name: str) -> None:
    words = word_list(name)
    assert len(words) > 2
    assert {word for word in words if word != word.lower()} == set()


def test_every_list_is_used_and_every_list_asked_for_is_there() -> None:
    code = "\n".join(path.read_text("utf-8") for path in SOURCES.rglob("*.py"))
    asked = set(re.findall(r'word_list\(\s*"([a-z-]+)"\s*\)', code))
    assert asked == set(word_list_names())


def test_a_list_that_is_not_there() -> None:
    with pytest.raises(LexiconError, match="no list is called 'nonsense'"):
        word_list("nonsense")


@pytest.fixture
def lists(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, WordList]]:
    """Stands in for the lists of the file."""
    made: dict[str, WordList] = {}
    monkeypatch.setattr(wordlists, "_lists", lambda: made)
    word_list.cache_clear()
    yield made
    word_list.cache_clear()


@pytest.mark.parametrize(
    ("words", "example", "reason"),
    [
        ("one two one", "one", "numbers: one stands twice"),
        ("one two", "three", "numbers: the example 'three' is not in it"),
        ("", "one", "numbers: the example 'one' is not in it"),
    ],
)
def test_a_bad_list_says_what_is_wrong(
    lists: dict[str, WordList], words: str, example: str, reason: str
) -> None:
    lists["numbers"] = WordList(what="numbers", example=example, words=words)
    with pytest.raises(LexiconError) as caught:
        word_list("numbers")
    assert (caught.value.subject, caught.value.reason) == ("data/words.toml", reason)


def test_a_good_list(lists: dict[str, WordList]) -> None:
    lists["numbers"] = WordList(what="numbers", example="two", words=" one\n two ")
    assert word_list("numbers") == {"one", "two"}
