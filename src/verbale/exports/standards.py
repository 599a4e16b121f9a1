"""The exports that have a form of their own, each made for programs that already read it."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import BinaryIO, NamedTuple

from verbale.record import Record


class Standard(NamedTuple):
    """``module`` is imported when asked for and offers ``write(record, stream) -> int``."""

    module: str
    suffix: str
    told: str

    @property
    def write(self) -> Callable[[Record, BinaryIO], int]:
        """Writes all of it, and returns how many things there were."""
        found: Callable[[Record, BinaryIO], int] = import_module(self.module).write
        return found


STANDARDS: dict[str, Standard] = {
    "plover": Standard(
        "verbale.exports.plover", "jsonl", "PLOVER events, with statements as an extension"
    ),
    "annotations": Standard(
        "verbale.exports.annotations", "jsonld", "W3C Web Annotations of every entry's words"
    ),
    "csl": Standard("verbale.exports.csl", "json", "reports as CSL-JSON"),
    "bibtex": Standard("verbale.exports.bibtex", "bib", "reports as BibTeX"),
    "atom": Standard("verbale.exports.feed", "atom", "an Atom feed of what is new"),
}
