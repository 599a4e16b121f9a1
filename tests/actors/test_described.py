"""People told of by what they are: named in the next sentence, or told more of further on."""

from __future__ import annotations

import pytest

from tests.statements.reading import read, report_of


def _first_speaker(text: str, *, headline: bool = False) -> str | None:
    return read(report_of(text, headline=headline)).statements[0].speaker


def _last_speaker(text: str) -> str | None:
    return read(report_of(text)).statements[-1].speaker


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "A Varna man told a court on Monday that he was sorry. Pavel Tomov, 34, of Varna, "
            "had taken the tractor.",
            "Pavel Tomov",
        ),
        (
            "An Accra nurse said the ward had no water. Ama Mensah told the council that she had "
            "carried it from the river.",
            "Ama Mensah",
        ),
        (
            "A Republican lawmaker said the bill would fail. Rep. Ilse Varga told reporters that "
            "she would vote against it.",
            "Ilse Varga",
        ),
        (
            "A Norland transit chief says that a tram was struck. Interim Police Chief Ed Aras "
            "told reporters that nobody was hurt.",
            "Ed Aras",
        ),
        (
            "The river fell. The rain came late. Nobody planted. A senator said the dam was to "
            "blame. Sen. Teresa Kestrel told reporters that it had been shut.",
            "Teresa Kestrel",
        ),
    ],
)
def test_the_next_sentence_names_them(text: str, name: str) -> None:
    assert _first_speaker(text) == name


def test_the_story_names_whom_a_headline_calls_a_man() -> None:
    text = (
        "Varna man admits that he stole a tractor\n"
        "A court in Varna heard the case on Monday. Pavel Tomov, 34, said he was sorry."
    )
    assert _first_speaker(text, headline=True) == "Pavel Tomov"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (  # reports leave an official without a name on purpose
            "A Turkish official said the talks had failed. Foreign Minister Kemal Aras told "
            "reporters that he was sorry.",
            "unnamed official",
        ),
        (  # another role
            "A Nairobi trader said the price had doubled. Amina Odhiambo, a nurse, said nobody "
            "could pay.",
            "unnamed trader",
        ),
        (  # another office
            "A Lima farmer said the canal was dry. Mayor Teresa Kestrel said it would be filled.",
            "unnamed farmer",
        ),
        (  # the other gender
            "A woman said the quay was safe. Tom Reed said he doubted it.",
            "unnamed woman",
        ),
        (  # further down, voices follow each other
            "The river fell. The rain came late. Nobody planted. A farmer said the dam was to "
            "blame. Amina Odhiambo said nobody could pay.",
            "unnamed farmer",
        ),
        (  # met before
            "Amina Odhiambo came to the market. A trader said the price had doubled. Amina "
            "Odhiambo said nobody could pay.",
            "unnamed trader",
        ),
    ],
)
def test_somebody_else_is_named_next(text: str, name: str) -> None:
    assert _first_speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Riverleaks co-founder Julian Varga is ill. Reed came. The Riverleaks founder said he "
            "would not travel.",
            "Julian Varga",
        ),
        (
            "Amina Odhiambo, 40, a beekeeper, sold the hives. Tom Reed bought them. The beekeeper "
            "said the river had failed.",
            "Amina Odhiambo",
        ),
        (
            "David Varga walked into the hall on Monday. The former Norland governor said he was "
            "late.",
            "David Varga",
        ),
        (
            "David Varga, 34, won the race on Sunday. The 34-year-old Norwegian said he was glad.",
            "David Varga",
        ),
        ("Teresa Kestrel sold the mill in May. The historian said she was glad.", "Teresa Kestrel"),
    ],
)
def test_more_is_told_of_who_was_named(text: str, name: str) -> None:
    assert _last_speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Minister Ann Reed visited the farm on Monday. The farmer said the rain was late.",
            "unnamed farmer",
        ),
        (
            "Ann Reed visited the ward on Monday. The doctor said the rain was late.",
            "unnamed doctor",
        ),
        (
            "David Varga, 41, won the race on Sunday. The 34-year-old Norwegian said he was glad.",
            "unnamed Norwegian",
        ),
        (
            "Teresa Kestrel met Ann Reed on Sunday. The historian said she was glad.",
            None,
        ),
        ("Norway signed the pact. A Norwegian said the road was closed.", "unnamed Norwegian"),
    ],
)
def test_somebody_else_is_told_of(text: str, name: str | None) -> None:
    assert _last_speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "President Lena Reed came. Reed and US\u00a0Trade Representative Mark Toland recognise "
            "that the talks are hard.",
            "Lena Reed and Mark Toland",
        ),
        (
            "President Reed and Trade Minister Mark Toland said that the talks were hard.",
            "Reed and Mark Toland",
        ),
        (
            "Singer Ilse Varga came late. The singer and guitarist told the hall that it rained.",
            "Ilse Varga",
        ),
    ],
)
def test_an_and_joins_two_people_or_two_roles_of_one(text: str, name: str) -> None:
    assert _last_speaker(text) == name


def test_an_office_behind_a_comma_is_that_of_the_name_behind_it() -> None:
    text = (
        "According to a report in the Argus of Norland Falls, Gov. Lena Arne began the campaign. "
        "The governor of Norland said that she was glad."
    )
    assert _last_speaker(text) == "Lena Arne"


def test_one_named_firm_far_above_is_not_the_company() -> None:
    text = (
        "The Norland Ferry Company sold a boat in May. " + "It rained for a day. " * 50 + "Nobody "
        "came to the quay. The company said that it was sorry."
    )
    assert _last_speaker(text) == "unnamed company"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Nokka is giving us a glimpse of a car. The Norwegian carmaker says it will go far.",
            "Nokka",
        ),
        (
            "Talks have resumed between Brastow and Tribune Media. Both companies declined to "
            "comment on the price.",
            "Brastow and Tribune Media",
        ),
        (
            "Ilse Varga came. According to a letter Varga prepared for her lawyers, the will was "
            "void.",
            "Ilse Varga",
        ),
        (
            "Ann Reed gave us a glimpse of a car. The company says that it will go far.",
            "unnamed company",
        ),
        (
            "According to a report in The Guardian, the ship sank. The report says that nobody "
            "drowned.",
            "The Guardian",
        ),
        (
            "An airport official said that the men were held. The officials said that they were "
            "free.",
            "unnamed officials",
        ),
        ("Research from my7scale has proved that nobody reads the small print.", "my7scale"),
        (
            "Ann Reed met Tom Toland. Both companies said that the road was closed.",
            "unnamed companies",
        ),
    ],
)
def test_firms_and_papers_told_of_again(text: str, name: str) -> None:
    assert _last_speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Amadou Keita left for the coast before the storm. The software engineer said he had "
            "lost his house.",
            "Amadou Keita",
        ),
        (
            "Ilse Varga came to the market in Brno without knowing who would speak. The real "
            "estate agent said she had liked what she heard.",
            "Ilse Varga",
        ),
        (
            "Milo Varga was hit near Brno. The lorry driver said he had seen nobody.",
            "unnamed driver",
        ),
        (
            "Milo Varga, a tailor, came home on Monday. The software engineer said he was tired.",
            "unnamed engineer",
        ),
        (
            "The estate agent was late. Amadou Keita waited at the door. The estate agent said "
            "that the road was shut.",
            "unnamed agent",
        ),
        (
            "A man fell ill in Norra, a paper said, citing the regional health commission. Nobody "
            "else is ill, the commission said.",
            "unnamed regional health commission",
        ),
        (
            "The city election board and the state election board met. Nothing was settled, the "
            "board said.",
            "unnamed board",
        ),
        (
            "In August, CBP announced that it would turn families away. At the time, the agency "
            "said that stays were short.",
            "US Customs and Border Protection",
        ),
        (
            "The Norland Public Utilities Commission met on Monday. Firms were late. The utilities "
            "commission said they had failed.",
            "Norland Public Utilities Commission",
        ),
        (
            "The Norland Public Utilities Commission met on Monday. Firms were late. The fisheries "
            "commission said they had failed.",
            "unnamed commission",
        ),
        (
            "A thousand will go, according to a group of drivers. The group, Drivers for Lagos, "
            "was formed in May.",
            "Drivers for Lagos",
        ),
        (
            "The Norland Ministry of Works met on Monday. Later the agency said that it "
            "would wait.",
            "unnamed agency",
        ),
        (
            "India and Nepal met in Doha. Both sides said they were hopeful that it would open.",
            "India and Nepal",
        ),
        ("Both sides said they were hopeful that the road would open.", None),
    ],
)
def test_who_is_meant_by_what_is_told_more_closely(text: str, name: str | None) -> None:
    assert _last_speaker(text) == name
