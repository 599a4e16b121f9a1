"""Where a page of a list ends, as a word to be handed back and not to be read."""

from __future__ import annotations

import base64
import binascii

import msgspec

from verbale.errors import UsageError
from verbale.record import Place

_LONGEST = 2_000


class _Cursor(msgspec.Struct, frozen=True, array_like=True):
    """The list, its order and the place in it."""

    noun: str
    order: str | None
    place: Place


def cursor_of(noun: str, order: str | None, place: Place) -> str:
    """The word for a place in a list."""
    packed = msgspec.json.encode(_Cursor(noun, order, place))
    return base64.urlsafe_b64encode(packed).decode().rstrip("=")


def place_of(word: str, noun: str, order: str | None) -> Place:
    """The place that a word means. Raises `UsageError` where it is of another list or order."""
    try:
        packed = base64.urlsafe_b64decode(word[:_LONGEST] + "=" * (-len(word) % 4))
        found = msgspec.json.decode(packed, type=_Cursor)
    except (msgspec.MsgspecError, UnicodeDecodeError, binascii.Error, ValueError) as error:
        raise wrong() from error
    if (found.noun, found.order) != (noun, order):
        raise UsageError("cursor", "of another list or another order; begin without one")
    return found.place


def wrong() -> UsageError:
    """What is said of a word that means no place."""
    return UsageError("cursor", "none that was handed out here; begin without one")
