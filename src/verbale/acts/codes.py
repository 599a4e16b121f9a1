"""Which state or organisation a name stands for: the codes of what the lexicon finds."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.actors import Cast, Mentions
from verbale.language import Word
from verbale.lexicon import Body, Institution, Match, Outlet, Party
from verbale.model import Span

Codes = tuple[str, ...]
#: Organs act for their organisation.
_ORGAN_OF = {"UNSC": "UN", "UNGA": "UN"}


def code_of(match: Match) -> str | None:
    """The code of what a lexicon match names, None for titles, generic bodies and outlets."""
    if isinstance(match.entry, Party):
        return _ORGAN_OF.get(match.entry.code, match.entry.code)
    if isinstance(match.entry, Institution):
        return match.entry.country
    return None


def named_words(words: Sequence[Word], mentions: Mentions) -> dict[int, str]:
    """The code of each of ``words`` that is part of a side's name, by the word's number."""
    return {word.i: code for word in words if (code := code_at(word, mentions)) is not None}


def code_at(word: Word, mentions: Mentions) -> str | None:
    """The code of a name that holds ``word`` itself."""
    place = Span(word.start, word.end)
    return next(
        (
            code
            for match in mentions.matches
            if match.span.overlaps(place)
            and not isinstance(match.entry, Outlet | Body)
            and (code := code_of(match)) is not None
        ),
        None,
    )


def is_state(match: Match, cast: Cast) -> bool:
    """Whether the name is one of those that reports are about: a state, a union, a movement."""
    code = code_of(match)
    party = cast.lexicon.party(code) if code else None
    return party is not None and party.kind in {"state", "de-facto", "union", "movement"}
