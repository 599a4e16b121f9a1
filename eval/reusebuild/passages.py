"""The passages that two built reports share, with their places and kinds."""

from typing import Any

from eval.reusebuild.pages import Built, span_of
from eval.reusebuild.units import PartsError, edited_share, without_marks, words_of

BRIDGED = 15
"""Own matter of fewer words than this does not end a shared passage."""
STRETCH = 0.4
"""Passages edited more than this were reworded throughout."""
COPIES = ("credited-copy", "uncredited-copy", "common-source")


def shared_runs(one: Built, other: Built, kind: str) -> list[list[tuple[int, int]]]:
    """Runs of units that stand in both, in order; short own matter does not end a run."""
    matches = [
        (i, j)
        for i, left in enumerate(one.units)
        for j, right in enumerate(other.units)
        if left.roots & right.roots and left.kind == right.kind == kind
    ]
    runs: list[list[tuple[int, int]]] = []
    for i, j in matches:
        last = runs[-1][-1] if runs else None
        if (
            last
            and j >= last[1]
            and _gap(one, last[0], i) < BRIDGED
            and _gap(other, last[1], j) < BRIDGED
        ):
            runs[-1].append((i, j))
        else:
            runs.append([(i, j)])
    return runs


def _gap(report: Built, last: int, now: int) -> int:
    return sum(len(words_of(without_marks(unit.raw)[0])) for unit in report.units[last + 1 : now])


def _quote(text: str, start: int, end: int) -> list[str]:
    """Words that give the place: all of them if few, else the first and the last ones."""
    whole = text[start:end]
    pieces = whole.split(" ")
    if len(pieces) <= 12 and "\n" not in whole:
        return [whole]
    for size in range(4, len(pieces)):
        first, last = " ".join(pieces[:size]), " ".join(pieces[-size:])
        if text.count(first) == 1 and text.count(last) == 1:
            return [first, last]
    raise PartsError(f"no words that occur once begin and end {whole[:40]!r}")


def is_credited(report: Built, outlet: str) -> bool:
    return outlet in report.head.get("credits", [])


def _copy_kind(one: Built, other: Built) -> str:
    """How a passage that stands in both came to do so."""
    if one.head["outlet"] == other.head["outlet"]:
        return "common-source"
    for earlier, later in ((one, other), (other, one)):
        if earlier.id in later.ancestors:
            credited = is_credited(later, earlier.head["outlet"])
            return "credited-copy" if credited else "uncredited-copy"
    return "common-source"


def passages_between(one: Built, other: Built) -> list[dict[str, Any]]:
    found = []
    taken: list[tuple[int, int]] = []
    for kind in ("prose", "boilerplate"):
        for run in shared_runs(one, other, kind):
            left = span_of(one, [i for i, _ in run])
            right = span_of(other, [j for _, j in run])
            taken.append(left)
            label = "boilerplate" if kind == "boilerplate" else _copy_kind(one, other)
            row = _passage(one, left, other, right, label)
            if label == "uncredited-copy" and _names_source(one, left, other, right):
                row["alt"] = ["credited-copy"]
            found.append(row)
    for name, start, end in one.labels:
        theirs = [place for place in other.labels if place[0] == name]
        inside = any(a <= start and end <= b for a, b in taken)
        if (name.startswith("q") or name.endswith("q")) and theirs and not inside:
            found.append(_passage(one, (start, end), other, theirs[0][1:], "shared-quotation"))
    return found


def _names_source(one: Built, left: tuple[int, int], other: Built, right: tuple[int, int]) -> bool:
    """Whether the copy, without a credit line, keeps a "told Agency" that names its source."""
    source, copy, place = (one, other, right) if one.id in other.ancestors else (other, one, left)
    return source.head["outlet"] in copy.text[slice(*place)]


def _passage(
    one: Built, left: tuple[int, int], other: Built, right: tuple[int, int], kind: str
) -> dict[str, Any]:
    return {
        "a": one.id,
        "a_words": _quote(one.text, *left),
        "b": other.id,
        "b_words": _quote(other.text, *right),
        "kind": kind,
        "edited": edited_share(one.text[slice(*left)], other.text[slice(*right)]),
    }
