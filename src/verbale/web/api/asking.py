"""Search, and the brief: what is put together for one question."""

from __future__ import annotations

from typing import Any

import msgspec
from litestar import Request, Response, get
from litestar.di import NamedDependency
from litestar.response import Stream

from verbale.brief import CheckedBrief, Footnote
from verbale.brief.layout import Block, Item, lay_out
from verbale.brief.model import SectionKind
from verbale.brief.wording import Run
from verbale.desk.atom import MEDIA
from verbale.errors import UsageError
from verbale.exports import feed
from verbale.record import Hit
from verbale.record.filters import Page
from verbale.web.api.answer import answered, sent
from verbale.web.api.cursor import cursor_of, place_of, wrong
from verbale.web.api.listing import Answer
from verbale.web.api.parameters import Parameter, refuse_unknown
from verbale.web.asked import MOST, SHOWN, address, filter_of
from verbale.web.briefs import FIELDS, checked_brief
from verbale.web.reader import Reader

_LONGEST = 400
SEARCH: tuple[Parameter, ...] = (
    Parameter("q", {"type": "string", "maxLength": _LONGEST},
              'Words, "phrases" and beginnings*, all of which a report must hold.',
              '"joint patrol*"', required=True),
    Parameter("limit", {"type": "integer", "minimum": 1, "maximum": MOST, "default": SHOWN},
              "Reports a page.", "20"),
    Parameter("cursor", {"type": "string"}, "Where the page before ended.", ""),
)  # fmt: skip
BRIEF: tuple[Parameter, ...] = (
    Parameter("matter", {"type": "string"}, "A matter: its id or words of its name.", "treaty"),
    Parameter("party", {"type": "string"}, "Parties by name or code, with commas.", "JPN,RUS"),
    Parameter("about", {"type": "string"}, "Words that statements must hold.", "ferry"),
    Parameter("since", {"type": "string"}, "From this day on.", "2025-04"),
    Parameter("until", {"type": "string"}, "Up to and with this day.", "2025"),
    Parameter("changes_since", {"type": "string"}, "Only what changed from this day.", "2025-06"),
)

FEED: tuple[Parameter, ...] = (
    Parameter("matter", {"type": "string"}, "A matter: its id or words of its name.", "treaty"),
)


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence; ``notes`` are the numbers of the passages that it rests on."""

    text: str
    notes: tuple[int, ...]


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """A heading with its sentences, then the parts below it."""

    kind: SectionKind
    heading: str
    sentences: tuple[Told, ...]
    parts: tuple[Part, ...]


class BriefAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """A brief, every sentence of which was found in the record; ``dropped`` counts those that were
    not, and are left out."""

    title: str
    parts: tuple[Part, ...]
    footer: tuple[Told, ...]
    passages: tuple[Footnote, ...]
    dropped: int


@get("/api/search", sync_to_thread=True)
def search(
    request: Request[Any, Any, Any], reader: NamedDependency[Reader]
) -> Response[bytes] | Stream:
    """Reports that hold all words, best first."""
    query = dict(request.query_params)
    refuse_unknown(query, SEARCH)
    words = query.get("q", "").strip()
    if not words or len(words) > _LONGEST:
        raise UsageError("q", f"give words to look for, at most {_LONGEST} characters")
    limit = filter_of(Page, query, reader).limit or SHOWN
    offset = _offset(query.get("cursor", ""))
    return answered(request, reader, lambda: _hits(reader, words, limit, offset))


def _offset(word: str) -> int:
    """Best first is an order that everything added changes: there is no place to hold on to."""
    if not word:
        return 0
    place = place_of(word, "search", None)
    if len(place) != 1 or not isinstance(place[0], int) or not 0 <= place[0] < 2**31:
        raise wrong()
    return place[0]


def _hits(reader: Reader, words: str, limit: int, offset: int) -> Answer[Hit]:
    found = reader.record().search(words, limit=limit, offset=offset)
    ends = offset + len(found)
    cursor = cursor_of("search", None, (ends,))
    more = address("/api/search", q=words, limit=limit, cursor=cursor)
    return Answer(
        items=found.rows,
        total=found.total,
        undated=0,
        next=more if ends < found.total else None,
        cursor=cursor,
    )


@get("/api/brief", sync_to_thread=True)
def brief(
    request: Request[Any, Any, Any], reader: NamedDependency[Reader]
) -> Response[bytes] | Stream:
    """The brief of everything, or of what is asked for."""
    query = dict(request.query_params)
    refuse_unknown(query, BRIEF)
    given = {name: query.get(name, "").strip()[:_LONGEST] for name in FIELDS}
    return answered(request, reader, lambda: _told(checked_brief(reader, given)))


@get("/api/feed.atom", sync_to_thread=True)
def atom(
    request: Request[Any, Any, Any], reader: NamedDependency[Reader]
) -> Response[bytes] | Stream:
    """What is new, for readers of feeds."""
    query = dict(request.query_params)
    refuse_unknown(query, FEED)
    words = query.get("matter", "").strip()[:_LONGEST]
    matter = reader.record().matter(words) if words else None
    desk = str(request.base_url).rstrip("/")
    own = address(f"{desk}/api/feed.atom", matter=words)
    return sent(
        request,
        reader,
        MEDIA,
        lambda: feed.feed(reader.record(), matter, desk=desk, own=own),
    )


def _told(checked: CheckedBrief) -> BriefAnswer:
    laid = lay_out(checked)
    return BriefAnswer(
        title=_words(laid.title),
        parts=tuple(map(_part, laid.blocks)),
        footer=tuple(map(_sentence, laid.footer)),
        passages=laid.notes,
        dropped=len(checked.dropped),
    )


def _part(block: Block) -> Part:
    return Part(
        kind=block.kind,
        heading=_words(block.heading),
        sentences=tuple(map(_sentence, block.items)),
        parts=tuple(map(_part, block.blocks)),
    )


def _sentence(item: Item) -> Told:
    return Told(text=_words(item.runs), notes=item.notes)


def _words(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs)
