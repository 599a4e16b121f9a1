"""For whom an official speaks whom the sentence before has brought in without a name.

"The Saudi delegate took the microphone. 'There will be talks,' Turki al-Haddaj said"; "the Poles
came to listen. 'We are not negotiating,' Ambassador Wrona said"; "she said in Phnom Penh".
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from verbale.acts.sides import Sides
from verbale.language import Word
from verbale.lexicon.wordlists import word_list
from verbale.model import Span, Statement
from verbale.statements.grammar import span_of, subject

_BACK = 2
_ROLES = frozenset(
    """delegate envoy delegation official negotiator representative spokesman spokeswoman diplomat
    minister president premier chancellor ambassador mediator emissary leader general secretary
    """.split()  # noqa: SIM905 - a word list
)
_PLACES = frozenset({"in", "at"})


def introduced(
    statement: Statement,
    before: Sequence[tuple[Word, ...]],
    sides: Sides,
    parties: Collection[str],
    statements: Sequence[Statement],
) -> str | None:
    """The side whose man or people were the subject of the last of the sentences ``before`` that
    speaks of any; nothing where somebody else is quoted in it."""
    for words in reversed(before[-_BACK:]):
        roles = [word for word in words if _is_role(word) and sides.is_named_by(word, words)]
        codes = {code for word in roles for code in sides.codes(word, words, None)}
        if not codes:
            continue
        one = codes.pop()
        alone = not codes and one in parties
        return one if alone and not _is_quoted(words, statement, statements) else None
    return None


def spoken_in(
    statement: Statement, words: tuple[Word, ...], sides: Sides, parties: Collection[str]
) -> str | None:
    """The one party in whose capital it was said, by the words that stand with the cue."""
    cues = [w for w in words if any(s.start <= w.start < s.end for s in statement.cue)]
    places = [
        thing
        for cue in cues
        for prep in cue.children
        if prep.dep == "prep" and prep.text.lower() in _PLACES
        for thing in prep.children
        if thing.dep == "pobj" and thing.pos == "PROPN"
    ]
    found = {
        code for thing in places for code in sides.named_in([thing], sides.cast.mentions(words))
    }
    return found.pop() if len(found) == 1 and found <= set(parties) else None


def _is_role(word: Word) -> bool:
    """Whether a word is the subject of its clause and tells of a side's people."""
    if word.dep not in {"nsubj", "nsubjpass"} or subject(word.head) is not word:
        return False
    if word.pos == "PROPN":
        return word.tag == "NNPS"
    lemma = word.lemma.lower()
    return word.pos == "NOUN" and (lemma in _ROLES or lemma in word_list("own-side"))


def _is_quoted(
    words: tuple[Word, ...], statement: Statement, statements: Sequence[Statement]
) -> bool:
    """Whether the sentence tells what somebody else says."""
    place: Span = span_of(words)
    return any(
        other.speech and other.speaker != statement.speaker and _starts_in(other, place)
        for other in statements
    )


def _starts_in(statement: Statement, place: Span) -> bool:
    return any(place.covers(span) for span in (*statement.cue, *statement.source))
