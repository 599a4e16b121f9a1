"""Which talks are the same talks, under whatever names reports know their dispute."""

from __future__ import annotations

from typing import Any

import pytest

from tests.record.test_matters_of_reports import read
from verbale.model import Matter
from verbale.record import LaneFilter, Record
from verbale.record.disputes import Talks, one_dispute

PAIR, OTHERS = ("NOR", "RUS"), ("NOR", "SWE")


def matter(id: str, parties: tuple[str, ...] = PAIR, **fields: Any) -> Matter:  # noqa: A002
    given = {"key": id, "keys": (id,), "name": id, "kind": "thing", "wordings": (id,)}
    return Matter(id=id, parties=parties, reports=1, weight=6, **{**given, **fields})


def talks(name: str, *reports: int, party: str = "NOR") -> list[Talks]:
    return [Talks(name, report, frozenset({party})) for report in reports]


RIDGE = {"border": matter("border"), "ridge": matter("ridge")}


@pytest.mark.parametrize(
    ("told", "spoken_of", "joined"),
    [
        # the one report on the ridge speaks of the border, too
        (talks("border", 1, 2) + talks("ridge", 3), {3: {"ridge", "border"}}, True),
        # it speaks of what else comes up with the border
        (talks("border", 1, 2) + talks("ridge", 3), {3: {"ridge", "patrol", "post"}}, True),
        # of one such thing only, or of nothing else
        (talks("border", 1, 2) + talks("ridge", 3), {3: {"ridge", "patrol"}}, False),
        (talks("border", 1, 2) + talks("ridge", 3), {3: {"ridge"}}, False),
        # one of two reports does
        (talks("border", 1, 2, 5, 6) + talks("ridge", 3, 4), {3: {"border"}, 4: set()}, False),
        # both are as usual
        (talks("border", 1) + talks("ridge", 3), {3: {"border"}}, False),
        # a side tells the two apart in one report; two sides may only name it differently
        (talks("border", 1, 3) + talks("ridge", 3), {3: {"border", "ridge"}}, False),
        (talks("border", 1, 3) + talks("ridge", 3, party="RUS"), {3: {"border", "ridge"}}, True),
    ],
)
def test_a_rarer_name_of_one_dispute(
    told: list[Talks], spoken_of: dict[int, set[str]], joined: bool
) -> None:
    spoken = {each.report: {"border", "patrol", "post"} for each in told} | spoken_of
    assert one_dispute(told, RIDGE, spoken) == ({"ridge": "border"} if joined else {})
    assert one_dispute(reversed(told), RIDGE, spoken) == one_dispute(told, RIDGE, spoken)


def test_talks_with_others_are_never_the_same() -> None:
    matters = {"border": matter("border"), "fish": matter("fish", OTHERS)}
    told = talks("border", 1, 2) + talks("fish", 3)
    assert one_dispute(told, matters, {n: {"border", "fish"} for n in (1, 2, 3)}) == {}


DAM = [
    "Paraguay ready for talks on Guarani Dam\n\nParaguay is ready to hold talks with Argentina on "
    "the Guarani Dam, its foreign minister said on 4 March 2024. The Guarani Dam has stood half "
    "built since 2019. Argentina wants the Guarani Dam finished.\n",
    "Argentina: Guarani Dam must wait\n\nArgentina will not hold talks with Paraguay on the "
    "Guarani Dam before May, its foreign minister said on 20 March 2024. Paraguay wants it "
    "finished, the minister said.\n",
    "Argentina: Guarani Dam is unsafe\n\nArgentina told Paraguay on 2 April 2024 that the Guarani "
    "Dam was unsafe. Argentina wants the Guarani Dam drained, its energy minister said.\n",
    "Guarani Dam: Paraguay in Uruguay\n\nUruguay received a delegation of Paraguay on the Guarani "
    "Dam on 2 May 2024. Paraguay rules out talks on the Guarani Dam, its foreign minister said "
    "in Montevideo.\n",
]


def test_a_dam_is_the_same_where_only_the_host_is_named_beside_a_side(record: Record) -> None:
    read(record, DAM)
    assert ("PRY", "URY") in {row.matter.parties for row in record.matters()}
    lanes = [one for one in record.lanes(LaneFilter(party="PRY")) if one.on == "talks"]
    assert [[held.stance for held in lane.held] for lane in lanes] == [["open", "refuses"]]
