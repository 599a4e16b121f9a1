"""Counting origins by the rules: copies add nothing, silence only to the upper bound."""

from __future__ import annotations

from verbale.model.origin import Chain, ChainLink, Channel, Origins
from verbale.provenance.origins import Carrier, origins


def carrier(
    number: int, outlet: str, channel: Channel = "unknown", *between: str, recalled: bool = False
) -> Carrier:
    links = [ChainLink(role="outlet", name=outlet)]
    links += [ChainLink(role="medium", name=name) for name in between]
    chain = Chain(statement=number, links=tuple(links), channel=channel)
    return Carrier(f"s{number}", f"r{number}", outlet, chain, recalled)


def bounds(found: Origins) -> tuple[int, int]:
    return found.lower, found.upper


def test_a_copy_never_counts() -> None:
    three = [carrier(1, "Marl Wire", "press-conference"), carrier(2, "Hollow Post")]
    three.append(carrier(3, "Tern Press", "press-conference"))
    assert bounds(origins(three, [("s1", "s2"), ("s1", "s3")])) == (1, 1)


def test_an_agency_and_who_credits_it_are_one() -> None:
    found = origins([carrier(1, "Marl Wire"), carrier(2, "Hollow Post", "unknown", "Marl")], [])
    assert bounds(found) == (1, 1)
    assert found.groups[0].edges[0].reason == "Hollow Post has it from Marl Wire"
    assert found.groups[0].label == "Marl"


def test_an_agency_with_the_same_text_may_have_had_it_first() -> None:
    two = [carrier(1, "Hollow Post", "unknown", "Marl"), carrier(2, "Kyodo")]
    found = origins(two, [("s1", "s2")])
    assert bounds(found)[1] == 1
    assert found.groups[0].label == "Kyodo or Marl"


def test_two_that_credit_a_third_are_one() -> None:
    two = [carrier(1, "Tern Press", "interview", "Marl"), carrier(2, "Post", "interview", "Marl")]
    assert bounds(origins(two, [])) == (1, 1)
    assert origins(two, []).groups[0].label == "Marl, interview"


def test_each_reporter_at_a_public_occasion_counts() -> None:
    two = [carrier(1, "Marl Wire", "speech"), carrier(2, "Tern Press", "press-conference")]
    assert bounds(origins(two, [])) == (2, 2)


def test_one_public_text_is_one_origin_however_many_read_it() -> None:
    assert bounds(origins([carrier(n, f"Outlet {n}", "post") for n in (1, 2, 3)], [])) == (1, 1)


def test_silent_ones_raise_only_the_upper_bound() -> None:
    three = [carrier(1, "Marl Wire", "speech"), carrier(2, "Hollow Post"), carrier(3, "Tern Press")]
    assert bounds(origins(three, [])) == (1, 3)
    assert bounds(origins(three[1:], [])) == (1, 2)


def test_what_is_recalled_is_not_certain() -> None:
    two = [carrier(1, "Marl Wire", "speech"), carrier(2, "Post", "speech", recalled=True)]
    assert bounds(origins(two, [])) == (1, 2)


def test_a_cut_keeps_two_apart() -> None:
    two = [carrier(1, "Marl Wire", "speech"), carrier(2, "Tern Press", "speech")]
    assert bounds(origins(two, [("s1", "s2")], cut=[("s2", "s1")])) == (2, 2)
