"""What the desk notes about its own report is nobody's statement; what stands beside it is."""

import pytest

from tests.statements.reading import read, report_of

SPOKEN = "Foreign Minister Rosa Quispe said the border would stay shut."


@pytest.mark.parametrize(
    "note",
    [
        "Correction added on 12 May: an earlier version said that the pass was closed in 1962.",
        "Correction: The ministry said on Tuesday that the toll is 40 soles, not 400 as stated.",
        "A previous version of this report stated that the border had been closed since May.",
        "This version corrects the spelling of a name and says that the vote was on Tuesday.",
    ],
)
def test_a_note_is_no_statement(note: str):
    found = read(report_of(f"{SPOKEN}\n\n{note}")).statements
    assert [one.source[0].start for one in found] == [0]


@pytest.mark.parametrize(
    "text",
    [
        "Correction of the line is needed, Deputy Minister Hassan Idle said on Monday.",
        "Deputy Minister Hassan Idle said the first version of the treaty was better.",
        "The ministry said its statement had been corrected.",
        "Had Oslo refused, the talks would have ended, Minister Signe Dahl said.",
        "Minister Signe Dahl notes: the toll is due in dollars.",
        "The capital let it be known that it had not been listening.",
        "Asked for comment, Minister Signe Dahl said the fee was legal.",
        "The men in the boat claimed to be fishermen.",
        "Lima will express concern over the fee.",
        "The prosecutor, Ivana Horvat, demanded a sentence of forty years.",
        "Lima wanted the bridge and said so.",
        "Envoys flew to Doha on Monday, hoping to revive the talks.",
    ],
)
def test_words_that_look_like_one_are_still_read(text: str):
    assert read(report_of(text)).statements
