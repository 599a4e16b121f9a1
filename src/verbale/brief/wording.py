"""The sentences a brief can consist of, and how values are put into them.

``{slot}`` is a value; what stands in ``[...]`` is printed only if its slots have values. These
templates hold every word of a brief that does not come from the record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from verbale.brief.model import Citation, Sentence

NON_ENDORSEMENT = (
    "Names and claims stand here in the words of those who use them, and no name is given as"
    " the name. Verbale takes no side."
)
QUOTING = (
    "Words between “ ” stand so in the report cited; three dots in square brackets mark what was"
    " left out. After a bare colon they are the speaker's own words; otherwise they are the"
    " report's."
)
TEMPLATES: dict[str, str] = {
    # Headings and the frame.
    "title": "Brief[: {parties}]",
    "title.matter": "Brief on {name}",
    "title.about": "Brief on {words}",
    "heading.overview": "Overview",
    "heading.dispute": "{parties}",
    "heading.single": "{parties} alone",
    "heading.unplaced": "Reports that name no party",
    "heading.side": "{party}",
    "heading.stands": "Where each side stands",
    "heading.shifts": "What changed[ since {since}]",
    "heading.contested": "What is contested",
    "heading.contest": "{about}: {question}",
    "heading.talks": "State of the talks",
    "heading.matter": "{about}",
    "heading.positions": "Earlier positions",
    "heading.last": "Said last",
    "heading.before": "Said before",
    "heading.undated": "Said in a year that is not known",
    "heading.recap": "Recalled by reports as said earlier",
    "heading.told": "As told by others",
    "heading.others": "What others said",
    "heading.timeline": "Timeline",
    "heading.questions": "Open questions",
    "heading.sources": "Sources",
    "footer.endorsement": NON_ENDORSEMENT,
    "footer.quoting": QUOTING,
    "footer.corrected": "Made by hand: {corrections} of what was drawn from these reports.",
    "footer.orphaned": "Without effect: {corrections} whose passage is not in the record"
    " (see verbale corrections --orphaned).",
    # Counts.
    "count.none": "The record holds nothing that fits.",
    "count.reports": "{reports}[ of {period}][; the year of {undated} is not known].",
    "count.outlets": "Published by {outlets}[; {unknown} without a stated outlet]"
    "[. Credited to {agencies}].",
    "count.statements": "{statements} found[, {placed} of them by {parties}].",
    "count.left_out": "{left} not shown; ask for a shorter period or a matter.",
    "count.silent": "No dated statement by {party} in these reports.",
    "filter.since": "Only from {since} on.",
    "filter.until": "Only up to {until}.",
    "filter.matter": "Only what is about {name}.",
    "filter.about": "Only what holds {words} in its words or its report's headline.",
    # Statements.
    "said.direct": "{when}{speaker}[ of {party}][, {office},] {verb}[ {to}][ {venue}]"
    "[, as quoted by {via}]: {quote} ({sources}).[ It rests on {rests}.]",
    "said.reported": "{when}{speaker}[ of {party}][, {office},][, according to {via},] {quote}"
    " ({sources}).[ It rests on {rests}.]",
    "said.content": "{when}{speaker}[ of {party}][, {office},] {verb}[ {to}][ {venue}]"
    "[, according to {via}], in the report's words: {quote} ({sources}).[ It rests on {rests}.]",
    "told.reported": "{when}according to {teller}[ of {teller_party}][, {teller_office}],"
    " {speaker}[, {office},] {quote} ({sources}).",
    "told.content": "{when}according to {teller}[ of {teller_party}][, {teller_office}],"
    " {speaker}[, {office},] {verb}, in the report's words: {quote} ({sources}).",
    "line.direct": "{day}[, {how}] · [{party} · ]{speaker}[, {office}]: {quote}",
    "line.reported": "{day}[, {how}] · [{party} · ]{speaker}[, {office},] {quote}",
    "line.content": "{day}[, {how}] · [{party} · ]{speaker}[, {office},] {verb}, in the report's"
    " words: {quote}",
    "line.deed": "{day}[, {how}] · {party} · {quote}",
    # Positions.
    "position": "{when}{party} {stance} {on}[ ({matter})][, {condition}]"
    "[, through {speaker}[, {office}]][, as told by {teller}[ of {teller_party}]][, {narrated}]:"
    " {quote} ({sources}).[ {party} denies it: {denial}.][ It rests on {rests}.]",
    # Where each side stands now, what changed, and the talks.
    "stands": "{when}{party} {stance} {on}[ ({matter})][, {condition}]"
    "[, through {speaker}[, {office}]][, as told by {teller}[ of {teller_party}]][, {narrated}]:"
    " {quote} ({sources}).[ {party} denies it: {denial}.][ It rests on {rests}.]"
    "[ It has stood so since {since}.]"
    "[ The newest report here is {silent} later.]",
    "stands.voice": "Another voice: {when}{party} {stance} {on}[ ({matter})][, {condition}]"
    "[, through {speaker}[, {office}]]: {quote} ({sources}).",
    "shift": "[{about}: ]{party} on {on}[ ({matter})]: {kind}[ ({tone})]. Before: {before_day}"
    "[, {before_how}][, through {before_speaker}[, {before_office}]], {before_stance}"
    "[, {before_condition}]: {before_quote} ({before_sources}). After: {day}[, {how}]"
    "[, through {speaker}[, {office}]], {stance}[, {condition}]: {quote} ({sources}).",
    "shift.first": "[{about}: ]{party} on {on}[ ({matter})]: {kind}. {day}[, {how}]"
    "[, through {speaker}[, {office}]], {stance}[, {condition}]: {quote} ({sources}).",
    "talks": "{when}{state}[ by {by}][, according to {speaker}[, {office}]]: {quote} ({sources})."
    "[ Ground given: {ground}.][ Told as an answer to this: {answers}.]",
    # What is contested.
    "name.told": "{name}: so called by {told}, as reported by {told_by}.[ Used by {users}.]"
    " In these reports {days}.",
    "name.used": "{name}: used by {users}. In these reports {days}.",
    "claim": "{when}{party} {verb}[, through {speaker}[, {office}]]"
    "[, as told by {teller}[ of {teller_party}]]: {quote} ({sources}).[ First {first}.]",
    "claim.more": "{left} more of {party} stand in the record.",
    # Open questions.
    "open.year": "{report} gives its day as {day}, without a year.",
    "open.day": "{report} gives no day.",
    "open.inferred": "{report} does not state its day; {day} was worked out[ from {basis}].",
    "open.unread": "{report} was kept and not searched for statements: {reason}.",
    "open.speaker": "{report} does not tell who is meant by {source} where it has {quote}.",
    "open.state": "{report} does not tell for which party {speaker}[, {office},] speaks where it"
    " has {quote}.",
    "open.contested": "{report} seems to have {speaker}[, {office},] speak for {party}, where other"
    " reports have {others}; not counted for anybody where it has {quote}.",
    "open.skipped": "Not read: {name} ({reason}).",
    "open.more": "{left} more of this kind.",
    "open.none": "None.",
    # Sources.
    "source": "{report}[, {day}][ ({how})][, by {authors}]: {statements}[; {flags}].[ {url}]",
}

Style = Literal["prose", "quote", "name", "day", "source", "place"]
_STYLES: dict[str, Style] = {
    "quote": "quote",
    "before_quote": "quote",
    "before_condition": "quote",
    "before_speaker": "name",
    "before_sources": "source",
    "before_day": "day",
    "tone": "quote",
    "ground": "quote",
    "answers": "quote",
    "condition": "quote",
    "denial": "quote",
    "matter": "quote",
    "words": "quote",
    "speaker": "name",
    "source": "quote",
    "teller": "name",
    "party": "name",
    "about": "name",
    "when": "day",
    "day": "day",
    "days": "day",
    "first": "day",
    "name": "name",
    "told_by": "source",
    "sources": "source",
    "url": "place",
}
#: A matter is called as reports call it: "fishing fees", which opens a line all the same.
_OPENED_BY_NAMES = frozenset({"heading.matter", "heading.contest", "shift", "shift.first"})
_TOKEN = re.compile(r"\{(\w+)\}|([\[\]])|([^{}\[\]]+)")


class Run(NamedTuple):
    """Some words of a sentence and what they are, for whoever sets them in type."""

    text: str
    style: Style


def slots(template: str) -> tuple[str, ...]:
    """The names of the values that the template takes."""
    return tuple(match[1] for match in _TOKEN.finditer(TEMPLATES[template]) if match[1])


def required(template: str) -> frozenset[str]:
    """The slots that do not stand in brackets."""
    depth, found = 0, set()
    for slot, bracket, _ in _TOKEN.findall(TEMPLATES[template]):
        depth += {"[": 1, "]": -1, "": 0}[bracket]
        if slot and not depth:
            found.add(slot)
    return frozenset(found)


def worded(
    template: str, values: Mapping[str, str], citations: tuple[Citation, ...] = ()
) -> Sentence:
    """The sentence of those ``values`` that are not empty and that the template takes."""
    taken = set(slots(template))
    kept = {name: value for name, value in values.items() if value and name in taken}
    return Sentence(template=template, values=kept, citations=citations)


def runs(sentence: Sentence) -> tuple[Run, ...]:
    """The sentence in words. Raises ``KeyError`` for an unknown template or a missing value."""
    missing = required(sentence.template) - {k for k, v in sentence.values.items() if v}
    if missing:
        raise KeyError(sorted(missing)[0])
    pieces = [run for run in _filled(TEMPLATES[sentence.template], sentence.values) if run.text]
    if pieces and sentence.template in _OPENED_BY_NAMES:
        first = pieces[0]
        pieces[0] = first._replace(text=first.text[:1].upper() + first.text[1:])
    return tuple(pieces)


def words(sentence: Sentence) -> str:
    """The sentence as one string, without its citations."""
    return "".join(run.text for run in runs(sentence))


def _filled(template: str, values: dict[str, str]) -> list[Run]:
    """Nested brackets are filled inside out: a frame whose slot is empty is forgotten."""
    frames: list[tuple[list[Run], bool]] = [([], True)]
    for slot, bracket, literal in _TOKEN.findall(template):
        done, full = frames[-1]
        if bracket == "[":
            frames.append(([], True))
        elif bracket == "]":
            frames.pop()
            if full:
                frames[-1][0].extend(done)
        elif literal:
            done.append(Run(literal, "prose"))
        elif values.get(slot):
            done.extend(_value(slot, values[slot]))
        else:
            frames[-1] = (done, False)
    return frames[0][0]


def _value(slot: str, value: str) -> Iterator[Run]:
    style = _STYLES.get(slot, "prose")
    yield Run(f"“{value}”" if style == "quote" else value, style)
