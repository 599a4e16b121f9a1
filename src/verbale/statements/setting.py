"""The setting of a statement: to whom, where, on which day.

What a reporter says once holds while the same voice goes on: after "Muto told TASS in an
interview", "he added" was said to TASS in that interview too. Another voice between ends it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from verbale.actors import Speaker
from verbale.model import Report, SaidHow
from verbale.statements.addressee import addressee, is_pronoun, partner
from verbale.statements.days import said_on
from verbale.statements.occasion import Entries, Interview, entries_of, interview_of
from verbale.statements.scene import Draft
from verbale.statements.venue import venue_of, venue_words

# Rules whose statements are acts of speech of their own ("rejected the charge") or silences: they
# share the day of the run they stand in, not its audience.
_OWN_AUDIENCE = frozenset(
    {
        "noun-object",
        "noun-clause",
        "noun-preposition",
        "object-as",
        "object-preposition",
        "object-infinitive",
        "object-predicate",
        "denied-claim",
        "unsaid",
        "not-said",
        "silent-on",
        "made-no-mention",
        "prepositional",
        "called-on",
        "gerund",
    }
)
_LONGEST_RUN = 1500  # characters between two statements of one run


class Setting(msgspec.Struct, frozen=True):
    """To whom, where and when something was said, each None where nothing says so."""

    to: str | None = None
    venue: str | None = None
    said_on: str | None = None
    said_how: SaidHow | None = None


class _Run(msgspec.Struct):
    """The statements of one voice that follow each other, and what is known of them."""

    keys: frozenset[str] = frozenset()
    setting: Setting = Setting()
    end: int = 0


def settings_of(
    report: Report,
    drafts: Sequence[Draft],
    speakers: Sequence[Speaker],
    outer: Sequence[int | None],
) -> list[Setting]:
    """The setting of each draft, what the same run of statements brought taken over."""
    interview, entries = interview_of(report, drafts), entries_of(report)
    found: list[Setting] = [_own(report, draft, interview, entries) for draft in drafts]
    run = _Run()
    for number, (draft, speaker) in enumerate(zip(drafts, speakers, strict=True)):
        if draft.scene.paragraph.zone != "body" or outer[number] is not None or not draft.speech:
            continue
        keys = _keys(speaker)
        own = found[number]
        goes_on = bool(keys & run.keys) and draft.place - run.end < _LONGEST_RUN
        if goes_on:
            own = found[number] = _taken_over(own, run.setting, draft)
            run.keys |= keys
        elif keys or not _recalls(draft):
            run = _Run(keys)
        if not _recalls(draft):
            run.setting = _remembered(own, run.setting if goes_on else Setting())
        run.end = max(span.end for span in (*draft.cue, *draft.content))
    return _headlines(drafts, speakers, found)


def _keys(speaker: Speaker) -> frozenset[str]:
    """What makes two speakers one voice: the name, or the house for which a spokesperson speaks."""
    keys = set()
    if speaker.name and not speaker.name.startswith("unnamed"):
        keys.add(speaker.name)
    if speaker.name and speaker.noun:
        keys.add(f"{speaker.name}:{speaker.country}")
    office = speaker.office or ""
    spokes = re.search(r"spokes\w+|press secretary|minister|secretary", office, re.I)
    if speaker.country and speaker.person is not None and spokes:
        keys.add(f"house:{speaker.country}")
    if speaker.country and speaker.kind == "institution":
        keys.add(f"house:{speaker.country}")
    return frozenset(keys)


def _taken_over(own: Setting, before: Setting, draft: Draft) -> Setting:
    if _recalls(draft):
        return own
    day, how = own.said_on, own.said_how
    if day is None and before.said_on is not None:
        day, how = before.said_on, "inferred"
    fresh = own.venue is not None or own.to is not None
    if fresh or draft.rule in _OWN_AUDIENCE:
        return Setting(own.to, own.venue, day, how)
    return Setting(before.to, before.venue, day, how)


def _remembered(own: Setting, before: Setting) -> Setting:
    """What the run goes on with: the latest audience and venue, the latest day."""
    to = own.to if own.to and not is_pronoun(own.to) else None
    fresh = to is not None or own.venue is not None
    return Setting(
        to if fresh else before.to,
        own.venue if fresh else before.venue,
        own.said_on or before.said_on,
        own.said_how or before.said_how,
    )


def _headlines(
    drafts: Sequence[Draft], speakers: Sequence[Speaker], found: list[Setting]
) -> list[Setting]:
    """A headline tells what the story's first dated words of the same speaker tell: on that day."""
    days: dict[str, Setting] = {}
    for draft, speaker, setting in zip(drafts, speakers, found, strict=True):
        if draft.scene.paragraph.zone == "body" and setting.said_on and speaker.name:
            days.setdefault(speaker.name, setting)
    for number, (draft, speaker) in enumerate(zip(drafts, speakers, strict=True)):
        known = days.get(speaker.name or "")
        bare = found[number].said_on is None and draft.scene.paragraph.zone != "body"
        if bare and known is not None and not (speaker.name or "").startswith("unnamed"):
            found[number] = msgspec.structs.replace(
                found[number], said_on=known.said_on, said_how="inferred"
            )
    return found


def _recalls(draft: Draft) -> bool:
    words = " ".join(span.of(draft.scene.text) for span in draft.cue).lower()
    return bool(re.search(r"\b(?:had|repeatedly|previously|earlier|always|long)\b", words))


def _own(report: Report, draft: Draft, interview: Interview, entries: Entries) -> Setting:
    if draft.rule == "interview-turn":
        how: SaidHow | None = "inferred" if interview.day else None
        return Setting(to=interview.asker, said_on=interview.day, said_how=how)
    to = addressee(draft)
    venue = venue_of(draft)
    if venue is not None and to is None:
        to = partner(draft, venue)
    day, how = said_on(report, draft)
    entry = entries.day_at(draft.place) if draft.scene.inside is None else None
    if day is None and entry is not None and not _recalls(draft):
        day, how = entry, "inferred"
    return Setting(
        " ".join(to.split()) if to else None,
        " ".join(venue_words(draft, venue).split()) if venue is not None else None,
        day,
        how,
    )
