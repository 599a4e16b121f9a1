"""Read: files that are dropped, a text that is pasted, an address; how it goes, what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, NamedTuple

from litestar import Response, get, post
from litestar.datastructures import UploadFile
from litestar.di import NamedDependency
from litestar.enums import RequestEncodingType
from litestar.params import Body
from litestar.response import Redirect

from verbale.desk import ReadingApart
from verbale.desk.summary import Step
from verbale.errors import NoSuchEntry, UsageError, VerbaleError
from verbale.model import Given
from verbale.record import Record, ReportRow
from verbale.sources import Held, SourceOptions
from verbale.sources.given import given_from
from verbale.sources.held import handed_name
from verbale.sources.kinds import SUFFIXES
from verbale.web.changes import FIELD, Changes, field
from verbale.web.pages import elsewhere, page
from verbale.web.reader import Reader

#: What one document may have, as in `verbale read`, and all that is sent at once.
LARGEST = SourceOptions().max_bytes
_AT_ONCE = 5 * LARGEST
_MOST_FILES = 200
_LISTED = 200
_SAID = ("url", "outlet", "published")
Form = Annotated[dict[str, Any], Body(media_type=RequestEncodingType.MULTI_PART)]


class Came(NamedTuple):
    """What came of a document."""

    step: Step
    report: ReportRow | None


@get("/read", sync_to_thread=True)
def reading(
    reader: NamedDependency[Reader],
    changes: NamedDependency[Changes],
    apart: NamedDependency[ReadingApart],
) -> Response[str]:
    """The form, and the reading that goes on or was the last."""
    return _show(reader, changes, apart)


@post("/read/start", sync_to_thread=True, request_max_body_size=_AT_ONCE)
def started(
    data: Form,
    reader: NamedDependency[Reader],
    changes: NamedDependency[Changes],
    apart: NamedDependency[ReadingApart],
) -> Response[str] | Redirect:
    """Begin to read what was sent."""
    changes.check(data)
    try:
        inputs = list(_inputs(data))
        if not inputs:
            raise UsageError("nothing to read yet", "drop a file, paste a text or give an address")
        apart.start(inputs)
    except VerbaleError as error:
        return _show(reader, changes, apart, problem=str(error), given=data)
    return elsewhere("/read")


def _show(
    reader: Reader,
    changes: Changes,
    apart: ReadingApart,
    *,
    problem: str | None = None,
    given: Mapping[str, Any] | None = None,
) -> Response[str]:
    now = apart.progress
    steps = (*now.earlier, *now.steps)[-_LISTED:] if now else ()
    kept = {name: (given or {}).get(name, "") for name in ("text", "address", *_SAID)}
    return page(
        reader,
        "read.html",
        "/read",
        400 if problem else 200,
        title="Read",
        now=now,
        waiting=[handed_name(name) for name in now.waiting] if now else [],
        came=[_came(reader.record(), step) for step in reversed(steps)],
        problem=problem,
        given={name: value if isinstance(value, str) else "" for name, value in kept.items()},
        handed_name=handed_name,
        read_only=changes.read_only,
        secret=changes.secret,
        secret_field=FIELD,
        suffixes=",".join([*SUFFIXES, ".gz", ".zst"]),
        largest=LARGEST // 1_000_000,
    )


def _came(record: Record, step: Step) -> Came:
    try:
        return Came(step, record.report(step.report) if step.report else None)
    except NoSuchEntry:  # forgotten since
        return Came(step, None)


def _inputs(form: Mapping[str, Any]) -> Iterator[str | Held]:
    """What a form hands over. Raises `UsageError`, `BadMetadata`."""
    yield from _files(form.get("files"))
    said = {name: field(form, name) for name in _SAID}
    text = form.get("text", "")
    if isinstance(text, str) and text.strip():
        told = given_from(said, subject="the text", basis="hand")
        data = text.replace("\r\n", "\n").encode("utf-8", "replace")
        yield Held(name="pasted text", data=data, given=told)
    address = field(form, "address")
    if address:
        if not address.startswith(("https://", "http://")):
            raise UsageError(address, "is no address; it begins with https://")
        yield address


def _files(given: object) -> Iterator[Held]:
    files = given if isinstance(given, list) else [given]
    named = [each for each in files if isinstance(each, UploadFile) and each.filename]
    if len(named) > _MOST_FILES:
        raise UsageError(
            f"{len(named)} files", f"at most {_MOST_FILES} at once; verbale read takes any number"
        )
    for each in named:
        yield Held(name=each.filename, data=each.file.read(LARGEST + 1), given=Given())


HANDLERS = [reading, started]
