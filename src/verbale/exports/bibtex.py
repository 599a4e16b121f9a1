"""Reports as BibTeX, for LaTeX and whatever reads it; BibLaTeX finds its ``date`` there, too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from verbale.exports.csl import issued, undated
from verbale.exports.identity import is_address
from verbale.record import Record, ReportRow

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # noqa: SIM905 - macros
#: A key may hold these and nothing else.
_NOT_IN_KEY = re.compile(r"[^A-Za-z0-9:._/-]+")
#: What no TeX file may hold, and what would end a line of it.
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")


def write(record: Record, stream: BinaryIO) -> int:
    """An entry for each report; the number of entries."""
    count = 0
    for row in record.each_report():
        stream.write(entry(row).encode("utf-8", "replace"))
        count += 1
    return count


def entry(row: ReportRow) -> str:
    """``@article`` where the outlet is known, else ``@misc``."""
    kind = "article" if row.outlet else "misc"
    lines = ",\n".join(f"  {name} = {value}" for name, value in _fields(row))
    return f"@{kind}{{{key(row.handle)},\n{lines}\n}}\n\n"


def key(handle: str) -> str:
    """The key that a text cites the report by."""
    return _NOT_IN_KEY.sub("-", handle)


def escaped(words: str) -> str:
    """Words as TeX prints them."""
    plain = _UNSEEN.sub(" ", words).strip()
    return "".join(_SPECIAL.get(letter, letter) for letter in plain)


def _fields(row: ReportRow) -> Iterator[tuple[str, str]]:
    report = row.report
    if report.authors:
        # Braces keep a name whole: nothing tells which part of it is the family's.
        yield "author", "{" + " and ".join(f"{{{escaped(name)}}}" for name in report.authors) + "}"
    yield "title", f"{{{{{escaped(row.headline or row.handle)}}}}}"
    if row.outlet:
        yield "journal", f"{{{{{escaped(row.outlet)}}}}}"
    yield from _days(row)
    if report.url and is_address(report.url):
        yield "url", f"{{{_address(report.url)}}}"
        yield "urldate", f"{{{row.read_at[:10]}}}"
    notes = [f"credited to {escaped(', '.join(report.agencies))}"] if report.agencies else []
    if undated(row):
        notes.append(escaped(undated(row)))
    if notes:
        yield "note", f"{{{'; '.join(notes)}}}"
    if report.language != "und":
        yield "langid", f"{{{escaped(report.language)}}}"


def _days(row: ReportRow) -> Iterator[tuple[str, str]]:
    found = issued(row.published)
    if found is None:
        return
    parts = found["date-parts"][0]
    yield "date", f"{{{row.published}}}"
    yield "year", f"{{{parts[0]}}}"
    if len(parts) > 1 and 1 <= parts[1] <= len(_MONTHS):
        yield "month", _MONTHS[parts[1] - 1]


def _address(url: str) -> str:
    """An address as `url` prints it: percent signs stay, braces and backslashes are escaped."""
    return url.replace("\\", "%5C").replace("{", "%7B").replace("}", "%7D")
