"""Where or in what form something was said: "in an interview", "by phone", "in the Senate"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verbale.language import Word
from verbale.lexicon import Body, Institution, Party
from verbale.lexicon.wordlists import word_list
from verbale.model import Span
from verbale.statements.grammar import span_of
from verbale.statements.scene import Draft

_VENUES = word_list("venues")
_PLATFORMS = word_list("platforms")
_CHANNELS = word_list("channels")
_CHAMBERS = frozenset({"parliament", "court"})
_ENDS = frozenset({"relcl", "acl", "punct", "ccomp", "advcl", "cc", "conj"})
_PREPOSITIONS = frozenset(
    {"in", "during", "at", "on", "via", "through", "over", "by", "before", "after", "from", "under"}
)
_SPEAKING = frozenset({"speak", "talk", "write", "address", "comment", "post", "say", "tell"})
_LONGEST = 9  # words that are printed of a venue
_MEALS = frozenset({"lunch", "dinner", "breakfast", "coffee", "tea"})
_BESIDE = frozenset({"sidelines", "fringes", "margins"})


def venue_of(draft: Draft) -> Word | None:
    """The noun that names the venue of a statement, in its reporting clause."""
    for prep in _prepositions(draft):
        thing = prep.of("pobj") or _postponed(prep, draft)
        if thing is None or inside_content(draft, thing):
            continue
        if _is_venue(prep, thing, draft):
            return thing
    return _told_gathering(draft)


def venue_words(draft: Draft, venue: Word) -> str:
    """The venue as it is printed: "a speech to parliament", "email", without day and partner."""
    if venue.text.lower() in _PLATFORMS:
        return venue.text
    ends = [
        child.subtree()[0].i
        for child in venue.children
        if child.i > venue.i
        and (
            child.dep in _ENDS
            or (child.text.lower() == "on" and not _is_online(child))
            or _is_day(child)
            or _is_partner(child, venue)
        )
    ]
    words = [word for word in venue.subtree() if word.i < min(ends, default=word.i + 1)]
    for child in draft.head.children:  # the parser hangs "to parliament" on the verb
        follows = bool(words) and child.i == words[-1].i + 1
        named = child.text.lower() in {"to", "in", "at"} and not _is_day(child)
        if child.dep == "prep" and follows and named and not inside_content(draft, child):
            words.extend(child.subtree())
    words = [w for w in words if not inside_content(draft, w)][:_LONGEST]
    return span_of(words or [venue]).of(draft.scene.text)


def inside_content(draft: Draft, word: Word) -> bool:
    """Whether ``word`` is part of what is said."""
    return any(span.start <= word.start < span.end for span in draft.content)


def _is_partner(child: Word, venue: Word) -> bool:
    """The "with Kessai TV" of an interview is whom it was said to."""
    return child.text.lower() == "with" and venue.lemma.lower() == "interview"


def _is_online(prep: Word) -> bool:
    thing = prep.of("pobj")
    return thing is not None and thing.text.lower() in _PLATFORMS


def _is_day(word: Word) -> bool:
    thing = word.of("pobj") or word
    return thing.lemma.lower() in _DAYS or thing.text.isdigit()


_DAYS = word_list("times")


def _prepositions(draft: Draft) -> Iterator[Word]:
    """The prepositions of the reporting clause: those that hang on the cue, on its addressee or on
    "speaking", wherever the parser put them."""
    for word in draft.scene.words:
        if word.dep not in {"prep", "agent"} or word.text.lower() not in _PREPOSITIONS:
            continue
        if not inside_content(draft, word) and _belongs(word, draft):
            yield word


def _belongs(prep: Word, draft: Draft) -> bool:
    source = draft.source[-1] if draft.source else None
    for above in prep.ancestors():
        if above is draft.head:
            return True
        if inside_content(draft, above):
            return _opens_sentence(prep, draft)
        if source is not None and source.start <= above.start < source.end:
            return False
        if above.pos in {"VERB", "AUX"} and above.lemma.lower() not in _SPEAKING:
            return above.head is not above and draft.head in above.children
    return False


def _opens_sentence(prep: Word, draft: Draft) -> bool:
    """The parser hangs "In a statement, X said that it ..." on the verb of what is said."""
    return prep is draft.scene.words[0]


def _postponed(prep: Word, draft: Draft) -> Word | None:
    """The object of a preposition that the parser left without one."""
    following = draft.scene.after(prep)
    return following if following is not None and following.text.lower() in _PLATFORMS else None


def _is_venue(prep: Word, thing: Word, draft: Draft) -> bool:
    word, small = prep.text.lower(), thing.text.lower()
    lemma = thing.lemma.lower()
    if word == "by":
        return small in _CHANNELS
    if small in _PLATFORMS:
        return word in {"on", "via"} and (small != "x" or thing.text == "X")
    if (word == "on" and small in _BESIDE) or (word in {"over", "at"} and small in _MEALS):
        return True
    if word == "in" and small in {"private", "public", "writing"}:
        return True
    if word in {"after", "before"} and not _is_chamber(thing, draft):
        return False  # "after the meeting" is a time
    if lemma in _VENUES or small in _VENUES or small in _CHANNELS:
        return word not in {"from", "under"} or lemma in {"statement"}
    if word in {"in", "before", "at"}:
        return _is_chamber(thing, draft)
    return False


def _is_chamber(thing: Word, draft: Draft) -> bool:
    """Whether ``thing`` is a parliament or a council to which something is said."""
    place = Span(thing.start, thing.end)
    return any(
        match.span.overlaps(place)
        and not isinstance(match.entry, Party)
        and isinstance(match.entry, Institution | Body)
        and match.entry.kind in _CHAMBERS
        for match in draft.scene.cast.mentions(draft.scene.words).matches
    )


def _told_gathering(draft: Draft) -> Word | None:
    """ "Told a press conference": the gathering is where it was said."""
    if draft.head.lemma.lower() not in {"tell", "address"}:
        return None
    whom = next((c for c in draft.head.children if c.dep in {"dobj", "dative"}), None)
    if whom is None or whom.i < draft.head.i or inside_content(draft, whom):
        return None
    return whom if is_gathering(whom) else None


def is_gathering(word: Word) -> bool:
    """Whether ``word`` is an event at which one speaks, rather than people spoken to."""
    return (
        re.fullmatch(
            r"(?:conference|briefing|forum|lunch|rally|ceremony|hearing|gathering|meeting|"
            r"event|summit|seminar|dinner|breakfast|session)",
            word.lemma.lower(),
        )
        is not None
    )
