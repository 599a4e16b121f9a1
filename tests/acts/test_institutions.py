"""Organisations that a report goes back to by halves, and ministers known by their capital."""

from __future__ import annotations

import pytest

from tests.acts.reading import read

_COMMISSION = (
    "Poland and Hungary have quarrelled with the European Commission over the courts.\n\n"
    "On Monday the Commission rejected Poland's plan.\n"
)
_PATROL = (
    "Guyana and Venezuela are at odds over the Essequibo. Guyana sent a patrol boat up the river "
    "on Monday. In Caracas the defence minister condemned the patrol as a provocation.\n"
)
#: Who acts, in which way, to whom, in which words.
_TOLD = (
    ("EU", "REJECT", "POL", _COMMISSION),
    ("VEN", "ACCUSE", "GUY", _PATROL),
    (
        "NAM",
        "AGREE",
        "ZMB",
        "Zambia wants to be heard. SADC's chair, Namibia, has invited the foreign minister of "
        "Zambia to Windhoek.\n",
    ),
)


@pytest.mark.parametrize(("actor", "kind", "recipient", "text"), _TOLD)
def test_who_is_meant_by_halves(actor: str, kind: str, recipient: str, text: str) -> None:
    found = [(a.actor, a.recipient) for a in read(text).acts if a.type == kind]
    assert ((actor,), (recipient,)) in found


def test_another_court_that_is_told_of_later_is_meant() -> None:
    text = (
        "Lawyers look to the International Criminal Court. Kenya's High Court heard Burundi's "
        "envoy. On Friday the court rejected Burundi's appeal.\n"
    )
    assert all(act.actor != ("ICC",) for act in read(text).acts)
