"""A page of short items: each has its own two sides."""

from tests.acts.reading import read

_ITEMS = (
    "{first}Kosovo said that papers would be asked of Serbian drivers from August. Serbia condemned"
    " the plan. Both sides blamed each other for the lack of progress.\n\n"
    "{second}Montenegro and Croatia held talks on the training ship. Croatia wants it back."
    " Both sides praised the mood.\n\n"
    "{third}Greece and Albania met again. The two countries agreed to go on in autumn.\n"
)


def _sides(first: str, second: str, third: str) -> dict[str, set[str]]:
    acts = read(_ITEMS.format(first=first, second=second, third=third)).acts
    return {act.type: {*act.actor, *act.recipient} for act in acts}


def test_items_with_labels_in_capitals() -> None:
    sides = _sides("PRISTINA. ", "PODGORICA/ZAGREB. ", "TIRANA: ")
    assert sides["ACCUSE"] == {"XKX", "SRB"}
    assert sides["SUPPORT"] == {"MNE", "HRV"}
    assert sides["AGREE"] == {"GRC", "ALB"}


def test_items_with_headings_of_their_own() -> None:
    sides = _sides("Kosovo - Serbia\n", "Montenegro, Croatia\n", "Greece/Albania\n")
    assert sides["SUPPORT"] == {"MNE", "HRV"}
    assert sides["AGREE"] == {"GRC", "ALB"}
