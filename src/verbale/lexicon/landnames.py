"""Where the name of a land is the name of a person: "Chad Wolf", "Israel Katz", "Michael Jordan".

Some lands and capitals are also given names, and some are surnames. Whether a person is meant is
told by the words beside it: a surname is capitalised where the line does not capitalise all its
words, and is no word that follows the names of lands ("Jordan Valley", "Israel Police").
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from verbale.lexicon.entries import Block, Entry, Party, forms_of
from verbale.lexicon.forms import unaccented
from verbale.lexicon.givennames import given_name
from verbale.lexicon.wordlists import word_list
from verbale.model.span import Span

#: Behind a given name: an initial or none, and the first word of what may be a surname.
_BEHIND = re.compile(r" (?:[A-Z]\. )?((?:[A-Z]|de |al-|van |ben )[^\W\d_]*[a-zß-ɏ][\w’'-]*)")
_BEFORE = re.compile(r"([A-Z][^\W\d_]+) (?:[A-Z]\. )?$")
#: "In Israel Netanyahu said": who is inside a land is no part of its name.
_INSIDE = ("In ", " in ", " inside ", " across ", " throughout ")
_ADDRESSED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Judge|Justice|Professor|Prof)\.? $")
_WORD = re.compile(r"[^\W\d_]+")
_LAND = frozenset({"name", "capital", "metonym"})
#: How far before a surname a given name may stand; the least letters of a word that tells the case.
_NEAR, _LONG = 40, 3
#: What headlines leave small that capitalise all else.
_SMALL = frozenset(
    {"and", "but", "for", "nor", "off", "out", "the", "via", "yet", "amid", "from", "into", "over"}
    | {"than", "that", "upon", "with", "after", "about", "under"}
)


def borne_by_people(entries: Iterable[Entry | Block]) -> frozenset[str]:
    """The names of lands and capitals among the forms of ``entries`` that people have, too."""
    lands = (
        form
        for entry in entries
        if isinstance(entry, Party)
        for form, role in forms_of(entry)
        if role in _LAND and form.istitle()
    )
    return frozenset(form for form in lands if _is_given(form) or _is_surname(form))


def is_a_persons(text: str, land: Span, with_lands: Collection[str]) -> bool:
    """Whether ``land``, where one of those `borne_by_people` stands in ``text``, is a person's.

    ``with_lands`` are words, in small letters, that names of bodies, offices and places are made
    of: none of them is taken for a surname.
    """
    name = land.of(text)
    if _is_surname(name) and _has_a_given_name(text, land.start):
        return True
    behind = _BEHIND.match(text, land.end) if _is_given(name) else None
    if (
        behind is None
        or text.endswith(_INSIDE, 0, land.start)
        or _follows_lands(behind[1], with_lands)
    ):
        return False
    full = re.compile(re.escape(text[land.start : behind.end()]) + r"\b")
    return any(not _all_capitalised(text, *place.span()) for place in full.finditer(text))


def _is_given(name: str) -> bool:
    low = unaccented(name).lower()
    return given_name(low) is not None or low in word_list("lands-as-given-names")


def _is_surname(name: str) -> bool:
    return unaccented(name).lower() in word_list("lands-as-surnames")


def _has_a_given_name(text: str, start: int) -> bool:
    """Whether a given name, or a form of address, stands before a surname."""
    before = text[max(0, start - _NEAR) : start]
    if _ADDRESSED.search(before):
        return True
    first = _BEFORE.search(before)
    return first is not None and given_name(unaccented(first[1]).lower()) is not None


def _follows_lands(word: str, with_lands: Collection[str]) -> bool:
    low = unaccented(word).lower().removesuffix("'s").removesuffix("’s")
    return low in with_lands or low in word_list("behind-lands")


def _all_capitalised(text: str, start: int, end: int) -> bool:
    """Whether the line around ``[start, end)`` capitalises its words, as many headlines do: then a
    capital tells nothing."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    rest = text[line_start:start] + " " + text[end : line_end if line_end >= 0 else len(text)]
    return not any(
        word.islower() and len(word) >= _LONG and word not in _SMALL for word in _WORD.findall(rest)
    )
