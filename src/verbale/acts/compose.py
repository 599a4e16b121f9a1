"""How an operator changes the act that it takes: "suspended" + talks = SANCTION.

The table is PLOVER 2.0's own reasoning spelled out: cooperation promised is AGREE, force promised
is THREATEN, cooperation refused is REJECT, cooperation ended is SANCTION, pressure ended is RETREAT
or CONCEDE. Where the manual and its conversion table from CAMEO differ ("agreed to release
prisoners": CONCEDE or AGREE), the table counts, as it names the case.
"""

from __future__ import annotations

from typing import NamedTuple

from verbale.lexicon.acts import OperatorKind
from verbale.lexicon.kinds import EventType


class Meaning(NamedTuple):
    """A root type and the mode within it."""

    type: EventType
    mode: str | None = None


_FRIENDLY = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID"})
_YIELDING = frozenset({"CONCEDE", "RETREAT"})
_HOSTILE = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST", "THREATEN"})
_THREATS = {
    "SANCTION": "relations",
    "COERCE": "restrict",
    "ASSAULT": "violence",
    "MOBILIZE": "violence",
    "PROTEST": "restrict",
}
_ASKED = {
    "CONSULT": "meet",
    "AID": "assist",
    "COOPERATE": "assist",
    "SUPPORT": "assist",
    "AGREE": "assist",
    "RETREAT": "yield",
    "CONCEDE": "yield",
}


def compose(kind: OperatorKind, of: Meaning) -> Meaning | None:
    """What ``kind`` of operator makes of the act ``of``; None when the two say nothing together."""
    return _COMPOSERS[kind](of)


def _do(of: Meaning) -> Meaning | None:
    return of


def _will(of: Meaning) -> Meaning | None:
    if of.type in _FRIENDLY or of.type in _YIELDING:
        return Meaning("AGREE")
    if of.type in _HOSTILE:
        return Meaning("THREATEN", _THREATS.get(of.type))
    return of


def _promise(of: Meaning) -> Meaning | None:
    if of == Meaning("ACCUSE", "investigate"):
        return Meaning("AGREE")  # "promised an inquiry"
    return _will(of)


def _refuse(of: Meaning) -> Meaning | None:
    if of.type == "REJECT":
        return None
    return Meaning("REJECT", _ASKED.get(of.type, "change"))


def _ask(of: Meaning) -> Meaning | None:
    if of.type in _HOSTILE:
        return Meaning("ACCUSE", "disapprove")
    if of.type == "ACCUSE":
        return of
    return Meaning("REQUEST", _ASKED.get(of.type, "change"))


def _stop(of: Meaning) -> Meaning | None:
    if of.type == "CONCEDE":
        return Meaning("SANCTION", "discontinue") if of.mode == "ceasefire" else None
    if of.type in _FRIENDLY or of.type == "RETREAT":
        return Meaning(
            "SANCTION", "withdraw" if of.type in {"CONSULT", "SUPPORT"} else "discontinue"
        )
    if of.type == "ASSAULT":
        return Meaning("RETREAT", "ceasefire")
    if of.type in {"SANCTION", "MOBILIZE"}:
        return Meaning("RETREAT", "withdraw" if of.type == "MOBILIZE" else None)
    return Meaning("CONCEDE")


def _cancel(of: Meaning) -> Meaning | None:
    if of.type in {"CONSULT", "AGREE", "SUPPORT"}:
        return Meaning("REJECT", "meet")
    return _stop(of)


def _threaten(of: Meaning) -> Meaning | None:
    return Meaning("THREATEN", _THREATS.get(of.type, "relations"))


def _fail(of: Meaning) -> Meaning | None:
    if of.type in {"CONSULT", "SUPPORT", "AGREE"}:
        return Meaning("REJECT", "meet")
    return None


def _allow(of: Meaning) -> Meaning | None:
    if of.type in {"AID", "CONSULT", "COOPERATE"}:
        return Meaning("RETREAT", "access")
    return Meaning("CONCEDE")


_COMPOSERS = {
    "do": _do,
    "will": _promise,
    "seek": _will,
    "refuse": _refuse,
    "ask": _ask,
    "stop": _stop,
    "cancel": _cancel,
    "threaten": _threaten,
    "fail": _fail,
    "allow": _allow,
}
