"""``python -m eval.bench``: one table of ratios; exit 1 when a target is missed."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable

from rich.console import Console

from eval.bench import annotating, archiving, growing, importing, paging, reading, reusing
from eval.bench.rows import Row, table

_RUNS, _QUICK_RUNS = 7, 3
_REPORTS, _QUICK_REPORTS = reading.FOLDER, 150
#: Two workers are compared on fewer reports, as that is done over and over.
_SHARED_OUT, _QUICK_SHARED_OUT = 300, 60
_PRESSED, _QUICK_PRESSED = reusing.REPORTS, 2000
_QUICK_PAGES = 2500


def main(arguments: list[str] | None = None) -> int:
    options = _options(arguments)
    runs = _QUICK_RUNS if options.quick else _RUNS
    reports = options.reports or (_QUICK_REPORTS if options.quick else _REPORTS)
    shared_out = _QUICK_SHARED_OUT if options.quick else _SHARED_OUT
    pressed = options.reports or (_QUICK_PRESSED if options.quick else _PRESSED)
    parts = {
        "import": lambda: importing.rows(runs),
        "annotate": lambda: annotating.rows(runs),
        "again": lambda: reading.again_rows(reports, runs),
        "growing": lambda: growing.rows(
            options.reports or (_QUICK_REPORTS if options.quick else growing.RECORD)
        ),
        "workers": lambda: reading.worker_rows(shared_out, runs),
        "archive": lambda: archiving.rows(
            options.reports or (_QUICK_SHARED_OUT if options.quick else archiving.REPORTS),
            1 if options.quick else _QUICK_RUNS,
        ),
        "slice": lambda: archiving.slice_rows(
            options.reports or (_QUICK_REPORTS if options.quick else archiving.REPORTS), runs
        ),
        "reuse": lambda: reusing.rows(pressed, runs),
        "pages": lambda: paging.rows(
            options.reports or (_QUICK_PAGES if options.quick else paging.REPORTS), runs
        ),
    }
    found = [row for name in options.only or PARTS for row in _told(name, parts[name])]
    Console().print(table(found))
    print(f"Medians of {runs} runs taken in turn. CPU: processor time, children included.")
    return int(any(row.missed for row in found) and not options.report_only)


PARTS = ("import", "annotate", "again", "growing", "workers", "archive", "slice", "reuse", "pages")


def _told(name: str, measure: Callable[[], list[Row]]) -> list[Row]:
    print(f"measuring: {name} ...", file=sys.stderr, flush=True)
    return measure()


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m eval.bench", description=__doc__)
    parser.add_argument("--only", action="append", choices=PARTS, help="may be repeated")
    parser.add_argument("--quick", action="store_true", help="fewer runs and reports, for a look")
    parser.add_argument(
        "--reports",
        type=int,
        help=f"reports to read (else {_REPORTS}), index (else {_PRESSED}) or grow (else 10,000)",
    )
    parser.add_argument("--report-only", action="store_true", help="exit 0 whatever was measured")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
