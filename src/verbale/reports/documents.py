"""Official documents: statements, communiqués and speeches that ministries publish as they are.

Their first lines are laid out unlike a newspaper's: the issuing body, a number, the kind of
document ("Joint Statement"), what it is on, a place with a day; and "Done at ..." closes them.
"""

from __future__ import annotations

import re

_KINDS = (
    r"statements?|communiqu[eé]s?|declarations?|(?:press )?releases?|remarks|transcripts?"
    r"|notes? verbales?|memorand(?:um|a)|minutes|protocols?|resolutions?|speech|address|readout"
    r"|annex|agreed minutes|fact ?sheet|advisory|notice|joint letter|message|briefing|commentary"
    r"|comment|answers?|greetings?|condolences|conclusions|intervention"
)
_BEFORE = (
    r"(?:(?:joint|official|press|media|ministerial|final|closing|opening|national|written|oral"
    r"|presidential|trilateral|bilateral|quadrilateral|summit|leaders['’]?|agreed|concluding"
    r"|introductory|keynote|political|excerpts? from|full text of|text of|unofficial|the)\s)*"
)
_TITLE = re.compile(
    rf"\W*{_BEFORE}(?:{_KINDS})(?=$|\W*$|\s(?:by|of|on|to|at|from|regarding"
    r"|concerning|following|after|in|for|delivered|issued|between)\b|\s?[:–—-])",
    re.IGNORECASE,
)
_ANYWHERE = re.compile(rf"\b(?:{_KINDS})\b|^(?:done|issued|adopted|signed|given)\b", re.IGNORECASE)
#: "Done at Lomé": what stands before the day a document closes with.
_CLOSING = re.compile(
    r"\W*(?:done|issued|adopted|signed|given|delivered|agreed)(?: and \w+)?"
    r"(?:\s(?:in|on)\s(?:duplicate|two originals|english))?,?\s(?:at|in)\s"
    r"(?:the (?:city|town) of\s)?[^\W\d_][\w’'.-]*(?:[ ,]{1,2}[A-ZÀ-Ž][\w’'.-]*){0,3}"
    r"(?:,?\s(?:on )?(?:this|the))?",
    re.IGNORECASE,
)
#: "Communique, Dakar, ": what stands before the day in the title of a document.
_DATED = re.compile(rf"\W*{_BEFORE}(?:{_KINDS})(?:,\s[^\W\d_][\w’'. -]{{0,40}})?,\s", re.IGNORECASE)
_SHORT = 220


def is_document_title(line: str) -> bool:
    """Whether ``line`` calls what follows a document: "Joint Statement", "Remarks by ..."."""
    return len(line) <= _SHORT and _TITLE.match(line) is not None


def dates_itself(line: str, day: tuple[int, int]) -> bool:
    """Whether a title is only a document's kind, perhaps a place, and the ``day`` that it is of.

    >>> dates_itself("Communique, Dakar, 10 April 2025", (19, 32))
    True
    """
    title = _DATED.fullmatch(line, 0, day[0])
    return title is not None and not line[day[1] :].strip(" .")


def names_document(line: str) -> bool:
    """Whether a short line with capitals speaks of a document, so that it is nobody's name."""
    return _ANYWHERE.search(line) is not None


def without_closing(line: str) -> str:
    """``line`` without "Done at" and its place, blanks in their stead so that offsets stay."""
    found = _CLOSING.match(line)
    return " " * found.end() + line[found.end() :] if found else line
