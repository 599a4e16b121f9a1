"""``python -m eval.bench.adding RECORD SECONDS [FIRST [PACE]]``: a writer that adds reports.

They are made from stored annotations of its first reports, each under a name and in letters of its
own. Prints the name of each report once it is in the record: what was printed must be there.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import msgspec

from eval.bench.growing import Given, made
from verbale.errors import RecordBusy
from verbale.model import RawDocument
from verbale.record import Record

_KNOWN = 20


def main(path: Path, seconds: float, first: int = 0, pace: float = 0.0) -> None:
    """Add reports from number ``first`` on for so many seconds, with a pause between them."""
    with Record(path, create=False) as record:
        known = _known(record)
        end = time.monotonic() + seconds
        number = first
        while time.monotonic() < end:
            annotation, raw = made(known, number)
            name = f"added-{number:07}"
            named = msgspec.structs.replace(annotation, id=name, lineage=name, origin=name)
            try:
                record.add(named, msgspec.structs.replace(raw, origin=name))
            except RecordBusy:
                continue
            print(name, flush=True)
            number += 1
            time.sleep(pace)


def _known(record: Record) -> list[Given]:
    """Annotations that the record holds of its first reports."""
    found = []
    for number in range(1, _KNOWN + 1):
        row = record.report(f"r{number}")
        data = record.original(row.id)
        raw = RawDocument(data=data, origin=row.origin, media="text")
        found.append(Given(record.drawn(row.id), raw))
    return found


if __name__ == "__main__":
    _path, _seconds, _first, _pace, *_ = *sys.argv[1:], "0", "0"
    main(Path(_path), float(_seconds), int(_first), float(_pace))
