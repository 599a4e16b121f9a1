"""Which organisation "the court", "the Commission" or "the agency" is, and whose "the minister" is
who speaks "in Caracas": what a report says in full once and by halves afterwards. And whom a noun
has beside it: "the chair, Namibia", "the Polish and Lithuanian envoys"."""

from __future__ import annotations

from collections.abc import Iterable

from verbale.actors import Cast, Mentions
from verbale.acts.clause import conjuncts
from verbale.acts.codes import Codes, code_at, code_of
from verbale.acts.lines import Line
from verbale.acts.pointing import is_official_noun
from verbale.language import Word
from verbale.lexicon import Match, Party
from verbale.lexicon.wordlists import word_list
from verbale.model import Span

_KINDS = frozenset({"igo", "alliance", "union"})
_BESIDE = frozenset({"amod", "compound", "nmod", "appos"})
_COURTS = frozenset({"court", "tribunal"})
#: Nouns for any organisation: "the regional body".
_ANY = frozenset({"body", "grouping", "organisation", "organization", "bloc"})
_SEATS = frozenset({"capital", "metonym"})


def institution(word: Word, lines: Iterable[Line], cast: Cast) -> Codes:
    """The organisation last named in full with the noun ``word`` in its name, in ``lines`` (from
    the nearest back); empty where the noun has more beside it than "the"."""
    kind = word.lemma.lower()
    known = word.pos == "PROPN" or kind in word_list("organisation-nouns")
    if kind in _ANY and word.tag == "NN" and _is_described(word):
        return _last_named(word, lines, cast)
    if not known or not _is_bare(word):
        return ()
    return _named_before(word, lines, cast, frozenset({kind}))


def court_of(word: Word, lines: Iterable[Line], cast: Cast) -> Codes:
    """Whose "the ruling" is: that of the court between states that was named last; empty where a
    state's own court was."""
    if word.lemma.lower() not in word_list("judgments") or not _is_bare(word):
        return ()
    return _named_before(word, lines, cast, _COURTS)


def _named_before(word: Word, lines: Iterable[Line], cast: Cast, kinds: frozenset[str]) -> Codes:
    """The organisation of one of ``kinds`` that was named last before ``word``; empty where the
    last one was somebody's own, told by more than "the"."""
    for line in lines:
        matches = cast.mentions(line).matches if line else ()
        for other in reversed([one for one in line if one.start < word.start]):
            stand = Span(other.start, other.end)
            match = next((m for m in matches if m.span.overlaps(stand)), None)
            if match is not None and kinds & _kinds_of(match, line, cast):
                return tuple(filter(None, [code_of(match)]))
            if other.lemma.lower() in kinds and not _is_bare(other):
                return ()  # "the High Court"
    return ()


def is_named_for_place(noun: Word, place: Word, mentions: Mentions) -> bool:
    """Whether a noun has its name from where it was agreed: "the Vienna convention" is not
    Austria's."""
    if noun.lemma.lower() not in word_list("named-for-places"):
        return False
    stand = Span(place.start, place.end)
    return any(m.role in _SEATS and m.span.overlaps(stand) for m in mentions.matches)


def seated(word: Word, words: Line, pair: Codes, cast: Cast) -> Codes:
    """The one of ``pair`` in whose capital "the minister" is said to speak at the head of his
    sentence: "In Caracas the minister spoke of a provocation"."""
    if not (is_official_noun(word) and word.dep == "nsubj" and _has_article(word)):
        return ()
    opening = next((one for one in words if one.pos != "SPACE"), None)
    place = opening.of("pobj") if opening is not None and opening.text == "In" else None
    if place is None or place.start > word.start or not word.under(place.head.head):
        return ()
    stand = Span(place.start, place.end)
    named = (m for m in cast.mentions(words).matches if m.span.overlaps(stand))
    found = (code_of(match) for match in named if match.role in _SEATS)
    return tuple(code for code in found if code in pair)[:1]


def told_to_be(word: Word, mentions: Mentions) -> Codes:
    """The state that stands beside a noun with commas: "the Union's chair, Namibia"."""
    for child in word.all("appos"):
        stand = Span(child.start, child.end)
        match = next((m for m in mentions.matches if m.span.overlaps(stand)), None)
        if match is not None and match.role == "name" and word.pos == "NOUN":
            return _codes_of(child, mentions)
    return ()


def nationalities(word: Word, mentions: Mentions) -> Codes:
    """The sides in the list before a noun: "the Polish and Lithuanian envoys"."""
    before = next((c for c in word.children if c.dep in _BESIDE and c.all("conj")), None)
    return () if before is None or before.i > word.i else _codes_of(before, mentions)


def _codes_of(first: Word, mentions: Mentions) -> Codes:
    named = (code_at(one, mentions) for one in conjuncts(first))
    return tuple(dict.fromkeys(code for code in named if code is not None))


def _last_named(word: Word, lines: Iterable[Line], cast: Cast) -> Codes:
    """The organisation named last before ``word``."""
    for line in lines:
        named = [
            match
            for match in (cast.mentions(line).matches if line else ())
            if match.span.end <= word.start and _kinds_of(match, line, cast)
        ]
        if named:
            return tuple(filter(None, [code_of(named[-1])]))
    return ()


def _is_described(word: Word) -> bool:
    """ "The body", "the regional body": nothing beside it but adjectives."""
    before = [child for child in word.children if child.i < word.i]
    return before[:1] != [] and all(
        child.text.lower() == "the" or (child.dep == "amod" and child.text[0].islower())
        for child in before
    )


def _is_bare(word: Word) -> bool:
    beside = [child.text.lower() for child in word.children if child.dep != "punct"]
    return beside[:1] == ["the"] and all(_is_clause(child) for child in word.children[1:])


def _is_clause(child: Word) -> bool:
    if child.dep == "prep":  # "accused the court of meddling", not "the court of appeal"
        return any(below.tag == "VBG" for below in child.all("pcomp", "pobj"))
    return child.dep in {"relcl", "punct", "case", "acl", "cc", "conj"}


def _has_article(word: Word) -> bool:
    return any(child.text.lower() == "the" for child in word.children) and not word.all("poss")


def _kinds_of(match: Match, words: Line, cast: Cast) -> set[str]:
    """The words of an organisation's name, as it stands and as it is in full."""
    code = code_of(match)
    party = cast.lexicon.party(code) if code is not None else None
    if party is None or party.kind not in _KINDS:
        return set()
    here = {w.text.lower() for w in words if match.span.covers(Span(w.start, w.end))}
    full = party.name.lower().split() if isinstance(match.entry, Party) else ()
    return here.union(full)
