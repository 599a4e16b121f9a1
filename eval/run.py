"""``python -m eval.run``: every figure, statements and pages in one table, storylines in another.

Own gold (dev and test), and beside a checkout of the shared texts the seeds and PolNeAR dev.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from eval import corpora, figures, origins, reuse, stories
from eval.figures import Figures
from eval.predict import Outcome, read_article, read_own, read_seed
from eval.records import GoldReport

#: PolNeAR articles read with ``--fast``.
_FEW = 12
CORPORA = ("own-dev", "own-test", "own-later", "seeds", "polnear-dev")
STORIES = ("stories-dev", "stories-test")
REUSE = ("reuse-dev", "reuse-test")
ORIGINS = ("origins-dev", "origins-test")


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m eval.run", description=__doc__)
    every = CORPORA + STORIES + REUSE + ORIGINS
    parser.add_argument("--only", action="append", choices=every, help="may be repeated")
    parser.add_argument("--fast", action="store_true", help=f"{_FEW} PolNeAR articles only")
    parser.add_argument("--json", type=Path, help="write the figures there too")
    options = parser.parse_args(arguments)
    wanted = options.only or every
    measured = {
        name: found
        for name in wanted
        if (found := measure(name, few=_FEW if options.fast else None))
    }
    for group in (CORPORA, STORIES, REUSE, ORIGINS):
        here = {name: measured[name] for name in group if name in measured}
        if here:
            Console().print(table(here))
    for name in wanted:
        if name not in measured:
            print(f"{name}: not here (../shared is absent)")
    if options.json:
        options.json.write_text(json.dumps(measured, indent=1) + "\n", encoding="utf-8")


def measure(corpus: str, few: int | None = None) -> Figures:
    """All figures of one corpus; empty when it is absent. ``few`` cuts PolNeAR short."""
    if corpus == "seeds":
        return _measure(corpora.seeds(), read_seed, _seed_figures)
    if corpus in STORIES:
        return stories.figures(stories.stories(corpus.removeprefix("stories-")))
    if corpus in REUSE:
        return reuse.figures(corpus.removeprefix("reuse-"))
    if corpus in ORIGINS:
        return origins.figures(corpus.removeprefix("origins-"))
    if corpus == "polnear-dev":
        return _measure(corpora.polnear("dev")[:few], read_article, figures.brief_figures)
    if corpus == "own-later":
        return _measure(corpora.later(), read_own, _later_figures)
    return _measure(corpora.own(corpus.removeprefix("own-")), read_own, _own_figures)


def _measure(
    golds: Sequence[GoldReport],
    read: Callable[[GoldReport], Outcome],
    judge: Callable[[Sequence[Outcome]], Figures],
) -> Figures:
    return judge([read(gold) for gold in golds]) if golds else {}


def _own_figures(outcomes: Sequence[Outcome]) -> Figures:
    return {
        **figures.statement_figures(outcomes),
        **figures.attribute_figures(outcomes),
        **figures.quiet_figures(outcomes),
        **figures.page_figures(outcomes),
        **figures.form_figures(outcomes),
    }


def _later_figures(outcomes: Sequence[Outcome]) -> Figures:
    """Without forms and attributes, of which so few reports have only one or two each."""
    return {**figures.brief_figures(outcomes), **figures.quiet_figures(outcomes)}


def _seed_figures(outcomes: Sequence[Outcome]) -> Figures:
    statements = figures.statement_figures(outcomes)
    return {
        **{name: value for name, value in statements.items() if name.startswith("all.")},
        **figures.attribute_figures(outcomes),
        "quiet.loose": figures.quiet_figures(outcomes)["quiet.loose"],
        **figures.page_figures(outcomes),
    }


def table(measured: dict[str, Figures]) -> Table:
    """One row a figure, one column a corpus; a line between groups.

    A form has one row: per cent found, per cent found with the right source, how many there are.
    """
    shown = Table("figure", *measured, header_style="bold")
    for column in shown.columns[1:]:
        column.justify = "right"
    rows = list(dict.fromkeys(_row_of(name) for found in measured.values() for name in found))
    for at, row in enumerate(rows):
        group = row.split(".", 1)[0]
        last = at + 1 == len(rows) or not rows[at + 1].startswith(f"{group}.")
        shown.add_row(row, *(_cell(row, found) for found in measured.values()), end_section=last)
    return shown


def _row_of(name: str) -> str:
    return name.rsplit(".", 1)[0] if name.startswith("form.") else name


def _cell(row: str, found: Figures) -> str:
    if f"{row}.gold" in found and row.startswith("form."):
        parts = (found[f"{row}.found"], found[f"{row}.source"])
        return "{:5.1f} {:5.1f} of {:3.0f}".format(*(100 * p for p in parts), found[f"{row}.gold"])
    if row not in found:
        return ""
    if figures.is_count(row):
        return f"{found[row]:.0f}"
    return f"{found[row]:.2f}" if row in figures.LOWER_IS_BETTER else f"{100 * found[row]:.1f}"


if __name__ == "__main__":
    main()
