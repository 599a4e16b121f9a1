"""``python -m eval.reuse``: shared passages and pairs against `eval/gold/reuse`.

The reports of one half go into one record, each with what is known of it from outside (outlet, day,
address, headline) and with the groups' outlets as a lexicon extension; then every report is
asked what of it stands elsewhere. `eval/gold/reuse/REUSE.md` says what is due.

A passage is found when one of the right pair covers it by more than half on both sides
(intersection over union of the characters). Passages that were reworded by more than `_REWORDED`
may be found, in part or whole, or not. Standing lines that reading a page has marked as no part of
the story are set aside already and need not be found.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from eval.figures import Figures
from eval.halves import Counts, gated, print_halves
from eval.reusegold import Group, GroupReport, SharedPassage, load
from verbale.desk.extensions import load as load_lexicon
from verbale.lexicon import Lexicon
from verbale.model import Annotation, Given, RawDocument, Span
from verbale.model.reuse import Relation
from verbale.model.reuse import SharedPassage as Drawn
from verbale.record import Record, ReuseRow
from verbale.reports import read_report

#: Up to how much edited a passage is of a class; above the last it may be left out.
CLASSES = (("verbatim", 0.02), ("6%", 0.10), ("15%", 0.21), ("30%", 0.40))
_REWORDED = 0.40
_HIT = 0.5
_KINDS = {"state-agency": "agency"}


class Found(NamedTuple):
    """A passage that was drawn between two reports, with its places in both."""

    a: Span
    b: Span
    kind: str


class Asked(NamedTuple):
    """What a record answered for the reports of a half, by the place each was read from."""

    rows: dict[str, ReuseRow]
    names: dict[str, str]
    junk: dict[str, tuple[Span, ...]]
    relations: dict[tuple[str, str], Relation]

    def relation(self, group: str, a: str, b: str) -> tuple[str, str | None]:
        """Relation and source (the id within the group) that were drawn for a pair."""
        drawn = self.relations[f"{group}/{a}", f"{group}/{b}"]
        first = {"here": a, "there": b}.get(drawn.first or "")
        return drawn.kind, None if drawn.common else first

    def passages(self, group: str, a: str, b: str) -> tuple[Drawn, ...]:
        """The passages that were drawn between two reports, seen from the first."""
        for row in self.rows[f"{group}/{a}"].related:
            if self.names[row.report] == f"{group}/{b}":
                return row.passages
        return ()


def ask(groups: Iterable[Group]) -> Asked:
    """Read all reports of some groups into one record and ask it about each."""
    told = list(groups)
    lexicon = load_lexicon({"groups.toml": outlets(told)})
    with tempfile.TemporaryDirectory() as folder, Record(Path(folder) / "reuse.vrb") as record:
        names, junk = {}, {}
        for group in told:
            for report in group.reports:
                raw = document(group, report)
                annotation = bare(raw, lexicon)
                added = record.add(annotation, raw)
                junk[raw.origin] = tuple(each.span for each in annotation.report.junk)
                names[str(added.report_id)] = raw.origin
        rows = {place: record.reuse(row) for row, place in names.items()}
        ids = {place: row for row, place in names.items()}
        pairs = [
            (f"{group.name}/{pair.a}", f"{group.name}/{pair.b}")
            for group in told
            for pair in group.pairs
        ]
        relations = {(a, b): record.relation(ids[a], ids[b]) for a, b in pairs}
        return Asked(rows, names, junk, relations)


def document(group: Group, report: GroupReport) -> RawDocument:
    """A report of the gold with what is known of it from outside."""
    given = Given(
        url=f"{report.url}#{group.name}-{report.id}" if report.url else None,
        outlet=report.outlet,
        published=report.published,
        title=report.headline,
    )
    return RawDocument(data=report.text.encode(), origin=f"{group.name}/{report.id}", given=given)


def bare(raw: RawDocument, lexicon: Lexicon) -> Annotation:
    """An annotation that holds the report alone, which is all that reuse rests on."""
    return Annotation(
        id=raw.origin,
        origin=raw.origin,
        lineage=raw.lineage,
        version=raw.version,
        code="reuse",
        report=read_report(raw, lexicon),
    )


def outlets(groups: Iterable[Group]) -> str:
    """The outlets of some groups as a lexicon extension; without initials, which are other
    outlets' and parties' too."""
    known = {name: about for group in groups for name, about in group.outlets.items()}
    return "\n".join(
        f'[[outlet]]\nname = "{name}"\nkind = "{_KINDS.get(about["kind"], about["kind"])}"\n'
        f'country = "{about["country"]}"\nlabels = {json.dumps(_other_names(about))}\n'
        f'example = "{name} reported it."\n'
        for name, about in sorted(known.items())
    )


def _other_names(about: dict[str, Any]) -> list[str]:
    return [name for name in about.get("aliases", ()) if not name.isupper()]


def measure(half: str) -> dict[str, Counts]:
    """Every count over one half."""
    groups = load(half)
    asked = ask(groups)
    found: defaultdict[str, list[bool]] = defaultdict(list)
    for group in groups:
        for a, b in _pairs(group):
            for name, right in _passage_outcomes(group, asked, a, b):
                found[name].append(right)
        for pair in group.pairs:
            relation, source = asked.relation(group.name, pair.a, pair.b)
            right = relation == pair.relation
            found["relation"].append(right)
            found[f"relation.{pair.relation}"].append(right)
            if pair.source:
                found["direction"].append(source == pair.source)
    return {name: Counts(sum(told), len(told)) for name, told in sorted(found.items())}


def _pairs(group: Group) -> Iterator[tuple[str, str]]:
    for pair in group.pairs:
        yield pair.a, pair.b


def _passage_outcomes(group: Group, asked: Asked, a: str, b: str) -> Iterator[tuple[str, bool]]:
    due, drawn = _due(group, asked, a, b), _drawn(group, asked, a, b)
    hit: set[int] = set()
    for passage in due:
        near = [n for n, one in enumerate(drawn) if n not in hit and matches(passage, one)]
        if near:
            hit.add(near[0])
            right = drawn[near[0]].kind in (passage.kind, *passage.alt)
            yield "kind", right
            yield f"kind.{passage.kind}", right
        if passage.edited <= _REWORDED:
            prose = passage.kind not in ("shared-quotation", "boilerplate")
            name = level(passage.edited) if prose else passage.kind
            yield f"recall.{name}", bool(near)
            if prose and passage.edited <= CLASSES[2][1]:
                yield "recall.to-15%", bool(near)
    for number, one in enumerate(drawn):
        if number in hit or not _of_reworded(one, due):
            yield "precision", number in hit


def _due(group: Group, asked: Asked, a: str, b: str) -> list[SharedPassage]:
    """What should be found between two reports, seen from the first."""
    due = [_oriented(p, a) for p in group.passages if {p.a, p.b} == {a, b}]
    junk = asked.junk[f"{group.name}/{a}"]
    return [
        passage
        for passage in due
        if passage.kind != "boilerplate"
        or not any(span.overlaps(Span(*passage.a_place)) for span in junk)
    ]


def _drawn(group: Group, asked: Asked, a: str, b: str) -> list[Found]:
    return [Found(p.here, p.there, p.kind) for p in asked.passages(group.name, a, b)]


def _of_reworded(one: Found, due: Iterable[SharedPassage]) -> bool:
    """Whether a passage is a part of one that was reworded and may be left out."""
    return any(
        passage.edited > _REWORDED
        and Span(*passage.a_place).overlaps(one.a)
        and Span(*passage.b_place).overlaps(one.b)
        for passage in due
    )


def level(edited: float) -> str:
    """The class of a passage by how much of it was edited."""
    return next((name for name, most in CLASSES if edited <= most), "reworded")


def matches(due: SharedPassage, drawn: Found) -> bool:
    """Whether a passage covers the one that is due by more than half on both sides."""
    return min(iou(Span(*due.a_place), drawn.a), iou(Span(*due.b_place), drawn.b)) > _HIT


def iou(one: Span, other: Span) -> float:
    """Intersection over union of two places."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return max(common, 0) / (max(one.end, other.end) - min(one.start, other.start))


def _oriented(passage: SharedPassage, a: str) -> SharedPassage:
    if passage.a == a:
        return passage
    return replace(
        passage, a=passage.b, a_place=passage.b_place, b=passage.a, b_place=passage.a_place
    )


def figures(half: str) -> Figures:
    """The shares of one half that are gated."""
    return gated(measure(half))


def errors(half: str) -> Iterator[str]:
    """Every passage and relation of a half that is not right, in words."""
    groups = load(half)
    asked = ask(groups)
    for group in groups:
        texts = {report.id: report.text for report in group.reports}
        for pair in group.pairs:
            a, b = pair.a, pair.b
            where = f"{group.name} {a}-{b}"
            relation, source = asked.relation(group.name, a, b)
            if relation != pair.relation:
                yield f"{where} relation {relation}, due {pair.relation}: {pair.reason}"
            elif pair.source and source != pair.source:
                yield f"{where} from {source}, due {pair.source}"
            yield from _passage_errors(where, texts[a], group, asked, (a, b))


def _passage_errors(
    where: str, text: str, group: Group, asked: Asked, pair: tuple[str, str]
) -> Iterator[str]:
    due, drawn = _due(group, asked, *pair), _drawn(group, asked, *pair)
    for passage in due:
        near = next((one for one in drawn if matches(passage, one)), None)
        words = " ".join(text[slice(*passage.a_place)].split())
        if near is None and passage.edited <= _REWORDED:
            yield f"{where} missed {passage.kind} {passage.edited:.2f} | {words}"
        elif near and near.kind not in (passage.kind, *passage.alt):
            yield f"{where} kind {near.kind}, due {passage.kind} | {words[:80]}"
    for one in drawn:
        if not (any(matches(passage, one) for passage in due) or _of_reworded(one, due)):
            yield f"{where} false {one.kind} | {' '.join(one.a.of(text).split())}"


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m eval.reuse", description=__doc__)
    parser.add_argument("--errors", action="store_true", help="each error on the dev half")
    options = parser.parse_args(arguments)
    if options.errors:
        for line in errors("dev"):
            print(line)
        return
    print_halves(measure)


if __name__ == "__main__":
    main()
