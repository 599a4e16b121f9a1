"""Who or what "the ambassador" and "the ministry" point back to, or in a headline ahead to."""

from __future__ import annotations

from verbale.actors.bodies import Named
from verbale.actors.cast import Cast
from verbale.actors.filing import STATES
from verbale.actors.offices import Held
from verbale.actors.person import Person, office_words

#: Offices of a place of which a report as a rule knows one.
_OF_PLACES = frozenset({"governor", "mayor", "sheriff", "prefect"})
_POINTING = frozenset({"the", "this", "that", "its", "their", "his", "her", "our", "same"})


def holder(cast: Cast, asked: Held, country: str | None) -> Person | None:
    """Who "the ambassador" is: the person met with that office before it or, where nobody is,
    the only one after it ("Japan's envoy says"). None when two are near enough to be meant."""
    place = asked.span.start
    wanted = asked._replace(country=country or asked.country)
    fit = [person for person in cast.before(place) if person.may_be(wanted)]
    party = cast.lexicon.party(wanted.country) if wanted.country else None
    if not fit and party is not None and party.kind not in STATES:  # the EU's Dutch envoy
        wanted = wanted._replace(country=None)
        fit = [person for person in cast.before(place) if person.may_be(wanted)]
    if not fit and asked.entry.name in _OF_PLACES:
        bare = [p for p in cast.persons if _holds_bare(p, asked.entry.name)]
        if len(bare) == 1:
            return bare[0]  # "the governor of South Dakota", elsewhere Gov. Arne
    if not fit:
        later = [p for p in cast.persons if p.may_be(wanted) and p.mentions[0].start > place]
        sides = {person.country for person in later}
        exact = [p for p in later if wanted.country and p.country == wanted.country]
        later = exact if len(exact) == 1 else later
        clear = len(later) == 1 or (later and len(sides) == 1 and cast.opens(place))
        return later[0] if clear else None
    if cast.issuer is not None and not wanted.country and len(asked.title.split()) == 1:
        fit = [p for p in fit if p.country in {None, cast.issuer.country}]
        if len(fit) <= 1:  # in a ministry's own release "the Minister" is its own
            return fit[0] if fit else None
    sure = not wanted.country or any(p.country == wanted.country for p in fit)
    if not sure and any(not p.posts and len(p.tokens) > 1 for p in cast.before(place)):
        return None  # it may be the other one, of whom no office is told
    fit = [p for p in fit if p.country == wanted.country] or fit if wanted.country else fit
    if len(fit) > 1:
        precise = [
            p
            for p in fit
            if any(office_words(asked.title) == office_words(x.title) for x in p.posts)
        ]
        fit = precise if len(precise) == 1 else fit
    if len(fit) > 1 and all(cast.is_near(person, place) for person in fit[:2]):
        return None
    return fit[0]


def _holds_bare(person: Person, office: str) -> bool:
    """Whether a person is given that office without a word of whose or of what place."""
    return any(post.entry.name == office and len(post.title.split()) == 1 for post in person.posts)


def body_before(cast: Cast, named: Named) -> Named | None:
    """The last body of the same kind that was named in full before "the ministry"."""
    *further, generic = _told_words(named.span.of(cast.text))
    found = None
    for mentions in cast.sentences:
        for other in mentions.bodies:
            if other.span.start >= named.span.start:
                continue
            name = other.name.lower()
            same = other.kind == named.kind and all(word in name for word in (generic, *further))
            if same and not other.bare and (found is None or other.span > found.span):
                found = other
    return found


def body_told_later(cast: Cast, named: Named) -> Named | None:
    """What "ministry" in a headline is: the first such body that the story names in full."""
    if not cast.opens(named.span.start):
        return None
    generic = named.span.of(cast.text).lower().split()[-1]
    found = (
        other
        for mentions in cast.sentences
        for other in mentions.bodies
        if other.kind == named.kind and generic in other.name.lower()
    )
    return next((b for b in found if b.country and b.span.start > named.span.start), None)


def _told_words(worded: str) -> list[str]:
    """The words of "the irrigation ministry" that tell it from other bodies."""
    words = worded.lower().split()
    return [word for word in words[:-1] if word not in _POINTING] + words[-1:]
