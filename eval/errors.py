"""``python -m eval.errors --out DIR``: every failure in context, as a page and as plain text.

Grouped by kind, form (or rule) and cue lemma. The test half of our own gold is never shown.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

import jinja2

from eval import corpora
from eval.failures import KINDS, Failure, Piece, failures, with_lemmas
from eval.predict import Outcome, read_article, read_own
from verbale.language import backend_for

GOLD = ("own-dev", "polnear-train")
#: PolNeAR articles drawn when no limit is given.
_SAMPLE = 100
_MARKS = {"source": "[{}]", "cue": "{{{}}}", "content": "<{}>", "": "{}"}


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m eval.errors", description=__doc__)
    parser.add_argument("--gold", choices=GOLD, default="own-dev")
    parser.add_argument("--limit", type=int, help="documents to read; PolNeAR: drawn at random")
    parser.add_argument("--seed", type=int, default=1, help="of the draw")
    parser.add_argument("--kind", action="append", choices=KINDS, help="may be repeated")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    options = parser.parse_args(arguments)
    outcomes = list(read(options.gold, options.limit, options.seed))
    found = ordered(
        failure
        for outcome in outcomes
        for failure in failures(outcome)
        if failure.kind in (options.kind or KINDS)
    )
    title = f"{options.gold}, {len(outcomes)} documents"
    options.out.mkdir(parents=True, exist_ok=True)
    for suffix, render in ((".html", as_page), (".txt", as_text)):
        file = options.out / f"{options.gold}{suffix}"
        file.write_text(render(title, found), encoding="utf-8")
        print(file)


def read(gold: str, limit: int | None, seed: int) -> Iterator[Outcome]:
    """Run Verbale over the documents that are asked for."""
    if gold == "own-dev":
        yield from map(read_own, corpora.own("dev")[:limit])
        return
    articles = corpora.polnear("train")
    drawn = random.Random(seed).sample(articles, min(limit or _SAMPLE, len(articles)))
    yield from map(read_article, drawn)


def ordered(found: Iterable[Failure]) -> list[Failure]:
    """Failures by kind, then the largest groups, then the commonest lemmas."""
    backend = backend_for("en")
    listed = list(found)
    listed = with_lemmas(listed, backend) if backend else listed
    groups = Counter((f.kind, f.group) for f in listed)
    lemmas = Counter((f.kind, f.group, f.lemma) for f in listed)
    return sorted(
        listed,
        key=lambda f: (
            KINDS.index(f.kind),
            -groups[f.kind, f.group],
            f.group,
            -lemmas[f.kind, f.group, f.lemma],
            f.lemma,
            f.document,
        ),
    )


def as_page(title: str, found: list[Failure]) -> str:
    """A self-contained HTML page; every word from a text is escaped by the template engine."""
    loader = jinja2.FileSystemLoader(Path(__file__).parent)
    templates = jinja2.Environment(loader=loader, autoescape=True, trim_blocks=True)
    return templates.get_template("errors.html").render(
        title=title, total=len(found), sections=_nested(found)
    )


def as_text(title: str, found: list[Failure]) -> str:
    """One line a failure: [source] {cue} <content>; G: the gold, V: what Verbale found."""
    lines = [f"{title}: {len(found)} failures"]
    for kind, groups in _nested(found):
        lines.append(f"\n== {kind} ({sum(len(f) for _, by in groups for _, f in by)})")
        for group, by_lemma in groups:
            lines.append(f"\n-- {kind}: {group} ({sum(len(fs) for _, fs in by_lemma)})")
            for lemma, ones in by_lemma:
                lines.append(f"  {lemma} ({len(ones)})")
                lines += [f"    {line}" for one in ones for line in _told(one)]
    return "\n".join(lines) + "\n"


_Lemmas = list[tuple[str, list[Failure]]]
_Groups = list[tuple[str, _Lemmas]]


def _nested(found: list[Failure]) -> list[tuple[str, _Groups]]:
    """Ordered failures as kind -> group -> lemma -> failures."""
    return [
        (
            kind,
            [
                (group, [(lemma, list(ones)) for lemma, ones in groupby(same, lambda f: f.lemma)])
                for group, same in groupby(of_kind, lambda f: f.group)
            ],
        )
        for kind, of_kind in groupby(found, lambda f: f.kind)
    ]


def _told(failure: Failure) -> Iterator[str]:
    head = f"{failure.document} {failure.note}".strip()
    if any(piece.gold for piece in failure.pieces):
        yield f"{head} G: {_line(failure.pieces, of_gold=True)}"
    if any(piece.guess for piece in failure.pieces):
        yield f"{head} V: {_line(failure.pieces, of_gold=False)}"


def _line(pieces: Iterable[Piece], *, of_gold: bool) -> str:
    """The context on one line with the roles of one side marked, each unbroken."""
    runs = groupby(pieces, lambda piece: piece.gold if of_gold else piece.guess)
    marked = (_MARKS[role].format("".join(p.words for p in run)) for role, run in runs)
    return " ".join("".join(marked).split())


if __name__ == "__main__":
    main()
