"""Names in lines with a capital on every word, where capitals tell no name from a verb.

"Taylor Swift Perform" names Taylor Swift, if the report's sentences do: such a line names nobody
whom the rest of the report does not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from verbale.actors.mentions import Mentions
from verbale.actors.names import NameRun
from verbale.language import Word
from verbale.model import Span

#: So many longer words, all with a capital, are a heading and not a list of names.
_LEAST = 3
_SMALL = 3  # letters: articles and prepositions stay small in such a line


def as_in_prose(text: str, sentences: Sequence[Mentions]) -> list[Mentions]:
    """``sentences`` in order, the names of headings cut to what the prose names."""
    headings = [_is_heading(mentions) for mentions in sentences]
    told = "\n".join(
        _words_of(mentions, text)
        for mentions, heading in zip(sentences, headings, strict=True)
        if not heading
    )
    return [
        mentions._replace(names=_told(mentions.names, text, told)) if heading else mentions
        for mentions, heading in zip(sentences, headings, strict=True)
    ]


def _is_heading(mentions: Mentions) -> bool:
    words = mentions.words
    long = [word.text for word in words if len(word.text) > _SMALL and word.text.isalpha()]
    if words and words[-1].text == "?":  # "Why Can’t Mara Voss Perform Her Songs?"
        every = [word.text for word in words if len(word.text) >= _SMALL and word.text.isalpha()]
        return len(every) > _LEAST and all(text[0].isupper() for text in every)
    if len(long) < _LEAST or words[-1].text in {".", "!", "”", '."'}:
        return False
    return sum(text[0].isupper() for text in long) >= len(long) - (len(long) > 2 * _LEAST)


def _words_of(mentions: Mentions, text: str) -> str:
    words = mentions.words
    return text[words[0].start : words[-1].end] if words else ""


def _told(names: Sequence[NameRun], text: str, told: str) -> tuple[NameRun, ...]:
    """The part of each name that the prose holds too. Of the names that it does not hold only
    those stay that open as a person's, cut to two words."""
    cut = (_longest(name.words, text, told) for name in names)
    return tuple(NameRun(words) for words in cut if words)


def _longest(words: tuple[Word, ...], text: str, told: str) -> tuple[Word, ...]:
    for size in range(len(words), 0, -1):
        for start in range(len(words) - size + 1):
            part = words[start : start + size]
            name = Span(part[0].start, part[-1].end).of(text)
            if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", told):
                return part
    return words[:2] if NameRun(words).opens_as_person else ()
