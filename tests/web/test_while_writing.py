"""Pages beside a writer: none waits for the write lock, none shows what is not committed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from concurrent.futures import Executor, Future
from pathlib import Path

import pytest
from litestar.testing import TestClient

from tests.record.factory import annotate
from tests.web.conftest import HOME, PORT
from verbale.record import Record, StatementFilter, near
from verbale.web.app import create_app
from verbale.web.guard import Access
from verbale.web.kept import Kept
from verbale.web.reader import Reader

PAGES = (
    "/",
    "/statements",
    "/positions",
    "/acts",
    "/actors",
    "/reports",
    "/outlets",
    "/reports/r1",
)


def test_no_page_waits_for_a_transaction(sample: Path) -> None:
    writer = sqlite3.connect(sample, isolation_level=None)
    try:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE reports SET handle = 'not-committed'")
        with TestClient(create_app(sample, Access(port=PORT)), base_url=HOME) as client:
            answers = [client.get(page) for page in (*PAGES, "/api/reports")]
    finally:
        writer.execute("ROLLBACK")
        writer.close()
    # One that waits for the lock gives up after some seconds, and says so with another status.
    assert {answer.status_code for answer in answers} == {200}
    assert not any("not-committed" in answer.text for answer in answers)


def test_what_is_written_is_on_the_next_page(sample: Path) -> None:
    with TestClient(create_app(sample, Access(port=PORT)), base_url=HOME) as client:
        before = client.get("/reports").text
        annotation, raw = annotate("Talks\n{Lena Brask|said|the talks go on}.", "new.txt")
        with Record(sample) as record:
            record.add(annotation, raw)
        after = client.get("/reports").text
    assert ("7 reports" in before, "8 reports" in after) == (True, True)


class Ticking:
    """A clock that stands still unless moved."""

    def __init__(self) -> None:
        self.time = 0.0

    def __call__(self) -> float:
        return self.time


@pytest.fixture
def clock() -> Ticking:
    return Ticking()


def made_in(clock: Ticking, seconds: float, made: list[str], value: str) -> str:
    clock.time += seconds
    made.append(value)
    return value


def test_in_a_large_record_a_matter_is_put_together_anew_once_it_changed(
    sample: Path, clock: Ticking, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(near, "LARGE", 0)
    reader = Reader(sample)
    reader.keeping = Kept(clock, Later())
    matter = reader.record().matters()[0].matter.id
    made: list[int] = []

    def look() -> int:
        clock.time += 1000.0  # what is of an earlier state is too old by then
        return reader.kept_on(matter, "looks", lambda _: made.append(1) or len(made))

    linked = reader.record().statements(StatementFilter(matter=matter))[0].report
    assert (look(), look()) == (1, 1)
    with Record(sample) as record:
        record.add(*annotate("Talks\n{Lena Brask|said|the talks go on}.", "new.txt"))
    assert look() == 1
    with Record(sample) as record:
        record.forget(linked)
    assert look() == 2


def test_a_value_is_made_once_for_a_state(clock: Ticking) -> None:
    kept, made = Kept(clock), []
    for state in ("a", "a", "b", "b"):
        kept.get("x", state, lambda: made_in(clock, 1, made, state), may_be_old=False)  # noqa: B023
    assert made == ["a", "b"]


class Later(Executor):
    """Does what it is given once it is told to."""

    def __init__(self) -> None:
        self.given: list[Callable[[], object]] = []

    def submit(self, act, *args):
        self.given.append(lambda: act(*args))
        return Future()

    def do(self) -> None:
        while self.given:
            self.given.pop()()


def test_in_a_large_record_it_may_be_old_by_a_few_times_as_long_as_it_took(clock: Ticking) -> None:
    later, made = Later(), []
    kept = Kept(clock, later)

    def ask(state: str) -> str:
        return kept.get("x", state, lambda: made_in(clock, 1, made, state), may_be_old=True)

    assert (ask("a"), ask("b"), ask("c")) == ("a", "a", "a")
    clock.time += 31
    assert (ask("d"), ask("e")) == ("a", "a")  # the new one is being made
    assert len(later.given) == 1
    later.do()
    assert (ask("f"), made) == ("d", ["a", "d"])
    clock.time += 1000
    assert ask("g") == "g"  # nobody looked for long: there is nothing fit to be shown meanwhile


def test_what_was_being_made_before_a_decision_is_not_kept(clock: Ticking) -> None:
    kept = Kept(clock)

    def decided() -> str:
        kept.drop()
        return "before"

    assert kept.get("x", "a", decided, may_be_old=True) == "before"
    assert kept.get("x", "a", lambda: "after", may_be_old=True) == "after"


def test_what_is_decided_is_seen_at_once(clock: Ticking) -> None:
    kept, made = Kept(clock), []
    kept.get("x", "a", lambda: made_in(clock, 1, made, "a"), may_be_old=True)
    kept.drop()
    kept.get("x", "b", lambda: made_in(clock, 1, made, "b"), may_be_old=True)
    assert made == ["a", "b"]


def test_a_failure_is_not_kept(clock: Ticking) -> None:
    kept = Kept(clock)

    def fails() -> str:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        kept.get("x", "a", fails, may_be_old=True)
    assert kept.get("x", "a", lambda: "fine", may_be_old=True) == "fine"
