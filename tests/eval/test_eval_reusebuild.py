"""The builder of the reuse gold: what it derives from how a copy was made."""

import pytest

from eval import reusebuild

WIRE = """
@RIGA, May 4 (Wire) -
Latvia closed the bridge on Monday because of ice on the northern ramp.

{u1q Nobody will cross before noon}, the mayor told reporters by the river.
The bridge was built in the year of the great flood and repaired twice since.
Lorries were sent round by the old ferry, which takes four of them at a time.
"""


def group(*reports, **more):
    base = {"note": "", "region": "", "plants": [], "outlets": {}}
    wire = {
        "id": "a",
        "outlet": "Wire",
        "published": "2024-05-04T08:00Z",
        "headline": "Latvia closes bridge",
        "text": WIRE,
    }
    return reusebuild.build(base | {"reports": [wire, *reports]} | more, {})


def copy(text, **more):
    head = {"id": "b", "outlet": "Daily", "published": "2024-05-05", "headline": "Bridge shut"}
    return head | {"text": text} | more


def test_a_whole_copy_with_its_credit():
    built = group(copy("=a", credits=["Wire"]))
    [passage] = built["passages"]
    [pair] = built["pairs"]
    assert (passage["kind"], passage["edited"]) == ("credited-copy", 0.0)
    assert (pair["relation"], pair["from"]) == ("re-headlined", "a")


def test_edits_are_counted_and_must_find_their_words():
    built = group(copy("=a", edits=[["because of ice", "owing to ice"]]))
    assert built["passages"][0]["edited"] == pytest.approx(2 / 50, abs=0.02)
    with pytest.raises(reusebuild.PartsError):
        group(copy("=a", edits=[["because of snow", "owing to snow"]]))


def test_own_matter_ends_a_passage_only_when_it_is_long():
    short = group(copy("=a 1-2\n\nIt was cold.\n\n=a 3-4"))
    long = group(copy("=a 1-2\n\n" + "Nobody knew where to go. " * 4 + "\n\n=a 3-4"))
    assert len(short["passages"]) == 1
    assert len(long["passages"]) == 2


def test_copies_of_one_source_have_it_in_common():
    second = copy("=a 1-3") | {"id": "c", "outlet": "Weekly"}
    built = group(copy("=a"), second)
    kinds = {(row["a"], row["b"]): row["kind"] for row in built["passages"]}
    assert kinds["b", "c"] == "common-source"
    assert next(p for p in built["pairs"] if (p["a"], p["b"]) == ("b", "c"))["common"] == "a"


def test_a_shared_quotation_is_no_copy():
    built = group(copy("Cold morning. {u1q Nobody will cross before noon}, he said."))
    assert [row["kind"] for row in built["passages"]] == ["shared-quotation"]
    assert built["pairs"][0]["relation"] == "same-event"


def test_a_wrong_day_on_the_copy_does_not_turn_the_direction():
    built = group(copy("=a") | {"published": "2024-05-01"})
    assert built["pairs"][0]["from"] == "a"


def test_the_chain_names_the_credit_of_the_sentence():
    about = {"u1": {"speaker": "the mayor", "origins": [1, 1], "why": "one"}}
    built = group(copy("=a", credits=["Wire"]), entries=about)
    chains = {row["report"]: row["chain"] for row in built["entries"][0]["carriers"]}
    assert chains == {"a": ["Wire", "the mayor"], "b": ["Daily", "Wire", "the mayor"]}
