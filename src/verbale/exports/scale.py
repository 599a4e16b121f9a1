"""PLOVER's quads and its scale from conflict (-10) to cooperation (10), by type and mode.

From the PLOVER 2.0 manual (Open Event Data Alliance, CC BY-SA 4.0), with two of its misprints put
right: the base score of ACCUSE is negative as all its modes are, and SANCTION is material conflict.
"""

from __future__ import annotations

from typing import Literal

from verbale.lexicon.kinds import EventType

Quad = Literal[1, 2, 3, 4]
#: What the numbers stand for.
QUADS: dict[Quad, str] = {
    1: "VERBAL COOPERATION",
    2: "MATERIAL COOPERATION",
    3: "VERBAL CONFLICT",
    4: "MATERIAL CONFLICT",
}
QUAD_OF: dict[EventType, Quad] = {
    "AGREE": 1,
    "CONSULT": 1,
    "SUPPORT": 1,
    "CONCEDE": 1,
    "COOPERATE": 2,
    "AID": 2,
    "RETREAT": 2,
    "REQUEST": 3,
    "ACCUSE": 3,
    "REJECT": 3,
    "THREATEN": 3,
    "PROTEST": 4,
    "SANCTION": 4,
    "MOBILIZE": 4,
    "COERCE": 4,
    "ASSAULT": 4,
}
#: By type, then by mode; "" where there is none.
_SCALE: dict[EventType, dict[str, float]] = {
    "AGREE": {"": 2.5},
    "CONSULT": {"": 2.5, "visit": 4.0, "third-party": 1.0, "multilateral": 4.0, "phone": 1.5},
    "SUPPORT": {"": 5.0},
    "CONCEDE": {"": 4.5},
    "COOPERATE": {"": 9.5},
    "AID": {"": 10.0},
    "RETREAT": {
        "": 6.5,
        "withdraw": 8.0,
        "release": 6.5,
        "disarm": 10.0,
        "ceasefire": 7.5,
        "access": 6.5,
        "resign": 4.5,
    },
    "REQUEST": {"": 0.0, "assist": 0.5, "change": -1.0, "yield": -1.0, "meet": 0.0},
    "ACCUSE": {"": -3.0, "disapprove": -2.0, "investigate": -3.5, "allege": -3.5},
    "REJECT": {"": -2.0, "assist": -1.5, "change": -2.0, "yield": -2.0, "meet": -2.0},
    "THREATEN": {
        "": -3.5,
        "restrict": -3.0,
        "arrest": -3.5,
        "relations": -3.5,
        "expel": -3.5,
        "territory": -4.0,
        "violence": -3.5,
    },
    "PROTEST": {
        "": -5.0,
        "demo": -5.0,
        "riot": -7.0,
        "strike": -5.0,
        "hunger": -4.5,
        "boycott": -4.5,
        "obstruct": -4.5,
    },
    "SANCTION": {"": -6.0, "convict": -6.0, "expel": -5.5, "withdraw": -6.0, "discontinue": -6.0},
    "MOBILIZE": {"": -5.5, "troops": -6.5, "weapons": -6.5, "police": -5.5, "militia": -6.0},
    "COERCE": {
        "": -7.0,
        "seize": -7.0,
        "restrict": -7.0,
        "censor": -6.5,
        "curfew": -6.5,
        "martial-law": -7.5,
        "arrest": -7.0,
        "deport": -7.0,
        "withhold": -7.0,
        "misinformation": -6.5,
        "cyber": -7.0,
    },
    "ASSAULT": {
        "": -9.0,
        "abduct": -8.5,
        "beat": -7.5,
        "torture": -8.5,
        "sexual": -8.5,
        "targeted": -9.5,
        "destroy": -8.5,
        "primitive": -8.0,
        "firearms": -9.0,
        "explosives": -9.0,
        "suicide-attack": -9.5,
        "aerial": -9.5,
        "drone": -9.5,
        "heavy-weapons": -9.5,
        "crowd-control": -7.5,
        "unconventional": -10.0,
    },
}


def quad_of(kind: str) -> Quad | None:
    """The quad of a type; None for one that PLOVER does not have."""
    return next((quad for name, quad in QUAD_OF.items() if name == kind), None)


def scale_of(kind: str, mode: str | None) -> float | None:
    """The score of a type in a mode; that of the type alone where the mode has none."""
    scores = next((found for name, found in _SCALE.items() if name == kind), None)
    return scores.get(mode or "", scores[""]) if scores else None
