"""An office without a name: "the ambassador", "its spokesman", "two officials"."""

from __future__ import annotations

from verbale.actors.described import described_before
from verbale.actors.holders import holder
from verbale.actors.offices import Held
from verbale.actors.speaker import Asked, Speaker, of_person
from verbale.actors.states import any_country
from verbale.actors.unnamed import DEFINITE, spoken_of
from verbale.lexicon.offices import stands_for
from verbale.model import Span

_SOME = frozenset({"a", "an", "one", "another", "some", "several", "two", "three", "four", "many"})
#: Those who serve a person rather than an office.
_PRIVATE = frozenset(
    {"lawyer", "attorney", "counsel", "doctor", "physician", "agent", "aide", "adviser", "advisor"}
    | {"spokesman", "spokeswoman", "spokesperson", "representative", "secretary", "manager"}
)
_ONE = frozenset({"a", "an", "one", "another"})


def title_alone(asked: Asked) -> Speaker | None:
    """Who holds the office that the phrase names: somebody met before, else "unnamed ..."."""
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
    plural = asked.head.tag in {"NNS", "NNPS"}
    if held.entry.kind == "group" and asked.opening == "the" and not plural:
        meant = holder(asked.cast, held, held.country) if stands_for(held.entry.name) else None
        if meant is not None:
            return of_person(meant)
    if not held.is_person or plural or asked.opening in _SOME:
        return _some_of(asked, held, plural)
    if _is_a_persons(asked):
        noun = asked.head.lemma.lower()
        return Speaker(f"unnamed {noun}", "unnamed", None, noun, single=True, noun=noun)
    country = held.country or _owner(asked) or any_country(asked)
    if "counterpart" not in asked.worded and asked.opening not in {"his", "her", "their"}:
        person = holder(asked.cast, held, country)
        if person is not None:
            person.country = person.country or country
            return of_person(person)
        again = spoken_of(asked) or described_before(asked)
        if again is not None:
            return again
        if _ambiguous(asked, held, country):
            return Speaker(None, "person", country, held.title, single=True)
    home = country
    if home is None and held.entry.kind in {"office", "military"}:
        home = asked.cast.allegiance.of([held.span.start], held.title)
    noun = held.title if held.title.islower() else asked.head.lemma.lower()
    return Speaker(f"unnamed {noun}", "unnamed", home, held.title, single=True, noun=noun)


def _is_a_persons(asked: Asked) -> bool:
    """ "Morrison's lawyer": the lawyer of somebody named, whoever else is a lawyer."""
    owner = asked.head.of("poss")
    if owner is None or asked.head.lemma.lower() not in _PRIVATE:
        return False
    place = Span(owner.start, owner.end)
    return any(run.span.overlaps(place) for run in asked.mentions.names)


def _some_of(asked: Asked, held: Held, plural: bool) -> Speaker:
    one = asked.opening in _ONE and not plural
    country = held.country or any_country(asked)
    if country is None and held.entry.name in {"official", "spokesperson"}:
        country = asked.cast.sides.opening(asked.span.start)
        if country is None and _serves_a_house(asked):
            country = asked.cast.home
    noun = asked.head.lemma.lower() if one else asked.head.text.lower()
    if held.entry.kind == "group" and asked.opening in DEFINITE and not plural:
        again = spoken_of(asked)
        if again is not None:
            return again
        noun = asked.head.lemma.lower()
        return Speaker(f"unnamed {noun}", "unnamed", country, single=True, noun=noun)
    if plural and asked.opening in DEFINITE:
        again = spoken_of(asked)
        if again is not None:
            return again
    office = held.title if one and held.entry.kind == "office" else None
    single = one or (held.is_person and not plural)
    return Speaker(f"unnamed {noun}", "unnamed", country, office, single=single, noun=noun)


def _serves_a_house(asked: Asked) -> bool:
    """ "A senior finance ministry official": of the state where the report was filed."""
    return any(
        named.bare and named.kind == "ministry" and asked.span.covers(named.span)
        for named in asked.mentions.bodies
    )


def _ambiguous(asked: Asked, held: Held, country: str | None) -> bool:
    """Whether a person already met may hold the office, so that "unnamed" would be a guess."""
    wanted = held._replace(country=country or held.country)
    return any(
        person.may_be(wanted) or (not person.posts and asked.cast.is_near(person, held.span.start))
        for person in asked.cast.before(asked.span.start)
    )


def _owner(asked: Asked) -> str | None:
    """The state of "its spokesman", "their foreign minister", "her ministry"."""
    if asked.opening in {"its", "their"}:
        return asked.cast.sides.before(asked.span.start)
    return None
