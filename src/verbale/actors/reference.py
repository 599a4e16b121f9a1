"""Who a source phrase refers to: name, office, state - as far as the report says.

Our own rules, since no coreference library runs offline. The readers are tried in a fixed order
and the first answer wins; where more than one candidate is left, the answer is None with
everything else that the phrase itself says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from verbale.actors.cast import Cast
from verbale.actors.described import named_next
from verbale.actors.groups import pair_meant
from verbale.actors.houses import house_meant, named_so
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
from verbale.actors.person import Person
from verbale.actors.persons import person_named
from verbale.actors.phrases import conjuncts, is_one_name, phrase_of
from verbale.actors.pronouns import PERSONAL, pronoun
from verbale.actors.sayers import is_sayer
from verbale.actors.speaker import Asked, Reference, Speaker, asked_of, listed, of_person
from verbale.actors.states import any_country
from verbale.actors.titled import title_alone
from verbale.actors.unnamed import author, counted, unnamed
from verbale.language import Word
from verbale.model import Span

_OWN = frozenset({"his", "her", "their", "its", "our", "my", "your"})
_HOUSE_OF_OFFICE = re.compile(
    r"(?:[Tt]he\s+)?(?P<owner>(?!His\b|Her\b|Its\b|Their\b)[^,;]*\w)(?:[’']s|(?<=s)[’'])\s+"
    r"(?P<house>Office|office)(?:\s+(?:for|of)\s+[^,;]+)?"
)
_DOERS = ("er", "or", "ist", "ee", "aire", "man", "woman", "ian")
_OFFICES = frozenset(
    {"office", "laboratory", "lab", "staff", "team", "lawyers", "campaign", "aides"}
)


def identify(
    phrase: Sequence[Word], head: Word, cast: Cast, mentions: Mentions, recent: Reference
) -> Speaker:
    """Who ``phrase`` (the words of a source, around ``head``) refers to."""
    if head.text == "HE" and len(phrase) > 1:  # His Excellency the Minister
        head = next((w for w in reversed(phrase) if w.pos in {"NOUN", "PROPN"}), head)
    elif head.pos == "PRON" or (head.pos != "PROPN" and head.text.lower() in PERSONAL):
        if head.text.lower() in {"both", "neither"}:
            found = pair_meant(asked_of(phrase, head, cast, mentions, recent))
            return found or Speaker(None, "group")
        taken = head.text.lower() in PERSONAL | {"those", "one", "their", "its"}
        if not taken and counted(head) is None:
            return Speaker(None, "unnamed", noun=head.text.lower())
        if taken:
            return pronoun(head, cast, recent)
    asked = asked_of(phrase, head, cast, mentions, recent)
    if asked.worded in {"the former", "the latter"}:
        return _of_two(asked)
    others = conjuncts(head, phrase)
    if not others and (led := _led_by_known(asked)) is not None:
        return led
    alone = _one_of_many_parts(asked) if others else None
    if alone is not None:
        return alone
    if others and not is_one_name(head, others, mentions):
        return _several(phrase, head, others, cast, mentions, recent)
    for answer in (
        _house_of_an_office,
        shortened,
        outlet_named,
        _office_of,
        person_named,
        pair_meant,
        named_next,
        title_alone,
        body,
        organisation,
        party,
        author,
        _signed,
        named_so,
        house_meant,
        _outlet_again,
    ):
        found = answer(asked)
        if found is not None:
            return found
    return unnamed(asked)


def _one_of_many_parts(asked: Asked) -> Speaker | None:
    """The one person of a phrase whose "and" joins what he is: "Michael Sims, CEO and founder of
    Ceres", "chairman, CEO and president Craig Menear"."""
    runs = [r for r in asked.mentions.names if asked.span.covers(r.span)]
    people = [r for r in runs if (p := asked.cast.person_at(r.span)) is not None and p.seems_human]
    if len(people) != 1 or len(people[0].words) == 1:
        return None
    run, words = people[0], asked.phrase
    others = [r for r in runs if r is not run and r.span.end <= run.span.start]
    if any(r.words[-1].dep not in {"compound", "nmod", "poss", "amod"} for r in others):
        return None  # "Trump and Trade Representative Marc Lindhauer"
    before = [w for w in words if w.end <= run.span.start]
    after = [w for w in words if w.start >= run.span.end]
    person = asked.cast.person_at(run.span)
    if person is None or (before and after):
        return None
    if after and after[0].text == ",":
        titles = [held.span.start for held in asked.mentions.titles]
        first = next((w for w in after[1:] if w.pos != "DET"), after[0])
        return of_person(person) if first.start in titles else None
    roles = [w for w in before if w.pos in {"NOUN", "PROPN"}]
    plain = bool(roles) and not any(w.pos == "DET" or w.tag == "NNS" for w in before)
    sayers = all(
        w.dep in {"compound", "amod"} or is_sayer(w, asked.mentions) or w.lemma.endswith(_DOERS)
        for w in roles
    )
    return of_person(person) if plain and sayers and _joins_roles(before) else None


def _led_by_known(asked: Asked) -> Speaker | None:
    """ "Lowe and Trade Minister Ann Reed": two people, where the parser has taken the surname of
    the first for part of the second's office."""
    words = asked.phrase
    at = next((n for n, w in enumerate(words) if w.text.lower() in {"and", "&"}), 0)
    if not at or not words[at - 1].text.istitle():
        return None
    first = _known_at_the_end(words[:at], asked)
    if first is None or not first.sure:
        return None
    rest = [w for w in words[at + 1 :] if w.pos != "PUNCT"]
    if not rest:
        return None
    second = identify(rest, asked.head, asked.cast, asked.mentions, asked.recent)
    if second.name is None or second.person is first or asked.head not in rest:
        return None
    country = first.country if first.country == second.country else None
    return Speaker(listed([first.name, second.name]), "group", country)


def _known_at_the_end(words: Sequence[Word], asked: Asked) -> Person | None:
    """The person whom "Lowe" or "President Lowe" names; None for "CEO" and for a list of names."""
    if any(w.text == "," for w in words):
        return None
    if len(words) == 1:
        return asked.cast.person_called(words[0].text)
    named = any(run.words[-1] is words[-1] for run in asked.mentions.names)
    return asked.cast.person_at(Span(words[0].start, words[-1].end)) if named else None


def _joins_roles(words: Sequence[Word]) -> bool:
    """Whether an "and" stands between two roles and none stands right before the name."""
    return any(w.text.lower() in {"and", "&"} for w in words[:-1]) and words[-1].pos != "CCONJ"


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
        who = identify(below or [other], other, cast, mentions, recent)
        parts.append(who if who.name else who._replace(name=_name_in(below, mentions)))
    counted = parts[0].name is not None and parts[0].name.startswith("unnamed ")
    if counted and head.tag == "NNS" and len(parts) > 2 and all(p.person for p in parts[1:]):
        parts = parts[1:]  # "the two witnesses, Tom Aras and Ilse Varga"
    if _are_one(head, others, phrase) and parts[0].person is not None:
        return parts[0]
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


def _are_one(head: Word, others: Sequence[Word], phrase: Sequence[Word]) -> bool:
    """Whether "and" joins what one person is: "the singer and guitarist"."""
    roles = (head, *others)
    single = all(word.tag == "NN" and word.text.islower() for word in roles)
    return single and sum(word.pos == "DET" for word in phrase) == 1 and phrase[0].pos == "DET"


def _name_in(words: Sequence[Word], mentions: Mentions) -> str | None:
    """The Kali of "he and his wife Kali"."""
    runs = [run for run in mentions.names if words and run.words[-1] is words[-1]]
    return " ".join(word.text for word in runs[0].words) if runs else None


def _house_of_an_office(asked: Asked) -> Speaker | None:
    """ "The U.S. Attorney's Office for the Western District of New York", "Bolivia's public
    defender's office": a house that is called after an office, and not after a person."""
    text = " ".join(asked.span.of(asked.cast.text).split())
    found = _HOUSE_OF_OFFICE.fullmatch(text)
    if found is None:
        return None
    owner = found["owner"].split()[-1].lower()
    owned = [run for run in asked.mentions.names if asked.span.covers(run.span)]
    if any(owner.endswith(run.words[-1].text.lower()) for run in owned):
        return None  # Menon's office
    if not found["house"][0].isupper() and not text[0].isupper() and " " not in found["owner"]:
        return None  # "the governor's office" is that of the governor who is named
    country = any_country(asked)
    return Speaker(re.sub(r"^(?i:the)\s+", "", text), "institution", country)


def _office_of(asked: Asked) -> Speaker | None:
    """ "His office", "Menon's office": the house of a person, who is not quoted himself."""
    if asked.head.text.lower() not in _OFFICES or asked.mentions.bodies_over(asked.core):
        return None
    of_ = next((c for c in asked.head.children if c.text == "of"), None)
    owner = next((c for c in asked.head.children if c.dep == "poss"), None)
    owner = owner or (of_.of("pobj") if of_ is not None else None)
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
