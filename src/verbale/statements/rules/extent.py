"""How far the phrase of a source goes: with its titles, without when and where it was said."""

from __future__ import annotations

from typing import NamedTuple

from verbale.actors import is_sayer
from verbale.language import Word
from verbale.lexicon.wordlists import word_list
from verbale.model import Spans
from verbale.statements.grammar import noun_phrase, span_of
from verbale.statements.scene import Scene

_OCCASIONS = frozenset(
    {"earlier", "later", "on", "in", "at", "during", "after", "before", "speaking", "via"}
)
#: Whom somebody is said to be like stands behind these.
ALIKE = frozenset({"like", "unlike", "besides"})
_VENUES = word_list("venues")
_TIMES = word_list("times")
_MANNERS = word_list("manners")
_WHO = frozenset({"who", "that"})
_LONGEST_CLAUSE, _LONGEST_ASIDE, _LONGEST_TITLE = 14, 10, 8  # words
_BREAKS = frozenset({",", ";", ":", '"', "”", "’", "—", "–", "''"})
_DASHES = frozenset({"—", "–", "--"})
_IN_TITLES = frozenset({"NOUN", "PROPN", "ADJ", "CCONJ", "VERB"})


class Source(NamedTuple):
    """The word that names the source and the places of the whole phrase."""

    word: Word
    spans: Spans


def whole(scene: Scene, verb: Word, source: Source) -> Source:
    """``source`` with what tells it from others of its kind ("two people briefed on the talks")
    and with the titles in front of a name from which the parser has cut it."""
    place = source.spans[0]
    phrase = [w for w in scene.words if place.start <= w.start < place.end]
    if not phrase:
        return source
    phrase = _without_cut_dash(scene, phrase, source.word)
    head, phrase = _past_hyphen(scene, source.word, phrase)
    named = _named_behind_clause(scene, head, phrase, verb)
    if named:
        return Source(named[-1], (span_of([*phrase, *named]),))
    phrase = [*_titles_in_front(scene, phrase), *phrase, *_told_apart(scene, head, phrase, verb)]
    name = _name_behind(scene, phrase, verb)
    if name:
        return Source(name[-1], (span_of([*phrase, *name]),))
    phrase = [*phrase, *_introduced(scene, head, phrase, verb)]
    return Source(head, (span_of(phrase),))


def _up_to(scene: Scene, phrase: list[Word], verb: Word) -> tuple[Word, ...]:
    """What stands between two commas from ``phrase`` to the cue, the first comma with it."""
    last = verb.i - 1
    while (word := _at(scene, last)) is not None and word.dep in {"aux", "neg", "advmod"}:
        last -= 1
    words = scene.between(phrase[-1].i + 1, last + 1)
    if len(words) < len(",x,") or words[0].text != "," or words[-1].text != ",":
        return ()
    return words[:-1]


def _at(scene: Scene, i: int) -> Word | None:
    at = i - scene.words[0].i
    return scene.words[at] if 0 <= at < len(scene.words) else None


def _name_behind(scene: Scene, phrase: list[Word], verb: Word) -> tuple[Word, ...]:
    """ "The commander of the Guard | , Brig. Gen. Jan Opat, denied": the name that a comma sets
    behind an office."""
    words = _up_to(scene, phrase, verb)
    if not words or not all(w.pos == "PROPN" for w in words[1:]):
        return ()
    mentions = scene.cast.mentions(scene.words)
    place, beside = span_of(phrase), span_of(words[1:])
    office = any(held.span.overlaps(place) for held in mentions.titles)
    person = any(beside.covers(r.span) and len(r.words) > 1 for r in mentions.names)
    return words if office and person else ()


def _introduced(scene: Scene, head: Word, phrase: list[Word], verb: Word) -> tuple[Word, ...]:
    """ "Ana Reed | , who runs a mill there, said": what introduces somebody named."""
    words = _up_to(scene, phrase, verb)
    who = words[1] if words else None
    if who is None or who.text.lower() != "who" or len(words) > _LONGEST_ASIDE or len(phrase) < 2:
        return ()
    clause = head.of("relcl")
    person = scene.cast.person_at(span_of(phrase)) if head.pos == "PROPN" else None
    plain = not any(w.quote is not None or w.text in {",", "—", "–"} for w in words[1:])
    told = clause is not None and clause.lemma.lower() in scene.cues.verbs
    return words if person is not None and person.seems_human and plain and not told else ()


def _named_behind_clause(
    scene: Scene, head: Word, phrase: list[Word], verb: Word
) -> tuple[Word, ...]:
    """ "The firm that runs the fair | , Harbour Lights, denied": from behind ``phrase`` to the
    name, which parsers set beside the last noun of the clause."""
    clause = head.of("relcl")
    before = scene.before(verb)
    if clause is None or before is None or before.text != "," or clause.i >= before.i:
        return ()
    words = scene.between(phrase[-1].i + 1, before.i)
    commas = [n for n, w in enumerate(words) if w.text == ","]
    name = words[commas[-1] + 1 :] if commas and words[0].tag in {"WDT", "WP"} else ()
    proper = bool(name) and all(w.pos == "PROPN" for w in name)
    return words if proper and len(commas) == 1 and name[-1].dep == "appos" else ()


def _without_occasion(phrase: list[Word], head: Word) -> list[Word]:
    """ "Stafford, earlier in the hearing,": the phrase without when he said it."""
    for at, word in enumerate(phrase[1:], 1):
        if word.dep == "prep" and word.head is head and _is_occasion(head, word):
            return phrase[:at]  # "Obama in the call had confirmed"
        when = word.text.lower() in _OCCASIONS and word.pos in {"ADV", "ADP"}
        if phrase[at - 1].text == "," and when and head in phrase[: at - 1]:
            return phrase[: at - 1]
    return phrase


def _is_occasion(head: Word, prep: Word) -> bool:
    """Whether ``prep`` opens where a person said it: "in the call", "at the hearing"."""
    thing = prep.of("pobj")
    said = thing is not None and thing.lemma.lower() in _VENUES
    return said and head.pos in {"PROPN", "PRON"} and prep.text.lower() in {"in", "at", "on"}


def _past_hyphen(scene: Scene, head: Word, phrase: list[Word]) -> tuple[Word, list[Word]]:
    """ "Study co | -author Anezina Solo": parsers part words at a hyphen, and so their phrase."""
    hyphen = scene.after(phrase[-1])
    if hyphen is None or hyphen.text not in {"-", "‐"} or hyphen.start != phrase[-1].end:
        return head, phrase
    rest = scene.after(hyphen)
    if rest is None or rest.start != hyphen.end or rest.pos not in {"NOUN", "PROPN"}:
        return head, phrase
    while rest.dep == "compound" and rest.head.i > rest.i:
        rest = rest.head
    last = noun_phrase(rest)[-1].i
    return rest, [*phrase, *scene.between(hyphen.i, last + 1)]


def _told_apart(scene: Scene, head: Word, phrase: list[Word], verb: Word) -> list[Word]:
    """The participle or relative clause that follows ``phrase`` at once, without a comma."""
    for word in phrase:
        for clause in word.children:
            if clause.dep not in {"acl", "relcl"} or clause.i <= phrase[-1].i:
                continue
            words = clause.subtree()
            shape = clause.tag in {"VBN", "VBG"} or words[0].text.lower() in _WHO
            whole = words[0].i == phrase[-1].i + 1 and len(words) == words[-1].i - words[0].i + 1
            apart = verb in words or (head.i < verb.i <= words[-1].i)
            quoted = any(w.quote is not None or w.text in {",", "—", "–"} for w in words)
            if shape and whole and not apart and not quoted and len(words) <= _LONGEST_CLAUSE:
                if verb.i > words[-1].i:
                    if words[-1].pos in {"ADP", "SCONJ"}:
                        between = scene.between(words[-1].i + 1, verb.i)
                        plain = all(w.pos in {"NOUN", "ADJ", "DET", "PROPN"} for w in between)
                        return [*words, *between] if plain else []
                    return [*words, *_joined_further(head, words, verb)]
                return words if clause.tag == "VBN" or _ends_all(scene, words) else []
    return []


def _ends_all(scene: Scene, words: list[Word]) -> bool:
    """Whether a "who" clause behind an inverted cue goes to the end of its sentence: "..., said
    Ana Reed, a miller | who sells to Peru"."""
    following = scene.after(words[-1])
    ends = following is None or following.text in {".", "!", "?"}
    return ends and words[0].text.lower() == "who"


def _joined_further(head: Word, words: list[Word], verb: Word) -> list[Word]:
    """ "The data we hold on the old model | and the new one | suggests": what the parser has joined
    to the head from behind the clause."""
    for other in head.all("conj"):
        below = [w for w in head.subtree() if words[-1].i < w.i <= other.subtree()[-1].i]
        if (
            below
            and below[0].dep == "cc"
            and below[0].i == words[-1].i + 1
            and below[-1].i < verb.i
        ):
            return below
    return []


def _titles_in_front(scene: Scene, phrase: list[Word]) -> list[Word]:
    """ "..., scientist and study co-author | Mikel Aranda said": titles joined by "and"."""
    found: list[Word] = []
    word = scene.before(phrase[0])
    while word is not None and word.quote is None and word.text not in _BREAKS:
        found.insert(0, word)
        word = scene.before(word)
    if word is None or not found or len(found) > _LONGEST_TITLE:
        return []
    mentions = scene.cast.mentions(scene.words)
    joined = any(w.text.lower() == "and" for w in found)
    plain = all(w.pos in _IN_TITLES or w.text == "-" for w in found)
    named = phrase[-1].pos == "PROPN"
    if joined and plain and named and any(w.pos == "NOUN" and is_sayer(w, mentions) for w in found):
        return found
    held = any(title.span.start == phrase[0].start for title in mentions.titles)
    timed = any(w.lemma.lower() in _TIMES or w.pos in {"VERB", "CCONJ"} for w in found)
    if held and plain and named and not timed and word is None:
        return found  # "Republican state schools | Superintendent Ann Reed"
    first = scene.cast.person_called(found[0].text) if found[0].text.istitle() else None
    known = first is not None and (first.sure or len(first.mentions) > 1)
    led = known and len(found) > 2 and found[1].text.lower() == "and"
    titled = all(w.pos in {"PROPN", "ADJ"} for w in found[2:])
    return found if led and titled and named else []  # "Lowe and Trade | Minister Ann Reed"


def as_source(word: Word) -> Source:
    """``word`` with the phrase around it."""
    phrase = _without_occasion(noun_phrase(word), word)
    phrase = _without_likeness(phrase)
    if len(phrase) > 1 and phrase[0].text.lower() in {"so", "even"}:
        phrase = phrase[1:]  # "so many people complained that it was cut"
    while len(phrase) > 1 and phrase[-1].pos == "ADP":
        phrase = phrase[:-1]  # "a new report by [the fund]"
    while len(phrase) > 1 and phrase[0].tag == "WDT" and phrase[0] is not word:
        phrase = phrase[1:]
    phrase = _without_manner(phrase)
    return Source(_head_of(phrase, word), (span_of(phrase),))


def _without_manner(phrase: list[Word]) -> list[Word]:
    """ "The company | flat-out denied": an adverb that parsers take for a noun."""
    for size in (len(("flat", "-", "out")), len(("outright",))):
        if len(phrase) > size and "".join(w.text for w in phrase[-size:]).lower() in _MANNERS:
            return phrase[:-size]
    return phrase


def _without_cut_dash(scene: Scene, phrase: list[Word], head: Word) -> list[Word]:
    """ "Peng Mei — press chief | on Singles Day and head of sales —": the phrase without what a
    dash sets apart, where the parser has not reached the second dash."""
    at = next((n for n, w in enumerate(phrase) if w.text in _DASHES), None)
    following = scene.after(phrase[-1])
    closed = following is None or following.text in _DASHES
    return phrase if not at or closed or head not in phrase[:at] else phrase[:at]


def _without_likeness(phrase: list[Word]) -> list[Word]:
    """ "Like the minister, Reed said": the phrase without whom the speaker is like."""
    comma = next((n for n, w in enumerate(phrase) if w.text == ","), 0)
    alike = phrase[0].text.lower() in ALIKE and 0 < comma < len(phrase) - 1
    return phrase[comma + 1 :] if alike else phrase


def _head_of(phrase: list[Word], word: Word) -> Word:
    """``word``, or the last name of what is left of its phrase."""
    if word in phrase:
        return word
    return next((w for w in reversed(phrase) if w.pos in {"PROPN", "NOUN"}), phrase[-1])
