"""What of a report stands elsewhere, as a page on a terminal and a line a passage in a pipe."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import SequenceMatcher
from typing import NamedTuple

from verbale.cli.display import layout
from verbale.cli.display.decisions import signature
from verbale.cli.display.layout import Mark
from verbale.cli.display.tables import Column, show_rows
from verbale.cli.display.terminal import note, out, say
from verbale.model import Span, words_at
from verbale.model.reuse import COPIES, PassageKind, SharedPassage
from verbale.passages.tokens import tokens
from verbale.record import RelatedRow, ReuseRow

Texts = Mapping[str, str]
_NAMES: dict[PassageKind, str] = {
    "credited-copy": "credited copy",
    "uncredited-copy": "uncredited copy or common agency text",
    "common-source": "common source",
    "shared-quotation": "shared quotation",
    "boilerplate": "boilerplate",
}
_CHANGED = "bold yellow"


class _Line(NamedTuple):
    """A passage, for a line in a pipe."""

    other: RelatedRow
    passage: SharedPassage
    words: str
    words_there: str


_COLUMNS: tuple[Column[_Line], ...] = (
    Column("report", lambda row: row.other.report),
    Column("outlet", lambda row: row.other.outlet),
    Column("published", lambda row: row.other.published),
    Column("relation", lambda row: row.other.relation.kind),
    Column("first", lambda row: row.other.relation.first or "unknown"),
    Column("kind", lambda row: row.passage.kind),
    Column("words", lambda row: str(row.passage.words)),
    Column("changed", lambda row: f"{row.passage.edited:.2f}"),
    Column("here", lambda row: f"{row.passage.here.start}-{row.passage.here.end}"),
    Column("there", lambda row: f"{row.passage.there.start}-{row.passage.there.end}"),
    Column("why", lambda row: row.passage.reason),
    Column("words here", lambda row: row.words),
    Column("words there", lambda row: row.words_there),
)


def show_reuse(found: ReuseRow, text: str, texts: Texts, *, every: bool) -> None:
    """The page of one report. ``text`` is its text, ``texts`` are those of the related ones.

    Copies are told in a line and boilerplate is counted, unless ``every`` passage is wanted.
    """
    if not out().is_terminal:
        show_rows(_COLUMNS, _lines(found, text, texts))
        return
    layout.title(found.report, found.headline)
    say(_summary(found), indent=2)
    for other in found.related:
        _show_related(other, text, texts[other.report], every=every)
    for each in found.apart:
        layout.heading(f"{each.report}  {each.handle}")
        reason = f": {each.decision.reason}" if each.decision.reason else ""
        say(f"set apart by {signature(each.decision)}{reason}", "dim", indent=2)
    if not found.related:
        note("No other report of this record shares a passage with it.", "dim")


def _lines(found: ReuseRow, text: str, texts: Texts) -> list[_Line]:
    return [
        _Line(
            other,
            passage,
            words_at(text, [passage.here]),
            words_at(texts[other.report], [passage.there]),
        )
        for other in found.related
        for passage in other.passages
    ]


def _summary(found: ReuseRow) -> str:
    own = [other for other in found.related if other.relation.here_share]
    head = _who(found)
    if not own:
        return f"{head}; none of its {found.words} words are anybody else's prose in this record"
    reports = "one other report" if len(own) == 1 else f"{len(own)} other reports"
    share = f"{100 * found.elsewhere:.0f} % of its {found.words} words stand in {reports}"
    return f"{head}; {share}" if head else share


def _show_related(other: RelatedRow, text: str, there: str, *, every: bool) -> None:
    relation = other.relation
    layout.heading(f"{other.report}  {other.headline or other.handle}")
    layout.fields(
        (
            ("outlet", _who(other)),
            ("relation", f"{relation.kind}: {relation.reason}"),
            ("shares", _shares(other)),
            ("first", _first(other)),
            ("credit", _credit(other)),
        )
    )
    shown = [p for p in other.passages if every or not _passed_over(other, p)]
    for passage in shown:
        _show_passage(passage, text, there)
    if rest := len(other.passages) - len(shown):
        passages = "one passage is" if rest == 1 else f"{rest} passages are"
        say(f"{passages} not shown; --all shows all", "dim", indent=2)


def _who(row: ReuseRow | RelatedRow) -> str:
    """The outlet, the agencies that it credits, and the day."""
    named = [name for name in row.agencies if name != row.outlet]
    return ", ".join(filter(None, (row.outlet, *named, row.published)))


def _passed_over(other: RelatedRow, passage: SharedPassage) -> bool:
    return passage.kind == "boilerplate" or other.relation.kind in COPIES


def _shares(other: RelatedRow) -> str:
    relation = other.relation
    if not relation.here_share:
        return "no prose"
    return f"{100 * relation.here_share:.0f} % of this, {100 * relation.there_share:.0f} % of that"


def _first(other: RelatedRow) -> str:
    relation = other.relation
    told = {"here": "this report", "there": "that report", None: "cannot be told"}[relation.first]
    return f"{told} ({relation.order})"


def _credit(other: RelatedRow) -> str:
    relation = other.relation
    if relation.credits:
        told = {"here": "this report names that outlet", "there": "that report names this outlet"}
        return told[relation.credits]
    return (
        f"neither names the other; both have it from {relation.common}"
        if relation.common
        else ("neither names the other")
    )


def _show_passage(passage: SharedPassage, text: str, there: str) -> None:
    changed = f"{100 * passage.edited:.0f} % changed" if passage.edited else "word for word"
    say(f"{_NAMES[passage.kind]}, {passage.words} words, {changed}", "bold", indent=2)
    say(passage.reason, "dim", indent=2)
    mine, theirs = _differing(text, passage.here, there, passage.there)
    layout.passage(text, passage.here, [Mark(span, _CHANGED) for span in mine])
    if passage.edited:
        say("there:", "dim", indent=2)
        layout.passage(there, passage.there, [Mark(span, _CHANGED) for span in theirs])


def _differing(text: str, here: Span, other: str, there: Span) -> tuple[list[Span], list[Span]]:
    """The places of words that differ, in both texts."""
    mine, theirs = (list(tokens(span.of(whole))) for whole, span in ((text, here), (other, there)))
    matcher = SequenceMatcher(None, [w for _, w in mine], [w for _, w in theirs], autojunk=False)
    found: tuple[list[Span], list[Span]] = ([], [])
    for tag, first, end, start, stop in matcher.get_opcodes():
        if tag == "equal":
            continue
        for places, base, (one, last), spans in (
            (found[0], here.start, (first, end), mine),
            (found[1], there.start, (start, stop), theirs),
        ):
            if last > one:
                places.append(Span(base + spans[one][0].start, base + spans[last - 1][0].end))
    return found
