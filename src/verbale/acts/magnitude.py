"""How much an act means on the scale from conflict to cooperation (PLOVER 2.0's own scores).

From -10 (unconventional attack) to 10 (disarmament). The manual prints 3 for ACCUSE without a mode;
its three modes are -2 to -3.5, so that is read as a lost minus sign.
"""

from __future__ import annotations

from types import MappingProxyType

_ROOTS = MappingProxyType(
    {
        "AGREE": 2.5,
        "CONSULT": 2.5,
        "SUPPORT": 5.0,
        "CONCEDE": 4.5,
        "COOPERATE": 9.5,
        "AID": 10.0,
        "RETREAT": 6.5,
        "REQUEST": 0.0,
        "ACCUSE": -3.0,
        "REJECT": -2.0,
        "THREATEN": -3.5,
        "PROTEST": -5.0,
        "SANCTION": -6.0,
        "MOBILIZE": -5.5,
        "COERCE": -7.0,
        "ASSAULT": -9.0,
    }
)
_MODES = MappingProxyType(
    {
        ("CONSULT", "visit"): 4.0,
        ("CONSULT", "third-party"): 1.0,
        ("CONSULT", "multilateral"): 4.0,
        ("CONSULT", "phone"): 1.5,
        ("RETREAT", "withdraw"): 8.0,
        ("RETREAT", "disarm"): 10.0,
        ("RETREAT", "ceasefire"): 7.5,
        ("RETREAT", "resign"): 4.5,
        ("REQUEST", "assist"): 0.5,
        ("REQUEST", "change"): -1.0,
        ("REQUEST", "yield"): -1.0,
        ("ACCUSE", "disapprove"): -2.0,
        ("ACCUSE", "investigate"): -3.5,
        ("ACCUSE", "allege"): -3.5,
        ("REJECT", "assist"): -1.5,
        ("THREATEN", "restrict"): -3.0,
        ("THREATEN", "territory"): -4.0,
        ("PROTEST", "riot"): -7.0,
        ("PROTEST", "hunger"): -4.5,
        ("PROTEST", "boycott"): -4.5,
        ("PROTEST", "obstruct"): -4.5,
        ("SANCTION", "expel"): -5.5,
        ("MOBILIZE", "troops"): -6.5,
        ("MOBILIZE", "weapons"): -6.5,
        ("MOBILIZE", "militia"): -6.0,
        ("COERCE", "censor"): -6.5,
        ("COERCE", "curfew"): -6.5,
        ("COERCE", "martial-law"): -7.5,
        ("COERCE", "misinformation"): -6.5,
        ("ASSAULT", "abduct"): -8.5,
        ("ASSAULT", "beat"): -7.5,
        ("ASSAULT", "torture"): -8.5,
        ("ASSAULT", "sexual"): -8.5,
        ("ASSAULT", "targeted"): -9.5,
        ("ASSAULT", "destroy"): -8.5,
        ("ASSAULT", "primitive"): -8.0,
        ("ASSAULT", "suicide-attack"): -9.5,
        ("ASSAULT", "aerial"): -9.5,
        ("ASSAULT", "drone"): -9.5,
        ("ASSAULT", "heavy-weapons"): -9.5,
        ("ASSAULT", "crowd-control"): -7.5,
        ("ASSAULT", "unconventional"): -10.0,
    }
)


def magnitude(type_: str, mode: str | None = None) -> float:
    """The score of a root type and mode; a mode without one of its own has its root's.

    Raises ``KeyError`` for a type that PLOVER does not have.
    """
    return _MODES.get((type_, mode or ""), _ROOTS[type_])
