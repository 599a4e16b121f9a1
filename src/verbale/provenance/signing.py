"""Signatures: what near-copies have in common however many reports carry the same words.

MinHash (rensa) over all five-token hashes, in 32 bands of 4: two reports that share half of their
hashes fall into a common band nineteen times in twenty. Signatures differ between versions of the
algorithm, so a record keeps which one made its own.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash

_BANDS, _ROWS, _SEED = 32, 4, 20250408
#: Names the algorithm; signatures made by another cannot be compared with these.
SIGNATURE_RULE = f"rensa-r{RMinHash.ALGORITHM_VERSION}-{_BANDS}x{_ROWS}"
_FEWEST = 8


def bands(hashes: NDArray[np.uint64]) -> list[int]:
    """One signed 64-bit key for each band; none for a body of a few words."""
    if len(hashes) < _FEWEST:
        return []
    unique = np.unique(hashes)
    rows = RMinHash.digest_matrix_from_flat_token_hashes(
        unique, [0, len(unique)], _BANDS * _ROWS, _SEED
    ).to_rows()
    digest = np.array(rows[0], np.uint64).reshape(_BANDS, _ROWS)
    keys = np.arange(1, _BANDS + 1, dtype=np.uint64)
    for column in digest.T:
        keys = (keys ^ column) * np.uint64(0x9E3779B97F4A7C15)
        keys ^= keys >> np.uint64(32)
    return list(keys.view(np.int64).tolist())
