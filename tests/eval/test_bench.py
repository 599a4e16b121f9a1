"""The benchmark's own arithmetic, and that its reports are always the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import StringIO
from itertools import count
from pathlib import Path

import psutil
import pytest
from rich.console import Console

from eval.bench import newsroom
from eval.bench.reading import Watched, peak_of
from eval.bench.rounds import interleaved, ratio
from eval.bench.rows import Row, table


def test_the_ratio_is_taken_round_by_round() -> None:
    assert ratio([2, 30, 3], [1, 10, 1]) == 3  # a slow round slows both and changes nothing
    assert ratio([1, 1, 100], [1, 1, 1]) == 1


def test_tasks_are_run_in_turn_and_every_second_time_backwards() -> None:
    ran: list[str] = []

    def prepare() -> Mapping[str, Callable[[], object]]:
        return {"a": lambda: ran.append("a"), "b": lambda: ran.append("b")}

    ticks = count()
    times = interleaved(3, prepare, lambda: float(next(ticks)))
    assert "".join(ran) == "abbaab"
    assert times == {"a": [1.0] * 3, "b": [1.0] * 3}


@pytest.mark.parametrize(
    ("row", "missed"),
    [
        (Row(what="x", value=1.6, target=1.6), False),
        (Row(what="x", value=1.61, target=1.6), True),
        (Row(what="x", value=1.3, target=1.4, better="high"), True),
        (Row(what="x", value=1.5, target=1.4, better="high"), False),
        (Row(what="x", value=99), False),
        (Row(what="x", value=None, target=1.4), True),
        (Row(what="x", value=None), False),
    ],
)
def test_a_target_is_missed_on_its_wrong_side_only(row: Row, missed: bool) -> None:
    assert row.missed is missed


def test_the_table_shows_figures_targets_and_misses() -> None:
    rows = [
        Row(what="again", value=0.0612, target=0.05, unit="%"),
        Row(what="memory", value=412.3, target=600, unit="MB", clock="resident"),
        Row(what="pace", value=1.5, target=1.4, better="high"),
        Row(what="engine", value=None, target=1.4),
    ]
    console = Console(width=120, record=True, file=StringIO())
    console.print(table(rows))
    again, memory, pace, engine = (
        line for line in console.export_text().splitlines() if line.startswith("│")
    )
    assert "6.1 %" in again
    assert "≤ 5.0 %" in again
    assert "MISSED" in again
    assert "412 MB" in memory
    assert "≥ 1.40x" in pace
    assert "ok" in pace
    assert "no measurement" in engine
    assert "ok" not in engine


def test_the_pace_leaves_out_the_steps_while_models_load() -> None:
    steps = tuple(float(second) for second in (*[5] * 9, 10, 11, 12, 13, 14))
    watched = Watched(cpu=1, busiest=1, wall=14, peak=0, read=len(steps), steps=steps)
    assert watched.pace == 1.0


def test_peak_memory_is_at_least_what_is_resident_now() -> None:
    here = psutil.Process()
    assert peak_of(here) >= here.memory_info().rss * 0.9


def test_generated_reports_are_always_the_same_and_all_different() -> None:
    once, twice = list(newsroom.reports(30)), list(newsroom.reports(30))
    assert once == twice
    assert len(set(once)) == 30


def test_people_are_renamed_throughout() -> None:
    for story in newsroom.stories():
        assert story.people
        text = newsroom.report(story, 7)
        assert not any(last in text for _, last in story.people)


def test_quotation_marks_stay_in_pairs() -> None:
    for text in newsroom.reports(12):
        assert text.count("«") == text.count("»")
        assert all(line.count('"') % 2 == 0 for line in text.splitlines())


def test_the_folder_holds_reports_and_the_lexicon_of_their_states(tmp_path: Path) -> None:
    newsroom.write(tmp_path, 3)
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "00000.txt",
        "00001.txt",
        "00002.txt",
        "lexicon.toml",
    ]


def test_two_cores_take_half_the_work_but_no_less_than_the_busiest_process() -> None:
    shared = Watched(cpu=24, busiest=10, wall=30, peak=0, read=0, steps=())
    assert shared.least(2) == 12
    assert shared.least(4) == 10
