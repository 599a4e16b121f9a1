"""Reports of an invented world, with the statements that a reader would find in them."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from verbale.digest import rules_digest
from verbale.model import (
    Annotation,
    Dated,
    Given,
    Headline,
    Position,
    RawDocument,
    Report,
    Span,
    Statement,
)
from verbale.record import Record
from verbale.version import __version__

CODE = f"verbale {__version__}+{rules_digest()}; no model"
WORLD = """
[[party]]
code = "XOR"
kind = "state"
name = "Ordania"
adjectives = ["Ordanian"]
capitals = ["Orda"]
metonyms = ["Orda"]
example = "Ordania closed the ferry."

[[party]]
code = "XVE"
kind = "state"
name = "Velt Islands"
names = ["Velt"]
adjectives = ["Veltish"]
example = "The Velt Islands asked for a new ferry."

[[party]]
code = "XTA"
kind = "state"
name = "Tarn"
adjectives = ["Tarnish"]
example = "Tarn offered a pier."

[[institution]]
name = "Pilot House"
country = "XVE"
kind = "government"
example = "Pilot House said no."
"""


def said(words: str, source: str, cue: str, content: str | tuple[str, ...], **fields: Any) -> Any:
    """A statement, told by the words it stands in; made into places by `report`."""
    parts = (content,) if isinstance(content, str) else content
    return {"within": words, "source": source, "cue": cue, "content": parts, **fields}


def report(
    text: str,
    *statements: Any,
    origin: str,
    day: str | None = "2024-03-04",
    outlet: str | None = "The Orda Courier",
    positions: tuple[dict[str, Any], ...] = (),
    **fields: Any,
) -> tuple[Annotation, RawDocument]:
    """A report whose first line is its headline."""
    raw = RawDocument(
        data=text.encode(), origin=origin, given=Given(url=f"https://n.example/{origin}")
    )
    first = Span(0, text.index("\n"))
    found = Report(
        text=text,
        headline=Headline(text=first.of(text), span=first),
        outlet=outlet,
        published=Dated(date=day, how="stated", basis="page") if day else None,
        language=fields.pop("language", "en"),
        url=raw.given.url,
        body=(Span(first.end + 1, len(text)),),
        **fields,
    )
    annotation = Annotation(
        id=f"{origin}-{hashlib.sha256(raw.lineage.encode()).hexdigest()[:8]}",
        origin=origin,
        lineage=raw.lineage,
        version=raw.version,
        code=CODE,
        report=found,
        statements=tuple(_placed(text, n, told) for n, told in enumerate(statements, 1)),
        positions=tuple(_position(text, n, told) for n, told in enumerate(positions, 1)),
    )
    return annotation, raw


def _placed(text: str, number: int, told: dict[str, Any]) -> Statement:
    fields = dict(told)
    within = fields.pop("within")
    start = text.index(within)

    def place(words: str) -> Span:
        at = text.index(words, start)
        return Span(at, at + len(words))

    content = tuple(map(place, fields.pop("content")))
    source, cue = fields.pop("source"), fields.pop("cue")
    return Statement(
        id=number,
        source=(place(source),) if source else (),
        cue=(place(cue),) if cue else (),
        content=content,
        rule="test",
        **fields,
    )


def _position(text: str, number: int, told: dict[str, Any]) -> Position:
    fields = dict(told)
    at = text.index(fields["evidence"])
    fields["evidence"] = (Span(at, at + len(fields["evidence"])),)
    return Position(id=number, rule="test", **fields)


FERRY = report(
    "Ordania ready for ferry talks with Velt\n"
    'ORDA, 4 March. "We are ready to sail again. The pier is painted," Lena Brask told reporters.\n'
    "She denied that the ferry had been sold, and added that no date was fixed.\n"
    "Pilot House has repeatedly stated that the ferry is Veltish.\n",
    said(
        '"We',
        "Lena Brask",
        "told",
        "We are ready to sail again. The pier is painted",
        type="direct",
        speaker="Lena Brask",
        office="Minister of Ferries",
        country="XOR",
        to="reporters",
        said_on="2024-03-04",
        said_how="inferred",
    ),
    said(
        "She",
        "She",
        "denied that",
        "the ferry had been sold",
        speaker="Lena Brask",
        office="Minister of Ferries",
        country="XOR",
        polarity="denies",
    ),
    said(
        "Pilot",
        "Pilot House",
        "has repeatedly stated that",
        "the ferry is Veltish",
        speaker="Pilot House",
        country="XVE",
        background=True,
    ),
    origin="ferry.txt",
    positions=(
        {
            "party": "XOR",
            "matter": "ferry",
            "on": "talks",
            "stance": "conditional",
            "condition": "sail again",
            "evidence": "We are ready to sail again",
            "statement": 1,
        },
    ),
)
ANSWER = report(
    "Velt wants the ferry back, envoy tells Ordania\n"
    "VELT, 9 March. The Velt Islands want their ferry and no talks, Veltish ambassador Iro Salm "
    "told the Velt Wire, and recalled the words of Lena Brask that the pier was painted.\n"
    '"A painted pier is a wet pier," he said. "We shall wait for summer."\n',
    said(
        "The Velt",
        "Veltish ambassador Iro Salm",
        "told",
        "The Velt Islands want their ferry and no talks",
        speaker="Iro Salm",
        office="ambassador",
        country="XVE",
        to="the Velt Wire",
        said_on="2024-03-08",
        said_how="stated",
    ),
    said(
        "ambassador Iro Salm told",
        "ambassador Iro Salm",
        "recalled",
        "the words of Lena Brask that the pier was painted",
        speaker="Iro Salm",
        country="XVE",
    ),
    said(
        "the words",
        "Lena Brask",
        "words",
        "the pier was painted",
        speaker="Lena Brask",
        country="XOR",
        via=("Iro Salm",),
        nested_in=2,
    ),
    said(
        '"A painted',
        "he",
        "said",
        ("A painted pier is a wet pier", "We shall wait for summer."),
        type="direct",
        speaker="Iro Salm",
        office="ambassador",
        country="XVE",
        said_on="2024-03-09",
        said_how="inferred",
    ),
    origin="answer.txt",
    day="2024-03-10",
    outlet="Velt Herald",
    agencies=("Velt Wire",),
)
COPY = report(
    "Envoy: ferry and no talks for Ordania\n"
    "The Velt Islands want their ferry and no talks, ambassador Iro Salm said last week.\n"
    "Its head of pilots did not want to be seen with Ordania.\n",
    said(
        "The Velt",
        "ambassador Iro Salm",
        "said",
        "The Velt Islands want their ferry and no talks",
        speaker="Iro Salm",
        country=None,
    ),
    said("Its", "Its head of pilots", "did not want", "to be seen with Ordania", office="head"),
    origin="copy.txt",
    day="2024-03-12",
    outlet=None,
)
SOMEDAY = report(
    "Ordania looks for paint, Velt for a pilot\n"
    'ORDA, 20 May. "Paint is dear," Lena Brask said at the harbour.\n',
    said(
        '"Paint',
        "Lena Brask",
        "said",
        "Paint is dear",
        type="direct",
        speaker="Lena Brask",
        country="XOR",
        venue="the harbour",
    ),
    origin="someday.txt",
    day="XXXX-05-20",
)
TARN = report(
    "Tarn offers a pier to Ordania and Velt\n"
    "Tarn has a pier to spare, harbour master Olt Grim said on Monday.\n",
    said(
        "Tarn has",
        "harbour master Olt Grim",
        "said",
        "Tarn has a pier to spare",
        speaker="Olt Grim",
        office="harbour master",
        country="XTA",
        said_on="2024-04-01",
        said_how="inferred",
    ),
    origin="tarn.txt",
    day="2024-04-02",
)
FOREIGN = report(
    "Le bac reste à quai entre Ordania et Velt\nOn attend.\n",
    origin="bac.txt",
    day="2024-04-03",
    language="fr",
    flags=("unserved-language",),
)
ALL = (FERRY, ANSWER, COPY, SOMEDAY, TARN, FOREIGN)


def filled(path: Path, reports: tuple[tuple[Annotation, RawDocument], ...] = ALL) -> Record:
    """An open record with ``reports``, read in this order, that knows the invented world."""
    record = Record(path, clock=lambda: "2024-06-01T00:00:00Z")
    record.keep_extensions({"world.toml": WORLD})
    for annotation, raw in reports:
        record.add(annotation, raw)
    return record
