"""Whether two written forms are one name: transliterations, particles, hyphens, word order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import cache, lru_cache
from itertools import pairwise

from verbale.lexicon.namesakes import namesakes

_SAME_SPELLING = 0.82
#: Arabic articles and words for "son of", which come and go between spellings of one name.
_LIGHT = frozenset({"al", "el", "ul", "ad", "ar", "as", "an", "bin", "ibn", "bint", "ben", "de"})
_SERVANTS = frozenset({"abdul", "abdel", "abdal", "abd"})
# Letters that transliterations write differently; applied in order to a folded name.
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"iy$|ij$|yi$|yy$|ii$", "i"),
        (r"sch|sh|sz|š|ş", "s"),
        (r"tch|ch|cz|č|ç", "c"),
        (r"zh|ž", "z"),
        (r"kh|ck|q", "k"),
        (r"ph", "f"),
        (r"gh|h", "g"),
        (r"ou|oo|u|w", "v"),
        (r"ey|ei|ie|ye|yo", "e"),
        (r"y|j", "i"),
        (r"x", "ks"),
        (r"(.)\1+", r"\1"),
    )
)
# The endings by which a woman's surname differs from her husband's: Petrov and Petrova are two.
_GENDERED = (("ov", "ova"), ("ev", "eva"), ("in", "ina"), ("sky", "skaya"), ("ski", "ska"))


@cache
def plain(word: str) -> str:
    """In small letters, without accents and without signs at the rim."""
    letters = unicodedata.normalize(
        "NFKD", word.replace("ł", "l").replace("đ", "d").replace("ı", "i")
    )
    return "".join(c for c in letters if not unicodedata.combining(c)).strip(".,’'").lower()


def name_tokens(name: str) -> tuple[str, ...]:
    """The parts of a name that count, in order: ``Abdel Rahman Al-Duqaimsi`` has two."""
    parts = [plain(part) for part in re.split(r"[\s\-‐–]+", name)]
    kept: list[str] = []
    for part in parts:
        if kept and kept[-1] in _SERVANTS:
            kept[-1] = f"abdul{part}"
        elif len(part) > 1 and part not in _LIGHT:
            kept.append(part)
    return tuple(kept) or tuple(part for part in parts if len(part) > 1)


@lru_cache(maxsize=10_000)
def fits(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether a shorter name can stand for a longer one: any single part of it ("Iribarne" for
    Dolores Iribarne Castaña, "Xi" for Xi Jinping), or parts that all come back in any order."""
    if len(one) > len(other):
        one, other = other, one
    if not one:
        return False
    glued = {a + b for a, b in pairwise(other)}  # Man-sik, Mansik
    if all(any(alike(a, b) for b in (*other, *glued)) for a in one):
        return True
    joined = {a + b for a, b in pairwise(one)}
    return len(one) > 1 and len(one) >= len(other) and _covered(other, (*one, *joined))


def _covered(parts: Iterable[str], pool: tuple[str, ...]) -> bool:
    return all(any(alike(part, candidate) for candidate in pool) for part in parts)


@cache
def alike(one: str, other: str) -> bool:
    """The same name or a spelling of it: Sergey, Sergei; Zelensky, Zelenskyy; Yi, Lee, Rhee."""
    if one == other or namesakes(one, other):
        return True
    if min(len(one), len(other)) < 4 or _gendered(one, other) or _gendered(other, one):
        return False
    sounds, others = _sound(one), _sound(other)
    if sounds[:1] != others[:1]:
        return False
    if sounds == others or _skeleton(sounds) == _skeleton(others) != "":
        return True
    return SequenceMatcher(None, sounds, others).ratio() >= _SAME_SPELLING


def _gendered(man: str, woman: str) -> bool:
    return any(
        man.endswith(his) and woman.endswith(hers) and man[: -len(his)] == woman[: -len(hers)]
        for his, hers in _GENDERED
    )


@cache
def _sound(word: str) -> str:
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return word


def _skeleton(sounds: str) -> str:
    """The consonants, where there are enough of them to tell names apart; else nothing."""
    found = sounds[:1] + re.sub(r"[aeiouv]", "", sounds[1:])
    return found if len(found) >= 4 else ""
