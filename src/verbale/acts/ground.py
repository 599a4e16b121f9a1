"""What acts and positions both rest on: for whom the speakers speak, and where the news ends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from verbale.actors import Cast
from verbale.acts.homes import at_home, homes_of
from verbale.acts.parties import votes_on_homes
from verbale.acts.recap import Timeline
from verbale.acts.sides import Sides
from verbale.lexicon.acts import act_book
from verbale.model import Report, Statement
from verbale.passages import Frame


class Ground(NamedTuple):
    """One report with its sides. ``statements`` have the country that their speakers turn out to
    speak for."""

    report: Report
    frames: Sequence[Frame]
    cast: Cast
    statements: tuple[Statement, ...]
    sides: Sides
    timeline: Timeline


def survey(
    report: Report, frames: Sequence[Frame], cast: Cast, statements: Sequence[Statement]
) -> Ground:
    """The ground that acts and positions of ``report`` are looked for on."""
    lines = [words for frame in frames for words in frame.sentences]
    plain = Sides(cast, frames, statements)
    homes = homes_of(votes_on_homes(statements, lines, plain, act_book()))
    settled = at_home(statements, homes)
    sides = Sides(cast, frames, settled, homes)
    return Ground(report, frames, cast, settled, sides, Timeline(report, frames, settled))
