"""Who a source phrase refers to: name, office, state - as far as the report says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from verbale.actors.cast import Cast, Person
from verbale.actors.mentions import Mentions
from verbale.actors.offices import Held
from verbale.language import Word
from verbale.lexicon import Body, Institution, Outlet, Party
from verbale.lexicon.wordlists import word_list
from verbale.model import ActorKind, Span

_HE = frozenset({"he", "she", "him", "his", "her"})
_PERSONAL = _HE | {"i", "we", "they", "who", "you", "me", "us", "them", "my", "our", "myself"}
_DOCUMENTS = word_list("documents")
_AGENTIVE = word_list("agentive")
_UNNAMED_HEADS = word_list("unnamed")
_DEICTIC = frozenset(["the", "this", "that", "his", "her", "its", "their", "our"])


class Speaker(NamedTuple):
    """The answer: what is known of a source. Every field but ``kind`` may be None."""

    name: str | None
    kind: ActorKind
    country: str | None = None
    office: str | None = None
    person: Person | None = None


class Reference(NamedTuple):
    """What has been said of late, for pronouns: the last speakers, the latest last."""

    persons: Sequence[Person] = ()
    bodies: Sequence[Speaker] = ()
    speaking: Speaker | None = None  # who says the quotation that the phrase stands in


class _Asked(NamedTuple):
    """A phrase and what it stands in: the place of all of it, of its head word, and the report."""

    span: Span
    core: Span
    head: Word
    cast: Cast
    mentions: Mentions


def is_sayer(word: Word, mentions: Mentions) -> bool:
    """Whether ``word`` can say or think something: a person, party, body, outlet or people."""
    if word.pos == "PRON":
        return (
            word.text.lower() in _PERSONAL
            or word.text.lower() == "it"
            or word.lemma.lower() in _AGENTIVE
        )
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
    span = Span(phrase[0].start, phrase[-1].end)
    core = Span(head.start, head.end)
    asked = _Asked(span, core, head, cast, mentions)
    for answer in (_person, _title_alone, _body, _party):
        found = answer(asked)
        if found is not None:
            return found
    if (
        recent.persons
        and head.lemma.lower() in {"man", "woman", "politician", "leader", "veteran"}
        and _is_definite(phrase)
    ):
        return _of_person(recent.persons[-1])
    return _unnamed(phrase, head, mentions)


def _of_person(person: Person) -> Speaker:
    office = person.office
    return Speaker(person.name, "person", person.country, office.title if office else None, person)


def _pronoun(head: Word, cast: Cast, recent: Reference) -> Speaker:
    word = head.text.lower()
    if word in {"i", "we", "my", "our", "us", "me"}:
        if recent.speaking:
            return recent.speaking
        return Speaker(None, "person")
    if word in {"he", "she", "his", "her", "him"}:
        gender = "m" if word in {"he", "his", "him"} else "f"
        for person in (*reversed(recent.persons), *cast.before(head.start)):
            if person.gender in {None, gender} and person.sure:
                person.gender = gender
                return _of_person(person)
        return Speaker(None, "person")
    if word in {"it", "they", "them"} and recent.bodies:
        last = recent.bodies[-1]
        if word == "it" or last.kind in {
            "group",
            "unnamed",
            "institution",
            "organisation",
            "state",
        }:
            return last
    return Speaker(None, "group" if word == "they" else "unnamed")


def _person(asked: _Asked) -> Speaker | None:
    span, core, head, cast, mentions = asked
    for run in mentions.names:
        if run.span.overlaps(core) or (
            span.covers(run.span) and _is_title_of(head, run.span, mentions)
        ):
            person = cast.person_at(run.span)
            if person is None and not run.is_organisation:
                person = cast.person_called(run.span.of(cast.text))
            if person is not None:
                return _of_person(person)
            title = mentions.title_before(run, cast.text)
            name = " ".join(run.span.of(cast.text).split())
            if run.is_organisation:
                return Speaker(name, "organisation", _adjective_before(span, run.span, mentions))
            return Speaker(
                name, "person", title.country if title else None, title.title if title else None
            )
    return None


def _is_title_of(head: Word, name: Span, mentions: Mentions) -> bool:
    """Whether ``head`` is a title word and ``name`` its holder, as in "the envoy, Akira Muto"."""
    return any(
        (held.span.start <= head.start < held.span.end and 0 <= name.start - held.span.end <= 3)
        or (held.span.start <= head.start < held.span.end and 0 <= held.span.start - name.end <= 40)
        for held in mentions.titles
    )


def _title_alone(asked: _Asked) -> Speaker | None:
    span, core, head, cast, mentions = asked
    held = next(
        (h for h in mentions.titles if h.span.overlaps(core) and h.span.start <= core.start), None
    )
    if held is None:
        return None
    words = span.of(cast.text).lower().split()
    country = held.country
    if (
        not held.is_person
        or words[0] in {"a", "an", "one", "another", "some", "several", "two", "three"}
        or head.tag in {"NNS", "NNPS"}
    ):
        noun = head.lemma.lower() if held.is_person else head.text.lower()
        return Speaker(
            f"unnamed {noun if words[0] in {'a', 'an', 'one', 'another'} else head.text.lower()}",
            "unnamed",
            country or _any_country(span, mentions),
            None,
        )
    if re.search(r"\bcounterpart\b", span.of(cast.text)):
        return Speaker(None, "person", _any_country(span, mentions), None)
    person = cast.holder(held.entry, core.start, country)
    if person is not None:
        return _of_person(person)
    return Speaker(
        None, "person", country or _any_country(span, mentions) or _home(cast, held), held.title
    )


def _home(cast: Cast, held: Held) -> str | None:
    return cast.home if held.span.of(cast.text)[:1].isupper() else None


def _body(asked: _Asked) -> Speaker | None:
    span, core, head, cast, mentions = asked
    inside = [named for named in mentions.bodies if named.span.overlaps(core)]
    if not inside and is_document(head):
        inside = [named for named in mentions.bodies if span.overlaps(named.span)]
    if not inside:
        return None
    named = inside[-1]
    match = next(
        (
            m
            for m in mentions.matches
            if named.span.covers(m.span) and not isinstance(m.entry, Party)
        ),
        None,
    )
    kind: ActorKind = "outlet" if match and isinstance(match.entry, Outlet) else "institution"
    country, name = named.country, named.name
    if country is None and kind == "institution":
        country = _any_country(span, mentions) or cast.home
        party = cast.lexicon.party(country) if country else None
        if party and match and isinstance(match.entry, Body):
            name = f"{party.adjectives[0] if party.adjectives else party.name} {name}"
    return Speaker(name, kind, country)


def _party(asked: _Asked) -> Speaker | None:
    for match in asked.mentions.parties():
        entry = match.entry
        if not isinstance(entry, Party) or not match.span.overlaps(asked.core):
            continue
        if match.role == "people":
            return Speaker(None, "group", entry.code)
        kind: ActorKind = (
            "state" if entry.kind in {"state", "territory", "de-facto"} else "organisation"
        )
        return Speaker(entry.name, kind, entry.code)
    return None


def _unnamed(phrase: Sequence[Word], head: Word, mentions: Mentions) -> Speaker:
    span = Span(phrase[0].start, phrase[-1].end)
    country = _any_country(span, mentions)
    noun = head.text.lower()
    lemma = head.lemma.lower()
    if is_document(head) and (country or any(word.dep == "poss" for word in head.children)):
        return Speaker(None, "unnamed", country)
    if lemma in _UNNAMED_HEADS:
        return Speaker(f"unnamed {noun}", "unnamed", country)
    if lemma in {"government", "side", "country", "nation", "capital", "authority", "state"}:
        return Speaker(None, "state", country)
    if lemma in _AGENTIVE and not _is_definite(phrase):
        return Speaker(f"unnamed {noun}", "unnamed", country)
    return Speaker(None, "unnamed", country)


def _is_definite(phrase: Sequence[Word]) -> bool:
    return phrase[0].text.lower() in _DEICTIC


def _any_country(span: Span, mentions: Mentions) -> str | None:
    """The one state named inside ``span`` by adjective, name or institution, if it is just one."""
    codes = {
        m.entry.code
        for m in mentions.parties()
        if isinstance(m.entry, Party) and span.covers(m.span)
    }
    codes |= {
        m.entry.country
        for m in mentions.matches
        if isinstance(m.entry, Institution) and span.covers(m.span)
    }
    return codes.pop() if len(codes) == 1 else None


def _adjective_before(span: Span, name: Span, mentions: Mentions) -> str | None:
    return next(
        (
            m.entry.code
            for m in mentions.parties()
            if isinstance(m.entry, Party) and span.start <= m.span.start < name.start
        ),
        None,
    )
