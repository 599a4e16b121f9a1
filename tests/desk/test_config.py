"""What a desk follows: read, checked, found again in a record."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.record.test_matters import REPORTS
from verbale.desk.config import followed, read_desk
from verbale.errors import UsageError
from verbale.lexicon import default_lexicon
from verbale.record import Record

GOOD = """
[[follow]]
name = "the peace treaty"
parties = ["JPN", "Russia"]
terms = ["peace treaty"]
feeds = ["https://outlet.example/feed.xml"]
tell = ["shifts", "silence"]
"""


def desk_of(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "desk.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_read(tmp_path: Path) -> None:
    (follow,) = read_desk(desk_of(tmp_path, GOOD), default_lexicon()).follow
    assert follow.parties == ("JPN", "RUS")
    assert follow.tell == ("shifts", "silence")
    assert read_desk(desk_of(tmp_path, ""), default_lexicon()).follow == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("follow = 3", "array"),
        ("[[follow]]\nparties = ['JPN']", "name"),
        ("[[follow]]\nname = 'a'\nterm = ['b']", r"'term' in \[\[follow\]\]; .* terms, feeds"),
        ("[[follow]]\nname = 'a'", "neither"),
        ("[[follow]]\nname = 'a'\nterms = [' ']", "empty term"),
        ("[[follow]]\nname = 'a'\nparties = ['Japn']", "did you mean Japan"),
        ("[[follow]]\nname = 'a'\nterms = ['b']\nfeeds = ['b.xml']", "https://"),
        ("[[follow]]\nname = 'a'\nterms = ['b']\ntell = ['weather']", "weather"),
        ("[[follow]]\nname = 'a'\nterms = ['b']\n" * 2, "twice"),
        ("[[follow", "TOML"),
        ("[watch]\nevery = 'often'", "every: often.*no span of time"),
        ("[watch]\nsilence = '0d'", "silence: 0d"),
        ("[watch]\nfeeds = ['feed.xml']", "https://"),
        ("[watch]\nfolders = [' ']", "empty folder"),
        ("[watch]\nwebhook = 'file:///x'", "https://"),
        ("[watch]\nhourly = true", r"unknown field 'hourly' in \[watch\]; .* every, silence"),
        ("record = 'a.vrb'", "unknown field 'record'; the fields there are follow, watch"),
    ],
)
def test_wrong(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        read_desk(desk_of(tmp_path, text), default_lexicon())


def test_feeds_of_all_that_is_followed_and_of_the_watch(tmp_path: Path) -> None:
    watch = '[watch]\nfeeds = ["https://b.example/f", "https://outlet.example/feed.xml"]\n'
    desk = read_desk(desk_of(tmp_path, watch + GOOD), default_lexicon())
    assert desk.feeds == ("https://outlet.example/feed.xml", "https://b.example/f")


def test_missing(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        read_desk(tmp_path / "none.toml", default_lexicon())


def test_followed(tmp_path: Path) -> None:
    with Record(tmp_path / "x.vrb") as record:
        for each in REPORTS:
            record.add(*each)
        text = "[[follow]]\nname = 'ferry'\nterms = ['ferry pact']\n"
        text += "[[follow]]\nname = 'other'\nterms = ['gas']\n"
        one, other = followed(record, read_desk(desk_of(tmp_path, text), default_lexicon()))
    assert [row.matter.name for row in one.matters] == ["ferry treaty"]
    assert other.matters == ()
