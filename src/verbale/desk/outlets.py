"""The sources of a record: its outlets and agencies as the lexicon knows them."""

from __future__ import annotations

import msgspec

from verbale.lexicon import Lexicon
from verbale.provenance.crediting import looks_like_outlet, same_house
from verbale.record import NamedSource, Record


class SourceRow(msgspec.Struct, frozen=True, kw_only=True):
    """An outlet, agency or other carrier. What it is comes from the lexicon, None where that does
    not have it.

    ``printed`` counts the reports of its own, ``carried`` the reports of others that have words
    from it, ``statements`` those that came by it. ``also`` are the other names it has there.
    """

    name: str
    kind: str | None
    country: str | None
    parent: str | None
    printed: int
    carried: int
    statements: int
    also: tuple[str, ...] = ()


def sources_of(record: Record, lexicon: Lexicon) -> tuple[SourceRow, ...]:
    """Every source, those that most statements came by first."""
    houses: list[list[NamedSource]] = []
    named = [each for each in record.named_sources() if _publishes(each, lexicon)]
    for source in sorted(named, key=lambda each: (-len(each.name), each.name)):
        mates = (house for house in houses if _same(source, house[0], lexicon))
        house = next(mates, None)
        if house is None:
            houses.append([source])
        else:
            house.append(source)
    rows = [_row(house, lexicon) for house in houses]
    return tuple(sorted(rows, key=lambda row: (-row.statements, -row.printed, row.name)))


def _publishes(source: NamedSource, lexicon: Lexicon) -> bool:
    """Whether a name is an outlet's: ministries and persons carry words, too, and are none."""
    known = lexicon.outlet(source.name) is not None
    return known or bool(source.printed) or looks_like_outlet(source.name)


def _same(one: NamedSource, other: NamedSource, lexicon: Lexicon) -> bool:
    first, second = lexicon.outlet(one.name), lexicon.outlet(other.name)
    if first is not None and second is not None:
        return first is second
    return same_house(one.name, other.name)


def _row(house: list[NamedSource], lexicon: Lexicon) -> SourceRow:
    known = next((found for each in house if (found := lexicon.outlet(each.name))), None)
    name = known.credit if known else house[0].name
    return SourceRow(
        name=name,
        kind=known.kind if known else None,
        country=known.country if known else None,
        parent=known.parent if known else None,
        printed=len(frozenset().union(*(each.printed for each in house))),
        carried=len(frozenset().union(*(each.carried for each in house))),
        statements=len(frozenset().union(*(each.entries for each in house))),
        also=tuple(sorted({each.name for each in house} - {name})),
    )
