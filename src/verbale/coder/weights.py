"""The weights that ship with the package, loaded on first use."""

from __future__ import annotations

import io
import tomllib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import numpy as np

from verbale.coder.balance import SideWeights
from verbale.coder.reader import ClauseReader

NAME = "clause-coder 1"
_CLAUSES = ("weights.npz", "pieces.txt")
_SIDES = "sides.toml"
_PIECES = "pieces"
_FOLDER = files("verbale.coder") / "data"


def missing() -> tuple[str, ...]:
    """The files that are not there; what they serve is left to the rules alone."""
    return tuple(name for name in (*_CLAUSES, _SIDES) if not (_FOLDER / name).is_file())


@cache
def clause_reader() -> ClauseReader | None:
    """The reader with the weights of the package, None where a file of them is missing."""
    return None if set(_CLAUSES) & set(missing()) else read_clause_reader(_FOLDER)


@cache
def side_weights() -> SideWeights | None:
    """What the traits of sides weigh, None where the file is missing."""
    return None if _SIDES in missing() else read_side_weights(_FOLDER)


def read_clause_reader(folder: Traversable) -> ClauseReader:
    """The reader with the weights in ``folder``."""
    listed = (folder / "pieces.txt").read_text(encoding="utf-8").splitlines()
    with np.load(io.BytesIO((folder / "weights.npz").read_bytes())) as stored:
        weights = {
            name: stored[name].astype(np.float32) for name in stored.files if name != _PIECES
        }
        return ClauseReader(listed, stored[_PIECES], weights.pop("scale"), weights)


def read_side_weights(folder: Traversable) -> SideWeights:
    """The weights of sides in ``folder``."""
    return SideWeights(**tomllib.loads((folder / _SIDES).read_text(encoding="utf-8")))
