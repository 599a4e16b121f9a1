"""What a person decided about matters: names, merges, what stands apart, ids that stay.

Decisions are entries of the ledger of corrections (`verbale.corrections`), of the kind ``matter``
and with the matter's id as subject. They are applied whenever matters are counted, so they survive
re-reading and rebuilding, and can be undone, exported and imported like any other.

==========  =====================================================  =======================
field       value                                                  means
==========  =====================================================  =======================
``name``    a name                                                 it is called so
``merged``  the id of another matter                               it is that one
``pinned``  bucket, then keys (the first is the one it goes by)    the id stays with them
``apart``   bucket, then keys                                      they are one of their own
==========  =====================================================  =======================
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from verbale.model import Correction

NAME, MERGED, PINNED, APART = "name", "merged", "pinned", "apart"


class Keys(msgspec.Struct, frozen=True):
    """Keys of one bucket."""

    bucket: str
    keys: tuple[str, ...]


class Decided(msgspec.Struct, frozen=True):
    """The decisions that count, by the id of the matter that they are about."""

    names: Mapping[str, str] = msgspec.field(default_factory=dict)
    merged: Mapping[str, str] = msgspec.field(default_factory=dict)
    pinned: Mapping[str, Keys] = msgspec.field(default_factory=dict)
    apart: Mapping[str, Keys] = msgspec.field(default_factory=dict)

    def final(self, id: str) -> str:  # noqa: A002 - the reader's word for it
        """The id of the matter that ``id`` was merged into, itself where it was not."""
        seen = {id}
        while (into := self.merged.get(id)) is not None and into not in seen:
            seen.add(into)
            id = into  # noqa: A001
        return id

    def id_for(self, bucket: str, keys: Iterable[str]) -> str | None:
        """The id that a person pinned to the matter with these keys."""
        own = set(keys)
        fitting = [
            id
            for id, pin in self.pinned.items()  # noqa: A001
            if pin.bucket == bucket and pin.keys and pin.keys[0] in own and id not in self.apart
        ]
        return min(fitting, default=None)

    @property
    def buckets(self) -> frozenset[str]:
        """The buckets that decisions name."""
        named = (*self.pinned.values(), *self.apart.values())
        return frozenset(keys.bucket for keys in named)


def decided(corrections: Iterable[Correction]) -> Decided:
    """What ``corrections`` (those that count, of the kind ``matter``) amount to."""
    names: dict[str, str] = {}
    merged: dict[str, str] = {}
    pinned: dict[str, Keys] = {}
    apart: dict[str, Keys] = {}
    for each in corrections:
        subject, new = each.anchor.subject, each.new
        if each.field == NAME and isinstance(new, str):
            names[subject] = new
        elif each.field == MERGED and isinstance(new, str):
            merged[subject] = new
        elif each.field in (PINNED, APART) and isinstance(new, tuple) and len(new) > 1:
            (pinned if each.field == PINNED else apart)[subject] = Keys(new[0], new[1:])
    return Decided(names, merged, pinned, apart)
