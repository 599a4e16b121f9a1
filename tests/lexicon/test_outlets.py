"""Looking outlets up by name and by domain."""

from __future__ import annotations

import pytest

from verbale.lexicon import default_lexicon

LEXICON = default_lexicon()


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Reuters", "Reuters"),
        ("REUTERS", "Reuters"),
        ("/TASS/.", "TASS"),
        ("(AP)", "Associated Press"),
        ("The Associated Press", "Associated Press"),
        ("“Kyodo  News”", "Kyodo News"),
        ("guardian", "The Guardian"),
        ("Trend", "Trend News Agency"),
        ("Télam", "Télam"),
        ("telam", "Télam"),
        ("Ma’an", "Ma'an News Agency"),
    ],
)
def test_by_name(name: str, found: str) -> None:
    outlet = LEXICON.outlet(name)
    assert outlet is not None
    assert outlet.name == found


@pytest.mark.parametrize("name", ["", "...", "The Harbour Courier", "the"])
def test_unknown_name(name: str) -> None:
    assert LEXICON.outlet(name) is None


@pytest.mark.parametrize(
    ("host", "found"),
    [
        ("reuters.com", "Reuters"),
        ("www.reuters.com", "Reuters"),
        ("EDITION.CNN.COM:443", "CNN"),
        ("english.kyodonews.net", "Kyodo News"),
        ("tass.ru.", "TASS"),
        ("news.un.org", "UN News"),
        ("www.un.org", "UN.org"),
    ],
)
def test_by_domain(host: str, found: str) -> None:
    outlet = LEXICON.outlet_for_domain(host)
    assert outlet is not None
    assert outlet.name == found


@pytest.mark.parametrize("host", ["", "com", "notreuters.com", "reuters.com.example", "localhost"])
def test_unknown_domain(host: str) -> None:
    assert LEXICON.outlet_for_domain(host) is None


def test_labels_are_not_searched_for_in_prose() -> None:
    assert LEXICON.find("The Trend is clear and Time is short. Dawn broke.") == ()
