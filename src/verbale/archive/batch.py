"""The batch function: documents in, rows out. All engines run this and nothing else."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from verbale.archive.results import Lost, encode
from verbale.archive.rows import rows_of
from verbale.archive.setup import Setup
from verbale.desk.annotators import place_of
from verbale.desk.extensions import load
from verbale.errors import VerbaleError
from verbale.model import RawDocument
from verbale.pipeline import annotate
from verbale.record.stored import storable

#: Read at once, so that a language model that is missing is missed before there is work.
_WARMING = "The two ministers met on Monday, and both said that the talks would go on."
_DOCUMENTS = msgspec.msgpack.Decoder(RawDocument)


class Annotating:
    """Annotates documents; lexicon and language model are loaded once, as it is made.

    Raises `LexiconError`, `LanguageModelMissing` then, and nothing later but `MemoryError`.
    """

    def __init__(self, setup: Setup) -> None:
        self._lexicon = load(setup.extensions)
        annotate(_WARMING, lexicon=self._lexicon)

    def __call__(self, documents: Sequence[bytes]) -> list[bytes]:
        """A result for each of ``documents`` (see `packed`), in order."""
        return [self._one(_DOCUMENTS.decode(data)) for data in documents]

    def _one(self, raw: RawDocument) -> bytes:
        try:
            return encode(rows_of(storable(annotate(raw, lexicon=self._lexicon)), raw))
        except (VerbaleError, MemoryError):
            raise
        except Exception as error:  # noqa: BLE001 - one report must not end a batch
            return encode(Lost("error", f"{type(error).__name__} at {place_of(error)}"))
