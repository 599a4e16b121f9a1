"""What may be corrected, and what a person may say of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Literal, NamedTuple, get_args

from verbale.corrections.days import is_day
from verbale.errors import UsageError
from verbale.lexicon import Lexicon
from verbale.lexicon.kinds import EventType
from verbale.lexicon.parties import code_of
from verbale.model import ActFlag, CorrectionKind, Polarity, Stance, Target, Value

#: One value or several: of a text, a code of the lexicon, a day, one of the choices; or yes alone.
Shape = Literal["text", "texts", "code", "codes", "day", "choice", "choices", "yes"]
#: Shapes whose values are tuples.
SEVERAL: frozenset[Shape] = frozenset({"texts", "codes", "choices"})
#: The field whose correction says that an entry is none.
REJECTED = "rejected"


class Field(NamedTuple):
    """A field that can be corrected; ``needed``: it may not be left empty."""

    shape: Shape
    choices: tuple[str, ...] = ()
    needed: bool = False


_REJECTED = Field("yes")
_STATEMENT = {
    "speaker": Field("text"),
    "office": Field("text"),
    "country": Field("code"),
    "polarity": Field("choice", get_args(Polarity), needed=True),
    "said_on": Field("day"),
    "via": Field("texts"),
    "to": Field("text"),
    REJECTED: _REJECTED,
}
_ACT = {
    "type": Field("choice", get_args(EventType), needed=True),
    "actor": Field("codes"),
    "recipient": Field("codes"),
    "date": Field("day"),
    "flags": Field("choices", get_args(ActFlag)),
    REJECTED: _REJECTED,
}
_POSITION = {
    "party": Field("code", needed=True),
    "matter": Field("text", needed=True),
    "on": Field("choice", get_args(Target), needed=True),
    "stance": Field("choice", get_args(Stance), needed=True),
    "condition": Field("text"),
    REJECTED: _REJECTED,
}
_REPORT = {
    "published": Field("day"),
    "outlet": Field("text"),
    "headline": Field("text"),
    "body": Field("texts"),
}
#: Kind of entry -> its fields. Kinds that are not here (identities, matters) keep their own.
FIELDS: Mapping[CorrectionKind, Mapping[str, Field]] = MappingProxyType(
    {"statement": _STATEMENT, "act": _ACT, "position": _POSITION, "report": _REPORT}
)


def parsed(kind: CorrectionKind, name: str, said: Sequence[str], lexicon: Lexicon) -> Value:
    """What a person said of a field, as its value; an empty text clears it.

    States and organisations go by code or name. Raises `UsageError`, which says what would do.
    """
    field = _field(kind, name)
    words = [" ".join(word.split()) for word in said]
    words = [word for word in words if word]
    if field.shape == "yes":
        return True
    if field.shape in ("code", "codes"):
        words = [code_of(word, lexicon) for word in words]
    elif field.shape in ("choice", "choices"):
        words = [_choice(word, field) for word in words]
    value = tuple(words) if field.shape in SEVERAL else _single(name, words)
    check(kind, name, value)
    return value


def check(kind: CorrectionKind, name: str, value: Value) -> None:
    """Raise `UsageError` for a value that the field cannot have; codes are taken on trust."""
    if kind not in FIELDS:
        return
    field = _field(kind, name)
    if field.shape == "yes":
        right = value is True
    elif field.shape in SEVERAL:
        right = isinstance(value, tuple)
    else:
        right = (value is None and not field.needed) or (isinstance(value, str) and value != "")
    if not right:
        raise UsageError(name, "cannot be empty" if not value else "not a value of this field")
    for word in (value,) if isinstance(value, str) else value if isinstance(value, tuple) else ():
        if field.choices and word not in field.choices:
            raise UsageError(word, f"not a {name}; there are {', '.join(field.choices)}")
        if field.shape == "day" and not is_day(word):
            raise UsageError(
                word, "not a day such as 2025-07-15, 2025-07, 2025, or XXXX-07-15 without its year"
            )


def _field(kind: CorrectionKind, name: str) -> Field:
    fields = FIELDS.get(kind, {})
    if name not in fields:
        listed = ", ".join(field.replace("_", "-") for field in fields)
        raise UsageError(name.replace("_", "-"), f"is not a field of a {kind}; there are {listed}")
    return fields[name]


def _choice(word: str, field: Field) -> str:
    """The choice that a word means, whatever its case."""
    return next((choice for choice in field.choices if choice.lower() == word.lower()), word)


def _single(name: str, words: Sequence[str]) -> str | None:
    if len(words) > 1:
        raise UsageError(name, "takes one value only")
    return words[0] if words else None
