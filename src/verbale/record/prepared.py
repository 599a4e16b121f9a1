"""What a record keeps of one annotation alone, all of it worked out.

Nothing in it depends on what else a record holds, so that it can be worked out where the report is
annotated and be kept beside the annotation (`verbale.archive`). Whoever takes it from there asks
first whether it was made by the same code: `prepared_by`.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from verbale.digest import DRAWING, digest_of
from verbale.matters import LinkedEntry
from verbale.model import Annotation, NameUse, Topic
from verbale.provenance.fingerprints import chosen, shingles
from verbale.provenance.outline import outline_of, pack
from verbale.provenance.signing import SIGNATURE_RULE, bands
from verbale.provenance.tellings import keys_of, tellings_of, ways_of
from verbale.provenance.utterances import Telling
from verbale.record.draw import TABLES, Drawn, EntryKind
from verbale.record.rivals import ClaimRow, claims_of
from verbale.record.stored import to_json


class Row(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A drawn row: its number within the report, its JSON, its table's other columns, and its
    words for the full-text index."""

    number: int
    record: str
    values: tuple[str | int | None, ...]
    words: tuple[str, str, str, str] | None


class Table(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """The rows of one kind, with the names of their columns."""

    kind: EntryKind
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


class Told(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A statement or act as it is matched with those of others, and what it is looked up by."""

    telling: Telling
    keys: tuple[int, ...]


class Prepared(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A report as a record keeps it, its rows without ids.

    ``report`` is its own row, ``tables`` those of its entries, ``chains`` the JSON of the chain of
    each statement and act by kind and number (``s1``), ``entries`` what links go by. ``outline`` is
    packed, ``prints`` and ``bands`` are the hashes that it is indexed by.
    """

    handle: str
    lineage: str
    origin: str
    version: str
    code: str
    report: Row
    tables: tuple[Table, ...]
    topics: tuple[Topic, ...]
    names: tuple[NameUse, ...]
    claims: tuple[ClaimRow, ...]
    entries: tuple[LinkedEntry, ...]
    outline: bytes
    prints: tuple[int, ...]
    bands: tuple[int, ...]
    chains: dict[str, str]
    told: tuple[Told, ...]


_PREPARED = msgspec.msgpack.Decoder(Prepared)


@cache
def prepared_by() -> str:
    """Names the code that prepares, with the libraries that its bytes depend on: what another one
    prepared may differ."""
    ours = digest_of(*DRAWING, "matters", "provenance", "record")
    return f"{ours} {SIGNATURE_RULE} zlib-{zlib.ZLIB_RUNTIME_VERSION}"


def prepare(annotation: Annotation, drawn: Sequence[Drawn]) -> Prepared:
    """All that a record keeps of ``annotation``, which must be storable; ``drawn`` are its rows."""
    outline = outline_of(annotation.report)
    hashes = shingles(outline.ids)
    return Prepared(
        handle=annotation.id,
        lineage=annotation.lineage,
        origin=annotation.origin,
        version=annotation.version,
        code=annotation.code,
        report=_row(drawn[0]),
        tables=tuple(_tables(drawn[1:])),
        topics=annotation.topics,
        names=annotation.names,
        claims=tuple(claims_of(annotation)),
        entries=tuple(entries_of(annotation)),
        outline=pack(outline),
        prints=tuple(chosen(hashes)),
        bands=tuple(bands(hashes)),
        chains={name: to_json(way) for name, way in ways_of(annotation).items()},
        told=tuple(Told(each, tuple(sorted(keys_of(each)))) for each in tellings_of(annotation)),
    )


def write(prepared: Prepared) -> bytes:
    """As bytes; `read` is the reverse."""
    return msgspec.msgpack.encode(prepared)


def read(data: bytes) -> Prepared:
    """What `write` wrote. Raises `msgspec.MsgspecError`."""
    return _PREPARED.decode(data)


def _tables(drawn: Sequence[Drawn]) -> Iterator[Table]:
    for kind in TABLES:
        rows = [each for each in drawn if each.kind == kind]
        if rows:
            yield Table(kind, tuple(rows[0].columns), tuple(map(_row, rows)))


def _row(drawn: Drawn) -> Row:
    return Row(drawn.number, drawn.record, tuple(drawn.columns.values()), drawn.words)


def entries_of(annotation: Annotation) -> Iterator[LinkedEntry]:
    """What links need to know of each entry of a report."""
    for said in annotation.statements:
        whose = (said.country,) if said.country else ()
        yield LinkedEntry(kind="statement", number=said.id, around=said.nested_in, codes=whose)
    for act in annotation.acts:
        both = (*act.actor, *act.recipient)
        yield LinkedEntry(kind="act", number=act.id, around=act.statement, codes=both)
    for held in annotation.positions:
        party = (held.party,)
        yield LinkedEntry(kind="position", number=held.id, around=held.statement, codes=party)
