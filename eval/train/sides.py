"""The weights by which the actor and the recipient of an act are chosen among the sides.

Learnt from the acts of gold that the rules draw with the right type, and from those that they miss
and whose actor the grammar, read loosely as the clause coder has it, does not name. Every candidate
has traits; the weights make gold's sides the likeliest (a conditional logit, each weight kept
small).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from eval.storylines import GoldAct
from eval.storyscore import ActSeen, act_seen, pair_acts
from eval.train.examples import head_in
from verbale.acts.choice import Question
from verbale.acts.code import Coder, Drawn
from verbale.acts.deed import Deed
from verbale.acts.loose import loose_deed
from verbale.acts.marks import read_marks
from verbale.acts.parties import Parties
from verbale.coder.balance import Candidate

#: A trait seen more seldom is left out.
_FEWEST = 4
_SMALL = 2.0
#: A weight nearer to nothing is left out.
_LEAST = 0.05


class Asked(NamedTuple):
    """A question with its candidates; ``right`` says of each whether gold has it so."""

    role: str
    candidates: Sequence[Candidate]
    right: Sequence[bool]


def asked_of(coder: Coder, gold: Sequence[GoldAct]) -> Iterator[Asked]:
    """The questions that the acts of one document give."""
    drawn = list(coder.acts())
    wanted = [act_seen(act) for act in gold]
    seen = [act_seen(one.telling.act) for one in drawn]
    pairs = [(a, b) for a, b in pair_acts(wanted, seen) if set(a.types) & set(b.types)]
    by_seen = {id(b): a for a, b in pairs}
    for one, (reading, _) in zip(seen, drawn, strict=True):
        grammar = coder.grammar(reading.deed, reading.words)
        if id(one) in by_seen and grammar is not None:
            yield from _asked(coder, reading.deed, grammar, by_seen[id(one)])
    found = {id(a) for a, _ in pairs}
    missed = [(act, a) for act, a in zip(gold, wanted, strict=True) if id(a) not in found]
    yield from _missed(coder, drawn, missed)


def _missed(
    coder: Coder, drawn: Sequence[Drawn], missed: Sequence[tuple[GoldAct, ActSeen]]
) -> Iterator[Asked]:
    for marks in read_marks(coder, drawn):
        for act, one in missed:
            at = head_in(marks, act.place)
            if at is None:
                continue
            word, scene = marks.stood[at]
            deed = loose_deed(word, one.types[0])
            grammar = coder.grammar(deed, scene.words)
            if grammar is not None and not grammar.actor:
                yield from _asked(coder, deed, grammar, one)


def _asked(coder: Coder, deed: Deed, found: Parties, gold: ActSeen) -> Iterator[Asked]:
    """Who acts; and to whom, given an actor that gold knows.

    Where the grammar has no actor, gold's own is taken for the second question, which is not asked
    where a word names the recipient: what it says stands.
    """
    voice, told = coder.heard(deed)
    both = gold.actor | gold.recipient

    def acts(codes: Sequence[str]) -> bool:
        mutual = bool(codes) and set(codes) <= both
        return mutual if gold.symmetric else set(codes) == gold.actor

    question = Question("actor", deed, voice, told, found.actor, found.actor_word)
    candidates = coder.chooser.candidates(question)
    yield Asked("actor", candidates, [acts(one.codes) for one in candidates])
    actor = found.actor or next((c.codes for c in candidates if acts(c.codes)), ())
    if not acts(actor) or found.recipient_word is not None:
        return
    question = Question(
        "recipient", deed, voice, told, found.recipient, found.recipient_word, actor
    )
    wanted = both - set(actor) if gold.symmetric else gold.recipient
    candidates = coder.chooser.candidates(question)
    yield Asked("recipient", candidates, [set(c.codes) == wanted for c in candidates])


def fit_sides(asked: Iterable[Asked], role: str) -> dict[str, float]:
    """The weights of the traits for ``role``, to two decimals."""
    answered = [one for one in asked if one.role == role and any(one.right)]
    counts = Counter(trait for one in answered for c in one.candidates for trait in c.traits)
    traits = sorted(trait for trait, often in counts.items() if often >= _FEWEST)
    place = {trait: n for n, trait in enumerate(traits)}
    rows = [candidate for one in answered for candidate in one.candidates]
    right = np.array([float(yes) for one in answered for yes in one.right])
    sizes = np.array([len(one.candidates) for one in answered])
    shares = [
        (n, place[t], s) for n, c in enumerate(rows) for t, s in c.traits.items() if t in place
    ]
    line, column, value = (np.array(part) for part in zip(*shares, strict=True))
    table = csr_matrix((value, (line, column)), shape=(len(rows), len(traits)))
    weights = _likeliest(table, right, sizes)
    return {
        t: float(w) for t, w in zip(traits, np.round(weights, 2), strict=True) if abs(w) >= 0.05
    }


def _likeliest(
    table: csr_matrix, right: NDArray[np.float64], sizes: NDArray[np.int64]
) -> NDArray[np.float64]:
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    group = np.repeat(np.arange(len(sizes)), sizes)

    def cost(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        scores = table @ weights
        powers = np.exp(scores - np.maximum.reduceat(scores, starts)[group])
        every = np.add.reduceat(powers, starts)
        good = np.add.reduceat(powers * right, starts)
        slope = powers / every[group] - powers * right / good[group]
        loss = (np.log(every) - np.log(good)).sum() + _SMALL / 2 * (weights @ weights)
        return float(loss), table.T @ slope + _SMALL * weights

    found: NDArray[np.float64] = minimize(
        cost, np.zeros(table.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 200}
    ).x
    return found
