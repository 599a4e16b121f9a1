"""Which state a phrase names, without guessing."""

from __future__ import annotations

from itertools import takewhile

from verbale.actors.speaker import Asked
from verbale.lexicon import Institution, Party
from verbale.model import Span


def any_country(asked: Asked) -> str | None:
    """The one state named in the phrase by adjective, name or institution, if it is just one.

    A place where somebody is ("a European diplomat in Cairo") does not say whose he is.
    """
    codes = set()
    for match in asked.mentions.matches:
        where = match.role in {"name", "capital", "metonym"} and _is_place(asked, match.span.start)
        if not asked.span.covers(match.span) or where or _is_known_about(asked, match.span):
            continue
        if isinstance(match.entry, Party):
            codes.add(match.entry.code)
        elif isinstance(match.entry, Institution):
            codes.add(match.entry.country)
    return codes.pop() if len(codes) == 1 else None


def _is_known_about(asked: Asked, span: Span) -> bool:
    """Whether a state only belongs to what they know: "people familiar with Chinese policy"."""
    word = next((w for w in asked.phrase if w.start == span.start), None)
    above = () if word is None or word is asked.head else word.ancestors()
    between = [w for w in takewhile(lambda w: w is not asked.head, above) if w in asked.phrase]
    made = any(w.text.lower() == "by" for w in between)  # "a scheme run by the Dutch ministry"
    return not made and any(w.pos in {"ADJ", "VERB"} and w.i > asked.head.i for w in between)


def country_of_kind(asked: Asked, name: Span) -> str | None:
    """The state that describes a person in front of the name: "a Chinese scholar, Shen Liqiu"."""
    codes = {
        match.entry.code
        for match in asked.mentions.parties()
        if isinstance(match.entry, Party)
        and match.role in {"adjective", "people"}
        and asked.span.start <= match.span.start < name.start
        and not _is_place(asked, match.span.start)
        and not _is_owned_by_outlet(asked, match.span)
    }
    return codes.pop() if len(codes) == 1 else None


def _is_place(asked: Asked, start: int) -> bool:
    before = asked.cast.text[max(asked.span.start, start - 12) : start].lower().split()
    if before and before[-1] == "the":
        before = before[:-1]
    return bool(before) and before[-1] in {"in", "to", "at", "near", "with", "on", "against"}


def _is_owned_by_outlet(asked: Asked, span: Span) -> bool:
    return any(b.kind == "outlet" and b.span.covers(span) for b in asked.mentions.bodies)
