"""False alarms: statements found where nobody says anything.

A *quiet* sentence is one of the headline, stand-first or body that no gold statement touches.
"""

from __future__ import annotations

import msgspec

from eval.align import Aligned
from eval.sentences import sentences
from verbale.model import Spans, hull


class Quiet(msgspec.Struct, frozen=True):
    """``loose``: predictions whose content touches no gold content. ``alarms``: those whose cue

    (content where they have none) starts in one of ``sentences`` quiet sentences.
    """

    loose: int = 0
    alarms: int = 0
    sentences: int = 0

    def __add__(self, other: Quiet) -> Quiet:
        return Quiet(
            self.loose + other.loose,
            self.alarms + other.alarms,
            self.sentences + other.sentences,
        )

    @property
    def per_20(self) -> float:
        """False statements in 20 quiet sentences; 0 where there are none."""
        return 20 * self.alarms / self.sentences if self.sentences else 0.0


def count(aligned: Aligned, zones: Spans) -> Quiet:
    """The false alarms of one document, whose ``zones`` may hold statements."""
    marked = [hull(s.content) for s in aligned.gold]
    marked += [span for s in aligned.gold for span in (*s.source, *s.cue)]
    still = [
        sentence
        for sentence in sentences(aligned.text, zones)
        if not any(sentence.overlaps(span) for span in marked)
    ]
    starts = [hull(s.cue or s.content).start for s in aligned.predicted]
    alarms = sum(any(place.start <= at < place.end for place in still) for at in starts)
    return Quiet(sum(lean is None for lean in aligned.leans), alarms, len(still))
