"""The tones load (which runs every example) and are told by stance."""

from __future__ import annotations

from verbale.lexicon.tones import tone_book


def test_the_longest_words_win() -> None:
    found = tone_book().find("Ready, with no preconditions, at any time.", "open")
    assert [tone.words for tone in found] == ["with no preconditions", "at any time"]


def test_a_tone_counts_for_its_stances_only() -> None:
    assert [t.tone.grade for t in tone_book().find("In principle we agree.", "supports")] == [
        "mild"
    ]
    assert tone_book().find("In principle we refuse.", "refuses") == ()


def test_parts_of_words_and_curly_apostrophes() -> None:
    assert tone_book().find("nevertheless", "refuses") == ()
    assert tone_book().find("We’d never\nsign.", "refuses")[0].words == "never"
