"""One act however often it is told.

A lead, a quotation and a headline tell of the same refusal. Tellings are one act when type, sides
and the voice behind them agree and nothing (day, recap) sets them apart; the headline only adds to
what the body has, and stands for itself only where whoever acts in it does nothing there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from verbale.lexicon.wordlists import word_list
from verbale.model import Act, Report, Span

#: Kinds of act that take place by being said, so that saying them again on a day adds nothing.
VERBAL = frozenset(
    {"AGREE", "SUPPORT", "ACCUSE", "REJECT", "REQUEST", "THREATEN", "CONSULT", "CONCEDE"}
)


#: The rule of what is drawn from a judging word alone.
BLAME = "blame"
_WORD = re.compile(r"\b[a-z]{4,}\b")
_STEM = 6
_ATTITUDES = frozenset({"SUPPORT", "ACCUSE"})
#: From which share of things in common on two tellings are of the same.
_ALIKE = 0.3
_TELLING = 2


class Telling(msgspec.Struct, frozen=True):
    """An act as one passage tells it. ``nominal``: only named there, as in "its sanctions"."""

    act: Act
    speaker: str | None
    nominal: bool = False


def merge_acts(tellings: Sequence[Telling], report: Report) -> tuple[Act, ...]:
    """The acts of ``tellings``, those that tell of the same thing made one, numbered from 1."""
    kept: list[Telling] = []
    for telling in sorted(tellings, key=lambda t: (not _in_body(t.act, report), t.nominal)):
        at = next((n for n, other in enumerate(kept) if _same(telling, other, report)), None)
        if at is None:
            if not _only_announces(telling.act, kept, report):
                kept.append(telling)
        else:
            kept[at] = msgspec.structs.replace(kept[at], act=_joined(kept[at], telling))
    acts = sorted((telling.act for telling in kept), key=lambda act: act.evidence[0])
    return tuple(msgspec.structs.replace(act, id=number) for number, act in enumerate(acts, 1))


def _in_body(act: Act, report: Report) -> bool:
    return any(span.overlaps(act.evidence[0]) for span in report.body)


def _only_announces(act: Act, kept: Sequence[Telling], report: Report) -> bool:
    """Whether a headline's act is told in the body, in whatever words: that of a side which acts
    there too."""
    if _in_body(act, report):
        return False
    bodies = (telling.act for telling in kept if _in_body(telling.act, report))
    return any(not set(act.actor).isdisjoint(told.actor) for told in bodies)


def _is_early(act: Act, report: Report) -> bool:
    """Whether an act is told in the first half of a report, which is what its headline sums up."""
    if not report.body:
        return True
    start, end = report.body[0].start, report.body[-1].end
    return 2 * (act.evidence[0].start - start) <= end - start


def _same(one: Telling, other: Telling, report: Report) -> bool:
    act, known = one.act, other.act
    if act.type != known.type or not _same_sides(act, known):
        return False
    if ("negated" in act.flags) != ("negated" in known.flags):
        return False
    if not _in_body(act, report):  # a headline has the day of the page and words of its own
        return _is_early(known, report) or _speak_alike(act, known, report.text)
    if act.date and known.date and act.date != known.date:
        return False
    if act.type in VERBAL and one.nominal:
        return True
    if act.type not in VERBAL:
        return _core(act) == _core(known)
    if ("historical" in act.flags) != ("historical" in known.flags):
        return False
    if one.speaker and other.speaker and one.speaker != other.speaker:
        return False
    if _core(act) == _core(known):
        return True
    if "historical" in act.flags:  # a recap lists refusals of different things one after the other
        return False
    # who refuses twice in different words refuses different things
    return act.rule == BLAME or known.rule == BLAME or _speak_alike(act, known, report.text)


def _speak_alike(one: Act, other: Act, text: str) -> bool:
    """Whether two tellings are about the same: much of what the shorter one names is in both.

    What names next to nothing ("we welcome this") takes up what was said. Praise and blame in one
    breath are one, two promises are two.
    """
    if any(a.overlaps(b) for a in one.evidence for b in other.evidence):
        return one.type in _ATTITUDES
    a, b = _things(one, text), _things(other, text)
    fewer = min(len(a), len(b))
    return fewer < _TELLING or len(a & b) >= _ALIKE * fewer


def _things(act: Act, text: str) -> set[str]:
    """The stems of what an act's passages name; names of persons and places tell nothing."""
    words = (word for span in act.evidence for word in _WORD.findall(span.of(text)))
    return {word[:_STEM] for word in words if word not in word_list("empty-words")} - {
        act.rule.split(" > ")[0][:_STEM]
    }


def _core(act: Act) -> str:
    """The word that an act's type comes from."""
    return act.rule.split(" > ")[-1]


def _same_sides(one: Act, other: Act) -> bool:
    if (one.actor, one.recipient) == (other.actor, other.recipient):
        return True
    return (
        one.symmetric
        and other.symmetric
        and (one.actor, one.recipient) == (other.recipient, other.actor)
    )


def _joined(kept: Telling, more: Telling) -> Act:
    """``kept`` with the passage of ``more``; a flag that one full telling lacks is dropped."""
    one, other = kept.act, more.act
    flags = one.flags
    if not more.nominal or kept.nominal:
        flags = tuple(flag for flag in one.flags if flag in other.flags or flag == "historical")
    return msgspec.structs.replace(
        one,
        evidence=tuple(sorted({*one.evidence, *_outside(one.evidence, other.evidence)})),
        date=one.date or other.date,
        contexts=tuple(dict.fromkeys((*one.contexts, *other.contexts))),
        flags=flags,
        statement=one.statement or other.statement,
    )


def _outside(have: Sequence[Span], more: Sequence[Span]) -> list[Span]:
    return [span for span in more if not any(span.overlaps(one) for one in have)]
