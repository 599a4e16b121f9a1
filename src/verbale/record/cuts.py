"""Tellings that a person set apart: they are of two utterances, however alike.

A decision is an entry of the ledger of corrections, of the kind ``utterance``. Its subject is the
lineage of the one report, its facet the hashed words of both tellings and the hashed lineage of the
other report, so that it names nothing of a report that is forgotten. It holds in any version in
which the words are the same.
"""

from __future__ import annotations

from hashlib import sha256

from verbale.corrections import current
from verbale.model import Anchor
from verbale.passages.tokens import tokens
from verbale.provenance.utterances import Telling
from verbale.record import ledger
from verbale.record.connect import Db
from verbale.record.stored import lineage_hash

KIND, FIELD = "utterance", "apart"
Cuts = frozenset[frozenset[str]]


def everything(db: Db) -> Cuts:
    """The pairs of hashed words that stand apart."""
    return frozenset(
        frozenset(entry.anchor.facet.split()[:2])
        for entry in current(ledger.of_kind(db, KIND))
        if entry.new is True
    )


def holds(cut: Cuts, one: Telling, other: Telling) -> bool:
    """Whether a person set two tellings apart."""
    return bool(cut) and frozenset((hashed(one.words), hashed(other.words))) in cut


def anchor(one: tuple[str, str], other: tuple[str, str]) -> Anchor:
    """The anchor of a decision on two tellings, each given by its lineage and words."""
    (lineage, words), (second, others) = sorted((one, other))
    facet = f"{hashed(words)} {hashed(others)} {lineage_hash(second)}"
    return Anchor(kind="utterance", subject=lineage, facet=facet)


def hashed(words: str) -> str:
    """What a decision keeps of words: nothing that can be read."""
    plain = " ".join(word for _, word in tokens(words))
    return sha256(plain.encode()).hexdigest()[:20]
