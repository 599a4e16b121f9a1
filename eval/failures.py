"""What went wrong in each document, one record a failure, in the words of the text around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Literal, TypeAlias

import msgspec

from eval.align import Pair, Triple
from eval.predict import Outcome
from eval.records import GoldStatement
from eval.statements import source_right
from verbale.language import Backend, Unit
from verbale.model import Span, Statement, words_at

Kind = Literal["missed", "false alarm", "wrong source", "inexact content"]
KINDS: tuple[Kind, ...] = ("missed", "false alarm", "wrong source", "inexact content")
Role: TypeAlias = Literal["", "source", "cue", "content"]
#: Characters of context on either side.
_AROUND = 160
_NO_CUE = "(no cue)"


class Piece(msgspec.Struct, frozen=True):
    """A run of context and the roles its characters have in the gold and in the prediction."""

    words: str
    gold: Role = ""
    guess: Role = ""


class Failure(msgspec.Struct, frozen=True, kw_only=True):
    """One miss, false alarm or half-right statement.

    ``group`` is the gold's form (in corpora without forms: its type, and attitude or speech), for
    a false alarm the rule that made it. ``lemma`` is that of the cue's main word.
    """

    kind: Kind
    group: str
    lemma: str
    document: str
    pieces: tuple[Piece, ...]
    note: str = ""


def failures(outcome: Outcome) -> Iterator[Failure]:
    """Every failure in one document, in the order of `KINDS`; ``lemma`` is still the whole cue."""
    aligned = outcome.aligned
    hits = {pair.gold: pair for pair in aligned.pairs}
    found = {pair.predicted for pair in aligned.found}
    for at, gold in enumerate(aligned.gold):
        pair = hits.get(at)
        guess = aligned.predicted[pair.predicted] if pair else None
        kind = _gold_kind(outcome, gold, pair)
        if kind:
            yield _failure(kind, outcome, gold, guess)
    for at, guess in enumerate(aligned.predicted):
        lean = aligned.leans[at]
        near = aligned.gold[lean] if lean is not None else None
        if at not in found and not (near and (near.optional or near.uncertain)):
            yield _failure("false alarm", outcome, near, guess)


def with_lemmas(found: Sequence[Failure], backend: Backend) -> list[Failure]:
    """The same failures with each cue reduced to the lemma of its main word."""
    cues = sorted({failure.lemma for failure in found if failure.lemma})
    lemmas = {"": _NO_CUE}
    for cue, parse in zip(cues, backend.parse([Unit(cue) for cue in cues]), strict=True):
        root = next((word for word in parse.words if word.head is word), None)
        lemmas[cue] = root.lemma.lower() if root else cue
    return [msgspec.structs.replace(f, lemma=lemmas[f.lemma]) for f in found]


def _gold_kind(outcome: Outcome, gold: GoldStatement, pair: Pair | None) -> Kind | None:
    if gold.uncertain:
        return None
    if pair is None or not pair.found:
        return None if gold.optional else "missed"
    if not source_right(outcome.aligned, pair):
        return "wrong source"
    return "inexact content" if pair.jaccard < 1 else None


def _failure(
    kind: Kind, outcome: Outcome, gold: GoldStatement | None, guess: Triple | None
) -> Failure:
    text = outcome.gold.text
    subject = guess if kind == "false alarm" else gold
    rule = guess.rule if isinstance(guess, Statement) else ""
    group = rule or "?"
    if kind != "false alarm" and gold:
        group = gold.form or f"{gold.type}, {'speech' if gold.speech else 'attitude'}"
    return Failure(
        kind=kind,
        group=group,
        lemma=" ".join(words_at(text, subject.cue, " ").split()) if subject else "",
        document=outcome.gold.name,
        pieces=tuple(_pieces(text, gold, guess)),
        note=f"rule {rule}" if rule else "",
    )


def _pieces(text: str, gold: GoldStatement | None, guess: Triple | None) -> Iterator[Piece]:
    """The text around both statements, cut wherever a role begins or ends."""
    marks = [span for one in (gold, guess) if one for _, span in _roles(one)]
    start = max(0, min(span.start for span in marks) - _AROUND)
    end = min(len(text), max(span.end for span in marks) + _AROUND)
    cuts = sorted({start, end, *(edge for span in marks for edge in span)})
    for left, right in pairwise(cuts):
        here = Span(left, right)
        yield Piece(here.of(text), _role_at(gold, here), _role_at(guess, here))


def _roles(statement: Triple) -> Iterable[tuple[Role, Span]]:
    """Places with their roles, the more telling first: a cue inside content stays visible."""
    yield from (("cue", span) for span in statement.cue)
    yield from (("source", span) for span in statement.source)
    yield from (("content", span) for span in statement.content)


def _role_at(statement: Triple | None, here: Span) -> Role:
    if statement is None:
        return ""
    return next((role for role, span in _roles(statement) if span.covers(here)), "")
