"""How firmly a position is worded, apart from what it is."""

from __future__ import annotations

from functools import lru_cache

from verbale.lexicon.tones import Grade, Toned, tone_book
from verbale.model import Stance, Target
from verbale.positions.lanes import Held

#: Words that leave no room, those that leave little, plain ones, and those that leave room.
FIRM, PRESSING, PLAIN, MILD = 2, 1, 0, -1


def firmness(held: Held) -> int:
    """`FIRM`, `PRESSING`, `PLAIN` or `MILD`; `PLAIN` where words of both kinds stand together.

    A position's own words decide. Those around it count where they say nothing of the kind, and
    for no more than pressing: they may be about something else.
    """
    own = _level(_tones(held.words, held.stance, held.on))
    if own is not None:
        return own
    around = _level(_tones(held.frame, held.stance, held.on))
    return PLAIN if around is None else min(around, PRESSING)


def toned(held: Held, *grades: Grade) -> tuple[str, ...]:
    """The words of these grades in a position, else those around it, in order."""
    for words in (held.words, held.frame):
        tones = _tones(words, held.stance, held.on)
        found = [each.words.lower() for each in tones if each.tone.grade in grades]
        if found:
            return tuple(dict.fromkeys(found))
    return ()


def is_firmer(now: int, before: int) -> bool:
    """Whether a wording is clearly firmer: words that only press make none so."""
    return now == FIRM and before < FIRM


def is_milder(now: int, before: int) -> bool:
    """Whether a wording is clearly milder: it leaves room where the one before did not."""
    return now == MILD and before > MILD


def _level(tones: tuple[Toned, ...]) -> int | None:
    grades = {each.tone.grade for each in tones}
    if "mild" in grades:
        return PLAIN if "firm" in grades else MILD  # "refuses at this stage" leaves room
    if "firm" in grades:
        return FIRM
    return PRESSING if "pressing" in grades else None


@lru_cache(maxsize=1 << 11)
def _tones(words: str, stance: Stance, on: Target) -> tuple[Toned, ...]:
    """Asked several times for each position, before the next one comes."""
    return tone_book().find(words, stance, on)
