"""Which thing a word means that says little on its own: "the treaty", "the islands", "peace".

Within one report it is the one thing, dealt with by the same parties, whose words hold it: the
peace treaty, where no fishing treaty is spoken of as well. Where several would do, it stays what
it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from verbale.topics.mentions import Mention

#: How much more often one of several things must be spoken of, to be the one that is meant.
_PLAINLY = 3
#: What a mention in the headline counts for.
_HEADLINE = 3
#: Kinds whose nouns may stand for a named place.
_LANDS = frozenset({"territory"})


def resolved(
    mentions: Sequence[Mention], same_places: Sequence[tuple[str, ...]] = ()
) -> list[Mention]:
    """``mentions`` with the key of the thing meant, where exactly one can be meant.

    ``same_places`` are groups of keys that mean one place; of these the one named most is taken.
    """
    counts = Counter[str]()
    for mention in mentions:
        counts[mention.phrase.key] += _HEADLINE if mention.headline else 1
    places = {m.phrase.key for m in mentions if m.place}
    places = {m.phrase.key for m in mentions if m.place and m.disputed} or places
    for group in same_places:
        known = [key for key in group if key in places]
        usual = min(known, key=lambda key: (-counts[key], key), default=None)
        places -= {key for key in known if key != usual}
    kinds = {m.phrase.key: m.phrase.kind for m in mentions}
    meant = {
        key: other for key in counts if (other := _meant(key, counts, places, kinds)) is not None
    }
    return [_as(mention, meant, mentions) for mention in mentions]


def _meant(key: str, counts: Counter[str], places: set[str], kinds: dict[str, str]) -> str | None:
    words = set(key.split())
    if key in places or len(words) > 1:
        return None
    fitting = {other for other in counts if other != key and words < set(other.split())}
    if kinds[key] in _LANDS:
        fitting = {other for other in places if kinds[other] in _LANDS} or fitting
    return plainly({other: counts[other] for other in fitting})


def plainly(counts: dict[str, int]) -> str | None:
    """The only candidate, or the one spoken of far more often than all others together."""
    if not counts:
        return None
    best = min(counts, key=lambda key: (-counts[key], key))
    rest = sum(counts.values()) - counts[best]
    return best if counts[best] >= _PLAINLY * rest else None


def _as(mention: Mention, meant: dict[str, str], mentions: Sequence[Mention]) -> Mention:
    other = meant.get(mention.phrase.key)
    if other is None:
        return mention
    model = next(m for m in mentions if m.phrase.key == other)
    phrase = model.phrase._replace(span=mention.phrase.span, around=mention.phrase.around)
    return mention._replace(phrase=phrase, place=model.place)
