"""JSON Lines: one report a line, its parts found by name."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from verbale.errors import BadMetadata, SourceError, SourceTooLarge, UnreadableSource
from verbale.model import RawDocument
from verbale.sources.given import KEYS, given_from, one_line, over, refuse_singular, whole
from verbale.sources.looks import foreign_format, is_wide
from verbale.sources.opening import UNPACKING, Peekable, broken_packing, head_of, megabytes
from verbale.sources.reading import Body, Reading

#: Where each of our keys is looked for; the first that the line has wins.
FIELDS: Mapping[str, str] = {
    "text": "text|body|content",
    "title": "title|headline",
    "url": "url|link",
    "outlet": "outlet|source|publisher",
    "published": "published|date",
    "authors": "authors|author",
    "language": "language",
    "key": "key",
}
_PATIENCE = 20
_MAX_RATIO = 200
_CHUNK = 1 << 20
_BLANK = b" \t\r\n\xef\xbb\xbf"

Names = Mapping[str, tuple[str, ...]]


def field_names(changed: Mapping[str, str]) -> Names:
    """The names to look for, by our key: `FIELDS` with the user's ``changed`` ones in their place.

    Raises `BadMetadata` for a key that is not ours.
    """
    unknown = [key for key in changed if key not in FIELDS]
    if unknown:
        raise BadMetadata(
            "the field mapping",
            f"unknown key {one_line(unknown[0])!r}; the keys are {', '.join(FIELDS)}",
        )
    merged = {**FIELDS, **changed}
    return {key: tuple(filter(None, names.split("|"))) for key, names in merged.items()}


def read_jsonl(body: Body, fields: Mapping[str, str], limit: int) -> Iterator[Reading]:
    """A document for each line; for a bad line its error, and the rest goes on.

    Raises `SourceError` when the file as a whole is not JSON Lines: it is empty, or
    its first lines are all broken.
    """
    names = field_names(fields)
    refuse_singular(body.beside, body.origin)
    _refuse_foreign(body)
    good = bad = 0
    for number, line in _lines(body, limit):
        reading = line if isinstance(line, SourceError) else _report(line, number, body, names)
        bad += isinstance(reading, SourceError)
        good += not isinstance(reading, SourceError)
        yield reading
        if bad == _PATIENCE and not good:
            raise UnreadableSource(
                body.origin, f"holds no report in its first {bad} lines; the rest was not read"
            )
    if not good + bad:
        raise UnreadableSource(body.origin, "is empty")


def _refuse_foreign(body: Body) -> None:
    head = head_of(body.stream, body.origin)
    foreign = "UTF-16 text; JSON Lines are UTF-8" if is_wide(head) else foreign_format(head)
    if foreign:
        raise UnreadableSource(body.origin, f"is not JSON Lines; it looks like {foreign}")


def _lines(body: Body, limit: int) -> Iterator[tuple[int, bytes | SourceError]]:
    """Lines with their numbers from 1, blank ones left out, over-long ones as errors."""
    number = unpacked = 0
    while line := _next_line(body, limit):
        number += 1
        unpacked += len(line)
        if body.packed and unpacked > max(limit, _MAX_RATIO * body.packed.taken):
            raise SourceTooLarge(
                body.origin, f"unpacks to more than {_MAX_RATIO} times its size at line {number}"
            )
        if len(line) > limit:
            error = SourceTooLarge(_place(body, number), f"is over {megabytes(limit)}")
            if body.packed:  # the rest of such a line may be a bomb: do not even skip through it
                raise error
            _skip_line(body.stream, line)
            yield number, error
        elif line.strip(_BLANK):
            yield number, line.rstrip(b"\r\n")


def _next_line(body: Body, limit: int) -> bytes:
    try:
        return body.stream.readline(limit + 1)
    except UNPACKING as error:
        raise broken_packing(body.origin) from error


def _skip_line(stream: Peekable, start: bytes) -> None:
    piece = start
    while piece and not piece.endswith(b"\n"):
        piece = stream.readline(_CHUNK)


def _place(body: Body, number: int) -> str:
    return f"{body.origin}, line {number}"


def _report(line: bytes, number: int, body: Body, names: Names) -> RawDocument | SourceError:
    place = _place(body, number)
    try:
        entry, broken = _object(line, place)
        text = text_of(entry, names, place)
        values = {key: look_up(entry, names[key]) for key in KEYS}
        given = given_from(values, subject=place, basis="fields")
    except SourceError as error:
        return error
    return RawDocument(
        data=document_bytes(text, given.title, broken=broken),
        origin=f"{body.origin}#{number}",
        charset=None if broken else "utf-8",
        given=over(body.beside, given),
    )


def _object(line: bytes, place: str) -> tuple[dict[str, object], bool]:
    """The JSON object of a line, and whether the line has bytes that are not UTF-8.

    Such bytes pass through as lone surrogates, so that the report stage gets them as they came.
    """
    try:
        text, broken = line.decode("utf-8-sig"), False
    except UnicodeDecodeError:
        text, broken = line.decode("utf-8-sig", "surrogateescape"), True
    try:
        entry = json.loads(text)
    except json.JSONDecodeError as error:
        reason = f"is not JSON: {error.msg} at column {error.colno}"
        raise UnreadableSource(place, reason) from error
    except (ValueError, RecursionError) as error:
        raise UnreadableSource(
            place, "is not JSON we can hold: nested or long past all use"
        ) from error
    if not isinstance(entry, dict):
        raise UnreadableSource(place, "is not a JSON object")
    return entry, broken


def text_of(entry: Mapping[str, object], names: Names, place: str) -> str:
    """The report's text. Raises `UnreadableSource` about ``place`` where there is none."""
    text = look_up(entry, names["text"])
    if text is None:
        raise UnreadableSource(place, f"has no text; looked for {', '.join(names['text'])}")
    if not isinstance(text, str):
        raise UnreadableSource(place, "its text is not a string")
    if not text.strip():
        raise UnreadableSource(place, "its text is empty")
    return text


def look_up(entry: Mapping[str, object], names: tuple[str, ...]) -> object:
    """The first value that is there and not null, by name or by dotted path."""
    for name in names:
        value = entry.get(name)
        if value is None and "." in name:
            value = _descend(entry, name.split("."))
        if value is not None:
            return value
    return None


def _descend(entry: object, path: list[str]) -> object:
    for step in path:
        if not isinstance(entry, dict):
            return None
        entry = entry.get(step)
    return entry


def _titled(text: str, title: str | None) -> str:
    """``text`` under its title, unless it begins with it already."""
    if not title or one_line(text[: 2 * len(title) + 80]).startswith(title):
        return text
    return f"{title}\n\n{text}"


def document_bytes(text: str, title: str | None, *, broken: bool = False) -> bytes:
    """The bytes of a document of ``text``, under its title unless it begins with it already.

    ``broken`` says that lone surrogates stand for bytes that are not UTF-8.
    """
    return _encoded(_titled(text, title), broken)


def _encoded(text: str, broken: bool) -> bytes:
    """``text`` as UTF-8. Lone surrogates are bytes of a ``broken`` line; elsewhere U+FFFD."""
    if broken:
        try:
            return text.encode("utf-8", "surrogateescape")
        except UnicodeEncodeError:
            pass
    return whole(text).encode("utf-8")
