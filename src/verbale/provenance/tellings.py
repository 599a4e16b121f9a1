"""A report's statements and acts as they are matched with those of others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b

from verbale.model import Act, Annotation, Report, Statement, hull, words_at
from verbale.model.origin import Chain, ChainLink
from verbale.provenance.align import align
from verbale.provenance.chains import chains_of
from verbale.provenance.channels import whole
from verbale.provenance.crediting import suppliers
from verbale.provenance.likeness import Wording, wording
from verbale.provenance.ready import Ready
from verbale.provenance.shared import stretches
from verbale.provenance.tongues import tongue_of
from verbale.provenance.utterances import Shared, Telling, surname

#: How many telling words of a statement lead to it, and words in a row do.
_LEADING, _ROWS, _ROW = 8, 3, 4
#: Keys of what was put into English: as many as two tellings must have in common.
_TRANSLATED = 2
#: Raise it with whatever changes what is matched, so that files are matched anew.
TELLING_RULE = "5"


def tellings_of(annotation: Annotation) -> tuple[Telling, ...]:
    """Every statement (``s`` and its number) and every act of the report's own (``e`` and its).

    Acts that are statements themselves are left to these.
    """
    said = (_said(annotation, each) for each in annotation.statements if each.content)
    done = (
        _done(annotation, each)
        for each in annotation.acts
        if each.statement is None and each.evidence and not set(each.flags) & _UNREAL
    )
    return (*said, *done)


_UNREAL = frozenset({"future", "hypothetical", "negated"})


def _said(annotation: Annotation, statement: Statement) -> Telling:
    text, published = annotation.text, annotation.report.published
    return Telling(
        id=f"s{statement.id}",
        span=whole(statement),
        words=" ".join(words_at(text, statement.content, " ").split()),
        speaker=statement.speaker,
        office=statement.office,
        country=statement.country,
        source=" ".join(words_at(text, statement.source, " ").split()),
        day=statement.said_on or (published.date if published else None),
        said=statement.said_on is not None and statement.said_how == "stated",
        direct=statement.type != "indirect",
        tongue=tongue_of(text, statement) if statement.type != "indirect" else None,
        polarity=statement.polarity,
    )


def _done(annotation: Annotation, act: Act) -> Telling:
    published = annotation.report.published
    return Telling(
        id=f"e{act.id}",
        span=hull(act.evidence),
        words=" ".join(words_at(annotation.text, act.evidence, " ").split()),
        country=" ".join(sorted({*act.actor, *act.recipient})) or None,
        source=act.type,
        day=act.date or (published.date if published else None),
        said=act.date is not None,
    )


def ways_of(annotation: Annotation) -> dict[str, Chain]:
    """The chain of every telling, by its id; an act's ends with the outlet or whom it credits."""
    found = {f"s{chain.statement}": chain for chain in chains_of(annotation)}
    own = _way_of_acts(annotation.report)
    for act in annotation.acts:
        if act.statement is not None and f"s{act.statement}" in found:
            found[f"e{act.id}"] = found[f"s{act.statement}"]
        else:
            found[f"e{act.id}"] = own
    return found


def _way_of_acts(report: Report) -> Chain:
    """The chain of a report's acts: who prints it and whom the text is credited to. A report from
    the place, with no credit to another, is a hearing of its own."""
    credited = suppliers(report)
    links = [ChainLink(role="outlet", name=report.outlet, why="the report's outlet")]
    if len(credited) == 1:
        name, span = credited[0]
        links.append(ChainLink(role="agency", name=name, span=span, why="the report's credit"))
    elif credited:
        names = tuple(each.name for each in credited)
        why = f"credits {' and '.join(names)}; which one this is from is not said"
        links.append(ChainLink(role="agency", name=None, why=why, one_of=names))
    return Chain(statement=0, links=tuple(links), channel_why="the text does not say")


def shared_prose(one: Ready, other: Ready) -> Shared:
    """The passages of two reports whose prose is the same (places here and there); quotations
    that stand alone are none."""
    return tuple(
        (one.outline.span(*stretch.here), other.outline.span(*stretch.there))
        for stretch in stretches(align(one, other))
        if not stretch.quoted
    )


def keys_of(telling: Telling) -> frozenset[int]:
    """By what a telling is looked up: who and telling words; four words in a row, whoever it is.

    Two tellings of one utterance have two of the first sort in common, or one of the second; what
    a person is quoted with from another language leads to all of that sort.
    """
    found = _keys(telling.id[0], telling.speaker, telling.country, telling.words)
    who = surname(telling.speaker)
    if telling.tongue and who:
        found |= {_hash(f"{who}|translated {time}") for time in range(_TRANSLATED)}
    return found


@lru_cache(maxsize=1 << 13)
def _keys(kind: str, speaker: str | None, country: str | None, words: str) -> frozenset[int]:
    known = wording(words)
    who = {surname(speaker), country} - {None}
    names = sorted(str(each) for each in who or {"?"})
    return frozenset(map(_hash, (*_leads(kind, names, known), *_rows(known))))


def _leads(kind: str, names: Sequence[str], known: Wording) -> Iterator[str]:
    weights = known.weights
    stems = sorted(weights, key=lambda stem: (-weights[stem], -len(stem), stem))[:_LEADING]
    for name in names:
        yield from (f"{kind}|{name}|{stem}" for stem in stems)


def _rows(known: Wording) -> Iterator[str]:
    row = known.row
    runs = {" ".join(row[at : at + _ROW]) for at in range(len(row) - _ROW + 1)}
    yield from sorted((f"#|{run}" for run in runs), key=_hash)[:_ROWS]


def _hash(words: str) -> int:
    return int.from_bytes(blake2b(words.encode(), digest_size=7).digest(), "big")
