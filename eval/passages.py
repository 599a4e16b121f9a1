"""``python -m eval.passages``: acts and positions against the study passages.

``--errors acts`` or ``--errors positions`` prints each that is missed, false or wrong; ``--only``
names the files by their beginning (``train2``). The figures are those of `eval.storyscore`.
"""

from __future__ import annotations

import argparse
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

import msgspec
from rich.console import Console

from eval.places import occurrences, read_words
from eval.stories import act_errors, position_errors, shown
from eval.storylines import GoldAct, GoldPosition
from eval.storyschema import RawAct, RawPosition
from eval.storyscore import Table, act_seen, added, position_seen, score_drawn
from verbale import annotate
from verbale.model import Annotation, Given, RawDocument, Span

PASSAGES = Path(__file__).parent / "study" / "passages"


class Passage(msgspec.Struct, frozen=True):
    """A passage with what is in it; offsets count in ``text``, ``published`` is an EDTF day."""

    id: str
    text: str
    published: str | None
    acts: tuple[GoldAct, ...]
    positions: tuple[GoldPosition, ...]


class _RawPassage(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    text: str
    published: str | None = None
    acts: tuple[RawAct, ...] = ()
    positions: tuple[dict[str, object], ...] = ()


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m eval.passages", description=__doc__)
    parser.add_argument("--errors", choices=["acts", "positions"])
    parser.add_argument("--only", default="", help="files whose names begin so")
    options = parser.parse_args(arguments)
    files = sorted(PASSAGES.glob(f"{options.only}*.toml"))
    if options.errors:
        for line in _errors((p for file in files for p in read_passages(file)), options.errors):
            print(line)
        return
    measured: dict[str, Table] = {}
    for file in files:
        writer = file.stem.partition("-")[0]
        scored = added(map(_scored, read_passages(file)))
        measured[writer] = added([measured.get(writer, {}), scored])
    Console().print(shown(measured))


def read_passages(file: Path) -> Iterator[Passage]:
    """The passages of one file; entries whose words are not in the text are left out."""
    given = msgspec.convert(
        tomllib.loads(file.read_text(encoding="utf-8"))["passages"], list[_RawPassage]
    )
    for one in given:
        acts = (GoldAct(act, place) for act in one.acts for place in _places(one.text, [act.words]))
        numbered = (
            msgspec.convert({"id": f"{one.id}/{n}", **p}, RawPosition)
            for n, p in enumerate(one.positions, 1)
        )
        positions = (GoldPosition(p, tuple(_places(one.text, p.places))) for p in numbered)
        yield Passage(one.id, one.text, one.published, tuple(acts), tuple(positions))


def _places(text: str, wanted: Iterable[str]) -> Iterator[Span]:
    for words in wanted:
        read = read_words(words)
        nth = read.nth or 1
        yield from occurrences(text, read.words)[nth - 1 : nth]


def read(passage: Passage) -> Annotation:
    """What Verbale draws from a passage."""
    given = Given(published=passage.published)
    return annotate(
        RawDocument(data=passage.text.encode(), origin=f"{passage.id}.txt", given=given)
    )


def _scored(passage: Passage) -> Table:
    drawn = read(passage)
    return score_drawn(
        [act_seen(act) for act in passage.acts],
        [act_seen(act) for act in drawn.acts],
        [position_seen(one) for one in passage.positions],
        [position_seen(one) for one in drawn.positions],
    )


def _errors(passages: Iterable[Passage], what: Literal["acts", "positions"]) -> Iterator[str]:
    for passage in passages:
        drawn = read(passage)
        yield f"== {passage.id}"
        if what == "acts":
            gold, found = map(act_seen, passage.acts), map(act_seen, drawn.acts)
            yield from act_errors(passage.text, list(gold), list(found))
        else:
            asked, seen = map(position_seen, passage.positions), map(position_seen, drawn.positions)
            yield from position_errors(passage.text, list(asked), list(seen))


if __name__ == "__main__":
    main()
