"""Scores the acts reader against PLOVER-labelled sentences (root type of a marked pair).

    python eval/events.py PLV_train.tsv [--even] [--show]

The file has one sentence a line with the places of a source and a target in ``<s>``/``<t>`` marks
and ``gold_root``. By default only sentences with an odd id count; those with an even id may be
studied. The deed that overlaps the marked pair best is scored; none is wrong. ``YIELD`` is CONCEDE
or RETREAT.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import Counter
from pathlib import Path

from verbale.acts.deed import Deed
from verbale.acts.deeds import read_deeds
from verbale.language import Unit, Word, backend_for
from verbale.lexicon.acts import act_book
from verbale.model import Span

_MARK = re.compile(r"</?[st]>")
_YIELDS = frozenset({"CONCEDE", "RETREAT"})


def places(marked: str) -> tuple[str, dict[str, list[Span]]]:
    """The text without marks, and where the source (``s``) and target (``t``) stand in it."""
    plain: list[str] = []
    found: dict[str, list[Span]] = {"s": [], "t": []}
    opened: dict[str, int] = {}
    length = at = 0
    for mark in _MARK.finditer(marked):
        plain.append(marked[at : mark.start()])
        length += mark.start() - at
        at = mark.end()
        letter = mark.group()[-2]
        if mark.group().startswith("</"):
            found[letter].append(Span(opened.get(letter, length), length))
        else:
            opened[letter] = length
    plain.append(marked[at:])
    return "".join(plain), found


def root_of(deed: Deed | None) -> str:
    if deed is None:
        return "none"
    return "YIELD" if deed.type in _YIELDS else deed.type


def choose(deeds: list[Deed], pair: dict[str, list[Span]]) -> Deed | None:
    """The deed whose sides overlap the marked pair best."""

    def overlap(deed: Deed) -> float:
        source = max((_shares(word, pair["s"]) for word in deed.doers), default=0)
        target = max((_shares(word, pair["t"]) for word in deed.others), default=0)
        swapped = max((_shares(word, pair["t"]) for word in deed.doers), default=0)
        near = any(_touches(word, spot) for word in deed.head.subtree() for spot in pair["t"])
        return 2 * source + 2 * target + 0.5 * swapped + 0.5 * near + deed.weight / 10

    best = max(deeds, key=overlap, default=None)
    return best if best is not None and overlap(best) >= 0.5 else None


def _shares(word: Word, spots: list[Span]) -> float:
    if any(_touches(word, spot) for spot in spots):
        return 1.0
    return 0.6 if any(_touches(below, spot) for below in word.subtree() for spot in spots) else 0.0


def _touches(word: Word, spot: Span) -> bool:
    return spot.start <= word.start < spot.end


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--even", action="store_true", help="the sentences that may be studied")
    parser.add_argument("--show", action="store_true", help="print what is wrong (even ids only)")
    options = parser.parse_args()
    with options.file.open(encoding="utf-8", newline="") as file:
        rows = [
            row
            for row in csv.DictReader(file, delimiter="\t")
            if int(row["sentence_id"]) % 2 == (0 if options.even else 1)
        ]
    backend, book = backend_for("en"), act_book()
    if backend is None:
        raise SystemExit("no backend for English")
    drafts = [places(row["marked_sentence"]) for row in rows]
    right, seen, missed = Counter[str](), Counter[str](), Counter[tuple[str, str]]()
    parses = backend.parse([Unit(text) for text, _ in drafts])
    for row, (_, pair), parse in zip(rows, drafts, parses, strict=True):
        deeds = [
            deed
            for number in range(len(parse.sentences))
            for deed in read_deeds(parse.sentence(number), book)
        ]
        chosen = choose(deeds, pair)
        gold, drawn = row["gold_root"], root_of(chosen)
        seen[gold] += 1
        right[gold] += drawn == gold
        if drawn != gold:
            missed[gold, drawn] += 1
            if options.show and options.even:
                trail = " > ".join(word.text for word in chosen.trail) if chosen else "-"
                print(f"{gold:9} {drawn:9} [{trail}] {row['marked_sentence'][:230]}")
    for gold in sorted(seen):
        print(f"{gold:10} {right[gold]:4} of {seen[gold]:4}  {right[gold] / seen[gold]:.2f}")
    print(f"root accuracy {sum(right.values()) / len(rows):.3f} on {len(rows)} sentences")
    worst = ", ".join(f"{gold}>{drawn} {count}" for (gold, drawn), count in missed.most_common(12))
    print(f"commonest confusions: {worst}")


if __name__ == "__main__":
    main()
