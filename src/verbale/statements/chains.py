"""Chains: who carried a speaker's words to this report, nearest the speaker first.

"Aras, quoted by Kyodo, said", "in remarks broadcast by state radio", "the daily Logam, which was
cited by the portal Youse Net", and every speaker who retells another's statement. The outlet
whose page it is and the agency it credits are no links.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from verbale.actors import Reference, Speaker, identify, outlet_again, outlet_name
from verbale.language import Word
from verbale.lexicon import Outlet
from verbale.lexicon.wordlists import word_list
from verbale.model import Report, Span
from verbale.statements.grammar import agent, noun_phrase
from verbale.statements.narrator import Narrator
from verbale.statements.scene import Draft
from verbale.statements.venue import inside_content

_QUOTING = frozenset({"quote", "cite"})
_BY_WAY_OF = frozenset({"via", "per", "through"})
_CARRYING = word_list("carrying-verbs")


def carriers_of(
    report: Report,
    number: int,
    outer: Sequence[int | None],
    speakers: Sequence[Speaker],
    drafts: Sequence[Draft],
    narrator: Narrator | None = None,
) -> tuple[str, ...]:
    """The named carriers between the speaker of draft ``number`` and ``report``.

    ``narrator`` is who says "we" of a side in a text printed in full, and so carries its words.
    """
    own = {_plain(name) for name in (*report.agencies, report.outlet or "") if name}
    found = _links(drafts[number])
    at = outer[number]
    seen = {number}
    while at is not None and at not in seen:
        seen.add(at)
        speaker = speakers[at]
        links = _links(drafts[at])
        carrier = speaker.name or ""
        if _is_named(speaker) and carrier != speakers[number].name:
            cited = [name for name in _cited(drafts[at]) if name in links]
            found += [*cited, carrier, *(name for name in links if name not in cited)]
        else:
            found += links
        at = outer[at]
    voice = narrator.voice_of(drafts[number]) if narrator and narrator.carries else None
    if voice is not None:
        name = voice.name
        if name and outer[number] is None and name != speakers[number].name:
            found.append(name)
    return tuple(dict.fromkeys(name for name in found if _plain(name) not in own))


def _plain(name: str) -> str:
    return name.casefold().removeprefix("the ")


def _is_named(speaker: Speaker) -> bool:
    return speaker.name is not None and not speaker.name.startswith("unnamed")


def _links(draft: Draft) -> list[str]:
    """The carriers that the draft's own sentence names, nearest the speaker first."""
    found = _cited(draft)
    for word in (*draft.carriers, *_quoted_by(draft), *_carried_by(draft), *_by_way_of(draft)):
        name = carrier_name(draft, word)
        if name:
            found += [*_behind(draft, word, passive=False), name]
            found += _behind(draft, word, passive=True)
    told = _told_and_cited(draft)
    return list(dict.fromkeys([*found, *told]))


def _cited(draft: Draft) -> list[str]:
    """Whom the source itself quotes: "The daily Echaab, quoting Iberia Press, reported"."""
    if draft.actor is None:
        return []
    names = []
    for verb in (*draft.actor.children, *draft.head.children):
        thing = verb.of("dobj")
        quotes = verb.tag == "VBG" and verb.lemma.lower() in _QUOTING and thing is not None
        if quotes and thing is not None and not inside_content(draft, verb):
            names.append(_outlet(draft, thing))  # ", citing the risk of war" is a reason
    return [name for name in names if name]


def _quoted_by(draft: Draft) -> Iterator[Word]:
    """The carrier in "Aras, quoted by Kyodo, said"."""
    for child in draft.actor.children if draft.actor is not None else ():
        if child.dep in {"acl", "relcl"} and child.lemma.lower() in _QUOTING:
            doer = agent(child)
            if doer is not None:
                yield doer


def _carried_by(draft: Draft) -> Iterator[Word]:
    """The outlet in "in remarks broadcast by", "a statement carried by", "a letter seen by"."""
    for word in draft.scene.words:
        if word.tag != "VBN" or word.lemma.lower() not in _CARRYING or inside_content(draft, word):
            continue
        doer = agent(word)
        above = word.head
        if doer is None or _outlet(draft, doer) is None or word is draft.head:
            continue
        told = above is draft.head or above.head is draft.head  # "..., as relayed by Reuters"
        if told or above.pos in {"NOUN", "PROPN"}:
            yield doer


def _by_way_of(draft: Draft) -> Iterator[Word]:
    """The outlet in "Lund, via the Harbour Post, said" and "Lund said, per the Harbour Post"."""
    for word in draft.scene.words:
        thing = word.of("pobj") if word.text.lower() in _BY_WAY_OF else None
        if (
            thing is None
            or inside_content(draft, word)
            or word.head not in {draft.head, draft.actor}
        ):
            continue
        if _outlet(draft, thing) is not None:
            yield thing


def _behind(draft: Draft, carrier: Word, *, passive: bool) -> list[str]:
    """What a relative clause says of a carrier: "which cited X", "which was cited by Y"."""
    names = []
    for clause in carrier.children:
        if clause.dep != "relcl" or clause.lemma.lower() not in _QUOTING:
            continue
        other = agent(clause) if passive else clause.of("dobj")
        name = carrier_name(draft, other) if other is not None else None
        if name:
            names.append(name)
    return names


def _told_and_cited(draft: Draft) -> list[str]:
    """ "Told the daily Logam, which was cited by the portal Youse Net": both carried it."""
    for whom in draft.head.children:
        if whom.dep not in {"dobj", "dative"} or inside_content(draft, whom):
            continue
        further = [name for word in whom.subtree() for name in _behind(draft, word, passive=True)]
        first = carrier_name(draft, whom)
        if further and first:
            return [first, *further]
    return []


def _outlet(draft: Draft, word: Word) -> str | None:
    """The outlet that the phrase around ``word`` names, listed or only called one."""
    mentions = draft.scene.cast.mentions(draft.scene.words)
    phrase = noun_phrase(word)
    place = Span(phrase[0].start, phrase[-1].end)
    for match in mentions.matches:
        if isinstance(match.entry, Outlet) and place.overlaps(match.span):
            return match.entry.credit
    named = outlet_name(place, mentions, draft.scene.text)
    return named or outlet_again(place, draft.scene.cast)


def carrier_name(draft: Draft, word: Word) -> str | None:
    """What to call a carrier: an outlet by its credit, anybody else by the full name."""
    outlet = _outlet(draft, word)
    if outlet is not None:
        return outlet
    mentions = draft.scene.cast.mentions(draft.scene.words)
    phrase = noun_phrase(word)
    speaker = identify(phrase, word, draft.scene.cast, mentions, Reference())
    if _is_named(speaker):
        return speaker.name
    text = Span(phrase[0].start, phrase[-1].end).of(draft.scene.text)
    return " ".join(text.split()) if re.match(r"[A-Z]", text) and word.pos == "PROPN" else None
