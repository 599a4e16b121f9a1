"""Bodies, organisations and sides as speakers: ministries, firms, capitals, states."""

from __future__ import annotations

import re

from verbale.actors.bodies import Named, body_name
from verbale.actors.cast import Cast
from verbale.actors.complements import title_end
from verbale.actors.described import one_of_people
from verbale.actors.holders import body_before, body_told_later
from verbale.actors.mentions import Mentions
from verbale.actors.names import NameRun
from verbale.actors.pronouns import pronoun
from verbale.actors.speaker import Asked, Speaker, listed
from verbale.actors.states import any_country
from verbale.lexicon import Outlet, Party
from verbale.lexicon.wordlists import word_list
from verbale.model import ActorKind, Span

_DOCUMENTS = word_list("documents")
_TWO = 2
_STATES = frozenset({"state", "territory", "de-facto"})
_ITS_OWN = frozenset({"its", "their"})
#: "Each side", "neither government" is no one body.
_ANY = frozenset({"each", "either", "neither", "every", "any", "another"})
_WHOSE = frozenset({"his", "her", "my", "our", "your"})
_OUTLETS = (
    r"(?:news ?agency|news ?wire|press agency|agency|news ?paper|daily|weekly|tabloid|magazine|"
    r"journal|broadcaster|channel|radio station|television station|station|news ?site|website|"
    r"portal|news ?letter|news outlet|news organi[sz]ation|outlet|bulletin|blog|news ?desk|"
    r"network|radio|podcast)"
)
_NAME = (
    r"[A-Z][\w’'&.-]*(?:\s+(?:(?:of|do|da|de|del|the|el|al)\s+)?(?:el-|al-)?[A-Z][\w’'&-]*){0,5}"
)
_OUTLET_THEN_NAME = re.compile(rf"\b(?i:{_OUTLETS}),?\s+(?:called\s+)?[\"“‘«]?(?P<name>{_NAME})")
_NAME_THEN_OUTLET = re.compile(
    rf"(?P<name>(?<![\w’'])(?!The\b|An?\b|Its?\b)[A-Z](?:[\w&.-]|[’'](?!s\b))*"
    rf"(?:\s+[A-Z](?:[\w&.-]|[’'](?!s\b))*){{0,4}})[”’\"»]?\s+(?P<kind>(?i:{_OUTLETS}))\b"
)
#: What the words for an outlet have in common, looked for before they themselves are.
_SOME_OUTLET = re.compile(
    "agency|wire|paper|daily|weekly|tabloid|magazine|journal|caster|channel|station|site|portal|"
    "letter|outlet|news organi|bulletin|blog|desk|network|radio|podcast"
)
_PRESS = word_list("press-names")
_OUTLET_WORDS = word_list("outlet-words")
_EDITIONS = word_list("outlet-editions")
_OUTLET_AGAIN = re.compile(rf"the (?:same |state |state-run )?{_OUTLETS}", re.I)
_STATE_RUN = re.compile(r"\b(?:state|government|official|party)(?:-\w+)?\b", re.I)
_CAPITALS = re.compile(r"(?: [A-Z][\w’'&-]*)+(?![\w’'&-])")
_SHORTLY = 300  # characters
_IN_PLACE = re.compile(r"\s+in\s+(?:the\s+)?")


def body(asked: Asked) -> Speaker | None:
    """A ministry, parliament, force, agency or outlet at the head of the phrase."""
    inside = asked.mentions.bodies_over(asked.core)
    if not inside and _is_document(asked):
        inside = [named for named in asked.mentions.bodies if asked.span.overlaps(named.span)]
    if not inside:
        return None
    named = max(
        inside, key=lambda one: (one.span.covers(asked.core), one.span.end - one.span.start)
    )
    if named.kind == "outlet":
        if not named.span.overlaps(asked.core) and _one_of_list(asked, named.span):
            return None  # "reports from the Post and the Herald": of both
        paper = asked.head.lemma.lower() if _is_document(asked) else ""  # "the report", further on
        return Speaker(named.name, "outlet", _run_by(asked), noun=paper)
    if named.country is not None:
        if named.kind == "side":
            return _the_state(asked, named.country)
        several = _of_two_states(asked, named)
        if several is not None:
            return several
        return Speaker(named.name, "institution", named.country)
    return _bare(asked, named)


def _of_two_states(asked: Asked, named: Named) -> Speaker | None:
    """ "The Russian and Syrian defence ministries": one body of each."""
    if asked.head.tag not in {"NNS", "NNPS"} or not asked.head.text.lower().endswith("ies"):
        return None
    parties = [
        match.entry
        for match in asked.mentions.parties()
        if asked.span.covers(match.span)
        and match.role == "adjective"
        and isinstance(match.entry, Party)
        and match.span.start < asked.core.start
    ]
    if len({entry.code for entry in parties}) != len(parties) or len(parties) < _TWO:
        return None
    last = parties[-1]
    worded = re.sub(r"ies$", "y", " ".join(named.span.of(asked.cast.text).split()))
    bare = re.sub(rf"^.*\b(?:{'|'.join(map(re.escape, last.adjectives))})\s+", "", worded)
    return Speaker(listed([body_name(bare, bare, entry) for entry in parties]), "group")


def _one_of_list(asked: Asked, place: Span) -> bool:
    """Whether another name is joined to the one at ``place``."""
    return (
        re.match(r",? and (?:[Tt]he )?[A-Z]", asked.cast.text[place.end : asked.span.end])
        is not None
    )


def _run_by(asked: Asked) -> str | None:
    """The state for which an outlet speaks where the phrase says so: "Hanoi's state-run Nhan"."""
    state_run = _STATE_RUN.search(asked.span.of(asked.cast.text))
    return any_country(asked) if state_run is not None else None


def _the_state(asked: Asked, code: str) -> Speaker:
    """ "The Ethiopian side" is Ethiopia."""
    known = asked.cast.lexicon.party(code)
    return Speaker(known.name if known else None, "state", code)


def outlet_named(asked: Asked) -> Speaker | None:
    """An outlet that no list holds, called one, at the head of the phrase."""
    if asked.head.lemma.lower() not in _OUTLET_WORDS and asked.head.pos != "PROPN":
        return None
    if any(held.span.overlaps(asked.core) for held in asked.mentions.titles):
        return None
    name = _edition(asked) or outlet_name(asked.span, asked.mentions, asked.cast.text)
    named_beside = asked.head.lemma.lower() not in _OUTLET_WORDS
    if name and named_beside and asked.head.text not in name:
        return None  # "Anezina Solo, a fellow of the European Space Agency"
    return Speaker(name, "outlet") if name else None


def _edition(asked: Asked) -> str | None:
    """ "CBS DFW", "BBC Arabic": a listed outlet with the word that tells which of its services."""
    word = asked.head
    if not (word.text.isupper() or word.text.lower() in _EDITIONS):
        return None
    for match in asked.mentions.matches:
        if isinstance(match.entry, Outlet) and match.span.end + 1 == word.start:
            return Span(match.span.start, word.end).of(asked.cast.text)
    return None


def outlet_name(span: Span, mentions: Mentions, text: str) -> str | None:
    """The name of an outlet that no list holds, where a word says that it is one: "the Port Sudan
    news site Nilayn Today", "Israel's Kol HaTzafon radio", "the Tashka News Agency"."""
    if any(isinstance(m.entry, Outlet) and span.overlaps(m.span) for m in mentions.matches):
        return None
    phrase = span.of(text)
    called = _SOME_OUTLET.search(phrase.lower()) is not None
    behind = _OUTLET_THEN_NAME.search(phrase) if called else None
    if behind is not None:
        return " ".join(behind.group("name").split())
    titled = next(
        (r for r in mentions.names if span.covers(r.span) and r.words[-1].text.lower() in _PRESS),
        None,
    )
    if titled is not None:
        start = next(  # the Riga of the Riga Evening Post
            (m.span.start for m in mentions.parties() if m.span.end + 1 == titled.span.start),
            titled.span.start,
        )
        words = Span(max(start, span.start), titled.span.end).of(text).split()
        if len(words) > 1:
            return " ".join(words)
    before = _NAME_THEN_OUTLET.search(phrase) if called else None
    if before is None or _is_only_a_place(span.start + before.start("name"), before, mentions):
        return None
    kind = before.group("kind")
    name = before.group("name") + (f" {kind}" if kind[0].isupper() else "")
    return " ".join(name.split())


def _is_only_a_place(start: int, found: re.Match[str], mentions: Mentions) -> bool:
    """ "A Damascus channel" names no channel."""
    place = Span(start, start + len(found.group("name")))
    return any(match.span.covers(place) for match in mentions.parties())


def outlet_again(span: Span, cast: Cast) -> str | None:
    """ "The agency", "the newspaper": the outlet that the text named last before."""
    if not _OUTLET_AGAIN.fullmatch(span.of(cast.text)):
        return None
    wire = span.of(cast.text).lower().endswith("agency")
    page = span.of(cast.text).lower().endswith("site")
    last: tuple[int, str] | None = None
    for mentions in cast.sentences:
        for match in mentions.matches:
            outlet = match.entry
            if not isinstance(outlet, Outlet) or match.span.end > span.start:
                continue
            if page and span.start - match.span.end > _SHORTLY:
                continue  # "the website" may be anybody's
            if not wire or outlet.kind == "agency":
                last = max(last or (0, ""), (match.span.start, outlet.credit))
    return last[1] if last else None


def _is_document(asked: Asked) -> bool:
    return asked.head.lemma.lower() in _DOCUMENTS or asked.head.text.lower() in _DOCUMENTS


def _bare(asked: Asked, named: Named) -> Speaker:
    """ "The ministry", "her government", "the Ministry in Addis Ababa"."""
    text = asked.cast.text
    if asked.opening in _ANY:
        return Speaker(None, "unnamed")
    if asked.opening in _WHOSE:
        owner = pronoun(asked.phrase[0], asked.cast, asked.recent)
        named = named._replace(name=_house_of(owner.office) or named.name)
        return Speaker(_owned(named, owner.country, asked.cast), "institution", owner.country)
    country = _seat(asked, named) or asked.cast.sides.opening(asked.span.start)
    if country is None and asked.opening in _ITS_OWN:
        country = asked.cast.sides.before(asked.span.start)
    if country is None and named.bare and _is_short(named.span.of(text)):
        before = body_before(asked.cast, named) or body_told_later(asked.cast, named)
        if before is not None:
            return Speaker(before.name, "institution", before.country)
        issuer = asked.cast.issuer
        if issuer is not None and named.span.of(text).lower() in issuer.body.lower():
            full = named._replace(name=issuer.body)
            country = issuer.country
            return Speaker(_owned(full, country, asked.cast), "institution", country)
    country = country or any_country(asked)
    country = country or asked.cast.allegiance.of([asked.head.start], named.name)
    return Speaker(_owned(named, country, asked.cast), "institution", country)


def _house_of(office: str | None) -> str | None:
    """The ministry of a minister: "her ministry", said of the deputy foreign minister."""
    held = re.search(r"\b(?:deputy |vice |state )?([\w ]+?) minister\b", office or "", re.I)
    if held is None or held.group(1).lower() in {"prime", "deputy prime", "deputy", "first"}:
        return None
    return body_name(f"{held.group(1)} ministry", "", None)


def _is_short(worded: str) -> bool:
    """Whether a body may be named again rather than introduced: "the ministry", "the Ministry"."""
    return worded[0].islower() or len(worded.split()) == 1


def _seat(asked: Asked, named: Named) -> str | None:
    """The state of "the foreign ministry in Pyongyang"; an embassy there is another state's."""
    if named.kind in {"mission", "outlet"}:
        return None
    for match in asked.mentions.parties():
        entry = match.entry
        gap = asked.cast.text[named.span.end : match.span.start]
        if isinstance(entry, Party) and entry.kind in _STATES and _IN_PLACE.fullmatch(gap):
            return entry.code
    return None


def _owned(named: Named, country: str | None, cast: Cast) -> str:
    party = cast.lexicon.party(country) if country else None
    if party is None:
        return named.name
    name = named.name if named.name.split()[0] in {"Ministry", "Department"} else named.name.lower()
    return f"{party.adjectives[0] if party.adjectives else party.name} {name}"


def shortened(asked: Asked) -> Speaker | None:
    """A body by the short form that followed its name in brackets."""
    short = asked.cast.acronyms.get(asked.core.of(asked.cast.text))
    if any(r.span.start > asked.core.end and r.span.end == asked.span.end for r in _people(asked)):
        return None  # "CPUC President Marta Batje"
    return Speaker(short.name, "institution", short.country) if short is not None else None


def _people(asked: Asked) -> list[NameRun]:
    return [r for r in asked.mentions.names if asked.span.covers(r.span) and r.opens_as_person]


def organisation(asked: Asked) -> Speaker | None:
    """A proper name that is no person's and in no list: "the Hokkaido Chamber of Fisheries"."""
    for run in asked.mentions.names:
        if run.span.overlaps(asked.core) and run.is_organisation:
            again = _named_before(asked, run.span.of(asked.cast.text))
            if again is not None:
                return again
            end = title_end(asked.mentions.words, asked.mentions.matches, run.span.end)
            end = min(end, asked.span.end)
            rest = _CAPITALS.match(asked.cast.text, end, asked.span.end)
            end = rest.end() if rest is not None else end  # Coalition for Rural | Roads
            name = " ".join(Span(_start(asked, run.span.start), end).of(asked.cast.text).split())
            return Speaker(name, "organisation", any_country(asked))
    return None


def _start(asked: Asked, start: int) -> int:
    """Where a name begins, with a nationality right before it: "Swedish Prosecution Authority"."""
    before = (m.span for m in asked.mentions.matches if m.role == "adjective")
    return next((one.start for one in before if one.end == start - 1), start)


def _named_before(asked: Asked, word: str) -> Speaker | None:
    """ "The Council", "the Bureau": the body last heard of whose name holds that word."""
    if " " in word or asked.opening not in {"the", word.lower()}:
        return None
    known = [
        (at, who)
        for at, who in (
            *zip(asked.recent.body_places, asked.recent.bodies, strict=True),
            *((subject.place, subject.who) for subject in asked.recent.subjects),
        )
        if at < asked.span.start and who.name and word in who.name.split() and who.name != word
    ]
    return max(known, key=lambda pair: pair[0])[1] if known else None


def party(asked: Asked) -> Speaker | None:
    """A side by its name, people or capital."""
    for match in asked.mentions.parties():
        entry = match.entry
        if not isinstance(entry, Party) or not match.span.overlaps(asked.core):
            continue
        one = one_of_people(asked, entry.code) if match.role in {"people", "adjective"} else None
        if one is not None:
            return one
        if match.role == "people":
            name = match.span.of(asked.cast.text)
            some = len(asked.phrase) > 1 and asked.opening not in {"the", "those", "these"}
            return Speaker(f"unnamed {name}" if some else None, "group", entry.code)
        kind: ActorKind = "state" if entry.kind in _STATES else "organisation"
        return Speaker(entry.name, kind, entry.code)
    return None
