"""What "will", "must" and "should" make of a deed: a promise, a threat, a demand."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from verbale.acts.compose import compose
from verbale.acts.deed import Deed
from verbale.language import Word
from verbale.statements.grammar import is_passive, subject
from verbale.statements.negation import is_negated

_OBLIGED = frozenset({"must", "should", "ought"})
_ABLE = frozenset({"can", "could", "may", "ca"})
#: What is promised by saying that it can be done.
_FRIENDLY = frozenset({"CONSULT", "COOPERATE", "AID", "RETREAT", "CONCEDE"})
_HABITS = frozenset({"do", "does"})
#: What who does not do it as a rule refuses.
_DEALINGS = frozenset({"CONSULT", "COOPERATE"})
_HOSTILE = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE"})
_FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})


def under_modal(verb: Word, deed: Deed | None) -> Deed | None:
    """What "will", "must" and "should" make of a deed: a promise, a threat, a demand."""
    if deed is None or deed.head is not verb:
        return deed
    helpers = {child.text.lower() for child in verb.children if child.dep == "aux"}
    if helpers & _HABITS and deed.negated and deed.type in _DEALINGS and not deed.intended:
        return _promised(deed)  # "we do not negotiate with them": nor will we
    if helpers & _OBLIGED:
        return _obliged(deed)
    if helpers & _ABLE:
        return _possible(deed)
    reported = "would" in helpers and _is_reported(verb, deed)
    if not (helpers & _FUTURE or reported):
        return deed
    if deed.intended:
        return msgspec.structs.replace(deed, future=True)
    promised = _promised(deed)
    future = promised.type == deed.type and not is_negated(verb)
    return msgspec.structs.replace(promised, future=future) if promised.intended else deed


def _promised(deed: Deed) -> Deed:
    """What saying that a deed will be, or will not be, amounts to; itself where to nothing else."""
    new = compose("refuse" if deed.negated else "will", deed.meaning)
    if new is None:
        return deed
    return msgspec.structs.replace(
        deed,
        type=new.type,
        mode=new.mode,
        negated=False,
        asked=deed.asked or not deed.doers,
        symmetric=False,
        intended=True,
    )


def _possible(deed: Deed) -> Deed:
    """ "Talks can resume when ...": readiness; "there can be no talks": refusal."""
    if deed.intended or deed.type not in _FRIENDLY or _is_asking(deed.head):
        return deed
    return _promised(deed)


def _is_asking(verb: Word) -> bool:
    """ "Asked whether it could attend": nobody says that it can."""
    return any(c.dep == "mark" and c.text.lower() in {"if", "whether"} for c in verb.children)


def _is_reported(verb: Word, deed: Deed) -> bool:
    """Whether "would" is the "will" of reported speech and plans, rather than a supposition.

    What somebody would do with another on a condition is willingness too, and what he says that he
    would do to another on a condition is a threat.
    """
    if verb.dep == "conj" and verb.head.pos in {"VERB", "AUX"}:
        return _is_reported(verb.head, deed)
    if deed.type in _FRIENDLY and not _is_asking(verb):
        return True
    supposed = any(
        c.dep == "mark" and c.text.lower() in {"if", "unless"}
        for clause in verb.children
        if clause.dep == "advcl"
        for c in clause.children
    )
    if verb.dep == "ccomp" and deed.type in _HOSTILE and verb.head.pos == "VERB":
        return True
    return verb.dep in {"ccomp", "relcl"} and not supposed


def _obliged(deed: Deed) -> Deed | None:
    """ "Nemora must withdraw": whoever says so asks it of Nemora."""
    if deed.negated or deed.intended:
        return None
    new = compose("ask", deed.meaning)
    if new is None:
        return None
    return msgspec.structs.replace(
        deed,
        type=new.type,
        mode=new.mode,
        doers=tuple(_speaker_above(deed.head)),
        others=deed.doers,
        asked=True,
        symmetric=False,
        intended=True,
    )


def bare_duty(verb: Word) -> Deed | None:
    """ "Nemora must think again": a demand whatever it is that Nemora must do."""
    if verb.pos not in {"VERB", "AUX"} or is_negated(verb):
        return None
    if not any(c.dep == "aux" and c.text.lower() in {"must", "should"} for c in verb.children):
        return None
    own = verb.of("nsubj")
    if own is None or own.pos == "PRON" or verb.dep in {"advcl", "relcl"}:
        return None
    return Deed(
        type="REQUEST",
        mode="change",
        head=verb,
        core=verb,
        doers=tuple(_speaker_above(verb)),
        others=(own,),
        asked=True,
        intended=True,
        weight=0.7,
        trail=(verb,),
        used=frozenset({verb.i}),
    )


def bare_threat(verb: Word) -> Deed | None:
    """ "If the coal is not here by May, we will keep the water": a threat whatever it is."""
    if verb.pos != "VERB" or is_negated(verb):
        return None
    helpers = {c.text.lower() for c in verb.children if c.dep == "aux"}
    own = verb.of("nsubj")
    if own is None or not (helpers & _FUTURE or ("would" in helpers and verb.dep == "ccomp")):
        return None
    unmet = next((clause for clause in verb.all("advcl") if _is_unmet(clause)), None)
    if unmet is None:
        return None
    return Deed(
        type="THREATEN",
        mode="relations",
        head=verb,
        core=verb,
        doers=(own,),
        others=tuple(word for word in unmet.all("nsubj", "nsubjpass") if word.pos == "PROPN"),
        intended=True,
        weight=0.6,
        trail=(verb,),
        used=frozenset({verb.i}),
    )


def _is_unmet(clause: Word) -> bool:
    """ "If they do not pay", "unless they leave", "if they refuse"."""
    marks = {child.text.lower() for child in clause.all("mark")}
    if "unless" in marks:
        return True
    return "if" in marks and (is_negated(clause) or clause.lemma.lower() in {"fail", "refuse"})


def _speaker_above(verb: Word) -> Iterator[Word]:
    if verb.dep == "ccomp" and verb.head.pos == "VERB" and not is_passive(verb.head):
        speaker = subject(verb.head)
        if speaker is not None:
            yield speaker
