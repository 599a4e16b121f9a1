"""``python -m eval.confusion``: what a statement says beside its places, right, missing, wrong.

Over the found pairs of our own dev half (or the hard cases of the tests), for every attribute:
``right`` agrees with the gold, ``missing`` stays silent where the gold gives a value, ``wrong``
gives another value, ``spurious`` gives one where the gold has none. ``--show speaker`` lists
each of the last three with its place. The test half of our own gold is never shown.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
from rich.console import Console
from rich.table import Table

from eval import corpora
from eval.align import Triple
from eval.attributes import ATTRIBUTES, Verdict, verdict
from eval.goldfile import load_all
from eval.predict import Outcome, read_own
from eval.records import GoldStatement
from verbale.model import Span, Statement

VERDICTS: tuple[Verdict, ...] = ("right", "missing", "wrong", "spurious")
CASES = Path(__file__).parents[1] / "tests" / "data" / "cases"
GOLD = ("own-dev", "cases")
_AROUND = 110


class Judged(msgspec.Struct, frozen=True):
    """One value of one found statement beside the gold's."""

    attribute: str
    verdict: Verdict
    document: str
    gold: GoldStatement
    guess: Triple
    wanted: object
    found: object


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m eval.confusion", description=__doc__)
    parser.add_argument("--gold", choices=GOLD, default="own-dev")
    names = [attribute.name for attribute in ATTRIBUTES]
    parser.add_argument("--show", action="append", choices=names, metavar="ATTRIBUTE", default=[])
    options = parser.parse_args(arguments)
    golds = corpora.own("dev") if options.gold == "own-dev" else load_all(CASES)
    outcomes = [read_own(gold) for gold in golds]
    judged = [one for outcome in outcomes for one in judge(outcome)]
    Console().print(table(judged, title=f"{options.gold}, found statements"))
    texts = {outcome.gold.name: outcome.gold.text for outcome in outcomes}
    for name in options.show:
        shown = [one for one in judged if one.attribute == name and one.verdict != "right"]
        for one in sorted(shown, key=lambda one: VERDICTS.index(one.verdict)):
            print(as_text(one, texts[one.document]))


def judge(outcome: Outcome) -> Iterator[Judged]:
    """Every attribute of every found pair that either side gives a value."""
    aligned = outcome.aligned
    for pair in aligned.found:
        gold, guess = aligned.gold[pair.gold], aligned.predicted[pair.predicted]
        for attribute in () if gold.uncertain else ATTRIBUTES:
            judged = verdict(attribute, aligned, pair)
            if judged is not None:
                wanted, found = attribute.value(gold), attribute.value(guess)
                name = outcome.gold.name
                yield Judged(attribute.name, judged, name, gold, guess, wanted, found)


def table(judged: Iterable[Judged], title: str) -> Table:
    """Counts of each verdict by attribute, with precision, recall and F1."""
    counts = Counter((one.attribute, one.verdict) for one in judged)
    shown = Table("attribute", *VERDICTS, "P", "R", "F1", title=title, header_style="bold")
    for column in shown.columns[1:]:
        column.justify = "right"
    for attribute in ATTRIBUTES:
        right, missing, wrong, spurious = (counts[attribute.name, v] for v in VERDICTS)
        shares = (
            _share(right, right + wrong + spurious),
            _share(right, right + missing + wrong),
            _share(2 * right, 2 * right + missing + 2 * wrong + spurious),
        )
        figures = [str(n) for n in (right, missing, wrong, spurious)]
        shown.add_row(attribute.name, *figures, *(f"{100 * share:.1f}" for share in shares))
    return shown


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def as_text(judged: Judged, text: str) -> str:
    """The two values, then the statement in its surroundings: ``{cue}``, ``[source]``."""
    gold, guess = judged.gold, judged.guess
    rule = guess.rule if isinstance(guess, Statement) else ""
    head = f"{judged.verdict:8} {judged.document} #{gold.number} {judged.wanted!r} -> "
    marked = _marked(text, gold)
    return f"{head}{judged.found!r} ({rule})\n         {marked}"


def _marked(text: str, gold: GoldStatement) -> str:
    places = sorted([*gold.source, *gold.cue]) or sorted(gold.content)
    start, end = max(0, places[0].start - _AROUND), min(len(text), places[-1].end + _AROUND)
    marks = [(span, "[", "]") for span in gold.source] + [(span, "{", "}") for span in gold.cue]
    edges = sorted(
        [(span.start, 1, opening) for span, opening, _ in marks]
        + [(span.end, 0, closing) for span, _, closing in marks]
    )
    parts: list[str] = []
    at = start
    for place, _, mark in edges:
        parts += [Span(at, place).of(text), mark]
        at = place
    return " ".join("".join([*parts, Span(at, end).of(text)]).split())


if __name__ == "__main__":
    main()
