"""How an archive grows, on standard error: what was read, at which rate, what was left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.progress import (
    BarColumn,
    DownloadColumn,
    TaskProgressColumn,
    TextColumn,
    TimeRemainingColumn,
)

from verbale.cli.display.bar import Bar

if TYPE_CHECKING:
    from verbale.archive.manifest import ShardEntry
    from verbale.archive.shards import Shard
    from verbale.archive.units import Unit

_MOST_REASONS = 3


class ArchiveBar(Bar):
    """A watcher of `verbale.archive.job.archive`."""

    def __init__(self) -> None:
        super().__init__(
            BarColumn(bar_width=20),
            TaskProgressColumn(),
            DownloadColumn(),
            TimeRemainingColumn(elapsed_when_finished=True),
            TextColumn("{task.fields[dropped]}", style="dim", markup=False),
        )
        self._task = self._bar.add_task("Annotating", total=None, dropped="")
        self._done = 0
        self._drops: Counter[str] = Counter()
        self.read = 0

    def begin(self, units: Sequence[Unit], finished: Sequence[ShardEntry]) -> None:
        """The sizes are known; what an earlier run finished counts as done."""
        whole = {entry.unit for entry in finished if entry.last}
        sizes = [unit.size for unit in units if unit.number not in whole]
        total = None if None in sizes else sum(size or 0 for size in sizes)
        self._bar.update(self._task, total=total)

    def result(self, _: bytes) -> None:
        """A document more."""
        self._done += 1
        rate = self._bar.tasks[0].elapsed
        each = f", {self._done / rate:.1f}/s" if rate else ""
        self._bar.update(self._task, description=f"Annotated {self._done:,}{each}")

    def shard(self, shard: Shard, entry: ShardEntry) -> None:
        """A shard more."""
        self.read += shard.read
        self._drops.update(entry.drops)
        self._bar.update(self._task, advance=shard.size, dropped=_dropped(self._drops))


def _dropped(drops: Counter[str]) -> str:
    if not drops:
        return ""
    listed = (f"{reason} {count:,}" for reason, count in drops.most_common(_MOST_REASONS))
    return f"left out: {', '.join(listed)}"
