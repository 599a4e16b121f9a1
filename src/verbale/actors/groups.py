"""Pairs and groups: "both sides", "the two governments", "the two ministers", "neither capital"."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from verbale.actors.cast import Cast
from verbale.actors.person import Person
from verbale.actors.speaker import Asked, Speaker, listed
from verbale.lexicon import Match, Party
from verbale.lexicon.wordlists import word_list

_TWO = re.compile(r"^(?:the two|both|both of the|neither|the|the respective)\b", re.I)
_COUNTED = re.compile(r"^(?:the two|both|neither)\b", re.I)
_NOT_THEM = re.compile(r"\b(?:one|some|none|many|most|several|few) of\b", re.I)
_SIDES = word_list("side-nouns")
_FIRMS = word_list("company-nouns") - _SIDES
_AND = re.compile(r"(?:[’']s?)?\s*(?:,|and|&|-|–|with|versus|vs\.?)\s*(?:the\s+)?", re.I)
_STATES = frozenset({"state", "de-facto", "territory"})
_HOLDERS = frozenset({"minister", "leader", "president", "envoy", "ambassador", "premier"})
_DOMINATES = 2
_HUMANS = word_list("humans")
_NEAR = 600  # characters
_PLAIN = frozenset({"two", "both", "respective", "foreign", "defence", "defense", "prime"})


def pair_meant(asked: Asked) -> Speaker | None:
    """The two sides, or two holders of an office, that the phrase counts; None if unclear."""
    worded = asked.worded
    noun = re.sub(r"ies$", "y", re.sub(r"(?<!ie)s$", "", asked.head.text.lower()))
    if not _TWO.match(worded) or _NOT_THEM.search(worded) or _is_narrowed(asked):
        return None
    counted = _COUNTED.match(worded) is not None or worded in {"both", "neither"}
    if counted and (
        worded in {"both", "the two", "the pair"} or asked.head.text.lower() in _HUMANS
    ):
        people = _two_people(asked)
        if people is not None:
            return people
    if counted and noun in _FIRMS:
        return _two_firms(asked)
    if noun in _HOLDERS:
        return (_two_persons(asked) or _two_sides(asked)) if counted else None
    if noun in _SIDES and (counted or noun in {"side", "party"}) and _is_plural(asked):
        return _two_sides(asked)
    return None


def _two_firms(asked: Asked) -> Speaker | None:
    """ "Both companies": the last two names of no human beings that "and" joins, a few sentences
    before at most."""
    cast, place = asked.cast, asked.span.start
    near = [m for m in cast.sentences if m.words and place - _NEAR < m.words[0].start < place]
    for mentions in sorted(near, key=lambda m: -m.words[0].start):
        runs = [run for run in mentions.names if run.span.end < place]
        for one, other in reversed(list(pairwise(runs))):
            people = [cast.person_at(run.span) for run in (one, other)]
            human = any(p is not None and (p.human or p.posts) for p in people)
            joined = _AND.fullmatch(cast.text[one.span.end : other.span.start])
            if joined and not human and not (one.opens_as_person or other.opens_as_person):
                return Speaker(listed([run.span.of(cast.text) for run in (one, other)]), "group")
    return None


def _is_narrowed(asked: Asked) -> bool:
    """Whether the phrase says which ones: "the two downstream countries", "both Korean sides"."""
    named = any(asked.span.covers(match.span) for match in asked.mentions.parties())
    return named or any(
        child.dep in {"amod", "compound", "poss"} and child.text.lower() not in _PLAIN
        for child in asked.head.children
        if child in asked.phrase
    )


def _is_plural(asked: Asked) -> bool:
    return asked.head.tag in {"NNS", "NNPS"} or asked.opening in {"both", "neither"}


def _two_sides(asked: Asked) -> Speaker | None:
    codes = _coordinated_before(asked) or _dominant(asked.cast)
    if _others_just_before(asked, codes):
        return None
    parties = [asked.cast.lexicon.party(code) for code in codes]
    names = [party.name for party in parties if party is not None]
    return Speaker(listed(names), "group") if len(names) == 2 else None


def _others_just_before(asked: Asked, codes: list[str]) -> bool:
    """Whether the sentence before is about another side than the two: "The Kabul government freed
    three Taliban prisoners. Both sides ..." in a report on hostages of two further states."""
    start = asked.cast.sentence_start(asked.span.start)
    before = asked.cast.sentence_start(start - 2)
    named = {
        match.entry.code
        for mentions in asked.cast.sentences
        if mentions.words and before <= mentions.words[0].start < start
        for match in mentions.parties()
        if isinstance(match.entry, Party)
    }
    return bool(named) and not named & set(codes)


def _coordinated_before(asked: Asked) -> list[str]:
    """The last two states joined before the phrase: "India and China", "Israeli and Lebanese"."""
    found: list[str] = []
    for mentions in asked.cast.sentences:
        if not mentions.words or mentions.words[0].start >= asked.span.start:
            continue
        states = [m for m in mentions.parties() if _is_state(m) and m.span.end < asked.span.start]
        for one, other in pairwise(states):
            gap = asked.cast.text[one.span.end : other.span.start]
            pair = [match.entry.code for match in (one, other) if isinstance(match.entry, Party)]
            if _AND.fullmatch(gap) and len(set(pair)) == 2:
                found = pair
    return found


def _dominant(cast: Cast) -> list[str]:
    """The two states that a report is about: named far more often than any third."""
    counts: Counter[str] = Counter()
    for mentions in cast.sentences:
        for match in mentions.parties():
            if _is_state(match) and isinstance(match.entry, Party):
                counts[match.entry.code] += 1
    common = counts.most_common(3)
    if len(common) < 2 or (len(common) > 2 and common[1][1] < _DOMINATES * common[2][1]):
        return []
    order = list(counts)
    return sorted((code for code, _ in common[:2]), key=order.index)


def _is_state(match: Match) -> bool:
    return isinstance(match.entry, Party) and match.entry.kind in _STATES


def _two_persons(asked: Asked) -> Speaker | None:
    """The two last named holders of such an office, of two sides: "the two ministers"."""
    held = next((h for h in asked.mentions.titles if h.span.overlaps(asked.core)), None)
    if held is None:
        return None
    noun = re.sub(r"s$", "", held.title.lower())
    wanted = held._replace(title=noun, country=None)
    met: list[Person] = [p for p in asked.cast.before(asked.span.start) if p.may_be(wanted)]
    if len(met) < 2 or (met[0].country is not None and met[0].country == met[1].country):
        return None
    first, second = sorted(met[:2], key=lambda person: person.mentions[0])
    return Speaker(listed([first.name, second.name]), "group")


def _two_people(asked: Asked) -> Speaker | None:
    """ "Both men", "the two women": the last two people joined by "and", if nobody else is named
    after them."""
    met = sorted(
        (
            (mention, number)
            for number, person in enumerate(asked.cast.persons)
            if person.seems_human
            for mention in person.mentions
            if asked.span.start - _NEAR < mention.start < asked.span.start
        ),
        key=lambda pair: pair[0].start,
    )
    for (first, one), (second, other) in reversed(list(pairwise(met))):
        if one != other and _AND.fullmatch(asked.cast.text[first.end : second.start]):
            later = {number for mention, number in met if mention.start > second.start}
            if later <= {one, other}:
                names = [asked.cast.persons[number].name for number in (one, other)]
                return Speaker(listed(names), "group")
            return None
    return None
