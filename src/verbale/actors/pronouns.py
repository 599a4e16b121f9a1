"""Who "he", "she", "it", "they", "we" and "you" are, as far as the report says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from verbale.actors.cast import Cast
from verbale.actors.person import Person, gender_of_words
from verbale.actors.speaker import Reference, Speaker, listed, of_person
from verbale.language import Word
from verbale.lexicon.wordlists import word_list
from verbale.model import ActorKind, Span

_HE = frozenset({"he", "him", "his", "himself"})
_SHE = frozenset({"she", "her", "hers", "herself"})
_I = frozenset({"i", "my", "me", "myself"})
_WE = frozenset({"we", "our", "us", "ourselves"})
_THEY = frozenset({"they", "them", "their"})
PERSONAL = _HE | _SHE | _I | _WE | {"they", "who", "you", "them", "it"}
_HOUSES = word_list("company-nouns") | word_list("collective-nouns")
_COLLECTIVE = frozenset({"institution", "organisation", "state", "outlet"})
_MANY = frozenset({"group", "unnamed", "institution", "organisation"})
_OF_MEN = re.compile(r"\b(?:he|his|him|himself)\b", re.I)
_OF_WOMEN = re.compile(r"\b(?:she|her|herself)\b", re.I)
_JOINS = re.compile(r",? and (?:[\w-]+ ){0,3}|, (?:[\w-]+ ){0,3}", re.I)
_SIDES = re.compile(
    r"\b(?:both|the (?:two|warring|opposing)|all)(?: \w+)? "
    r"(?:sides|countries|states|parties|governments|neighbou?rs|capitals|nations)\b"
    r"|\bthe parties\b",
    re.I,
)
#: What is said of somebody whose gender a report keeps open.
_OPEN_ROLES = frozenset({"spokesperson", "source", "insider", "representative", "rep", "user"})
_FULL_NAME = 2  # words
_FAR = 700  # characters: beyond them nobody is meant by a pronoun who has not spoken since


def pronoun(head: Word, cast: Cast, recent: Reference) -> Speaker:
    """Whom a pronoun stands for; a Speaker without a name where that is open."""
    word = head.text.lower()
    if word in _I:
        return recent.speaking or Speaker(None, "person")
    if word in _WE:
        return _we(cast, recent)
    if word in _HE | _SHE:
        doer = _whose_deed(head, cast, "m" if word in _HE else "f")
        doer = doer or _spoken_of(word, recent)
        return doer or _he_or_she("m" if word in _HE else "f", head.start, cast, recent)
    if word in {"it", "its"}:
        spoken = _spoken_of(word, recent)
        spoken = spoken or _first_before(head.start, cast, recent)
        return spoken or _last(head.start, recent, _COLLECTIVE) or Speaker(None, "unnamed")
    if word in _THEY and (spoken := _spoken_of(word, recent)) is not None:
        return spoken
    if word in _THEY and (recent.speaking is None or not recent.quoted):
        return _they(head.start, cast, recent) or Speaker(None, "group")
    return Speaker(None, "group" if word in _THEY else "unnamed")


def _we(cast: Cast, recent: Reference) -> Speaker:
    """Who serves a state says "we" for it; anybody else for the house, or for himself."""
    speaking = recent.speaking
    if speaking is None:
        return Speaker(None, "person")
    party = cast.lexicon.party(speaking.country) if speaking.country else None
    if speaking.person is not None and party is not None and speaking.person.speaks_for_a_state:
        kind: ActorKind = "state" if party.kind in {"state", "de-facto"} else "organisation"
        return Speaker(party.name, kind, party.code)
    return speaking


def _he_or_she(gender: str, place: int, cast: Cast, recent: Reference) -> Speaker:
    """The nearest single person whom nothing speaks against.

    Who may be a firm is meant only where no human being is. A gender once inferred from a pronoun
    is kept for later pronouns.
    """
    just = _named_just_before(gender, place, cast, recent)
    if just is not None:
        return just
    doubtful: dict[int, Speaker] = {}
    for speaker in _singles(place, cast, recent):
        person = speaker.person
        if person is not None and any(not recent.outside(m.start) for m in person.mentions):
            continue  # "Reed took the time," she said
        if recent.quoted and recent.speaking is not None and speaker.name == recent.speaking.name:
            continue  # of himself he would say "I"
        if person is None:
            if gender_of_words([speaker.noun]) in {None, gender}:
                return speaker
            continue
        if person.gender not in {None, gender} or person.told_gender not in {None, gender}:
            continue
        likely = person.gender or person.likely_gender
        if likely in {None, gender} and (person.seems_human or person.gender):
            if likely is None and _stands_in_shadow(speaker, place, cast, recent):
                return Speaker(None, "person", single=True)
            person.gender = gender
            return speaker
        doubtful.setdefault(_doubt(person), speaker)
    if doubtful:
        return doubtful[min(doubtful)]
    return Speaker(None, "person", single=True)


def _spoken_of(word: str, recent: Reference) -> Speaker | None:
    """Whom somebody who is quoted means by "he", "they" or "it": the one of whom these very words
    have spoken last; None where there is nobody, or two alike in the same sentence."""
    fits = [s for s in recent.within if _may_be_called(word, s.who, recent.speaking)]
    if not fits:
        return None
    chief = [s for s in fits if s.main] or fits
    last = chief[-1]
    alike = {s.who.name for s in chief if s.sentence == last.sentence}
    return last.who if len(alike) == 1 else None


def _may_be_called(word: str, who: Speaker, speaking: Speaker | None) -> bool:
    if word in _HE | _SHE:
        return who.single and _may_be(who, "m" if word in _HE else "f")
    if word in _THEY:
        own = speaking.country if speaking is not None else None
        others = own is None or own != who.country
        return not who.single and who.kind in _MANY | {"state"} and others
    return who.kind in _COLLECTIVE or who.noun in _HOUSES


def _whose_deed(head: Word, cast: Cast, gender: str) -> Speaker | None:
    """ "Questions about Reed's call, when he asked for it": whoever the deed is said to be."""
    deed = head.head.head
    if head.dep != "nsubj" or head.head.dep not in {"relcl", "acl", "advcl"} or deed.pos != "NOUN":
        return None
    owner = deed.of("poss")
    person = cast.person_at(Span(owner.start, owner.end)) if owner is not None else None
    sure = person is not None and (person.gender or person.told_gender) == gender
    return of_person(person) if person is not None and sure else None


def _stands_in_shadow(speaker: Speaker, place: int, cast: Cast, recent: Reference) -> bool:
    """Whether somebody of unknown gender was only mentioned where the subject of the sentence
    before is a name that a person may bear as well as a firm."""
    start = cast.sentence_start(place)
    before = cast.sentence_start(start - 2)
    since = [s for s in recent.subjects if before <= s.place < start and s.main]
    if not since or any(s.who.name == speaker.name for s in since):
        return False
    first = since[0].who
    return first.kind == "organisation" and len((first.name or "").split()) == _FULL_NAME


def _named_just_before(gender: str, place: int, cast: Cast, recent: Reference) -> Speaker | None:
    """ "When Reed visited his editor Teresa Hayden, he smiled. She recalled ...": the only one of
    the gender in the sentence before, where no subject of that sentence or since can be meant."""
    if recent.quoted:
        return None
    start = cast.sentence_start(place)
    before = cast.sentence_start(start - 2)
    while before > 0 and cast.is_quoted(before):
        before = cast.sentence_start(before - 2)
    since = [s for s in recent.subjects if before <= s.place < place and s.who.single]
    spoke = any(at >= before for at in recent.places)
    known = [s.who for s in since if s.who.person is not None]
    if not spoke and len(since) > 1 and len(known) == 1 and known[0].person is not None:
        return known[0] if known[0].person.told_gender == gender else None
    others, own = (_OF_MEN, "she") if gender == "f" else (_OF_WOMEN, "he")
    if spoke or len(since) != 1:
        return None
    taken = others.search(cast.text, since[0].place, start) is not None
    if not taken and _may_be(since[0].who, gender):
        return None
    if any(word.text.lower() == own and word.dep == "nsubj" for word in cast.words_at(before)):
        return None  # "She gave me her sister's address, Ilse Varga's": she goes on
    named = cast.named_between(before, start, ())
    found = [p for p in named if p.told_gender == gender and p.gender in {None, gender}]
    if len(found) != 1:
        return None
    found[0].gender = gender
    return of_person(found[0])


def _may_be(who: Speaker, gender: str) -> bool:
    if who.person is None:
        return gender_of_words([who.noun]) in {None, gender}
    return (who.person.gender or who.person.told_gender) in {None, gender}


def _doubt(person: Person) -> int:
    """How doubtful it is that a name is the person's who is meant: the less the better."""
    return 0 if person.seems_human else 1  # or the ending of a given name speaks against it


def _singles(place: int, cast: Cast, recent: Reference) -> Iterator[Speaker]:
    """Whom a pronoun at ``place`` may mean: the subjects of its sentence, whoever else is named
    there before it, then speakers and subjects, whichever came last, then all mentioned before."""
    start = cast.sentence_start(place)
    here = [s for s in recent.subjects if start <= s.place < place and s.who.single]
    yield from (s.who for s in reversed(here) if recent.outside(s.place))
    named = cast.named_between(start, place, recent.told)
    if len(named) == 1:  # "Although it did not appeal to Graham, she said ..."
        yield of_person(named[0])
    subjects = [
        (subject.place, subject.who)
        for subject in recent.subjects
        if place - _FAR < subject.place < place
        and subject.main
        and subject.who.single
        and recent.outside(subject.place)
    ]
    speakers = [
        (at, who) for at, who in zip(recent.places, recent.people, strict=True) if at < place
    ]
    for _, who in sorted([*subjects, *speakers], key=lambda pair: -pair[0]):
        yield who
    yield from reversed(recent.people)
    if not recent.quoted:
        yield from (
            of_person(person)
            for person in cast.before(place)
            if person.seems_human or (person.sure and person.posts)
        )


def _first_before(place: int, cast: Cast, recent: Reference) -> Speaker | None:
    """Whom "it" means at the head of a sentence: the side or body that the sentence before is
    about, not the one of a clause in it ("The court held that Peru had lied. It ordered")."""
    start = cast.sentence_start(place)
    before = cast.sentence_start(start - 2)
    if place > start or "\n" in cast.text[before:start].strip():
        return None
    inside = [s for s in recent.subjects if before <= s.place < start and recent.outside(s.place)]
    if not any(not s.main for s in inside):
        return None
    chief = [s.who for s in inside if s.main]
    fits = [who for who in chief if who.kind in _COLLECTIVE and (who.name or who.country)]
    return fits[0] if len(chief) == 1 and fits else None


def _last(place: int, recent: Reference, kinds: frozenset[str]) -> Speaker | None:
    """The body or side that was speaker or subject last before ``place``."""
    subjects = [
        (at, who)
        for at, who, *_ in recent.subjects
        if place - _FAR < at < place
        and who.kind in kinds
        and (who.name or who.country)
        and recent.outside(at)
    ]
    spoke = [
        (at, who)
        for at, who in zip(recent.body_places, recent.bodies, strict=True)
        if at < place and who.kind in kinds
    ]
    nearest = max([*subjects, *spoke], key=lambda pair: pair[0], default=None)
    return nearest[1] if nearest else None


def _they(place: int, cast: Cast, recent: Reference) -> Speaker | None:
    """The group, body or side that was speaker or subject last before ``place``, if it is near;
    where the sentence has spoken of "the two sides", these if they say it, or else nobody."""
    carrier = recent.speaking
    if _SIDES.search(cast.text, cast.sentence_start(place), place):
        known = carrier is not None and carrier.kind == "group" and carrier.name
        return carrier if known else None
    many = [
        (at, who, main)
        for at, who, main, _ in recent.subjects
        if place - _FAR < at < place
        and who.kind in _MANY | {"state"}
        and not who.single
        and (who.name or who.country)
        and recent.outside(at)
    ]
    if carrier is not None and carrier.kind in {"group", "state"} and not carrier.name:
        return None  # "Both sides said they were hopeful": whoever the two are
    chief = [(at, who) for at, who, main in many if main]
    spoke = [
        (at, who)
        for at, who in zip(recent.body_places, recent.bodies, strict=True)
        if place - _FAR < at < place and who.kind in _MANY | {"state"}
    ]
    further = [(at, who) for at, who, _ in many if who.kind != "state"]
    one = _one_called_they(place, cast, recent)
    if one is not None and not any(at >= recent.places[-1] for at, _ in (*chief, *spoke)):
        return one
    nearest = max([*chief, *spoke] or further, key=lambda pair: pair[0], default=None)
    state = carrier.country if carrier is not None else None
    other = nearest is not None and state and nearest[1].country != state
    if nearest is not None and other and nearest[0] < cast.sentence_start(place):
        return None  # "the envoy said they would appeal": hardly another side
    just = _joined_just_before(place, cast, nearest[0] if nearest else -1)
    return just or (nearest[1] if nearest else None)


def _one_called_they(place: int, cast: Cast, recent: Reference) -> Speaker | None:
    """The spokesperson who spoke in the sentence before: "..., they said in an email"."""
    who = recent.people[-1] if recent.people and not recent.quoted else None
    if who is None or recent.places[-1] >= place:
        return None
    start = cast.sentence_start(place)
    before = cast.sentence_start(start - 2)
    while before > 0 and cast.is_quoted(before):
        before = cast.sentence_start(before - 2)
    gender = (who.person.gender or who.person.told_gender) if who.person is not None else None
    called = f"{who.office or ''} {who.noun}".lower().split()
    near = recent.places[-1] >= before and gender is None
    return who if near and _OPEN_ROLES.intersection(called) else None


def _joined_just_before(place: int, cast: Cast, known: int) -> Speaker | None:
    """The people joined by "and" in the sentence before, where no other "they" was spoken of since
    it began (``known`` is where the nearest was): "... Warren and Ocasio-Cortez. They ..."."""
    start = cast.sentence_start(place)
    before = cast.sentence_start(start - 2)
    if known >= before or before >= start or cast.is_quoted(before):
        return None
    words = cast.words_at(before)
    doers = [w for w in words if w.dep == "nsubj" and w.head.head is w.head]
    if any(w.pos == "PRON" and w.of("conj") for w in doers):
        return Speaker(None, "group")  # "he and his wife explained it. They ..."
    named = cast.named_between(before, start, ())
    spots = sorted((min(m.start for m in p.mentions if m.start >= before), p.name) for p in named)
    ends = {m.start: m.end for p in named for m in p.mentions}
    joined = all(
        _JOINS.fullmatch(cast.text[ends[one] : other]) for (one, _), (other, _) in pairwise(spots)
    )
    return Speaker(listed([name for _, name in spots]), "group") if joined and spots[1:] else None
