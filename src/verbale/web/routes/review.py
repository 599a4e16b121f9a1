"""Review: one entry at a time of what the machine is unsure of, with its passage; a person decides.

Works with the keyboard, and as plain forms without JavaScript. What is decided is a correction like
those of ``verbale correct``: with its author and reason, and it can be taken back.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, NamedTuple
from urllib.parse import quote

from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.enums import RequestEncodingType
from litestar.params import Body
from litestar.response import Redirect

from verbale.corrections import FIELDS
from verbale.desk.reviewing import VERDICTS, can_be_rejected, decide, editable
from verbale.errors import NoSuchEntry, UsageError
from verbale.record import (
    DOUBTS,
    Doubt,
    DoubtKind,
    OriginsRow,
    PositionRow,
    Record,
    ReportRow,
    StatementRow,
)
from verbale.record.corrections import kind_of
from verbale.record.doubts import MOST, doubt
from verbale.web.asked import address
from verbale.web.changes import AUTHOR_COOKIE, FIELD, Changes, field, named
from verbale.web.pages import elsewhere, page
from verbale.web.passages import Line, excerpt, lines, place_of
from verbale.web.reader import Reader
from verbale.web.routes.entries import marks_of, places

_NEXT = 6
_REACH = 700
_HEAD = 600
_LARGEST = 65_536
_MONTHS = 180 * 24 * 3600
Form = Annotated[dict[str, str], Body(media_type=RequestEncodingType.URL_ENCODED)]

#: What each queue is called.
QUEUES: dict[DoubtKind, str] = {
    "differs": "Reports differ",
    "speaker": "Position by nobody known",
    "reported": "Told by the other side",
    "undated": "Report without a year",
    "score": "Rule often wrong",
}


class Box(NamedTuple):
    """A field of the form: its name, what it says now, what it may say."""

    name: str
    value: str
    choices: tuple[str, ...]
    doubted: bool


class Case(NamedTuple):
    """An entry with all that is needed to decide on it."""

    doubt: Doubt
    entry: StatementRow | PositionRow | ReportRow
    report: str
    passage: list[Line]
    place: str
    boxes: list[Box]
    origins: OriginsRow | None
    rejectable: bool


@get("/review", sync_to_thread=True)
def review(
    request: Request[Any, Any, Any],
    reader: NamedDependency[Reader],
    changes: NamedDependency[Changes],
) -> Response[str]:
    """The queue ``kind`` from the entry ``after`` on, or the entry ``at`` alone; ``done`` and
    ``ids`` tell of the decision made before."""
    return _show(reader, changes, request, dict(request.query_params))


@post("/review/decide", sync_to_thread=True, request_max_body_size=_LARGEST)
def decided(
    request: Request[Any, Any, Any],
    data: Form,
    reader: NamedDependency[Reader],
    changes: NamedDependency[Changes],
) -> Response[str] | Redirect:
    """Decide on an entry, and go on to the next."""
    changes.check(data)
    verdict, kind, entry = field(data, "verdict"), field(data, "kind"), field(data, "entry")
    author = named(data, changes.author_of(request))
    if verdict not in VERDICTS or kind not in DOUBTS:
        raise UsageError("verdict", f"there are {', '.join(VERDICTS)}")
    asked = doubt(entry, kind)
    said = {name: field(data, name) for name in editable(kind_of(entry)) if name in data}
    try:
        with changes.record() as record:
            made = decide(
                record,
                asked,
                verdict,
                said,
                author=author,
                reason=field(data, "reason"),
            )
    except UsageError as error:
        again = {"kind": kind, "at": entry, "after": field(data, "after")}
        return _show(reader, changes, request, again, said=said, problem=str(error))
    ids = ",".join(row.correction.id for row in made)
    after = field(data, "after")
    onward = address("/review", kind=kind, after=after, done=f"{verdict}-{entry}", ids=ids)
    return _remembering(elsewhere(onward), author)


@post("/review/undo", sync_to_thread=True, request_max_body_size=_LARGEST)
def undone(
    request: Request[Any, Any, Any], data: Form, changes: NamedDependency[Changes]
) -> Redirect:
    """Take back the decisions ``ids``, the last first, and show the entry again."""
    changes.check(data)
    author = named(data, changes.author_of(request))
    with changes.record() as record:
        for each in reversed(field(data, "ids").split(",")):
            record.corrections.undo(each, author=author)
    kind, entry = field(data, "kind"), field(data, "entry")
    after = field(data, "after")
    return elsewhere(address("/review", kind=kind, at=entry, after=after, done=f"undo-{entry}"))


def _show(
    reader: Reader,
    changes: Changes,
    request: Request[Any, Any, Any],
    query: Mapping[str, str],
    *,
    said: Mapping[str, str] | None = None,
    problem: str | None = None,
) -> Response[str]:
    record = reader.record()
    numbers = reader.kept("doubts", lambda its: its.number_of_doubts())
    kind = _kind(query.get("kind", ""), numbers)
    after, at = query.get("after") or None, query.get("at")
    listed = record.doubts(kind, after=after, limit=_NEXT + 1) if kind else ()
    if at and kind:
        rest = record.doubts(kind, after=at, limit=_NEXT)
        listed = (doubt(at, kind), *rest)
    case = _case(record, listed[0], said or {}) if listed else None
    done, _, entry = query.get("done", "").partition("-")
    return page(
        reader,
        "review.html",
        "/review",
        400 if problem else 200,
        title="Review",
        queues=[(name, QUEUES[name], numbers[name]) for name in DOUBTS],
        most=MOST,
        kind=kind,
        case=case,
        coming=[(each, _told(record, each)) for each in listed[1:]],
        after=after or "",
        done=done if done in _DONE else "",
        done_words=_DONE.get(done, ""),
        done_entry=entry,
        done_ids=query.get("ids", ""),
        problem=problem,
        author=changes.author_of(request),
        read_only=changes.read_only,
        secret=changes.secret,
        secret_field=FIELD,
        orphaned=reader.kept("orphaned", lambda its: its.corrections.orphaned()),
    )


_DONE = {"accept": "accepted", "correct": "corrected", "reject": "rejected", "undo": "as it was"}


def _kind(asked: str, numbers: Mapping[DoubtKind, int]) -> DoubtKind | None:
    """The queue asked for; else the first that holds anything."""
    if asked in DOUBTS:
        return asked
    return next((name for name in DOUBTS if numbers[name]), None)


def _case(record: Record, found: Doubt, said: Mapping[str, str]) -> Case:
    row = record.find(found.entry)
    if not isinstance(row, StatementRow | PositionRow | ReportRow):
        raise NoSuchEntry(found.entry, "is in no queue")
    report = row.id if isinstance(row, ReportRow) else row.report
    text = record.annotation(report).text
    spans = () if isinstance(row, ReportRow) else places(row)
    marks = [] if isinstance(row, ReportRow) else marks_of(row)
    shown = tuple(mark.span for mark in marks)
    return Case(
        doubt=found,
        entry=row,
        report=report,
        passage=excerpt(text, marks, shown, _REACH) if shown else lines(_head(text), ()),
        place=place_of(report, text, spans),
        boxes=_boxes(row, found, said),
        origins=record.origins(found.entry) if found.kind == "differs" else None,
        rejectable=can_be_rejected(found),
    )


def _head(text: str) -> str:
    """The first words of a report, where its day would stand."""
    return text if len(text) <= _HEAD else f"{text[:_HEAD].rsplit(None, 1)[0]} …"


def _boxes(row: Any, found: Doubt, said: Mapping[str, str]) -> list[Box]:
    """What is in doubt first."""
    kind = kind_of(found.entry)
    names = sorted(editable(kind), key=lambda name: name not in found.fields)
    return [
        Box(
            name,
            said.get(name, _value(row, name)),
            FIELDS[kind][name].choices,
            name in found.fields,
        )
        for name in names
    ]


def _value(row: Any, name: str) -> str:
    if isinstance(row, ReportRow):
        return str(getattr(row, name) or "")
    held = row.statement if isinstance(row, StatementRow) else row.position
    return str(getattr(held, name) or "")


def _told(record: Record, found: Doubt) -> str:
    """An entry in a few words, for the list of what comes."""
    row = record.find(found.entry)
    if isinstance(row, ReportRow):
        return row.headline or row.handle
    return row.content_words if isinstance(row, StatementRow) else row.evidence_words  # type: ignore[union-attr]


def _remembering(answer: Redirect, author: str) -> Redirect:
    answer.set_cookie(
        AUTHOR_COOKIE,
        quote(author),
        max_age=_MONTHS,
        httponly=True,
        samesite="strict",
        path="/review",
    )
    return answer


HANDLERS = [review, decided, undone]
