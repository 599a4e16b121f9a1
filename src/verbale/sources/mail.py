"""Mail and pages kept whole by a browser (``.eml``, ``.mhtml``): the one page inside.

Both are MIME: parts with their own types and charsets. The page is the first HTML part, else the
first text; pictures and styles beside it are left.
"""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from email.message import EmailMessage
from typing import Literal

from verbale.errors import UnreadableSource
from verbale.model import Given, Media, RawDocument
from verbale.sources.given import one_line, over, web_address
from verbale.sources.opening import read_all
from verbale.sources.published import normal_date
from verbale.sources.reading import Body, Reading

#: Parts in parts beyond this depth are no mail that anybody sent.
_DEEPEST = 20
_KINDS: tuple[tuple[str, Media], ...] = (("text/html", "html"), ("text/plain", "text"))
#: "Fwd: Re: ..." tells how a mail went and not what it is about.
_FORWARDED = re.compile(r"^(?:(?:re|fwd?|aw|wg|tr)\s*:\s*)+", re.IGNORECASE)
_HEADERS = ("MIME-Version", "From", "Date", "Subject", "Snapshot-Content-Location")


def read_mail(body: Body, kind: Literal["mail", "mhtml"], limit: int) -> Iterator[Reading]:
    """The page in ``body``, as the part holds it. Raises `SourceError`.

    Of a kept page the address is known, of a mail its subject and day; the day a page was kept on
    is not taken for that of publication.
    """
    data = read_all(body.stream, limit, body.origin)
    if not data.strip():
        raise UnreadableSource(body.origin, "is empty")
    message = email.message_from_bytes(data, policy=email.policy.default)
    if not any(name in message for name in _HEADERS):
        raise UnreadableSource(body.origin, "is neither a mail nor a page kept as MHTML")
    part, media = _page(message, body.origin)
    given = _kept(message, part) if kind == "mhtml" else _sent(message)
    found = Given(url=body.address, basis="http") if body.address else Given()
    yield RawDocument(
        data=_bytes(part, body.origin),
        origin=body.origin,
        media=media,
        charset=part.get_content_charset(),
        given=over(body.beside, over(given, found)),
    )


def _page(message: EmailMessage, origin: str) -> tuple[EmailMessage, Media]:
    parts = list(_parts(message, 0))
    for content, media in _KINDS:
        for part in parts:
            if part.get_content_type() == content and not part.is_attachment():
                return part, media
    raise UnreadableSource(origin, "holds no page and no text, only other parts")


def _parts(message: EmailMessage, depth: int) -> Iterator[EmailMessage]:
    if depth > _DEEPEST:
        return
    if not message.is_multipart():
        yield message
        return
    for part in message.get_payload():
        if isinstance(part, EmailMessage):
            yield from _parts(part, depth + 1)


def _bytes(part: EmailMessage, origin: str) -> bytes:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes) or not data.strip():
        raise UnreadableSource(origin, "holds an empty page")
    return data


def _kept(message: EmailMessage, part: EmailMessage) -> Given:
    """Chrome names the page in a header of its own, others in that of the part."""
    named = (message["Snapshot-Content-Location"], part["Content-Location"])
    addresses = (web_address(str(value).strip()) for value in named if value)
    return Given(url=next(filter(None, addresses), None), basis="mail")


def _sent(message: EmailMessage) -> Given:
    subject, day = message["Subject"], message["Date"]
    return Given(
        title=_FORWARDED.sub("", one_line(str(subject))) or None if subject else None,
        published=normal_date(str(day)) if day else None,
        basis="mail",
    )
