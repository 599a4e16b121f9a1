"""Weighing: what speaks for somebody adds up, and probabilities are shared out."""

from __future__ import annotations

from verbale.coder.balance import Candidate, weigh

_WEIGHTS = {"near": 1.0, "far": -1.0}


def test_shares_add_up_to_one_and_keep_the_order() -> None:
    choices = weigh([Candidate(("KEN",), {"far": 1.0}), Candidate((), {"near": 1.0})], _WEIGHTS)
    assert [choice.codes for choice in choices] == [("KEN",), ()]
    assert choices[0].sure < 0.2
    assert sum(choice.sure for choice in choices) == 1


def test_a_trait_unheard_of_weighs_nothing() -> None:
    one, other = weigh([Candidate(("KEN",), {"odd": 1.0}), Candidate(("SOM",), {})], _WEIGHTS)
    assert one.sure == other.sure == 0.5


def test_half_a_trait_weighs_half() -> None:
    half = weigh([Candidate(("KEN",), {"near": 0.5}), Candidate((), {})], {"near": 2.0})
    whole = weigh([Candidate(("KEN",), {"near": 1.0}), Candidate((), {})], {"near": 1.0})
    assert half == whole
