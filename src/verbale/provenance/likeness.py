"""How alike two wordings are: by the words that tell something, and by the same words in a row."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from verbale.lexicon.wordlists import word_list
from verbale.passages.tokens import tokens

#: What a word weighs: anchors (numbers, names) most, words that any quotation may have least.
_ANCHOR, _PLAIN, _LIGHT = 2.0, 1.0, 0.4
_ENDS = re.compile(r"(?:ings?|edly|ed|ies|es|s|ly|e|y)$")
_STEM = 4
#: Written out, from two: "one" is more often no number. Tens take a unit ("twenty-five").
_UNITS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
_NUMBER = re.compile(
    rf"\d[\d.,]*\d|\d|\b(?:(?:{'|'.join(_TENS)})(?:[- ](?:one|{'|'.join(list(_UNITS)[:8])}))?"
    rf"|{'|'.join(_UNITS)})\b",
    re.IGNORECASE,
)


class Wording(NamedTuple):
    """Words as they are compared.

    ``row`` are all folded tokens, ``weights`` the stems that tell something with their weights,
    ``weight`` what all of these weigh, ``numbers`` the figures with the word after each.
    """

    row: tuple[str, ...]
    weights: dict[str, float]
    weight: float
    numbers: tuple[tuple[str, str], ...]

    def without_names(self) -> Wording:
        """The same words, the names and numbers left out of what tells something."""
        plain = {stem: weight for stem, weight in self.weights.items() if weight < _ANCHOR}
        return self._replace(weights=plain, weight=sum(plain.values()))


class Likeness(NamedTuple):
    """How alike two wordings are.

    ``common`` is the weight of what both have, ``share`` that of the lighter one, ``whole`` that of
    the heavier; ``row`` is the share of the shorter one's words that stand in the other in the same
    order, ``telling`` how many stems both have.
    """

    common: float
    share: float
    whole: float
    row: float
    telling: int


@lru_cache(maxsize=1 << 14)
def wording(text: str) -> Wording:
    """``text`` made ready to be compared."""
    function, light = word_list("function-words"), word_list("wordy-verbs")
    row: list[str] = []
    weights: dict[str, float] = {}
    opens = True
    for span, word in tokens(text):
        written = span.of(text)
        row.append(word)
        if word not in function:
            anchor = word[0].isdigit() or (written[:1].isupper() and not opens)
            weight = _ANCHOR if anchor else _LIGHT if word in light else _PLAIN
            stem = stemmed(word)
            weights[stem] = max(weight, weights.get(stem, 0.0))
        opens = text[span.end : span.end + 1] in (".", "!", "?", "“", '"')
    return Wording(tuple(row), weights, sum(weights.values()), tuple(_numbers(text)))


def stemmed(word: str) -> str:
    """A word without its commonest endings: enough to compare, not to read."""
    bare = _ENDS.sub("", word)
    return bare if len(bare) >= _STEM - 1 else word


def likeness(one: Wording, other: Wording) -> Likeness:
    """How alike two wordings are; nothing is like an empty one."""
    both = one.weights.keys() & other.weights.keys()
    common = sum(min(one.weights[stem], other.weights[stem]) for stem in both)
    light, heavy = sorted((one.weight, other.weight))
    shorter = min(len(one.row), len(other.row))
    row = LCSseq.similarity(one.row, other.row) / shorter if shorter else 0.0
    return Likeness(
        common,
        common / light if light else 0.0,
        common / heavy if heavy else 0.0,
        row,
        len(both),
    )


def _numbers(text: str) -> list[tuple[str, str]]:
    """Each figure with the stem of the word after it."""
    found = []
    for match in _NUMBER.finditer(text):
        after = next(
            (stemmed(word) for _, word in tokens(text[match.end() : match.end() + 40])), ""
        )
        found.append((_figure(match[0]), after))
    return found


def _figure(written: str) -> str:
    """A number in digits: ``5`` for "five", ``25`` for "twenty-five", ``4000`` for "4,000"."""
    parts = written.lower().replace("-", " ").split()
    if not parts[0][0].isdigit():
        return str(sum({"one": 1, **_UNITS, **_TENS}[part] for part in parts))
    return written.replace(",", "").rstrip(".")
