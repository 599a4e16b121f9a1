"""Notes of the desk in a report: what it says about the report itself is nobody's statement.

"An earlier version of this article said that the pass was closed in 1962." "Correction added on 12
May: ..." "(We have corrected the post at 07.05 to make clear that two vessels were involved.)"
"""

from __future__ import annotations

import re

from verbale.statements.scene import Scene

_PIECE = (
    r"(?:article|story|report|post|page|piece|item|headline|entry|column|dispatch|version|caption)"
)
_CHANGED = r"(?:corrected|amended|updated|edited|changed|revised|clarified)"
#: Without one of these no pattern below matches.
_HINT = re.compile(r"correct|clarif|version|amended|updated|edited|changed|revised", re.I)
#: What opens a paragraph that is all a note.
_OPENS = re.compile(
    r"[\W_]*(?:corrections?|clarifications?|corrected version)\b"
    r"(?: (?:and|&) clarifications?)?(?: (?:added|appended|issued|made|posted))?"
    r"(?: (?:on )?[\w .,]{3,25})?\s*[:—–(]",
    re.I,
)
_ABOUT_ITSELF = re.compile(
    rf"\b(?:earlier|previous|original|first|prior|initial|online|print) versions? of"
    rf" (?:this|the|our) {_PIECE}\b"
    rf"|\b(?:this|the|our) {_PIECE} (?:has (?:since )?been|was|is) (?:since )?{_CHANGED}\b"
    r"|^\W*this version (?:corrects|clarifies|updates|fixes|adds|removes)\b"
    rf"|\bwe(?: have|['’]ve)? {_CHANGED} (?:this|the|our|an?) (?:[\w-]+ )?{_PIECE}\b",
    re.I,
)


def is_desk_note(scene: Scene) -> bool:
    """Whether the sentence is the desk's own note on what it has printed."""
    text = scene.paragraph.span.of(scene.text)
    if scene.inside is not None or _HINT.search(text) is None:
        return False
    if _OPENS.match(text):
        return True
    return _ABOUT_ITSELF.search(scene.span.of(scene.text)) is not None
