"""Who a source phrase refers to: name, office, state - as far as the report says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verbale.actors.cast import Cast
from verbale.actors.groups import pair_meant
from verbale.actors.institutions import (
    body,
    organisation,
    outlet_again,
    outlet_named,
    party,
    shortened,
)
from verbale.actors.mentions import Mentions
from verbale.actors.names import NameRun
from verbale.actors.offices import Held
from verbale.actors.person import Person
from verbale.actors.pronouns import PERSONAL, pronoun
from verbale.actors.speaker import Asked, Reference, Speaker, Subject, listed, of_person
from verbale.actors.states import any_country, country_of_kind
from verbale.language import Word
from verbale.lexicon.wordlists import word_list
from verbale.model import Span

_DOCUMENTS = word_list("documents")
_AGENTIVE = word_list("agentive")
_UNNAMED_HEADS = word_list("unnamed")
_DEFINITE = frozenset({"the", "this", "that", "his", "her", "its", "their", "our", "both"})
_SOME = frozenset({"a", "an", "one", "another", "some", "several", "two", "three", "four", "many"})
_ONE = frozenset({"a", "an", "one", "another"})
_NOT_THE_HEAD = frozenset({"poss", "pobj", "pcomp"})
_OWN = frozenset({"his", "her", "their", "its", "our", "my", "your"})
_CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp", "parataxis"})
_HOUSES = frozenset({"mission", "force", "delegation", "office", "panel", "committee", "agency"})
_ANYBODY = frozenset({"person", "one", "somebody", "someone", "nobody", "everybody", "everyone"})
_OFFICES = frozenset({"office", "staff", "team", "lawyers", "campaign", "aides"})


def is_sayer(word: Word, mentions: Mentions) -> bool:
    """Whether ``word`` can say or think something: a person, party, body, outlet or people."""
    if word.pos == "PRON":
        small = word.text.lower()
        return small in PERSONAL or word.lemma.lower() in _AGENTIVE
    place = Span(word.start, word.end)
    if any(match.span.overlaps(place) for match in mentions.matches):
        return True
    if any(run.span.overlaps(place) for run in mentions.names):
        return True
    return word.pos == "PROPN" or word.lemma.lower() in _AGENTIVE or word.text.lower() in _AGENTIVE


def is_document(word: Word) -> bool:
    """Whether ``word`` is something written, counted or shown that is said to "say" things."""
    return word.lemma.lower() in _DOCUMENTS or word.text.lower() in _DOCUMENTS


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
    others = _conjuncts(head, phrase)
    if others and not _is_one_name(head, others, mentions):
        return _several(phrase, head, others, cast, mentions, recent)
    for answer in (
        shortened,
        outlet_named,
        _office_of,
        _person,
        pair_meant,
        _title_alone,
        body,
        organisation,
        party,
        _author,
        _outlet_again,
    ):
        found = answer(asked)
        if found is not None:
            return found
    return _unnamed(asked)


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
            phrase = _phrase(word)
            others = _conjuncts(word, phrase)
            if len(others) == 1:
                first = [w for w in phrase if w.i < others[0].subtree()[0].i and w.pos != "CCONJ"]
                part = first if asked.worded == "the former" else others[0].subtree()
                head = word if asked.worded == "the former" else others[0]
                return identify(part, head, asked.cast, mentions, Reference())
    return Speaker(None, "person")


def subjects_of(cast: Cast) -> tuple[Subject, ...]:
    """Everybody and every body that is the subject of a clause outside quotations, in order."""
    found: list[Subject] = []
    for mentions in cast.sentences:
        if not mentions.words or id(mentions.words[0]) in cast.quoted:
            continue
        for word in mentions.words:
            if (
                word.dep not in {"nsubj", "nsubjpass"}
                or word.pos == "PRON"
                or word.quote is not None
            ):
                continue
            phrase = _phrase(word)
            who = identify(phrase, word, cast, mentions, Reference())
            if (who.name or who.country) and (who.kind != "unnamed" or _can_speak(word)):
                found.append(Subject(word.start, who, _in_main_clause(word.head)))
    found.sort(key=lambda subject: subject.place)
    return tuple(found)


def _in_main_clause(verb: Word) -> bool:
    while verb.dep in {"conj", "aux", "auxpass"} and verb.head is not verb:
        verb = verb.head
    return verb.head is verb


def _can_speak(word: Word) -> bool:
    lemma = word.lemma.lower()
    return (lemma in _AGENTIVE or lemma in _UNNAMED_HEADS) and lemma not in _ANYBODY


def _phrase(word: Word) -> list[Word]:
    """The words around a subject without the clauses that hang on it."""
    kept = [word]
    for one in kept:
        kept.extend(child for child in one.children if child.dep not in _CLAUSES)
    kept.sort(key=lambda w: w.i)
    return kept


def _asked(
    phrase: Sequence[Word], head: Word, cast: Cast, mentions: Mentions, recent: Reference
) -> Asked:
    span = Span(phrase[0].start, phrase[-1].end)
    return Asked(span, Span(head.start, head.end), head, phrase, cast, mentions, recent)


def _conjuncts(head: Word, phrase: Sequence[Word]) -> list[Word]:
    """The further members of a list, each once: Berlin and Rome in "Paris, Berlin and Rome"."""
    found: list[Word] = []
    for child in head.children:
        if child.dep == "appos":  # the Malian minister, Awa Traoré, and the Senegalese minister
            found += _conjuncts(child, phrase)
        named = child.pos in {"NOUN", "PROPN", "PRON", "NUM"}
        if child.dep == "conj" and child in phrase and named:
            found += [child, *_conjuncts(child, phrase)]
    return found


def _is_one_name(head: Word, others: list[Word], mentions: Mentions) -> bool:
    """Whether "and" stands inside one name or office: "Minister of Trade and Integration X"."""
    joined = Span(head.start, max(word.end for word in others))
    known = [held.span for held in mentions.titles] + [named.span for named in mentions.bodies]
    return any(span.covers(joined) for span in known)


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
        apart = {w.i for later in _conjuncts(other, phrase) for w in later.subtree()}
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


def _person(asked: Asked) -> Speaker | None:
    run = _run_meant(asked)
    if run is None:
        return _by_surname(asked)
    name = run.span.of(asked.cast.text)
    cast = asked.cast
    person = cast.person_at(run.span) or cast.person_called(name)
    if person is not None:
        if person.country is None and not person.serves_a_state:
            person.country = country_of_kind(asked, run.span)
        return of_person(person)
    title = asked.mentions.title_before(run, cast.text)
    country, office = (title.country, title.title) if title else (None, None)
    return Speaker(" ".join(name.split()), "person", country, office, single=True)


def _run_meant(asked: Asked) -> NameRun | None:
    """The name of whom the phrase is: at its head, in apposition, or behind its title."""
    text = asked.cast.text
    runs = [
        run
        for run in asked.mentions.names
        if not run.is_organisation
        and asked.span.overlaps(run.span)
        and not re.match(r"[’']s?\s+\w", text[run.span.end : min(run.span.end + 5, asked.span.end)])
    ]
    at_head = [run for run in runs if run.span.overlaps(asked.core)]
    titled = [run for run in runs if asked.mentions.titles_of(run, text)]
    linked = [run for run in runs if _names_head(run, asked)]
    behind = [run for run in runs if _stands_behind(run, asked)]
    opens = [run for run in runs if run.span.start == asked.span.start and _is_known(run, asked)]
    for found in (
        at_head,
        opens,
        [r for r in titled if r in behind or r in linked],
        linked,
        behind,
    ):
        if found:
            return found[0]
    return None


def _is_known(run: NameRun, asked: Asked) -> bool:
    """Whether a name that opens the phrase is a person's: "Mayer, the firm's chairman"."""
    person = asked.cast.person_at(run.span)
    return person is not None and person.sure


def _stands_behind(run: NameRun, asked: Asked) -> bool:
    """Whether a known person's name follows a comma or a common noun at the top of the phrase."""
    person = asked.cast.person_at(run.span)
    if person is None or not (person.sure or len(person.tokens) > 1):
        return False
    before = asked.cast.text[asked.span.start : run.span.start]
    held = next((h for h in asked.mentions.titles if h.span.overlaps(asked.core)), None)
    if held is not None and held.span.end <= run.span.start:
        gap = asked.cast.text[held.span.end : run.span.start]
        return gap.strip(" ,\r\n\t") == "" or asked.mentions.titles_of(run, asked.cast.text) != []
    return before.rstrip().endswith(",")


def _by_surname(asked: Asked) -> Speaker | None:
    """A surname that the parser took for a common noun: "Sanders said", "Muto: ..."."""
    word = asked.head
    known = any(m.span.overlaps(asked.core) for m in asked.mentions.matches)
    if known or not word.text[0].isupper() or len(asked.phrase) > 1:
        return None
    person = asked.cast.person_called(word.text)
    return of_person(person) if person is not None else None


def _names_head(run: NameRun, asked: Asked) -> bool:
    """Whether a name in the phrase is the name of its head, in apposition."""
    if not asked.span.covers(run.span):
        return False
    word = next((w for w in run.words if w.head not in run.words), run.words[-1])
    while (
        word.dep in {"compound", "nmod"}
        and word.head in asked.phrase
        and word.head is not asked.head
    ):
        word = word.head
    if word.dep in _NOT_THE_HEAD or any(c.dep == "case" for c in word.children):
        return False
    return word.head is asked.head or (word.dep == "appos" and word.head in asked.phrase)


def _title_alone(asked: Asked) -> Speaker | None:
    held = next(
        (
            held
            for held in asked.mentions.titles
            if held.span.overlaps(asked.core) and held.span.start <= asked.core.start
        ),
        None,
    )
    if held is None:
        return None
    plural = asked.head.tag in {"NNS", "NNPS"}
    if not held.is_person or plural or asked.opening in _SOME:
        return _some_of(asked, held, plural)
    country = held.country or _owner(asked) or any_country(asked)
    if "counterpart" not in asked.worded and asked.opening not in {"his", "her", "their"}:
        person = asked.cast.holder(held, country)
        if person is not None:
            person.country = person.country or country
            return of_person(person)
        again = _again(asked)
        if again is not None:
            return again
        if _ambiguous(asked, held, country):
            return Speaker(None, "person", country, held.title, single=True)
    home = country or (asked.cast.home if held.entry.kind in {"office", "military"} else None)
    noun = held.title if held.title.islower() else asked.head.lemma.lower()
    return Speaker(f"unnamed {noun}", "unnamed", home, held.title, single=True, noun=noun)


def _some_of(asked: Asked, held: Held, plural: bool) -> Speaker:
    one = asked.opening in _ONE and not plural
    country = held.country or any_country(asked)
    if country is None and held.entry.name in {"official", "spokesperson"}:
        country = asked.cast.capital_opening(asked.span.start)
    noun = asked.head.lemma.lower() if one else asked.head.text.lower()
    if held.entry.kind == "group" and asked.opening in _DEFINITE and not plural:
        again = _again(asked)
        if again is not None:
            return again
        noun = asked.head.lemma.lower()
        return Speaker(f"unnamed {noun}", "unnamed", country, single=True, noun=noun)
    if plural and asked.opening in _DEFINITE:
        again = _again(asked)
        if again is not None:
            return again
    office = held.title if one and held.entry.kind == "office" else None
    single = one or (held.is_person and not plural)
    return Speaker(f"unnamed {noun}", "unnamed", country, office, single=single, noun=noun)


def _ambiguous(asked: Asked, held: Held, country: str | None) -> bool:
    """Whether a person already met may hold the office, so that "unnamed" would be a guess."""
    wanted = held._replace(country=country or held.country)
    return any(
        person.may_be(wanted) or (not person.posts and asked.cast.is_near(person, held.span.start))
        for person in asked.cast.before(asked.span.start)
    )


def _owner(asked: Asked) -> str | None:
    """The state of "its spokesman", "their foreign minister", "her ministry"."""
    if asked.opening in {"its", "their"}:
        return asked.cast.state_before(asked.span.start)
    return None


def _again(asked: Asked) -> Speaker | None:
    """ "The official", "the sources": the ones that spoke or stood as subject before, so called."""
    noun = asked.head.lemma.lower()
    spoke = [
        *zip(asked.recent.places, asked.recent.people, strict=True),
        *zip(asked.recent.body_places, asked.recent.bodies, strict=True),
        *((s.place, s.who) for s in asked.recent.subjects),
    ]
    found = [
        (at, who)
        for at, who in spoke
        if at < asked.span.start and who.noun and who.noun.rstrip("s").endswith(noun.rstrip("s"))
    ]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _author(asked: Asked) -> Speaker | None:
    """ "The note", "the communiqué": whoever spoke last and was said to have put it in writing."""
    if not is_document(asked.head) or asked.opening not in {"the", "it", "this"}:
        return None
    spoke = [
        *zip(asked.recent.places, asked.recent.people, strict=True),
        *zip(asked.recent.body_places, asked.recent.bodies, strict=True),
    ]
    before = [(at, who) for at, who in spoke if at < asked.span.start and who.kind != "unnamed"]
    if not before or any(asked.span.covers(m.span) for m in asked.mentions.parties()):
        return None
    at, who = max(before, key=lambda pair: pair[0])
    told = asked.cast.text[max(0, at - 200) : asked.span.start].lower()
    return who if re.search(rf"\b{re.escape(asked.head.lemma.lower())}", told) else None


def _has_rank(person: Person, rank: str) -> bool:
    return any(rank in post.entry.name.split() for post in person.posts if post.is_rank)


def _unnamed(asked: Asked) -> Speaker:
    country = any_country(asked)
    noun, lemma = asked.head.text.lower(), asked.head.lemma.lower()
    definite = asked.opening in _DEFINITE
    named = [speaker for speaker in asked.recent.people if speaker.person is not None]
    if definite and (again := _again(asked)) is not None:
        return again
    if lemma in {"politician", "veteran"} and asked.opening == "the":
        fits = [s for s in named if country is None or s.country == country]
        if fits:
            return fits[-1]
    if definite and lemma == "general":  # small, it is an adjective to the lexicon
        ranked = [p for p in asked.cast.before(asked.span.start) if _has_rank(p, lemma)]
        if len(ranked) == 1:
            return of_person(ranked[0])
    if definite and lemma in _AGENTIVE:
        again = _again(asked)
        if again is not None:
            return again
    owned = any(word.dep == "poss" for word in asked.head.children)
    if is_document(asked.head) and (country or owned):
        return Speaker(None, "unnamed", country)
    if lemma in {"government", "side", "country", "nation", "capital", "authority", "state"}:
        return Speaker(None, "state", country)
    if country and asked.opening == "the" and lemma in _HOUSES:
        name = " ".join(asked.span.of(asked.cast.text).split()[1:])
        return Speaker(name, "organisation", country)
    plural = asked.head.tag in {"NNS", "NNPS"}
    if lemma in _UNNAMED_HEADS or lemma in _AGENTIVE or (plural and not is_document(asked.head)):
        single = not plural and asked.head.tag in {"NN", "NNP"}
        return Speaker(f"unnamed {noun}", "unnamed", country, single=single, noun=noun)
    return Speaker(None, "unnamed", country)
