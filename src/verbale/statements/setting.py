"""The setting of a statement: to whom, where, on which day.

What a reporter says once holds for what the same speaker says next: after "Muto told TASS in an
interview", "he added" was said to TASS in that interview too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from verbale.actors import Speaker
from verbale.language import Word
from verbale.lexicon import Outlet
from verbale.lexicon.wordlists import word_list
from verbale.model import Report, SaidHow, Span, without
from verbale.reports import base_day, day_mentions
from verbale.statements.grammar import noun_phrase, span_of
from verbale.statements.scene import Draft

_VENUES = word_list("venues")
_PLATFORMS = word_list("platforms")
_ENDS_OF_VENUE = frozenset({"relcl", "acl", "punct", "ccomp", "advcl"})
_VENUE_PREPS = frozenset({"in", "during", "at", "on", "via", "through"})
_ADDRESSEES = frozenset({"dobj", "dative", "pobj"})


class Setting(msgspec.Struct, frozen=True):
    """To whom, where and when something was said, each None where nothing says so."""

    to: str | None = None
    venue: str | None = None
    said_on: str | None = None
    said_how: SaidHow | None = None


def settings_of(
    report: Report, drafts: Sequence[Draft], speakers: Sequence[Speaker]
) -> list[Setting]:
    """The setting of each draft, what the same speaker said before it taken over."""
    found: list[Setting] = []
    known: dict[str, Setting] = {}
    for draft, speaker in zip(drafts, speakers, strict=True):
        own = _own(report, draft)
        keys = _keys(speaker)
        if draft.scene.paragraph.zone == "body" and draft.speech:
            before = next((known[key] for key in keys if key in known), Setting())
            own = _inherit(own, before, draft)
            if own != Setting():
                known.update(dict.fromkeys(keys, own))
        found.append(own)
    return found


def _keys(speaker: Speaker) -> tuple[str, ...]:
    """What makes two speakers one voice: the name, or the house for which a spokesperson speaks."""
    keys = []
    if speaker.name and not speaker.name.startswith("unnamed"):
        keys.append(speaker.name)
    if (
        speaker.country
        and speaker.office
        and re.search(r"spokes\w+|press secretary", speaker.office, re.I)
    ):
        keys.append(f"{speaker.country}:{re.sub(r'[^a-z]', '', speaker.office.lower())[:7]}")
    if speaker.country and speaker.kind == "institution" and speaker.name:
        keys.append(f"{speaker.country}:{re.sub(r'[^a-z]', '', speaker.name.lower())[:7]}")
    return tuple(keys)


def _inherit(own: Setting, before: Setting, draft: Draft) -> Setting:
    if _recalls(draft):
        return own
    fresh = own.venue is not None or own.to is not None
    said_on, how = own.said_on, own.said_how
    if said_on is None and before.said_on is not None:
        said_on, how = before.said_on, "inferred"
    return Setting(
        own.to if fresh else before.to, own.venue if fresh else before.venue, said_on, how
    )


def _recalls(draft: Draft) -> bool:
    words = " ".join(span.of(draft.scene.text) for span in draft.cue).lower()
    return bool(re.search(r"\b(?:had|repeatedly|previously|earlier|always|long)\b", words))


def _own(report: Report, draft: Draft) -> Setting:
    to = _addressee(draft)
    venue = _venue(draft)
    if venue is not None and to is None:
        to = _partner(draft, venue)
    said_on, how = _day(report, draft)
    return Setting(
        " ".join(to.split()) if to else None,
        " ".join(_words(draft, venue).split()) if venue is not None else None,
        said_on,
        how,
    )


def _addressee(draft: Draft) -> str | None:
    verb = draft.head
    lemma = verb.lemma.lower()
    if lemma in {"tell", "inform", "assure", "remind", "notify", "brief", "ask"}:
        whom = next(
            (
                c
                for c in verb.children
                if c.dep in {"dobj", "dative"} and c.i > verb.i and c.quote is None
            ),
            None,
        )
        if (
            whom is not None
            and not _inside_content(draft, whom)
            and whom.pos in {"NOUN", "PROPN", "PRON"}
        ):
            return _name(draft, whom)
    for prep in verb.children if verb.pos == "VERB" and lemma != "accord" else ():
        if (
            prep.dep in {"prep", "dative"}
            and prep.text.lower() == "to"
            and prep.i > verb.i
            and not _inside_content(draft, prep)
        ):
            whom = prep.of("pobj")
            if (
                whom is not None
                and not _venue_before(verb, prep)
                and whom.pos in {"NOUN", "PROPN"}
                and whom.lemma.lower() not in {"question", "query"}
            ):
                return _name(draft, whom)
    return None


def _venue_before(verb: Word, prep: Word) -> bool:
    """ "Said in her speech to parliament": "to parliament" is part of the venue."""
    things = (c.of("pobj") for c in verb.children if c.dep == "prep" and c.i < prep.i)
    return any(thing is not None and thing.lemma.lower() in _VENUES for thing in things)


def _partner(draft: Draft, venue: Word) -> str | None:
    """ "In an interview with Kessai TV"."""
    for prep in venue.children:
        if prep.dep == "prep" and prep.text.lower() == "with":
            whom = prep.of("pobj")
            if whom is not None:
                return _name(draft, whom)
    return None


def _name(draft: Draft, whom: Word) -> str:
    phrase = noun_phrase(whom)
    place = span_of(phrase)
    for match in draft.scene.cast.mentions(draft.scene.words).matches:
        if isinstance(match.entry, Outlet) and place.overlaps(match.span):
            return match.entry.credit
    return place.of(draft.scene.text)


def _venue(draft: Draft) -> Word | None:
    verb = draft.head
    for child in verb.children:
        if child.dep != "prep" or _inside_content(draft, child):
            continue
        thing = child.of("pobj")
        if thing is None or child.text.lower() not in _VENUE_PREPS:
            continue
        if (
            thing.lemma.lower() in _VENUES
            or thing.text.lower() in _VENUES
            or thing.text.lower() in _PLATFORMS
        ):
            return thing
    return None


def _words(draft: Draft, venue: Word) -> str:
    if venue.text.lower() in _PLATFORMS:
        return venue.text
    ends = [
        child.subtree()[0].i
        for child in venue.children
        if child.i > venue.i
        and (child.dep in _ENDS_OF_VENUE or child.text.lower() in {"with", "on"})
    ]
    words = [word for word in venue.subtree() if word.i < min(ends, default=word.i + 1)]
    for child in draft.head.children:  # the parser hangs "to parliament" on the verb
        follows = bool(words) and child.i == words[-1].i + 1
        if child.dep == "prep" and follows and child.text.lower() not in {"with", "on"}:
            words.extend(child.subtree())
    return span_of(words or [venue]).of(draft.scene.text)


def _inside_content(draft: Draft, word: Word) -> bool:
    return any(span.start <= word.start < span.end for span in draft.content)


def _day(report: Report, draft: Draft) -> tuple[str | None, SaidHow | None]:
    """A day named in the reporting clause, outside what was said and near the cue."""
    words = [w for w in _clause(draft) if w.quote is None and w.end > w.start]
    if not words:
        return None, None
    place = span_of(words)
    base = base_day(report)
    holes = [*draft.content, *(Span(w.start, w.end) for w in draft.scene.placeholders)]
    for stretch in without(place, holes):
        for mention in day_mentions(report.text, stretch, base):
            if len(mention.date) >= 10:
                return mention.date, "stated" if mention.how == "stated" else "inferred"
    return None, None


def _clause(draft: Draft) -> list[Word]:
    """The reporting clause: cue, source and their modifiers, without complement clauses."""
    words = [draft.head]
    if draft.actor is not None:
        words.extend(draft.actor.subtree())
    for child in draft.head.children:
        if child.dep in {
            "prep",
            "npadvmod",
            "advmod",
            "aux",
            "auxpass",
            "nsubj",
            "dobj",
            "dative",
            "tmod",
            "agent",
        }:
            words.extend(child.subtree())
    return [w for w in words if not _inside_content(draft, w)]
