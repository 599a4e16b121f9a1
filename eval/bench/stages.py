"""``python -m eval.bench.stages``: where the processor time of `annotate` goes, stage by stage.

Over the samples and our own gold, models loaded, without a profiler, which would make small
functions dearer than they are. Shares are of one run and differ by a point or two from the next.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from time import process_time
from typing import ParamSpec, TypeVar

from rich.console import Console
from rich.table import Table

from eval.bench import texts
from verbale.actors import Cast
from verbale.acts import code_acts, survey
from verbale.language.english import English
from verbale.passages import find_passages, read_frames
from verbale.positions.find import find_positions
from verbale.reports import read_report
from verbale.statements import find_statements
from verbale.topics import find_topics

P = ParamSpec("P")
T = TypeVar("T")


class Clock:
    """Processor time by stage."""

    def __init__(self) -> None:
        self.spent: defaultdict[str, float] = defaultdict(float)

    def time(self, stage: str, work: Callable[P, T], *given: P.args, **named: P.kwargs) -> T:
        """What ``work`` gives for what it is ``given``; its time is added to ``stage``."""
        start = process_time()
        done = work(*given, **named)
        self.spent[stage] += process_time() - start
        return done


def measure() -> dict[str, float]:
    """Seconds of processor time by stage, over all texts, the second of two rounds."""
    lexicon, backend = texts.lexicon(), English()
    clock = Clock()
    for _ in range(2):
        clock = Clock()
        for raw in texts.documents():
            report = clock.time("reports", read_report, raw, lexicon)
            passages = clock.time("passages", find_passages, report)
            frames = clock.time("parse", read_frames, report, passages, backend)
            cast = clock.time("actors", Cast, report, frames, lexicon)
            found = clock.time("statements", find_statements, report, passages, frames, cast)
            said = found.statements
            ground = clock.time("acts", survey, report, frames, cast, said)
            acts = clock.time("acts", code_acts, ground)
            positions = clock.time("positions", find_positions, ground, acts)
            clock.time("topics", find_topics, report, frames, cast, said, acts, positions)
    return clock.spent


def main() -> None:
    spent = measure()
    whole = sum(spent.values())
    table = Table("stage", "share", header_style="bold")
    for stage, seconds in spent.items():
        table.add_row(stage, f"{100 * seconds / whole:.0f} %")
    Console().print(table)


if __name__ == "__main__":
    main()
