"""How entries are put into the words of one line."""

from __future__ import annotations

from verbale.lexicon.labels import bare_name
from verbale.record import ActRow, PositionRow, StatementRow


def day(row: StatementRow | ActRow | PositionRow) -> str | None:
    """The effective day; in brackets where it is only the day of publication."""
    return f"({row.date})" if row.date and row.dated_by == "published" else row.date


def speaker(row: StatementRow) -> str:
    """The speaker with office and state, or the words of the text for one who is not resolved."""
    said = row.statement
    words = f"“{row.source_words}”" if row.source_words else "nobody named"
    name = bare_name(said.speaker) if said.speaker else words
    rest = ", ".join(filter(None, (said.office, said.country)))
    return f"{name} ({rest})" if rest else name


def content(row: StatementRow) -> str:
    """The words; quoted where all of them are, and marked where they are denied or left out."""
    words = f"“{row.content_words}”" if row.statement.type == "direct" else row.content_words
    marks = {"denies": "denies: ", "omits": "does not mention: "}
    return marks.get(row.statement.polarity, "") + words


def way(row: StatementRow) -> str:
    """How the words came: the outlet, then who stands between it and the speaker."""
    via = map(bare_name, reversed(row.statement.via))
    return " < ".join(filter(None, (row.outlet, *via)))


def deed(row: ActRow) -> str:
    """Type and mode of an act, with what keeps it from being a plain fact of the day."""
    kind = " ".join(filter(None, (row.act.type, row.act.mode)))
    return f"{kind} ({', '.join(row.act.flags)})" if row.act.flags else kind


def sides(row: ActRow) -> str:
    """Who to whom; with ``=`` where neither is the one who acts."""
    between = " = " if row.act.symmetric else " > "
    told = between.join("/".join(codes) or "?" for codes in (row.act.actor, row.act.recipient))
    return f"{told} by {'/'.join(row.act.mediator)}" if row.act.mediator else told


def stance(row: PositionRow) -> str:
    """The stance of a position, with its condition."""
    held = row.position
    told = f"{held.stance}: {held.condition}" if held.condition else held.stance
    return f"{told} (recalled)" if held.background else told
