"""Corrections by a person: an overlay over what was drawn, never an edit of it.

::

    fields.py    what may be corrected, and what a person may say of it
    anchors.py   from an entry to words that find it again in any version, and back
    shadow.py    a text as quotations are looked up in it
    ledger.py    entries that only grow: chains, undoing, joining two ledgers
    apply.py     an annotation with the corrections that count
    working.py   what follows from a change (days, sides, nested statements)
    reports.py   a report's own fields
    identity.py  who is who across reports
    days.py      days as a person gives them

Pure: the record stores the ledger and applies it whenever it draws.
"""

from verbale.corrections.anchors import anchor_of
from verbale.corrections.apply import Corrected, Outcome, State, apply, value_of
from verbale.corrections.fields import FIELDS, REJECTED, check, parsed
from verbale.corrections.identity import SAME_AS, Identities, key_of, subject_of
from verbale.corrections.ledger import Conflict, Joined, current, heads, is_signed, join, signed
from verbale.corrections.ledger import target as target_of

__all__ = [
    "FIELDS",
    "REJECTED",
    "SAME_AS",
    "Conflict",
    "Corrected",
    "Identities",
    "Joined",
    "Outcome",
    "State",
    "anchor_of",
    "apply",
    "check",
    "current",
    "heads",
    "is_signed",
    "join",
    "key_of",
    "parsed",
    "signed",
    "subject_of",
    "target_of",
    "value_of",
]
