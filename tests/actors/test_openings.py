"""Names that a report tells after the office, and people who live where it was filed."""

from verbale import annotate


def speakers(text: str) -> dict[str, str | None]:
    return {one.speaker: one.country for one in annotate(text).statements if one.speaker}


def test_the_one_bare_name_after_the_one_bare_office_holds_it():
    text = (
        "Sri Lanka will free seventeen fishermen, its foreign minister has said.\n\n"
        "Nirosha Wickram told the Quay Mirror that the men would be home by Friday."
    )
    found = annotate(text).statements[-1]
    assert (found.speaker, found.country) == ("Nirosha Wickram", "LKA")
    assert "foreign minister" in (found.office or "").lower()


def test_a_name_with_an_office_of_its_own_is_not_taken_for_the_minister():
    text = (
        "Sri Lanka will free seventeen fishermen, its foreign minister has said.\n\n"
        "Nirosha Wickram, a lawyer for the men, told the Quay Mirror that they were well."
    )
    found = annotate(text).statements[-1]
    assert found.office is None or "foreign minister" not in found.office.lower()


def test_people_who_live_from_a_trade_are_of_the_place():
    text = (
        "TBILISI, May 4 (Savanna Wire) - The fence moves at night.\n\n"
        '"Nobody asks us," said Zaza Gogichash, a farmer who owns two cows.'
    )
    assert speakers(text) == {"Zaza Gogichash": "GEO"}


def test_guests_are_not():
    text = (
        "TBILISI, May 4 (Savanna Wire) - The hall was full.\n\n"
        '"Nobody asks us," said Zaza Gogichash, who had come for the summit.'
    )
    assert speakers(text) == {"Zaza Gogichash": None}
