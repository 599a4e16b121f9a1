"""Places that end where the quotation in them does, so that what is printed has both its marks."""

from __future__ import annotations

from verbale.model import Span

_CLOSING = {'"': '"', "“": "”", "‘": "’", "«": "»", "„": "“"}
#: What may stand between the last word and the mark: 'on the table."'
_STOPS = ",.!?"


def closed(place: Span, text: str) -> Span:
    """``place`` with the mark behind it that closes a quotation opened inside."""
    inside = place.of(text)
    for opening, closing in _CLOSING.items():
        if not _is_open(inside, opening, closing):
            continue
        end = place.end
        while end < len(text) and text[end] in _STOPS and end - place.end < 1:
            end += 1
        if text[end : end + 1] == closing:
            return Span(place.start, end + 1)
    return place


def _is_open(words: str, opening: str, closing: str) -> bool:
    if opening == closing:
        return words.count(opening) % 2 == 1 and not words.endswith(opening)
    return words.count(opening) > words.count(closing)
