"""Runs the rules and, where its weights are there, the clause coder over one report."""

from __future__ import annotations

from verbale.acts.code import Coder
from verbale.acts.digest import items_of
from verbale.acts.ground import Ground
from verbale.acts.learned import tellings
from verbale.acts.merge import merge_acts
from verbale.coder.weights import clause_reader, side_weights
from verbale.lexicon.acts import act_book
from verbale.model import Act


def code_acts(ground: Ground) -> tuple[Act, ...]:
    """The acts between sides that a report tells of, numbered from 1, in order of place.

    An act told several times is one act with several passages. What one side does to itself, or to
    nobody that the report names, is left out. A digest is coded item by item. Without the coder's
    weights the rules code alone.
    """
    coders = (Coder(item, act_book(), side_weights()) for item in items_of(ground))
    told = [telling for coder in coders for telling in tellings(coder, clause_reader())]
    return merge_acts(told, ground.report)
