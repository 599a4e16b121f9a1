"""A record of 10,000 reports: what one more costs beside drawing all anew, in any order.

The reports are made from stored annotations of a few generated ones, each under other parties, on
another day and in letters of its own, so that nothing is parsed and no passage is shared.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from random import Random
from statistics import median
from string import ascii_lowercase
from tempfile import TemporaryDirectory
from typing import NamedTuple

import msgspec

from eval.bench import newsroom, texts
from eval.bench.rounds import cpu
from eval.bench.rows import Row
from verbale.model import Annotation, RawDocument
from verbale.pipeline import annotate
from verbale.positions.shifts import story
from verbale.record import Coming, LaneFilter, Record

#: How many reports the target speaks of.
RECORD = 10_000
BASES = 60
#: So many sets of parties deal with each other in the record, for each dispute of the samples.
_DISPUTES = 25
_MORE = 9
#: So many reports go into the record in one go, before anything is timed.
_TOGETHER = 250
#: The record is built a second time in another order; at most of this many reports.
_AGAIN = 500
_FIRST_DAY = date(2020, 1, 1)
_DAYS = 2000
_CODE = re.compile(r'"(X[A-Z]{2})"')


class Given(NamedTuple):
    """A report as a record takes it."""

    annotation: Annotation
    raw: RawDocument


def rows(reports: int) -> list[Row]:
    """One more report, its matters, positions and shifts, against a rebuild of ``reports``."""
    known = bases()
    with TemporaryDirectory() as place:
        with Record(Path(place, "x.vrb")) as record:
            for begun in range(0, reports, _TOGETHER):
                numbers = range(begun, min(reports, begun + _TOGETHER))
                record.add_together(Coming.of(*made(known, number)) for number in numbers)
            seconds = [_one_more(record, made(known, reports + n)) for n in range(_MORE)]
            lanes = len(record.lanes())
            whole = _rebuilt(record)
        moved = _moved(known, min(reports, _AGAIN), Path(place))
    one = median(seconds)
    return [
        Row(
            what="one more report and its parties' shifts / rebuild",
            value=one / whole,
            target=0.02 if reports >= RECORD else None,  # in a small one, a report is much of it
            unit="%",
            context=f"{reports} reports, {lanes} lanes: {one:.2f} s of {whole:.0f} s",
        ),
        Row(
            what="lines of the dump that the order of reading changes",
            value=moved,
            target=0,
            unit="",
            context=f"{min(reports, _AGAIN)} reports in two orders, one of them rebuilt",
        ),
    ]


def made(known: Sequence[Given], number: int) -> Given:
    """The report with this number, always the same."""
    annotation, raw = known[number % len(known)]
    random = Random(number)
    letters = str.maketrans(ascii_lowercase, "".join(random.sample(ascii_lowercase, 26)))
    dispute = number // len(known) % _DISPUTES
    day = (_FIRST_DAY + timedelta(days=random.randrange(_DAYS))).isoformat()
    plain = msgspec.json.encode(annotation).decode()
    if annotation.report.published is not None and annotation.report.published.date:
        plain = plain.replace(f'"{annotation.report.published.date}"', f'"{day}"')
    turned = _CODE.sub(lambda code: f'"{_code(code[1], dispute)}"', plain)
    read = msgspec.json.decode(turned, type=Annotation)
    text = annotation.report.text.translate(letters)
    data = text.encode()
    fields = {"id": f"report-{number:05}", "origin": f"{number:05}.txt", "lineage": f"{number:05}"}
    return Given(
        msgspec.structs.replace(
            read,
            **fields,
            version=sha256(data).hexdigest(),
            report=msgspec.structs.replace(read.report, text=text),
        ),
        msgspec.structs.replace(raw, data=data, origin=fields["origin"]),
    )


def _code(code: str, dispute: int) -> str:
    """The code of another party for each dispute."""
    return f"X{ascii_lowercase[dispute].upper()}{code[1:]}" if dispute else code


def bases(count: int = BASES) -> list[Given]:
    """Generated reports, annotated."""
    lexicon = texts.lexicon()
    found = []
    for number, text in enumerate(newsroom.reports(count)):
        raw = RawDocument(data=text.encode(), origin=f"{number:05}.txt", media="text")
        found.append(Given(annotate(raw, lexicon=lexicon), raw))
    return found


def _one_more(record: Record, given: Given) -> float:
    """Seconds to add a report and to tell the shifts of its parties again."""
    begun = cpu()
    record.add(*given)
    for party in sorted({position.party for position in given.annotation.positions}):
        for lane in record.lanes(LaneFilter(party=party)):
            story(lane)
    return cpu() - begun


def _rebuilt(record: Record) -> float:
    """Seconds to draw all anew, and to tell all shifts."""
    begun = cpu()
    for _ in record.rebuild():
        pass
    for lane in record.lanes():
        story(lane)
    return cpu() - begun


def _moved(known: Sequence[Given], reports: int, place: Path) -> int:
    """How many lines differ between the dumps of two records read in different orders."""
    shuffled = Random(reports).sample(range(reports), reports)
    dumps = []
    for name, order in (("a", range(reports)), ("b", shuffled)):
        with Record(place / f"{name}.vrb") as record:
            for number in order:
                record.add(*made(known, number))
            if name == "b":
                list(record.rebuild())
            dumps.append(set(record.dump()))
    return len(dumps[0] ^ dumps[1])
