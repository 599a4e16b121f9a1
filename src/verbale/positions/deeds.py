"""Stances that acts take toward things that no book lists: "Nemora turned down the pilot's badge".

Refusing and agreeing are stances whatever they are about. Where the climb from a known
thing finds none, the act itself tells the party and the stance, and its object the target.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from verbale.acts.clause import prepositions
from verbale.acts.learned import LEARNED
from verbale.language import Word
from verbale.lexicon.stances import StanceBook
from verbale.model import Act, Stance, Target
from verbale.positions.forces import Forces
from verbale.positions.stand import Stand
from verbale.positions.things import Found, is_in_public, thing_at
from verbale.positions.turned import NEVER, NOBODY
from verbale.positions.verbforms import is_now, is_of_anyone, is_there, modality
from verbale.statements.negation import is_negated

_STANCES: dict[str, Stance] = {"REJECT": "refuses", "AGREE": "supports"}
#: What did not happen, lies behind or rests on another's word is nobody's stance of today.
_OTHERS = frozenset({"negated", "historical", "alleged"})
_OBJECTS = ("dobj", "nsubjpass", "attr", "oprd")
_VERBS = frozenset({"VERB", "AUX"})
_NOUNS = frozenset({"NOUN", "PROPN"})
#: To recognise a state by name is to deal with it.
_RECOGNISING = frozenset({"recognise", "recognize"})
#: Who did not do so has refused nothing yet.
_SILENT = frozenset(
    {"reply", "respond", "answer", "comment", "react", "speak", "talk", "meet", "elaborate"}
)
_BESIDE = frozenset(
    """between beyond outside without as despite amid like off near around along inside within past
    at after before during since""".split()  # noqa: SIM905 - a word list
)
_HAVING = frozenset({"have", "see", "find", "make"})
_TOWARD = frozenset({"in", "for", "of", "to", "on"})
#: To keep people out is an act, and no stance toward what they are kept from.
_BARRING = frozenset({"bar", "ban", "forbid", "prohibit", "blacklist", "exclude"})
#: What may stand between the verb of an act and what it is about.
_DEEPEST = 6


class Avowed(NamedTuple):
    """A stance that an act takes, and the act."""

    stand: Stand
    act: Act


def avowed(
    acts: Sequence[Act],
    words: tuple[Word, ...],
    things: Sequence[Found],
    parties: frozenset[str],
    forces: Forces,
    topics: frozenset[str],
) -> list[Avowed]:
    """The stances that acts in the sentence ``words`` take, between ``parties`` of the report.

    ``things`` are those in the sentence that a stance can be toward.
    """
    found = []
    first, last = min(word.start for word in words), max(word.start for word in words)
    for act in acts:
        if not any(span.start <= last and first < span.end for span in act.evidence):
            continue
        if act.type not in _STANCES or act.symmetric or not _OTHERS.isdisjoint(act.flags):
            continue
        if act.rule.startswith(LEARNED):  # too unsure to say where a side stands
            continue
        if len(act.actor) != 1 or not _is_between(act, parties):
            continue
        inside = [w for w in words if any(s.start <= w.start < s.end for s in act.evidence)]
        head = next((w for w in inside if w.head is w or w.head not in inside), None)
        if (
            head is None
            or is_in_public(head)
            or (head.lemma.lower() in _BARRING and modality(head) is None)
            or _is_charge(inside, forces.book)
            or _is_left_open(head, forces)
        ):
            continue
        if act.type == "REJECT" and not _refuses(act, inside, forces):
            continue
        thing = _thing(head, inside, things, topics, forces)
        if _is_attitude(thing.word, forces):
            below = _behind_attitude(thing.word)
            if below is None:
                continue
            thing = Found(below, thing_at(below, forces.book) or _target(below, topics))
        if thing.against or _is_called(thing.word, head):
            continue  # to turn down a ban and to turn down lifting it are told alike
        value = _value(act.type, inside, forces.book)
        if act.type == "AGREE" and is_supposed(head):
            value = "open"
        trail = tuple(dict.fromkeys((thing.word, *_way(thing.word, head))))
        found.append(Avowed(Stand(thing, value, (), False, head, trail), act))
    return found


def is_supposed(head: Word) -> bool:
    """ "Would accept": what a side would do hangs on something, and is no plain support."""
    return any(child.text.lower() == "would" for child in head.all("aux"))


def _behind_attitude(noun: Word) -> Word | None:
    """What somebody has no use or reason for: "saw no purpose in a further round"."""
    found = (word for name, word in prepositions(noun) if name in _TOWARD)
    return next((word for word in found if word.pos in {*_NOUNS, *_VERBS}), None)


def _is_called(thing: Word, head: Word) -> bool:
    """ "It is no longer a commission" says what something is, and refuses nothing."""
    return head.lemma.lower() == "be" and thing.dep == "attr" and not is_there(head)


def _is_attitude(word: Word, forces: Forces) -> bool:
    """Whether a noun only tells how somebody stands: a "plan" or "ground" that he has none of."""
    thing = word.lemma.lower() in forces.book.things and word.head.lemma.lower() not in _HAVING
    return word.pos == "NOUN" and not thing and forces.takes_stance(word)


def _is_between(act: Act, parties: frozenset[str]) -> bool:
    return act.actor[0] in parties and (not act.recipient or not parties.isdisjoint(act.recipient))


def _refuses(act: Act, inside: Sequence[Word], forces: Forces) -> bool:
    """Whether these words refuse something: they are not only others in which the act is told
    again, and nobody is only silent in them ("did not reply", "had not spoken")."""
    verbs = [word for word in inside if word.pos in _VERBS]
    said = (forces.of("verb", verb, None) for verb in verbs)
    if any(entry is not None and entry.says == "refuses" for entry in said):
        return True
    negated = [verb for verb in verbs if is_negated(verb)]
    if negated:
        return not all(map(_is_silence, negated))
    denying = NEVER | NOBODY | set(act.rule.split())
    return any(
        word.lemma.lower() in denying or word.text.lower() in denying or _goes_without(word)
        for word in inside
    )


def _goes_without(word: Word) -> bool:
    """ "It will go unanswered"."""
    return word.text.lower().startswith("un") and word.tag in {"VBN", "JJ"}


def _is_silence(verb: Word) -> bool:
    silent = verb.lemma.lower() in _SILENT
    return silent and modality(verb) is None and not is_now(verb)


def _is_left_open(head: Word, forces: Forces) -> bool:
    """Whether it is only asked, a condition of something else, or nobody's in particular."""
    above = (word for word in (head, *head.ancestors()) if word.pos in _VERBS)
    return any(forces.is_apart(verb) or is_of_anyone(verb) for verb in above)


def _is_charge(inside: Sequence[Word], book: StanceBook) -> bool:
    """Whether what is turned down is only what somebody says: a charge, a report."""
    return any(
        word.lemma.lower() in book.denials
        or (word.pos in _NOUNS and word.lemma.lower() in book.charges)
        for word in inside
    )


def _value(kind: str, inside: Sequence[Word], book: StanceBook) -> Stance:
    """The stance of an act; what is only offered or may be is open."""
    lemmas = {word.lemma.lower() for word in inside}
    return "open" if _STANCES[kind] == "supports" and lemmas & book.tentative else _STANCES[kind]


def _thing(
    head: Word,
    inside: Sequence[Word],
    things: Sequence[Found],
    topics: frozenset[str],
    forces: Forces,
) -> Found:
    """What the act is about: the known thing nearest to its verb, else its object."""
    places = {word.i for word in inside}
    known = [f for f in things if f.on and f.word.i in places]
    talks = [f for f in known if f.on == "talks"]
    word = _object(head, forces)
    for found in sorted(talks or known, key=lambda f: (_depth(f.word, head), f.word.i)):
        if not _is_beside(found.word, head, forces):
            return found
    recognised = head.lemma.lower() in _RECOGNISING and word.pos == "PROPN"
    return Found(word, "relations" if recognised else _target(word, topics))


def _is_beside(thing: Word, head: Word, forces: Forces) -> bool:
    """Whether a thing only stands in the circumstances of an act, or says what its object lies
    between: "any link between the treaty and the law", "until the border opens", "as a gesture of
    friendship"."""
    for above in thing.ancestors():
        if above is head:
            return False
        if above.pos == "ADP" and above.text.lower() in _BESIDE:
            return True
        if above.pos in _VERBS and forces.is_apart(above):
            return True
    return False


def _target(word: Word, topics: frozenset[str]) -> Target:
    named = {w.lemma.lower() for w in (word, *word.children) if w.pos in _NOUNS}
    return "outcome" if named & topics else "terms"


def _depth(word: Word, head: Word) -> int:
    """How many words stand above ``word`` up to ``head``."""
    return len(_way(word, head))


def _way(word: Word, head: Word) -> list[Word]:
    above = [head]
    for step in word.ancestors():
        if step is head:
            break
        above.insert(-1, step)
    return above


def _object(head: Word, forces: Forces) -> Word:
    """The first noun that the act takes, down through verbs ("will not take back non-nationals")
    and through nouns that take a stance ("sees no grounds to reopen the rail link")."""
    word = head
    for _ in range(_DEEPEST):
        thing = word.of(*_OBJECTS)
        if thing is not None and thing.pos in _NOUNS:
            below = thing.of("acl", "relcl") or word.of("advcl")
            if below is None or not forces.takes_stance(thing):
                return thing
            word = below
            continue
        below = word.of("xcomp", "ccomp", "acomp")
        if below is None:
            break
        word = below
    return word
