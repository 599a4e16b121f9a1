"""An annotation as a person has corrected it. The annotation itself stays as it was drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Literal, NamedTuple

import msgspec

from verbale.corrections.anchors import Entry, Located, entries, locate
from verbale.corrections.fields import FIELDS, REJECTED
from verbale.corrections.reports import correct_report
from verbale.corrections.shadow import Shadow
from verbale.corrections.working import Working
from verbale.model import Annotation, Correction, CorrectionKind, Value

#: Reports come first, since days follow them; then statements, which acts and positions follow.
ORDER: tuple[CorrectionKind, ...] = ("report", "statement", "act", "position")
#: ``agrees``: what is drawn now is what the person said. ``overruled``: another one decided later.
State = Literal["applied", "agrees", "orphaned", "overruled"]


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a correction. ``number`` is that of the entry, where it was found."""

    correction: Correction
    state: State
    number: int | None = None
    reason: str = ""


class Corrected(NamedTuple):
    """The annotation with the values that count, and an outcome for each correction."""

    annotation: Annotation
    outcomes: tuple[Outcome, ...] = ()


class _Meant(NamedTuple):
    """A correction with the entry that it means, or why there is none."""

    correction: Correction
    place: Located

    @property
    def where(self) -> tuple[CorrectionKind, int | None, str]:
        """What two corrections have in common that cannot both count."""
        return self.correction.anchor.kind, self.place.number, self.correction.field


def apply(annotation: Annotation, corrections: Iterable[Correction]) -> Corrected:
    """The annotation with ``corrections``, those that count, applied.

    The result depends on which corrections there are, and not on the order they come in: of two
    on one field of one entry the later one counts.
    """
    mine = [c for c in corrections if c.anchor.kind in FIELDS]
    if not mine:
        return Corrected(annotation)
    shadow = Shadow(annotation.text)
    ordered = sorted(mine, key=lambda c: (ORDER.index(c.anchor.kind), c.at, c.id))
    meant = [_meant(correction, annotation, shadow) for correction in ordered]
    last = {found.where: found.correction.id for found in meant}
    working = Working(annotation)
    outcomes = []
    for found in meant:
        counts = last[found.where] == found.correction.id
        outcomes.append(_applied(found, working, shadow, annotation, counts=counts))
    return Corrected(working.annotation(), tuple(outcomes))


def _meant(correction: Correction, annotation: Annotation, shadow: Shadow) -> _Meant:
    reject = correction.field == REJECTED
    return _Meant(correction, locate(correction.anchor, annotation, shadow, reject=reject))


def _applied(
    found: _Meant, working: Working, shadow: Shadow, drawn: Annotation, *, counts: bool
) -> Outcome:
    """Apply one correction to ``working``."""
    correction, number = found.correction, found.place.number
    kind, field = correction.anchor.kind, correction.field

    def outcome(state: State, why: str = "") -> Outcome:
        return Outcome(correction=correction, state=state, number=number, reason=why)

    if number is None:
        rejected = field == REJECTED and found.place.undrawn
        return outcome("agrees" if rejected else "orphaned", found.place.reason)
    if not counts:
        return outcome("overruled", "a later correction says otherwise")
    if kind == "report":
        report = correct_report(working.report, correction, shadow)
        if report is None:
            return outcome("orphaned", "the words that bound the story are not in the report")
        working.set_report(report)
        same = getattr(report, field) == getattr(drawn.report, field)
        return outcome("agrees" if same else "applied")
    if not working.set(kind, number, field, correction.new):
        return outcome("overruled", "what it rests on was rejected")
    same = value_of(drawn, kind, number, field) == correction.new
    return outcome("agrees" if same else "applied")


def value_of(annotation: Annotation, kind: CorrectionKind, number: int, field: str) -> Value:
    """What an annotation says of a field that can be corrected."""
    if kind == "report":
        return _OF_REPORT[field](annotation)
    entry = _entry(entries(annotation, kind), number)
    if field == REJECTED:
        return entry is None
    value: Value = getattr(entry, field)
    return value


def _entry(found: Sequence[Entry], number: int) -> Entry | None:
    return next((entry for entry in found if entry.id == number), None)


def _published(annotation: Annotation) -> Value:
    published = annotation.report.published
    return published.date if published else None


def _headline(annotation: Annotation) -> Value:
    headline = annotation.report.headline
    return headline.text if headline else None


def _body(annotation: Annotation) -> Value:
    """Each part by its first and last words, as a person would name it."""
    return tuple(_ends(span.of(annotation.text)) for span in annotation.report.body)


def _ends(words: str, most: int = 6) -> str:
    parts = words.split()
    if len(parts) <= 2 * most:
        return " ".join(parts)
    return f"{' '.join(parts[:most])} … {' '.join(parts[-most:])}"


_OF_REPORT: dict[str, Callable[[Annotation], Value]] = {
    "published": _published,
    "outlet": lambda annotation: annotation.report.outlet,
    "headline": _headline,
    "body": _body,
}
