"""Times that words name: which are read, and which contradict each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.provenance.times import at_odds, times


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("the tunnel opens in the autumn of 2021", ["autumn of 2021"]),
        ("boats may land again from March 1", ["March 1"]),
        ("it was signed on the 3rd of May 2030 and on 4 June", ["3rd of May 2030", "4 June"]),
        ("talks resume on Monday, or by late April", ["Monday", "late April"]),
        ("they march in May", ["in May"]),
        ("it may reopen, and they march", []),
        ("by 2027 the wall goes", ["by 2027"]),
        ("in 2030 boats", []),
        ("Mr May said so", []),
    ],
)
def test_times_are_read(words: str, named: list[str]) -> None:
    assert [each.written for each in times(words)] == named


@pytest.mark.parametrize(
    ("one", "other", "odds"),
    [
        ("in the autumn of 2021", "in the spring of 2022", True),
        ("in the fall of 2021", "in the autumn of 2021", False),
        ("on Tuesday", "on Monday evening", True),
        ("on March 1", "in March 2030", False),
        ("on March 1", "on 3 March", True),
        ("by 2027", "in May", False),
        ("on Monday and on Tuesday", "on Tuesday", False),
        ("soon", "in May", False),
    ],
)
def test_what_is_left_open_contradicts_nothing(one: str, other: str, odds: bool) -> None:
    assert at_odds(times(one), times(other)) is odds
    assert at_odds(times(other), times(one)) is odds


@given(st.text())
def test_any_words_agree_with_themselves(words: str) -> None:
    assert not at_odds(times(words), times(words))
    assert all(each.written in words for each in times(words))
