"""Who is who across reports, as a person decided it: pointers that can be cut again.

Without a decision, actors of one name, kind and country stand in one row of the roster. A decision
points from a key to the one it is taken for ("this Muto is Akira Muto"), or from one report's actor
to nobody: then it stands apart from the others of its name. The reports' own words stay.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from verbale.model import Actor, ActorKey, Annotation, Correction

#: The one field of an identity: the key it is taken for as JSON, or None to stand apart.
SAME_AS = "same_as"


def subject_of(key: ActorKey) -> str:
    """A key as the subject of an anchor."""
    return msgspec.json.encode(key).decode()


def key_of(subject: str) -> ActorKey:
    """The reverse. Raises ``msgspec.MsgspecError``."""
    return msgspec.json.decode(subject, type=ActorKey)


class Identities:
    """What a person decided on who is who."""

    def __init__(self, corrections: Iterable[Correction] = ()) -> None:
        """From the identity decisions that count, in any order."""
        self._next: dict[ActorKey, ActorKey | None] = {}
        for decision in corrections:
            if decision.anchor.kind == "identity":
                new = decision.new
                self._next[key_of(decision.anchor.subject)] = (
                    key_of(new) if isinstance(new, str) else None
                )
        self._named: dict[tuple[str, str], list[ActorKey]] = {}
        for key in self._next:
            self._named.setdefault((key.name, key.kind), []).append(key)

    def __bool__(self) -> bool:
        return bool(self._next)

    def of(self, actor: Actor, lineage: str) -> ActorKey | None:
        """Whom a report's actor is taken for; None where nobody decided. A key with a lineage
        says that it stands apart."""
        key = ActorKey(name=actor.name, kind=actor.kind, country=actor.country)
        starts = [msgspec.structs.replace(key, lineage=lineage), key]
        # its country may have been corrected since somebody decided on this report's actor
        starts += [k for k in self._named.get((key.name, key.kind), ()) if k.lineage == lineage]
        if actor.country is None:  # as in the roster: the one country that others name
            alike = [k for k in self._named.get((key.name, key.kind), ()) if k.lineage is None]
            starts += alike if len(alike) == 1 else []
        start = next((start for start in starts if start in self._next), None)
        return self.resolved(start) if start else None

    def taken_for(self, key: ActorKey) -> ActorKey:
        """Whom a key is taken for: by what was decided on it, else on its name in all reports."""
        general = msgspec.structs.replace(key, lineage=None)
        return self.resolved(general if key not in self._next and general in self._next else key)

    def resolved(self, key: ActorKey) -> ActorKey:
        """Where the pointers from ``key`` end. Where they go in a circle, which two people can
        make between them, all in it are taken for the first by alphabet."""
        seen: list[ActorKey] = []
        while key not in seen:
            seen.append(key)
            further = self._next.get(key)
            if further is None:
                return key
            key = further
        return min(seen[seen.index(key) :], key=subject_of)

    def in_report(self, annotation: Annotation) -> dict[int, ActorKey]:
        """Whom the actors of a report are taken for, by their number; those nobody decided on
        are left out."""
        found: dict[int, ActorKey] = {}
        for actor in annotation.actors if self._next else ():
            taken_for = self.of(actor, annotation.lineage)
            if taken_for is not None:
                found[actor.id] = taken_for
        return found

    def differing(self, other: Identities) -> frozenset[ActorKey]:
        """The keys that the two take for somebody else."""
        return frozenset(
            key
            for key in self.decided() | other.decided()
            if (key in self._next, self.resolved(key)) != (key in other._next, other.resolved(key))
        )

    def decided(self) -> frozenset[ActorKey]:
        """The keys that somebody decided on."""
        return frozenset(self._next)
