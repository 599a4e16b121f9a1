"""``python -m eval.train.gain``: what is learnt adds to the rules, on passages not learnt from.

Scores the study passages that the training leaves out (`KEPT_BACK`) by the rules alone, with the
sides weighed, and with the coder, by the weights that ship. No figure here is gated.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rich.console import Console

from eval.stories import shown
from eval.storyscore import Table, act_seen, added, score_drawn
from eval.train.examples import KEPT_BACK, STUDY, Told, stages_of, told_for_study
from verbale.acts.code import Coder
from verbale.acts.ground import survey
from verbale.acts.learned import tellings
from verbale.acts.merge import merge_acts
from verbale.coder.balance import SideWeights
from verbale.coder.reader import ClauseReader
from verbale.coder.weights import clause_reader, side_weights
from verbale.language import backend_for
from verbale.lexicon.acts import act_book


class Learnt(NamedTuple):
    """What of the learnt parts is in use."""

    reader: ClauseReader | None = None
    sides: SideWeights | None = None


def main() -> None:
    kept = [file for file in sorted(STUDY.glob("*.toml")) if file.stem.startswith(KEPT_BACK)]
    sides, reader = side_weights(), clause_reader()
    kinds = {
        "rules": Learnt(),
        "and sides": Learnt(sides=sides),
        "and coder": Learnt(reader, sides),
    }
    Console().print(shown(_measured(told_for_study(kept), kinds)))


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


if __name__ == "__main__":
    main()
