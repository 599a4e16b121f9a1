"""A short digest of all that draws, so that a record notices rules that changed in between."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.abc import Traversable
from importlib.resources import files

#: What an annotation depends on, beside its input: the stages of one report and their data.
DRAWING = (
    *("actors", "acts", "coder", "language", "lexicon", "model", "passages", "pipeline.py"),
    *("positions", "reports", "statements", "topics"),
)
_KINDS = (".py", ".toml", ".npz", ".txt", ".gz")
_DIGITS = 8


@cache
def rules_digest() -> str:
    """Eight hex digits of the sources and word lists that draw; the same on every machine."""
    return digest_of(*DRAWING)


def digest_of(*names: str) -> str:
    """Eight hex digits of all below some names in Verbale's package.

    Read from the files themselves: what Python has compiled of them says nothing
    sure of their contents.
    """
    digest = hashlib.sha256()
    root = files("verbale")
    for name, file in sorted(_sources(root, names), key=lambda found: found[0]):
        data = file.read_bytes().replace(b"\r\n", b"\n")  # a checkout on Windows
        digest.update(b"%s\0%d\0%s" % (name.encode(), len(data), data))
    return digest.hexdigest()[:_DIGITS]


def _sources(root: Traversable, names: Iterable[str]) -> Iterator[tuple[str, Traversable]]:
    for name in names:
        yield from _below(root / name, name)


def _below(place: Traversable, name: str) -> Iterator[tuple[str, Traversable]]:
    """The files at or below ``place``, which is called ``name``."""
    if place.is_dir():
        for inner in place.iterdir():
            yield from _below(inner, f"{name}/{inner.name}")
    elif name.endswith(_KINDS) and place.is_file():
        yield name, place
