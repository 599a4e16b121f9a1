"""Sentences that say what somebody calls a place: "known in Japan as the Northern Territories".

All names in one sentence of that kind are names of one place, together with the name that stands
before it ("Balyena Reef, which Beijing knows as Jinghe Jiao"). Nobody's name is preferred.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from verbale.lexicon import Institution, Lexicon, Party
from verbale.lexicon.matters import MatterBook
from verbale.lexicon.rivals import rival_book
from verbale.model import Span

_WORD = r"(?:[A-ZÀ-Þ][\w'’-]*|al-[A-Z][\w'’-]*)"
_MORE = rf"(?:\s+(?:of\s+(?:the\s+)?|and\s+)?{_WORD}){{{{0,4}}}}"
#: What may stand behind a name in small letters: "the Zarumilla canal", "the Skarn islands".
_KIND = (
    r"(?:islands?|isles?|islets?|archipelago|atoll|reefs?|shoals?|rocks?|cape|peninsula"
    r"|territory|province|region|district|valley|plateau|heights|hills?|mountains?|glacier|pass"
    r"|desert|strip|enclave|corridor|seas?|gulf|bay|straits?|channel|canal|waterway"
    r"|waters|rivers?|stream|creek|delta|lakes?|reservoir|dam|springs?|falls|port|bridge|crossing)"
)
_NAME = (
    rf"(?:[Tt]he\s+)?[“\"‘'«„]?(?:the\s+)?"
    rf"(?P<name{{n}}>{_WORD}{_MORE}(?:\s+{_KIND}\b)?)[”\"’'»]?"
)
_WHO = r"(?P<who{n}>(?:the\s+)?[A-Z][\w'’]*(?:\s+[A-Z][\w'’]*){{0,2}}|its\s+\w+|their\s+\w+)"
_THING = (
    rf"(?:it|them|itself|(?:the|this|that|these|those)\s+(?:\w+\s+)?(?:{_KIND}|territories|land|area"
    r"|city|town|place|site|feature|group))"
)
_VERB = r"(?:calls?|called|calling|names?|named|terms?|styles?)"
#: What may stand between those who call it so and the verb, as "will continue to"; nothing that
#: denies it.
_AUX = (
    r"(?:(?:will|would|shall|should|must|may|can|could|has|have|had|does|do|did|to|on|is|are|was"
    r"|were|still|also|always|now|once|instead|officially|formally|usually|simply|continues?"
    r"|continued|goes|went|go|keeps?|kept|insists?|insisted|prefers?|preferred|wants?|wanted|used"
    r"|been|going|began|vowed|promised|decided|agreed)\s+){0,5}"
)
_KNOWS = r"(?:knows?|refers?\s+to|know|speaks?\s+of|describes?)"


class _Shape(NamedTuple):
    """A way of saying it, and what no sentence says it without."""

    needs: re.Pattern[str]
    whole: re.Pattern[str]


def _shape(needs: str, shape: str) -> _Shape:
    name, who = _NAME.format(n=""), _WHO.format(n="")
    whole = (
        shape.replace("NAME", name)
        .replace("WHO", who)
        .replace("THING", _THING)
        .replace("AUX ", _AUX)
        .replace("CALLS", _VERB)
        .replace("KNOWS", _KNOWS)
        .replace(" ", r"\s+")
    )
    return _Shape(re.compile(needs), re.compile(whole))


_SHAPES = (
    _shape(
        r"nown|eferred|alled", r"\b(?:[Kk]nown|[Rr]eferred to|[Cc]alled) (?:in|to|by) WHO as NAME"
    ),
    _shape(r"nown|eferred", r"\b(?:[Kk]nown|[Rr]eferred to) as NAME (?:in|to|by|among) WHO"),
    _shape(r"\bas\b", r"\b(?:and|but|or) (?:in|to|by) WHO as NAME"),
    _shape(r"called|named|termed", r"\b(?:called|named|termed) NAME (?:in|by) WHO"),
    _shape(_VERB, r"\b(?:which|that|what|whom) WHO AUX CALLS NAME"),
    _shape(_VERB, r"\bWHO AUX CALLS THING NAME"),
    _shape(r"\bas\b", r"\bNAME,? as WHO AUX CALLS (?:it|them)\b"),
    _shape(r"\bname\b", r"\bWHO AUX (?:uses?|used|using) the name NAME"),
    _shape(_KNOWS, r"\bWHO(?: \w+ and)? AUX KNOWS(?: THING)? as NAME"),
)
_BRACKET = re.compile(
    _NAME.format(n="1").replace(" ", r"\s+")
    + r"\s+\((?:known as\s+)?"
    + _NAME.format(n="2").replace(" ", r"\s+")
    + r"\s+(?:in|to|for)\s+"
    + _WHO.format(n="")
    + r"\)"
)
_PLACE = re.compile(_KIND)
_SOME_NAME = re.compile(_NAME.format(n="").replace(" ", r"\s+"))
#: How far before what is said of it the name of a place may stand.
_NEAR = 80
_SENTENCE = re.compile(r"(?<=[.!?])[”\"’')]*\s+(?=[A-Z“\"‘'«„(])|\n{2,}")
_RIM = re.compile(r"^[\W_]+|[\W_]+$")
_OPENERS = frozenset({"The", "A", "An", "In", "On", "But", "And", "It", "They", "What", "Both"})


class Naming(NamedTuple):
    """That ``party`` calls a place by the name at ``span``; None: said of nobody in particular."""

    span: Span
    name: str
    party: str | None


def namings(
    text: str, places: Iterable[Span], lexicon: Lexicon, book: MatterBook
) -> Iterator[tuple[Naming, ...]]:
    """Groups of names that ``text`` (within ``places``) gives to one place."""
    for place in places:
        for sentence in _sentences(text, place):
            found = _in_sentence(text, sentence, lexicon, book)
            if found:
                yield found


def place_key(name: str, book: MatterBook) -> str:
    """The key of a named place: its noun in the one word for its kind, the other words before it.

    ``lantern island`` for both "the Lantern Islands" and "Lantern Isles".
    """
    words = [w for w in re.findall(r"[\w'’-]+", name.lower()) if w not in {"the", "of", "and"}]
    thing = book.thing(words[-1], words[-1]) if words else None
    head = thing.noun if thing else (words or [name.lower()])[-1]
    return " ".join([*sorted({book.modifier(word) for word in words[:-1]} - {head}), head])


def _sentences(text: str, place: Span) -> Iterator[Span]:
    start = place.start
    for gap in _SENTENCE.finditer(text, place.start, place.end):
        yield Span(start, gap.start())
        start = gap.end()
    if start < place.end:
        yield Span(start, place.end)


def _in_sentence(
    text: str, sentence: Span, lexicon: Lexicon, book: MatterBook
) -> tuple[Naming, ...]:
    words = sentence.of(text)
    found: dict[Span, Naming] = {}
    first: int | None = None
    for shape in _SHAPES:
        for match in shape.whole.finditer(words) if shape.needs.search(words) else ():
            party = _party(match["who"], lexicon)
            if party is None:
                continue
            naming = _naming(match, "name", sentence.start, party, lexicon)
            if naming is not None and not any(s.overlaps(naming.span) for s in found):
                found[naming.span] = naming
                first = match.start() if first is None else min(first, match.start())
    for match in _BRACKET.finditer(words) if "(" in words else ():
        party = _party(match["who"], lexicon)
        both = (
            _naming(match, "name1", sentence.start, None, lexicon),
            _naming(match, "name2", sentence.start, party, lexicon),
        )
        if party is not None and all(both):
            found.update({naming.span: naming for naming in both if naming is not None})
    if first is not None and (before := _before(words[:first], sentence.start, lexicon, book)):
        found.setdefault(before.span, before)
    return tuple(sorted(found.values()))


def _naming(
    match: re.Match[str], group: str, at: int, party: str | None, lexicon: Lexicon
) -> Naming | None:
    name = " ".join(_RIM.sub("", match[group]).split())
    span = Span(at + match.start(group), at + match.end(group))
    if not name or _names_party(name, lexicon) or name.split()[0] in _OPENERS:
        return None
    return Naming(span, name, party)


def _before(words: str, at: int, lexicon: Lexicon, book: MatterBook) -> Naming | None:
    """The last name of a place that stands before the first thing said of it."""
    for match in reversed(list(_SOME_NAME.finditer(words))):
        last = match["name"].split()[-1]
        thing = book.thing(last, last)
        named = _PLACE.fullmatch(last) or (thing is not None and thing.place)
        known = named or any(rival_book().find(match["name"], ()))
        if known and " " in match["name"] and len(words) - match.end("name") <= _NEAR:
            return _naming(match, "name", at, None, lexicon)
    return None


def _party(words: str, lexicon: Lexicon) -> str | None:
    for match in lexicon.find(words):
        if isinstance(match.entry, Party):
            return match.entry.code
        if isinstance(match.entry, Institution):
            return match.entry.country
    return None


def _names_party(name: str, lexicon: Lexicon) -> bool:
    """Whether the whole name is that of a party or body, which is no place in dispute."""
    return any(
        match.span == Span(0, len(name)) and isinstance(match.entry, Party | Institution)
        for match in lexicon.find(name)
    )


def merged(groups: Sequence[Sequence[str]]) -> dict[str, str]:
    """For each key the first, in alphabetical order, of all that are the same place."""
    home: dict[str, str] = {}
    for group in groups:
        known = {home.get(key, key) for key in group}
        least = min(known)
        home.update(dict.fromkeys(group, least))
        for key, other in home.items():
            if other in known:
                home[key] = least
    return home
