"""``python -m eval.train.gain``: what is learnt adds to the rules, on passages not learnt from.

Trains on the study passages without the even files of those written last (``gen2``, ``gen3``), into
a folder of its own, and scores these and the dev storylines, which are not learnt from here either.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from rich.console import Console

from eval.stories import shown, stories
from eval.storyscore import Table, act_seen, added, score_drawn
from eval.train.__main__ import train
from eval.train.examples import STUDY, Told, stages_of, told_for_study, told_in_stories
from verbale.acts.code import Coder
from verbale.acts.ground import survey
from verbale.acts.learned import tellings
from verbale.acts.merge import merge_acts
from verbale.coder.balance import SideWeights
from verbale.coder.reader import ClauseReader
from verbale.coder.weights import read_clause_reader, read_side_weights
from verbale.language import backend_for
from verbale.lexicon.acts import act_book


class Learnt(NamedTuple):
    """What of the learnt parts is in use."""

    reader: ClauseReader | None = None
    sides: SideWeights | None = None


def main() -> None:
    held = [file for file in sorted(STUDY.glob("gen[23]-*.toml")) if _number(file) % 2 == 0]
    rest = [file for file in sorted(STUDY.glob("*.toml")) if file not in held]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        train(told_for_study(rest), folder)
        sides, reader = read_side_weights(folder), read_clause_reader(folder)
    kinds = {
        "rules": Learnt(),
        "and sides": Learnt(sides=sides),
        "and coder": Learnt(reader, sides),
    }
    for what, told in {
        "held-out passages": list(told_for_study(held)),
        "dev storylines": list(told_in_stories(stories("dev"))),
    }.items():
        Console().print(what, shown(_measured(told, kinds)))


def _measured(told: Iterable[Told], kinds: dict[str, Learnt]) -> dict[str, Table]:
    tables = [dict(_scored(one, kinds)) for one in told]
    return {name: added(table[name] for table in tables) for name in kinds}


def _scored(told: Told, kinds: dict[str, Learnt]) -> Iterator[tuple[str, Table]]:
    backend = backend_for("en")
    assert backend is not None
    stages = stages_of(told.document, backend)
    gold = [act_seen(act) for act in told.acts]
    for name, learnt in kinds.items():
        coder = Coder(survey(*stages), act_book(), learnt.sides)
        acts = merge_acts(tellings(coder, learnt.reader), stages.report)
        table = score_drawn(gold, [act_seen(act) for act in acts], [], [])
        yield name, {figure: n for figure, n in table.items() if figure.startswith("act")}


def _number(file: Path) -> int:
    return int(file.stem.rpartition("-")[2])


if __name__ == "__main__":
    main()
