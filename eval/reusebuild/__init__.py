"""Builds the report groups of `eval/gold/reuse` from the parts they are planted from.

A copy is written as what it takes from its source and what a sub-editor did to it, so gold about
shared words follows from how the text was made and not from a second look at it. The language of
the parts is told in `eval/gold/reuse/REUSE.md`.

    python -m eval.reusebuild           write groups/*.toml and split.toml
    python -m eval.reusebuild --check   only say whether the committed files agree with the parts
"""

import tomllib
from itertools import combinations
from pathlib import Path
from typing import Any

from eval.reusebuild.entries import entries_of
from eval.reusebuild.pages import Built, lay_out
from eval.reusebuild.passages import passages_between
from eval.reusebuild.relations import relation_between
from eval.reusebuild.units import PartsError, Unit, units_of
from eval.reusebuild.writing import render

HOME = Path(__file__).resolve().parents[1] / "gold" / "reuse"


def build(parts: dict[str, Any], boiler: dict[str, str]) -> dict[str, Any]:
    """A group with its gold from its parts."""
    done: dict[str, list[Unit]] = {}
    built: list[Built] = []
    outlets = {report["id"]: report["outlet"] for report in parts["reports"]}
    for report in parts["reports"]:
        units = units_of(report, done, boiler)
        done[report["id"]] = [unit for unit in units if unit.kind == "prose"]
        built.append(lay_out(report, units, outlets))
    built = [report for report in built if not report.head.get("hidden")]
    pairs = list(combinations(built, 2))
    shown = {report.id: report.head["published"] for report in built}
    return {
        "note": parts["note"],
        "region": parts["region"],
        "plants": parts["plants"],
        "outlets": parts["outlets"],
        "reports": [_report_row(report) for report in built],
        "passages": [row for one, other in pairs for row in passages_between(one, other)],
        "pairs": [
            relation_between(one, other, shown, parts.get("pairs", {})) for one, other in pairs
        ],
        "entries": entries_of(parts.get("entries", {}), built, outlets),
        "discrepancies": parts.get("discrepancies", []),
    }


def _report_row(report: Built) -> dict[str, Any]:
    keys = ("id", "outlet", "published", "url", "headline", "credits")
    return {key: report.head[key] for key in keys if key in report.head} | {"text": report.text}


def files() -> dict[Path, str]:
    """Every built file with what it should hold."""
    boiler = tomllib.loads((HOME / "boilerplate.toml").read_text("utf-8"))
    texts = {name: about["text"] for name, about in boiler.items()}
    built: dict[Path, str] = {}
    halves: dict[str, list[str]] = {"dev": [], "test": []}
    for path in sorted((HOME / "parts").glob("*.toml")):
        parts = tomllib.loads(path.read_text("utf-8"))
        halves[parts["half"]].append(path.stem)
        try:
            built[HOME / "groups" / path.name] = render(build(parts, texts))
        except (PartsError, KeyError, IndexError) as error:
            raise PartsError(f"{path.stem}: {error!r}") from error
    split = (
        "# Which half each group is in; written by `python -m eval.reusebuild` from the parts.\n"
    )
    split += "# dev is for study, test is only ever scored.\n"
    for half, names in halves.items():
        split += f"{half} = [\n" + "".join(f'    "{name}",\n' for name in names) + "]\n"
    built[HOME / "split.toml"] = split
    return built


def stale() -> list[str]:
    """Names of committed files that do not agree with the parts."""
    wanted = files()
    there = {*(HOME / "groups").glob("*.toml"), *wanted}
    return sorted(
        path.name
        for path in there
        if not path.exists() or path.read_text("utf-8") != wanted.get(path)
    )
