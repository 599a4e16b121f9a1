"""``python -m eval.agreement``: how far two annotators of our own gold agree.

A third of the reports and of the storylines was annotated a second time by somebody who saw the
guide and the texts but not the first annotation. The second is scored against the first as if a
system had made it.
"""

from __future__ import annotations

from pathlib import Path

import msgspec
from rich.console import Console
from rich.table import Table as Shown

from eval import figures
from eval.align import align
from eval.corpora import GOLD
from eval.goldfile import STATEMENTS, gold_files, load
from eval.predict import Outcome
from eval.records import GoldReport
from eval.stories import shown
from eval.storylines import SECOND as SECOND_STORY
from eval.storylines import load as load_story
from eval.storylines import story_folders
from eval.storyscore import Table, added, score_report
from eval.storyshifts import compared, gold_turns
from verbale.model import Report

SECOND = GOLD / "second"
SHOWN = (
    "all.gold",
    "all.predicted",
    "all.content@.5",
    "all.source-e2e",
    "all.content-exact",
    "all.cue-exact",
)


def main() -> None:
    """Print one table: all reports that two have annotated."""
    outcomes = [_outcome(toml.stem) for toml in gold_files(SECOND)]
    measured = figures.statement_figures(outcomes) | figures.attribute_figures(outcomes)
    table = Shown("agreement", f"{len(outcomes)} reports", title="second annotator against first")
    for name in (*SHOWN, *(n for n in measured if n.startswith("with."))):
        value = measured[name]
        table.add_row(name, f"{value:.0f}" if name in SHOWN[:2] else f"{100 * value:.1f}")
    Console().print(table)
    told = [folder for folder in story_folders() if (folder / SECOND_STORY).exists()]
    counts = added(scored(folder) for folder in told)
    Console().print(shown({f"{len(told)} storylines": counts}))


def scored(folder: Path) -> Table:
    """The counts of one storyline's second annotation against its first."""
    first, second = load_story(folder), load_story(folder, SECOND_STORY)
    pairs = zip(first.reports, second.reports, strict=True)
    reports = added(score_report(one, other.acts, other.positions) for one, other in pairs)
    due, found = gold_turns(first), gold_turns(second)
    return reports | compared("shift", due, found)


def _outcome(name: str) -> Outcome:
    first = load(STATEMENTS / f"{name}.toml")
    second: GoldReport = load(SECOND / f"{name}.toml", text=first.path)
    kept = tuple(msgspec.structs.replace(s, optional=False) for s in second.statements)
    return Outcome(first, Report(text=first.text), align(first.text, first.statements, kept))


if __name__ == "__main__":
    main()
