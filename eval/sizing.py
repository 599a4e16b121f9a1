"""``python -m eval.sizing``: what archives of a million and a hundred million documents take.

Measured here and now, on generated reports of the sample reports' paragraphs: processor seconds of
a close reading, of a look (triage), and of the one process that hands out and writes; bytes that
it keeps of each report to know its copies. All else is multiplied from these.
"""

from __future__ import annotations

import argparse
import time
import tracemalloc
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from rich.console import Console
from rich.table import Table

from eval.bench import newsroom, texts
from verbale.archive.cost import ASKED
from verbale.archive.options import GATES
from verbale.archive.parts import write_parts
from verbale.archive.results import Marks, Rows, decode, encode
from verbale.archive.rows import rows_of
from verbale.archive.setup import packed
from verbale.archive.tables import TABLES, TableName
from verbale.archive.triage.seen import Seen
from verbale.archive.triage.sift import sift
from verbale.lexicon import Lexicon
from verbale.model import RawDocument
from verbale.pipeline import annotate

_REPORTS, _FEW = 60, 12
#: Of an archive of general news, this share may be about states; the other row is for a desk's own.
_SHARES = (0.05, 1.0)
_KNOWN = 2_000
_HOUR = 3_600


class Measured(NamedTuple):
    """Seconds of processor for one document each; bytes for one report; bytes of its rows."""

    reading: float
    look: float
    handing: float
    kept: float
    stored: float


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m eval.sizing", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer reports")
    options = parser.parse_args(arguments)
    found = measured(_FEW if options.quick else _REPORTS)
    console = Console(width=120)
    console.print(
        f"A close reading {found.reading:.3f} CPU-seconds, a look {found.look:.4f}; handing out and"
        f" writing {found.handing:.4f} a report; {found.stored / 1000:.0f} kB written and"
        f" {found.kept / 1000:.1f} kB of memory kept for each report."
    )
    console.print(sizes(found))
    console.print(
        f"One process hands out and writes for {found.reading / found.handing:,.0f} cores that read"
        " closely; past that, give parts of the input to jobs of their own."
    )


def sizes(found: Measured) -> Table:
    """The table of sizes."""
    table = Table("documents", "about states", "core-hours", "days on 16 cores", "disk", "memory")
    for number in ASKED:
        for share in _SHARES:
            hours = number * (found.look + share * found.reading) / _HOUR
            reports = number * share
            table.add_row(
                f"{number:,}",
                f"{share:.0%}",
                f"{hours:,.0f}",
                f"{hours / 16 / 24:,.1f}",
                f"{reports * found.stored / 1e9:,.1f} GB",
                f"{reports * found.kept / 1e9:,.1f} GB",
            )
    return table


def measured(count: int) -> Measured:
    """All of it, on ``count`` reports."""
    lexicon = texts.lexicon()
    raws = [
        RawDocument(data=text.encode(), origin=str(number))
        for number, text in enumerate(islice(newsroom.reports(count), count))
    ]
    annotate(raws[0], lexicon=lexicon)
    annotations = [annotate(raw, lexicon=lexicon) for raw in raws[:1]]
    reading = _each(count, lambda at: annotations.append(annotate(raws[at], lexicon=lexicon)))
    look = _each(count, lambda at: sift(raws[at], lexicon, GATES))
    rows = [rows_of(a, raw) for a, raw in zip(annotations[1:], raws, strict=True)]
    handing, stored = _handing(raws, [encode(one) for one in rows])
    return Measured(reading, look, handing, _kept(lexicon, raws), stored)


def _each(count: int, work: Callable[[int], object]) -> float:
    began = time.process_time()
    for at in range(count):
        work(at)
    return (time.process_time() - began) / count


def _handing(raws: list[RawDocument], results: list[bytes]) -> tuple[float, float]:
    """Seconds and bytes a report: packed, its result unpacked, its rows written."""
    tables: dict[TableName, list[list[object]]] = {table: [] for table in TABLES}
    with TemporaryDirectory() as folder:
        began = time.process_time()
        for number, (raw, result) in enumerate(zip(raws, results, strict=True)):
            packed(raw)
            rows = decode(result)
            assert isinstance(rows, Rows)
            tables["reports"].append([str(number), *rows.report])
            for table in ("statements", "acts", "positions"):
                tables[table].extend([str(number), *row] for row in getattr(rows, table))
        parts = write_parts(Path(folder), "00000-00000", tables)
        spent = time.process_time() - began
    return spent / len(raws), sum(part.size for part in parts) / len(raws)


def _kept(lexicon: Lexicon, raws: list[RawDocument]) -> float:
    """Bytes of memory that a report's marks take."""
    first = sift(raws[0], lexicon, ())
    bands = first.marks.bands if hasattr(first, "marks") else ()
    tracemalloc.start()
    seen = Seen()
    for number in range(_KNOWN):
        own = tuple(band ^ (number + 1) * 0x9E3779B1 for band in bands)
        seen.add(f"00000-00000-{number:05}", Marks(number.to_bytes(16), own))
    taken, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return taken / _KNOWN


if __name__ == "__main__":
    main()
