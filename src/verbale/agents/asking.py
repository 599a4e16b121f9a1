"""What an agent can ask: short looks at a record, each answer with its citations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import msgspec

from verbale.agents.answers import (
    CONTEXT,
    LONGEST,
    LONGEST_QUOTE,
    MOST,
    PIECE,
    QUOTES,
    About,
    Carrier,
    Found,
    Held,
    HitIn,
    Items,
    Overview,
    PassageOf,
    Shared,
    Shift,
    Stand,
    Standing,
    Whence,
)
from verbale.agents.answers import Piece as PieceOf
from verbale.desk import lexicon_of
from verbale.errors import NoSuchEntry, UsageError
from verbale.exports.citing import Cited, Quoted, cite, cited, quoted
from verbale.lexicon.parties import code_of
from verbale.model import Annotation, Span
from verbale.positions.lanes import Held as HeldPosition
from verbale.positions.shifts import Step, story
from verbale.positions.standing import standing
from verbale.positions.wording import known_of, voice_of
from verbale.record import (
    ActFilter,
    ActRow,
    LaneFilter,
    Listing,
    MatterFilter,
    PositionFilter,
    PositionRow,
    Record,
    ReportRow,
    StatementFilter,
    StatementRow,
)
from verbale.record.days import between

#: Places, which citations have, and numbers that mean something within a report only.
_INNER = frozenset(
    {
        *("source", "cue", "content", "evidence", "actor_span", "recipient_span"),
        *("id", "nested_in", "statement"),
    }
)
_SHARED = 12


class Asking:
    """What can be asked of one record, while it is open."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._read: dict[str, tuple[ReportRow, Annotation]] = {}

    def code(self, party: str | None) -> str | None:
        """The code of the party that goes by any of its names. Raises `UsageError`."""
        return code_of(party, lexicon_of(self._record)) if party else None

    def overview(self) -> Overview:
        """How much there is."""
        return Overview(record=self._record.path.name, counts=self._record.counts())

    def matters(self, wanted: MatterFilter) -> Items:
        """What parties deal with, the most reported first."""
        found = self._record.matters(msgspec.structs.replace(wanted, limit=_bounded(wanted.limit)))
        return _items(
            found.rows,
            wanted.offset,
            found.total,
            lambda row: About(
                id=row.matter.id,
                name=row.matter.name,
                parties=row.matter.parties,
                wordings=row.matter.wordings[:QUOTES],
                reports=row.matter.reports,
                statements=row.statements,
                acts=row.acts,
                positions=row.positions,
                first_day=row.first_day,
                last_day=row.last_day,
                newest=self._newest(row.matter.id),
            ),
        )

    def statements(self, wanted: StatementFilter) -> Items:
        """Who said what, the newest first."""
        return self._listed(self._record.statements, wanted)

    def acts(self, wanted: ActFilter) -> Items:
        """Who did what to whom, the newest first."""
        return self._listed(self._record.acts, wanted)

    def positions(self, wanted: PositionFilter) -> Items:
        """Positions as single reports support them, the newest first."""
        return self._listed(self._record.positions, wanted)

    def standings(self, wanted: LaneFilter, limit: int, offset: int) -> Items:
        """Where each party stands now, over all reports."""
        rows = [standing(story(lane)) for lane in self._record.lanes(wanted) if lane.held]
        kept = rows[offset : offset + _bounded(limit)]
        return _items(
            kept,
            offset,
            len(rows),
            lambda row: Stand(
                party=row.party,
                matter=row.held.matter,
                named=row.named,
                on=row.on,
                known=known_of(row),
                held=self._held(row.held),
            ),
        )

    def shifts(
        self, wanted: LaneFilter, since: str | None, until: str | None, limit: int, offset: int
    ) -> Items:
        """How positions moved, the newest first."""
        first, last = between(since, until)
        steps = [
            step
            for lane in self._record.lanes(wanted)
            for step in story(lane).shifts
            if first <= step.after.last and step.after.first <= last
        ]
        steps.sort(key=lambda step: (step.after.first, step.matter, step.party), reverse=True)
        kept = steps[offset : offset + _bounded(limit)]
        return _items(kept, offset, len(steps), self._shift)

    def search(self, words: str, limit: int, offset: int) -> Items:
        """Reports that hold all the words, best first."""
        found = self._record.search(words, limit=_bounded(limit), offset=offset)
        return _items(
            found.rows,
            offset,
            found.total,
            lambda hit: HitIn(
                cite=_whence(hit.report),
                quotes=tuple(
                    self._quote(hit.report.id, passage.start, len(passage.excerpt))
                    for passage in hit.passages
                    if passage.start is not None
                ),
            ),
        )

    def passage(self, entry: str) -> PassageOf:
        """An entry's words, what stands around them, and who else carries them."""
        found = _cut(cited(self._record, entry))
        if not found.quotes:
            raise NoSuchEntry(entry, "rests on no words of its own")
        text = self._report(found.report)[1].text
        start = max(found.quotes[0].start - CONTEXT, 0)
        end = min(found.quotes[-1].end, found.quotes[0].start + LONGEST_QUOTE) + CONTEXT
        origins, carriers = self._origins(entry)
        return PassageOf(
            cite=found,
            around=quoted(text, Span(start, min(end, len(text)))),
            origins=origins,
            carried_by=carriers,
        )

    def reuse(self, report: str) -> Items:
        """Which passages of a report stand in others."""
        found = self._record.reuse(report)
        pairs = [
            (other, passage)
            for other in found.related
            for passage in other.passages
            if passage.kind != "boilerplate"
        ]
        return _items(
            pairs[:_SHARED],
            0,
            len(pairs),
            lambda pair: Shared(
                other=_whence(self._report(pair[0].report)[0]),
                relation=pair[0].relation.kind,
                kind=pair[1].kind,
                reason=pair[1].reason,
                here=self._quote(found.report, *_length(pair[1].here)),
                there=self._quote(pair[0].report, *_length(pair[1].there)),
            ),
            whole=False,
        )

    def text(self, report: str, start: int, end: int | None) -> PieceOf:
        """A piece of a report's text."""
        row, annotation = self._report(report)
        length = len(annotation.text)
        if not 0 <= start < max(length, 1):
            raise UsageError(str(start), f"no place in this text, which has {length} characters")
        last = min(length, start + PIECE, end if end is not None else length)
        place = Span(start, max(last, start))
        return PieceOf(cite=_whence(row), quote=quoted(annotation.text, place), length=length)

    def _newest(self, matter: str) -> Cited | None:
        """The last that was said about a matter."""
        found = self._record.statements(StatementFilter(matter=matter, order="-day", limit=1))
        return self._found(found[0]).cite if found.rows else None

    def _listed(self, ask: Callable[[Any], Listing[Any]], wanted: Any) -> Items:
        limit = _bounded(wanted.limit)
        found = ask(msgspec.structs.replace(wanted, limit=limit, order="-day"))
        return _items(found.rows, wanted.offset, found.total, self._found)

    def _found(self, row: StatementRow | ActRow | PositionRow) -> Found:
        whole = msgspec.to_builtins(_entry(row))
        around = row.nested_in if isinstance(row, StatementRow) else row.statement
        return Found(
            id=row.id,
            within=around,
            fields={name: value for name, value in whole.items() if name not in _INNER},
            date=row.date,
            dated_by=row.dated_by,
            cite=_cut(cite(row, *self._report(row.report))),
        )

    def _shift(self, step: Step) -> Shift:
        return Shift(
            kind=step.kind,
            party=step.party,
            matter=step.matter,
            named=step.named,
            on=step.on,
            why=step.why,
            before=self._held(step.before.best) if step.before else None,
            after=self._held(step.after.best),
        )

    def _held(self, held: HeldPosition) -> Held:
        return Held(
            stance=held.stance,
            condition=held.condition,
            date=held.date,
            voice=voice_of(held),
            cite=_cut(cited(self._record, held.id)),
        )

    def _origins(self, entry: str) -> tuple[Standing | None, tuple[Carrier, ...]]:
        """None for what has no origin: an actor, a position that the report itself tells."""
        try:
            found = self._record.origins(entry)
        except UsageError:
            return None, ()
        rests = found.standing
        told = Standing(
            reports=rests.reports, at_least=rests.lower, at_most=rests.upper, told=rests.words
        )
        others = tuple(
            Carrier(
                entry=each.entry,
                report=each.report,
                outlet=each.outlet,
                published=each.published,
                words=each.words[:LONGEST_QUOTE],
            )
            for each in found.carriers[1 : _SHARED + 1]
        )
        return told, others

    def _quote(self, report: str, start: int, length: int) -> Quoted:
        text = self._report(report)[1].text
        return quoted(text, Span(start, start + min(length, LONGEST_QUOTE)))

    def _report(self, name: str) -> tuple[ReportRow, Annotation]:
        if name not in self._read:
            self._read[name] = (self._record.report(name), self._record.annotation(name))
        return self._read[name]


def _bounded(limit: int | None) -> int:
    return min(max(limit or MOST, 1), MOST)


def _items(
    rows: Sequence[Any],
    offset: int,
    total: int,
    make: Callable[[Any], Any],
    *,
    whole: bool = True,
) -> Items:
    """As many of the rows as an answer can hold; ``whole`` where an offset can ask for the rest."""
    kept = tuple(_within(map(make, rows)))
    after = offset + len(kept)
    return Items(items=kept, total=total, next_offset=after if whole and after < total else None)


def _within(made: Iterable[Any]) -> Iterable[Any]:
    """What there is room for, and at least one."""
    room = LONGEST
    for number, item in enumerate(made):
        room -= len(msgspec.json.encode(item))
        if number and room < 0:
            return
        yield item


def _cut(found: Cited) -> Cited:
    """The same with quotes of a bearable number and length; what is left of each is still exact."""
    quotes = tuple(map(_short, found.quotes[:QUOTES]))
    return msgspec.structs.replace(found, quotes=quotes)


def _short(quote: Quoted) -> Quoted:
    if len(quote.exact) <= LONGEST_QUOTE:
        return quote
    kept, left = quote.exact[:LONGEST_QUOTE], quote.exact[LONGEST_QUOTE:]
    end = quote.start + LONGEST_QUOTE
    return msgspec.structs.replace(quote, end=end, exact=kept, suffix=left[: len(quote.suffix)])


def _length(span: Span) -> tuple[int, int]:
    return span.start, span.end - span.start


def _entry(row: StatementRow | ActRow | PositionRow) -> msgspec.Struct:
    match row:
        case StatementRow():
            return row.statement
        case ActRow():
            return row.act
        case PositionRow():
            return row.position


def _whence(row: ReportRow) -> Whence:
    return Whence(
        report=row.id,
        handle=row.handle,
        headline=row.headline,
        outlet=row.outlet,
        agencies=row.report.agencies,
        published=row.published,
        url=row.report.url,
        version=row.version,
    )
