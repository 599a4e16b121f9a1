"""Sifting: a look at each document, by a batch function as annotating is, and one at all."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from verbale.archive.results import Passed, Stopped, encode
from verbale.archive.setup import Setup
from verbale.archive.triage.gates import GATES, Look
from verbale.archive.triage.marks import marks_of
from verbale.desk.extensions import load
from verbale.lexicon import Lexicon
from verbale.model import RawDocument

_DOCUMENTS = msgspec.msgpack.Decoder(RawDocument)


class Sifting:
    """Asks the gates of ``setup``. Raises `LexiconError` as it is made."""

    def __init__(self, setup: Setup) -> None:
        self._lexicon = load(setup.extensions)
        self._gates = setup.gates

    def __call__(self, documents: Sequence[bytes]) -> list[bytes]:
        """A `Passed` or `Stopped`, encoded, for each of ``documents``, in order."""
        sifted = (sift(_DOCUMENTS.decode(data), self._lexicon, self._gates) for data in documents)
        return [encode(one) for one in sifted]


def sift(raw: RawDocument, lexicon: Lexicon, gates: Sequence[str]) -> Passed | Stopped:
    """What the gates named say of ``raw``."""
    look = Look(raw, lexicon)
    for name, gate in GATES.items():
        detail = gate(look) if name in gates else None
        if detail:
            return Stopped(name, detail)
    return Passed(marks_of(look.text))
