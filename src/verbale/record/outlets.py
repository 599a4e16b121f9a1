"""The outlets, agencies and media that a record names, with what rests on each."""

from __future__ import annotations

import msgspec

from verbale.model.origin import Chain
from verbale.record.connect import Db
from verbale.record.stored import from_json


class NamedSource(msgspec.Struct, frozen=True, kw_only=True):
    """A name under which reports were printed, or to which entries are credited, as it stands.

    ``printed`` are the reports whose outlet it is; ``carried`` those that have words from it;
    ``entries`` the public ids of statements whose chain it is in.
    """

    name: str
    printed: frozenset[str]
    carried: frozenset[str]
    entries: frozenset[str]


def named_sources(db: Db) -> tuple[NamedSource, ...]:
    """Every name, in the order of the alphabet."""
    printed: dict[str, set[str]] = {}
    carried: dict[str, set[str]] = {}
    entries: dict[str, set[str]] = {}
    with db.snapshot():
        for report, outlet in db.all("SELECT id, outlet FROM reports WHERE outlet IS NOT NULL"):
            printed.setdefault(outlet, set()).add(f"r{report}")
        rows = db.all("SELECT entry, report, record FROM chains WHERE entry LIKE 's%'")
    for entry, report, record in rows:
        chain = from_json(record, Chain)
        for name in chain.credited:
            carried.setdefault(name, set()).add(f"r{report}")
        outlets = (link.name for link in chain.links if link.role == "outlet" and link.name)
        for name in (*outlets, *chain.credited):
            entries.setdefault(name, set()).add(entry)
    return tuple(
        NamedSource(
            name=name,
            printed=frozenset(printed.get(name, ())),
            carried=frozenset(carried.get(name, ())),
            entries=frozenset(entries.get(name, ())),
        )
        for name in sorted(printed.keys() | carried.keys() | entries.keys())
    )
