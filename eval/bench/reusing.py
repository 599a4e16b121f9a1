"""The index of reused words: what it finds, how it grows, and what it costs beside ``annotate``."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import msgspec

from eval.bench import texts
from eval.bench.rounds import cpu, interleaved, ratio
from eval.bench.rows import Row
from verbale.language.english import English
from verbale.model import Annotation
from verbale.pipeline import annotate
from verbale.record import Record
from verbale.record.connect import Db, open_writer
from verbale.record.reuse import remove, replace

#: How many reports the targets speak of.
REPORTS = 50_000
_EDITED = 0.06
_MEGABYTE = 1_000_000


class Pressed(msgspec.Struct, frozen=True):
    """What `eval.bench.presser` says of its run: processor seconds by tenth, counts and bytes."""

    index: list[float]
    ask: list[float]
    sign: list[float]
    due: int
    found: int
    looked: int
    peak: int
    file: int


def rows(reports: int, runs: int) -> list[Row]:
    """Recall, memory and pace over ``reports`` generated reports; cost beside ``annotate``."""
    command = [sys.executable, "-m", "eval.bench.presser", str(reports), str(_EDITED)]
    answer = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    pressed = msgspec.json.decode(answer, type=Pressed)
    each = pressed.looked / len(pressed.index)
    spent = [a + b for a, b in zip(pressed.index, pressed.ask, strict=True)]
    return [
        Row(
            what="planted passages found, 6 % of words edited",
            value=pressed.found / pressed.due,
            target=0.97,
            better="high",
            unit="%",
            clock="count",
            context=f"{pressed.found} of {pressed.due} among {reports:,} reports",
        ),
        Row(
            what="index and ask, last tenth / first",
            value=spent[-1] / spent[0],
            target=1.3,
            context=f"{1000 * spent[0] / each:.1f} and {1000 * spent[-1] / each:.1f} ms a report",
        ),
        Row(
            what="memory of the process",
            value=pressed.peak / _MEGABYTE,
            target=2000,
            unit="MB",
            clock="peak",
            context=f"the record takes {pressed.file / _MEGABYTE:,.0f} MB",
        ),
        Row(
            what="signing / indexing",
            value=sum(pressed.sign) / sum(pressed.index),
            target=0.2,
            unit="%",
            context=f"{1000 * sum(pressed.sign) / pressed.looked:.2f} ms a report",
        ),
        _beside_annotate(runs),
    ]


def _beside_annotate(runs: int) -> Row:
    """Writing the index of a report, against annotating it."""
    lexicon = texts.lexicon()
    documents = list(texts.documents())
    annotations = [annotate(raw, lexicon=lexicon) for raw in documents]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "beside.vrb"
        with Record(path) as record:
            ids = [
                record.add(annotation, raw).report_id
                for annotation, raw in zip(annotations, documents, strict=True)
            ]
        reports = [int(str(name)[1:]) for name in ids]
        db = open_writer(path, create=False, patience=15)

        def prepare() -> Mapping[str, Callable[[], object]]:
            for report in reports:
                remove(db, report)
            backend = English()
            _ = backend.pipeline
            return {
                "annotate": lambda: [
                    None for raw in documents if annotate(raw, lexicon=lexicon, backend=backend)
                ],
                "index": lambda: _index(db, reports, annotations),
            }

        times = interleaved(runs, prepare, cpu)
        db.close()
    return Row(
        what="indexing a report / annotate",
        value=ratio(times["index"], times["annotate"]),
        target=0.1,
        unit="%",
        context=f"{len(documents)} reports; "
        + ", ".join(f"{name} {median(taken):.2f} s" for name, taken in times.items()),
    )


def _index(db: Db, reports: list[int], annotations: list[Annotation]) -> None:
    for report, annotation in zip(reports, annotations, strict=True):
        with db.transaction():
            replace(db, report, annotation)
