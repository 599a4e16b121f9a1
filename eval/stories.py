"""``python -m eval.stories``: acts, positions and shifts against the storylines.

``--errors`` prints every act and position of the dev half that is missed, false or wrong. A folder
of other storylines, such as ``eval/study/storylines``, is scored instead of the gold.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from rich.console import Console
from rich.table import Table as Shown

from eval.corpora import HALVES, STORY_SPLIT, read_split
from eval.figures import Figures
from eval.statements import Counts
from eval.storylines import STORYLINES, Storyline, StoryReport, load, story_folders
from eval.storyscore import (
    ActSeen,
    PositionSeen,
    Seen,
    Table,
    act_seen,
    added,
    pair_acts,
    pair_positions,
    position_seen,
    score_report,
)
from eval.storyshifts import score_shifts
from verbale import annotate
from verbale.model import Annotation, RawDocument, words_at

#: A share of fewer tells little, and a gate on it would be red by chance.
_FEWEST = 30
_S = TypeVar("_S", bound=Seen)


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m eval.stories", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, help="storylines to read (else the gold)")
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args(arguments)
    others = tuple(map(load, story_folders(options.folder))) if options.folder else None
    if options.errors:
        for line in errors(stories("dev") if others is None else others):
            print(line)
        return
    told = {half: stories(half) for half in HALVES} if others is None else {"study": others}
    Console().print(shown({name: measure(some) for name, some in told.items()}))


def stories(half: str) -> tuple[Storyline, ...]:
    """The storylines of one half, by name."""
    return tuple(load(STORYLINES / name) for name in read_split(STORY_SPLIT)[half])


def measure(told: Iterable[Storyline]) -> Table:
    """Every count over some storylines."""
    whole = list(told)
    reports = added(_scored(report) for story in whole for report in story.reports)
    return reports | added(map(score_shifts, whole))


def figures(told: Iterable[Storyline]) -> Figures:
    """F1, for shifts precision and recall, and how many are due; none of fewer than `_FEWEST`."""
    found: Figures = {}
    for name, counts in measure(told).items():
        drawn = counts.predicted if name.startswith("shift.read") else _FEWEST
        if min(counts.gold, drawn) < _FEWEST:
            continue
        if name.startswith("shift.") and not name.endswith(".kind"):
            found[f"{name}.precision"], found[f"{name}.recall"] = counts.precision, counts.recall
        else:
            found[name] = counts.f1
        found[f"{name}.gold"] = counts.gold
    return found


def read(report: StoryReport) -> Annotation:
    """What Verbale draws from one report of a storyline."""
    return annotate(RawDocument(data=report.path.read_bytes(), origin=report.path.name))


def _scored(report: StoryReport) -> Table:
    drawn = read(report)
    return score_report(report, drawn.acts, drawn.positions)


def shown(measured: dict[str, Table]) -> Shown:
    """One row a figure: precision, recall, F1 and how many are due, for each half."""
    table = Shown("figure", *measured, header_style="bold")
    names = dict.fromkeys(name for found in measured.values() for name in found)
    for name in names:
        table.add_row(name, *(_cell(found.get(name, Counts())) for found in measured.values()))
    return table


def _cell(counts: Counts) -> str:
    rates = (counts.precision, counts.recall, counts.f1)
    return "P {:5.1f}  R {:5.1f}  F {:5.1f}  of {:3d}".format(
        *(100 * rate for rate in rates), counts.gold
    )


def errors(told: Iterable[Storyline]) -> Iterator[str]:
    """Every act and position that is not right, in words, report by report."""
    for report in (report for story in told for report in story.reports):
        drawn = read(report)
        yield f"== {report.path.parent.name} {report.given.file}"
        text = report.text
        yield from act_errors(
            text, [act_seen(act) for act in report.acts], [act_seen(act) for act in drawn.acts]
        )
        yield from position_errors(
            text,
            [position_seen(one) for one in report.positions],
            [position_seen(one) for one in drawn.positions],
        )


def act_errors(text: str, gold: list[ActSeen], drawn: list[ActSeen]) -> Iterator[str]:
    """Every act in ``text`` that is not right, in words."""
    return _errors("act", text, gold, drawn, pair_acts(gold, drawn), _act_line)


def position_errors(
    text: str, gold: list[PositionSeen], drawn: list[PositionSeen]
) -> Iterator[str]:
    """Every position in ``text`` that is not right, in words."""
    return _errors("position", text, gold, drawn, pair_positions(gold, drawn), _position_line)


def _errors(
    kind: str,
    text: str,
    gold: list[_S],
    drawn: list[_S],
    pairs: list[tuple[_S, _S]],
    line: Callable[[_S], str],
) -> Iterator[str]:
    hit = {id(one) for pair in pairs for one in pair}
    for one, other in pairs:
        if line(one) != line(other):
            yield f"{kind} differs | gold {line(one)} | drawn {line(other)} | {_words(one, text)}"
    for one in gold:
        if id(one) not in hit and not one.optional:
            yield f"{kind} missed  | {line(one)} | {_words(one, text)}"
    for other in drawn:
        if id(other) not in hit:
            yield f"{kind} false   | {line(other)} | {_words(other, text)}"


def _act_line(act: ActSeen) -> str:
    sides = f"{'+'.join(sorted(act.actor)) or '-'} > {'+'.join(sorted(act.recipient)) or '-'}"
    return f"{act.types[0]} {sides} {' '.join(sorted(act.flags))}".rstrip()


def _position_line(position: PositionSeen) -> str:
    recalled = " recalled" if position.background else ""
    condition = f" ({position.condition})" if position.condition else ""
    return f"{position.party} {position.on} {position.stance}{condition}{recalled}"


def _words(seen: Seen, text: str) -> str:
    return " ".join(words_at(text, seen.places).split())


if __name__ == "__main__":
    main()
