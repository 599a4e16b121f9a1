"""The reuse gold: built groups agree with their parts, and all words are found exactly once."""

from collections import Counter
from pathlib import Path

import pytest

from eval import reusebuild, reusegold
from eval.reusebuild.units import edited_share

KINDS = {"credited-copy", "uncredited-copy", "shared-quotation", "boilerplate", "common-source"}
RELATIONS = {
    "identical",
    "updated",
    "shortened",
    "re-headlined",
    "feed-copy",
    "merged",
    "partial",
    "same-event",
    "none",
}


@pytest.fixture(scope="module")
def groups():
    return reusegold.load()


def test_built_groups_agree_with_their_parts():
    assert reusebuild.stale() == []


def test_every_group_is_in_one_half(groups):
    names = [group.name for group in groups]
    assert len(names) == len(set(names))
    assert set(names) == {path.stem for path in (reusegold.HOME / "groups").glob("*.toml")}


def test_kinds_and_relations_are_the_guides(groups):
    assert {passage.kind for group in groups for passage in group.passages} <= KINDS
    assert {pair.relation for group in groups for pair in group.pairs} <= RELATIONS


def test_every_pair_of_reports_is_judged_once(groups):
    for group in groups:
        size = len(group.reports)
        assert len({(pair.a, pair.b) for pair in group.pairs}) == size * (size - 1) // 2


def test_origins_lie_between_one_and_the_number_of_carriers(groups):
    for group in groups:
        for entry in group.entries:
            low, high = entry.origins
            assert 1 <= low <= high <= len(entry.carriers), (group.name, entry.id)


def test_every_link_of_a_chain_starts_at_the_outlet(groups):
    for group in groups:
        outlets = {report.id: report.outlet for report in group.reports}
        for entry in group.entries:
            assert all(carrier.chain[0] == outlets[carrier.report] for carrier in entry.carriers)


def test_boilerplate_stands_in_three_reports_of_its_half(groups):
    for half in ("dev", "test"):
        shown = [group for group in groups if group.half == half]
        for lines in reusegold.boilerplate(shown):
            assert len(lines.reports) >= 3, lines.outlet
            own = Counter(
                report.outlet
                for group in shown
                for report in group.reports
                if (group.name, report.id) in lines.reports
            )
            assert set(own) == {lines.outlet}


def test_words_that_stand_twice_are_refused():
    with pytest.raises(reusegold.GoldError):
        reusegold.place("no talks, no talks", "no talks")


def test_an_edited_share_counts_the_longer_side():
    assert edited_share("One two three four", "one two five four") == 0.25


def test_gold_lies_beside_its_guide():
    assert (Path(reusegold.HOME) / "REUSE.md").exists()
