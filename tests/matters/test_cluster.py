"""Which keys are one thing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from verbale.matters.cluster import Counted, cluster, plainly

KEYS = [
    ("agreement", "agreement", "agreement", False, 3),
    ("peace agreement", "agreement", "agreement", False, 9),
    ("comprehensive peace agreement", "agreement", "agreement", False, 1),
    ("peace", "peace", "truce", False, 2),
    ("fishing agreement", "agreement", "agreement", False, 1),
    ("island", "island", "territory", False, 1),
    ("lantern island", "island", "territory", True, 4),
    ("skarn island", "island", "territory", True, 2),
]


def counted(*keys: str) -> list[Counted]:
    return [
        Counted(key=key, head=head, kind=kind, place=place, weight=weight)
        for key, head, kind, place, weight in KEYS
        if key in keys
    ]


def test_a_hyphen_hides_no_word() -> None:
    named = ("drink ban", "soft-drink ban", "ban")
    keys = [Counted(key=key, head="ban", kind="trade", place=False, weight=3) for key in named]
    assert set(cluster(keys).values()) == {"drink ban"}


def test_an_agreement_about_a_thing_goes_with_the_thing_where_that_is_named_more_closely() -> None:
    border = Counted(key="sea border", head="border", kind="border", place=False, weight=6)
    ruling = Counted(key="border sea ruling", head="ruling", kind="courts", place=False, weight=3)
    dam = Counted(key="tana dam", head="dam", kind="other", place=False, weight=6)
    deal = Counted(key="dam agreement", head="agreement", kind="agreement", place=False, weight=4)
    gas = Counted(key="gas agreement", head="agreement", kind="agreement", place=False, weight=4)
    home = cluster([border, ruling, dam, deal, gas])
    assert home["border sea ruling"] == "sea border"
    assert home["dam agreement"] == "tana dam"
    assert home["gas agreement"] == "gas agreement"


def test_longer_keys_join_their_core_and_bare_nouns_the_usual_thing() -> None:
    home = cluster(counted(*(key for key, *_ in KEYS)), [("lantern island", "skarn island")])
    assert home["comprehensive peace agreement"] == "peace agreement"
    assert home["agreement"] == home["peace"] == "peace agreement"
    assert home["fishing agreement"] == "fishing agreement"
    assert home["skarn island"] == home["island"] == "lantern island"


def test_what_is_not_clear_stays_apart() -> None:
    two = counted("agreement", "fishing agreement")
    two.append(
        Counted(key="gas agreement", head="agreement", kind="agreement", place=False, weight=1)
    )
    assert cluster(two)["agreement"] == "agreement"
    places = counted("island", "lantern island", "skarn island")
    assert cluster(places)["island"] == "island"


@given(st.permutations(KEYS))
def test_order_makes_no_difference(keys: list[tuple[str, str, str, bool, int]]) -> None:
    pairs = [("lantern island", "skarn island")]
    everything = counted(*(key for key, *_ in KEYS))
    again = [next(c for c in everything if c.key == key) for key, *_ in keys]
    assert cluster(again, pairs) == cluster(everything, pairs)


def test_plainly() -> None:
    assert plainly({}) is None
    assert plainly({"one": 1}) == "one"
    assert plainly({"one": 6, "two": 2}) == "one"
    assert plainly({"one": 5, "two": 2}) is None


def test_a_key_that_holds_two_things_goes_with_the_one_that_is_plainly_usual() -> None:
    weights = {"trade agreement": 20, "interim agreement": 2, "interim trade agreement": 3}
    some = [
        Counted(key=key, head="agreement", kind="agreement", place=False, weight=weight)
        for key, weight in {**weights, "agreement": 40}.items()
    ]
    home = cluster(some)
    assert home["interim trade agreement"] == home["agreement"] == "trade agreement"
    assert home["interim agreement"] == "interim agreement"
