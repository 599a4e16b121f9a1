"""Prepositional phrases as content."""

from __future__ import annotations

from verbale.language import Word
from verbale.lexicon.wordlists import word_list
from verbale.statements.content import clause_words, of_words
from verbale.statements.grammar import is_infinitive, subject
from verbale.statements.negation import is_negated
from verbale.statements.rules.drafting import complement_draft
from verbale.statements.rules.whole import with_what_it_includes
from verbale.statements.scene import CueWord, Draft, Scene

_MONTHS = word_list("calendar")
_FINITE = frozenset({"aux", "nsubj"})
_ANNOUNCED = frozenset({"speak", "talk", "tell", "warn"})
_AHEAD = frozenset({"will", "’ll", "'ll", "shall"})
_TEMPORAL = frozenset(
    {"on", "in", "at", "during", "after", "before", "late", "early", "last", "following"}
)


def prepositional(scene: Scene, found: CueWord) -> Draft | None:
    """The union called for an immediate truce; the general warned of a long war."""
    if "prep" not in found.cue.frames:
        return None
    verb = found.word
    beside = [c for c in verb.children if c.text.lower() in found.particle.split()]
    prep = next(
        (
            c
            for parent in (verb, *beside)  # "pleaded guilty to": it hangs on either
            for c in parent.children
            if c.dep in {"prep", "prt"} and c.text.lower() in found.cue.preps and c.i > verb.i
        ),
        None,
    )
    if prep is None or is_temporal(prep):
        return None
    thing = prep.of("pobj", "pcomp", "advcl") or _to_happen(verb, prep)
    if thing is None or thing.quote is not None:
        return None
    if thing.lemma.lower() in found.cue.never or _takes_object(verb, prep):
        return None
    words = _without_result(verb, _without_next_report(clause_words(thing)))
    if not words:  # all of it belongs to the cue or hangs elsewhere
        return None
    if (
        verb.lemma == "ask"
        and verb.tag == "VBN"
        and not any(c.dep in _FINITE for c in verb.children)
    ):
        return None  # "a porter, asked for directions, pointed north": he was asked
    if len(words) == 1 and words[0].tag == "PRP":
        return None  # "he's asking for it"
    if verb.lemma in {"speak", "talk", "tell"} and (len(words) < 2 or thing.pos == "PROPN"):
        return None
    if verb.tag == "VBG" and verb.dep == "advcl" and verb.lemma in {"speak", "talk"}:
        return None  # "..., she added, speaking of the families": whom her words are about
    if verb.lemma in _ANNOUNCED and scene.inside is None and _is_yet_to_come(verb):
        return None  # "today we are going to talk about money": what a writer's piece is about
    words = with_what_it_includes(verb, _with_purpose(verb, words))
    draft = complement_draft(
        scene, found, (of_words(scene.text, words),), "prepositional", extra=(prep,)
    )
    if draft is not None and verb.lemma in {"speak", "talk"} and is_negated(verb):
        draft.polarity = "omits"  # "has not spoken about the wall"
    return draft


def _with_purpose(verb: Word, words: list[Word]) -> list[Word]:
    """ "Hoped for money | to pay for the vaccines": what follows at once, wherever it is hung."""
    further = next((c for c in verb.all("advcl", "xcomp") if c.i > words[-1].i), None)
    if further is None or not is_infinitive(further) or further.tag != "VB":
        return words
    rest = further.subtree()
    follows = rest[0].i == words[-1].i + 1 and rest[0].tag == "TO"
    return [*words, *rest] if follows else words


def _is_yet_to_come(verb: Word) -> bool:
    """Whether a writer announces what "I" or "we" will speak of."""
    doer = subject(verb)
    top = verb.head if verb.dep == "xcomp" else verb
    ahead = is_infinitive(verb) or any(c.text.lower() in _AHEAD for c in top.all("aux"))
    return ahead and doer is not None and doer.text.lower() in {"i", "we"}


def _takes_object(verb: Word, prep: Word) -> bool:
    """ "Has called the tune for years": what is called is not called for."""
    return verb.lemma.lower() == "call" and any(c.i < prep.i for c in verb.all("dobj"))


def _without_next_report(words: list[Word]) -> list[Word]:
    """ "Asked about the Front, called it vile": parsers hang the second verb on the noun."""
    for at, word in enumerate(words[1:], 1):
        if words[at - 1].text == "," and word.tag == "VBD" and word.of("nsubj") is None:
            return words[: at - 1]
    return words


def _without_result(verb: Word, words: list[Word]) -> list[Word]:
    """ "So many people spoke of the slogan | that it was dropped": what came of it was not said."""
    doer = subject(verb)
    opens = doer.subtree()[0] if doer is not None else verb
    if opens.text.lower() != "so":
        return words
    return next((words[:n] for n, w in enumerate(words) if n and w.text.lower() == "that"), words)


def _to_happen(verb: Word, prep: Word) -> Word | None:
    """ "Called for talks to be brought forward": the verb of which parsers make a clause."""
    return next(
        (c for c in verb.children if c.dep == "ccomp" and c.i > prep.i and is_infinitive(c)), None
    )


def is_temporal(prep: Word) -> bool:
    """Whether ``prep`` opens a day or a year: "on Monday", "in 2014"."""
    thing = prep.of("pobj")
    if thing is None or prep.text.lower() not in _TEMPORAL:
        return False
    day = thing.lemma.lower().endswith("day") or thing.text.lower().rstrip(".") in _MONTHS
    return thing.pos == "NUM" or (thing.text.istitle() and day)
