"""Reads a short text as far as its acts and positions, for the tests of both."""

from typing import NamedTuple

from verbale.actors import Cast
from verbale.acts import code_acts
from verbale.acts.ground import survey
from verbale.language import backend_for
from verbale.lexicon import default_lexicon
from verbale.model import Act, Dated, Headline, Position, Report, Span, Statement
from verbale.passages import find_passages, read_frames
from verbale.positions.find import find_positions
from verbale.statements import find_statements


class Read(NamedTuple):
    text: str
    statements: tuple[Statement, ...]
    acts: tuple[Act, ...]
    positions: tuple[Position, ...]


def report_of(text: str, headline: str | None = None, day: str | None = "2024-05-14") -> Report:
    """A report whose body is ``text``; a headline stands above it as a line of its own."""
    whole = f"{headline}\n\n{text}" if headline else text
    start = len(whole) - len(text)
    return Report(
        text=whole,
        headline=Headline(text=headline, span=Span(0, len(headline))) if headline else None,
        published=Dated(date=day, how="stated") if day else None,
        language="en",
        body=(Span(start, len(whole)),),
    )


def read(text: str, headline: str | None = None, day: str | None = "2024-05-14") -> Read:
    return read_report(report_of(text, headline, day))


def read_report(report: Report) -> Read:
    backend = backend_for("en")
    assert backend is not None
    passages = find_passages(report)
    frames = read_frames(report, passages, backend)
    cast = Cast(report, frames, default_lexicon())
    statements = find_statements(report, passages, frames, cast).statements
    ground = survey(report, frames, cast, statements)
    acts = code_acts(ground)
    positions = find_positions(ground, acts)
    return Read(report.text, statements, acts, positions)
