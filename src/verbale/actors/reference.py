"""Who a source phrase refers to: name, office, state - as far as the report says.

Our own rules, since no coreference library runs offline. The readers are tried in a fixed order
and the first answer wins; where more than one candidate is left, the answer is None with
everything else that the phrase itself says.
"""

from __future__ import annotations

from collections.abc import Sequence

from verbale.actors.cast import Cast
from verbale.actors.groups import pair_meant
from verbale.actors.houses import house_meant
from verbale.actors.institutions import (
    body,
    organisation,
    outlet_again,
    outlet_named,
    party,
    shortened,
)
from verbale.actors.mentions import Mentions
from verbale.actors.papers import signed_by
from verbale.actors.persons import person_named
from verbale.actors.phrases import conjuncts, is_one_name, phrase_of
from verbale.actors.pronouns import PERSONAL, pronoun
from verbale.actors.speaker import Asked, Reference, Speaker, listed
from verbale.actors.titled import title_alone
from verbale.actors.unnamed import author, unnamed
from verbale.language import Word
from verbale.model import Span

_OWN = frozenset({"his", "her", "their", "its", "our", "my", "your"})
_OFFICES = frozenset({"office", "staff", "team", "lawyers", "campaign", "aides"})


def identify(
    phrase: Sequence[Word], head: Word, cast: Cast, mentions: Mentions, recent: Reference
) -> Speaker:
    """Who ``phrase`` (the words of a source, around ``head``) refers to."""
    if head.text == "HE" and len(phrase) > 1:  # His Excellency the Minister
        head = next((w for w in reversed(phrase) if w.pos in {"NOUN", "PROPN"}), head)
    elif head.pos == "PRON" or (head.pos != "PROPN" and head.text.lower() in PERSONAL):
        if head.text.lower() in {"both", "neither"}:
            found = pair_meant(_asked(phrase, head, cast, mentions, recent))
            return found or Speaker(None, "group")
        if head.text.lower() not in PERSONAL and head.text.lower() not in {"those", "one"}:
            return Speaker(None, "unnamed", noun=head.text.lower())
        return pronoun(head, cast, recent)
    asked = _asked(phrase, head, cast, mentions, recent)
    if asked.worded in {"the former", "the latter"}:
        return _of_two(asked)
    others = conjuncts(head, phrase)
    if others and not is_one_name(head, others, mentions):
        return _several(phrase, head, others, cast, mentions, recent)
    for answer in (
        shortened,
        outlet_named,
        _office_of,
        person_named,
        pair_meant,
        title_alone,
        body,
        organisation,
        party,
        author,
        _signed,
        house_meant,
        _outlet_again,
    ):
        found = answer(asked)
        if found is not None:
            return found
    return unnamed(asked)


def _asked(
    phrase: Sequence[Word], head: Word, cast: Cast, mentions: Mentions, recent: Reference
) -> Asked:
    span = Span(phrase[0].start, phrase[-1].end)
    return Asked(span, Span(head.start, head.end), head, phrase, cast, mentions, recent)


def _signed(asked: Asked) -> Speaker | None:
    return signed_by(asked, identify)


def _outlet_again(asked: Asked) -> Speaker | None:
    """ "The agency", after an agency was named."""
    name = outlet_again(asked.span, asked.cast)
    return Speaker(name, "outlet") if name else None


def _of_two(asked: Asked) -> Speaker:
    """ "The former", "the latter": of the two that the nearest subject joins."""
    before = [
        mentions
        for mentions in asked.cast.sentences
        if mentions.words and mentions.words[0].start < asked.span.start - len("the latter")
    ]
    for mentions in sorted(before, key=lambda m: -m.words[0].start)[:3]:
        for word in mentions.words:
            if word.dep not in {"nsubj", "nsubjpass"}:
                continue
            phrase = phrase_of(word)
            others = conjuncts(word, phrase)
            if len(others) == 1:
                first = [w for w in phrase if w.i < others[0].subtree()[0].i and w.pos != "CCONJ"]
                part = first if asked.worded == "the former" else others[0].subtree()
                head = word if asked.worded == "the former" else others[0]
                return identify(part, head, asked.cast, mentions, Reference())
    return Speaker(None, "person")


def _several(
    phrase: Sequence[Word],
    head: Word,
    others: list[Word],
    cast: Cast,
    mentions: Mentions,
    recent: Reference,
) -> Speaker:
    """A list of sources: all their names, a country only when it is the same."""
    first = min(word.subtree()[0].i for word in others)
    parts = [identify([w for w in phrase if w.i < first] or [head], head, cast, mentions, recent)]
    for other in others:
        apart = {w.i for later in conjuncts(other, phrase) for w in later.subtree()}
        below = [w for w in other.subtree() if w in phrase and w.i not in apart]
        while below and below[-1].pos in {"PUNCT", "CCONJ"}:
            below = below[:-1]
        parts.append(identify(below or [other], other, cast, mentions, recent))
    names = list(dict.fromkeys(part.name for part in parts if part.name))
    countries = {part.country for part in parts}
    if not names or len([part for part in parts if part.name]) < len(parts):
        return parts[0] if parts[0].name else Speaker(None, "group")
    country = countries.pop() if len(countries) == 1 else None
    if len(names) == 1:
        return parts[0]
    if all(name.startswith("unnamed ") for name in names):
        names = [names[0], *(name.removeprefix("unnamed ") for name in names[1:])]
        return Speaker(listed(names), "unnamed", country)
    return Speaker(listed(names), "group", country)


def _office_of(asked: Asked) -> Speaker | None:
    """ "His office", "Menon's office": the house of a person, who is not quoted himself."""
    if asked.head.text.lower() not in _OFFICES or asked.mentions.bodies_over(asked.core):
        return None
    owner = next((c for c in asked.head.children if c.dep == "poss"), None)
    if owner is None:
        return None
    if owner.text.lower() in _OWN:
        who = pronoun(owner, asked.cast, asked.recent) if owner.text.lower() != "its" else None
    else:
        words = [w for w in owner.subtree() if w.dep != "case"]
        who = identify(words, owner, asked.cast, asked.mentions, asked.recent)
    if who is None or who.person is None:
        return None
    return Speaker(f"{asked.head.text.lower()} of {who.name}", "institution", who.country)
