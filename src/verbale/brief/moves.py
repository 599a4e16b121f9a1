"""Where each side stands, what changed and where the talks stand: the sentences a brief opens with.

They rest on the lanes and talks of the whole record, so that a brief from a day on can still show
the words before a shift. The checker asks this module again and reads the passages itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property

from verbale.brief import names, standing
from verbale.brief.days import recalled, spoken, when
from verbale.brief.disputes import Dispute, Pair, find_disputes
from verbale.brief.material import Material
from verbale.brief.model import Citation, Sentence
from verbale.brief.names import Parties
from verbale.brief.quoting import excerpt, in_context, sentence_of
from verbale.brief.wording import worded
from verbale.lexicon.talks import TalksState
from verbale.model import Annotation, Position, Report, Span, Spans
from verbale.positions.lanes import Held, Lane, lanes
from verbale.positions.shifts import Step, StepKind, Story, story
from verbale.positions.standing import standing as stand_of
from verbale.record import Record
from verbale.record.days import bound
from verbale.talks.find import Mention
from verbale.talks.timeline import Talks, Turn, talks

KINDS: dict[StepKind, str] = {
    "first": "taken for the first time here",
    "reversal": "a reversal",
    "stance": "another stance",
    "condition": "another condition",
    "strengthened": "the same in firmer words",
    "softened": "the same in milder words",
}
STATES: dict[TalksState, str] = {
    "held": "talks were held",
    "suspended": "talks were broken off",
    "no contact": "there was little or no contact",
    "preparing": "talks were in preparation",
    "agreed": "an agreement was reached",
    "signed": "an agreement was signed",
    "resumed": "talks were resumed",
}
#: What the words before a shift are given with.
BEFORE = ("day", "how", "speaker", "office", "stance", "condition", "quote", "sources")
LONG, SHORT = 440, 300
MOST_SHIFTS, MOST_TALKS = 12, 10
_PAIR = 2
_FEW_WORDS = 9
#: So many days of silence are worth a word.
_SILENT = 45
_MONTH = 30.44
_SHOWN = ("current", "divided", "undated", "told by another", "told by the outlet")


#: Sentences by the matter that they are about, ``""`` where none is named.
Groups = Mapping[str, tuple[Sentence, ...]]


class Moves:
    """Writes these sentences over one record and request: `stands`, `shifts`, `talks` of a pair."""

    def __init__(self, record: Record, material: Material, parties: Parties) -> None:
        self._record = record
        self._material = material
        self._parties = parties
        request = material.request
        self._since = bound(request.since)[0] if request.since else ""
        self._until = bound(request.until)[1] if request.until else "9999-12-31"
        self.stands = cache(self._stands)
        self.shifts = cache(self._shifts)
        self.talks = cache(self._talks_of)

    def _stands(self, sides: Pair) -> Groups:
        """Where each of the sides stands on each target, side by side; latest words only, and
        first the matter of which a side was heard last."""
        stories = list(self._stories(sides))
        heard: dict[str, str] = {}
        for told in stories:
            heard[told.lane.matter] = max(heard.get(told.lane.matter, ""), _last_day(told))
        found = sorted(stories, key=lambda s: (_target(s.lane), self._name(s)))
        found.sort(key=lambda s: heard[s.lane.matter], reverse=True)
        return self._grouped(
            (self._about(told.lane.matter, told.lane.named), sentence)
            for told in found
            for sentence in self._stand(told)
        )

    def _shifts(self, sides: Pair) -> Groups:
        """The shifts of the period, the latest first."""
        kinds = ("first",) if self._material.request.changes_since else ()
        steps = [
            step
            for told in self._stories(sides)
            for step in told.steps
            if (step.is_shift or step.kind in kinds) and self._is_new(step)
        ]
        steps.sort(key=lambda step: (step.after.first, step.party, step.on, step.matter))
        return self._grouped(("", self._shift(step)) for step in steps[: -MOST_SHIFTS - 1 : -1])

    def _talks_of(self, sides: Pair) -> Groups:
        """The state of the talks between the sides, the latest first, recaps last."""
        of_sides = [told for told in self._talks if _are_between(told, sides)]
        turns = [turn for told in of_sides for turn in (*reversed(told.turns), *told.undated)]
        news = [turn for turn in turns if not turn.recap and turn.first and self._falls(turn)]
        old = [turn for turn in turns if turn.recap or turn.first is None]
        return self._grouped(
            (turn.best.named, self._turn(turn)) for turn in (*news, *old)[:MOST_TALKS]
        )

    def _grouped(self, told: Iterable[tuple[str, Sentence]]) -> Groups:
        """The sentences by what they are about, in the order in which each is first told of."""
        groups: dict[str, list[Sentence]] = {}
        for about, sentence in told:
            groups.setdefault(about, []).append(sentence)
        return {about: tuple(sentences) for about, sentences in groups.items()}

    # What the sentences rest on.

    @property
    def whole(self) -> Material:
        """The material without a lower bound in time."""
        return self._material.whole

    @cached_property
    def _lanes(self) -> tuple[Lane, ...]:
        return self._record.lanes()

    @cached_property
    def _matters(self) -> frozenset[str]:
        return frozenset(row.matter.id for row in self._record.matters())

    @cached_property
    def _disputes(self) -> dict[Pair, Dispute]:
        return {d.parties: d for d in find_disputes(self.whole, self._parties)}

    @cached_property
    def _talks(self) -> tuple[Talks, ...]:
        fitting = {row.handle for row in self.whole.reports}
        mentions = self._record.mentions_of_talks()
        kept = (m for m in mentions if m.report in fitting and self._is_asked(m.matter))
        return talks(kept, self._parties.named_in)

    def reports(self, sides: Pair) -> frozenset[str]:
        """The handles of the reports on the dealings of the sides, up to the last day."""
        dispute = self._disputes.get(sides)
        return frozenset(dispute.reports if dispute else ())

    def _stories(self, sides: Pair) -> Iterator[Story]:
        """The lanes of the sides, as the reports of their dispute up to the last day have them."""
        reports = self.reports(sides)
        fitting = {row.id for row in self.whole.positions if row.handle in reports}
        newest = {lane.matter: lane.newest for lane in self._lanes if lane.newest}
        matters = {lane.matter: lane.named for lane in self._lanes}
        held = (h for lane in self._lanes for h in lane.held if h.id in fitting)
        for lane in lanes(held, newest=newest, names=matters):
            if lane.party in sides and self._is_asked(lane.matter):
                yield story(lane)

    def _is_asked(self, matter: str) -> bool:
        """Whether the brief is about this matter, or about all of them."""
        return self._material.request.matter in (None, matter)

    def _is_new(self, step: Step) -> bool:
        known = self._material.known
        carried = step.after.carried
        return step.after.last >= self._since and not any(h.report in known for h in carried)

    def _falls(self, turn: Turn) -> bool:
        known = {told.mention.report for told in turn.told} & self._material.known
        return not known and self._since <= (turn.last or "") and (turn.first or "") <= self._until

    def _name(self, told: Story) -> str:
        return self._parties.name(told.lane.party)

    # Sentences.

    def _stand(self, told: Story) -> Iterator[Sentence]:
        now = stand_of(told)
        if now.known not in _SHOWN:
            return
        values = {**self._position(now.held, LONG), "when": self._when(now.held)}
        values["rests"] = self._material.rests(now.held.id)
        annotation = self._material.annotation(now.held.report)
        position = position_of(now.held, annotation)
        values["denial"] = standing.denial(position, annotation, self._material)
        current = now.known == "current"
        if current and now.since not in (None, now.last):
            values["since"] = spoken(now.since or "")
        if current and now.silent is not None and now.silent > _SILENT:
            values["silent"] = names.counted(round(now.silent / _MONTH), "month")
        yield worded("stands", values, (self._citation(now.held),))
        for voice in now.voices:
            if voice != now.held:
                values = {**self._position(voice, LONG), "when": self._when(voice)}
                yield worded("stands.voice", values, (self._citation(voice),))

    def _shift(self, step: Step) -> Sentence:
        best = step.after.best
        values = {
            **self._position(best, SHORT, *step.tone),
            **self._day(best),
            "stance": self._alone(best),
            "kind": KINDS[step.kind],
            "tone": "”, “".join(step.tone) if step.is_shift else "",
        }
        about = self._about(step.matter, step.named)
        values["about"] = "" if about == values["matter"] else about
        cited = (self._citation(best, *step.tone),)
        if step.before is None:
            return worded("shift.first", values, cited)
        before = step.before.best
        earlier = {
            **self._position(before, SHORT),
            **self._day(before),
            "stance": self._alone(before),
        }
        values |= {f"before_{name}": earlier.get(name, "") for name in BEFORE}
        return worded("shift", values, (*cited, self._citation(before)))

    def _turn(self, turn: Turn) -> Sentence:
        mention = turn.best
        annotation = self._material.annotation(mention.report)
        span = place_of(mention, annotation.text)
        values = {
            "when": _turned(turn, annotation.report),
            "state": STATES[turn.state],
            "by": names.listed([self._parties.in_sentence(code) for code in turn.by]),
            **self._teller(mention, annotation),
            "quote": excerpt(annotation.text, (span,), SHORT),
            "sources": names.source_labels(
                self._material.annotation(told.mention.report).report for told in turn.told
            ),
        }
        if turn.ground and turn.ground not in values["quote"]:
            values["ground"] = " ".join(turn.ground.split())
        values["answers"] = " ".join((turn.answers or "").split())
        citation = Citation(
            report=mention.report, spans=(span,), around=(in_context(annotation.text, span),)
        )
        return worded("talks", values, (citation,))

    # Values.

    def _position(self, held: Held, longest: int, *holding: str) -> dict[str, str]:
        annotation = self._material.annotation(held.report)
        position = position_of(held, annotation)
        taken = standing.taken(position, annotation.text)
        return {
            "party": self._parties.in_sentence(held.party),
            "stance": taken.stance,
            "on": taken.on,
            "matter": standing.named_matter(position, annotation.text),
            "condition": " ".join((held.condition or "").split()),
            **standing.voice(position, annotation, self._material, self._parties),
            "quote": excerpt(annotation.text, _evidence(held, annotation, *holding), longest),
            "sources": names.source_label(annotation.report),
        }

    def _alone(self, held: Held) -> str:
        annotation = self._material.annotation(held.report)
        return standing.taken(position_of(held, annotation), annotation.text).alone

    def _about(self, matter: str, named: str) -> str:
        """The matter's name, where it is one of the record's matters."""
        return named if matter in self._matters else ""

    def _citation(self, held: Held, *holding: str) -> Citation:
        annotation = self._material.annotation(held.report)
        spans = _evidence(held, annotation, *holding)
        return Citation(
            report=held.report,
            spans=spans,
            around=tuple(in_context(annotation.text, span) for span in spans),
            position=held.number,
        )

    def _when(self, held: Held) -> str:
        said = held.date if held.dated_by == "said" else None
        return when(said, held.date)

    def _day(self, held: Held) -> dict[str, str]:
        how = "" if held.dated_by == "said" else "reported"
        return {"day": spoken(held.date or ""), "how": how}

    def _teller(self, mention: Mention, annotation: Annotation) -> dict[str, str]:
        said = next((s for s in annotation.statements if s.id == mention.said), None)
        if said is None or said.speaker is None:
            return {}
        words = names.speaker_words(annotation.text, said, self._parties)
        return {"speaker": words, "office": names.office_beside(words, said)}


def position_of(held: Held, annotation: Annotation) -> Position:
    """The position in its report's annotation."""
    return next(each for each in annotation.positions if each.id == held.number)


def place_of(mention: Mention, text: str) -> Span:
    """Where the words of a mention stand: those with the text before them as it was read. Of an
    act told in a few words the whole sentence: "the first talks between the two" tells nothing.
    The "that" which joins them to a cue is none of them."""
    start = text.find(mention.before + mention.words) + len(mention.before)
    place = Span(start, start + len(mention.words))
    if mention.kind == "statement" or len(mention.words.split()) >= _FEW_WORDS:
        told = mention.words.removeprefix("that ")
        return Span(place.end - len(told), place.end)
    return sentence_of(text, place)


def _evidence(held: Held, annotation: Annotation, *holding: str) -> Spans:
    """The piece of the evidence that shows the position, its condition and its tone best."""
    position = position_of(held, annotation)
    wanted = held.passage(*holding)
    found = [span for span in position.evidence if span.of(annotation.text) == wanted]
    if found:
        return (standing.together(found[0], position, annotation),)
    return standing.evidence(position, annotation)


def _turned(turn: Turn, report: Report) -> str:
    """How a sentence on talks opens: a recap without a day by that of its report."""
    published = report.published.date if report.published else None
    if turn.date is not None and not (turn.state == "preparing" and "future" in turn.best.flags):
        own = turn.best.dated_by in ("act", "said")
        return when(turn.date if own else None, published)
    if turn.date is not None:  # what is being prepared has a day, the preparing that of the report
        return when(None, published)
    return recalled(when(None, published))


def _are_between(told: Talks, sides: Pair) -> bool:
    """Whether two of the sides are among those who talk; or the only one there is."""
    return len(set(sides) & set(told.parties)) >= min(len(sides), _PAIR)


def _target(lane: Lane) -> tuple[str, int, str]:
    return lane.matter, list(standing.TARGETS).index(lane.on), lane.thing


def _last_day(told: Story) -> str:
    """The last day of which the lane has news."""
    return max((held.last or "" for held in told.lane.held if not held.background), default="")
