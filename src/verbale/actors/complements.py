"""How far an office reaches beyond its title: "State Border Committee spokesman", "head of the
state marine institute", "Minister for Trade, Seabed Minerals and Industry"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from verbale.actors.variants import plain
from verbale.language import Word
from verbale.lexicon import Body, Institution, Match, Outlet, Party, Title
from verbale.lexicon.givennames import given_name
from verbale.lexicon.wordlists import word_list

_PORTFOLIOS = word_list("portfolios")
_NO_PART = word_list("modifiers-of-office")
_ORGANISATIONS = word_list("organisation-heads")
_TIMES = word_list("times")
_PREPOSITIONS = frozenset({"of", "for", "to", "at", "in", "on", "with"})
_INSIDE = frozenset({"NOUN", "ADJ", "PROPN", "NUM"})
_NARROWS = frozenset({"compound", "amod", "nmod"})
_OWNS = frozenset({"’s", "'s", "’", "'"})
_CLOSES = frozenset({",", ";", ":", "(", ")", "—", "–"})
_NEAR = 4  # words
_LONGEST = 12  # words; a real office has fewer


def title_start(
    words: Sequence[Word], matches: Sequence[Match], start: int, *, nouns_only: bool = False
) -> int:
    """Where the office begins whose title begins at ``start``: the nouns and adjectives in front
    that say of what ("village head", "NGO president"), not whose state or when ("former")."""
    at = next((n for n, word in enumerate(words) if word.start >= start), len(words))
    first = start
    for before, word in reversed(list(pairwise(words[: at + 1]))):
        if not _specifies(before, word) or _is_taken(before, matches):
            break
        if nouns_only and before.pos == "ADJ" and before.text.lower() not in _PORTFOLIOS:
            break
        first = before.start
    return first


def _is_taken(word: Word, matches: Sequence[Match]) -> bool:
    """Whether ``word`` names a side or a body, or is a form of address."""
    if _match_at(word, matches) is not None:
        return True
    return any(
        isinstance(match.entry, Title)
        and match.entry.kind == "honorific"
        and match.span.start <= word.start < match.span.end
        for match in matches
    )


def _specifies(word: Word, following: Word) -> bool:
    """Whether ``word`` narrows the office that follows."""
    text = word.text
    if text.lower() in _NO_PART or word.quote is not None or not text[0].isalpha():
        return False
    near = word.dep in {"compound", "amod", "nmod"} and word.head.i <= following.i + 4
    if text[0].islower():
        return near and word.pos in {"NOUN", "ADJ"} and word.tag not in {"JJR", "JJS"}
    known = text.lower() in _PORTFOLIOS | _ORGANISATIONS or (text.isupper() and len(text) > 1)
    return near and (
        known or (following.text.lower() in _ORGANISATIONS and following.text[0].isupper())
    )


def title_end(words: Sequence[Word], matches: Sequence[Match], end: int) -> int:
    """Where the office ends whose title, with what the lexicon knows behind it, ends at ``end``."""
    end = _body_end(words, end)
    at = next((n for n, word in enumerate(words) if word.start >= end), len(words))
    rest = words[at : at + _LONGEST]
    last = end
    while len(rest) > 1 and rest[0].text.lower() in _PREPOSITIONS and rest[0].start - last <= 2:
        taken = _noun_phrase(rest[1:], matches)
        if not taken:
            break
        last = rest[taken].end
        rest = rest[taken + 1 :]
        if words[at].text.lower() not in {"of", "for"}:
            break
    return last


def phrase_end(words: Sequence[Word], end: int, *, behind_name: bool) -> int:
    """Where the phrase ends in the middle of which an office would end at ``end``: "scholar at
    Take | -Two", "president of Chapter | & Verse", "director of the disease prevention | and
    control centre". Behind its holder's name (``behind_name``) it may take in further names.
    """
    at = next((n for n, word in enumerate(words) if word.end == end), None)
    if at is None:
        return end
    last = at
    while behind_name and (top := _rest_of_noun(words, last)) is not None:
        last = top
    while (taken := _goes_on(words, last, behind_name=behind_name)) > last:
        last = taken
    if behind_name and last > at and not _closes_phrase(words, last):
        return end
    return words[last].end if last - at <= _LONGEST else end


def _closes_phrase(words: Sequence[Word], last: int) -> bool:
    """Whether a name and its comma frame the office that ends at ``words[last]``: then what stands
    there is no holder's name."""
    following = words[last + 1] if last + 1 < len(words) else None
    return following is None or following.text[:1] in ",;)—–" or following.text[:1].islower()


def _rest_of_noun(words: Sequence[Word], at: int) -> int | None:
    """The place of the noun that ``words[at]`` only narrows, a few words on."""
    word = words[at]
    if word.dep not in _NARROWS or not word.i < word.head.i <= word.i + _NEAR:
        return None
    top = at + word.head.i - word.i
    between = words[at + 1 : top + 1]
    if top >= len(words) or any(w.text in _CLOSES or _is_given(w) for w in between):
        return None
    return top


def _is_given(word: Word) -> bool:
    """Whether ``word`` is a listed given name, so that a holder's name begins with it."""
    return word.text[:1].isupper() and given_name(plain(word.text)) is not None


def _goes_on(words: Sequence[Word], at: int, *, behind_name: bool) -> int:
    """The place of the last word that belongs to the same name as ``words[at]``."""
    rest = words[at + 1 : at + 3]
    if len(rest) < len("-x"):
        return at
    mark, following = rest
    glued = mark.start == words[at].end and following.start == mark.end
    if mark.text in {"-", "‐"} and glued:
        return at + 2
    named = behind_name and words[at].text[:1].isupper() and following.text[:1].isupper()
    joins = mark.text == "&" or mark.text.lower() in {"for", "of"}
    if named and (joins or mark.text in {"’s", "'s", "’", "'"}):
        return at + 2
    if named and not _is_given(mark) and mark.text[:1].isupper() and mark.dep in _NARROWS:
        return at + 2
    return at


def _body_end(words: Sequence[Word], end: int) -> int:
    """Where the body ends that a side's name before ``end`` opens: "spokesman for the UN | refugee
    agency"; ``end`` where a holder's name or nothing follows."""
    opening = next((word for word in words if word.end == end), None)
    if opening is None or opening.dep not in {"compound", "nmod", "amod"}:
        return end
    head = opening.head
    if head.start < end or head.i > opening.i + 4 or (head.tag != "NN" and not head.text.istitle()):
        return end
    return head.end if head.text.lower() in _ORGANISATIONS else end


def _noun_phrase(words: Sequence[Word], matches: Sequence[Match]) -> int:
    """How many of ``words`` make the phrase that a preposition opens; no name of a holder."""
    first = [word.text.lower() for word in words[:2]]
    if first[0] in _TIMES or first[-1] == "time":  # "the minister on Tuesday", "at the time"
        return 0
    taken = 0
    while taken < len(words) and words[taken].pos in {"DET", "PRON"} and taken < 1:
        if words[taken].pos == "PRON" and words[taken].tag != "PRP$":
            return 0
        taken += 1
    opening = taken
    while taken < len(words):
        word, before = words[taken], words[taken - 1] if taken > opening else None
        if (
            (word.text in _OWNS and before is not None)
            or _listed(words, taken, opening)
            or (
                word.pos in _INSIDE and word.text[0].isalpha() and _continues(word, before, matches)
            )
        ):
            taken += 1
        else:
            break
    while taken > opening and words[taken - 1].text.lower() in {",", "and", "&"}:
        taken -= 1
    return taken if taken > opening else 0


def _continues(word: Word, before: Word | None, matches: Sequence[Match]) -> bool:
    """Whether ``word`` still belongs to the complement; a holder's name may follow at once."""
    if before is None:
        return True
    if word.text[0].islower():
        return (
            word.dep in {"compound", "pobj", "amod", "nmod", "conj", "poss", "dobj"}
            and before.pos != "NUM"
        )
    if word.text.lower() in _PORTFOLIOS | _ORGANISATIONS:
        return True
    if before.text[0].islower() and before.text not in {"’s", "'s"}:
        return before.pos in {"ADJ", "DET"} or before.text == "and"
    known = _match_at(before, matches)
    if known is not None:
        mine = _match_at(word, matches)
        if mine is known or (mine is not None and isinstance(mine.entry, Body | Institution)):
            return True
        return _ends_as_body(word)
    return before.text.lower() not in _PORTFOLIOS


def _ends_as_body(word: Word) -> bool:
    """Whether the capitalised words from ``word`` on end in "Force", "Commission" or the like."""
    top = word
    while top.dep == "compound" and top.head is not top and top.head.text[0].isupper():
        top = top.head
    return top.text.lower() in _ORGANISATIONS


def _match_at(word: Word, matches: Sequence[Match]) -> Match | None:
    """The state, body or outlet that ``word`` is part of."""
    return next(
        (
            match
            for match in matches
            if isinstance(match.entry, Party | Institution | Body | Outlet)
            and match.span.start <= word.start < match.span.end
        ),
        None,
    )


def _listed(words: Sequence[Word], at: int, opening: int) -> bool:
    """A comma or "and" between portfolios: "Trade, Seabed Minerals and Industry"."""
    if at <= opening or at + 1 >= len(words) or words[at].text.lower() not in {",", "and", "&"}:
        return False
    portfolio = words[at - 1].text.lower() in _PORTFOLIOS
    return portfolio and words[at + 1].text.lower() in _PORTFOLIOS
