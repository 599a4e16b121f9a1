"""Lanes and shifts over positions as several invented reports would hold them."""

from __future__ import annotations

import random
from typing import Any

import pytest

from verbale.positions.lanes import Held, lanes
from verbale.positions.shifts import Story, silence, story
from verbale.positions.standing import standing


def held(day: str | None, stance: Any, words: str = "", **fields: Any) -> Held:
    full = day is not None and not day.startswith("XXXX")
    first = None if not full else f"{day}-01" if day and day.count("-") == 1 else day
    last = None if not full else f"{day}-30" if day and day.count("-") == 1 else day
    given = {
        "id": f"p-{day}-{stance}",
        "party": "XOR",
        "matter": "XOR-XVE",
        "named": "ferry treaty",
        "on": "talks",
        "date": day,
        "dated_by": "said",
        "report": f"report-{day}",
        "speaker": "Ilse Varga",
        "words": words or f"Orland {stance} the ferry talks",
    }
    return Held(stance=stance, first=first, last=last, **{**given, **fields})


def told(*positions: Held) -> Story:
    (lane,) = lanes(positions)
    return story(lane)


def kinds(found: Story) -> list[str]:
    return [step.kind for step in found.steps]


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("refuses", "open", "reversal"),
        ("refuses", "supports", "reversal"),
        ("supports", "refuses", "reversal"),
        ("refuses", "conditional", "stance"),
        ("open", "conditional", "stance"),
        ("open", "supports", "stance"),
        ("unclear", "refuses", "stance"),
        ("refuses", "refuses", "repeated"),
    ],
)
def test_kinds_of_stance(before: str, after: str, kind: str) -> None:
    assert kinds(told(held("2024-03-01", before), held("2024-05-01", after))) == ["first", kind]


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("There will be no talks", "There will never be talks", "strengthened"),
        ("There will be no talks", "At this stage there will be no talks", "softened"),
        ("We never talk to them", "For now we will not talk", "softened"),
        ("For now we will not talk", "Talks are out of the question", "strengthened"),
        ("We never talk to them", "We do not talk to them", "repeated"),
        ("There will be no talks", "Our refusal to talk has not changed", "repeated"),
        ("There will be no talks", "As before, we will never talk to them", "repeated"),
    ],
)
def test_tone_within_a_stance(before: str, after: str, kind: str) -> None:
    found = told(held("2024-03-01", "refuses", before), held("2024-05-01", "refuses", after))
    assert kinds(found) == ["first", kind]


def test_a_plain_repetition_does_not_make_the_next_firm_word_a_shift() -> None:
    words = ("We never talk to them", "We do not talk to them", "We will never talk")
    days = ("2024-03-01", "2024-04-01", "2024-05-01")
    found = told(*(held(d, "refuses", w) for d, w in zip(days, words, strict=True)))
    assert kinds(found) == ["first", "repeated", "repeated"]


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("when the situation allows", "as soon as conditions permit", "repeated"),
        ("only if the ban is lifted", "once the ban has been lifted", "repeated"),
        ("if the posts are removed", "until the survey posts are taken down", "repeated"),
        ("if the ban is lifted", "if the ban is lifted and the crew is released", "condition"),
        ("if the ban is lifted", "if the crew is released", "condition"),
        ("when the situation allows", "once the crew is freed", "condition"),
    ],
)
def test_conditions(before: str, after: str, kind: str) -> None:
    found = told(
        held("2024-03-01", "conditional", condition=before),
        held("2024-05-01", "conditional", condition=after),
    )
    assert kinds(found) == ["first", kind]


def test_targets_stand_side_by_side() -> None:
    found = lanes([held("2024-03-01", "refuses"), held("2024-05-01", "supports", on="outcome")])
    assert [(lane.on, kinds(story(lane))) for lane in found] == [
        ("outcome", ["first"]),
        ("talks", ["first"]),
    ]


def test_recaps_other_tellings_and_open_years_join_no_shift() -> None:
    found = told(
        held("2024-03-01", "refuses"),
        held("2024-04-01", "open", background=True),
        held("2024-04-02", "open", account="other", teller="XVE"),
        held("2024-04-03", "open", account="outlet"),
        held("XXXX-04-04", "open"),
        held("2024-05-01", "refuses"),
    )
    assert kinds(found) == ["first", "repeated"]
    assert len(found.told_by_others) == 2
    assert [len(found.recalled), len(found.undated)] == [1, 1]


def test_one_day_in_several_outlets_is_one_step() -> None:
    found = told(
        held("2024-03-01", "open", report="a", outlet="The Orda Courier"),
        held("2024-03-01", "open", report="b", outlet="Velt Wire"),
        held("2024-03-01", "conditional", condition="if the pier is mended", report="c"),
    )
    assert kinds(found) == ["first"]
    assert found.current is not None
    assert found.current.best.stance == "conditional"
    assert len(found.current.carried) == 3


def test_what_an_outlet_prints_again_days_later_is_no_new_word() -> None:
    found = told(
        held("2024-03-01", "open", "We are ready to sit down in Orda at any time", report="a"),
        held("2024-03-02", "refuses", report="b"),
        held(
            "2024-03-04",
            "open",
            "ready to sit down in Orda at any time",
            report="c",
            dated_by="published",
        ),
    )
    assert kinds(found) == ["first", "reversal"]


def test_voices_that_differ_on_a_day_are_shown_and_make_no_shift() -> None:
    found = told(
        held("2024-03-01", "refuses"),
        held("2024-04-01", "open", report="a", speaker="Kemal Aras"),
        held("2024-04-01", "refuses", report="b"),
        held("2024-05-01", "refuses"),
    )
    assert kinds(found) == ["first", "repeated", "repeated"]
    assert [{m.best.stance for m in day} for day in found.conflicts] == [{"open", "refuses"}]
    assert found.divided == ()


def test_the_highest_voice_of_a_day_makes_the_step_and_the_other_is_shown() -> None:
    found = told(
        held("2024-03-01", "refuses"),
        held("2024-04-01", "open", report="a", speaker="Kemal Aras", office="Prime Minister"),
        held("2024-04-01", "refuses", report="b", office="Ambassador to Velt"),
    )
    assert kinds(found) == ["first", "reversal"]
    assert {moment.best.stance for moment in found.divided} == {"open", "refuses"}


def test_what_one_report_says_in_passing_does_not_outweigh_what_it_is_about() -> None:
    whole = "Orland ends ferry talks … There will be no ferry talks … There is no table for this"
    apart = "Orland ends ferry talks"
    passing = held("2024-04-01", "open", "We offered them a table", report="b", id="other")
    told_often = held("2024-04-01", "refuses", whole, report="b")
    before = held("2024-03-01", "open")
    assert kinds(told(before, told_often, passing)) == ["first", "reversal"]
    assert told(before, told_often, passing).divided
    as_often = held("2024-04-01", "refuses", apart, report="b")
    assert kinds(told(before, as_often, passing)) == ["first", "repeated"]
    elsewhere = held("2024-04-01", "refuses", whole, report="c")
    assert kinds(told(before, elsewhere, passing)) == ["first", "repeated"]


def test_voices_inside_that_do_not_speak_for_the_party_make_no_shift() -> None:
    found = told(
        held("2024-03-01", "refuses"),
        held("2024-04-01", "open", account="inside", office="opposition leader"),
    )
    assert kinds(found) == ["first"]
    assert [position.stance for position in found.inside] == ["open"]


def test_terms_are_many_and_only_the_same_one_is_reversed() -> None:
    ban = held("2024-03-01", "refuses", "Orland will not lift the herring ban", on="terms")
    quota = held("2024-04-01", "supports", "Orland wants a cod quota", on="terms")
    lifted = held("2024-04-01", "open", "Orland could lift the ban", on="terms")
    assert kinds(told(ban, quota)) == ["first", "first"]
    assert kinds(told(ban, lifted)) == ["first", "reversal"]


def test_what_the_record_knows_for_one_thing_is_reversed_in_any_words() -> None:
    stays = held("2024-03-01", "refuses", "The posts stay", on="terms", thing="post")
    goes = held("2024-04-01", "open", "ready to take the soldiers home", on="terms", thing="post")
    assert kinds(told(stays, goes)) == ["first", "reversal"]
    unknown = held("2024-03-01", "refuses", "The posts stay", on="terms")
    other = held("2024-04-01", "open", "ready to take the soldiers home", on="terms")
    assert kinds(told(unknown, other)) == ["first", "first"]


def test_who_says_outright_that_nothing_changed_is_taken_at_the_word() -> None:
    words = "As before, the crew must come home all at once"
    found = told(
        held("2024-03-01", "conditional", condition="if every sailor is released in one exchange"),
        held("2024-05-01", "conditional", words, condition="come home all at once"),
    )
    assert kinds(found) == ["first", "repeated"]


def test_voices_that_differ_last_stand_beside_the_last_word() -> None:
    found = told(
        held("2024-03-01", "refuses"),
        held("2024-04-01", "open", report="a", speaker="Kemal Aras"),
        held("2024-04-01", "unclear", report="b"),
    )
    now = standing(found)
    assert (now.known, now.stance, now.last) == ("current", "refuses", "2024-03-01")
    assert {voice.stance for voice in now.voices} == {"open", "unclear"}


def test_a_month_that_holds_another_day_has_no_place() -> None:
    found = told(held("2024-03-10", "refuses"), held("2024-03", "open"), held("2024-04", "open"))
    assert kinds(found) == ["first", "reversal"]
    assert [position.date for position in found.imprecise] == ["2024-03"]


def test_silence_counts_to_the_newest_report_and_not_to_today() -> None:
    found = told(held("2024-03-01", "refuses"))
    assert silence(found, "2024-10-01") == 214
    assert silence(found, None) is None


def test_standing_since_the_last_shift() -> None:
    found = told(
        held("2024-03-01", "refuses"), held("2024-04-01", "open"), held("2024-05-01", "open")
    )
    now = standing(found)
    assert (now.since, now.last, now.shifts) == ("2024-04-01", "2024-05-01", 1)


@pytest.mark.parametrize(
    ("position", "known"),
    [
        (held("XXXX-04-04", "open"), "undated"),
        (held("2024-04-04", "open", account="other", teller="XVE"), "told by another"),
        (held("2024-04-04", "open", account="outlet"), "told by the outlet"),
        (held("2024-04-04", "open", background=True), "recalled"),
    ],
)
def test_what_stands_without_an_own_dated_word(position: Held, known: str) -> None:
    now = standing(told(position))
    assert (now.known, now.stance, now.since) == (known, "open", None)


def test_the_order_of_reading_does_not_matter() -> None:
    stances = ["refuses", "open", "conditional", "supports", "unclear"]
    dice = random.Random(7)
    positions = [
        held(
            f"2024-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}",
            dice.choice(stances),
            report=f"r{n}",
            id=f"p{n}",
            speaker=dice.choice(["Ilse Varga", "Kemal Aras", None]),
            dated_by=dice.choice(["said", "published"]),
        )
        for n in range(60)
    ]
    wanted = told(*positions)
    for _ in range(20):
        dice.shuffle(positions)
        assert told(*positions) == wanted


def test_a_lane_is_named_by_its_matter_or_its_most_usual_words() -> None:
    names = ["treaty", "ferry treaty", "ferry treaty"]
    positions = [held("2024-03-01", "open", named=name) for name in names]
    assert [lane.named for lane in lanes(positions)] == ["ferry treaty"]
    given = lanes(positions, names={"XOR-XVE": "Treaty of Orda"})
    assert [lane.named for lane in given] == ["Treaty of Orda"]


def test_what_one_report_tells_without_a_day_is_of_the_day_of_its_news() -> None:
    said = held("2024-04-17", "supports", report="a", speaker="Ilse Varga", office="President")
    told_too = held("2024-04-18", "refuses", report="a", dated_by="published", speaker=None)
    later = held("2024-04-18", "refuses", report="b", dated_by="published", speaker=None)
    assert not told(said, told_too).shifts
    assert [step.kind for step in told(said, later).shifts] == ["reversal"]
