"""Chains and channels, on invented outlets and people."""

from __future__ import annotations

import pytest

from tests.provenance.told import Told
from verbale.model.origin import Chain
from verbale.provenance.chains import chains_of
from verbale.provenance.crediting import same_house, suppliers


def one(told: Told) -> Chain:
    return chains_of(told.annotation())[-1]


def test_chain_runs_from_outlet_over_credit_and_medium_to_speaker() -> None:
    text = "QUARN, May 6 (Marl) - The dam stays, Ilka Orvo told Quarn Radio, Marl said."
    told = Told("Hollow Post", text, agencies=("Marl",), dateline="QUARN, May 6 (Marl)")
    told.say("Ilka Orvo", "told", "The dam stays", speaker="Ilka Orvo", to="Quarn Radio")
    chain = one(told)
    assert chain.names == ("Hollow Post", "Marl", "Quarn Radio", "Ilka Orvo")
    assert chain.channel == "interview"
    assert chain.links[1].span == told.span("QUARN, May 6 (Marl)")
    assert chain.links[2].span == told.span("Quarn Radio")


def test_two_credits_and_no_word_which_leave_the_link_unknown() -> None:
    text = "Compiled from Marl Wire and Tern Press\n\nThe dam stays, Ilka Orvo said."
    told = Told("Hollow Post", text)
    told.say("Ilka Orvo", "said", "The dam stays", speaker="Ilka Orvo")
    assert one(told).names == ("Hollow Post", "unknown", "Ilka Orvo")
    assert "Marl Wire and Tern Press" in one(told).links[1].why


def test_a_channel_said_once_holds_for_the_speaker_nearby() -> None:
    text = "The dam stays, Ilka Orvo told reporters in Quarn. She added that the gates would open."
    told = Told("Marl Wire", text)
    told.say("Ilka Orvo", "told", "The dam stays", speaker="Ilka Orvo", to="reporters")
    told.say("She", "added that", "the gates would open", speaker="Ilka Orvo")
    assert [chain.channel for chain in chains_of(told.annotation())] == ["press-conference"] * 2
    assert one(told).channel_why.endswith("nearby")


@pytest.mark.parametrize(
    ("clause", "more", "channel"),
    [
        ("Ilka Orvo told this newspaper.", {"to": "this newspaper"}, "interview"),
        ("Ilka Orvo wrote in a post on Telegram.", {"venue": "a post on Telegram"}, "post"),
        ("Ilka Orvo said in a written statement.", {"venue": "a written statement"}, "statement"),
        ("Ilka Orvo told farmers in Quarn.", {"to": "farmers in Quarn"}, "speech"),
        ("Ilka Orvo said at the signing in Quarn.", {}, "speech"),
        ("Ilka Orvo said by phone.", {"venue": "phone"}, "call"),
        ("Ilka Orvo said.", {}, "unknown"),
        ("Ilka Orvo told her sister.", {"to": "her sister"}, "unknown"),
    ],
)
def test_channels(clause: str, more: dict[str, str], channel: str) -> None:
    cue = clause.split()[2].rstrip(".")
    told = Told("Marl Wire", f"The dam stays, {clause}")
    told.say("Ilka Orvo", f" {cue}", "The dam stays", speaker="Ilka Orvo", **more)
    assert one(told).channel == channel


def test_a_text_that_speaks_is_a_document() -> None:
    told = Told("Marl Wire", "The river treaty says that the dam stays.")
    told.say("The river treaty", "says that", "the dam stays")
    assert (one(told).channel, one(told).names[-1]) == ("document", "The river treaty")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("(Source: Marl)", ["Marl"]),
        ("Hollow Post, Marl Wire, Tern Evening", ["Marl Wire", "Tern Evening"]),
        ("By Ilka Orvo", []),
        ("By Marl Wire", ["Marl Wire"]),
        ("From Tern Evening", ["Tern Evening"]),
        ("National desk", []),
        ("Hollow Post / Marl Wire", ["Marl Wire"]),
        ("The Hollow Post, 12 Weir Lane. Founded 1903.", []),
        ("Hollow Post, Weir House", []),
    ],
)
def test_lines_of_credits(line: str, names: list[str]) -> None:
    told = Told("Hollow Post", f"{line}\n\nThe dam in the upper valley stays where it is.")
    assert [each.name for each in suppliers(told.annotation().report)] == names


def test_initials_are_the_same_house() -> None:
    assert same_house("MW", "Marl Wire")
    assert same_house("Marl", "Marl News Agency")
    assert not same_house("MW", "Tern Press")
