"""What positions are about, over reports that call it by different names."""

from __future__ import annotations

import itertools

import pytest

from verbale.positions.lanes import Held, lanes
from verbale.positions.objects import WHOLE, head_of, settled, telling_words, thing_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("higher fees", "the tariff of March"),
        ("release of the captives", "the detainees"),
        ("lifting of the ban", "ban on melons"),
        ("monitors on condition", "foreign observers"),
    ],
)
def test_one_thing_has_one_key_under_different_names(one: str, other: str) -> None:
    assert thing_of(one) == thing_of(other) != WHOLE


@pytest.mark.parametrize("named", ["a treaty", "the draft of an agreement", "settlement", ""])
def test_what_settles_any_matter_is_the_whole(named: str) -> None:
    assert thing_of(named) == WHOLE


def test_what_is_asked_for_is_a_thing_without_saying_of_what() -> None:
    assert thing_of("the return") != WHOLE


def test_talks_on_one_thing_are_known_by_what_its_matters_share() -> None:
    agreement, ban = telling_words([("fishing", "agreement")]), telling_words([("fish", "ban")])
    assert agreement == ban == {"fish"}
    assert not telling_words([("joint", "commission"), ("import", "ban"), ("proposal",)])


def test_heads_stand_before_prepositions() -> None:
    assert head_of("the inquiries into the wreck of the ferry") == "wreck"
    assert head_of("two quotas for cod") == "quota"


def _held(number: int, named: str, on: str, stance: str = "refuses") -> Held:
    day = f"2024-0{number}-01"
    return Held(
        id=f"p{number}", party="PER", matter="m1", on=on, stance=stance, named=named,  # type: ignore[arg-type]
        date=day, first=day, last=day, report=f"r{number}", words=f"{stance} {named}",
    )  # fmt: skip


_TOLD = (
    _held(1, "the fee", "terms"),
    _held(2, "higher fees", "outcome", "open"),
    _held(3, "the fee", "outcome", "supports"),
    _held(4, "compensation", "terms"),
    _held(5, "cod treaty", "terms", "supports"),
    _held(6, "talks", "talks"),
)


def test_most_reports_decide_which_target_a_thing_has() -> None:
    found = {held.id: held.on for held in settled(_TOLD, {"m1": ["cod"]})}
    assert found == {
        "p1": "outcome", "p2": "outcome", "p3": "outcome",
        "p4": "terms", "p5": "outcome", "p6": "talks",
    }  # fmt: skip


def test_each_thing_has_a_lane_of_its_own() -> None:
    found = lanes(settled(_TOLD, {"m1": ["cod"]}))
    told = [(lane.on, lane.thing, [held.id for held in lane.held]) for lane in found]
    assert told == [
        ("outcome", "", ["p5"]),
        ("outcome", "the fee", ["p1", "p2", "p3"]),
        ("talks", "", ["p6"]),
        ("terms", "compensation", ["p4"]),
    ]


def test_what_a_matter_is_called_is_its_outcome() -> None:
    found = settled(_TOLD[3:4], {"m1": ["compensation"]})
    assert [(held.on, held.thing) for held in found] == [("outcome", WHOLE)]


def test_the_order_of_reading_does_not_matter() -> None:
    def by_id(order: tuple[Held, ...]) -> list[Held]:
        return sorted(settled(order, {"m1": ["cod"]}), key=lambda held: held.id)

    first = by_id(_TOLD)
    assert all(by_id(order) == first for order in itertools.permutations(_TOLD))
