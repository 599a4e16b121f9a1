"""Who is who: pointers that are followed to the end, and can be cut."""

from __future__ import annotations

from verbale.corrections import SAME_AS, Identities, signed, subject_of
from verbale.model import Actor, ActorKey, Anchor, Correction

MUTO = ActorKey(name="Muto", kind="person", country="JPN")
AKIRA = ActorKey(name="Akira Muto", kind="person", country="JPN")
ENVOY = ActorKey(name="A. Muto", kind="person", country="JPN")


def decided(*pairs):
    return Identities(
        signed(
            Correction(
                id="",
                anchor=Anchor(kind="identity", subject=subject_of(key)),
                field=SAME_AS,
                new=subject_of(other) if other else None,
                author="x",
                at="2025",
            )
        )
        for key, other in pairs
    )


def actor(name, country="JPN"):
    return Actor(id=1, kind="person", name=name, country=country)


def test_pointers_are_followed_to_the_end():
    known = decided((ENVOY, MUTO), (MUTO, AKIRA))
    assert known.of(actor("A. Muto"), "r") == AKIRA
    assert known.of(actor("Akira Muto"), "r") is None
    assert known.of(actor("Muto", "KOR"), "r") is None


def test_an_actor_without_a_country_goes_with_the_only_one_of_the_name():
    known = decided((MUTO, AKIRA))
    assert known.of(actor("Muto", None), "r") == AKIRA


def test_one_report_may_be_told_apart():
    alone = ActorKey(name="Muto", kind="person", country="JPN", lineage="r")
    known = decided((MUTO, AKIRA), (alone, None))
    assert known.of(actor("Muto"), "r") == alone
    assert known.of(actor("Muto"), "other") == AKIRA


def test_a_circle_ends_at_the_same_one_from_everywhere():
    known = decided((MUTO, AKIRA), (AKIRA, ENVOY), (ENVOY, MUTO))
    assert len({known.resolved(key) for key in (MUTO, AKIRA, ENVOY)}) == 1


def test_what_a_decision_changes_is_known():
    before, after = decided((ENVOY, MUTO)), decided((ENVOY, MUTO), (MUTO, AKIRA))
    assert after.differing(before) == {ENVOY, MUTO}
    assert after.differing(after) == frozenset()
