"""What copies of a text have in common: its words in a row, hashed."""

from __future__ import annotations

import hashlib
import re
from zlib import crc32

import numpy as np

from verbale.archive.results import Marks
from verbale.provenance.fingerprints import shingles
from verbale.provenance.signing import bands

_WORD = re.compile(r"\w+")


def marks_of(text: str) -> Marks:
    """The marks of ``text``; case, punctuation and layout leave none."""
    words = [word.encode("utf-8", "replace") for word in _WORD.findall(text.casefold())]
    whole = hashlib.blake2b(b" ".join(words), digest_size=16).digest()
    ids = np.fromiter(map(crc32, words), np.uint32, len(words))
    return Marks(whole, tuple(bands(shingles(ids))))
