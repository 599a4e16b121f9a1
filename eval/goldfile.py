"""Reads a gold pair, ``NAME.txt|html`` + ``NAME.toml``, into offsets; says what does not fit.

``python -m eval.goldfile check [FOLDER]`` lists every problem of every pair and repairs nothing.
The format is described in ``gold/GUIDELINES.md``.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from eval.goldschema import Problem, RawGold, RawStatement, read_raw
from eval.placing import Placer
from eval.records import GoldReport, GoldStatement, ReportFacts, media
from eval.regions import Regions, find_regions
from verbale.lexicon import default_lexicon
from verbale.model import RawDocument
from verbale.reports import read_report

STATEMENTS = Path(__file__).parent / "gold" / "statements"


class GoldError(Exception):
    """A gold file that cannot be used; carries every problem found in it."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


def load(toml: Path, text: Path | None = None) -> GoldReport:
    """The gold report of ``toml``; ``text`` is its text file when that stands elsewhere.

    Raises `GoldError` naming file, statement and words when a place cannot be settled.
    """
    gold, problems = examine(toml, text)
    fatal = [problem for problem in problems if problem.fatal]
    if fatal or gold is None:
        raise GoldError(fatal)
    return gold


def gold_files(folder: Path) -> list[Path]:
    """The annotations in ``folder``; a sidecar (``NAME.txt.meta.toml``) is none."""
    return sorted(t for t in folder.glob("*.toml") if not t.name.endswith(".meta.toml"))


def load_all(folder: Path = STATEMENTS) -> tuple[GoldReport, ...]:
    """Every gold report of ``folder``, by name."""
    return tuple(load(toml) for toml in gold_files(folder))


def examine(toml: Path, text: Path | None = None) -> tuple[GoldReport | None, list[Problem]]:
    """The gold report as far as it can be read, and everything that is doubtful about it."""
    page = text or _page_of(toml)
    if page is None:
        return None, [Problem(toml.name, reason="no .txt or .html beside it", fatal=True)]
    try:
        fields = tomllib.loads(toml.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        return None, [Problem(toml.name, reason=f"is no TOML: {error}", fatal=True)]
    raw, problems = read_raw(fields, toml.name)
    if raw is None:
        return None, problems
    words = text_of(page)
    regions, unplaced = find_regions(words, raw.report, toml.name)
    placer = Placer(toml.name, words, raw.statements, regions, tolerant=media(page) == "html")
    statements = tuple(_statement(number, given, placer) for number, given in raw.numbered())
    gold = GoldReport(
        name=toml.stem,
        text=words,
        statements=statements,
        facts=_facts(raw, regions),
        headline=regions.headline,
        zones=regions.all,
        path=page,
    )
    return gold, [*problems, *unplaced, *placer.problems]


def text_of(page: Path) -> str:
    """The text that offsets count in: that of `verbale.reports.read_report`."""
    document = RawDocument(data=page.read_bytes(), origin=page.name, media=media(page))
    return read_report(document, default_lexicon()).text


def _page_of(toml: Path) -> Path | None:
    pages = (toml.with_suffix(ending) for ending in (".txt", ".html"))
    return next((page for page in pages if page.exists()), None)


def _statement(number: int, given: RawStatement, placer: Placer) -> GoldStatement:
    placed = placer.place(number)
    return GoldStatement(
        number=number,
        zone=given.zone,
        speech=given.speech,
        source=placed.source,
        cue=placed.cue,
        content=placed.content,
        type=given.type,
        form=given.form,
        speaker=given.speaker,
        office=given.office,
        country=given.country,
        via=given.via,
        to=given.to,
        venue=given.venue,
        said_on=given.said_on,
        polarity=given.polarity,
        nested_in=given.nested_in,
        background=given.background,
        optional=given.optional,
    )


#: What our own gold decides about a page.
JUDGED = frozenset(
    {
        "headline",
        "standfirst",
        "outlet",
        "authors",
        "agencies",
        "place",
        "dateline_date",
        "dateline_agency",
        "published",
        "published_how",
        "updated",
        "language",
        "body",
        "flags",
    }
)


def _facts(raw: RawGold, regions: Regions) -> ReportFacts:
    said = raw.report
    line, published, updated = said.dateline, said.published, said.updated
    return ReportFacts(
        judged=JUDGED,
        headline=said.headline,
        standfirst=said.standfirst,
        outlet=said.outlet,
        authors=said.authors,
        agencies=said.agencies,
        place=line.place if line else None,
        dateline_date=line.date if line else None,
        dateline_agency=line.agency if line else None,
        published=published.date if published else None,
        published_how=published.how if published else None,
        updated=updated.date if updated else None,
        language=said.language,
        body=regions.body,
        flags=said.flags,
    )


def problems_in(folder: Path) -> Iterator[Problem]:
    """Every problem of every gold file of ``folder``, and of texts that have none."""
    for toml in gold_files(folder):
        yield from examine(toml)[1]
    for page in sorted((*folder.glob("*.txt"), *folder.glob("*.html"))):
        if not page.with_suffix(".toml").exists():
            yield Problem(page.name, reason="has no .toml beside it", fatal=True)


def counted(folder: Path) -> str:
    """How much gold a folder holds, in one line: for the data card."""
    reports = [gold for toml in gold_files(folder) if (gold := examine(toml)[0]) is not None]
    said = [statement for gold in reports for statement in gold.statements]
    figures = {
        "statements": len(said),
        "forms": len({statement.form for statement in said} - {None}),
        "nested": sum(statement.nested_in is not None for statement in said),
        "denials or omissions": sum(statement.polarity != "affirms" for statement in said),
        "optional": sum(statement.optional for statement in said),
        "words of text": sum(len(gold.text.split()) for gold in reports),
    }
    return ", ".join(f"{number:,} {noun}" for noun, number in figures.items())


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m eval.goldfile", description=__doc__)
    parser.add_argument("command", choices=["check"])
    parser.add_argument("folder", nargs="?", type=Path, default=STATEMENTS)
    parser.add_argument("--errors", action="store_true", help="leave out what is only doubtful")
    options = parser.parse_args(arguments)
    problems = [p for p in problems_in(options.folder) if p.fatal or not options.errors]
    for problem in problems:
        print(problem)
    fatal = sum(problem.fatal for problem in problems)
    files = len(gold_files(options.folder))
    print(f"{files} files, {fatal} errors, {len(problems) - fatal} doubts")
    print(counted(options.folder))
    return 1 if fatal else 0


if __name__ == "__main__":
    sys.exit(main())
