"""The collections that are scored: own gold in two halves, the seeds, PolNeAR.

The seeds and PolNeAR are third-party texts that stand beside the repository in ``../shared`` and
may be absent; own gold ships. ``gold/split.toml`` says which report of our own is in which half.
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

import msgspec

from eval.goldfile import STATEMENTS, load, load_all
from eval.records import GoldReport, GoldStatement, ReportFacts
from verbale.model import Span, Spans

GOLD = Path(__file__).parent / "gold"
SPLIT = GOLD / "split.toml"
LATER = GOLD / "later"
STORY_SPLIT = GOLD / "storylines" / "split.toml"
SHARED = Path(__file__).resolve().parents[2] / "shared"
HALVES = ("dev", "test")


def own(half: str) -> tuple[GoldReport, ...]:
    """Our own gold reports of one half, ``dev`` or ``test``, by name."""
    return tuple(load(STATEMENTS / f"{name}.toml") for name in read_split()[half])


def later(folder: Path = LATER) -> tuple[GoldReport, ...]:
    """The reports of our own gold that were written late; only scored."""
    return load_all(folder)


def read_split(file: Path = SPLIT) -> dict[str, list[str]]:
    """Names of the reports (or storylines) of each half, sorted; none before it is written."""
    if not file.exists():
        return {half: [] for half in HALVES}
    return tomllib.loads(file.read_text(encoding="utf-8"))


def digest(folder: Path = GOLD, without: Collection[str] = ("storylines", "reuse")) -> str:
    """A sha256 over texts, annotations and split, names and bytes, in order of name.

    What lies in the folders named ``without`` has a digest of its own.
    """
    total = hashlib.sha256()
    files = (path for kind in ("txt", "html", "toml") for path in folder.rglob(f"*.{kind}"))
    for file in sorted(f for f in files if f.relative_to(folder).parts[0] not in without):
        name = file.relative_to(folder).as_posix()
        total.update(f"{name}\0{hashlib.sha256(file.read_bytes()).hexdigest()}\n".encode())
    return total.hexdigest()


def seeds(shared: Path = SHARED) -> tuple[GoldReport, ...]:
    """The three seed reports with their hand-made gold; empty where they are absent."""
    found = []
    for file in sorted((shared / "gold").glob("seed_*.json")):
        number = file.stem.removeprefix("seed_")
        text = next((shared / "seeds").glob(f"{number}_*.txt"))
        found.append(_seed(file.stem, text, json.loads(file.read_text(encoding="utf-8"))))
    return tuple(found)


def polnear(half: str, shared: Path = SHARED) -> tuple[GoldReport, ...]:
    """The articles of PolNeAR's ``train`` or ``dev``, whole texts as body; empty where absent."""
    file = shared / "data" / "polnear" / f"{half}.jsonl"
    if not file.exists():
        return ()
    with file.open(encoding="utf-8") as lines:
        return tuple(_article(json.loads(line)) for line in lines)


def _seed(name: str, file: Path, gold: dict[str, Any]) -> GoldReport:
    page = gold["report"]
    text = file.read_bytes().decode()
    headline = Span(*page["headline"]["span"])
    body = _spans(page["body"])
    return GoldReport(
        name=name,
        text=text,
        statements=tuple(map(_seed_statement, gold["statements"])),
        facts=_seed_facts(page, body),
        headline=headline,
        zones=(headline, *body),
        path=file,
    )


def _seed_facts(page: dict[str, Any], body: Spans) -> ReportFacts:
    return ReportFacts(
        judged=frozenset(
            {"headline", "outlet", "agencies", "place", "published", "language", "body"}
        ),
        headline=page["headline"]["text"],
        outlet=page["outlet"],
        agencies=tuple(page["agencies"]),
        place=page["dateline"]["place"],
        published=page["published"]["date"],
        language=page["language"],
        body=body,
    )


def _seed_statement(given: dict[str, Any]) -> GoldStatement:
    return msgspec.convert(given | {"number": given["id"]}, GoldStatement)


def _article(given: dict[str, Any]) -> GoldReport:
    statements = tuple(
        msgspec.convert(statement | {"number": number}, GoldStatement)
        for number, statement in enumerate(given["statements"], 1)
    )
    text = given["text"]
    return GoldReport(
        name=given["id"], text=text, statements=statements, zones=(Span(0, len(text)),)
    )


def _spans(pairs: Iterable[tuple[int, int]]) -> Spans:
    return tuple(Span(start, end) for start, end in pairs)
