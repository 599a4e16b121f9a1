"""One act however often it is told.

A lead, a quotation and a headline tell of the same refusal. Tellings are one act when type, sides
and the voice behind them agree and nothing (day, recap) sets them apart; the headline only adds to
what the body has.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from verbale.model import Act, Report, Span

#: Kinds of act that take place by being said, so that saying them again on a day adds nothing.
VERBAL = frozenset(
    {"AGREE", "SUPPORT", "ACCUSE", "REJECT", "REQUEST", "THREATEN", "CONSULT", "CONCEDE"}
)


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
            kept.append(telling)
        else:
            kept[at] = msgspec.structs.replace(kept[at], act=_joined(kept[at], telling))
    acts = sorted((telling.act for telling in kept), key=lambda act: act.evidence[0])
    return tuple(msgspec.structs.replace(act, id=number) for number, act in enumerate(acts, 1))


def _in_body(act: Act, report: Report) -> bool:
    return any(span.overlaps(act.evidence[0]) for span in report.body)


def _same(one: Telling, other: Telling, report: Report) -> bool:
    act, known = one.act, other.act
    if act.type != known.type or not _same_sides(act, known):
        return False
    if ("negated" in act.flags) != ("negated" in known.flags):
        return False
    days_differ = act.date and known.date and act.date != known.date
    if days_differ and _in_body(act, report):  # a headline has the day of the page
        return False
    if act.type not in VERBAL:
        return _core(act) == _core(known)
    if one.nominal:
        return True
    if ("historical" in act.flags) != ("historical" in known.flags):
        return False
    if "historical" in act.flags and _core(act) != _core(known):
        return False  # a recap lists refusals of different things one after the other
    return not one.speaker or not other.speaker or one.speaker == other.speaker


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
