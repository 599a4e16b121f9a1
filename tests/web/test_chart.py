from __future__ import annotations

import itertools
from datetime import date
from pathlib import Path

import pytest
from litestar.testing import TestClient

from verbale.positions.lanes import Held, Lane
from verbale.positions.shifts import Story, story
from verbale.record import Record
from verbale.web.chart import LEFT, RIGHT, WIDTH, chart, moved


def _held(number: int, day: str | None, stance: str = "open", **more: object) -> Held:
    return Held(
        id=f"p{number}",
        party="ORD",
        matter="m0",
        on="talks",
        stance=stance,
        date=day or "XXXX-03-04",
        first=day,
        last=day,
        report="x",
        number=number,
        words="ready for talks",
        **more,
    )  # type: ignore[arg-type]


def _story(*held: Held) -> Story:
    return story(Lane(party="ORD", matter="m0", on="talks", held=held))


def test_marks_stand_in_the_order_of_days_between_the_edges() -> None:
    days = ("2024-01-05", "2024-06-01", "2025-01-01")
    drawn = chart([_story(*(_held(n, day) for n, day in enumerate(days)))], "/x", None, None)
    places = [spot.x for spot in drawn.rows[0].spots]
    assert places == sorted(places)
    assert LEFT < places[0] < places[-1] < drawn.right


def test_what_has_no_year_stands_beside_time() -> None:
    row = chart([_story(_held(1, "2024-01-05"), _held(2, None))], "/x", None, None).rows[0]
    assert [spot.held[0].id for spot in row.spots] == ["p1"]
    assert [spot.held[0].id for spot in row.undated] == ["p2"]
    assert row.undated[0].x > WIDTH - RIGHT


def test_many_become_one_that_opens_their_days() -> None:
    many = [
        _held(n, f"20{10 + n // 300}-{n // 28 % 12 + 1:02}-{n % 28 + 1:02}") for n in range(3000)
    ]
    row = chart([_story(*sorted(many, key=lambda h: h.first or ""))], "/x", None, None).rows[0]
    assert sum(spot.number for spot in row.spots) == 3000
    assert len(row.spots) < 45
    assert row.spots[0].link.startswith("/x?from=2010-")
    places = [spot.x for spot in row.spots]
    assert min(b - a for a, b in itertools.pairwise(places)) > 25  # no ring lies on another


def test_many_of_one_day_open_their_table() -> None:
    row = chart([_story(_held(1, "2024-01-05"), _held(2, "2024-01-05"))], "/x", None, None).rows[0]
    assert row.spots[0].link.startswith("/positions?party=ORD&on=talks&since=2024-01-05&until=2024")


def test_what_is_recalled_never_hides_where_a_party_stands() -> None:
    lane = _story(
        _held(1, "2024-01-05", "refuses"),
        _held(2, "2025-09-05", "open"),
        _held(3, "2025-09-05", "refuses", background=True),
        _held(4, "2025-09-06", "refuses", account="other", teller="XTH"),
    )
    first, last = chart([lane], "/x", None, None).rows[0].spots
    assert (first.stance, first.mixed, first.own) == ("refuses", False, True)
    assert (last.stance, last.mixed, last.own, last.number) == ("open", True, True, 3)


def test_the_newest_word_of_its_own_is_on_top() -> None:
    lane = _story(
        _held(1, "2020-01-05", "supports"),
        _held(2, "2025-09-04", "refuses"),
        _held(3, "2025-09-06", "conditional", condition="if the dues are settled"),
    )
    (_, last) = chart([lane], "/x", None, None).rows[0].spots
    assert (last.stance, last.mixed, last.label) == ("conditional", True, "if the dues are settled")
    assert last.told.startswith("2025-09-06")


def test_marks_of_one_stance_are_not_mixed_and_tellings_alone_stay_tellings() -> None:
    told = {"account": "other", "teller": "XTH"}
    lane = _story(_held(1, "2024-01-05", "open", **told), _held(2, "2024-01-05", "open", **told))
    (only,) = chart([lane], "/x", None, None).rows[0].spots
    assert (only.stance, only.mixed, only.own) == ("open", False, False)


def test_a_condition_at_the_edge_is_written_toward_the_middle() -> None:
    words = "provided that both sides keep to the catch limits of the year before"
    lane = _story(_held(1, "2024-01-05"), _held(2, "2025-01-05", "conditional", condition=words))
    first, last = chart([lane], "/x", None, None).rows[0].spots
    assert (last.label, last.before) == (words, True)
    assert not first.before


def test_the_newest_condition_is_written_whole_before_older_ones() -> None:
    words = "if the carpenters of both banks are let go before winter"
    lane = _story(
        _held(1, "2024-01-05"),
        _held(2, "2024-11-05", "conditional", condition=words, background=True),
        _held(3, "2025-01-05", "conditional", condition=words),
    )
    spots = chart([lane], "/x", None, None).rows[0].spots
    assert [spot.label for spot in spots] == ["", "", words]


def test_room_for_open_years_is_left_where_there_are_any() -> None:
    dated = chart([_story(_held(1, "2024-01-05"))], "/x", None, None)
    both = chart([_story(_held(1, "2024-01-05"), _held(2, None))], "/x", None, None)
    assert dated.right > both.right == WIDTH - RIGHT


def test_a_shift_is_drawn_from_mark_to_mark() -> None:
    lane = _story(_held(1, "2024-01-05", "refuses"), _held(2, "2024-09-05", "open"))
    row = chart([lane], "/x", None, None).rows[0]
    (move,) = row.moves
    assert (move.start, move.end) == tuple(spot.x for spot in row.spots)
    assert move.kind == "reversal"


@pytest.mark.parametrize(
    ("since", "until"),
    [("0001-01-01", "9999-12-31"), ("2030-01-01", "2030-01-02"), ("2024-01-05", "2024-01-05"),
     ("9999-12-31", None), (None, "0001-01-01"), ("2025-01-01", "2024-01-01")],
)  # fmt: skip
def test_any_window_can_be_asked_for(since: str | None, until: str | None) -> None:
    drawn = chart([_story(_held(1, "2024-01-05"), _held(2, "2024-02-05"))], "/x", since, until)
    assert drawn.window is not None
    assert drawn.window.days >= 1
    assert len(drawn.ticks) < 20
    assert moved(date.max, 9) == date.max


def test_the_drawing_can_be_kept_and_has_a_table_that_says_the_same(
    client: TestClient, sample: Path
) -> None:
    with Record(sample, read_only=True) as record:
        found = next(row for row in record.matters() if row.positions)
    page = client.get(f"/matters/{found.matter.id}/lanes").text
    kept = client.get(f"/matters/{found.matter.id}/lanes.svg")
    assert kept.headers["content-type"].startswith("image/svg+xml")
    assert kept.headers["content-disposition"].startswith("attachment")
    assert kept.text.startswith("<?xml")
    assert "The same as a table" in page
    assert "<title>" in page.partition("<svg xmlns")[2]
    far = client.get(f"/matters/{found.matter.id}/lanes?from=0001&to=9999")
    assert far.status_code == 200


def test_windows_are_offered_where_there_is_more_to_see(client: TestClient, sample: Path) -> None:
    with Record(sample, read_only=True) as record:
        found = max(record.matters(), key=lambda row: row.positions)
        days = sorted(row.date for row in record.positions() if row.date and row.date[0] != "X")
    base = f"/matters/{found.matter.id}/lanes"

    def offered(query: str) -> list[str]:
        page = client.get(f"{base}{query}").text
        return [word for word in ("Earlier", "Later", "Closer", "Wider") if f">{word}<" in page]

    assert offered("") == ["Closer"]
    assert offered(f"?from={days[-1]}&to=2090") == ["Earlier", "Closer", "Wider"]
    assert offered(f"?from=1990&to={days[0]}") == ["Later", "Closer", "Wider"]
    assert "No position falls into this window" in client.get(f"{base}?from=1990&to=1991").text
