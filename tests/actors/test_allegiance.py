"""Whose an official is: what needs a headline. The other cases are in `tests/data/speakers`."""

from __future__ import annotations

import pytest

from verbale import annotate
from verbale.model import RawDocument

_REPORT = """Eritrea hands over four prisoners, Djibouti hails "first step"

The Red Sea Courier
ASMARA, 3 June 2022 - Eritrea on Friday released four Djiboutian soldiers it had held for years.

{quotation}, Foreign Minister Warsama Bouh said.
"""


def _state_of_the_minister(quotation: str) -> str | None:
    data = _REPORT.format(quotation=quotation).encode()
    report = annotate(RawDocument(data=data, origin="a.txt"))
    return next(s.country for s in report.statements if s.speaker == "Warsama Bouh")


def test_whose_words_the_headline_puts_in_a_mouth() -> None:
    assert _state_of_the_minister('"This is a first step and we want more"') == "DJI"


def test_other_words_leave_it_to_the_place_of_filing() -> None:
    assert _state_of_the_minister('"There is nothing more to give"') == "ERI"


@pytest.mark.parametrize(
    "before",
    [
        "The Laotian government dismissed the accusation as invented.",
        "Laos imposed a fee on Thai lorries.",
        "Laos warned that the bridge would stay shut.",
    ],
)
def test_who_speaks_after_his_side_has_answered(before: str) -> None:
    text = (
        "NONG KHAI, 3 June 2022 - Thailand on Friday shut the bridge to Laos and Laos sent its "
        "lorries home.\n\nThai minister Prasit Kaewta said that Laos had lied.\n\n"
        f"{before} Trade Minister Bounmy Sisavath said on Friday that the lorries were empty."
    )
    report = annotate(RawDocument(data=text.encode(), origin="a.txt"))
    assert {s.country for s in report.statements if s.speaker == "Bounmy Sisavath"} == {"LAO"}
