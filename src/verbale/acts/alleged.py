"""What rests on somebody's word: whether an act is told as the claim of somebody who did not do it.

An accusation is an act of its own; what it is about is alleged. So is what a side or a bystander
says that somebody else did, where the words themselves claim it: what stands beside the claim
("the boat that Nemora seized", "after Nemora closed the port"), what is thanked for or condemned,
and what is confirmed or recalled is taken for granted.
"""

from __future__ import annotations

from collections.abc import Iterator

from verbale.acts.clause import is_finite
from verbale.acts.deed import Deed
from verbale.acts.parties import Parties
from verbale.language import Word
from verbale.lexicon.wordlists import word_list
from verbale.model import Statement

#: What anybody who was there may claim of another: deeds that their doers seldom own up to.
_FORCE = frozenset(("ASSAULT", "COERCE", "MOBILIZE", "AID"))
#: What one side may claim of the other besides: cuts, and what it said or gave in to unseen.
_OF_THE_OTHER = frozenset(("SANCTION", "AGREE", "REJECT", "REQUEST", "CONCEDE", "THREATEN"))
_TENSED = frozenset(("VBD", "VBZ", "VBP"))


def is_alleged(
    deed: Deed, found: Parties, voice: Statement | None, issuer: str | None = None
) -> bool:
    """Whether ``deed``, told in what ``voice`` says, rests on the word of one who did not do it.

    Outside what anybody is quoted with, a release or a communiqué is the word of its ``issuer``.
    """
    if _is_hedged(deed) or _is_hearsay(deed.head):
        return True
    if voice is not None and voice.country is not None and voice.country in found.actor:
        return False
    if _is_claimed(deed):
        return True
    if voice is None:
        return issuer is not None and _is_released(deed, found, issuer)
    return _rests_on(deed, found, voice)


def _is_hedged(deed: Deed) -> bool:
    """ "Allegedly shot at", "the alleged attack", "suspected agents of"."""
    said = word_list("hedges") | word_list("hedged")
    told = (deed.head, *deed.trail)
    return any(c.text.lower() in said for word in told for c in word.children) or any(
        c.text.lower() in word_list("hedged") for doer in deed.doers for c in doer.children
    )


def _is_hearsay(verb: Word) -> bool:
    """ "Is reported to have offered", "is rumoured to be arming"."""
    above = verb.head
    return (
        verb.dep == "xcomp"
        and above.tag == "VBN"
        and above.lemma.lower() in word_list("hearsay-verbs")
        and bool(above.all("auxpass"))
    )


def _is_claimed(deed: Deed) -> bool:
    """Whether an accusation or a rumour is about ``deed``: "accused Nemora of shelling"."""
    for below, above in _climb(deed.head):
        if below.dep in {"conj", "advcl"}:
            continue
        if (
            above.lemma.lower() in word_list("claiming-verbs")
            and above not in deed.trail
            and above.pos == "VERB"
        ):
            return True
        if (
            above.pos == "NOUN"
            and above.lemma.lower() in word_list("rumour-nouns")
            and not deed.nominal
        ):
            return True
    return False


def _rests_on(deed: Deed, found: Parties, voice: Statement) -> bool:
    """Whether ``voice`` claims that somebody else did ``deed``."""
    if deed.nominal or not found.actor or not is_finite(deed.head) or voice.polarity != "affirms":
        return False
    if not voice.speech and voice.country is None:
        return False
    cue = _cue(deed.head, voice)
    if _is_given(deed.head, cue) or (
        cue is not None and cue.lemma.lower() in word_list("vouching-verbs")
    ):
        return False
    if voice.country is None:
        return deed.type in _FORCE and not _is_official(voice)
    if found.mutual or deed.symmetric:
        return False
    return deed.type in _FORCE or (
        deed.type in _OF_THE_OTHER and (not found.recipient or voice.country in found.recipient)
    )


def _is_released(deed: Deed, found: Parties, issuer: str) -> bool:
    """Whether the release of a side tells that another did ``deed`` by force."""
    told = not deed.nominal and is_finite(deed.head) and not _is_given(deed.head, None)
    others = bool(found.actor) and issuer not in found.actor
    return told and others and deed.type in _FORCE


def _is_official(voice: Statement) -> bool:
    """Whether a speaker whose state is unknown speaks for some state."""
    said = f"{voice.speaker or ''} {voice.office or ''}".lower().split()
    official = word_list("state-bodies") | word_list("official-nouns")
    return not said or any(word in official or word.rstrip("s") in official for word in said)


def _climb(word: Word) -> Iterator[tuple[Word, Word]]:
    """``word`` and what is above it, step by step, as far as both belong to one claim."""
    below = word
    for above in word.ancestors():
        if below.dep == "relcl" or (below.dep == "acl" and below.tag in {"VBN", "VBG"}):
            return
        if below.dep == "conj" and below.tag in _TENSED and above.tag not in _TENSED:
            return  # "accused Nemora of cheating and sent": parsers join it to what is claimed
        yield below, above
        below = above


def _cue(verb: Word, voice: Statement) -> Word | None:
    """The word in the sentence of ``verb`` that tells that somebody speaks."""
    top = verb
    while top.head is not top:
        top = top.head
    places = voice.cue
    return next((w for w in top.subtree() if any(s.start <= w.start < s.end for s in places)), None)


def _is_given(verb: Word, cue: Word | None) -> bool:
    """Whether the words said take for granted what ``verb`` tells: it stands in a clause of time or
    cause, or on a name, and who says so is outside it."""
    for below in (verb, *verb.ancestors()):
        if below is cue:
            return False
        marks = {c.text.lower() for c in below.all("mark")}
        aside = below.dep in {"relcl", "acl"} and "that" not in marks
        if aside or (below.dep == "advcl" and marks & word_list("granting-openers")):
            return cue is None or not cue.under(below)
    return False


__all__ = ["is_alleged"]
