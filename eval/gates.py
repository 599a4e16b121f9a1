"""``python -m eval.gates``: fails when a figure on our own gold has fallen.

``floors.toml`` holds the least each figure may be (``ceilings``: the most), and a digest of the
gold they were measured on. Nothing is lowered, and no other gold taken, without being asked.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from eval.corpora import digest
from eval.figures import LOWER_IS_BETTER, Figures, is_count
from eval.reusegold import HOME as REUSE
from eval.run import measure
from eval.storylines import STORYLINES

FLOORS = Path(__file__).parent / "floors.toml"
_OF = ("own", "stories", "reuse", "origins")
GATED = (*(f"{gold}-{half}" for gold in _OF for half in ("dev", "test")), "own-later")
#: ``--raise`` leaves this much room below a share, so that one statement in a large group may
#: change sides without a red gate; for what is counted per 20 sentences it is ten times as much.
MARGIN = 0.005
_HEAD = """\
# The least that each figure on our own gold may be, and the most. Written by
# `python -m eval.gates --raise`; read by tests/eval/test_gates.py.
"""


class Floors(msgspec.Struct, frozen=True):
    """Bounds by corpus and figure; ``digest``, ``stories`` and ``reuse`` are of the gold they hold
    for."""

    digest: str
    floors: dict[str, dict[str, float]] = {}
    ceilings: dict[str, dict[str, float]] = {}
    stories: str = ""
    reuse: str = ""


class Breach(msgspec.Struct, frozen=True):
    """A figure on the wrong side of its bound; ``value`` is None when it is no longer measured."""

    corpus: str
    figure: str
    bound: float
    value: float | None

    def __str__(self) -> str:
        value = "not measured" if self.value is None else f"{self.value:.4f}"
        return f"{self.corpus} {self.figure}: {value}, bound {self.bound:.4f}"


def read_floors(file: Path = FLOORS) -> Floors:
    """The bounds as they stand in the file."""
    return msgspec.convert(tomllib.loads(file.read_text(encoding="utf-8")), Floors)


def breaches(floors: Floors, measured: Mapping[str, Figures]) -> Iterator[Breach]:
    """Every figure that is on the wrong side of its bound."""
    for bounds, sign in ((floors.floors, 1), (floors.ceilings, -1)):
        for corpus, names in bounds.items():
            for name, bound in names.items():
                value = measured.get(corpus, {}).get(name)
                if value is None or sign * value < sign * bound:
                    yield Breach(corpus, name, bound, value)


def raised(floors: Floors, measured: Mapping[str, Figures], *, allow_lower: bool) -> Floors:
    """``floors`` drawn up to the present figures less `MARGIN`; down only with ``allow_lower``."""
    kept = Floors("") if allow_lower else floors
    lows, highs = dict(kept.floors), dict(kept.ceilings)
    for corpus, found in measured.items():
        least, most = dict(lows.get(corpus, {})), dict(highs.get(corpus, {}))
        for name, value in found.items():
            if name in LOWER_IS_BETTER:
                most[name] = min(round(value + 10 * MARGIN, 4), most.get(name, float("inf")))
            elif not is_count(name):
                least[name] = max(round(value - MARGIN, 4), least.get(name, 0.0))
        lows[corpus], highs[corpus] = least, most
    return Floors(floors.digest, lows, highs, floors.stories, floors.reuse)


def write_floors(floors: Floors, file: Path = FLOORS) -> None:
    """Write the bounds, figures in order of name."""
    golds = (("digest", floors.digest), ("stories", floors.stories), ("reuse", floors.reuse))
    lines = [_HEAD, *(f'{name} = "{value}"\n' for name, value in golds)]
    for kind, bounds in (("floors", floors.floors), ("ceilings", floors.ceilings)):
        for corpus, names in sorted(bounds.items()):
            lines.append(f"\n[{kind}.{corpus}]\n")
            lines += [f'"{name}" = {bound:.4f}\n' for name, bound in sorted(names.items())]
    file.write_text("".join(lines), encoding="utf-8")


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m eval.gates", description=__doc__)
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift to today's figures")
    parser.add_argument("--allow-lower", action="store_true", help="with --raise: lower as well")
    parser.add_argument(
        "--accept-corpus", action="store_true", help="the gold was changed on purpose"
    )
    options = parser.parse_args(arguments)
    floors = read_floors()
    present, told, shared = digest(), digest(STORYLINES, without=()), digest(REUSE, without=())
    known = (floors.digest, floors.stories, floors.reuse)
    if known != (present, told, shared) and not options.accept_corpus:
        print("the gold has changed; say --accept-corpus if that is meant")
        return 2
    floors = msgspec.structs.replace(floors, digest=present, stories=told, reuse=shared)
    measured = {corpus: measure(corpus) for corpus in GATED}
    if options.lift:
        floors = raised(floors, measured, allow_lower=options.allow_lower)
    fallen = list(breaches(floors, measured))
    if options.lift or options.accept_corpus:
        write_floors(floors)
    for breach in fallen:
        print(breach)
    total = sum(len(names) for kind in (floors.floors, floors.ceilings) for names in kind.values())
    print(f"{total - len(fallen)} of {total} figures hold")
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
