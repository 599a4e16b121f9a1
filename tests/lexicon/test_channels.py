"""The words for channels."""

from __future__ import annotations

import pytest

from verbale.lexicon.channels import channel_of_source, channel_of_venue, is_audience


@pytest.mark.parametrize(
    ("venue", "channel"),
    [
        ("an interview with state radio", "interview"),
        ("a joint news conference", "press-conference"),
        ("the sidelines of the summit", "speech"),
        ("Telegram", "post"),
        ("a letter to the council", "document"),
        ("the rain", None),
    ],
)
def test_venues(venue: str, channel: str | None) -> None:
    assert channel_of_venue(venue) == channel


def test_sources() -> None:
    assert channel_of_source("the Foreign Ministry's statement") == "statement"
    assert channel_of_source("A draft of the protocol") == "document"
    assert channel_of_source("the minister") is None


def test_audiences() -> None:
    assert is_audience("farmers in Musina")
    assert not is_audience("his counterpart")
