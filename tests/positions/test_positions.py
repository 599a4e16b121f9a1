"""Positions of single sentences (``data/sentences.txt``) and of short reports."""

from pathlib import Path

import pytest

from tests.acts.reading import read

_FILE = Path(__file__).parent / "data" / "sentences.txt"


def _cases() -> list[tuple[str, ...]]:
    return [
        tuple(part.strip() for part in line.split("|"))
        for line in _FILE.read_text(encoding="utf-8").splitlines()
        if line.strip() and not line.startswith("#")
    ]


@pytest.mark.parametrize("case", _cases(), ids=lambda case: case[-1][:60])
def test_position(case: tuple[str, ...]) -> None:
    party, on, stance, condition, text = case
    positions = read(text + "\n").positions
    if party == "NONE":
        assert positions == ()
        return
    wanted = (party, on, stance.split()[0], stance.endswith("then"), condition)
    found = [(p.party, p.on, p.stance, p.background, p.condition or "-") for p in positions]
    assert wanted in found


def test_one_voice_has_one_position() -> None:
    done = read(
        "Chile is ready to resume talks with Peru on the fishing line, Chilean Ambassador "
        "Inés Quilodrán said.\n\n"
        '"We intend to continue the talks with Peru as soon as the vessels are released," '
        "Quilodrán added.\n"
    )
    assert len(done.positions) == 1
    position = done.positions[0]
    assert (position.party, position.on, position.stance) == ("CHL", "talks", "conditional")
    assert position.condition == "as soon as the vessels are released"
    assert len(position.evidence) == 2


def test_refusing_to_talk_and_wanting_a_treaty_stand_side_by_side() -> None:
    done = read(
        "Serbia refused to hold talks with Kosovo, its president said.\n\n"
        "Serbia is in favour of an agreement with Kosovo, the president added.\n"
    )
    assert {(p.on, p.stance) for p in done.positions} == {
        ("talks", "refuses"),
        ("outcome", "supports"),
    }


def test_matter_is_named_in_the_words_of_the_report() -> None:
    position = read("Estonia is willing to hold talks with Latvia on a river pact.\n").positions[0]
    assert position.matter == "river pact"
    assert position.on == "talks"


def test_account_of_the_other_side_is_marked() -> None:
    done = read(
        "Morocco does not want to restore relations with Algeria, the Algerian president said.\n"
    )
    assert [p.rule.rsplit("; ", 1)[-1] for p in done.positions] == ["by-other"]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Morocco refused on Monday to restore relations with Algeria.\n", False),
        ("Morocco is said to be ready to restore relations with Algeria.\n", True),
        ("In 2021 Morocco refused to restore relations with Algeria.\n", True),
    ],
)
def test_what_the_report_recalls_or_only_heard_is_its_own_account(text: str, marked: bool) -> None:
    (position,) = read(text).positions
    assert position.rule.endswith("; narrated") == marked


def test_without_preconditions_is_no_condition() -> None:
    position = read("Greece is ready to hold talks with Turkey without preconditions.\n").positions
    assert [(p.stance, p.condition) for p in position] == [("open", None)]


def test_a_stance_needs_a_noun_for_what_it_is_about() -> None:
    text = (
        'Japan\'s refusal to hold talks with Russia is "not for ever" and may be looked at again '
        "when the new Russian government is in office, a senior Japanese official said on Tuesday."
    )
    assert all(position.matter != "looked" for position in read(text).positions)


def test_what_was_said_in_an_older_deed_is_recalled() -> None:
    done = read(
        "The dispute broke out in January when Peru seized nine boats of Ecuador. Ecuador then "
        "broke off talks with Peru, saying it would not negotiate under pressure.\n",
        day="2024-11-30",
    )
    assert [(p.party, p.on, p.background) for p in done.positions] == [("ECU", "talks", True)]


def test_dropping_an_opposition_leaves_none() -> None:
    done = read("Kenya has dropped its opposition to a treaty on its sea border with Somalia.\n")
    assert {p.stance for p in done.positions} <= {"open", "supports"}


def test_a_phrase_takes_its_matter_from_what_it_goes_back_to() -> None:
    done = read(
        "Ecuador was ready to sign the agreement with Peru, its minister said.\n\n"
        '"We are ready to put our signature to it," the minister said.\n'
    )
    assert [(p.on, p.matter, len(p.evidence)) for p in done.positions] == [
        ("outcome", "agreement", 2)
    ]


def test_a_passage_holds_its_condition() -> None:
    text = (
        "Egypt's Foreign Ministry said that Cairo \"stands ready to engage in serious negotiations "
        'with Ethiopia at any venue, provided that there is a fixed timetable".\n'
    )
    (position,) = read(text).positions
    assert position.condition is not None
    assert position.condition in position.evidence[0].of(text)


def test_speakers_of_both_sides_speak_for_each() -> None:
    done = read("The leaders of Guyana and Venezuela agreed to hold talks on the river.\n")
    assert not [p.rule for p in done.positions if p.rule.endswith("by-other")]


def test_what_a_verb_takes_up_is_named_in_its_own_sentence() -> None:
    done = read(
        "Chile and Peru quarrel over the islands.\n\n"
        '"We support a new fishing agreement with Peru and we want it signed before spring," '
        "Chilean Foreign Minister Inés Quilodrán said.\n"
    )
    (position,) = [one for one in done.positions if one.on == "outcome"]
    assert "agreement" in position.matter
    assert (position.party, position.stance) == ("CHL", "supports")


def test_what_no_noun_names_is_no_position() -> None:
    done = read("The line runs two miles off the cape. Peru does not recognise this, Chile said.\n")
    assert not any(one.matter == "this" for one in done.positions)
