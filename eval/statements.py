"""Scores (source, cue, content) triples against gold.

In each document predictions are aligned one to one with gold so that the content tokens in common
are most (overlapping source and cue break ties). Then

``content``        tokens of aligned pairs in common / all predicted, all gold (micro P, R, F1)
``content_any``    the same without alignment: tokens in any content
``content_exact``  aligned pairs whose content tokens are equal
``content_half``   aligned pairs with Jaccard >= .5 of the content tokens (content@.5)
``source_right``   of these, with overlapping source, or no source in either (source end to end)
``all_exact``      content and source equal
``triple``         content@.5 with source and cue overlapping
``source``, ``cue``  over pairs at >= .5 whose gold has that role: overlapping, equal, token F1

Gold marked ``optional`` counts only when found; what hits ``uncertain`` gold, or overlaps
optional gold without finding it, is neither right nor wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import msgspec

from eval.align import Aligned, Pair, Tokens, Triple, Unit
from eval.records import GoldStatement
from verbale.model import StatementType, words_at


class Counts(msgspec.Struct, frozen=True):
    """Right, predicted and gold, and what follows from them."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.right + other.right, self.predicted + other.predicted, self.gold + other.gold
        )

    @property
    def precision(self) -> float:
        """Share of the predicted that is right; 0 when nothing was predicted."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found; 0 when there is none."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.predicted + self.gold
        return 2 * self.right / both if both else 0.0


class RoleCounts(msgspec.Struct, frozen=True):
    """How well source or cue fits, over matched pairs whose gold has one."""

    pairs: int = 0
    overlapping: int = 0
    equal: int = 0
    tokens: Counts = Counts()

    def __add__(self, other: RoleCounts) -> RoleCounts:
        return RoleCounts(
            self.pairs + other.pairs,
            self.overlapping + other.overlapping,
            self.equal + other.equal,
            self.tokens + other.tokens,
        )


class Score(msgspec.Struct, frozen=True, kw_only=True):
    """All figures over some documents; scores add up."""

    content: Counts = Counts()
    content_any: Counts = Counts()
    content_exact: Counts = Counts()
    content_half: Counts = Counts()
    source_right: Counts = Counts()
    all_exact: Counts = Counts()
    triple: Counts = Counts()
    source: RoleCounts = RoleCounts()
    cue: RoleCounts = RoleCounts()

    def __add__(self, other: Score) -> Score:
        return Score(**{f: getattr(self, f) + getattr(other, f) for f in self.__struct_fields__})


def score(
    aligned: Aligned,
    wanted: Callable[[GoldStatement], bool] | None = None,
    loose: Callable[[Triple], bool] = lambda _: True,
) -> Score:
    """The figures of one document.

    With ``wanted`` only such gold counts; predictions that lean on other gold are neither right
    nor wrong, and those that touch no gold are wrong if ``loose`` says so.
    """
    gold, predicted = _counted(aligned, wanted, loose)
    pairs = [p for p in aligned.pairs if p.gold in gold and p.predicted in predicted]
    golds = [aligned.gold_units[at].content for at in sorted(gold)]
    guesses = [aligned.predicted_units[at].content for at in sorted(predicted)]
    any_gold, any_guess = frozenset().union(*golds), frozenset().union(*guesses)

    def of_statements(right: Callable[[Pair], bool]) -> Counts:
        return Counts(sum(map(right, pairs)), len(guesses), len(golds))

    found = [pair for pair in pairs if pair.found]
    return Score(
        content=Counts(
            sum(_common(aligned, p) for p in pairs), sum(map(len, guesses)), sum(map(len, golds))
        ),
        content_any=Counts(len(any_gold & any_guess), len(any_guess), len(any_gold)),
        content_exact=of_statements(lambda p: p.jaccard == 1.0),
        content_half=of_statements(lambda p: p.found),
        source_right=of_statements(lambda p: p.found and source_right(aligned, p)),
        all_exact=of_statements(lambda p: p.jaccard == 1.0 and _same_source(aligned, p)),
        triple=of_statements(
            lambda p: p.found and source_right(aligned, p) and cue_right(aligned, p)
        ),
        source=_role(found, aligned, lambda unit: unit.source),
        cue=_role(found, aligned, lambda unit: unit.cue),
    )


def score_type(aligned: Aligned, kind: StatementType) -> Score:
    """The figures for gold of one quotation type."""
    return score(aligned, lambda g: g.type == kind, lambda p: p.type == kind)


def score_speech(aligned: Aligned) -> Score:
    """The figures for acts of saying, attitudes left out."""
    return score(aligned, lambda g: g.speech)


def source_right(aligned: Aligned, pair: Pair) -> bool:
    """Whether the sources overlap, or neither has one."""
    ours, theirs = aligned.gold_units[pair.gold], aligned.predicted_units[pair.predicted]
    return _agree(ours.source, theirs.source)


def cue_right(aligned: Aligned, pair: Pair) -> bool:
    """Whether the cues overlap, neither has one, or the words are an allowed alternative."""
    ours, theirs = aligned.gold_units[pair.gold], aligned.predicted_units[pair.predicted]
    words = words_at(aligned.text, aligned.predicted[pair.predicted].cue, " ")
    return _agree(ours.cue, theirs.cue) or words in aligned.gold[pair.gold].cue_alt


def _counted(
    aligned: Aligned,
    wanted: Callable[[GoldStatement], bool] | None,
    loose: Callable[[Triple], bool],
) -> tuple[set[int], set[int]]:
    """Places of the gold and of the predictions that count."""
    found = {pair.gold for pair in aligned.found}
    right = {pair.predicted for pair in aligned.found}
    kept = {at for at, g in enumerate(aligned.gold) if wanted is None or wanted(g)}
    gold = {at for at in kept if _due(aligned.gold[at], at in found)}
    predicted = set()
    for at, lean in enumerate(aligned.leans):
        if lean is None:
            counts = wanted is None or loose(aligned.predicted[at])
        else:
            g = aligned.gold[lean]
            excused = g.uncertain or (g.optional and at not in right)
            counts = lean in kept and not excused
        if counts:
            predicted.add(at)
    return gold, predicted


def _due(gold: GoldStatement, found: bool) -> bool:
    return not gold.uncertain and (found or not gold.optional)


def _common(aligned: Aligned, pair: Pair) -> int:
    ours, theirs = aligned.gold_units[pair.gold], aligned.predicted_units[pair.predicted]
    return len(ours.content & theirs.content)


def _same_source(aligned: Aligned, pair: Pair) -> bool:
    ours, theirs = aligned.gold_units[pair.gold], aligned.predicted_units[pair.predicted]
    return ours.source == theirs.source


def _agree(ours: Tokens, theirs: Tokens) -> bool:
    return bool(ours & theirs) or not (ours or theirs)


def _role(pairs: Iterable[Pair], aligned: Aligned, role: Callable[[Unit], Tokens]) -> RoleCounts:
    return sum(_role_counts(pairs, aligned, role), RoleCounts())


def _role_counts(
    pairs: Iterable[Pair], aligned: Aligned, role: Callable[[Unit], Tokens]
) -> Iterator[RoleCounts]:
    for pair in pairs:
        ours = role(aligned.gold_units[pair.gold])
        theirs = role(aligned.predicted_units[pair.predicted])
        tokens = Counts(len(ours & theirs), len(theirs), len(ours))
        if ours:
            yield RoleCounts(1, bool(ours & theirs), ours == theirs, tokens)
        else:
            yield RoleCounts(tokens=tokens)
