"""How records become bytes and come back."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable
from typing import Any, TypeVar

import msgspec

from verbale.errors import RecordError
from verbale.model import Annotation, RawDocument, Report

T = TypeVar("T")
_SUBJECT = "a stored report"


def pack(data: bytes) -> bytes:
    """Compressed."""
    return zlib.compress(data, 6)


def unpack(data: bytes, size: int | None = None) -> bytes:
    """Uncompressed; never more than ``size`` bytes, should the file have been tampered with."""
    try:
        return zlib.decompressobj().decompress(data, size or 0)
    except zlib.error as error:
        raise RecordError(_SUBJECT, f"cannot be read back: {error}") from error


def to_json(value: object) -> str:
    """Compact JSON, field order as in the record."""
    return msgspec.json.encode(value).decode()


def from_json(text: str | bytes, kind: type[T]) -> T:
    """The reverse of `to_json`; fields of a later version are ignored. Raises `RecordError`."""
    try:
        return msgspec.json.decode(text, type=kind)
    except msgspec.MsgspecError as error:
        raise RecordError(_SUBJECT, f"cannot be read back: {error}") from error


def textless(report: Report) -> Report:
    """The report without its text, which is stored once, in a table of its own."""
    return msgspec.structs.replace(report, text="")


def annotation_json(annotation: Annotation) -> bytes:
    """What `versions.annotation` holds, before it is packed."""
    bare = msgspec.structs.replace(annotation, report=textless(annotation.report))
    return msgspec.json.encode(bare)


def read_annotation(json: bytes, text: str) -> Annotation:
    """The annotation from its JSON and the text it speaks of. Raises `RecordError`."""
    bare = from_json(json, Annotation)
    whole = msgspec.structs.replace(bare.report, text=text)
    return msgspec.structs.replace(bare, report=whole)


def storable(annotation: Annotation) -> Annotation:
    """The annotation without lone surrogates, which no UTF-8 file can hold.

    In names of files and other identities they are written out (two files must stay two); in the
    text each becomes one U+FFFD, so that offsets stay right.
    """
    try:
        msgspec.json.encode(annotation)
    except UnicodeEncodeError:
        pass
    else:
        return annotation
    named = msgspec.structs.replace(
        annotation,
        id=storable_name(annotation.id),
        origin=storable_name(annotation.origin),
        lineage=storable_name(annotation.lineage),
    )
    return msgspec.convert(_mapped(msgspec.to_builtins(named), _replaced), type=Annotation)


def storable_name(name: str) -> str:
    """``name`` with lone surrogates written out as ``\\udcff``."""
    return name.encode("utf-8", "backslashreplace").decode()


def storable_given(raw: RawDocument) -> str:
    """What is said of a report beside its bytes, as JSON."""
    return to_json(_mapped(msgspec.to_builtins(raw.given), storable_name))


def fingerprint(raw: RawDocument, code: str) -> bytes:
    """A 16-byte hash of the place, and of all that an annotation by ``code`` depends on."""
    parts = (raw.origin, raw.version, code, raw.media, raw.charset or "")
    said = "\0".join((*map(storable_name, parts), storable_given(raw)))
    return hashlib.blake2b(said.encode(), digest_size=16).digest()


def lineage_hash(lineage: str) -> str:
    """What a tombstone keeps of a lineage."""
    return hashlib.sha256(storable_name(lineage).encode()).hexdigest()


def _replaced(text: str) -> str:
    return "".join("�" if "\ud800" <= c <= "\udfff" else c for c in text)


def _mapped(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {key: _mapped(item, change) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_mapped(item, change) for item in value]
    return value
