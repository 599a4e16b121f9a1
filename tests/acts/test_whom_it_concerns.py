"""Whom an act concerns where the words point back: neighbours, courts, mediators, bodies."""

from __future__ import annotations

import pytest

from tests.acts.reading import read

_OPENING = (
    "VIENTIANE, May 14 - Laos and Thailand on Tuesday held talks on a river that Laos and "
    "Thailand both claim. Laos welcomed the talks and Thailand called them useful.\n\n"
)


def _sides(text: str, act_type: str, words: str) -> tuple[set[str], set[str], set[str]]:
    """Actor, recipient and mediator of the act of ``act_type`` at ``words``."""
    found = read(_OPENING + text)
    at = found.text.index(words, len(_OPENING))
    act = next(
        act
        for act in found.acts
        if act.type == act_type and any(s.start <= at < s.end for s in act.evidence)
    )
    return set(act.actor), set(act.recipient), set(act.mediator)


@pytest.mark.parametrize(
    ("text", "act_type", "words", "actor", "recipient"),
    [
        ("Laos was accused by its neighbour of theft.", "ACCUSE", "accused", "THA", "LAO"),
        ("Thailand was criticised by its northern neighbour.", "ACCUSE", "crit", "LAO", "THA"),
        ("The ban was condemned by Thailand's neighbour.", "ACCUSE", "cond", "LAO", "THA"),
        ("Nepal offered to mediate. Laos accepted the offer.", "AGREE", "accepted", "LAO", "NPL"),
        (
            "Peru invited the two presidents to Lima. Thailand accepted the invitation.",
            "AGREE",
            "accepted",
            "THA",
            "PER",
        ),
    ],
)
def test_whom_a_neighbour_or_an_offer_means(
    text: str, act_type: str, words: str, actor: str, recipient: str
) -> None:
    assert _sides(text, act_type, words)[:2] == ({actor}, {recipient})


_COURT = "The International Court of Justice ruled on Monday that Laos had harmed a wetland. "


@pytest.mark.parametrize(
    ("text", "act_type", "words", "actor", "recipient"),
    [
        ("Thailand hailed the ruling.", "SUPPORT", "hailed", "THA", "ICJ"),
        ("Laos rejected the verdict.", "REJECT", "rejected", "LAO", "ICJ"),
        ("It urged Laos to stop.", "REQUEST", "urged", "ICJ", "LAO"),
    ],
)
def test_courts_between_states_are_answered_and_go_on(
    text: str, act_type: str, words: str, actor: str, recipient: str
) -> None:
    assert _sides(_COURT + text, act_type, words)[:2] == ({actor}, {recipient})


def test_a_states_own_court_is_no_side() -> None:
    text = "The Supreme Court in Vientiane freed a Thai trader. Thailand hailed the ruling."
    assert "ICJ" not in _sides(text, "SUPPORT", "hailed")[1]


@pytest.mark.parametrize("name", ["Geneva accords", "Vienna convention", "Paris agreement"])
def test_who_lent_an_accord_its_name_is_no_side(name: str) -> None:
    found = read(f"{_OPENING}Laos accused Thailand of breaking the {name}.")
    assert {"CHE", "AUT", "FRA"}.isdisjoint(c for a in found.acts for c in a.recipient)


def test_who_brings_about_a_truce_is_no_party_to_it() -> None:
    actor, recipient, mediator = _sides(
        "Norway mediated a truce between the two countries.", "CONCEDE", "mediated"
    )
    assert actor | recipient == {"LAO", "THA"}
    assert mediator == {"NOR"}


@pytest.mark.parametrize("text", ["Norway welcomed the outcome.", "Sweden appealed for calm."])
def test_who_hails_what_is_between_two_speaks_to_both(text: str) -> None:
    found = read(_OPENING + text)
    act = next(a for a in found.acts if a.actor in {("NOR",), ("SWE",)})
    assert set(act.recipient) == {"LAO", "THA"}


def test_thanks_to_one_and_to_another() -> None:
    text = "Laos expressed its gratitude to Peru for its patience and to Norway for its help."
    assert _sides(text, "SUPPORT", "expressed")[1] == {"PER", "NOR"}


def test_whose_minister() -> None:
    text = "Laos thanked Norway, whose foreign minister shuttled between the two capitals."
    assert not any(
        act.type == "CONSULT" and "shuttle" in act.rule and "NOR" not in act.actor
        for act in read(_OPENING + text).acts
    )


def test_a_body_is_the_organisation_named_last() -> None:
    text = (
        "The African Union has sent observers. "
        "The continental body's chief met the Lao prime minister on Monday."
    )
    assert _sides(text, "CONSULT", "met")[:2] == ({"AU"}, {"LAO"})


def test_an_opposition_speaks_for_no_state() -> None:
    assert not any(
        act.type == "ACCUSE"
        for act in read(f"{_OPENING}The opposition in Vientiane criticised Thailand.").acts
    )
