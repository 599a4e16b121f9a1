"""How words add up to a stance: wanting what is, refusing what ends, not being ready.

A thing ("talks", "the ban") starts as ``is``, or as ``not`` where it stands in the way. The words
above it are taken one after the other: ``does`` and ``ends`` say whether it is to be, the rest take
a stance toward that. "Refuses to end the talks" is: is, ends -> not, refuses -> supports.
"""

from __future__ import annotations

from typing import Literal

from verbale.lexicon.stances import Says
from verbale.model import Stance

Value = Literal["is", "not", "supports", "open", "unclear", "refuses"]
Modality = Literal["will", "may", "must"]

_FRIENDLY: frozenset[Value] = frozenset({"is", "supports", "open", "unclear"})


def take(says: Says, value: Value, denied: bool = False) -> Value | None:
    """What a word that ``says`` so makes of ``value``, under "not" if ``denied``.

    None where the two together say nothing ("did not repeat its refusal").
    """
    if says in {"does", "tells"}:
        return deny(value) if denied else value
    if says == "ends":
        ended: Value = "open" if value == "refuses" else deny(value) or "refuses"
        return deny(ended) if denied else ended
    if says == "weighs":
        return "refuses" if denied else "unclear"
    friendly = value in _FRIENDLY
    if says == "refuses":
        if denied:
            return "open" if friendly else None
        return "refuses" if friendly else "supports"
    if denied:
        return "refuses" if friendly else "supports"
    if not friendly:
        return "refuses"
    return "open" if says == "ready" or value == "open" else "supports"


def deny(value: Value) -> Value | None:
    """``value`` turned round by "not"."""
    turned: dict[Value, Value] = {
        "is": "not",
        "not": "is",
        "supports": "refuses",
        "open": "refuses",
        "refuses": "open",
    }
    return turned.get(value)


def under(modality: Modality, value: Value) -> Value:
    """What "will", "may" and "must" make of what has no stance yet; "could accept" is open."""
    if value == "is":
        return "open" if modality == "may" else "supports"
    if value == "not":
        return "refuses"
    return "open" if modality == "may" and value == "supports" else value


def stance(value: Value) -> Stance | None:
    """The stance that ``value`` is, None where nobody has taken one."""
    return None if value in {"is", "not"} else value  # type: ignore[return-value]
