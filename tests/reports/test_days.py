"""Days named in passages, against the report's own day. 8 April 2025 is a Tuesday."""

from __future__ import annotations

import pytest

from verbale.model import Dated, Span
from verbale.reports import day_mentions

TUESDAY = Dated(date="2025-04-08", how="stated")
NO_YEAR = Dated(date="XXXX-07-15", how="stated")

FROM_TUESDAY = [
    ("The ministry said on Tuesday.", [("Tuesday", "2025-04-08", "inferred")]),
    ("The ministry said on Friday.", [("Friday", "2025-04-04", "inferred")]),
    ("He said last Tuesday that", [("last Tuesday", "2025-04-01", "inferred")]),
    ("Talks will be held on Friday.", [("Friday", "2025-04-11", "inferred")]),
    ("They meet next Tuesday.", [("next Tuesday", "2025-04-15", "inferred")]),
    ("Monday’s meeting", [("Monday’s", "2025-04-07", "inferred")]),
    ("Wednesday last week", [("Wednesday last week", "2025-04-02", "inferred")]),
    ("He said yesterday that", [("yesterday", "2025-04-07", "inferred")]),
    ("the talks begin tomorrow", [("tomorrow", "2025-04-09", "inferred")]),
    ("earlier this week", [("earlier this week", "2025-04-07/2025-04-08", "inferred")]),
    ("last week", [("last week", "2025-03-31/2025-04-06", "inferred")]),
    ("last month", [("last month", "2025-03", "inferred")]),
    ("Last year it said", [("Last year", "2024", "inferred")]),
    ("two days ago", [("two days ago", "2025-04-06", "inferred")]),
    ("three weeks ago", [("three weeks ago", "2025-03-18~", "inferred")]),
    ("signed on April 2", [("April 2", "2025-04-02", "inferred")]),
    ("signed on 15 October", [("15 October", "2024-10-15", "inferred")]),
    ("will meet on April 20", [("April 20", "2025-04-20", "inferred")]),
    (
        "Osk will receive the energy ministers of the three states in Varl on 16 July, it said",
        [("16 July", "2025-07-16", "inferred")],
    ),
    (
        "Osk will receive the ministers of Varnia, Bel and Tiss in Varl on 16 July, it said",
        [("16 July", "2025-07-16", "inferred")],
    ),
    (
        "Osk, whose minister was ill in March, is to return on 16 July without Osk",
        [("in March", "2025-03", "inferred"), ("16 July", "2025-07-16", "inferred")],
    ),
    ("the talks on 16 July will decide", [("16 July", "2025-07-16", "inferred")]),
    ("the pause ends on 10 May", [("10 May", "2025-05-10", "inferred")]),
    ("he must leave by 1 June", [("1 June", "2025-06-01", "inferred")]),
    ("the treaty signed by both on 16 July", [("16 July", "2024-07-16", "inferred")]),
    ("the visit by the minister on 16 July", [("16 July", "2024-07-16", "inferred")]),
    ("She would meet him on 2 March, she said then", [("2 March", "2025-03-02", "inferred")]),
    ("He will go home, and on Friday Osk refused.", [("Friday", "2025-04-04", "inferred")]),
    ("He will go home, and Osk rejected it on Friday.", [("Friday", "2025-04-04", "inferred")]),
    ("on April 8, 2020, they", [("April 8, 2020", "2020-04-08", "stated")]),
    ("on Tuesday, 8 April 2025, they", [("Tuesday, 8 April 2025", "2025-04-08", "stated")]),
    ("in March 2022", [("March 2022", "2022-03", "stated")]),
    ("in March", [("in March", "2025-03", "inferred")]),
    ("in October it", [("in October", "2024-10", "inferred")]),
    ("in 2022", [("in 2022", "2022", "stated")]),
    ("since 1956", [("since 1956", "1956", "stated")]),
    ("he may march with 20 men", []),
    ("May he speak", []),
    ("article 2022 of the code", []),
    ("2025-02-30", []),
]


@pytest.mark.parametrize(("text", "days"), FROM_TUESDAY)
def test_days_from_a_known_day(text: str, days: list[tuple[str, str, str]]) -> None:
    found = day_mentions(text, Span(0, len(text)), TUESDAY)
    assert [(day.span.of(text), day.date, day.how) for day in found] == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("on July 12", ["XXXX-07-12"]),
        ("yesterday", ["XXXX-07-14"]),
        ("on Friday", []),
        ("last month", []),
        ("in 2022", ["2022"]),
        ("on July 12, 2024", ["2024-07-12"]),
    ],
)
def test_without_a_year_only_what_needs_none(text: str, days: list[str]) -> None:
    assert [day.date for day in day_mentions(text, Span(0, len(text)), NO_YEAR)] == days


def test_without_any_base_only_what_is_written() -> None:
    text = "On Friday, as on May 9, 2020 and on June 3, he spoke."
    assert [day.date for day in day_mentions(text, Span(0, len(text)), None)] == [
        "2020-05-09",
        "XXXX-06-03",
    ]


def test_the_turn_of_a_leap_february_stays_open() -> None:
    base = Dated(date="XXXX-03-01", how="stated")
    assert day_mentions("yesterday", Span(0, 9), base) == ()


def test_only_the_span_is_read() -> None:
    text = "On Monday he spoke. On Friday he left."
    (day,) = day_mentions(text, Span(20, len(text)), TUESDAY)
    assert day.span.of(text) == "Friday"
