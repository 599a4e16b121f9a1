"""``python -m eval.triage``: does triage let through what matters, and stop what does not?

Recall is the share of relevant documents that no gate stops: all own gold and storyline reports,
the study passages that hold an act or a position (the gate on states alone, since they are
shorter than reports), and the reports of a generated crawl. What comes of each page of that
crawl is compared with what is to come of it. Ends with 1 where recall falls below 98 %.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.table import Table

from eval import crawl
from eval.corpora import HALVES, own, polnear
from eval.passages import PASSAGES, read_passages
from eval.storylines import load, story_folders
from verbale.archive.options import GATES
from verbale.archive.results import encode
from verbale.archive.settle import settle
from verbale.archive.shards import cut
from verbale.archive.triage.relations import about_relations
from verbale.archive.triage.seen import Seen
from verbale.archive.triage.sift import sift
from verbale.archive.units import units_of
from verbale.lexicon import default_lexicon
from verbale.model import RawDocument
from verbale.sources import survey

LEAST = 0.98
_PAGES, _FEW = 5_000, 500


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m eval.triage", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a crawl of a tenth of the size")
    options = parser.parse_args(arguments)
    table = Table("relevant documents", "pass", "of", "recall")
    low = False
    for name, passed in (*_collections(), ("crawl", _crawl(_FEW if options.quick else _PAGES))):
        share = sum(passed) / len(passed)
        low |= share < LEAST
        table.add_row(name, f"{sum(passed):,}", f"{len(passed):,}", f"{share:.1%}")
    Console(width=120).print(table)
    news = [_states(report.text) for report in polnear("train")]
    if news:
        Console(width=120).print(
            f"Of {len(news)} articles of US news on all kinds of politics, the gate on states lets"
            f" {sum(news) / len(news):.0%} through."
        )
    return int(low)


def _collections() -> Iterator[tuple[str, list[bool]]]:
    for half in HALVES:
        yield f"own gold, {half}", [_passes(report.text) for report in own(half)]
    stories = [report for folder in story_folders() for report in load(folder).reports]
    yield "storylines", [_passes(report.text) for report in stories]
    passages = (p for file in sorted(PASSAGES.glob("*.toml")) for p in read_passages(file))
    yield "study passages", [_states(p.text) for p in passages if p.acts or p.positions]


def _passes(text: str) -> bool:
    raw = RawDocument(data=text.encode(), origin="-")
    return sift(raw, default_lexicon(), GATES).__class__.__name__ == "Passed"


def _states(text: str) -> bool:
    return about_relations(text, default_lexicon())


def _crawl(count: int) -> list[bool]:
    """Whether each report of a crawl passes; prints what came of all its pages."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "crawl.warc.gz"
        pages = crawl.write(path, count)
        began = time.process_time()
        fates = list(_fates(path))
        spent = time.process_time() - began
    table = Table("page is to be", *sorted(set(fates)), "of")
    for wanted in sorted({page.fate for page in pages}):
        found = Counter(
            fate for page, fate in zip(pages, fates, strict=True) if page.fate == wanted
        )
        counts = (f"{found[fate]:,}" for fate in sorted(set(fates)))
        table.add_row(wanted, *counts, f"{found.total():,}")
    Console(width=120).print(table)
    Console(width=120).print(
        f"{count / spent:,.0f} pages a CPU-second, from the file to the decision."
    )
    told = zip(pages, fates, strict=True)
    return [fate in ("report", "copy", "near copy") for page, fate in told if page.fate == "report"]


def _fates(path: Path) -> Iterable[str]:
    """What comes of each record, in order."""
    (unit,) = units_of(survey([str(path)]), 1)
    lexicon, seen = default_lexicon(), Seen()
    shards = list(cut(unit, 1_000))
    sifted = (
        (shard, [encode(sift(raw, lexicon, GATES)) for _, raw in shard.documents])
        for shard in shards
    )
    for settled, _ in settle(sifted, seen, GATES):
        kept = {place: "report" for place, _ in settled.documents}
        drops = {place: drop.reason for place, drop in settled.drops.items()}
        yield from (fate for _, fate in sorted({**kept, **drops}.items()))


if __name__ == "__main__":
    raise SystemExit(main())
