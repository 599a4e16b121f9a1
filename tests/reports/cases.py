"""Report cases: a page in `data`, and beside it what must be read from it.

A key that is left out says that the report must have nothing there. ``body`` gives the first and
last words of each unbroken stretch.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from verbale.model import Dated, Given, RawDocument, Report, Span

DATA = Path(__file__).parent / "data"
PAGES = sorted(path for path in DATA.iterdir() if path.suffix in (".txt", ".html"))


def document(page: Path) -> RawDocument:
    given = Given(**expected(page).get("given", {}))
    media = "html" if page.suffix == ".html" else "text"
    return RawDocument(data=page.read_bytes(), origin=page.name, media=media, given=given)


def expected(page: Path) -> dict[str, Any]:
    return tomllib.loads(page.with_name(page.name + ".expected.toml").read_text("utf-8"))


def wanted(page: Path, text: str) -> dict[str, Any]:
    """What the case expects, in the form that `found` has."""
    case = expected(page)
    return {
        "headline": case.get("headline"),
        "standfirst": case.get("standfirst"),
        "outlet": case.get("outlet"),
        "authors": case.get("authors", []),
        "agencies": case.get("agencies", []),
        "dateline": case.get("dateline"),
        "published": case.get("published"),
        "updated": case.get("updated"),
        "language": case.get("language", "en" if case["body"] else "und"),
        "flags": sorted(case.get("flags", [])),
        "body": [_stretch(text, first, last) for first, last in case["body"]],
    }


def found(page: Path, report: Report) -> dict[str, Any]:
    """The same parts of a report, dates cut down to the keys that the case gives."""
    case = expected(page)
    line = report.dateline
    told = {"place": line.place, "date": line.date, "agency": line.agency} if line else None
    return {
        "headline": report.headline.text if report.headline else None,
        "standfirst": report.standfirst.of(report.text) if report.standfirst else None,
        "outlet": report.outlet,
        "authors": list(report.authors),
        "agencies": list(report.agencies),
        "dateline": {key: value for key, value in told.items() if value} if told else None,
        "published": _cut(report.published, case.get("published")),
        "updated": _cut(report.updated, case.get("updated")),
        "language": report.language,
        "flags": sorted(report.flags),
        "body": [span.of(report.text) for span in report.body],
    }


def _cut(dated: Dated | None, keys: dict[str, Any] | None) -> dict[str, Any] | None:
    if dated is None:
        return None
    return {key: getattr(dated, key) for key in (keys or ("date", "how"))}


def _stretch(text: str, first: str, last: str) -> str:
    start = _place(text, first, 0).start
    return text[start : _place(text, last, start).end]


def _place(text: str, words: str, floor: int) -> Span:
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    match = re.compile(pattern).search(text, floor)
    assert match is not None, f"{words!r} is not in the text"
    return Span(*match.span())
