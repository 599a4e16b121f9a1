"""Small reports and their annotations, made without the pipeline.

A report is written as its text: the first line is the headline, the rest the body. Statements are
marked in it as ``{Speaker|cue|content}``; the marks are taken out and become places.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import PurePosixPath

from verbale.model import (
    Act,
    Actor,
    Annotation,
    Dated,
    Given,
    Headline,
    Office,
    Position,
    RawDocument,
    Report,
    Span,
    Statement,
)

CODE = "verbale 0 / no model"
TALKS = """Ordania ready for ferry talks
ORDA, 4 March. {Lena Brask|said|the ferry would sail again} before summer.
"Nothing is settled," {the ministry|added|that no date was fixed}.
"""
_MARK = re.compile(r"\{([^|{}]*)\|([^|{}]*)\|([^|{}]*)\}")


def raw(text: str = TALKS, origin: str = "talks.txt", **given: str) -> RawDocument:
    """A text document; ``given`` as in a sidecar."""
    data = plain(text).encode("utf-8", "surrogatepass")
    return RawDocument(data=data, origin=origin, given=Given(**given))


def plain(text: str) -> str:
    """The text without marks."""
    return _MARK.sub(lambda m: f"{m[1]} {m[2]} {m[3]}", text)


def annotate(
    text: str = TALKS,
    origin: str = "talks.txt",
    *,
    published: str | None = "2024-03-04",
    updated: str | None = None,
    said_on: str | None = None,
    country: str | None = "ORD",
    outlet: str = "Orda Courier",
    code: str = CODE,
    **given: str,
) -> tuple[Annotation, RawDocument]:
    """A report as the pipeline would hand it to the record."""
    document = raw(text, origin, **given)
    words, places = _read(text)
    headline = Span(0, words.index("\n"))
    statements = tuple(
        Statement(
            id=number,
            source=(source,),
            cue=(cue,),
            content=(content,),
            speaker=source.of(words) if source.of(words)[:1].isupper() else None,
            office="Minister of Ferries" if source.of(words)[:1].isupper() else None,
            country=country,
            said_on=said_on,
            rule="test",
        )
        for number, (source, cue, content) in enumerate(places, 1)
    )
    names = list(dict.fromkeys(s.source[0].of(words) for s in statements))
    report = Report(
        text=words,
        headline=Headline(text=headline.of(words), span=headline),
        outlet=outlet,
        agencies=("ORDA",),
        published=Dated(date=published, how="stated") if published else None,
        updated=Dated(date=updated, how="stated") if updated else None,
        language="en",
        body=(Span(headline.end + 1, len(words)),),
    )
    annotation = Annotation(
        id=f"{PurePosixPath(origin).stem}-{_hashed(document.lineage)}",
        origin=origin,
        lineage=document.lineage,
        version=document.version,
        code=code,
        report=report,
        actors=tuple(_actor(n, name, words, country) for n, name in enumerate(names, 1)),
        statements=statements,
        acts=tuple(_acts(statements)),
        positions=tuple(_positions(statements, country)),
    )
    return annotation, document


def _read(text: str) -> tuple[str, list[tuple[Span, Span, Span]]]:
    words, places, at = "", [], 0
    for match in _MARK.finditer(text):
        words += text[at : match.start()]
        parts = []
        for part in match.groups():
            parts.append(Span(len(words), len(words) + len(part)))
            words += f"{part} "
        words = words[:-1]
        places.append((parts[0], parts[1], parts[2]))
        at = match.end()
    return words + text[at:], places


def _actor(number: int, name: str, words: str, country: str | None) -> Actor:
    found = re.finditer(re.escape(name), words)
    return Actor(
        id=number,
        kind="person" if name[:1].isupper() else "unnamed",
        name=name,
        country=country,
        offices=(Office(title="Minister of Ferries", country=country),),
        mentions=tuple(Span(*match.span()) for match in found),
    )


def _acts(statements: tuple[Statement, ...]) -> list[Act]:
    if not statements:
        return []
    first = statements[0]
    return [
        Act(
            id=1,
            type="AGREE",
            contexts=("diplomatic",),
            actor=("ORD",),
            recipient=("VEL",),
            evidence=first.content,
            statement=first.id,
            rule="test",
        )
    ]


def _positions(statements: tuple[Statement, ...], country: str | None) -> list[Position]:
    if not statements or country is None:
        return []
    first = statements[0]
    return [
        Position(
            id=1,
            party=country,
            matter="ferry",
            on="talks",
            stance="open",
            evidence=first.content,
            statement=first.id,
            rule="test",
        )
    ]


def _hashed(lineage: str) -> str:
    return hashlib.sha256(lineage.encode("utf-8", "surrogatepass")).hexdigest()[:8]
