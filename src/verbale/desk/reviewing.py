"""What a person says of an entry that the machine was unsure of: it is right, it should be
otherwise, it is none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from verbale.corrections import FIELDS, REJECTED
from verbale.desk.correcting import read_changes
from verbale.errors import UsageError
from verbale.model import CorrectionKind, Value
from verbale.record import CorrectionRow, Doubt, Record
from verbale.record.corrections import kind_of

Verdict = Literal["accept", "correct", "reject"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)


def decide(
    record: Record,
    doubt: Doubt,
    verdict: Verdict,
    said: Mapping[str, str],
    *,
    author: str,
    reason: str = "",
) -> tuple[CorrectionRow, ...]:
    """Decide on what is in doubt; the decisions made, which may be taken back one by one.

    ``said`` are the fields of the entry as a person would have them, in words; those that are so
    already are confirmed where they are in doubt. Raises `UsageError`, `NoSuchEntry`.
    """
    corrections = record.corrections
    if verdict == "reject":
        if not can_be_rejected(doubt):
            raise UsageError(doubt.entry, "a report cannot be rejected; forget it if it must go")
        return corrections.correct(doubt.entry, {REJECTED: True}, author=author, reason=reason)
    made: tuple[CorrectionRow, ...] = ()
    if verdict == "correct":
        changes = _changes(record, doubt.entry, said)
        made = corrections.correct(doubt.entry, changes, author=author, reason=reason)
    changed = {row.correction.field for row in made}
    rest = [name for name in doubt.fields if name not in changed]
    return made + corrections.confirm(doubt.entry, rest, author=author, reason=reason)


def can_be_rejected(doubt: Doubt) -> bool:
    """Whether it can be said to be no such thing at all."""
    return REJECTED in FIELDS[kind_of(doubt.entry)]


def editable(kind: CorrectionKind) -> tuple[str, ...]:
    """The fields that a form can ask for in one box each."""
    return tuple(name for name, field in FIELDS[kind].items() if field.shape in _ONE_BOX)


_ONE_BOX = ("text", "code", "day", "choice")


def _changes(record: Record, entry: str, said: Mapping[str, str]) -> dict[str, Value]:
    wanted = set(editable(kind_of(entry)))
    return read_changes(
        record, entry, {name: [told] for name, told in said.items() if name in wanted}
    )
