"""How often each rule was right on development gold, as data that ships."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from typing import Literal

import msgspec

from verbale.errors import LexiconError

Kind = Literal["statement", "act", "position"]

_FILE = "data/scores.toml"


class RuleScore(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``right`` of ``judged`` conclusions of a rule; ``score`` is that share drawn towards the
    mean of its kind, so that few cases prove little."""

    right: int
    judged: int
    score: float


class _ScoreFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    statement: dict[str, RuleScore] = {}
    act: dict[str, RuleScore] = {}
    position: dict[str, RuleScore] = {}


def scores(kind: Kind) -> Mapping[str, RuleScore]:
    """The measured rules of a kind. Raises `LexiconError` when the file does not validate."""
    return _read()[kind]


def score_of(kind: Kind, rule: str) -> float | None:
    """The score of a rule; None where it has not been measured."""
    measured = _read()[kind].get(rule)
    return measured.score if measured is not None else None


@lru_cache(maxsize=1)
def _read() -> dict[str, dict[str, RuleScore]]:
    raw = resources.files("verbale.lexicon").joinpath(_FILE).read_bytes()
    try:
        read = msgspec.toml.decode(raw, type=_ScoreFile)
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        raise LexiconError(_FILE, str(error)) from error
    kinds = {"statement": read.statement, "act": read.act, "position": read.position}
    for kind, rules in kinds.items():
        for name, one in rules.items():
            if not (0 <= one.right <= one.judged and 0 < one.score <= 1):
                raise LexiconError(_FILE, f"{kind}.{name}: the numbers do not fit each other")
    return kinds
