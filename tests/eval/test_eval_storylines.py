"""Storylines: what the loader refuses, and how acts and positions are scored."""

from pathlib import Path

import msgspec
import pytest

from eval.corpora import STORY_SPLIT, read_split
from eval.split import alternate
from eval.statements import Counts
from eval.storylines import StoryError, load, main, story_folders
from eval.storyscore import added, score_report
from verbale.model import Act, Position, Span

STUDY = Path(__file__).parents[2] / "eval" / "study"

TEXT = """Maro halts ferry talks

The Quay Mirror

3 March 2024

LIMA - Peru suspended ferry talks with Chile. Peru will sign no ferry deal until tolls fall.
"""
TOML = """
parties = ["PER", "CHL"]
matters = [{ id = "ferry", parties = ["CHL", "PER"], names = ["ferry deal"] }]

[[reports]]
file = "01.txt"
published = "2024-03-03"
matters = ["ferry"]

[[reports.acts]]
words = "suspended ferry talks with Chile"
type = "SANCTION"
alt = ["REJECT"]
actor = ["PER"]
recipient = ["CHL"]

[[reports.positions]]
id = "p1"
party = "PER"
matter = "ferry"
on = "outcome"
stance = "conditional"
condition = "until tolls fall"
words = "will sign no ferry deal"
"""


def story(folder: Path, toml: str = TOML) -> Path:
    place = folder / "ferry"
    place.mkdir()
    (place / "01.txt").write_text(TEXT)
    (place / "storyline.toml").write_text(toml)
    return place


def at(words: str) -> tuple[Span, ...]:
    start = TEXT.index(words)
    return (Span(start, start + len(words)),)


def halt(**changes) -> Act:
    act = Act(
        id=1, type="REJECT", actor=("PER",), recipient=("CHL",), evidence=at("suspended ferry")
    )
    return msgspec.structs.replace(act, **changes)


def stance(**changes) -> Position:
    position = Position(
        id=1,
        party="PER",
        matter="ferry deal",
        on="outcome",
        stance="conditional",
        condition="until the tolls fall",
        evidence=at("sign no ferry deal"),
    )
    return msgspec.structs.replace(position, **changes)


@pytest.fixture
def report(tmp_path):
    return load(story(tmp_path)).reports[0]


def test_an_alternative_type_is_right(report):
    table = score_report(report, [halt()], [stance()])
    assert table["act.type"] == table["act.all"] == Counts(1, 1, 1)
    assert table["position.all"] == table["stance"] == table["condition"] == Counts(1, 1, 1)


def test_sides_count_and_their_order(report):
    table = score_report(report, [halt(actor=("CHL",), recipient=("PER",))], [])
    assert table["act.type"] == Counts(1, 1, 1)
    assert table["act.all"] == Counts(0, 1, 1)
    assert table["position"] == Counts(0, 0, 1)


def test_a_second_reading_of_one_act_is_false(report):
    table = score_report(report, [halt(), halt(id=2)], [stance(stance="refuses")])
    assert table["act.type"] == Counts(1, 2, 1)
    assert table["stance"] == Counts(0, 1, 1)


def test_flags_are_scored_where_the_type_is_right(report):
    table = score_report(report, [halt(flags=("future",))], [])
    assert table["act.flag.future"] == Counts(0, 1, 0)
    assert added([table, table])["act.flag.future"] == Counts(0, 2, 0)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("suspended ferry talks", "ended ferry talks", "is not in the text"),
        ('matter = "ferry"', 'matter = "tolls"', "matter 'tolls' is not listed"),
        ('condition = "until tolls fall"\n', "", "a condition goes with"),
        ('"SANCTION"', '"FIGHT"', "FIGHT"),
    ],
)
def test_the_loader_says_what_does_not_fit(tmp_path, old, new, reason):
    with pytest.raises(StoryError, match=reason):
        load(story(tmp_path, TOML.replace(old, new)))


def test_shifts_keep_to_their_lane(tmp_path):
    shift = """
[[shifts]]
party = "PER"
matter = "ferry"
on = "talks"
before = "p1"
after = "p2"
kind = "stance"
"""
    with pytest.raises(StoryError, match=r"p2.* is not there[\s\S]*p1 is not on PER ferry talks"):
        load(story(tmp_path, TOML + shift))


def test_check_prints_how_much_there_is(tmp_path, capsys):
    story(tmp_path)
    assert main(["check", str(tmp_path)]) == 0
    assert "1 storylines, 1 reports, 1 acts, 1 positions" in capsys.readouterr().out


def test_the_split_never_moves_a_storyline():
    known = alternate(["a", "b", "c", "d", "e"], {})
    assert sorted(map(len, known.values())) == [2, 3]
    grown = alternate(["a", "b", "c", "d", "e", "f", "g"], known)
    assert all(set(known[half]) <= set(grown[half]) for half in known)


def test_every_storyline_that_ships_is_whole_and_in_one_half():
    names = [load(folder).name for folder in story_folders()]
    assert sorted(name for half in read_split(STORY_SPLIT).values() for name in half) == names


def test_the_study_storylines_fit_their_texts() -> None:
    told = map(load, story_folders(STUDY / "storylines"))
    assert sum(len(story.reports) for story in told) == 36
