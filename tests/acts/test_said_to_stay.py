"""What is said to stay, to go on or not to change: by whoever says so, refused or promised."""

import pytest

from tests.acts.reading import read

_LEAD = (
    "Peru and Ecuador are at odds over a dam. Peru's foreign minister, Rosa Tello, spoke in Lima."
)


def _told(text: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    both = read(f"{_LEAD}\n\n{text}")
    return [(a.type, a.actor, a.recipient) for a in both.acts if a.evidence[0].start > len(_LEAD)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("She said the outpost would stay where it was.", "REJECT"),
        ("Tello said the patrols would go on.", "REJECT"),
        ("The turbines would not be removed, Tello said.", "REJECT"),
        ("Tello said a pause was not planned.", "REJECT"),
        ("A meeting was out of the question, Tello said.", "REJECT"),
        ("Tello said the time for commissions was over.", "REJECT"),
        ("Tello said the crossing would stay open.", "AGREE"),
        ("The data would be sent by June, Tello said.", "AGREE"),
        ("The list will be handed over within a week, Tello said.", "AGREE"),
        ("The ban was contrary to the rules of the bloc, Tello said.", "ACCUSE"),
        ("Tello said Ecuador was not keeping its word.", "ACCUSE"),
        ("Tello said Ecuador had begun the works without notice.", "ACCUSE"),
    ],
)
def test_who_says_so_refuses_promises_or_accuses(text: str, kind: str) -> None:
    assert (kind, ("PER",), ("ECU",)) in _told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The rain would stay until Monday, Tello said.",
        "Tello said the concert was not planned.",
        "The shop would stay open until ten, Tello said.",
        "The time for lunch was near, Tello said.",
    ],
)
def test_other_things_that_stay_are_no_act(text: str) -> None:
    assert _told(text) == []
