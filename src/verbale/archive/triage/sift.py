"""Sifting: a look at each document, by a batch function as annotating is, and one at all."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from verbale.archive.results import Lost, Passed, Stopped, encode
from verbale.archive.setup import Setup
from verbale.archive.triage.gates import GATES, Look
from verbale.archive.triage.marks import marks_of
from verbale.desk.annotators import place_of
from verbale.desk.extensions import load
from verbale.errors import VerbaleError
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
        return [encode(self._one(_DOCUMENTS.decode(data))) for data in documents]

    def _one(self, raw: RawDocument) -> Passed | Stopped | Lost:
        try:
            return sift(raw, self._lexicon, self._gates)
        except (VerbaleError, MemoryError):
            raise
        except Exception as error:  # noqa: BLE001 - one document must not end a batch
            return Lost("error", f"{type(error).__name__} at {place_of(error)}")


def sift(raw: RawDocument, lexicon: Lexicon, gates: Sequence[str]) -> Passed | Stopped:
    """What the gates named say of ``raw``."""
    look = Look(raw, lexicon)
    for name, gate in GATES.items():
        detail = gate(look) if name in gates else None
        if detail:
            return Stopped(name, detail)
    return Passed(marks_of(look.text))
