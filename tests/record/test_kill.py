"""`kill -9` at any moment: what was acknowledged is there, whole, and the file is sound."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from verbale.record import Record

ROUNDS = 14
ROOT = Path(__file__).resolve().parents[2]
WRITER = """
import sys
from tests.record.factory import TALKS, annotate
from verbale.record import Record

path, round = sys.argv[1:]
with Record(path) as record:
    print("open", flush=True)
    for number in range(10_000):
        # Every third report is an update of the one before, so that all tables are rewritten.
        origin = f"{round}-{number - number % 3 // 2}.txt"
        added = record.add(*annotate(TALKS + f"Report {number} of round {round}.\\n", origin))
        print(added.report_id, number, added.kind, flush=True)
        if number % 20 == 19:
            record.forget(added.report_id)
            print(added.report_id, number, "forgotten", flush=True)
"""


def write_and_kill(
    path: Path, number: int, reports: int, seconds: float
) -> dict[str, tuple[int, str]]:
    """What the process had acknowledged, by report, when it was killed: ``seconds`` after it had
    acknowledged so many, however slow the machine."""
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), str(number)],
        stdout=subprocess.PIPE,
        cwd=ROOT,
        text=True,
    )
    assert writer.stdout is not None
    assert writer.stdout.readline() == "open\n"
    acknowledged = "".join(writer.stdout.readline() for _ in range(reports))
    time.sleep(seconds)
    writer.send_signal(signal.SIGKILL)
    acknowledged += writer.stdout.read()
    writer.stdout.close()
    assert writer.wait() == -signal.SIGKILL
    complete = acknowledged[: acknowledged.rfind("\n") + 1].splitlines()
    return {r: (int(n), kind) for r, n, kind in (line.split() for line in complete)}


def test_nothing_acknowledged_is_lost(path):
    chance = random.Random(20240304)
    promised: dict[str, tuple[int, str]] = {}
    for number in range(ROUNDS):
        promised |= write_and_kill(path, number, chance.randint(0, 12), chance.uniform(0.0, 0.03))
        with Record(path) as record:
            assert record.check() == ()
            held = {row.id for row in record.each_report()}
            promised = {r: said for r, said in promised.items() if kept(record, held, r, *said)}
    assert len(promised) > ROUNDS


def kept(record: Record, held: set[str], report: str, last: int, kind: str) -> bool:
    """Assert that a promise was kept; False once there is nothing more to be held to.

    The killed writer may have been one step further than it said: an update, or forgetting.
    """
    if report not in held:
        assert kind == "forgotten" or last % 20 == 19
        return False
    assert kind != "forgotten"
    said = record.annotation(report).text.rsplit("Report ", 1)[1].split()[0]
    assert int(said) in (last, last + 1)
    assert report in {hit.report.id for hit in record.search(f'"report {said}"', limit=None)}
    return True
