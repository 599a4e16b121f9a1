"""What the model makes of a word before it looks at its neighbours, remembered from word to word.

spaCy's pipelines begin with a vector for each word, drawn from its letters alone: hashed, looked
up and mixed, which is a good part of the work of the whole network. The same words come again and
again, so it is done once for each. The vectors are those of the layers themselves, bit for bit.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Model

_FIRST = "tok2vec"
_FEATURES = "extract_features"
_MOST = 40_000

Layer = Model[Any, Any]
Features = NDArray[np.uint64]
Floats = NDArray[np.float32]


def remember_words(pipeline: Language) -> None:
    """Let ``pipeline`` look up the vectors of words that it has met.

    A pipeline that does not begin as expected is left as it is.
    """
    if _FIRST not in pipeline.pipe_names:
        return
    network: Layer = pipeline.get_pipe(_FIRST).model  # type: ignore[attr-defined]
    opening: Layer | None = network.layers[0] if network.layers else None
    if opening is not None and opening.layers and opening.layers[0].name == _FEATURES:
        remembered = WordVectors(opening)
        network.replace_node(opening, Model("remembered", remembered.forward))


class WordVectors:
    """The vectors of words by what the layer ``opening`` looks at in them."""

    def __init__(self, opening: Layer) -> None:
        self._opening = opening
        self._features, *self._further = opening.layers
        self._known: dict[bytes, bytes] = {}

    def forward(self, _: Layer, documents: Sequence[Doc], is_train: bool) -> tuple[Any, Any]:
        """What the layer gives for ``documents``: one array each, a row a word."""
        if is_train:
            return self._opening(documents, is_train)
        features = self._features.predict(documents)
        keys = [_keys(words) for words in features]
        known = self._knowing([key for words in keys for key in words])
        return [_unpacked([known[key] for key in words]) for words in keys], list

    def _knowing(self, keys: list[bytes]) -> dict[bytes, bytes]:
        """What is remembered, with a vector for each of ``keys``."""
        if len(self._known) > _MOST:
            self._known = {}
        known = self._known
        new = [key for key in dict.fromkeys(keys) if key not in known]
        if new:
            vectors: Any = [np.frombuffer(b"".join(new), np.uint64).reshape(len(new), -1)]
            for layer in self._further:
                vectors = layer.predict(vectors)
            known.update(zip(new, (row.tobytes() for row in vectors[0]), strict=True))
        return known


def _keys(features: Features) -> list[bytes]:
    """The rows of ``features`` as they lie in memory."""
    rows = np.ascontiguousarray(features)
    packed: list[bytes] = rows.view(f"V{rows.itemsize * rows.shape[1]}").ravel().tolist()
    return packed


def _unpacked(vectors: list[bytes]) -> Floats:
    packed = bytearray().join(vectors)
    return np.frombuffer(packed, np.float32).reshape(len(vectors), -1 if vectors else 0)
