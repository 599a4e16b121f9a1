"""What sides did, as lines of the timeline: what reports tell in their own voice, and of whom.

An act that is somebody's statement stands there already, in its words. Of the others only those
are told that happened: by a party that the report names as the one who acts, with a day that does
not lie after the report. The type that an act was given is not printed, the report's words are.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

import msgspec

from verbale.brief import names
from verbale.brief.days import spoken
from verbale.brief.material import Material
from verbale.brief.model import Citation, Sentence
from verbale.brief.names import Parties
from verbale.brief.quoting import excerpt, in_context, sentence_of
from verbale.brief.wording import worded
from verbale.model import Act, Annotation, Span, hull, words_at
from verbale.record import ActRow
from verbale.record.days import period
from verbale.record.fulltext import key

SHORT = 260
_UNREAL = frozenset({"future", "hypothetical", "negated", "alleged"})
#: Drawn by the learned coder: likely, not sure enough to be told as what happened.
_LEARNED = "coder"
#: What stands between the one who acts and what is only planned or possible.
_NOT_YET = re.compile(
    r"[\s,]*(?:who |which |that )?(?:\w+ )?(?:will|would|shall|may|might|could|should|must"
    r"|is to|are to|was to|were to|plans?|planned|intends?|intended|considers?|considered"
    r"|(?:is|are) (?:ready|considering|expected|not)|does not|do not)\b",
    re.IGNORECASE,
)
#: Less beyond the one who acts is no telling: "standing beside her".
_LEAST_WORDS = 5
_DASHES = re.compile(r"[\s\-–—:]+")
_TELLS_WHO = re.compile(r"(?:who|whose|which|that|whom)\b", re.IGNORECASE)


class Deed(msgspec.Struct, frozen=True, kw_only=True):
    """The same act as one or several reports tell it; the first of ``rows`` is shown."""

    rows: tuple[ActRow, ...]
    place: Span

    @property
    def best(self) -> ActRow:
        """The row that the line is built on."""
        return self.rows[0]

    @property
    def day(self) -> str:
        """Its last possible ISO day."""
        found = period(self.best.date)
        return found[1] if found else ""


class Deeds:
    """Finds and writes the deeds of one material."""

    def __init__(self, material: Material, parties: Parties) -> None:
        self._material = material
        self._parties = parties

    def of(self, handles: Collection[str], sides: Collection[str]) -> tuple[Deed, ...]:
        """What the sides did or what was done to them, as some reports tell it; the same words of
        one day once, and of a sentence the longest telling."""
        told: defaultdict[tuple[str, str], list[tuple[ActRow, Span]]] = defaultdict(list)
        for row, place in self._widest(handles):
            if {*row.act.actor, *row.act.recipient} & set(sides):
                words = key(place.of(self._annotation(row).text))
                told[row.date or "", words].append((row, place))
        return tuple(
            Deed(rows=tuple(row for row, _ in found), place=found[0][1]) for found in told.values()
        )

    def place(self, row: ActRow) -> Span | None:
        """The words that tell the act with the one who acts; None for what is not told here."""
        act, annotation = row.act, self._annotation(row)
        dated = period(row.date)
        if dated is None or _UNREAL & set(act.flags) or act.rule.startswith(_LEARNED):
            return None
        if act.statement is not None or ("historical" in act.flags and not _has_own_day(row)):
            return None
        published = period(row.published)
        if published is not None and dated[0] > published[1]:
            return None
        place = _told(act, annotation)
        return place if place and self._is_named(act, annotation) else None

    def line(self, deed: Deed) -> Sentence:
        """The act in one line of the timeline."""
        row = deed.best
        text = self._annotation(row).text
        values = {
            "day": spoken(row.date or ""),
            "how": how_told(row),
            "party": self.doers(row.act),
            "quote": excerpt(text, (deed.place,), SHORT),
        }
        return worded("line.deed", values, tuple(map(self._citation, deed.rows)))

    def doers(self, act: Act) -> str:
        """Who acts, in words: both sides where neither does more than the other."""
        codes = (*act.actor, *act.recipient) if act.symmetric else act.actor
        return names.listed([self._parties.name(code) for code in dict.fromkeys(codes)])

    def _citation(self, row: ActRow) -> Citation:
        place = self.place(row)
        spans = (place,) if place else ()
        text = self._annotation(row).text
        around = tuple(in_context(text, span) for span in spans)
        return Citation(report=row.handle, spans=spans, around=around, act=row.act.id)

    def _widest(self, handles: Collection[str]) -> Iterator[tuple[ActRow, Span]]:
        """The acts with their places, one where several stand in each other's words."""
        for handle in handles:
            rows = self._material.acts_of.get(handle, ())
            found = [(row, place) for row in rows if (place := self.place(row)) is not None]
            found.sort(key=lambda each: (each[1].start - each[1].end, each[0].act.id))
            kept: list[tuple[ActRow, Span]] = []
            for row, place in found:
                if not any(place.overlaps(other) for _, other in kept):
                    kept.append((row, place))
            yield from sorted(kept, key=lambda each: each[1].start)

    def _is_named(self, act: Act, annotation: Annotation) -> bool:
        """Whether the words for the one who acts name that party."""
        named = set(self._parties.named_in(words_at(annotation.text, act.actor_span)))
        return bool(act.actor) and set(act.actor) <= named

    def _annotation(self, row: ActRow) -> Annotation:
        return self._material.annotation(row.handle)


def how_told(row: ActRow) -> str:
    """Beside the day of an act: whether it is the report's, or only recalled there."""
    if "historical" in row.act.flags:
        return "recalled"
    return "" if row.dated_by == "act" else "reported"


def _told(act: Act, annotation: Annotation) -> Span | None:
    """The sentence of the body that tells the act; from the one who acts to the end of the evidence
    where somebody's statement stands in it, too. None for what is planned, for what only tells who
    somebody is, and for what is part of a statement after all."""
    text, report = annotation.text, annotation.report
    inside = [s for s in act.evidence if _is_within(s, report.body)]
    pieces = inside or ([] if report.body else list(act.evidence))
    if not pieces or _TELLS_WHO.match(text, pieces[0].start, pieces[0].end):
        return None
    said = [hull((*s.source, *s.cue, *s.content)) for s in annotation.statements if s.content]
    if any(span.overlaps(pieces[0]) for s in annotation.statements for span in s.content):
        return None
    sentence = _sentence(pieces[0], annotation)
    doer = [span for span in act.actor_span if sentence.covers(span)]
    if not doer or _NOT_YET.match(text, hull(doer).end, sentence.end):
        return None
    if not any(span.overlaps(sentence) for span in said):
        return sentence
    beyond = text[hull(doer).end : pieces[0].end].split()
    return hull((*doer, pieces[0])) if len(beyond) >= _LEAST_WORDS else None


def _sentence(span: Span, annotation: Annotation) -> Span:
    """The sentence that ``span`` stands in, without the dateline."""
    text, dateline = annotation.text, annotation.report.dateline
    found = sentence_of(text, span)
    if dateline is None or not found.start <= dateline.span.start < dateline.span.end <= span.start:
        return found
    opened = _DASHES.match(text, dateline.span.end)
    return Span(opened.end() if opened else dateline.span.end, found.end)


def _has_own_day(row: ActRow) -> bool:
    """Whether the day is told with the act: what is only recalled "in June" has too little."""
    dated = period(row.date)
    return row.dated_by == "act" and dated is not None and dated[0] == dated[1]


def _is_within(span: Span, places: Iterable[Span]) -> bool:
    return any(place.covers(span) for place in places)
