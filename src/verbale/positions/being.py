"""Clauses with "be", and those whose subject is the thing: "talks are useless"."""

from __future__ import annotations

from verbale.acts.clause import noun_doers
from verbale.language import Word
from verbale.positions.forces import Forces
from verbale.positions.meaning import take
from verbale.positions.tally import Tally
from verbale.positions.turned import is_turned
from verbale.positions.verbforms import is_now, modality
from verbale.statements.grammar import is_infinitive, is_passive

#: With "to" or "for" these are said of whoever is so: "it was open to an inquiry".
_HELD = frozenset(
    {"open", "ready", "opposed", "committed", "willing", "prepared", "averse", "hostile"}
)


def read_aim(verb: Word, tally: Tally, forces: Forces) -> bool:
    """ "Seoul's goal is a treaty", "the plan is to resume talks"."""
    doer = verb.of("nsubj")
    entry = forces.of("noun", doer, "") if doer is not None else None
    if doer is None or entry is None:
        return tally.settled() and tally.take_verb(verb, None)
    if not tally.take_word(entry, doer) or not tally.take_verb(verb, None):
        return False
    tally.own(*noun_doers(doer, of=True))
    return True


def read_event(verb: Word, tally: Tally, forces: Forces) -> bool:
    """The thing is the subject of a verb: "talks will resume"."""
    if modality(verb) == "may" and _is_the_only(tally.thing.word):
        return tally.prefer(verb)
    if forces.shuts(verb):
        return _read_shut(verb, tally)
    entry = forces.of("event", verb, None)
    if entry is None and not tally.thing.phrase and not (tally.denied and modality(verb)):
        return False  # but what no X will ever do, no X is wanted for
    burden = tally.thing.against or tally.thing.levied
    stays = burden and entry is not None and entry.says == "does" and not tally.settled()
    if not tally.take_verb(verb, entry):
        return False
    if stays and (is_now(verb) or modality(verb) == "will"):
        if is_turned(verb, tally.trail):
            return False
        tally.keep()
    tally.own()
    return True


def _read_shut(verb: Word, tally: Tally) -> bool:
    """ "The border will stay closed": whoever says so refuses to open it. That talks "remain
    suspended" now only tells how they are."""
    told = modality(verb) == "will" or (is_now(verb) and tally.thing.made)
    if tally.settled() or not told or is_turned(verb, tally.trail):
        return False
    tally.keep()
    tally.reach(verb)
    tally.own()
    return True


def read_predicate(verb: Word, tally: Tally, forces: Forces) -> bool:
    """What is said of the thing with "be": "the treaty is dead"."""
    owners = tally.owners if tally.settled() else ()
    said = forces.predicate(verb)
    if said is not None:
        taken = take(said.says, tally.value, tally.denied != is_turned(verb, tally.trail))
        if taken is None:
            return False
        tally.value, tally.denied = taken, False
    else:
        quality = verb.of("acomp", "attr", "oprd", "advmod", "prep")
        entry = forces.of("adjective", quality, None) if quality is not None else None
        if quality is None or entry is None or _is_holder(verb, quality):
            return False
        if not tally.take_word(entry, quality):
            return False
        if not tally.take_verb(verb, None):
            return False
    tally.own(*owners)
    tally.reach(verb)
    return True


def _is_the_only(thing: Word) -> bool:
    """ "Only talks can settle this": whoever says so is for them."""
    return any(child.text.lower() == "only" and child.i < thing.i for child in thing.children)


def _is_holder(verb: Word, quality: Word) -> bool:
    """Whether the subject is who has the stance: "it was ready to come", not "to be signed"."""
    doer = verb.of("nsubj")
    return (
        doer is not None
        and doer.pos == "PRON"
        and any(
            (child.dep in {"xcomp", "ccomp"} and is_infinitive(child) and not is_passive(child))
            or (child.dep == "prep" and quality.lemma.lower() in _HELD)
            for child in quality.children
        )
    )
