"""A text as quotations are looked up in it: whatever its layout and its quotation marks."""

from __future__ import annotations

from functools import cached_property

from verbale.model import Quote, Span

_CONTEXT = 32
_SAME = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00ad": None})


class Shadow:
    """A text with white space and punctuation levelled, every character mapped to its place."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _levelled(self) -> tuple[str, list[int]]:
        """The shadow, and for each of its characters the place in the text."""
        found: list[str] = []
        places: list[int] = []
        for at, character in enumerate(self.text):
            level = " " if character.isspace() else character.translate(_SAME)
            if level and not (level == " " and found and found[-1] == " "):
                found.append(level)
                places.append(at)
        return "".join(found), places

    def quote(self, span: Span) -> Quote:
        """The selector of ``span``."""
        return Quote(
            exact=span.of(self.text),
            prefix=self.text[max(0, span.start - _CONTEXT) : span.start],
            suffix=self.text[span.end : span.end + _CONTEXT],
            start=span.start,
        )

    def find(self, quote: Quote) -> tuple[Span, ...]:
        """The places that ``quote`` may mean: one, none, or those that nothing tells apart.

        Where its words stand several times, what stands around them decides, then the place
        where they stood.
        """
        shadow, _ = self._levelled
        exact = levelled(quote.exact).strip()
        starts = list(_occurrences(shadow, exact)) if exact else []
        if len(starts) > 1:
            likeness = {at: self._likeness(at, at + len(exact), quote) for at in starts}
            best = max(likeness.values())
            starts = [at for at in starts if likeness[at] == best]
        spans = tuple(self._span(at, at + len(exact)) for at in starts)
        same = tuple(span for span in spans if span.start == quote.start)
        return same if len(spans) > 1 and same else spans

    def _likeness(self, start: int, end: int, quote: Quote) -> int:
        """How many characters around the place are those around the quote."""
        shadow, _ = self._levelled
        before, after = levelled(quote.prefix)[::-1], levelled(quote.suffix)
        return _common(shadow[:start][-_CONTEXT:][::-1], before) + _common(
            shadow[end : end + _CONTEXT], after
        )

    def _span(self, start: int, end: int) -> Span:
        _, places = self._levelled
        return Span(places[start], places[end - 1] + 1)


def levelled(text: str) -> str:
    """``text`` as it reads in a shadow.

    >>> levelled("“Not\\n  now”")
    '"Not now"'
    """
    return Shadow(text)._levelled[0]


def _occurrences(text: str, words: str) -> list[int]:
    found = []
    at = text.find(words)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return found


def _common(one: str, other: str) -> int:
    """The length of what two texts begin with alike."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
