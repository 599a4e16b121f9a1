from __future__ import annotations

import msgspec
import pytest

from tests.record.factory import TALKS, annotate
from verbale.model import Act, Position, Span
from verbale.record import Record

HOSTILE = """=1+1 {braces} & 100% #1 \\end{document} <b>bold</b> 平和 \x07
{O'Nil_Fenn|said|"well" & <i>so</i>; \\input ~ ^ $5} today.
"""


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory):
    """Reports with an address and without, without a year, with a shift, and one that attacks."""
    day = [1]

    def told() -> str:
        return f"2031-03-{day[0]:02}T07:00:00Z"

    with Record(tmp_path_factory.mktemp("standards") / "north.vrb", clock=told) as record:
        annotation, raw = annotate(TALKS, "a.txt", url="https://courier.example/a?x=1&y=%7B")
        report = msgspec.structs.replace(
            annotation.report,
            url="https://courier.example/a?x=1&y=%7B",
            authors=("Ada Marr", "Bo Li"),
        )
        more = (
            Act(id=2, type="SANCTION", actor=("ORD", "VEL"), recipient=("KEL",), flags=("negated",),
                evidence=(Span(0, 8),), date="2024-03"),
            Act(id=3, type="CONSULT", mode="visit", actor=("ORD", "VEL"), symmetric=True,
                evidence=(Span(0, 8),)),
        )  # fmt: skip
        acts = (*annotation.acts, *more)
        record.add(msgspec.structs.replace(annotation, report=report, acts=acts), raw)
        day[0] += 1
        for month, stance in ((4, "refuses"), (5, "supports")):
            published = f"2024-{month:02}-01"
            later, other = annotate(f"{TALKS}{month}\n", f"{month}.txt", published=published)
            held = Position(id=1, party="ORD", matter="ferry", on="talks", stance=stance,
                            evidence=later.statements[0].content, statement=1)  # fmt: skip
            record.add(msgspec.structs.replace(later, positions=(held,)), other)
        day[0] += 1
        record.add(*annotate(HOSTILE, "h.txt", published="XXXX-07-15", outlet="A & B {C}"))
        yield record
