"""Composes a brief: what each side said last and before, the timeline, what is open, sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from verbale.brief.choose import Judge, Remark, by_day, rarity, remarks, telling
from verbale.brief.contested import Contested
from verbale.brief.counts import Count
from verbale.brief.decided import decided
from verbale.brief.deeds import Deed, Deeds
from verbale.brief.disputes import Dispute, find_disputes
from verbale.brief.material import Material, among
from verbale.brief.model import Brief, BriefRequest, Section, SectionKind, Sentence
from verbale.brief.moves import Groups, Moves
from verbale.brief.names import Parties
from verbale.brief.questions import questions
from verbale.brief.said import Scribe
from verbale.brief.sources import sources
from verbale.brief.standing import lanes
from verbale.brief.timeline import left_out, timeline
from verbale.brief.wording import worded
from verbale.desk import lexicon_of
from verbale.lexicon import Lexicon
from verbale.record import Record, StatementRow

MOST_LAST, MOST_A_DAY, MOST_BEFORE = 4, 3, 8
MOST_NAMED = 3
MOST_UNDATED, MOST_RECAP, MOST_TOLD, MOST_OTHERS = 5, 4, 4, 6
MOST_LINES = 400


def compose(
    record: Record,
    request: BriefRequest | None = None,
    *,
    lexicon: Lexicon | None = None,
    known: frozenset[str] = frozenset(),
) -> Brief:
    """A brief over what of the record fits the request. The same record gives the same brief.

    ``lexicon`` names the parties; by default the one that the record was read with. ``known`` are
    handles of reports whose content is known already: the rest is told, and what it changed.
    Raises `UsageError` for days that are none.
    """
    request = request or BriefRequest()
    parties = Parties(lexicon or lexicon_of(record))
    material = Material(record, request, parties, known)
    disputes = find_disputes(material, parties)
    moves = Moves(record, material, parties)
    contested = Contested(record, moves, parties)
    composer = Composer(material, parties, moves, contested, counted_apart=len(disputes) > 1)
    count = Count(material, parties)
    matter = record.matter(request.matter).matter.name if request.matter else ""
    handles = tuple(handle for dispute in disputes for handle in dispute.reports)
    shown = [section for d in disputes if (section := composer.dispute(d)) is not None]
    sides = disputes[0].parties if len(disputes) == 1 else ()
    return Brief(
        request=request,
        title=_title(request, disputes, parties, matter),
        sections=(
            _overview(count.sentences(handles, sides), request, handles, matter),
            *shown,
            questions(record, material, handles, parties),
            sources(material, handles),
        ),
        footer=(
            Sentence(template="footer.quoting"),
            *decided(record, {row.id for row in material.reports}),
            Sentence(template="footer.endorsement"),
        ),
    )


class Composer:
    """Writes the sections on disputes."""

    def __init__(
        self,
        material: Material,
        parties: Parties,
        moves: Moves,
        contested: Contested,
        *,
        counted_apart: bool,
    ) -> None:
        self._material = material
        self._moves = moves
        self._contested = contested
        self._parties = parties
        self._scribe = Scribe(material, parties)
        self._deeds = Deeds(material, parties)
        self._count = Count(material, parties)
        self._counted_apart = counted_apart
        self._rarity = rarity(material.statements)

    def dispute(self, dispute: Dispute) -> Section | None:
        """All sections on one dispute; None where its reports hold no statement at all."""
        rows = among(self._material.statements, dispute.reports)
        if not rows:
            return None
        headlines = (self._material.report_of[r].headline or "" for r in dispute.reports)
        judge = Judge(headlines, self._rarity, self._parties)
        ordered = sorted(dispute.parties, key=self._parties.name)
        sides = [self._side(code, rows, judge, dispute) for code in ordered]
        return Section(
            kind="dispute",
            heading=self._heading(dispute),
            sentences=self._counts(dispute),
            sections=(
                *self._opening(dispute),
                *sides,
                *_filled("others", self._others(rows, judge, dispute), dispute.reports),
                *_filled("timeline", self._timeline(rows, dispute), dispute.reports),
            ),
            scope=dispute.reports,
        )

    def _opening(self, dispute: Dispute) -> Iterator[Section]:
        """Where each side stands, what changed, what is contested, the talks.

        What changed comes first where changes are asked for.
        """
        pair, request = dispute.parties, self._material.request
        since = request.changes_since or request.since or ""
        scope = dispute.reports
        stands = _by_matter("stands", {}, self._moves.stands(pair), scope)
        shifts = _by_matter("shifts", {"since": since}, self._moves.shifts(pair), scope)
        talks = _by_matter("talks", {}, self._moves.talks(pair), scope)
        first = (shifts, stands) if request.changes_since else (stands, shifts)
        found = (*first, self._disputed(dispute), talks)
        yield from (section for section in found if section.sentences or section.sections)

    def _disputed(self, dispute: Dispute) -> Section:
        """Names and claims against each other, one section a question."""
        return Section(
            kind="contested",
            heading=Sentence(template="heading.contested"),
            sections=tuple(
                Section(
                    kind="contested",
                    heading=worded("heading.contest", {"about": about, "question": question}),
                    sentences=sentences,
                    scope=dispute.reports,
                )
                for (about, question), sentences in self._contested.of(dispute.parties).items()
            ),
            scope=dispute.reports,
        )

    def _counts(self, dispute: Dispute) -> tuple[Sentence, ...]:
        """Figures of its own, unless they are those of the overview."""
        if not self._counted_apart:
            return ()
        return self._count.sentences(dispute.reports, dispute.parties)

    def _heading(self, dispute: Dispute) -> Sentence:
        if not dispute.parties:
            return Sentence(template="heading.unplaced")
        template = "heading.dispute" if len(dispute.parties) > 1 else "heading.single"
        return Sentence(
            template=template, values={"parties": self._parties.listed(dispute.parties)}
        )

    def _side(
        self, code: str, rows: Sequence[StatementRow], judge: Judge, dispute: Dispute
    ) -> Section:
        """One party: its positions, what it said last and before, recaps, what others tell."""
        own = [row for row in rows if self._material.side_of(row.statement) == code]
        said = remarks(
            row for row in own if self._material.said(row) and row.statement.speaker is not None
        )
        last, before = _last_and_before(said, judge)
        name = self._parties.name(code)
        missing = Sentence(
            template="count.silent", values={"party": self._parties.in_sentence(code)}
        )
        groups: tuple[tuple[SectionKind, tuple[Sentence, ...]], ...] = (
            ("positions", self._positions(code, dispute)),
            ("last", tuple(map(self._scribe.said, last)) or (missing,)),
            ("before", tuple(map(self._scribe.said, before))),
            ("undated", self._undated(said, judge)),
            ("told", self._told(code, rows)),
            ("recap", self._recap(own, judge)),
        )
        return Section(
            kind="side",
            heading=Sentence(template="heading.side", values={"party": name}),
            sections=tuple(
                section
                for kind, sentences in groups
                for section in _filled(kind, sentences, dispute.reports, code)
            ),
            side=code,
            scope=dispute.reports,
        )

    def _positions(self, code: str, dispute: Dispute) -> tuple[Sentence, ...]:
        """Those before the one that opens the brief: of each target the latest first."""
        within = [row for row in self._material.positions if row.handle in dispute.reports]
        shown = {
            (citation.report, citation.position)
            for group in self._moves.stands(dispute.parties).values()
            for sentence in group
            for citation in sentence.citations
        }
        rows = lanes(within, code)
        earlier = (row for row in rows if (row.handle, row.position.id) not in shown)
        return tuple(map(self._scribe.position, earlier))

    def _undated(self, said: Iterable[Remark], judge: Judge) -> tuple[Sentence, ...]:
        open_year = [remark for remark in said if not remark.day]
        return tuple(map(self._scribe.said, telling(open_year, judge, MOST_UNDATED)))

    def _recap(self, own: Iterable[StatementRow], judge: Judge) -> tuple[Sentence, ...]:
        recalled = [
            row
            for row in own
            if row.statement.background and row.statement.nested_in is None and row.statement.speech
        ]
        chosen = telling(remarks(recalled, dated=False), judge, MOST_RECAP)
        return tuple(map(self._scribe.said, chosen))

    def _told(self, code: str, rows: Sequence[StatementRow]) -> tuple[Sentence, ...]:
        """Statements of the party inside statements of somebody else's, the latest first."""
        found = []
        for row in reversed(rows):
            statement = row.statement
            if self._material.side_of(statement) != code or statement.zone != "body":
                continue
            teller = self._material.teller(row)
            told = statement.speech and self._scribe.can_tell(row)
            if teller and told and self._material.side_of(teller) not in (None, code):
                found.append(self._scribe.told(row, teller))
        return tuple(found[:MOST_TOLD])

    def _others(
        self, rows: Sequence[StatementRow], judge: Judge, dispute: Dispute
    ) -> tuple[Sentence, ...]:
        """Third parties with a state of their own, the latest first."""
        third = (
            row
            for row in rows
            if self._material.said(row)
            and self._material.side_of(row.statement) not in (None, *dispute.parties)
        )
        days = [remark for _, group in by_day(remarks(third)) for remark in group]
        chosen = telling(days, judge, MOST_OTHERS)
        return tuple(self._scribe.said(remark, name_party=True) for remark in chosen)

    def _timeline(self, rows: Sequence[StatementRow], dispute: Dispute) -> tuple[Sentence, ...]:
        """What was said and done, by day; of one day in the order of the reports and their text."""
        events = timeline(rows, dispute, self._material, self._scribe, self._deeds)
        lines = tuple(
            self._deeds.line(each) if isinstance(each, Deed) else self._scribe.line(each)
            for each in events[-MOST_LINES:]
        )
        left = len(events) - len(lines)
        if not left:
            return lines
        return (Sentence(template="count.left_out", values={"left": left_out(left)}), *lines)


def _last_and_before(
    said: Iterable[Remark], judge: Judge
) -> tuple[tuple[Remark, ...], tuple[Remark, ...]]:
    """The telling ones of the last day, and of the days before, the latest of these first.

    The more days there are, the fewer of each, so that the list reaches further back.
    """
    days = by_day(said)
    if not days:
        return (), ()
    last = telling(days[0][1], judge, MOST_LAST)
    a_day = min(MOST_A_DAY, max(1, MOST_BEFORE // max(1, len(days) - 1)))
    before = [remark for _, group in days[1:] for remark in telling(group, judge, a_day)]
    return last, tuple(before[:MOST_BEFORE])


def _by_matter(
    kind: SectionKind, values: dict[str, str], groups: Groups, scope: tuple[str, ...]
) -> Section:
    """A section with one below it for each matter; what is about none stands before them."""
    below = tuple(
        Section(
            kind=kind,
            heading=Sentence(template="heading.matter", values={"about": about}),
            sentences=sentences,
            scope=scope,
        )
        for about, sentences in groups.items()
        if about
    )
    own = groups.get("", ())
    heading = worded(f"heading.{kind}", values)
    return Section(kind=kind, heading=heading, sentences=own, sections=below, scope=scope)


def _filled(
    kind: SectionKind,
    sentences: tuple[Sentence, ...],
    scope: Sequence[str],
    side: str | None = None,
) -> tuple[Section, ...]:
    """The section, unless there is nothing to say."""
    if not sentences:
        return ()
    heading = Sentence(template=f"heading.{kind}")
    return (
        Section(kind=kind, heading=heading, sentences=sentences, side=side, scope=tuple(scope)),
    )


def _title(
    request: BriefRequest, disputes: Sequence[Dispute], parties: Parties, matter: str
) -> Sentence:
    if request.matter:
        return Sentence(template="title.matter", values={"name": matter})
    if request.about:
        return Sentence(template="title.about", values={"words": request.about})
    named = [parties.listed(dispute.parties) for dispute in disputes if dispute.parties]
    if not 0 < len(named) <= MOST_NAMED:
        return Sentence(template="title")
    return Sentence(template="title", values={"parties": "; ".join(named)})


def _overview(
    figures: tuple[Sentence, ...], request: BriefRequest, handles: tuple[str, ...], matter: str
) -> Section:
    limits = (
        ("filter.since", "since", request.since),
        ("filter.until", "until", request.until),
        ("filter.matter", "name", matter),
        ("filter.about", "words", request.about),
    )
    filters = [
        Sentence(template=template, values={name: value})
        for template, name, value in limits
        if value
    ]
    return Section(
        kind="overview",
        heading=Sentence(template="heading.overview"),
        sentences=(*figures, *filters),
        scope=handles,
    )
