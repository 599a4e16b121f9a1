"""Acts of whole reports: speakers' sides, tellings made one, days, flags, places."""

import pytest

from tests.acts.reading import read
from verbale.model import Act

_TALKS = (
    '"We are ready to resume talks with Chile," Norwegian Foreign Minister '
    "Ragnhild Tveitane said on Monday.\n\n"
    "Norway is prepared to resume the talks with Chile as soon as next week, she added.\n\n"
    '"Chile has taken a very unfriendly step against our country," Tveitane told reporters.\n\n'
    "In 2021 Chile expelled two Norwegian diplomats.\n"
)


def _only(acts: tuple[Act, ...], kind: str) -> Act:
    found = [act for act in acts if act.type == kind]
    assert len(found) == 1, acts
    return found[0]


def test_first_person_is_the_speakers_side_and_tellings_are_one_act() -> None:
    done = read(_TALKS)
    act = _only(done.acts, "AGREE")
    assert (act.actor, act.recipient) == (("NOR",), ("CHL",))
    assert len(act.evidence) == 2
    assert act.date == "2024-05-13"


def test_blame_accuses() -> None:
    done = read(_TALKS)
    act = _only(done.acts, "ACCUSE")
    assert (act.actor, act.recipient, act.rule) == (("NOR",), ("CHL",), "blame")
    spoken = next(s for s in done.statements if s.id == act.statement)
    assert spoken.country == "NOR"


def test_recap_is_historical_and_keeps_its_year() -> None:
    act = _only(read(_TALKS).acts, "SANCTION")
    assert (act.actor, act.recipient) == (("CHL",), ("NOR",))
    assert act.flags == ("historical",)
    assert act.date == "2021"


def test_headline_adds_to_the_body() -> None:
    done = read(
        "Ghana imposed sanctions on Togo on Monday.\n", headline="Ghana imposes sanctions on Togo"
    )
    act = _only(done.acts, "SANCTION")
    assert [span.of(done.text)[:5] for span in act.evidence] == ["Ghana", "Ghana"]
    assert act.date == "2024-05-13"


def test_headline_alone_still_counts() -> None:
    done = read("Rain fell in the hills.\n", headline="Ghana imposes sanctions on Togo")
    assert _only(done.acts, "SANCTION").actor == ("GHA",)


def test_accused_deed_is_alleged() -> None:
    acts = read("Ukraine accused Russia of shelling a village in Ukraine.\n").acts
    assert _only(acts, "ACCUSE").flags == ()
    assault = _only(acts, "ASSAULT")
    assert (assault.actor, assault.flags) == (("RUS",), ("alleged",))


def test_other_side_of_two_is_meant_when_talks_are_named_without_it() -> None:
    done = read(
        "Relations between Peru and Ecuador are tense.\n\n"
        "Peru does not intend to continue the consultations, its foreign ministry said.\n\n"
        "Ecuador regretted that Peru said so.\n"
    )
    act = _only(done.acts, "REJECT")
    assert (act.actor, act.recipient) == (("PER",), ("ECU",))


def test_capital_is_a_place_where_talks_are_held() -> None:
    acts = read("Kenya held talks with Uganda in Vienna.\n").acts
    assert _only(acts, "CONSULT").recipient == ("UGA",)


def test_several_recipients() -> None:
    act = _only(read("Canada imposed sanctions on Belarus and Myanmar.\n").acts, "SANCTION")
    assert act.recipient == ("BLR", "MMR")


def test_pronoun_object_is_another_side() -> None:
    done = read("Iran says its programme is peaceful. France has accused it of hiding a plant.\n")
    act = _only(done.acts, "ACCUSE")
    assert (act.actor, act.recipient) == (("FRA",), ("IRN",))


def test_what_was_left_unsaid_is_no_act() -> None:
    text = "In his speech the president made no mention of Chile's readiness to aid Peru.\n"
    assert read(text).acts == ()


def test_before_1990_is_not_coded() -> None:
    assert read("In 1962 Indonesia attacked the Netherlands.\n").acts == ()


def test_spans_hold_what_they_say() -> None:
    done = read(_TALKS)
    for act in done.acts:
        for span in (*act.evidence, *act.actor_span, *act.recipient_span):
            assert 0 <= span.start < span.end <= len(done.text)
    assert [act.id for act in done.acts] == list(range(1, len(done.acts) + 1))


@pytest.mark.parametrize("text", ["", "\n", "?!", "“", "No. 1.\n", "A" * 3000])
def test_odd_texts_give_no_acts(text: str) -> None:
    assert read(text).acts == ()


def test_a_list_of_nationalities_is_all_of_them() -> None:
    acts = read("Peru expelled the Chilean and Bolivian envoys on Monday.\n").acts
    assert [set(act.recipient) for act in acts] == [{"CHL", "BOL"}]


def test_it_is_whoever_the_clause_before_is_about() -> None:
    text = "Norway thanked Chile on Monday; on Tuesday it condemned Peru.\n"
    assert [act.actor for act in read(text).acts if act.type == "ACCUSE"] == [("NOR",)]


def test_what_has_a_day_to_come_is_future_even_where_it_is_only_named() -> None:
    text = (
        "Norway and Chile have agreed to count the herring and to meet again in November 2040, in"
        " the first talks between the two.\n"
    )
    (talks,) = [act for act in read(text).acts if act.type == "CONSULT"]
    assert talks.date == "2040-11"
    assert "future" in talks.flags
    assert "historical" not in talks.flags
