"""Firms and bodies by a common noun: "the company", "the agency", "the carmaker", after a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from verbale.actors.names import NameRun
from verbale.actors.person import Person
from verbale.actors.signs import is_corporate
from verbale.actors.speaker import Asked, Speaker
from verbale.actors.states import any_country
from verbale.actors.unnamed import spoken_of
from verbale.language import Word
from verbale.lexicon import Outlet
from verbale.lexicon.wordlists import word_list

_HOUSES = word_list("company-nouns")
_NOUNS_OF_NAMES = (word_list("organisation-heads") & word_list("public-bodies")) | _HOUSES
_POINTING = frozenset({"the", "that", "this"})
_PUBLIC_HEADS = word_list("public-bodies")
#: Last words of names that "the agency" may mean, where they are no short forms.
_AGENCIES = frozenset(
    {"agency", "administration", "bureau", "office", "service", "authority", "commission", "police"}
)
_ARMED = frozenset({"army", "navy", "force", "forces", "guard", "police", "ministry", "parliament"})
#: Words in names of public bodies that nobody calls an agency.
_NO_AGENCIES = frozenset(
    {"army", "navy", "force", "forces", "ministry", "parliament", "government", "cabinet", "court"}
    | {"council", "congress", "senate", "assembly", "house", "palace", "embassy", "committee"}
    | {"party", "union", "presidency", "bank", "university", "tribunal", "state", "treasury"}
)
#: Nouns that are as often for something without a name, so that only a speaker or subject counts.
_LOOSE = frozenset({"group", "team", "site", "website", "service", "platform", "network", "unit"})
#: Firms have one rather than are one.
_PAGES = frozenset({"site", "website"})
_ANY_FIRM = frozenset({"company", "firm", "business", "group"})
_PLACES = frozenset({"state", "country", "nation", "region", "city", "world", "island", "town"})
_BODIES = frozenset({"institution", "organisation"})
_NAME_BESIDE = r"(?P<name>[A-Z][\w’'&-]+(?:\s+(?:(?:of|for|and|the)\s+)*[A-Z][\w’'&-]+)*),\s"
_NAMED_SO = re.compile(r",?\s+(?:called\s+|named\s+)?" + _NAME_BESIDE)
_FAR = 2000  # characters
_SHORTLY = 300  # characters
_NEAR = 900  # characters


def house_meant(asked: Asked) -> Speaker | None:
    """The body named last before "the company": a speaker or subject, else any that is named; None
    where the phrase says which one, or somebody without a name was so called."""
    noun = asked.head.lemma.lower()
    if noun not in _HOUSES or asked.head.tag not in {"NN", "NNP"}:
        return None
    if not _points_back(asked):
        return _introduced_next(asked, noun)
    introduced = _introduced(asked, noun)
    if introduced is not None:
        return introduced
    if spoken_of(asked) is not None or noun in _PAGES:
        return None
    just = _subject_just_before(asked) if noun not in _LOOSE | {"agency"} else None
    if just is not None and _fits(just, noun):
        return just
    found = _latest(asked, noun, _acted(asked))
    if found is None and noun not in _LOOSE:
        found = _latest(asked, noun, _named(asked))
    if found is None or _wire_since(asked, noun, found[0]):
        return None
    country = any_country(asked)
    if country and found[1].country not in {None, country}:
        return None  # "the French manufacturer" is no firm of another state's
    if country and found[1].country is None and _others_near(asked, found[1]):
        return None  # "the French manufacturer", where airlines and makers are spoken of
    return found[1]


def _subject_just_before(asked: Asked) -> Speaker | None:
    """The proper name that the sentence before is about, where no human being bears it: "Nokka
    shows a car. The Norwegian maker said"."""
    cast, start = asked.cast, asked.cast.sentence_start(asked.span.start)
    words = cast.words_at(cast.sentence_start(start - 2))
    if start == 0 or not words or cast.is_quoted(words[0].start):
        return None
    about = next((w for w in words if w.dep == "nsubj" and w.head.dep == "ROOT"), None)
    runs = cast.mentions(words).names if about is not None else ()
    run = next((r for r in runs if about is r.words[-1]), None)
    if about is None or run is None or any(c.dep == "conj" for c in about.children):
        return None
    person = cast.person_at(run.span) or cast.person_called(run.span.of(cast.text))
    if run.opens_as_person or (person is not None and not (person.is_body or _may_be_firm(person))):
        return None
    if person is None and asked.head.lemma.lower() in _ANY_FIRM:
        return None  # a surname, for all that is known
    name = person.name if person is not None else " ".join(run.span.of(cast.text).split())
    return Speaker(name, "organisation", person.country if person is not None else None)


def named_so(asked: Asked) -> Speaker | None:
    """The body whose name holds the noun: "the commission", "the office", after "the Harbour
    Commission" or "the Attorney's Office for Altmark"; None where two such are named."""
    noun = asked.head.lemma.lower()
    if noun not in _NOUNS_OF_NAMES or asked.head.tag != "NN" or not asked.head.text.islower():
        return None
    plain = [w for w in asked.phrase if w is not asked.head and w.pos != "PUNCT"]
    which = [w for w in plain if w.text.lower() not in _POINTING]
    if not all(_is_kind(w) for w in which) or spoken_of(asked) is not None:
        return None
    place = asked.span.start
    names: dict[str, Speaker] = {}
    last = 0
    for at, who in (*_named(asked), *_acted(asked)):
        if at < place and who.name and _is_named_after(who.name, noun, [w.text for w in which]):
            names[who.name] = who
            last = max(last, at)
    if len(names) != 1 or (noun in _HOUSES and last < place - _NEAR):
        return None
    return next(iter(names.values()))


def _is_named_after(name: str, noun: str, which: Iterable[str]) -> bool:
    """Whether ``noun`` is what the name says it is: "... Commission", "... Office for Altmark".
    ``which`` are words in front of the noun, which the name must hold too: "utilities"."""
    words = name.split()
    if not {word.lower() for word in which} <= {word.lower() for word in words}:
        return False
    at = next((n for n, w in enumerate(words) if w.lower() == noun and w[0].isupper()), None)
    if not at:
        return False
    return at == len(words) - 1 or words[at + 1] in {"for", "of", "on", "in", "to", "and"}


def _others_near(asked: Asked, who: Speaker) -> bool:
    """Whether another firm than ``who`` is named shortly before."""
    place = asked.span.start
    return any(
        place - _SHORTLY < at < place and other.name and other.name != who.name
        for at, other in _named(asked)
    )


def _introduced(asked: Asked, noun: str) -> Speaker | None:
    """ "The group, Mill Workers Coalition, was formed in June. The group ...": the name that the
    report itself has set beside the noun."""
    text = asked.cast.text[max(0, asked.span.start - _FAR) : asked.span.start]
    beside = rf"\b(?:[Tt]he|[Aa]n?)\s+(?:[\w-]+\s+){{0,3}}?{re.escape(noun)}"
    found = [m["name"] for m in re.finditer(beside + _NAMED_SO.pattern, text)]
    return Speaker(" ".join(found[-1].split()), "organisation") if found else None


def _introduced_next(asked: Asked, noun: str) -> Speaker | None:
    """ "A group of drivers said ... . The group, Mill Workers Coalition, met in June": the name
    that the report sets beside the noun when it next comes to it."""
    if asked.opening not in {"a", "an"}:
        return None
    text = asked.cast.text[asked.span.end : asked.span.end + _SHORTLY]
    next_ = re.search(rf"\b[Tt]he\s+{re.escape(noun)}\b", text)
    found = _NAMED_SO.match(text, next_.end()) if next_ is not None else None
    return Speaker(" ".join(found["name"].split()), "organisation") if found is not None else None


def _is_kind(word: Word) -> bool:
    """Whether a noun says what kind of firm: "the production company"."""
    return word.dep == "compound" and word.text.islower()


def _wire_since(asked: Asked, noun: str, place: int) -> bool:
    """Whether "the agency" is a news agency that was named after ``place``."""
    return noun == "agency" and any(
        isinstance(match.entry, Outlet)
        and match.entry.kind == "agency"
        and place < match.span.start < asked.span.start
        for mentions in asked.cast.sentences
        for match in mentions.matches
    )


def _points_back(asked: Asked) -> bool:
    """Whether nothing but "the", an adjective or a nationality stands before the noun."""
    placed = _is_first_of_place(asked)
    own = asked.opening in {"the", "that", "this"} and all(
        word is asked.head or word.pos in {"DET", "ADJ"} or _is_kind(word) or word in placed
        for word in asked.phrase
    )
    return own and not {"news", "press", "wire"} & set(asked.worded.split())


def _is_first_of_place(asked: Asked) -> list[Word]:
    """The "state's" of "the state's largest utility": there is only one."""
    owner = next((c for c in asked.head.children if c.dep == "poss"), None)
    first = any(c.tag == "JJS" for c in asked.head.children)
    place = owner is not None and owner.lemma.lower() in _PLACES
    return owner.subtree() if owner is not None and first and place else []


def _latest(
    asked: Asked, noun: str, found: Iterator[tuple[int, Speaker]]
) -> tuple[int, Speaker] | None:
    place = asked.span.start
    near = [(at, who) for at, who in found if place - _NEAR < at < place and _fits(who, noun)]
    return max(near, key=lambda pair: pair[0], default=None)


def _fits(who: Speaker, noun: str) -> bool:
    """Whether a body may be called by ``noun``: no ministry is a company, no firm an agency."""
    name = who.name or ""
    if not name or name.startswith("unnamed"):
        return False
    last = name.split()[-1].lower()
    if noun == "agency":
        if last in _AGENCIES or (name.isupper() and len(name.split()) == 1):
            return True
        return who.kind == "institution" and who.country is not None and _is_no_house(name)
    if noun in {"organisation", "organization", "institute"}:
        return who.kind == "organisation" and last not in _ARMED
    return who.kind == "organisation" and (last not in _PUBLIC_HEADS or noun == last)


def _is_no_house(name: str) -> bool:
    """Whether no word of a name is that of a ministry, a court or the like: "Border Protection"."""
    return not _NO_AGENCIES & {word.lower() for word in name.split()}


def _acted(asked: Asked) -> Iterator[tuple[int, Speaker]]:
    """The bodies that spoke or were the subject of a clause; a name that no human bears is one."""
    recent = asked.recent
    yield from zip(recent.body_places, recent.bodies, strict=True)
    spoke = zip(recent.places, recent.people, strict=True)
    for at, who in [*((s.place, s.who) for s in recent.subjects), *spoke]:
        if who.kind in _BODIES:
            yield at, who
        elif who.person is not None and _may_be_firm(who.person):
            yield at, who._replace(kind="organisation", single=False)


def _may_be_firm(person: Person) -> bool:
    return person.sure and not (person.human or person.posts or person.gender)


def _named(asked: Asked) -> Iterator[tuple[int, Speaker]]:
    """The firms and bodies that are named, in whatever part of a sentence."""
    for mentions in asked.cast.sentences:
        for run in mentions.names:
            yield run.span.start, _body_called(asked, run)
        for named in mentions.bodies:
            if named.kind != "outlet" and not named.bare:
                yield named.span.start, Speaker(named.name, "institution", named.country)


def _body_called(asked: Asked, run: NameRun) -> Speaker:
    person = asked.cast.person_at(run.span)
    if person is not None and person.is_body:
        return Speaker(person.name, "organisation", person.country)
    firm = run.is_organisation or (person is None and is_corporate(run, asked.cast.text))
    name = " ".join(run.span.of(asked.cast.text).split()) if firm else None
    return Speaker(name, "organisation")
