"""What differs between two annotations of a report, told in words."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Sequence
from typing import Literal

from verbale.model import Annotation, Dated, Report, Statement, words_at
from verbale.record.fulltext import key
from verbale.record.rows import Change

_HEAD = (
    *("headline", "outlet", "authors", "agencies", "dateline", "published", "updated"),
    *("language", "flags"),
)
_PROPERTIES = (
    *("type", "speaker", "office", "country", "via", "to", "venue", "said_on", "polarity"),
    *("speech", "background", "zone"),
)


def compare(old: Annotation, new: Annotation) -> tuple[Change, ...]:
    """The differences in reading order: the report's head, its paragraphs, its statements."""
    return (
        *_head(old.report, new.report),
        *_multiset("body", _paragraphs(old), _paragraphs(new)),
        *_statements(old, new),
    )


def _head(old: Report, new: Report) -> Iterator[Change]:
    for what, before, after in zip(_HEAD, _head_words(old), _head_words(new), strict=True):
        if before != after:
            yield _changed(what, before, after)


def _head_words(report: Report) -> tuple[str | None, ...]:
    """What `_HEAD` names, each in words or None."""
    dateline = report.dateline
    return (
        report.headline.text if report.headline else None,
        report.outlet,
        _listed(report.authors),
        _listed(report.agencies),
        " ".join(filter(None, (dateline.place, dateline.date, dateline.agency)))
        if dateline
        else None,
        _day(report.published),
        _day(report.updated),
        report.language,
        _listed(report.flags),
    )


def _day(dated: Dated | None) -> str | None:
    if dated is None:
        return None
    return " ".join(filter(None, (dated.date, dated.time, dated.zone)))


def _listed(values: Sequence[str]) -> str | None:
    return ", ".join(values) or None


def _paragraphs(annotation: Annotation) -> list[str]:
    body = words_at(annotation.text, annotation.report.body, "\n")
    return [" ".join(line.split()) for line in body.splitlines() if line.strip()]


def _multiset(what: str, old: Sequence[str], new: Sequence[str]) -> Iterator[Change]:
    """Those gone and those come, in order. Linear, whatever the page looks like."""
    for words in _extra(old, new):
        yield Change(what=what, how="removed", old=words)
    for words in _extra(new, old):
        yield Change(what=what, how="added", new=words)


def _extra(these: Sequence[str], those: Sequence[str]) -> Iterator[str]:
    left = Counter(key(words) for words in those)
    for words in these:
        if left[key(words)] > 0:
            left[key(words)] -= 1
        else:
            yield words


def _statements(old: Annotation, new: Annotation) -> Iterator[Change]:
    waiting: dict[str, deque[Statement]] = defaultdict(deque)
    for statement in old.statements:
        waiting[_content_key(old, statement)].append(statement)
    come = []
    changed: list[Change] = []
    for statement in new.statements:
        same = waiting[_content_key(new, statement)]
        if same:
            changed += _properties(same.popleft(), statement, _content(new, statement))
        else:
            come.append(_content(new, statement))
    gone = {id(s) for queue in waiting.values() for s in queue}
    for statement in old.statements:
        if id(statement) in gone:
            yield Change(what="statement", how="removed", old=_content(old, statement))
    for words in come:
        yield Change(what="statement", how="added", new=words)
    yield from changed


def _properties(old: Statement, new: Statement, words: str) -> Iterator[Change]:
    for name in _PROPERTIES:
        before, after = _shown(getattr(old, name)), _shown(getattr(new, name))
        if before != after:
            yield _changed(f"statement.{name}", before, after, about=words)


def _changed(what: str, old: str | None, new: str | None, about: str | None = None) -> Change:
    how: Literal["added", "removed", "changed"] = (
        "added" if old is None else "removed" if new is None else "changed"
    )
    return Change(what=what, how=how, old=old, new=new, about=about)


def _content(annotation: Annotation, statement: Statement) -> str:
    spans = statement.content or statement.cue or statement.source
    return " ".join(words_at(annotation.text, spans).split())


def _content_key(annotation: Annotation, statement: Statement) -> str:
    return key(_content(annotation, statement))


def _shown(value: object) -> str | None:
    if value is None or value == ():
        return None
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)
