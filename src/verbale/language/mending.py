"""Mends one kind of parse that the small model often gets wrong: "In April Fiji signed a pact".

After a month, a weekday or a year without a comma it takes the subject for the rest of the date
("April Fiji") in every third such sentence, and the sentence is left without anybody who acts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from verbale.language.backend import Word

_DATE = re.compile(
    r"January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:19|20)\d\d"
)
_WHEN = frozenset({"in", "on", "by", "since", "until", "during"})


def mend(words: Sequence[Word]) -> None:
    """Give verbs the subjects back that dates have swallowed, and prepositions the dates that
    subjects have; changes ``words``, a whole parse, in place."""
    for date in words:
        if date.dep not in {"compound", "nummod"} or not _DATE.fullmatch(date.text):
            continue
        name = date.head
        if name.dep == "pobj":
            if name.head.text.lower() in _WHEN and _is_swallowed(date, name):
                verb = name.head.head
                _give(date, name, name.head)
                name.head.children = [c for c in name.head.children if c is not name]
                name.head = verb
                name.dep = "nsubjpass" if verb.of("auxpass") is not None else "nsubj"
                verb.children = sorted([*verb.children, name], key=_place)
        elif name.dep in {"nsubj", "nsubjpass"} and name.i == date.i + 1 and date.i:
            before = words[date.i - 1]
            if before.text.lower() in _WHEN and not before.children:
                _give(date, name, before)


def _is_swallowed(date: Word, name: Word) -> bool:
    """Whether ``name`` follows the date at once, and the verb lacks a subject and follows it."""
    verb = name.head.head
    return (
        name.i == date.i + 1
        and name.text[:1].isupper()
        and not _DATE.fullmatch(name.text)
        and verb.pos == "VERB"
        and verb.i > name.subtree()[-1].i
        and verb.of("nsubj", "nsubjpass", "csubj") is None
    )


def _give(date: Word, name: Word, prep: Word) -> None:
    """Hang ``date`` with what stands before it ("late March") on ``prep`` instead of ``name``."""
    before = [child for child in name.children if prep.i < child.i < date.i]
    name.children = [child for child in name.children if child not in (*before, date)]
    for child in before:
        child.head = date
    date.children = sorted([*before, *date.children], key=_place)
    date.head, date.dep = prep, "pobj"
    prep.children = sorted([*prep.children, date], key=_place)


def _place(word: Word) -> int:
    return word.i
