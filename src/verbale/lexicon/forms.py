"""How a written form is searched for: its spellings, its words and which letters may be capital.

A form is cut into words (runs of letters and digits) and the gaps between them. Texts are cut the
same way, so only words and tidied gaps are ever compared.

Case, word by word: a word written with a capital must be written so in the text, or all in
capitals ("Moscow", "MOSCOW"; "US" never "us"); a word written small may have any case ("foreign
minister", "Foreign Minister"). A leading "The" counts as small.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

WORD = re.compile(r"[^\W_]+")
#: A gap and the word after it, matched at the end of the word before. Longer gaps join nothing.
NEXT_WORD = re.compile(r"([\W_]{1,40})([^\W_]+)")

_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}")
_HYPHEN = re.compile(r"(?<=\w)-(?=\w)")
_TIDY = str.maketrans("’‘ʼ`´‐‑–", "''''" + "'---")


class Pattern(NamedTuple):
    """One spelling of a form: ``keys`` lead through the tree of words, ``words`` fix the case.

    ``keys`` are the folded words, each after the first with its gap before it; ``tail`` is what
    follows the last word ("." of "Gen.", "+" of "OPEC+", "-" of "Franco-", which must be there
    but is no part of the match).
    """

    keys: tuple[str, ...]
    words: tuple[str, ...]
    tail: str


def tidied(signs: str) -> str:
    """The same signs with every apostrophe and hyphen made plain; the length stays."""
    return signs.translate(_TIDY) if signs else signs


def tidy_gap(gap: str) -> str | None:
    """The gap in the one way it is compared, or None if it parts paragraphs and joins nothing."""
    if gap == " ":
        return gap
    if gap.count("\n") > 1 or gap.count("\r") > 1:
        return None
    return re.sub(r"\s+", " ", tidied(gap))


def fold(word: str) -> str:
    """The word without regard to case. Keeps offsets out of it: only whole words are compared."""
    return word.lower()


def fits(written: str, found: str) -> bool:
    """Whether the word ``found`` in a text has the case that ``written`` in a form asks for.

    Both are known to be equal once folded.
    """
    return found == written or written.islower() or found.isupper()


def patterns(form: str) -> Iterator[Pattern]:
    """Every spelling of ``form`` as a pattern, without repeats. None at all if it has no word."""
    for spelling in dict.fromkeys(_spellings(form)):
        pattern = _pattern(spelling)
        if pattern is not None:
            yield pattern


def _spellings(form: str) -> Iterator[str]:
    """The form, and what typists make of it: without accents, dots or hyphens."""
    for base in (form,) if form.isascii() else _accentings(form):
        yield base
        if _HYPHEN.search(base):
            yield _HYPHEN.sub(" ", base)
        if ". " in base:
            yield base.replace(". ", " ")
        if _INITIALS.fullmatch(base):
            yield base[:-1]


def _accentings(form: str) -> tuple[str, ...]:
    """With accents as one character, as two, and without."""
    return form, unicodedata.normalize("NFD", form), unaccented(form)


def unaccented(text: str) -> str:
    """``text`` with its letters bare: "Türkiye" as "Turkiye"."""
    if text.isascii():
        return text
    bare = unicodedata.normalize("NFD", text.translate(str.maketrans("ıøØłŁđĐ", "ioOlLdD")))
    return "".join(char for char in bare if not unicodedata.combining(char))


def _pattern(spelling: str) -> Pattern | None:
    found = list(WORD.finditer(spelling))
    if not found:
        return None
    words = [match.group() for match in found]
    keys = [fold(words[0])]
    for before, after in pairwise(found):
        gap = tidy_gap(spelling[before.end() : after.start()]) or " "
        keys.append(gap + fold(after.group()))
    if words[0] == "The":
        words[0] = "the"
    tail = tidied(spelling[found[-1].end() :].rstrip())
    return Pattern(tuple(keys), tuple(words), tail)
