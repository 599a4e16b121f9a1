"""Names in several spellings and loose words for offices: the data say what they say."""

from __future__ import annotations

from verbale.actors.variants import alike, fits, name_tokens
from verbale.lexicon import Title, default_lexicon
from verbale.lexicon.givennames import given_name, given_names
from verbale.lexicon.namesakes import names, namesakes
from verbale.lexicon.offices import loose_offices, peculiar_offices, state_of_office


def test_every_name_shows_two_of_its_forms() -> None:
    assert len(names()) > 80
    assert namesakes("yi", "lee")
    assert not namesakes("yi", "kim")


def test_given_names_tell_a_gender_or_either() -> None:
    assert len(given_names()) > 8
    assert [given_name(name) for name in ("haruko", "kwame", "robin", "norland")] == [
        "f",
        "m",
        "?",
        None,
    ]


def test_loose_offices_name_titles() -> None:
    known = {entry.name for entry in default_lexicon().entries if isinstance(entry, Title)}
    for entry in loose_offices():
        assert set(entry.strict) <= known, entry.loose


def test_whose_an_office_is_that_one_state_alone_has() -> None:
    lexicon = default_lexicon()
    titles = {form for e in lexicon.entries if isinstance(e, Title) for form in (e.name, *e.forms)}
    for entry in peculiar_offices():
        assert lexicon.party(entry.country)
        assert any(title in titles for title in entry.titles), entry.country
    assert state_of_office("the Taoiseach") == "IRL"
    assert state_of_office("Homeland Security Secretary") == "USA"
    assert state_of_office("foreign minister") is None


def test_spellings_of_one_name() -> None:
    assert alike("sergei", "serhii")
    assert alike("zelensky", "zelenskyy")
    assert alike("duqaimsi", "dqaimsi")
    assert not alike("petrov", "petrova")
    assert not alike("marin", "moran")


def test_a_shorter_name_fits_a_longer_one() -> None:
    assert fits(name_tokens("Al-Duqaimsi"), name_tokens("Abdel Rahman Al Duqaimsi"))
    assert fits(name_tokens("Abdulrahman al-Duqaimsi"), name_tokens("Abdel Rahman Al Duqaimsi"))
    assert fits(name_tokens("Pyo Mansik"), name_tokens("Pyo Man-sik"))
    assert not fits(name_tokens("Wang Qiaolin"), name_tokens("Wang Jianbo"))
