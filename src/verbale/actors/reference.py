"""Who a source phrase refers to: name, office, state - as far as the report says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from verbale.actors.bodies import Named
from verbale.actors.cast import Cast, Person
from verbale.actors.mentions import Mentions
from verbale.actors.names import NameRun
from verbale.actors.offices import Held
from verbale.language import Word
from verbale.lexicon import Institution, Party
from verbale.lexicon.wordlists import word_list
from verbale.model import ActorKind, Span

_HE = frozenset({"he", "him", "his"})
_SHE = frozenset({"she", "her"})
_WE = frozenset({"i", "we", "my", "our", "us", "me", "myself", "ourselves"})
_PERSONAL = _HE | _SHE | _WE | {"they", "who", "you", "them"}
_DOCUMENTS = word_list("documents")
_AGENTIVE = word_list("agentive")
_UNNAMED_HEADS = word_list("unnamed")
_DEFINITE = frozenset({"the", "this", "that", "his", "her", "its", "their", "our", "both"})
_SOME = frozenset({"a", "an", "one", "another", "some", "several", "two", "three", "four", "many"})
_ONE = frozenset({"a", "an", "one", "another"})
_COLLECTIVE = frozenset({"group", "unnamed", "institution", "organisation", "state", "outlet"})
_NOT_THE_HEAD = frozenset({"poss", "pobj", "pcomp"})


class Speaker(NamedTuple):
    """The answer: what is known of a source. Every field but ``kind`` may be None."""

    name: str | None
    kind: ActorKind
    country: str | None = None
    office: str | None = None
    person: Person | None = None
    single: bool = False  # one human being, named or not: "he" may refer to it


class Reference(NamedTuple):
    """Who has spoken of late, for pronouns: the last speakers, the latest last."""

    people: Sequence[Speaker] = ()
    bodies: Sequence[Speaker] = ()
    places: Sequence[int] = ()  # where each of ``people`` spoke
    speaking: Speaker | None = None  # who says the quotation that the phrase stands in


class _Asked(NamedTuple):
    """A phrase and what it stands in: the place of all of it, of its head word, and the report."""

    span: Span
    core: Span
    head: Word
    phrase: Sequence[Word]
    cast: Cast
    mentions: Mentions
    recent: Reference

    @property
    def opening(self) -> str:
        """The first word, in lower case."""
        return self.phrase[0].text.lower()


def is_sayer(word: Word, mentions: Mentions) -> bool:
    """Whether ``word`` can say or think something: a person, party, body, outlet or people."""
    if word.pos == "PRON":
        small = word.text.lower()
        return small in _PERSONAL or small == "it" or word.lemma.lower() in _AGENTIVE
    place = Span(word.start, word.end)
    if any(match.span.overlaps(place) for match in mentions.matches):
        return True
    if any(run.span.overlaps(place) for run in mentions.names):
        return True
    return word.pos == "PROPN" or word.lemma.lower() in _AGENTIVE or word.text.lower() in _AGENTIVE


def is_document(word: Word) -> bool:
    """Whether ``word`` is something written, counted or shown that is said to "say" things."""
    return word.lemma.lower() in _DOCUMENTS or word.text.lower() in _DOCUMENTS


def identify(
    phrase: Sequence[Word], head: Word, cast: Cast, mentions: Mentions, recent: Reference
) -> Speaker:
    """Who ``phrase`` (the words of a source, around ``head``) refers to."""
    if head.pos == "PRON" or head.text.lower() in _PERSONAL:
        return _pronoun(head, cast, recent)
    others = [word for word in head.children if word.dep == "conj" and word in phrase]
    if others:
        return _several(phrase, head, others, cast, mentions, recent)
    span = Span(phrase[0].start, phrase[-1].end)
    asked = _Asked(span, Span(head.start, head.end), head, phrase, cast, mentions, recent)
    for answer in (_person, _title_alone, _body, _organisation, _party):
        found = answer(asked)
        if found is not None:
            return found
    return _unnamed(asked)


def of_person(person: Person) -> Speaker:
    """What is known of ``person`` as a speaker."""
    office = person.office
    title = office.title if office else None
    return Speaker(person.name, "person", person.country, title, person, single=True)


def _several(
    phrase: Sequence[Word],
    head: Word,
    others: list[Word],
    cast: Cast,
    mentions: Mentions,
    recent: Reference,
) -> Speaker:
    """A list of sources: all their names, a country only when it is the same."""
    first = min(word.subtree()[0].i for word in others)
    parts = [identify([w for w in phrase if w.i < first] or [head], head, cast, mentions, recent)]
    for other in others:
        below = [w for w in other.subtree() if w in phrase]
        parts.append(identify(below or [other], other, cast, mentions, recent))
    names = [part.name for part in parts if part.name]
    countries = {part.country for part in parts}
    if len(names) < len(parts):
        return parts[0] if parts[0].name else Speaker(None, "group")
    listed = f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]
    return Speaker(listed, "group", countries.pop() if len(countries) == 1 else None)


def _pronoun(head: Word, cast: Cast, recent: Reference) -> Speaker:
    word = head.text.lower()
    if word in _WE:
        return recent.speaking or Speaker(None, "person")
    if word in _HE | _SHE:
        return _he_or_she("m" if word in _HE else "f", head.start, cast, recent)
    if word in {"it", "they", "them"} and recent.bodies:
        last = recent.bodies[-1]
        if word == "it" or last.kind in _COLLECTIVE:
            return last
    return Speaker(None, "group" if word == "they" else "unnamed")


def _he_or_she(gender: str, place: int, cast: Cast, recent: Reference) -> Speaker:
    """The nearest single person whom nothing speaks against, the last speakers first.

    A gender once inferred from a pronoun is kept for later pronouns.
    """
    doubtful: Speaker | None = None
    for speaker in _candidates(place, cast, recent):
        person = speaker.person
        if person is None:
            return speaker
        if person.gender == gender:
            return speaker
        if person.gender is None:
            if person.likely_gender in {None, gender}:
                person.gender = gender
                return speaker
            doubtful = doubtful or speaker
    return doubtful or Speaker(None, "person", single=True)


def _candidates(place: int, cast: Cast, recent: Reference) -> Iterator[Speaker]:
    """Whom a pronoun at ``place`` may mean: speakers and subjects, whichever came last, then
    everybody mentioned before."""
    subjects = [(at, of_person(person)) for at, person in cast.subjects_before(place)]
    speakers = [
        (at, who) for at, who in zip(recent.places, recent.people, strict=True) if at < place
    ]
    for _, who in sorted([*subjects, *speakers], key=lambda pair: -pair[0]):
        yield who
    yield from reversed(recent.people)
    yield from (of_person(person) for person in cast.before(place) if person.sure)


def _person(asked: _Asked) -> Speaker | None:
    names = [run for run in asked.mentions.names if not run.is_organisation]
    names.sort(key=lambda run: not run.span.overlaps(asked.core))
    run = next((run for run in names if _names_head(run, asked)), None)
    if run is None:
        return _by_surname(asked)
    person = asked.cast.person_at(run.span) or asked.cast.person_called(
        run.span.of(asked.cast.text)
    )
    if person is not None:
        return of_person(person)
    title = asked.mentions.title_before(run, asked.cast.text)
    name = " ".join(run.span.of(asked.cast.text).split())
    return Speaker(
        name,
        "person",
        title.country if title else None,
        title.title if title else None,
        single=True,
    )


def _by_surname(asked: _Asked) -> Speaker | None:
    """A surname that the parser took for a common noun: "Sanders said", "Muto: ..."."""
    word = asked.head
    known = any(m.span.overlaps(asked.core) for m in asked.mentions.matches)
    if known or not word.text[0].isupper() or len(asked.phrase) > 1:
        return None
    person = asked.cast.person_called(word.text)
    return of_person(person) if person is not None else None


def _names_head(run: NameRun, asked: _Asked) -> bool:
    """Whether a name in the phrase is the name of its head: the head itself, or in apposition."""
    if run.span.overlaps(asked.core):
        return True
    if not asked.span.covers(run.span):
        return False
    word = next((w for w in run.words if w.head not in run.words), run.words[-1])
    while (
        word.dep in {"compound", "nmod"}
        and word.head in asked.phrase
        and word.head is not asked.head
    ):
        word = word.head
    if word.dep in _NOT_THE_HEAD or any(c.dep == "case" for c in word.children):
        return False
    return word.head is asked.head or (word.dep == "appos" and word.head in asked.phrase)


def _title_alone(asked: _Asked) -> Speaker | None:
    held = next(
        (
            held
            for held in asked.mentions.titles
            if held.span.overlaps(asked.core) and held.span.start <= asked.core.start
        ),
        None,
    )
    if held is None:
        return None
    country = held.country or _any_country(asked)
    plural = asked.head.tag in {"NNS", "NNPS"}
    if not held.is_person or plural or asked.opening in _SOME:
        one = asked.opening in _ONE and not plural
        noun = asked.head.lemma.lower() if one else asked.head.text.lower()
        return Speaker(f"unnamed {noun}", "unnamed", country, single=one and held.is_person)
    worded = asked.span.of(asked.cast.text).lower()
    if "counterpart" not in worded and asked.opening not in {"his", "her", "their"}:
        person = asked.cast.holder(held.entry, asked.core.start, held.country)
        if person is not None:
            return of_person(person)
    if country is None and asked.opening in {"its", "their"}:
        country = asked.cast.state_before(asked.span.start)
    home = country or _home(asked.cast, held)
    return Speaker(None, "person", home, held.title, single=True)


def _home(cast: Cast, held: Held) -> str | None:
    """The place of filing for an office that no state is named with; not for "an expert"."""
    return cast.home if held.entry.kind in {"office", "military"} else None


def _body(asked: _Asked) -> Speaker | None:
    inside = [named for named in asked.mentions.bodies if named.span.overlaps(asked.core)]
    if not inside and is_document(asked.head):
        inside = [named for named in asked.mentions.bodies if asked.span.overlaps(named.span)]
    if not inside:
        return None
    named = inside[-1]
    if named.kind == "outlet":
        return Speaker(named.name, "outlet")
    if named.country is not None:
        return Speaker(named.name, "institution", named.country)
    return _bare_body(asked, named)


def _bare_body(asked: _Asked, named: Named) -> Speaker:
    """ "The ministry", "her government": the last one named, else the person's or the place's."""
    text = asked.cast.text
    if asked.opening in {"his", "her"} and asked.recent.people:
        country = asked.recent.people[-1].country
        return Speaker(_owned(named, country, asked.cast), "institution", country)
    if named.bare and (named.span.of(text)[:1].islower() or asked.opening == "the"):
        before = asked.cast.body_before(named)
        if before is not None:
            return Speaker(before.name, "institution", before.country)
    country = _any_country(asked)
    if country is None and asked.opening in {"its", "their"}:
        country = asked.cast.state_before(asked.span.start)
    country = country or asked.cast.home
    return Speaker(_owned(named, country, asked.cast), "institution", country)


def _owned(named: Named, country: str | None, cast: Cast) -> str:
    party = cast.lexicon.party(country) if country else None
    if party is None:
        return named.name
    name = named.name if named.name.split()[0] in {"Ministry", "Department"} else named.name.lower()
    return f"{party.adjectives[0] if party.adjectives else party.name} {name}"


def _organisation(asked: _Asked) -> Speaker | None:
    """A proper name that is no person's and in no list: "the Hokkaido Chamber of Fisheries"."""
    for run in asked.mentions.names:
        if run.span.overlaps(asked.core) and run.is_organisation:
            name = " ".join(run.span.of(asked.cast.text).split())
            return Speaker(name, "organisation", _any_country(asked))
    return None


def _party(asked: _Asked) -> Speaker | None:
    for match in asked.mentions.parties():
        entry = match.entry
        if not isinstance(entry, Party) or not match.span.overlaps(asked.core):
            continue
        if match.role == "people":
            return Speaker(None, "group", entry.code)
        state = entry.kind in {"state", "territory", "de-facto"}
        return Speaker(entry.name, "state" if state else "organisation", entry.code)
    return None


def _unnamed(asked: _Asked) -> Speaker:
    country = _any_country(asked)
    noun, lemma = asked.head.text.lower(), asked.head.lemma.lower()
    people = asked.recent.people
    named = [speaker for speaker in people if speaker.person is not None]
    if lemma in {"man", "woman", "politician", "leader", "veteran"} and asked.opening == "the":
        fits = [s for s in named if country is None or s.country == country]
        if fits:
            return fits[-1]
    owned = any(word.dep == "poss" for word in asked.head.children)
    if is_document(asked.head) and (country or owned):
        return Speaker(None, "unnamed", country)
    if lemma in _UNNAMED_HEADS or (lemma in _AGENTIVE and asked.opening not in _DEFINITE):
        single = asked.opening in _ONE and asked.head.tag in {"NN", "NNP"}
        return Speaker(f"unnamed {noun}", "unnamed", country, single=single)
    if lemma in {"government", "side", "country", "nation", "capital", "authority", "state"}:
        return Speaker(None, "state", country)
    return Speaker(None, "unnamed", country)


def _any_country(asked: _Asked) -> str | None:
    """The one state named in the phrase by adjective, name or institution, if it is just one."""
    codes = {
        match.entry.code
        for match in asked.mentions.parties()
        if isinstance(match.entry, Party) and asked.span.covers(match.span)
    }
    codes |= {
        match.entry.country
        for match in asked.mentions.matches
        if isinstance(match.entry, Institution) and asked.span.covers(match.span)
    }
    return codes.pop() if len(codes) == 1 else None
