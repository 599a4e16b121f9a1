from __future__ import annotations

from verbale.positions.lanes import Lane
from verbale.web.lanenames import lane_names

NAMES = {
    "ORD": "Ordany",
    "XTH": "Thurnia",
    "QQA": "United Federated Communes of the North",
    "QQB": "United Federated Communes of the South",
}


def lane(party: str, thing: str = "", on: str = "terms") -> Lane:
    return Lane(party=party, matter="m0", on=on, held=(), thing=thing)  # type: ignore[arg-type]


def told(*lanes: Lane) -> list[tuple[str, str, str]]:
    return [each[:3] for each in lane_names(lanes, lambda code: NAMES.get(code, code))]


def test_a_lane_says_its_party_its_target_and_its_thing() -> None:
    (found,) = lane_names([lane("ORD", "joint patrols")], NAMES.__getitem__)
    assert found == ("Ordany", "terms", "joint patrols", "Ordany, terms: joint patrols")


def test_long_parties_that_begin_alike_are_told_by_their_codes() -> None:
    (one, _, _), (other, _, _) = told(lane("QQA"), lane("QQB"))
    assert (one, other) == ("United Federa… QQA", "United Federa… QQB")


def test_two_things_that_begin_alike_are_cut_in_the_middle() -> None:
    start = "the protocol on river dues and tolls of"
    found = [
        thing for _, _, thing in told(lane("ORD", f"{start} 1954"), lane("ORD", f"{start} 1971"))
    ]
    assert found[0].endswith("1954")
    assert found[1].endswith("1971")


def test_what_begins_and_ends_alike_is_numbered() -> None:
    ends = "the protocol of the border rivers on {} dues of this side"
    found = told(*(lane("ORD", ends.format(what)) for what in ("water", "timber", "ferry")))
    assert len(set(found)) == 3
    assert found[1][2].endswith("(2)")


def test_what_is_called_the_same_is_numbered() -> None:
    found = told(lane("ORD", "fee"), lane("XTH", "fee"), lane("ORD", "fee"))
    assert found == [
        ("Ordany", "terms", "fee"),
        ("Thurnia", "terms", "fee"),
        ("Ordany", "terms", "fee (2)"),
    ]


def test_short_names_stay_whole() -> None:
    found = told(lane("ORD"), lane("ORD", on="talks"), lane("ORD", "ferry"), lane("XTH"))
    assert all("…" not in "".join(each) and "(" not in "".join(each) for each in found)
