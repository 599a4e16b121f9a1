"""Statements written into the text they stand in, so that a case can be read in place.

``[S:Kemal Aras] [C:said that] {X:the border is shut}.`` marks a source, a cue and a content. With
several statements every mark carries the number of its statement: ``[S1:He] [C1:said] ...``, or
of all that share it: ``[S1,2:He] [C1:said] {X1:no} and [C2:added] {X2:never}``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from verbale.model import Span, Statement

_OPENER = re.compile(r"[\[{]([SCX])[\d,]*:")


def bare(marked: str) -> str:
    """The text without its marks."""
    out: list[str] = []
    depth = at = 0
    while at < len(marked):
        opener = _OPENER.match(marked, at)
        if opener:
            depth, at = depth + 1, opener.end()
        elif depth and marked[at] in "]}":
            depth, at = depth - 1, at + 1
        else:
            out.append(marked[at])
            at += 1
    return "".join(out)


def marked(text: str, statements: Sequence[Statement]) -> str:
    """``text`` with the places of ``statements`` marked."""
    owners: dict[tuple[Span, str], list[int]] = {}
    for number, statement in enumerate(statements, 1):
        for letter, spans in zip(
            "SCX", (statement.source, statement.cue, statement.content), strict=True
        ):
            for span in spans:
                owners.setdefault((span, letter), []).append(number)
    several = len(statements) > 1
    edges: list[tuple[int, int, int, str]] = []
    for (span, letter), numbers in owners.items():
        size = span.end - span.start
        label = letter + (",".join(map(str, numbers)) if several else "")
        edges.append((span.start, 1, -size, f"{{{label}:" if letter == "X" else f"[{label}:"))
        edges.append((span.end, 0, size, "}" if letter == "X" else "]"))
    out: list[str] = []
    at = 0
    for place, _, _, mark in sorted(edges):
        out += [text[at:place], mark]
        at = place
    return "".join([*out, text[at:]])
