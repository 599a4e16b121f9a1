"""``python -m eval.bench.presser COUNT EDITED``: indexes generated reports and asks of each.

Prints one line of JSON: processor seconds of indexing, of asking and of signing for each tenth,
how many planted passages were found, and the most memory that the process took.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from eval.bench.pressroom import Planted, Pressroom
from verbale.model import Span
from verbale.provenance.fingerprints import shingles
from verbale.provenance.outline import outline_of
from verbale.provenance.signing import bands
from verbale.record import Record, ReuseRow
from verbale.record.connect import open_writer
from verbale.record.reuse import remove, replace

_HIT = 0.5
_TENTHS = 10
#: Every so many reports, the index of one is written once more and its signing timed by itself.
_LOOK = 20


def main(count: int, edited: float) -> None:
    told = {"index": [0.0] * _TENTHS, "ask": [0.0] * _TENTHS, "sign": [0.0] * _TENTHS}
    due = found = looked = 0
    with TemporaryDirectory() as folder:
        path = Path(folder) / "press.vrb"
        with Record(path) as record:
            writer = open_writer(path, create=False, patience=15)
            for written in Pressroom(count, edited).reports():
                tenth = written.number * _TENTHS // count
                annotation = written.annotation()
                row = int(str(record.add(annotation, written.raw).report_id)[1:])
                if written.number % _LOOK == 0:
                    looked += 1
                    with writer.transaction():
                        remove(writer, row)
                    begun = time.process_time()
                    with writer.transaction():
                        replace(writer, row, annotation)
                    told["index"][tenth] += time.process_time() - begun
                    hashes = shingles(outline_of(annotation.report).ids)
                    begun = time.process_time()
                    bands(hashes)
                    told["sign"][tenth] += time.process_time() - begun
                    begun = time.process_time()
                    answer = record.reuse(f"r{row}")
                    told["ask"][tenth] += time.process_time() - begun
                    if written.planted:
                        due += 1
                        found += _holds(answer, written.planted)
            writer.close()
            size = path.stat().st_size
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    told_all = {**told, "due": due, "found": found, "looked": looked, "peak": peak, "file": size}
    print(json.dumps(told_all))


def _holds(answer: ReuseRow, planted: Planted) -> bool:
    """Whether a passage of the right report covers the planted one by half on both sides."""
    return any(
        other.report == f"r{planted.source + 1}"
        and min(_iou(passage.here, planted.here), _iou(passage.there, planted.there)) > _HIT
        for other in answer.related
        for passage in other.passages
    )


def _iou(one: Span, other: Span) -> float:
    common = min(one.end, other.end) - max(one.start, other.start)
    return max(common, 0) / (max(one.end, other.end) - min(one.start, other.start))


if __name__ == "__main__":
    main(int(sys.argv[1]), float(sys.argv[2]))
