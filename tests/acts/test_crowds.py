"""Whose the people are who protest: those of the city where they do, else of the other side."""

import pytest

from tests.acts.reading import read

_FIJI = "Fiji and Tonga are at odds over a reef. Fiji's minister spoke in Suva on Monday."
_LAOS = "Laos and Thailand quarrel over a dam. Thailand's minister spoke in Bangkok on Monday."
_GHANA = "Ghana and Togo quarrel over a toll. Togo's minister spoke in Lomé on Monday."


@pytest.mark.parametrize(
    ("lead", "text", "actor", "recipient"),
    [
        (_FIJI, "Several hundred people marched to the Fijian embassy.", "TON", "FJI"),
        (_FIJI, "In Suva a crowd burned a Tongan flag.", "FJI", "TON"),
        (_LAOS, "Demonstrators threw stones at the Thai consulate.", "LAO", "THA"),
        (_LAOS, "Thousands gathered in Bangkok to protest against Laos.", "THA", "LAO"),
        (_GHANA, "Families of the drivers held a vigil outside Ghana's embassy.", "TGO", "GHA"),
        (_GHANA, "Some 3,000 people chanted against Togo in Accra.", "GHA", "TGO"),
    ],
)
def test_protesters_are_of_the_city_or_the_other_side(
    lead: str, text: str, actor: str, recipient: str
) -> None:
    acts = [a for a in read(f"{lead}\n\n{text}").acts if a.type == "PROTEST"]
    assert [(a.actor, a.recipient) for a in acts] == [((actor,), (recipient,))]


@pytest.mark.parametrize(
    ("lead", "text"),
    [
        (_FIJI, "Several hundred people marched to the stadium to hear a band."),
        (_LAOS, "Teachers in Vientiane went on strike over their pay."),
        (_GHANA, "Protesters marched to the French embassy."),
    ],
)
def test_other_crowds_protest_against_neither(lead: str, text: str) -> None:
    assert [a for a in read(f"{lead}\n\n{text}").acts if a.type == "PROTEST"] == []
