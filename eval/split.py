"""``python -m eval.split``: puts gold reports and storylines that are in no half yet into one.

Within each stratum (first letter of the name, which tells the writer, and text or HTML) reports
are taken in the order of their hashed names and go to the half with fewer of that stratum. A
report never changes its half, so test stays unseen when gold grows.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from eval.corpora import HALVES, SPLIT, STORY_SPLIT, read_split
from eval.goldfile import STATEMENTS
from eval.records import media
from eval.storylines import story_folders

_HEAD = """\
# Which half each gold report is in; written by `python -m eval.split`, which never moves one.
# dev is for study, test is only ever scored.
"""


def main() -> None:
    known = read_split()
    pages = [p for ending in ("txt", "html") for p in STATEMENTS.glob(f"*.{ending}")]
    halves = assign(pages, known)
    _write(SPLIT, halves)
    told = [folder.name for folder in story_folders()]
    if told:
        _write(STORY_SPLIT, alternate(told, read_split(STORY_SPLIT)))


def alternate(names: Iterable[str], known: dict[str, list[str]]) -> dict[str, list[str]]:
    """``known`` with new ``names`` added, by their hashes, to the half that has fewer."""
    halves = {half: list(known.get(half, ())) for half in HALVES}
    taken = {name for one in halves.values() for name in one}
    for name in sorted(set(names) - taken, key=_shuffled):
        min(halves.values(), key=len).append(name)
    return {half: sorted(one) for half, one in halves.items()}


def _write(file: Path, halves: dict[str, list[str]]) -> None:
    file.write_text(_HEAD + "".join(_lines(half, halves[half]) for half in HALVES))
    print(f"{file.name}: " + ", ".join(f"{half} {len(halves[half])}" for half in HALVES))


def assign(pages: Iterable[Path], known: dict[str, list[str]]) -> dict[str, list[str]]:
    """``known`` with the reports of ``pages`` that it lacks added."""
    halves = {half: list(known[half]) for half in HALVES}
    by_name = {page.stem: page for page in pages}
    strata = {name: (name[0], media(page)) for name, page in by_name.items()}
    taken = {name for names in halves.values() for name in names}
    for name in sorted(by_name.keys() - taken, key=_shuffled):
        alike = {
            half: sum(strata.get(other) == strata[name] for other in names)
            for half, names in halves.items()
        }
        halves[min(HALVES, key=lambda half: (alike[half], len(halves[half])))].append(name)
    return {half: sorted(names) for half, names in halves.items()}


def _shuffled(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()


def _lines(half: str, names: Iterable[str]) -> str:
    listed = "".join(f'    "{name}",\n' for name in names)
    return f"{half} = [\n{listed}]\n"


if __name__ == "__main__":
    main()
