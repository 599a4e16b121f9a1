"""``python -m eval.origins``: chains, utterances and independent origins against `eval/gold/reuse`.

The reports of one half go into one record, annotated, each with what is known of it from outside.
Every figure is over the entries of the gold: a carrier counts as drawn when a statement (or, for
an act, an act or a statement) overlaps its words.

``chain``: all stations between outlet and speaker are right; ``channel``: how the words were given.
``pair.recall``: two carriers of an entry are of one utterance. ``pair.precision``: two listed
tellings that were joined are of one entry. ``origins.exact``: both bounds are the true ones;
``origins.not-over``: the lower bound is not above the truth. ``discrepancy``: by kind, of entries
that several carry; those of events, which no utterance gathers, are not counted.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from eval.figures import Figures
from eval.halves import Counts, gated, print_halves
from eval.reuse import document, outlets
from eval.reusegold import Carrier, Entry, Group, load
from verbale.desk.extensions import load as load_lexicon
from verbale.model import Annotation, Span
from verbale.pipeline import annotate
from verbale.provenance.crediting import same_house
from verbale.record import ActFilter, OriginsRow, Record, StatementFilter

Place = tuple[str, str]  # group, report


class Drawn(NamedTuple):
    """What a record answered: the entry drawn for each carrier, and the origins of each."""

    entries: dict[tuple[str, str, str], str]  # group, gold entry, report -> public id
    rows: dict[str, OriginsRow]


def ask(groups: Iterable[Group]) -> Drawn:
    """Read all reports of some groups into one record and find the carriers of their entries."""
    told = list(groups)
    lexicon = load_lexicon({"groups.toml": outlets(told)})
    annotations: dict[Place, Annotation] = {}
    reports: dict[Place, str] = {}
    with tempfile.TemporaryDirectory() as folder, Record(Path(folder) / "origins.vrb") as record:
        for group in told:
            for report in group.reports:
                raw = document(group, report)
                annotation = annotate(raw, lexicon=lexicon)
                annotations[group.name, report.id] = annotation
                added = record.add(annotation, raw)
                reports[group.name, report.id] = str(added.report_id)
        ids = {place: _public(record, row) for place, row in reports.items()}
        entries = {}
        for group in told:
            for entry in group.entries:
                for carrier in entry.carriers:
                    place = group.name, carrier.report
                    name = _nearest(annotations[place], entry, carrier)
                    if name in ids[place]:
                        entries[group.name, entry.id, carrier.report] = ids[place][name]
        rows = {entry: record.origins(entry) for entry in set(entries.values())}
    return Drawn(entries, rows)


def _public(record: Record, report: str) -> dict[str, str]:
    said = record.statements(StatementFilter(report=report, limit=None))
    done = record.acts(ActFilter(report=report, limit=None))
    return {f"s{row.statement.id}": row.id for row in said} | {
        f"e{row.act.id}": row.id for row in done
    }


def _nearest(annotation: Annotation, entry: Entry, carrier: Carrier) -> str:
    """The statement or act that overlaps a carrier's words the most, empty for none."""
    place = Span(*carrier.place)
    found = [(_iou(each.content, place), f"s{each.id}") for each in annotation.statements]
    if entry.kind == "act":
        done = [(_iou(each.evidence, place), f"e{each.id}") for each in annotation.acts]
        found = done if any(share for share, _ in done) else found
    share, name = max(found, default=(0.0, ""))
    return name if share > 0 else ""


def _iou(spans: Iterable[Span], place: Span) -> float:
    common = whole = 0
    for span in spans:
        common += max(0, min(span.end, place.end) - max(span.start, place.start))
        whole += span.end - span.start
    return common / (whole + place.end - place.start - common)


def outcomes(groups: Iterable[Group], drawn: Drawn) -> Iterator[tuple[str, bool, str]]:
    """Each thing that is counted: its name, whether it is right, and a line about it."""
    for group in groups:
        for entry in group.entries:
            found = {
                each.report: row
                for each in entry.carriers
                if (row := drawn.entries.get((group.name, entry.id, each.report)))
            }
            where = f"{group.name} {entry.id}"
            for each in entry.carriers:
                yield f"{entry.kind}.drawn", each.report in found, f"{where} {each.report}"
                if each.report in found and entry.kind == "utterance":
                    yield from _chain(where, each, drawn.rows[found[each.report]])
            for one, other in combinations(entry.carriers, 2):
                if one.report in found and other.report in found:
                    mates = {c.entry for c in drawn.rows[found[one.report]].carriers}
                    right = found[other.report] in mates
                    yield f"{entry.kind}.pair.recall", right, f"{where} {one.report}-{other.report}"
            if len(found) > 1:
                yield from _differing(where, group, entry, list(found.values()), drawn)
            if len(found) == len(entry.carriers):
                yield from _counted(where, entry, drawn.rows[next(iter(found.values()))])
    yield from _precision(drawn)


def _chain(where: str, carrier: Carrier, row: OriginsRow) -> Iterator[tuple[str, bool, str]]:
    chain = row.carriers[0].chain
    due, got = carrier.chain[:-1], chain.names[:-1]
    right = len(due) == len(got) and all(map(same_house, due, got))
    yield "chain", right, f"{where} {carrier.report} {got}, due {due}"
    known = chain.channel == carrier.channel
    line = f"{where} {carrier.report} {chain.channel}, due {carrier.channel}"
    yield "channel", known, line


def _counted(where: str, entry: Entry, row: OriginsRow) -> Iterator[tuple[str, bool, str]]:
    got = row.origins.lower, row.origins.upper
    line = f"{where} {got}, due {entry.origins}: {entry.why}"
    yield f"{entry.kind}.origins.exact", got == entry.origins, line
    yield f"{entry.kind}.origins.lower", got[0] == entry.origins[0], line
    yield f"{entry.kind}.origins.not-over", got[0] <= entry.origins[1], line
    if len(entry.carriers) > 1:
        yield f"{entry.kind}.origins.exact.several", got == entry.origins, line


def _differing(
    where: str, group: Group, entry: Entry, found: list[str], drawn: Drawn
) -> Iterator[tuple[str, bool, str]]:
    """Each kind of discrepancy that is due, or listed, among the carriers of an entry."""
    due = {each.kind for each in group.discrepancies if each.entry == entry.id}
    got = {each.kind for row in found for each in drawn.rows[row].origins.discrepancies}
    for kind in sorted(due):
        yield "discrepancy.recall", kind in got, f"{where} {kind} is not listed"
    for kind in sorted(got):
        yield "discrepancy.precision", kind in due, f"{where} {kind} is listed"


def _precision(drawn: Drawn) -> Iterator[tuple[str, bool, str]]:
    """Listed tellings that were taken for one utterance: whether they are."""
    of: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for (group, entry, _), row in drawn.entries.items():
        of[row].add((group, entry))
    for one, other in combinations(sorted(of), 2):
        if other in {carrier.entry for carrier in drawn.rows[one].carriers}:
            yield "pair.precision", bool(of[one] & of[other]), f"{of[one]} {of[other]}"


def measure(half: str) -> dict[str, Counts]:
    """Every count over one half."""
    groups = load(half)
    found: defaultdict[str, list[bool]] = defaultdict(list)
    for name, right, _ in outcomes(groups, ask(groups)):
        found[name].append(right)
    return {name: Counts(sum(told), len(told)) for name, told in sorted(found.items())}


def figures(half: str) -> Figures:
    """The shares of one half that are gated."""
    return gated(measure(half))


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m eval.origins", description=__doc__)
    parser.add_argument("--errors", action="store_true", help="each error on the dev half")
    options = parser.parse_args(arguments)
    if options.errors:
        groups = load("dev")
        for name, right, line in outcomes(groups, ask(groups)):
            if not right:
                print(f"{name}: {line}")
        return
    print_halves(measure)


if __name__ == "__main__":
    main()
