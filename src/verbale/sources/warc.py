"""WARC files: what a crawler kept of the web, one page a record.

A damaged record costs itself and no other: reading goes on with the next one that can be found,
which takes a stream that can be sought in. Of a pipe, what comes after the damage is lost, and
that is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from verbale.errors import SourceTooLarge, UnreadableSource
from verbale.model import Given, Media, RawDocument
from verbale.sources.given import over, refuse_singular, web_address
from verbale.sources.looks import foreign_format
from verbale.sources.opening import UNPACKING, Peekable, megabytes
from verbale.sources.reading import Body, Reading, Skipped

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_MEDIA: dict[str, Media] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "text",
}
_GZIP = b"\x1f\x8b\x08"
#: How a packed member and a plain record begin (after group 1). Of a member its first ten bytes
#: are asked for: those after the first three are so seldom right by chance that packed text is
#: not taken for one.
_MEMBER = re.compile(rb"()\x1f\x8b\x08[\x00-\x1f].{4}[\x00\x02\x04][\x00-\x0d\xff]", re.DOTALL)
_HEADER = re.compile(rb"(\n)WARC/[01]\.")
_LONGEST_MARK = 16
_CHUNK = 1 << 20
#: What the headers of an answer may take beside its page.
_HEADERS = 1 << 20
_BROKEN = "is a broken record of a WARC file"
_BLANK = b" \t\r\n\f\v\0\xef\xbb\xbf\xfe\xff"


def read_warc(body: Body, limit: int) -> Iterator[Reading]:
    """A document for each page kept in ``body``; an error for each damaged record.

    Answers that are no page (images, redirections, errors of the server) are `Skipped`. The
    origin counts all answers of the file from 1, whatever came of them. The day of the crawl is
    not taken for that of publication. Raises `SourceError` where nothing in it is WARC.
    """
    refuse_singular(body.beside, body.origin)
    number = 0
    for number, found in enumerate(_records(body.stream, limit), start=1):
        origin = f"{body.origin}#{number}"
        if isinstance(found, str):
            yield UnreadableSource(origin, f"{_BROKEN} ({found})")
        else:
            yield _reading(found, origin, body.beside, limit)
    if not number:
        raise UnreadableSource(body.origin, "holds no answer of a server in WARC")


def _records(stream: Peekable, limit: int) -> Iterator[WarcRecord | str]:
    """Every answer in order; a string says what is wrong where a record is damaged."""
    start: int | None = 0
    owed: str | None = None
    while start is not None:
        walk = _Walk(stream, start, limit)
        for found in walk:
            if owed:
                yield owed
                owed = None
            yield found
        if walk.flaw is None and not walk.doubtful:
            break
        if walk.flaw:
            if owed or not walk.any:
                yield owed or walk.flaw
            # What follows the last good record is damaged, or else lies between two good ones.
            owed = walk.flaw if walk.any else None
        start = _next_start(stream, walk.at + 1) if stream.seekable() else None
    if owed:
        yield owed


class _Walk:
    """Records from ``start`` on, up to the end or the first flaw.

    ``at`` is where the last one began, ``doubtful`` says that it claimed more bytes than there
    are or than are read: then it may have taken others' bytes for its own.
    """

    def __init__(self, stream: Peekable, start: int, limit: int) -> None:
        self._stream, self._start, self._limit = stream, start, limit
        self.at = start
        self.any = self.doubtful = False
        self.flaw: str | None = None

    def __iter__(self) -> Iterator[WarcRecord | str]:
        from fastwarc.warc import ArchiveIterator, WarcRecordType

        answers = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
        if self._stream.seekable():
            self._stream.seek(self._start)
        try:
            # All kinds are walked over, so that `at` is right when the next one is damaged.
            for record in ArchiveIterator(self._stream, parse_http=False):
                self.at = record.stream_pos
                self.any, self.doubtful = True, False
                if record.record_type & answers:
                    yield self._whole(record)
                if self.doubtful:
                    return
        except (OSError, *UNPACKING) as error:
            self.flaw = str(error).lower()

    def _whole(self, record: WarcRecord) -> WarcRecord | str:
        """The record with its bytes in memory, or what is wrong with it."""
        claimed = record.content_length
        if claimed > self._limit + _HEADERS:
            self.doubtful = True
            return f"it claims {megabytes(claimed)}"
        content = record.reader.read(claimed)
        if len(content) < claimed:
            self.doubtful = True
            return "cut short"
        return _detached(record, content)


def _detached(record: WarcRecord, content: bytes) -> WarcRecord:
    """The record by itself: what its packing may hide cannot end the walk over the others."""
    from fastwarc.warc import WarcRecord

    copy = WarcRecord()
    for name, value in record.headers.items():
        copy.headers[name] = value
    copy.set_bytes_content(content)
    copy.is_http = record.is_http
    return copy


def _reading(record: WarcRecord, origin: str, beside: Given, limit: int) -> Reading:
    """The document that a record holds, or why there is none."""
    try:
        record.parse_http(auto_decode="all")
        passed_over = _no_page(record)
        if passed_over:
            return Skipped(origin=origin, reason=passed_over)
        data: bytes = record.reader.read(limit + 1)
    except (OSError, ValueError) as error:
        return UnreadableSource(origin, f"{_BROKEN} ({str(error).lower()})")
    if len(data) > limit:
        return SourceTooLarge(origin, f"is over {megabytes(limit)}")
    if not data.strip(_BLANK):
        return UnreadableSource(origin, "is empty")
    foreign = foreign_format(data)
    if foreign:
        return UnreadableSource(origin, f"is not text; it looks like {foreign}")
    url = web_address(record.headers.get("WARC-Target-URI") or "")
    return RawDocument(
        data=data,
        origin=origin,
        media=_MEDIA[_type_of(record)],
        charset=record.http_charset if record.http_headers else None,
        given=over(beside, Given(url=url, basis="http")),
    )


def _no_page(record: WarcRecord) -> str | None:
    """Why an answer is no page, in few words that can be counted; None for a page."""
    status = record.http_headers.status_code if record.http_headers else 200
    if status != 200:
        return f"an answer with status {status}" if status else "an answer without a status"
    kind = _type_of(record)
    return None if kind in _MEDIA else f"of a kind that is no page ({kind or 'not said'})"


def _type_of(record: WarcRecord) -> str:
    """The media type that the server, or for a bare resource the record, says it has."""
    if record.http_headers:
        return str(record.http_content_type or "").lower()
    return str(record.headers.get("Content-Type") or "").partition(";")[0].strip().lower()


def _next_start(stream: Peekable, after: int) -> int | None:
    """Where the next record begins at or after ``after``: a packed member, or a plain header."""
    stream.seek(0)
    packed = stream.read(3) == _GZIP
    mark = _MEMBER if packed else _HEADER
    base, kept = after, b""
    stream.seek(after)
    while chunk := stream.read(_CHUNK):
        window = kept + chunk
        found = mark.search(window)
        if found:
            return base + found.end(1)
        kept = window[-_LONGEST_MARK:]
        base += len(window) - len(kept)
    return None
