"""Days and clock times as pages write them."""

from __future__ import annotations

import pytest

from verbale.model import Span
from verbale.reports.daytext import find_days
from verbale.reports.years import url_day

WRITTEN = [
    ("Published 14:05 GMT, 3 Mar 2025", [("2025-03-03", "14:05", "GMT")]),
    ("8:35pm, 15 Jul 2025", [("2025-07-15", "20:35", None)]),
    ("Oct 24, 2025 20:35 IST", [("2025-10-24", "20:35", "IST")]),
    ("2025-10-24T20:31:36+5:302025-10-24T20:35:17+5:30",
     [("2025-10-24", "20:31:36", "+05:30"), ("2025-10-24", "20:35:17", "+05:30")]),
    ("2025-03-13T08:14+0000", [("2025-03-13", "08:14", "+00:00")]),
    ("15 Jul, 13:08", [("XXXX-07-15", "13:08", None)]),
    ("Tue 15 Jul 2025 13.45 BST", [("2025-07-15", "13:45", "BST")]),
    ("July 15, 2025, 5:00 a.m. ET", [("2025-07-15", "05:00", "ET")]),
    ("Updated 3:45 PM EDT, Tue July 15, 2025", [("2025-07-15", "15:45", "EDT")]),
    ("15:08, 15-Jul-2025", [("2025-07-15", "15:08", None)]),
    ("16:25 March 03, 2025", [("2025-03-03", "16:25", None)]),
    ("15.07.2025 20:35", [("2025-07-15", "20:35", None)]),
    ("15. 7. 2025. | 12:31", [("2025-07-15", "12:31", None)]),
    ("Zagreb, 15.07.2025.", [("2025-07-15", None, None)]),
    ("v. 1.2.2025.3, sect. 4. 11. 20", []),
    ("07/15/2025", [("2025-07-15", None, None)]),
    ("2025年7月15日", [("2025-07-15", None, None)]),
    ("Tuesday, 15th of July 2025", [("2025-07-15", None, None)]),
    ("31 February 2025", []),
    ("© 2019", []),
    ("12:30 at noon, 3,000 men", []),
    ("0000-00-00 99/99/2025", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "days"), WRITTEN)
def test_days_are_found(text: str, days: list[tuple[str, str | None, str | None]]) -> None:
    found = find_days(text, Span(0, len(text)))
    assert [(day.date, day.time, day.zone) for day in found] == days


def test_numbers_that_may_be_read_two_ways_keep_both() -> None:
    (day,) = find_days("07/08/2025", Span(0, 10))
    assert (day.date, day.other) == ("2025-08-07", "2025-07-08")


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/2025/04/08/talks", "2025-04-08"),
        ("https://a.example/world/2025/apr/08/talks", "2025-04-08"),
        ("https://a.example/talks-2025-04-08/", "2025-04-08"),
        ("https://a.example/c/20250408/talks.html", "2025-04-08"),
        ("https://a.example/2025/04/talks", "2025-04"),
        ("https://a.example/2025/4/8/talks", "2025-04-08"),
        ("https://a.example/id/120250408123/", None),
        ("https://a.example/talks", None),
        (None, None),
    ],
)
def test_days_in_addresses(url: str | None, day: str | None) -> None:
    assert url_day(url) == day
