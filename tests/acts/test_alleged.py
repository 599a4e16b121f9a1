"""What rests on the word of one who did not do it, and what the outlet tells as it was."""

import msgspec
import pytest
from reading import read, read_report, report_of

_OPENING = "Relations between Ghana and Togo are strained over the Volta fishing grounds.\n\n"

_ALLEGED = [
    ("Togo's foreign ministry said that Ghanaian soldiers shelled a Togolese village.", "ASSAULT"),
    ("Ghanaian soldiers beat two Togolese clerks, residents said.", "ASSAULT"),
    ("According to Togo's army, Ghana has sent two warships to the border with Togo.", "MOBILIZE"),
    ("Togo accused Ghana of shelling a Togolese village.", "ASSAULT"),
    ("Ghana is reported to have rejected Togo's offer of talks.", "REJECT"),
    ("Togo's envoy said Ghana had refused in private to resume talks with Togo.", "REJECT"),
    ("Ghanaian police allegedly arrested six Togolese fishermen.", "COERCE"),
]
_TOLD = [
    ("Togo condemned Ghana for shelling a Togolese village.", "ASSAULT"),
    ("Togo's minister said Togo would appeal after Ghana expelled two diplomats.", "SANCTION"),
    ("Togo's minister confirmed that Ghana had arrested six Togolese fishermen.", "COERCE"),
    ("Togo's foreign ministry accused Ghana of lying, which Ghana rejected.", "REJECT"),
    ("Togo's minister said the boats that Ghana seized on Monday were empty.", "COERCE"),
    ("Ghana arrested six Togolese fishermen, Ghana's police said.", "COERCE"),
    ("Ghana and Togo held talks in Lome on Monday, Togo's foreign ministry said.", "CONSULT"),
    ("Togo thanked Ghana for releasing six fishermen.", "RETREAT"),
]


def _flags(text: str, kind: str) -> set[bool]:
    """Whether each act of a kind is alleged."""
    acts = read(f"{_OPENING}{text}\n").acts
    return {"alleged" in act.flags for act in acts if act.type == kind}


@pytest.mark.parametrize(("text", "kind"), _ALLEGED)
def test_what_another_claims_is_alleged(text: str, kind: str) -> None:
    assert _flags(text, kind) == {True}


@pytest.mark.parametrize(("text", "kind"), _TOLD)
def test_what_is_taken_for_granted_is_not_alleged(text: str, kind: str) -> None:
    assert _flags(text, kind) <= {False}


_MATTERS = {
    "Chile": "Peru and Chile are at odds over the Arica rail line.",
    "Nepal": "Nepal and Bhutan are at odds over the Mechi tea road.",
    "Norway": "Finland and Norway are at odds over the Tana salmon.",
    "Uganda": "Kenya and Uganda are at odds over Lake Victoria.",
    "Oman": "Oman and Yemen are at odds over the Mahra port.",
}
_ELSEWHERE = [
    ("Chile", "Chile's minister said Peruvian officers detained two Chilean drivers.", "COERCE"),
    ("Nepal", "Nepal blamed Bhutan for shelling a Nepali village.", "ASSAULT"),
    ("Norway", "Norway is said to have expelled two Finnish diplomats.", "SANCTION"),
    ("Uganda", "Ugandan soldiers reportedly shot at a Kenyan boat.", "ASSAULT"),
    ("Oman", "Oman claimed that Yemen had sent two gunboats towards the port.", "MOBILIZE"),
]
_GRANTED = [
    ("Chile", "Chile's minister admitted that Chile had seized two Peruvian trucks.", "COERCE"),
    ("Nepal", "Nepal condemned Bhutan for shelling a Nepali village.", "ASSAULT"),
    ("Norway", "Norway confirmed that Finland had expelled two diplomats.", "SANCTION"),
]


def _flags_there(side: str, text: str, kind: str) -> set[bool]:
    """Whether each act of a kind is alleged in a report on the matter of ``side``."""
    acts = read(f"{_MATTERS[side]}\n\n{text}\n").acts
    return {"alleged" in act.flags for act in acts if act.type == kind}


@pytest.mark.parametrize(("side", "text", "kind"), _ELSEWHERE)
def test_claims_of_other_regions(side: str, text: str, kind: str) -> None:
    assert _flags_there(side, text, kind) == {True}


@pytest.mark.parametrize(("side", "text", "kind"), _GRANTED)
def test_what_is_granted_in_other_regions(side: str, text: str, kind: str) -> None:
    assert _flags_there(side, text, kind) <= {False}


def test_what_is_waited_for_is_supposed() -> None:
    text = "Togo said talks may begin only when Ghana has released the six Togolese fishermen."
    acts = read(f"{_OPENING}{text}\n").acts
    assert [act.flags for act in acts if act.type == "RETREAT"] == [("hypothetical",)]


@pytest.mark.parametrize(
    ("outlet", "alleged"),
    [
        ("Ministry of Foreign Affairs of Sudan", True),
        ("Ministry of Foreign Affairs of Chad", False),
        ("The Lake Herald", False),
    ],
)
def test_what_a_release_tells_of_the_other_side(outlet: str, alleged: bool) -> None:
    text = "The talks were held on Monday. Chad sent two gunboats into the bay of Sudan on Sunday."
    report = msgspec.structs.replace(report_of(text), outlet=outlet)
    (act,) = (act for act in read_report(report).acts if act.type == "MOBILIZE")
    assert ("alleged" in act.flags) is alleged
