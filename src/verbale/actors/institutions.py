"""Bodies, organisations and sides as speakers: ministries, firms, capitals, states."""

from __future__ import annotations

import re

from verbale.actors.bodies import Named
from verbale.actors.cast import Cast
from verbale.actors.complements import title_end
from verbale.actors.mentions import Mentions
from verbale.actors.pronouns import pronoun
from verbale.actors.speaker import Asked, Speaker
from verbale.actors.states import any_country
from verbale.lexicon import Outlet, Party
from verbale.lexicon.wordlists import word_list
from verbale.model import ActorKind, Span

_DOCUMENTS = word_list("documents")
_STATES = frozenset({"state", "territory", "de-facto"})
_ITS_OWN = frozenset({"its", "their"})
_WHOSE = frozenset({"his", "her", "my", "our", "your"})
_OUTLETS = (
    r"(?:news ?agency|news ?wire|press agency|agency|news ?paper|daily|weekly|tabloid|magazine|"
    r"journal|broadcaster|channel|radio station|television station|station|news ?site|website|"
    r"portal|news ?letter|news outlet|outlet|bulletin|blog|news ?desk|network|radio|podcast)"
)
_OUTLET_BEFORE = re.compile(rf"\b{_OUTLETS}(?:,| called)?\s+[\"“‘']?$", re.I)
_OUTLET_AFTER = re.compile(rf"[”’\"']?(?:\s+(?:state|local|online))?\s+{_OUTLETS}\b")
_IN_PLACE = re.compile(r"\s+in\s+(?:the\s+)?")


def body(asked: Asked) -> Speaker | None:
    """A ministry, parliament, force, agency or outlet at the head of the phrase."""
    inside = asked.mentions.bodies_over(asked.core)
    if not inside and _is_document(asked):
        inside = [named for named in asked.mentions.bodies if asked.span.overlaps(named.span)]
    if not inside:
        return None
    named = max(
        inside, key=lambda one: (one.span.covers(asked.core), one.span.end - one.span.start)
    )
    if named.kind == "outlet":
        return Speaker(named.name, "outlet")
    if named.country is not None:
        if named.kind == "side":
            return _the_state(asked, named.country)
        return Speaker(named.name, "institution", named.country)
    return _bare(asked, named)


def _the_state(asked: Asked, code: str) -> Speaker:
    """ "The Ethiopian side" is Ethiopia."""
    known = asked.cast.lexicon.party(code)
    return Speaker(known.name if known else None, "state", code)


def outlet_named(asked: Asked) -> Speaker | None:
    """An outlet that no list holds, called one: "the Tashka news agency", "the daily Logam"."""
    named = outlet_name(asked.span, asked.core, asked.mentions, asked.cast.text)
    return Speaker(named, "outlet") if named else None


def outlet_name(span: Span, core: Span, mentions: Mentions, text: str) -> str | None:
    """The proper name that a word for an outlet stands beside, in the phrase at ``span``."""
    if any(isinstance(m.entry, Outlet) and span.overlaps(m.span) for m in mentions.matches):
        return None
    for run in mentions.names:
        if not span.covers(run.span):
            continue
        before, after = text[span.start : run.span.start], text[run.span.end : span.end]
        if _OUTLET_BEFORE.search(before):
            return " ".join(run.span.of(text).split())
        told = _OUTLET_AFTER.match(after)
        if told and Span(run.span.end, run.span.end + told.end()).overlaps(core):
            return " ".join(Span(run.span.start, run.span.end + told.end()).of(text).split())
    return None


def _is_document(asked: Asked) -> bool:
    return asked.head.lemma.lower() in _DOCUMENTS or asked.head.text.lower() in _DOCUMENTS


def _bare(asked: Asked, named: Named) -> Speaker:
    """ "The ministry", "her government", "the Ministry in Addis Ababa"."""
    text = asked.cast.text
    if asked.opening in _WHOSE:
        country = pronoun(asked.phrase[0], asked.cast, asked.recent).country
        return Speaker(_owned(named, country, asked.cast), "institution", country)
    country = _seat(asked, named) or asked.cast.capital_opening(asked.span.start)
    if (
        country is None
        and named.bare
        and (text[named.span.start].islower() or asked.opening == "the")
    ):
        before = asked.cast.body_before(named)
        if before is not None:
            return Speaker(before.name, "institution", before.country)
    country = country or any_country(asked)
    if country is None and asked.opening in _ITS_OWN:
        country = asked.cast.state_before(asked.span.start)
    country = country or asked.cast.home
    return Speaker(_owned(named, country, asked.cast), "institution", country)


def _seat(asked: Asked, named: Named) -> str | None:
    """The state of "the foreign ministry in Pyongyang"; an embassy there is another state's."""
    if named.kind in {"mission", "outlet"}:
        return None
    for match in asked.mentions.parties():
        entry = match.entry
        gap = asked.cast.text[named.span.end : match.span.start]
        if isinstance(entry, Party) and entry.kind in _STATES and _IN_PLACE.fullmatch(gap):
            return entry.code
    return None


def _owned(named: Named, country: str | None, cast: Cast) -> str:
    party = cast.lexicon.party(country) if country else None
    if party is None:
        return named.name
    name = named.name if named.name.split()[0] in {"Ministry", "Department"} else named.name.lower()
    return f"{party.adjectives[0] if party.adjectives else party.name} {name}"


def organisation(asked: Asked) -> Speaker | None:
    """A proper name that is no person's and in no list: "the Hokkaido Chamber of Fisheries"."""
    short = asked.cast.acronyms.get(asked.core.of(asked.cast.text))
    if short is not None:
        return Speaker(short.name, "institution", short.country)
    for run in asked.mentions.names:
        if run.span.overlaps(asked.core) and run.is_organisation:
            end = title_end(asked.mentions.words, asked.mentions.matches, run.span.end)
            end = min(end, asked.span.end)
            name = " ".join(Span(run.span.start, end).of(asked.cast.text).split())
            return Speaker(name, "organisation", any_country(asked))
    return None


def party(asked: Asked) -> Speaker | None:
    """A side by its name, people or capital."""
    for match in asked.mentions.parties():
        entry = match.entry
        if not isinstance(entry, Party) or not match.span.overlaps(asked.core):
            continue
        if match.role == "people":
            return Speaker(None, "group", entry.code)
        kind: ActorKind = "state" if entry.kind in _STATES else "organisation"
        return Speaker(entry.name, kind, entry.code)
    return None
