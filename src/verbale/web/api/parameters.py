"""What can be asked: a query's parameters from the fields of a filter, and each in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import msgspec

from verbale.errors import UsageError
from verbale.record.filters import Page
from verbale.web.asked import MOST, SHOWN

#: Fields of a filter that no address can ask for.
_INNER = frozenset({"parties", "offset"})


class Parameter(NamedTuple):
    """One parameter: its name, a JSON Schema of its value, what it means, an example."""

    name: str
    schema: Mapping[str, Any]
    told: str
    example: str
    place: str = "query"
    required: bool = False


#: Name of a field -> what it means, an example.
_TOLD: dict[str, tuple[str, str]] = {
    "about": ("Words that the content of the statement must hold.", "ferry"),
    "actor": ("Who acts: a party by code or any of its names.", "Japan"),
    "background": ("Only what is recalled (true) or only news (false).", "false"),
    "by": ("Whole words of the speaker's name or office.", "foreign minister"),
    "country": ("A party by code or any of its names.", "JPN"),
    "cursor": ("Where the page before ended, as its answer gave it.", ""),
    "every": ("First mentions and repetitions too.", "true"),
    "flag": ("What a report's page says of itself.", "opinion"),
    "kind": ("Only of this kind.", "person"),
    "lacks": ("Only those whose speaker, or year of the day said, is not known.", "speaker"),
    "language": ("The language of the report.", "en"),
    "limit": (f"Rows a page, at most {MOST}; lines of a stream.", "20"),
    "matter": ("A matter: its id, the beginning of it, or words of its name.", "peace treaty"),
    "name": ("Whole words of a name, another name or an office.", "ambassador"),
    "on": ("Toward what of the matter.", "talks"),
    "open": ("Only those whose speaker or year is not known.", "true"),
    "opposed": ("Only what two parties of a matter contest.", "true"),
    "order": ("Without it, as the record came to know them; `-` turns it round.", ""),
    "outlet": ("The outlet of the report.", "TASS"),
    "party": ("A party by code or any of its names.", "Japan"),
    "polarity": ("Whether it is affirmed, denied, or told as left unsaid.", "denies"),
    "recipient": ("To whom: a party by code or any of its names.", "Russia"),
    "report": ("A report: its id, handle, or a beginning of that.", "r3"),
    "since": ("From this day on: 2025, 2025-04 or 2025-04-08.", "2025-04"),
    "speech": ("False for attitudes that news reports as positions.", "true"),
    "stance": ("The stance taken.", "refuses"),
    "text": ('Words, "phrases" and beginnings*, all of which must be found.', "ferry talk*"),
    "type": ("How it is worded, or what is done.", ""),
    "until": ("Up to and with this day.", "2025"),
    "words": ("An id, a beginning of one, or words of what reports call it.", "treaty"),
}
_EXAMPLES = {("StatementFilter", "type"): "direct", ("ActFilter", "type"): "SANCTION"}


def parameters_of(kind: type[Page], orders: Sequence[str]) -> tuple[Parameter, ...]:
    """What a list can be asked: the fields of its filter, its orders, a cursor."""
    fields = [field for field in msgspec.structs.fields(kind) if field.name not in _INNER]
    found = [_parameter(kind, field) for field in fields if field.name not in ("limit", "order")]
    paging = [
        _told("limit", {"type": "integer", "minimum": 1, "maximum": MOST, "default": SHOWN}),
        _told("cursor", {"type": "string"}),
    ]
    if orders:
        ways = [way for name in orders for way in (name, f"-{name}")]
        paging.append(_told("order", {"enum": ways})._replace(example=f"-{orders[0]}"))
    return (*found, *paging)


def refuse_unknown(given: Mapping[str, str], known: Sequence[Parameter]) -> None:
    """Raise `UsageError` for a parameter that means nothing here, and would narrow nothing."""
    names = [parameter.name for parameter in known]
    for name in given:
        if name not in names:
            told = f"there are {', '.join(names)}" if names else "none can be given here"
            raise UsageError(name, f"no such parameter; {told}")


def _parameter(kind: type[Page], field: msgspec.structs.FieldInfo) -> Parameter:
    schema = _bare(msgspec.json.schema(field.type))
    example = _EXAMPLES.get((kind.__name__, field.name))
    told = _told(field.name, schema)
    values = schema.get("enum")
    if example is None and values and told.example not in values:
        example = str(values[0])
    return told._replace(example=example) if example else told


def _told(name: str, schema: Mapping[str, Any]) -> Parameter:
    words, example = _TOLD[name]
    return Parameter(name, schema, words, example)


def _bare(schema: dict[str, Any]) -> dict[str, Any]:
    """A schema without null: what is not asked for is left out."""
    choices = [each for each in schema.get("anyOf", ()) if each != {"type": "null"}]
    if choices:
        return dict(choices[0])
    if "enum" in schema:
        return {"enum": [value for value in schema["enum"] if value is not None]}
    return {name: value for name, value in schema.items() if name != "default"}
