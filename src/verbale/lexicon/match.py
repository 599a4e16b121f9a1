"""Finds the names of a lexicon in a text: leftmost, longest, without overlap.

A tree of words. Its first level is one dictionary look-up for each word of the text, which nearly
always misses; only where a name may begin is anything more done.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from verbale.lexicon.entries import Block, Entry, Match, Role, forms_of
from verbale.lexicon.forms import NEXT_WORD, WORD, Pattern, fits, fold, patterns, tidied, tidy_gap
from verbale.model.span import Span

_ADDRESS = re.compile(r"\S*(?://|www\.|@)\S*")
#: How far to look on either side to tell whether a line is written in capitals throughout.
_SIDE = 40


class _Leaf(NamedTuple):
    """Where a form ends: the case it asks for and what it stands for."""

    words: tuple[str, ...]
    tail: str
    form: str
    entry: Entry | Block
    role: Role


class _Node:
    """The words that may follow, and the forms that end here, longest tail first."""

    __slots__ = ("leaves", "next")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = {}
        self.leaves: list[_Leaf] = []


class FormTakenError(ValueError):
    """Two entries claim one form. ``form`` and the entry that has it already."""

    def __init__(self, form: str, owner: Entry | Block) -> None:
        super().__init__(form, owner)
        self.form = form
        self.owner = owner


class Matcher:
    """The forms of many entries, ready to search with.

    ``shy`` are forms in capitals that are plain words when a whole line is in capitals ("WHO"):
    on such a line they are passed over.
    """

    def __init__(self, shy: Iterable[str] = ()) -> None:
        self._roots: dict[str, _Node] = {}
        self._shy = frozenset(shy)

    def add(self, entry: Entry | Block) -> None:
        """Search for ``entry`` too. Raises ``FormTakenError`` if a form of it is another's."""
        for form, role in forms_of(entry):
            for pattern in patterns(form):
                self._grow(pattern, form, entry, role)

    def _grow(self, pattern: Pattern, form: str, entry: Entry | Block, role: Role) -> None:
        node = self._roots.setdefault(pattern.keys[0], _Node())
        for key in pattern.keys[1:]:
            node = node.next.setdefault(key, _Node())
        for leaf in node.leaves:
            if leaf.tail != pattern.tail:
                continue
            covered = _covers(leaf.words, pattern.words)
            if leaf.entry is entry and covered:
                return
            if leaf.entry is not entry and (covered or _covers(pattern.words, leaf.words)):
                raise FormTakenError(form, leaf.entry)
        node.leaves.append(_Leaf(pattern.words, pattern.tail, form, entry, role))
        node.leaves.sort(key=lambda leaf: (-len(leaf.tail), leaf.words))

    def find(self, text: str, start: int, end: int) -> Iterator[Match]:
        """The names between ``start`` and ``end`` of ``text``, in order; offsets into ``text``."""
        roots = self._roots
        at = start
        for word in WORD.finditer(text, start, end):
            node = roots.get(word.group().lower())
            if node is None or word.start() < at:
                continue
            found = self._longest(node, text, word, end)
            if found is None or self._article_only(text, word, found[1], end):
                continue
            leaf, at = found
            if not isinstance(leaf.entry, Block):
                yield Match(Span(word.start(), at), leaf.entry, leaf.role)

    def _article_only(self, text: str, first: re.Match[str], stop: int, end: int) -> bool:
        """Whether ``first`` is "the" and the name after it reaches further than one with it.

        "the Guardian Council" is that council, not The Guardian.
        """
        if first.group().lower() != "the":
            return False
        second = WORD.search(text, first.end(), end)
        node = self._roots.get(fold(second.group())) if second else None
        if second is None or node is None:
            return False
        found = self._longest(node, text, second, end)
        return found is not None and found[1] > stop

    def _longest(
        self, node: _Node, text: str, first: re.Match[str], end: int
    ) -> tuple[_Leaf, int] | None:
        """The longest form that begins with the word ``first``, and where it ends."""
        words = [first.group()]
        at = first.end()
        best: tuple[_Leaf, int] | None = None
        while True:
            for leaf in node.leaves:
                stop = at + len(leaf.tail.rstrip("-"))
                if stop <= end and self._holds(leaf, text, words, first.start(), at):
                    best = leaf, stop
                    break
            if not node.next:
                break
            following = NEXT_WORD.match(text, at, end)
            gap = tidy_gap(following.group(1)) if following else None
            step = node.next.get(gap + fold(following.group(2))) if following and gap else None
            if following is None or step is None:
                break
            node, at = step, following.end()
            words.append(following.group(2))
        if best is not None and _in_address(text, first.start(), best[1]):
            return None
        return best

    def _holds(self, leaf: _Leaf, text: str, words: list[str], start: int, at: int) -> bool:
        return (
            (not leaf.tail or tidied(text[at : at + len(leaf.tail)]) == leaf.tail)
            and all(map(fits, leaf.words, words))
            and not (leaf.form in self._shy and _shouted(text, start, at))
        )


def _covers(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether a text written as ``other`` is taken for ``one``."""
    return all(map(fits, one, other))


def _shouted(text: str, start: int, end: int) -> bool:
    """Whether the rest of the line around ``[start, end)`` is in capitals throughout."""
    before = text[max(0, start - _SIDE) : start].rpartition("\n")[2]
    after = text[end : end + _SIDE].partition("\n")[0]
    return (before + after).isupper()


def _in_address(text: str, start: int, end: int) -> bool:
    """Whether ``[start, end)`` is part of a web or mail address or a user's handle."""
    if text.startswith(("://", "@"), end):
        return True
    if start == 0 or text[start - 1] == " ":
        return False
    reach = max(0, start - 200)
    left = max(text.rfind(" ", reach, start), text.rfind("\n", reach, start), reach - 1) + 1
    return _ADDRESS.match(text, left, end) is not None
