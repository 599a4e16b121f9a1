"""Fingerprints: hashes of five tokens in a row, and the choice of them that an index keeps.

The choice is by winnowing: of every four neighbours the one with the smallest hash. So any eight
tokens that two reports have in common in a row share at least one kept hash, wherever they stand,
and the index holds two hashes for five tokens.
"""

from __future__ import annotations

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

SHINGLE = 5
_WINDOW = 4
#: Raise it with whatever changes hashes, outlines or signatures: records are then indexed anew.
FINGERPRINT_RULE = "3"
_FACTORS = np.array(
    [
        0x9E3779B97F4A7C15,
        0xC2B2AE3D27D4EB4F,
        0x165667B19E3779F9,
        0xD6E8FEB86659FD93,
        0xA0761D6478BD642F,
    ],
    dtype=np.uint64,
)


def shingles(ids: NDArray[np.uint32]) -> NDArray[np.uint64]:
    """The hash of each five tokens in a row, by the place of the first."""
    number = len(ids) - SHINGLE + 1
    if number <= 0:
        return np.empty(0, np.uint64)
    wide = ids.astype(np.uint64)
    hashes = np.zeros(number, np.uint64)
    for place, factor in enumerate(_FACTORS):
        hashes += (wide[place : place + number] + np.uint64(place + 1)) * factor
    hashes ^= hashes >> np.uint64(31)
    hashes *= np.uint64(0xBF58476D1CE4E5B9)
    hashes ^= hashes >> np.uint64(29)
    return hashes


def chosen(hashes: NDArray[np.uint64]) -> list[int]:
    """The hashes that an index keeps, as signed 64-bit integers in order of size."""
    if len(hashes) > _WINDOW:
        hashes = sliding_window_view(hashes, _WINDOW).min(axis=1)
    return list(np.unique(np.ascontiguousarray(hashes).view(np.int64)).tolist())
