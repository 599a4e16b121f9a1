"""Reads the report groups of `eval/gold/reuse` and turns their words into offsets.

`eval/gold/reuse/REUSE.md` says what the fields mean. All places are `[start, end)` character
offsets into the text of the report they belong to.

    python -m eval.reusegold            how much there is of what; prints no text
"""

import tomllib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HOME = Path(__file__).resolve().parent / "gold" / "reuse"

COPIES = ("credited-copy", "uncredited-copy", "common-source")
BANDS = (0.03, 0.10, 0.21, 0.40)
"""Upper ends of the bands of edited shares; what is above the last was reworded throughout."""

Place = tuple[int, int]


class GoldError(Exception):
    """Words of the gold do not stand in their report, or stand there more than once."""


@dataclass(frozen=True)
class GroupReport:
    """One report as a system gets it: what is known of it from outside, and its page."""

    id: str
    outlet: str
    published: str
    url: str | None
    headline: str
    text: str
    credits: tuple[str, ...]  # gold: the outlets and agencies its page credits


@dataclass(frozen=True)
class SharedPassage:
    """The same passage in two reports."""

    a: str
    a_place: Place
    b: str
    b_place: Place
    kind: str
    alt: tuple[str, ...]  # other kinds that count as right
    edited: float


@dataclass(frozen=True)
class Pair:
    """How two reports are related; `source` had it first, `common` is the third both drew on."""

    a: str
    b: str
    relation: str
    alt: tuple[str, ...]  # other relations that count as right
    source: str | None
    common: str | None
    reason: str


@dataclass(frozen=True)
class Carrier:
    """A report that carries an utterance or tells an act, and the way it says it came."""

    report: str
    place: Place
    chain: tuple[str, ...]
    channel: str


@dataclass(frozen=True)
class Entry:
    """One utterance or act with its carriers and the true number of independent origins."""

    id: str
    kind: str
    speaker: str | None
    said: str | None
    origins: tuple[int, int]
    why: str
    carriers: tuple[Carrier, ...]


@dataclass(frozen=True)
class Discrepancy:
    """Where carriers of one entry, or tellers of one event, do not agree."""

    kind: str  # date | number | polarity | speaker | wording | place
    entry: str | None
    about: str
    places: dict[str, Place]


@dataclass(frozen=True)
class Group:
    """A few reports that belong together, and everything that holds between them."""

    name: str
    half: str
    note: str
    plants: tuple[str, ...]
    outlets: dict[str, dict[str, Any]]  # kind, country, aliases
    reports: tuple[GroupReport, ...]
    passages: tuple[SharedPassage, ...]
    pairs: tuple[Pair, ...]
    entries: tuple[Entry, ...]
    discrepancies: tuple[Discrepancy, ...]


@dataclass(frozen=True)
class Boilerplate:
    """Words of an outlet that stand under several of its reports, in several groups."""

    outlet: str
    text: str
    reports: tuple[tuple[str, str], ...]  # (group, report)


def place(text: str, words: list[str] | str) -> Place:
    """The place of words: whole ones, or the first and the last of a longer stretch."""
    pieces = [words] if isinstance(words, str) else words
    for piece in pieces:
        if text.count(piece) != 1:
            raise GoldError(f"{piece!r} stands {text.count(piece)} times")
    return text.index(pieces[0]), text.index(pieces[-1]) + len(pieces[-1])


def load(half: str | None = None, home: Path = HOME) -> list[Group]:
    """All groups, or those of one half ("dev" or "test"), in the order of their names."""
    split = tomllib.loads((home / "split.toml").read_text("utf-8"))
    return [
        read_group(home / "groups" / f"{name}.toml", which)
        for which in ("dev", "test")
        if half in (None, which)
        for name in split[which]
    ]


def boilerplate(groups: list[Group], home: Path = HOME) -> list[Boilerplate]:
    """The lines that outlets repeat, with every report among these groups that carries them."""
    given = tomllib.loads((home / "boilerplate.toml").read_text("utf-8"))
    found = []
    for about in given.values():
        reports = [(g.name, r.id) for g in groups for r in g.reports if about["text"] in r.text]
        if reports:
            found.append(Boilerplate(about["outlet"], about["text"], tuple(reports)))
    return found


def read_group(path: Path, half: str) -> Group:
    """One group from its file; fails where its words cannot be found exactly once."""
    raw = tomllib.loads(path.read_text("utf-8"))
    reports = tuple(_report(row) for row in raw["reports"])
    texts = {report.id: report.text for report in reports}
    try:
        return Group(
            name=path.stem,
            half=half,
            note=raw["note"],
            plants=tuple(raw["plants"]),
            outlets=raw["outlets"],
            reports=reports,
            passages=tuple(_passage(row, texts) for row in raw.get("passages", [])),
            pairs=tuple(_pair(row) for row in raw["pairs"]),
            entries=tuple(_entry(row, texts) for row in raw.get("entries", [])),
            discrepancies=tuple(_discrepancy(row, texts) for row in raw.get("discrepancies", [])),
        )
    except GoldError as error:
        raise GoldError(f"{path.name}: {error}") from error


def _report(row: dict[str, Any]) -> GroupReport:
    return GroupReport(
        id=row["id"],
        outlet=row["outlet"],
        published=row["published"],
        url=row.get("url"),
        headline=row["headline"],
        text=row["text"],
        credits=tuple(row.get("credits", [])),
    )


def _passage(row: dict[str, Any], texts: dict[str, str]) -> SharedPassage:
    return SharedPassage(
        a=row["a"],
        a_place=place(texts[row["a"]], row["a_words"]),
        b=row["b"],
        b_place=place(texts[row["b"]], row["b_words"]),
        kind=row["kind"],
        alt=tuple(row.get("alt", [])),
        edited=row["edited"],
    )


def _pair(row: dict[str, Any]) -> Pair:
    return Pair(
        a=row["a"],
        b=row["b"],
        relation=row["relation"],
        alt=tuple(row.get("alt", [])),
        source=row.get("from"),
        common=row.get("common"),
        reason=row["reason"],
    )


def _entry(row: dict[str, Any], texts: dict[str, str]) -> Entry:
    low, high = row["origins"]
    return Entry(
        id=row["id"],
        kind=row["kind"],
        speaker=row.get("speaker"),
        said=row.get("said"),
        origins=(low, high),
        why=row["why"],
        carriers=tuple(
            Carrier(
                report=carrier["report"],
                place=place(texts[carrier["report"]], carrier["words"]),
                chain=tuple(carrier["chain"]),
                channel=carrier["channel"],
            )
            for carrier in row["carriers"]
        ),
    )


def _discrepancy(row: dict[str, Any], texts: dict[str, str]) -> Discrepancy:
    return Discrepancy(
        kind=row["kind"],
        entry=row.get("entry"),
        about=row["about"],
        places={report: place(texts[report], words) for report, words in row["words"].items()},
    )


def counts(groups: list[Group]) -> dict[str, dict[str, int]]:
    """How much there is of what, for the data card."""
    passages = [passage for group in groups for passage in group.passages]
    entries = [entry for group in groups for entry in group.entries]
    return {
        "size": {
            "groups": len(groups),
            "reports": sum(len(group.reports) for group in groups),
            "words": sum(len(r.text.split()) for group in groups for r in group.reports),
            "passages": len(passages),
            "pairs": sum(len(group.pairs) for group in groups),
            "entries": len(entries),
            "carriers": sum(len(entry.carriers) for entry in entries),
            "discrepancies": sum(len(group.discrepancies) for group in groups),
        },
        "plants": _tally(plant for group in groups for plant in group.plants),
        "kinds": _tally(passage.kind for passage in passages),
        "edited": _tally(_band(p.edited) for p in passages if p.kind in COPIES),
        "relations": _tally(pair.relation for group in groups for pair in group.pairs),
        "origins": _tally("{}-{}".format(*entry.origins) for entry in entries),
    }


def _tally(items: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(items).items()))


def _band(edited: float) -> str:
    """The band of an edited share, as the guide cuts them."""
    return next((f"to {top:.0%}" for top in BANDS if edited <= top), f"over {BANDS[-1]:.0%}")


def main() -> None:
    for half in ("dev", "test"):
        for name, tally in counts(load(half)).items():
            print(half, name, ", ".join(f"{key} {number}" for key, number in tally.items()))


if __name__ == "__main__":
    main()
