"""Reads storylines: several reports on one dispute, with acts, positions and shifts in them.

``python -m eval.storylines check [FOLDER]`` lists what does not fit; the format is described in
``gold/STORYLINES.md``.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from eval.goldfile import text_of
from eval.places import occurrences, read_words
from eval.storyschema import RawAct, RawPosition, RawStoryline, RawStoryReport, misfits
from verbale.model import Span, Spans

STORYLINES = Path(__file__).parent / "gold" / "storylines"
_FILE = "storyline.toml"
#: What a second annotator, who had not seen the first, made of the same reports.
SECOND = "second.toml"


class StoryError(Exception):
    """A storyline that cannot be used, with every reason."""


class GoldAct(msgspec.Struct, frozen=True):
    """An act with the place of its words."""

    given: RawAct
    place: Span


class GoldPosition(msgspec.Struct, frozen=True):
    """A position with the places of its words."""

    given: RawPosition
    places: Spans


class StoryReport(msgspec.Struct, frozen=True):
    """A report of a storyline; offsets count in ``text``."""

    given: RawStoryReport
    path: Path
    text: str
    acts: tuple[GoldAct, ...]
    positions: tuple[GoldPosition, ...]


class Storyline(msgspec.Struct, frozen=True):
    """A storyline read: its tables as given, and its reports in the order of the file."""

    name: str
    given: RawStoryline
    reports: tuple[StoryReport, ...]


def story_folders(folder: Path = STORYLINES) -> list[Path]:
    """The storylines in ``folder``, by name."""
    return sorted(file.parent for file in folder.glob(f"*/{_FILE}"))


def load(folder: Path, file: str = _FILE) -> Storyline:
    """The storyline of ``folder`` as ``file`` annotates it.

    Raises `StoryError` with all that is wrong.
    """
    story, problems = examine(folder, file)
    if story is None or problems:
        raise StoryError("\n".join(f"{folder.name}: {problem}" for problem in problems))
    return story


def examine(folder: Path, file: str = _FILE) -> tuple[Storyline | None, list[str]]:
    """The storyline as far as it can be read, and all that is wrong with it."""
    try:
        fields = tomllib.loads((folder / file).read_text(encoding="utf-8"))
        given = msgspec.convert(fields, RawStoryline)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        return None, [str(error)]
    problems = list(misfits(given))
    reports = []
    for one in given.reports:
        page = folder / one.file
        if not page.exists():
            problems.append(f"{one.file} is not there")
            continue
        text = text_of(page)
        places = _Places(text, one.file, problems)
        acts = tuple(
            GoldAct(act, place) for act in one.acts for place in places.of(act.words, "act")[:1]
        )
        positions = tuple(
            GoldPosition(p, tuple(s for words in p.places for s in places.of(words, p.id)[:1]))
            for p in one.positions
        )
        for position in one.positions:
            if position.condition is not None:
                places.of(position.condition, f"{position.id} condition")
        reports.append(StoryReport(one, page, text, acts, positions))
    return Storyline(folder.name, given, tuple(reports)), problems


class _Places:
    """Where words stand in one report; what is not found is added to ``problems``."""

    def __init__(self, text: str, file: str, problems: list[str]) -> None:
        self._text, self._file, self._problems = text, file, problems

    def of(self, words: str, what: str) -> Spans:
        """The place meant by ``words``: the first, or the one named after ``@@``."""
        wanted = read_words(words)
        found = occurrences(self._text, wanted.words)
        nth = wanted.nth or 1
        if len(found) < nth:
            self._problems.append(f"{self._file} {what}: “{words}” is not in the text")
            return ()
        return found[nth - 1 : nth]


def counted(stories: Iterable[Storyline]) -> dict[str, int]:
    """How much gold there is, by kind."""
    total: Counter[str] = Counter()
    for story in stories:
        total["storylines"] += 1
        total["reports"] += len(story.reports)
        total["acts"] += sum(len(report.acts) for report in story.reports)
        total["positions"] += sum(len(report.positions) for report in story.reports)
        total["shifts"] += len(story.given.shifts)
        total["non-shifts"] += len(story.given.non_shifts)
    return dict(total)


def _lines(folder: Path) -> Iterator[str]:
    stories = []
    for one in story_folders(folder):
        story, problems = examine(one)
        if (one / SECOND).exists():
            problems += examine(one, SECOND)[1]
        yield from (f"{one.name}: {problem}" for problem in problems)
        stories += [story] if story else []
    yield ", ".join(f"{number} {what}" for what, number in counted(stories).items())


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m eval.storylines", description=__doc__)
    parser.add_argument("command", choices=["check"])
    parser.add_argument("folder", nargs="?", type=Path, default=STORYLINES)
    folder = parser.parse_args(arguments).folder
    lines = list(_lines(folder))
    print(*lines, sep="\n")
    return 1 if len(lines) > 1 else 0


if __name__ == "__main__":
    sys.exit(main())
