"""Names that a report tells after the office."""

from verbale import annotate


def speakers(text: str) -> dict[str, str | None]:
    return {one.speaker: one.country for one in annotate(text).statements if one.speaker}


def test_the_one_bare_name_after_the_one_bare_office_holds_it():
    text = (
        "Latvia will let forty drivers cross, its foreign minister has said.\n\n"
        "Mira Toland told the Quay Mirror that the lorries would roll by Friday."
    )
    found = annotate(text).statements[-1]
    assert (found.speaker, found.country) == ("Mira Toland", "LVA")
    assert "foreign minister" in (found.office or "").lower()


def test_a_name_with_an_office_of_its_own_is_not_taken_for_the_minister():
    text = (
        "Latvia will let forty drivers cross, its foreign minister has said.\n\n"
        "Mira Toland, a lawyer for the drivers, told the Quay Mirror that they were well."
    )
    found = annotate(text).statements[-1]
    assert found.office is None or "foreign minister" not in found.office.lower()
