"""What one report deals with: keys, parties, entries."""

from __future__ import annotations

from pathlib import Path

import pytest

from verbale import annotate
from verbale.model import Topic

SEEDS = Path(__file__).resolve().parents[2] / ".." / "shared" / "seeds"


def topics(body: str, headline: str = "News of the day") -> dict[str, Topic]:
    return {topic.key: topic for topic in annotate(f"{headline}\n\n{body}").topics}


@pytest.mark.parametrize(
    ("sentence", "key"),
    [
        ("Poland said it wants a long-awaited peace treaty with Belarus.", "peace agreement"),
        ("Poland said talks on a peace treaty with Belarus would resume.", "peace agreement"),
        (
            "Poland said it would sign an agreement on extradition with Belarus.",
            "extradition agreement",
        ),
        ("Poland said the joint declaration of 1956 bound Belarus.", "1956 declaration"),
        ("Poland said an exchange of prisoners with Belarus was near.", "prisoner"),
        ("Poland said a prisoner swap with Belarus was near.", "prisoner"),
        ("Poland said the territorial issue with Belarus was closed.", "territory"),
        ("Poland said nuclear talks with Belarus had failed.", "nuclear programme"),
        ("Poland said the new illegal sanctions of Belarus had failed.", "sanction"),
        ("Poland said the gas transit through Belarus would end.", "gas"),
        ("Poland said the dispute with Belarus over tadpoles had to be settled.", "tadpole"),
        ("Poland said it would lift the ban on fish from Belarus.", "fishing ban"),
    ],
)
def test_key(sentence: str, key: str) -> None:
    found = topics(sentence)
    assert key in found
    assert found[key].parties == ("BLR", "POL")
    assert found[key].statements


def test_a_bare_noun_is_the_one_thing_that_it_can_mean() -> None:
    found = topics(
        "Poland wants a fishing treaty with Belarus, its foreign minister said. "
        "The treaty was ready, Belarus said."
    )
    assert [len(found[key].spans) for key in found] == [2]
    both = topics(
        "Poland wants a fishing treaty and a border treaty with Belarus, its foreign minister "
        "said. The treaty was ready, Belarus said."
    )
    assert "agreement" in both


def test_a_place_may_be_in_dispute() -> None:
    passed = topics("Poland said that its ship had passed the Persian Gulf.")
    assert not passed["persian gulf"].disputed
    found = topics("Iran said that its sovereignty over the Persian Gulf was clear to Iraq.")
    assert found["persian gulf"].place
    assert found["persian gulf"].disputed


def test_a_mediator_is_no_party() -> None:
    found = topics(
        "Finland offered to mediate between Poland and Belarus over the gas pipeline. "
        "“The pipeline can be saved,” Finland’s foreign minister said."
    )
    assert found["gas pipeline"].parties == ("BLR", "POL")


def test_weight_counts_news_and_the_headline() -> None:
    found = topics(
        "Poland said on Monday that it would pay for the pipeline from Belarus.",
        headline="Poland to pay for Belarus pipeline",
    )
    assert found["pipeline"].headline
    assert found["pipeline"].weight >= 4


@pytest.mark.skipif(not SEEDS.exists(), reason="the shared seeds are not here")
def test_seeds() -> None:
    for path in SEEDS.glob("*.txt"):
        found = {topic.key: topic for topic in annotate(path.read_text(encoding="utf-8")).topics}
        assert found["peace agreement"].headline
        assert found["peace agreement"].parties == ("JPN", "RUS")
        assert found["kuril islands"].parties == ("JPN", "RUS")


def test_a_person_is_no_thing() -> None:
    found = topics(
        "VIENTIANE — Economist Pham Levy said Laos should lower its tariffs on Thai rice. "
        "Levy said that the tariffs would hurt Thailand."
    )
    assert {topic.words for topic in found.values()} == {"tariffs"}


def test_a_headline_in_capitals_names_only_what_the_text_names_too() -> None:
    found = topics(
        "Laos said the border agreement with Thailand held. Laos refused talks on the truce.",
        "Norland Militia Blocking Village Return Praises Border Agreement",
    )
    assert set(found) == {"border agreement", "ceasefire"}


def test_what_companies_deal_with_among_themselves_is_no_topic() -> None:
    assert not topics("Nvidia and Boeing signed a deal on chips. The deal on chips will last.")
