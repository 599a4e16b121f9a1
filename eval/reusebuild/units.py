"""Sentences of the parts: taken over, edited, or written anew, with where they began."""

import difflib
import re
from dataclasses import dataclass, replace
from typing import Any

_LABEL = re.compile(r"\{([a-z]\w*) |\}")
_WORD = re.compile(r"\w+(?:[’'.,-]\w+)*")
_LINE = re.compile(r"([=~])([a-z])\s*([\d,+-]*)\s*(.*)")


class PartsError(Exception):
    """A part says something that cannot be built."""


@dataclass(frozen=True)
class Unit:
    """A sentence of the parts: its marked-up words and where they were first written."""

    raw: str
    roots: frozenset[tuple[str, int]]
    parents: frozenset[str] = frozenset()
    new_paragraph: bool = False
    kind: str = "prose"  # prose | furniture | boilerplate
    glue: str = ""  # a dateline that stands before it in the same paragraph


def words_of(text: str) -> list[str]:
    """The words of a text in small letters, without punctuation."""
    return [word.lower() for word in _WORD.findall(text.replace("’", "'"))]


def edited_share(one: str, other: str) -> float:
    """The share of the longer side's words that the other does not have in the same order."""
    left, right = words_of(one), words_of(other)
    matcher = difflib.SequenceMatcher(None, left, right, autojunk=False)
    kept = sum(block.size for block in matcher.get_matching_blocks())
    return round(1 - kept / max(len(left), len(right), 1), 3)


def without_marks(raw: str) -> tuple[str, list[tuple[str, int, int]]]:
    """The words without the marks, and each label's place in them."""
    out, labels, stack, last, size = [], [], [], 0, 0
    for mark in _LABEL.finditer(raw):
        out.append(raw[last : mark.start()])
        size += mark.start() - last
        last = mark.end()
        if mark[1]:
            stack.append((mark[1], size))
        else:
            name, start = stack.pop()
            labels.append((name, start, size))
    out.append(raw[last:])
    return "".join(out), labels


def _numbers(spec: str, count: int) -> list[int]:
    """`1-3,5` as numbers; all of them where nothing is said."""
    if not spec:
        return list(range(1, count + 1))
    numbers: list[int] = []
    for part in re.split(r"[,+]", spec):
        first, _, last = part.partition("-")
        numbers.extend(range(int(first), int(last or first) + 1))
    return numbers


class _Edits:
    """A sub-editor's changes, each made once and none left over."""

    def __init__(self, report: dict[str, Any]):
        self._report = report["id"]
        self._left = [(old, new) for old, new in report.get("edits", [])]

    def on(self, raw: str) -> str:
        """The sentence with the changes that apply to it."""
        for old, new in [edit for edit in self._left if edit[0] in raw]:
            if raw.count(old) > 1:
                raise PartsError(f"{self._report}: {old!r} stands more than once")
            raw = raw.replace(old, new)
            self._left.remove((old, new))
        return raw

    def finish(self) -> None:
        """Fails where a change found nothing to change."""
        if self._left:
            raise PartsError(f"{self._report}: edits that change nothing: {self._left}")


def _copied(spec: str, name: str, source: list[Unit], edits: _Edits) -> list[Unit]:
    """Sentences taken over from a report, with the edits applied."""
    taken = [source[number - 1] for number in _numbers(spec, len(source))]
    return [
        replace(unit, raw=edits.on(unit.raw), parents=unit.parents | {name}, glue="")
        for unit in taken
    ]


def _rewritten(spec: str, name: str, source: list[Unit], raw: str) -> Unit:
    """A sentence that was made from one or more sentences of a report."""
    old = [source[number - 1] for number in _numbers(spec, 0)]
    roots = frozenset(root for unit in old for root in unit.roots)
    parents = frozenset(parent for unit in old for parent in unit.parents)
    return Unit(raw, roots, parents | {name})


def _own(line: str, root: tuple[str, int], boiler: dict[str, str]) -> Unit:
    """A sentence of the report itself, a line of furniture, or the outlet's boilerplate."""
    if line.startswith("%"):
        return Unit(boiler[line[1:]], frozenset({(line, 0)}), kind="boilerplate")
    kind = "furniture" if line.startswith("!") else "prose"
    return Unit(line.removeprefix("!"), frozenset({root}), kind=kind)


def units_of(
    report: dict[str, Any], done: dict[str, list[Unit]], boiler: dict[str, str]
) -> list[Unit]:
    """The sentences of one report, its copies drawn from the reports before it."""
    units: list[Unit] = []
    edits = _Edits(report)
    fresh, glue = True, ""
    for line in (line.strip() for line in report["text"].strip().splitlines()):
        if not line:
            fresh = True
        elif line.startswith("@"):
            glue = line[1:] + " "
        else:
            taken = _LINE.fullmatch(line)
            if taken is None:
                new = [_own(line, (report["id"], len(units) + 1), boiler)]
            elif taken[1] == "=":
                new = _copied(taken[3], taken[2], done[taken[2]], edits)
            else:
                new = [_rewritten(taken[3], taken[2], done[taken[2]], taken[4])]
            new[0] = replace(new[0], new_paragraph=fresh, glue=glue)
            units += new
            fresh, glue = False, ""
    edits.finish()
    return units
