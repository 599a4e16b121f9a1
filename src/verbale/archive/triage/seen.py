"""Which texts have been seen: the same words, or nearly all the same words in a row."""

from __future__ import annotations

from collections.abc import Iterable

from verbale.archive.results import Marks

#: A text is looked up by this many of its bands; one of them is equal for all but a few in a
#: thousand of those that share 85 % of their words in a row.
_LOOKED_UP = 8
#: Of 32 bands with four rows each, this many are equal where about 85 % is shared (.85^4 = .52).
_NEAR = 17


class Seen:
    """Texts with their marks, by the key of whoever came first."""

    def __init__(self) -> None:
        self._whole: dict[bytes, str] = {}
        self._near: dict[int, list[str]] = {}
        self._bands: dict[str, tuple[int, ...]] = {}

    def same(self, marks: Marks) -> str | None:
        """The one with the same words."""
        return self._whole.get(marks.whole)

    def near(self, marks: Marks) -> str | None:
        """The first of those that share nearly all words in a row."""
        looked_up = enumerate(marks.bands[:_LOOKED_UP])
        found = {key for at, band in looked_up for key in self._near.get(band ^ at, ())}
        alike = (key for key in found if _equal(self._bands[key], marks.bands) >= _NEAR)
        return min(alike, default=None)

    def add(self, key: str, marks: Marks) -> None:
        """One more; keys are to grow."""
        self._whole.setdefault(marks.whole, key)
        if marks.bands:
            self._bands[key] = marks.bands
            for at, band in enumerate(marks.bands[:_LOOKED_UP]):
                self._near.setdefault(band ^ at, []).append(key)

    def add_all(self, kept: Iterable[tuple[str, Marks]]) -> None:
        """Several more, in order."""
        for key, marks in kept:
            self.add(key, marks)


def _equal(one: tuple[int, ...], other: tuple[int, ...]) -> int:
    return sum(a == b for a, b in zip(one, other, strict=False))
