"""The rules of a pipeline's attribute ruler, read here instead of by spaCy's matcher.

The ruler says of a word in parse what part of speech it is, and sometimes its lemma: "VBD" is a
verb, "was" is "be". Its matcher tries each of some 180 rules on each word; here a rule is looked
up by the letters or the tag that it names. Rules over two words ("let's", "there is") are told
apart, since all others depend on nothing but the word itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

#: A rule as the ruler lists it: alternatives of one test a word, what it sets, and on which word.
Listed = Mapping[str, Any]
Value = str | bool
Test = Callable[["Tagged"], bool]

_ASKED = {"ORTH", "TEXT", "LOWER", "TAG", "DEP", "IS_SPACE"}
#: What words share that have nothing in common but how they are used.
_OF_PLACE = {"TAG", "DEP", "IS_SPACE"}
_COMPARED = {"IN", "NOT_IN", "REGEX"}
_SET = {"POS", "MORPH", "LEMMA", "TAG", "DEP"}
_LONGEST = 2


class Tagged(NamedTuple):
    """What rules may ask of a word."""

    text: str
    lower: str
    tag: str
    dep: str
    space: bool


class Rule(NamedTuple):
    """``tests`` are of consecutive words; ``sets`` is said of the one at ``place`` among them."""

    number: int
    tests: tuple[Test, ...]
    place: int
    sets: Mapping[str, str]


class WordRules:
    """The rules of a ruler. Later ones overrule earlier ones."""

    def __init__(self, listed: Sequence[Listed]) -> None:
        self._rules: list[Rule] = []
        self._by_lower: dict[str, list[Rule]] = {}
        self._by_letters: list[Rule] = []
        self._by_place: list[Rule] = []
        self._pairs: list[Rule] = []
        self._of_place: dict[tuple[str, str, bool], list[Rule]] = {}
        for one in listed:
            for tests in one["patterns"]:
                self._file(tests, one["index"], one["attrs"])

    def of(self, word: Tagged, pairs: Sequence[int] = ()) -> dict[str, str]:
        """What is said of ``word``, by rules of two words those with the numbers ``pairs``."""
        lettered = (*self._by_lower.get(word.lower, ()), *self._by_letters)
        found = [rule for rule in lettered if rule.tests[0](word)]
        found += self._by_tag_and_relation(word)
        found += [self._rules[number] for number in pairs]
        said: dict[str, str] = {}
        for rule in sorted(found, key=_number):
            said.update(rule.sets)
        return said

    def _by_tag_and_relation(self, word: Tagged) -> list[Rule]:
        """The rules that ``word`` fits whatever its letters; there are few kinds of such words."""
        kind = (word.tag, word.dep, word.space)
        found = self._of_place.get(kind)
        if found is None:
            found = [rule for rule in self._by_place if rule.tests[0](word)]
            self._of_place[kind] = found
        return found

    def opens(self, word: Tagged) -> bool:
        """Whether ``word`` may be the first word that a rule of two words is about."""
        return any(rule.tests[0](word) for rule in self._pairs)

    def pairs(self, first: Tagged, second: Tagged) -> list[tuple[int, int]]:
        """The rules that these two words fit: number, and which of both it speaks of (0 or 1)."""
        return [
            (rule.number, rule.place)
            for rule in self._pairs
            if rule.tests[0](first) and rule.tests[1](second)
        ]

    def _file(self, tests: Sequence[Mapping[str, Any]], index: int, sets: dict[str, str]) -> None:
        rule = Rule(len(self._rules), tuple(map(_test, tests)), index, sets)
        self._rules.append(rule)
        if len(tests) > 1:
            self._pairs.append(rule)
            return
        asked = tests[0]
        values = _values(asked.get("LOWER"))
        for value in values:
            self._by_lower.setdefault(value, []).append(rule)
        if not values:
            (self._by_place if set(asked) <= _OF_PLACE else self._by_letters).append(rule)


def readable(listed: Sequence[Listed]) -> bool:
    """Whether all rules ask and set only what `WordRules` knows."""
    return all(
        set(one["attrs"]) <= _SET
        and all(
            0 < len(tests) <= _LONGEST
            and 0 <= one["index"] < len(tests)
            and all(_is_known(test) for test in tests)
            for tests in one["patterns"]
        )
        for one in listed
    )


def _is_known(test: Mapping[str, Any]) -> bool:
    return set(test) <= _ASKED and all(
        set(value) <= _COMPARED for value in test.values() if isinstance(value, dict)
    )


def _values(asked: Value | Mapping[str, Any] | None) -> tuple[str, ...]:
    """The strings of which a word must have one; none where it is asked otherwise."""
    if isinstance(asked, str):
        return (asked,)
    return tuple(asked.get("IN", ())) if isinstance(asked, dict) else ()


def _test(asked: Mapping[str, Any]) -> Test:
    parts = [
        _compared(name, how, value)
        for name, given in asked.items()
        for how, value in (given if isinstance(given, dict) else {"IN": [given]}).items()
    ]
    return parts[0] if len(parts) == 1 else lambda word: all(part(word) for part in parts)


def _compared(name: str, how: str, value: Any) -> Test:
    place = {"ORTH": 0, "TEXT": 0, "LOWER": 1, "TAG": 2, "DEP": 3, "IS_SPACE": 4}[name]
    if how == "REGEX":
        search = re.compile(value).search
        return lambda word: search(str(word[place])) is not None
    values = frozenset(value)
    if how == "IN":
        return lambda word: word[place] in values
    return lambda word: word[place] not in values


def _number(rule: Rule) -> int:
    return rule.number
