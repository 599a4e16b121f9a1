"""Acts that take up another are done to whoever did that."""

import pytest

from tests.acts.reading import read

_STORY = "Chad and Sudan fell out in May. {told} On Tuesday {then}\n"


@pytest.mark.parametrize(
    ("told", "then", "type_", "sides"),
    [
        (
            "Sudan arrested two soldiers of Chad.",
            "the African Union condemned their detention.",
            "ACCUSE",
            (("AU",), ("SDN",)),
        ),
        (
            "Sudan released the two guards of Chad.",
            "France welcomed the release.",
            "SUPPORT",
            (("FRA",), ("SDN",)),
        ),
        (
            "Chad invited the president of Sudan to a summit.",
            "the invitation was accepted.",
            "AGREE",
            (("SDN",), ("TCD",)),
        ),
    ],
)
def test_who_is_meant(
    told: str, then: str, type_: str, sides: tuple[tuple[str, ...], tuple[str, ...]]
) -> None:
    acts = read(_STORY.format(told=told, then=then)).acts
    assert sides in [(act.actor, act.recipient) for act in acts if act.type == type_], acts


def test_who_is_asked_together_is_offered_it_together() -> None:
    acts = read(
        "Chad and Sudan fell out in May. The African Union called on both countries to show"
        " restraint and offered to send a team.\n"
    ).acts
    (offer,) = [act for act in acts if act.type == "AGREE"]
    assert (offer.actor, set(offer.recipient)) == (("AU",), {"TCD", "SDN"})
