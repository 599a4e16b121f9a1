"""Whom and what a command is asked for: ``--party``, ``--matter``, ``--by`` ..., the same
everywhere."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

import typer

from verbale.cli.display.terminal import note
from verbale.errors import NoSuchEntry, UsageError
from verbale.model import Polarity, StatementType
from verbale.record import LaneFilter, Record, ReportFilter, StatementFilter
from verbale.record.fulltext import key

Matter = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="About this matter: its name, a part of it, or its id."),
]
Party = Annotated[
    str | None,
    typer.Option(
        "--party",
        "--country",
        metavar="PARTY",
        help="A state or organisation: Japan, Tokyo, Japanese, JPN.",
    ),
]
Country = Annotated[
    str | None,
    typer.Option(
        "--country", "--party", metavar="PARTY", help="Of this state: Japan, Tokyo, Japanese, JPN."
    ),
]

By = Annotated[
    str | None, typer.Option(metavar="NAME", help="Words of the speaker's name or office.")
]
About = Annotated[str | None, typer.Option(metavar="WORDS", help="Words in what was said.")]
Worded = Annotated[
    StatementType | None, typer.Option("--type", help="How it is worded in the report.")
]
Held = Annotated[
    Polarity | None,
    typer.Option("--polarity", help="Only what is affirmed, denied, or told as left unsaid."),
]
Outlet = Annotated[str | None, typer.Option(metavar="NAME", help="Only in reports of this outlet.")]
Anywhere = Annotated[
    str | None,
    typer.Option(metavar="WORDS", help="Words anywhere: content, speaker, cue, addressee."),
]
InReport = Annotated[str | None, typer.Option(metavar="ID", help="Only in this report.")]


def code_asked(party: str | None, record: Record) -> str | None:
    """The code of the party named. Raises `UsageError` with near names."""
    if party is None:
        return None
    from verbale.desk import lexicon_of
    from verbale.lexicon.parties import code_of

    return code_of(party, lexicon_of(record))


def codes_asked(parties: Iterable[str] | None, record: Record) -> tuple[str, ...]:
    """The codes of several, each once."""
    found = (code_asked(party, record) for party in parties or ())
    return tuple(dict.fromkeys(code for code in found if code))


def outlet_asked(outlet: str | None, record: Record) -> str | None:
    """The outlet of that name, or the only one that it is a part of, in any case.

    Raises `UsageError` with near names.
    """
    if outlet is None or record.reports(ReportFilter(outlet=outlet, limit=1)):
        return outlet
    near = record.outlets_like(outlet)
    if len(near) == 1 and key(outlet) in key(near[0]):
        return near[0]
    told = f"did you mean {' or '.join(near)}?" if near else "see verbale sources"
    raise UsageError(outlet, f"no outlet of this name in the record; {told}")


def note_nobody(by: str | None, record: Record) -> None:
    """A word where nothing fits because nobody in the record is called so, with near names."""
    if by is None or record.statements(StatementFilter(by=by, limit=1)):
        return
    near = record.speakers_like(by)
    told = f"; did you mean {' or '.join(near)}?" if near else "; see verbale actors"
    note(f"Nobody who speaks in this record is called {by!r}{told}", "yellow")


def matter_asked(words: str | None, record: Record, *parties: str | None) -> str | None:
    """The id of the one matter, of those of ``parties``, that ``words`` mean.

    Raises `NoSuchEntry` and `AmbiguousEntry`, which list matters.
    """
    if words is None:
        return None
    among = tuple(party for party in parties if party)
    return record.matter(words, parties=among).matter.id


def lane_asked(words: str | None, record: Record, party: str | None) -> str | None:
    """The same for positions, which may also be on what is no matter of the record: then the words
    that a report has for it."""
    try:
        return matter_asked(words, record, party)
    except NoSuchEntry:
        if record.lanes(LaneFilter(matter=words)):
            return words
        raise
