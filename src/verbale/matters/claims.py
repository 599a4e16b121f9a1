"""Claims that cannot all be true at once: found in statements, and set against each other.

Nothing is decided here, and nobody is believed more than another: a claim is in its holder's words,
with the first and the last day it was made.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verbale.lexicon.claims import ClaimPattern, claim_patterns
from verbale.model import Claim, Span, Statement


def find_claims(text: str, statements: Sequence[Statement]) -> tuple[Claim, ...]:
    """The claims in ``statements`` of parties that are known, in order of place.

    Each kind once a statement. A statement that denies what it says turns an accusation into the
    denial of one. What stands inside another party's statement is that party's only.
    """
    found: list[Claim] = []
    for said in statements:
        if said.country is None or said.polarity == "omits":
            continue
        inner = [s for s in statements if s.nested_in == said.id and s.country != said.country]
        kinds: set[str] = set()
        for pattern, span in _matches(text, said):
            if pattern.kind in kinds or any(_holds(other, span) for other in inner):
                continue
            kinds.add(pattern.kind)
            found.append(
                Claim(
                    kind=pattern.kind,
                    says="denies" if said.polarity == "denies" else pattern.says,
                    holder=said.country,
                    statement=said.id,
                    span=span,
                    denied=said.polarity == "denies",
                )
            )
    return tuple(sorted(found, key=lambda claim: (claim.span, claim.kind)))


def _matches(text: str, said: Statement) -> Iterator[tuple[ClaimPattern, Span]]:
    for part in said.content:
        words = part.of(text)
        for pattern in claim_patterns():
            match = pattern.search.search(words)
            if match is not None and match[0].strip():
                yield pattern, Span(part.start + match.start(), part.start + match.end())


def _holds(said: Statement, span: Span) -> bool:
    return any(part.covers(span) for part in said.content)
