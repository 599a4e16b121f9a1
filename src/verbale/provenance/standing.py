"""Standing lines at the end of a story: what an outlet says of itself, and feed notes.

Reading a page marks most of them as no part of the story. What is left is told apart here, so that
"Ostnews gathers the agencies of the region; for the tables see our travel page" makes no report
less of a copy.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from verbale.lexicon.wordlists import word_list
from verbale.model import Report, Span
from verbale.passages.tokens import tokens

#: How many paragraphs at the end may be standing lines, the signs that one needs, and how long one
#: may be: a whole story in one paragraph may end with a feed note.
_LAST, _SIGNS, _LONGEST = 3, 2, 110
_HOUSEKEEPING = word_list("housekeeping")
#: News prose says neither outside quotations; an outlet that speaks of itself says both.
_VOICES = (frozenset(("we", "our", "us", "ours")), frozenset(("you", "your", "yours")))
_QUOTED = re.compile(r"[\"“«„][^\"”»“]*[\"”»“]")
_ADDRESSED = re.compile(r"(?:^|[.!?] )(?:Readers|Listeners|Viewers|Subscribers|Our readers)\b")
_ABOUT = re.compile(r"About (?:us|this)\b|Our editor\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[^.!?\n]+[.!?)]*")
_FEED = re.compile(r"\bfeeds?\b|\bsyndicat", re.IGNORECASE)
_MACHINE = re.compile(
    r"publish|generat|automatic|modif|edited|review|unchanged|verbatim|delivered", re.IGNORECASE
)
#: Feed notes stand at either end of a page.
_END = 600


def standing_lines(report: Report, paragraphs: Sequence[Span]) -> list[Span]:
    """Which of the body's ``paragraphs`` are standing lines of the outlet."""
    return [span for span in paragraphs[-_LAST:] if _signs(report, span) >= _SIGNS]


def _signs(report: Report, span: Span) -> int:
    text = _QUOTED.sub(" ", span.of(report.text))
    words = [word for _, word in tokens(text)]
    if len(words) > _LONGEST:
        return 0
    signs = len(_HOUSEKEEPING.intersection(words))
    signs += sum(bool(voice.intersection(words)) for voice in _VOICES)
    signs += 2 * bool(_ADDRESSED.search(text)) + 2 * bool(_ABOUT.match(text))
    name = " ".join(word for _, word in tokens(report.outlet or ""))
    return signs + (bool(name) and f" {name} " in f" {' '.join(words)} ")


def has_feed_note(report: Report) -> bool:
    """Whether the page says that a machine published it from a feed."""
    text = report.text
    ends = (text[:_END], text[-_END:]) if len(text) > 2 * _END else (text,)
    return any(
        bool(_FEED.search(sentence) and _MACHINE.search(sentence))
        for end in ends
        for sentence in _SENTENCE.findall(end)
    )
