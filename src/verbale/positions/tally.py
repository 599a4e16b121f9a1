"""What the words on the way from a thing to the top of its clause have come to so far.

A "no" waits for its verb, a noun's own stance is kept aside, and the last word that names somebody
says whose stance it is.
"""

from __future__ import annotations

from verbale.acts.clause import is_finite, noun_doers, slots_of
from verbale.acts.lookup import has_no
from verbale.language import Word
from verbale.lexicon.stances import Force, Says
from verbale.positions.forces import Forces
from verbale.positions.meaning import Value, deny, stance, take, under
from verbale.positions.stand import Stand
from verbale.positions.things import Found
from verbale.positions.turned import NEVER, NOBODY, is_turned
from verbale.positions.verbforms import is_now, modality
from verbale.statements.grammar import is_passive, subject
from verbale.statements.negation import is_negated

_NOUNS = frozenset({"NOUN", "PROPN"})
_DEMANDING = frozenset({"insist", "demand", "require", "press", "ask", "call", "request"})
_DEMANDS = frozenset({"demand", "insistence", "request", "call", "claim"})


class Tally:
    """Takes in one word after the other; each method is False where they say nothing together."""

    def __init__(self, thing: Found, forces: Forces) -> None:
        self.thing = thing
        self.value: Value = "not" if thing.against else "is"
        self.owners: tuple[Word, ...] = ()
        self.asked = False
        self.denied = False  # a "no" that waits for its verb
        self.inner: list[Stand] = []
        self.trail: list[Word] = [thing.word]
        self._forces = forces
        self._must_deny = False  # "sees reason to talk" takes no stance
        self._ended = False  # something on the way makes an end of the thing
        self._head = thing.word

    def settled(self) -> bool:
        """Whether somebody has taken a stance by now."""
        return stance(self.value) is not None

    def stand(self) -> Stand | None:
        """What it has come to."""
        value = stance(self.value)
        if value is None and self._is_in_hand():
            value = "supports"
        if value is None or self._must_deny or self.denied:
            return None
        if self.thing.against and not self._ended:
            return None  # imposing a ban is an act; lifting or keeping it is a stance
        return Stand(
            self.thing, value, self.owners, self.asked, self._head, tuple(dict.fromkeys(self.trail))
        )

    # -- words

    def take_verb(self, verb: Word, entry: Force | None) -> bool:
        """Take in a verb with its "not" and its "will"."""
        turned = is_turned(verb, self.trail) != self.denied
        self.denied = False
        kept = stance(self.value) not in {None, "refuses"}
        if turned and kept and entry is not None and entry.says == "does":
            return False
        if not (self._may_point(entry) or _is_promised(verb, entry)) or not self._bear(verb):
            return False
        if _is_dropped(verb):
            return self._give_way(verb)
        self._ended = self._ended or (entry is not None and entry.says in {"ends", "refuses"})
        if turned and self.thing.against and modality(verb) == "will":
            self._ended = True  # "will not bring back the ban"
        taken = take(self._says(entry), self.value, turned)
        if taken is None:
            return False
        mood = modality(verb)
        if mood is None and taken == "not" and self.value == "is" and turned and is_now(verb):
            mood = "will"
        if taken == "refuses" and entry is not None and entry.says == "ends" and self._is_demand():
            taken = "open"  # who drops a demand does not refuse what was demanded
        self.value = self._told(verb, entry, under(mood, taken) if mood is not None else taken)
        if turned:
            self._must_deny = False
        self.reach(verb)
        self._own(verb, mood == "must", entry)
        return True

    def _bear(self, verb: Word) -> bool:
        """Take in what a verb does with a burden: false where it only lays it on somebody."""
        if self.settled() or self._ended or not (self.thing.levied or self.thing.against):
            return True
        if self._forces.keeps(verb):
            self.value, self._ended = "not", True
            return True
        return not (self.thing.levied and self._forces.lays(verb))

    def _give_way(self, verb: Word) -> bool:
        """Take in that somebody no longer insists on it: who has been for it is open to less."""
        if self.thing.on != "terms" or stance(self.value) not in {None, "supports"}:
            return False
        self.value, self._must_deny = "open", False
        self.reach(verb)
        doer = subject(verb)
        self.own(*([doer] if doer is not None else []))
        return True

    def _is_in_hand(self) -> bool:
        """Whether it is going on as it is told: "is still talking with them"."""
        head = self._head
        if self.value != "is" or self.denied or not self.owners or self.thing.on != "talks":
            return False
        return head is self.thing.word and head.tag == "VBG" and is_now(head)

    def _is_demand(self) -> bool:
        nouns = {word.lemma.lower() for word in self.trail if word.pos == "NOUN"}
        return self.thing.on == "terms" and not nouns.isdisjoint(_DEMANDS)

    def _says(self, entry: Force | None) -> Says:
        """What a word says here: to lift what one lays on another is to agree, as to bear it is."""
        if entry is None:
            return "does"
        term = self.thing.on == "terms" and not self.thing.against and not self.thing.made
        given = self.thing.word.lemma.lower() in self._forces.book.given
        if entry.kind == "event" or (given and entry.kind == "verb"):
            term = False  # "the licences will lapse", "withdrew its offer"
        lifted = entry.says == "ends" and (self.thing.levied or term) and self.value == "is"
        return "does" if lifted else entry.says

    def _told(self, verb: Word, entry: Force | None, value: Value) -> Value:
        """What an end, or the end of an end, comes to once it is told as a fact."""
        if entry is None or not is_finite(verb):
            return value
        if value == "not" and entry.says == "ends":
            # closing a bridge and breaking off relations are acts, not a stance toward a settlement
            return "not" if self.thing.made or self.thing.on == "relations" else "refuses"
        if entry.says == "ends" and entry.kind == "verb" and self._is_demand():
            return "open"  # "has dropped its demand"
        lifted = self.thing.levied and entry.says == "ends"
        return "supports" if value == "is" and (self.value == "not" or lifted) else value

    def take_word(self, entry: Force, word: Word) -> bool:
        """Take in a noun or adjective."""
        if not self._may_point(entry):
            return False
        denied = has_no(word) or is_negated(word)
        turned = denied != self.denied if entry.says not in {"does", "ends"} else self.denied
        if entry.says in {"does", "ends"}:
            self.denied = self.denied != has_no(word)
            turned = False
        else:
            self.denied = False
            self._must_deny = entry.denied and not turned
        self._ended = self._ended or entry.says in {"ends", "refuses"}
        taken = take(self._says(entry), self.value, turned)
        if taken is None:
            return False
        self.value = taken
        self.reach(word)
        return True

    def take_noun(self, entry: Force, noun: Word) -> bool:
        """Take in a noun; one that takes a stance keeps it whatever is done with it above."""
        if not self.take_word(entry, noun):
            return False
        if entry.says not in {"does", "ends"}:
            self.owners, self.asked = tuple(noun_doers(noun, of=False)), True
            value = stance(self.value)
            if self.owners and value is not None and not self._must_deny and not self.denied:
                found = Stand(self.thing, value, self.owners, False, noun, tuple(self.trail))
                self.inner.append(found)
        return True

    def pass_by(self, noun: Word) -> bool:
        """Take in a noun that only names what is done with the thing: "the building of a bridge".
        False where somebody has taken a stance by then."""
        if self.settled() or not self._may_point(None):
            return False
        self.denied = self.denied != has_no(noun)
        self.reach(noun)
        return True

    def express(self, verb: Word, below: Word) -> bool:
        """Take in a verb that only brings what a noun has taken: "voiced its opposition to"."""
        if self._forces.of("verb", verb, "tells") is None:
            return False
        if is_turned(verb, self.trail) or self.denied:
            value = deny(self.value)
            if value is None:
                return False
            self.value, self.denied, self._must_deny = value, False, False
        self.reach(verb)
        doer = slots_of(verb).doer
        if doer is not None and below.pos in _NOUNS:
            self.owners = (*self.owners, doer)
        elif doer is not None:
            self.owners = (doer,)
        return True

    def settle_phrase(self, verb: Word) -> bool:
        """Take in the clause of a fixed phrase that is a stance by itself."""
        inside = self.thing.phrase
        turned = is_turned(verb) and not any(
            word.i in inside for word in verb.subtree() if word.text.lower() in NEVER
        )
        taken = take(self.thing.says, "is", turned and verb.i not in inside)
        if taken is None:
            return False
        self.value, self.asked = taken, True
        self.reach(verb)
        doer = subject(verb)
        self.owners = (doer,) if doer is not None else ()
        return True

    def prefer(self, verb: Word) -> bool:
        """Take in that nothing else will do; false where somebody has taken a stance."""
        if self.settled() or is_turned(verb, self.trail):
            return False
        self.value = "supports"
        self.reach(verb)
        self.own()
        return True

    def keep(self) -> None:
        """Take in that what stands in the way stays: "the ban stands"."""
        self.value, self._ended = "refuses", True

    def reach(self, word: Word) -> None:
        """Go up to a word that has had its say."""
        self._head = word
        self.trail.append(word)

    def own(self, *owners: Word) -> None:
        """Whose stance it is; the speaker's where the words name nobody."""
        self.owners, self.asked = owners, not owners

    def _own(self, verb: Word, demanded: bool, entry: Force | None) -> None:
        if demanded:
            self.own()
            return
        if entry is not None and entry.kind == "adjective":
            doer = subject(verb)
        else:
            doer = slots_of(verb).doer if verb.pos == "VERB" else subject(verb)
        if doer is None and not is_passive(verb):
            doer = subject(verb)
        dummy = doer is not None and doer.text.lower() == "it" and self._forces.is_impersonal(verb)
        if doer is not None and not dummy and doer.text.lower() not in {"there"} | NOBODY:
            self.own(doer)
            # "engineers can always meet": what may be done, whoever says so allows
            self.asked = modality(verb) == "may" and doer.tag == "NNS"
        elif self.settled():
            self.own()

    def _may_point(self, entry: Force | None) -> bool:
        """What "it" stands for is only asked of words that take a stance themselves."""
        if not self.thing.pointing or len(self.trail) > 1:
            return True
        if entry is None:
            return False
        burden = self.thing.levied or self.thing.against
        return entry.says not in {"does", "ends", "tells"} or (entry.says == "ends" and burden)


def _is_promised(verb: Word, entry: Force | None) -> bool:
    """ "It would be reopened": here "it" can only be what was spoken of."""
    acts = entry is not None and entry.says in {"does", "ends"}
    return acts and is_passive(verb) and modality(verb) == "will"


def _is_dropped(verb: Word) -> bool:
    """ "No longer insists on it": who drops a demand has not refused what was demanded."""
    longer = any(child.text.lower() in {"longer", "more"} for child in verb.children)
    return longer and verb.lemma.lower() in _DEMANDING and is_turned(verb)
