"""From drafts to statements: order, nesting, speakers, carriers, days, numbers."""

from __future__ import annotations

import re
from typing import NamedTuple

from verbale.actors import (
    Reference,
    Speaker,
    Subject,
    identify,
    of_person,
    spoken_of,
    subjects_of,
)
from verbale.language import Word
from verbale.model import Passages, Polarity, Report, Span, Statement, hull
from verbale.statements.additions import take_apart_additions, take_in_cited
from verbale.statements.background import mark_background
from verbale.statements.chains import carriers_of
from verbale.statements.content import type_of
from verbale.statements.grammar import merge_touching, noun_phrase
from verbale.statements.narrator import Narrator, narrator_of, speaks_as_narrator
from verbale.statements.negation import is_left_undone, is_negated, nobody_does
from verbale.statements.scene import Draft
from verbale.statements.setting import Setting, settings_of

_SPOKES = re.compile(
    r"(?:an?|the|its|their|one) (?:army |military |police |embassy )?"
    r"(?:spokes(?:man|woman|person)|official|source)",
    re.I,
)
#: A spokesman of nobody speaks for the body that spoke so many characters before.
_NEAR = 500
_OF_ANOTHER = re.compile(r"(?:Yes|No|Well)?[,.]?\s*(?:He|She|he|she)\b")
_OTHERS = frozenset({"he", "she", "they", "it", "his", "her", "their", "its"})
_MOST_SPANS = 60  # of the quotations around a statement
_QUESTIONS = frozenset({"whether", "if", "what", "why", "how", "when", "where", "who", "which"})
_DID = frozenset({"do", "have"})
_NOT_ONLY = frozenset({"only", "just", "merely", "simply", "even", "necessarily"})
_FELT = frozenset({"regret", "lament", "mind"})  # who does not regret a deed does not deny it
_ANSWER = frozenset({"A", "Answer"})  # how an interview marks who answers


def assemble(report: Report, passages: Passages, drafts: list[Draft]) -> tuple[Statement, ...]:
    """Statements in order of place, numbered from 1, with all that their surroundings say."""
    drafts = [draft for draft in drafts if draft.content]
    drafts.sort(key=lambda d: (hull((*d.content, *d.cue)).start, d.head.start))
    take_apart_additions(drafts)
    take_in_cited(drafts)
    drafts = [draft for draft in drafts if all(draft.content)]
    narrator = narrator_of(report, drafts)
    outer = _nesting(drafts)
    owned = [_is_somebodys(d, above, narrator) for d, above in zip(drafts, outer, strict=True)]
    if not all(owned):
        drafts = [draft for draft, kept in zip(drafts, owned, strict=True) if kept]
        outer = _nesting(drafts)
    speakers = _speakers(drafts, outer, narrator)
    settings = settings_of(report, drafts, speakers, outer)
    statements = []
    for number, draft in enumerate(drafts):
        via = carriers_of(report, number, outer, speakers, drafts, narrator)
        around = _Around(speakers[number], settings[number], via, outer[number])
        statements.append(_statement(report, passages, number, draft, around))
    return mark_background(report, passages, tuple(statements))


def _is_somebodys(draft: Draft, above: int | None, narrator: Narrator | None) -> bool:
    """Whether anything says whose an attitude in the first person is: "we want to love it"."""
    told = draft.rule == "infinitive" and not draft.speech and _is_past(draft.head)
    if told and above is None and speaks_as_narrator(draft):
        return False  # "I wanted to buy a copy": a story
    if draft.speech or above is not None or not speaks_as_narrator(draft):
        return True
    return narrator is not None and narrator.voice_of(draft) is not None


def _is_past(head: Word) -> bool:
    return head.tag == "VBD" or any(c.tag == "VBD" for c in head.children if c.dep == "aux")


class _Around(NamedTuple):
    """What the surroundings of a draft say of it; ``above`` is the number of what carries it."""

    speaker: Speaker
    setting: Setting
    via: tuple[str, ...]
    above: int | None


def _statement(
    report: Report, passages: Passages, number: int, draft: Draft, around: _Around
) -> Statement:
    speaker, setting = around.speaker, around.setting
    verbatim = draft.verbatim
    return Statement(
        id=number + 1,
        zone=draft.scene.paragraph.zone,
        speech=draft.speech,
        source=draft.source,
        cue=draft.cue,
        content=merge_touching(draft.content, gap=0),
        type="direct" if verbatim else type_of(report.text, draft.content, passages.quotations),
        speaker=speaker.name,
        office=speaker.office,
        country=speaker.country,
        via=around.via,
        to=setting.to,
        venue=setting.venue,
        said_on=setting.said_on,
        said_how=setting.said_how,
        polarity=_polarity(draft),
        nested_in=around.above + 1 if around.above is not None else None,
        rule=draft.rule,
    )


def _polarity(draft: Draft) -> Polarity:
    """Two denials affirm ("did not deny"); what was never said is denied ("never agreed that")."""
    if draft.polarity == "affirms" and nobody_does(draft.head) and _opens_with_question(draft):
        return "omits"
    if draft.polarity == "affirms" and draft.speech and is_left_undone(draft.head):
        return "denies"
    if draft.polarity == "omits" or not is_negated(draft.head):
        return draft.polarity
    if draft.polarity == "denies":
        return "affirms"
    did = any(_tells_never(child) for child in draft.head.children)
    if draft.head.lemma.lower() in _FELT:
        return "affirms"  # who "does not regret" it denies nothing of it
    only = any(c.text.lower() in _NOT_ONLY for c in draft.head.children)
    if not draft.speech or not did or only or draft.head.lemma.lower() in _FELT:
        return "affirms"
    return "omits" if _opens_with_question(draft) else "denies"


def _opens_with_question(draft: Draft) -> bool:
    """Whether the content is a question: "did not estimate how many there were"."""
    return draft.content[0].of(draft.scene.text).split(maxsplit=1)[0].lower() in _QUESTIONS


def _tells_never(child: Word) -> bool:
    """Whether the helper or adverb beside a negated cue makes it a deed that was not done."""
    helps = child.dep == "aux" and child.lemma.lower() in _DID
    return helps or child.text.lower() == "never"


def _nesting(drafts: list[Draft]) -> list[int | None]:
    """For each draft the number of the smallest other one whose content holds its cue."""
    outer: list[int | None] = []
    for number, draft in enumerate(drafts):
        best: tuple[int, int] | None = None
        for other, candidate in enumerate(drafts):
            if other == number:
                continue
            if _holds(candidate, draft):
                size = sum(span.end - span.start for span in candidate.content)
                if best is None or size < best[0]:
                    best = (size, other)
        outer.append(best[1] if best else None)
    return outer


def _holds(outer: Draft, inner: Draft) -> bool:
    if inner.scene.inside is not None and inner.scene.inside in outer.quotes:
        return True
    if not inner.cue:
        return False
    cue = inner.cue[0]
    return any(span.covers(cue) for span in outer.content) and not (
        outer.cue and any(span.covers(outer.cue[0]) for span in inner.content)
    )


def _speakers(
    drafts: list[Draft], outer: list[int | None], narrator: Narrator | None
) -> list[Speaker]:
    """Who speaks, in the order of the text, so that a pronoun finds the speaker before it."""
    found: dict[int, Speaker] = {}
    people: list[Speaker] = []
    bodies: list[Speaker] = []
    places: list[int] = []
    body_places: list[int] = []
    subjects = subjects_of(drafts[0].scene.cast) if drafts else ()
    for number in sorted(range(len(drafts)), key=lambda n: _turn(n, drafts, outer)):
        draft = drafts[number]
        above = outer[number]
        speaking = found.get(above) if above is not None else None
        signs = speaking is None and narrator is not None and narrator.voice_of(draft)
        speaking = signs or speaking
        recent = Reference(
            people=people,
            bodies=bodies,
            places=places,
            body_places=body_places,
            subjects=subjects,
            speaking=speaking,
            quoted=draft.scene.inside is not None,
            told=draft.content,
            within=_spoken_of(number, drafts, outer, found),
        )
        speaker = _for_the_house(_speaker(draft, recent), draft, recent)
        found[number] = speaker
        if signs:
            continue  # nobody calls himself "he"
        if speaker.single and draft.scene.inside is None and not _retold(above, draft):
            people.append(speaker)
            places.append(draft.place)
        elif speaker.kind != "person" and (speaker.name or speaker.country):
            bodies.append(speaker)
            body_places.append(draft.place)
    return [found[number] for number in range(len(drafts))]


def _spoken_of(
    number: int, drafts: list[Draft], outer: list[int | None], found: dict[int, Speaker]
) -> tuple[Subject, ...]:
    """Whom the words that a quoted "he said" or "they want" stands in have spoken of before it;
    not whoever is quoted, who would say "I"."""
    draft = drafts[number]
    pronoun = draft.actor is not None and draft.actor.text.lower() in _OTHERS
    if draft.actor is None or not pronoun or draft.scene.inside is None:
        return ()
    told: list[Span] = []
    quoted: str | None = None
    above = outer[number]
    while above is not None and len(told) < _MOST_SPANS:
        told.extend(drafts[above].content)
        if draft.scene.inside in drafts[above].quotes and above in found:
            quoted = found[above].name
        above = outer[above]
    named = spoken_of(draft.scene.cast, tuple(told), draft.actor.start)
    return tuple(subject for subject in named if subject.who.name != quoted)


def _for_the_house(speaker: Speaker, draft: Draft, recent: Reference) -> Speaker:
    """ "The navy denied it. A spokesman added ...": he speaks for the body that spoke before."""
    words = " ".join(span.of(draft.scene.text) for span in draft.source)
    if speaker.country is not None or not _SPOKES.fullmatch(words) or not recent.bodies:
        return speaker
    spoke = max([*recent.body_places, *recent.places])
    near = recent.body_places[-1] == spoke and draft.place - spoke < _NEAR
    return speaker._replace(country=recent.bodies[-1].country) if near else speaker


def _retold(above: int | None, draft: Draft) -> bool:
    """Whether a statement is only retold in another's words: "recalled the president's remark
    that ...". "He" after it is who recalls."""
    return above is not None and draft.rule in {"noun-clause", "noun-object", "noun-preposition"}


def _turn(number: int, drafts: list[Draft], outer: list[int | None]) -> tuple[int, int, int]:
    """Outer statements come before what they hold, whichever stands first in the text."""
    depth, at = 0, number
    while (above := outer[at]) is not None and depth < len(drafts):
        depth, at = depth + 1, above
    return drafts[at].place, depth, drafts[number].place


def _speaker(draft: Draft, recent: Reference) -> Speaker:
    if draft.actor is None:
        own = draft.answers and _speaks_of_himself(draft)
        person = draft.scene.cast.protagonist() if own else None
        return of_person(person) if person is not None else Speaker(None, "unnamed")
    cast = draft.scene.cast
    if draft.rule == "interview-turn" and draft.actor.text.rstrip(".:") in _ANSWER:
        person = cast.protagonist() if _speaks_of_himself(draft) else None
        return of_person(person) if person is not None else Speaker(None, "unnamed")
    mentions = cast.mentions(draft.scene.words)
    apart = draft.rule == "according-to"  # "a note seen by Reuters": not whoever has seen it
    phrase = noun_phrase(draft.actor) if apart else _source_words(draft)
    phrase = phrase or noun_phrase(draft.actor)
    head = draft.actor if draft.actor in phrase else _top(phrase)
    return identify(phrase, head, cast, mentions, recent)


def _speaks_of_himself(draft: Draft) -> bool:
    """Whether an answer does not speak of the one whom the report is about as "she" or "he"."""
    words = " ".join(span.of(draft.scene.text) for span in draft.content)
    return _OF_ANOTHER.match(words) is None


def _top(phrase: list[Word]) -> Word:
    """The word that the rest of a phrase hangs on; of several the first that is a noun."""
    tops = [word for word in phrase if word.head not in phrase or word.head is word]
    return next((word for word in tops if word.pos in {"NOUN", "PROPN", "PRON"}), tops[0])


def _source_words(draft: Draft) -> list[Word]:
    """The words of the source: what was found to be the source is what is read, not what else the
    parser hangs on it."""
    words = [
        word
        for word in draft.scene.words
        if word.end > word.start
        and any(span.covers(Span(word.start, word.end)) for span in draft.source)
    ]
    aside = (n for n, w in enumerate(words) if n and w.text == "who" and words[n - 1].text == ",")
    return words[: next(aside, len(words) + 1) - 1]
