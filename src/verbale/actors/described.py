"""People told of by what they are: "the founder", whom the report has named before, and "a Varna
man", whom the next sentence names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verbale.actors.offices import Held
from verbale.actors.person import Person, gender_of_words
from verbale.actors.speaker import Asked, Speaker, Subject, of_person
from verbale.lexicon.wordlists import word_list
from verbale.model import Span

_TRADES = word_list("agentive") | word_list("further-roles")
#: What somebody is for good, so that "the lifelong-word" right behind a name is no second person.
_TELLING = word_list("epithets") | word_list("later-descriptions")
#: What tells more of somebody who was named, whatever he is: "the former teacher".
_TELLING_ADJECTIVE = re.compile(
    r"\b(?:former|ex|retired|veteran|longtime|long-time|self-\w+|\w+-born|\w+-bred|\w+-winning|"
    r"\w+-time|\w+-year-old|\w+-turned-\w+)\b"
)
_AGED = re.compile(r"\b(?P<years>\d{1,3})-year-old\b")
_AGE = re.compile(r"(?:,\s+(?:aged\s+)?|\s\()(\d{1,3})\b")
#: Who come to somebody or are over him, and so are seldom the one just named.
_ATTENDING = word_list("attending")
#: Whom reports leave without a name on purpose: a minister named next is somebody else.
_NAMELESS = frozenset(
    {"official", "diplomat", "source", "witness", "expert", "analyst", "insider", "user", "reader"}
)
_LINKS = r"who|whom|whose|which|of|with|at|from|for|in|on|by|to|said|says|told|and|but|after|met"
_MARKED = re.compile(
    r"\s*(?:,\s+(?:aged\s+)?\d{1,3}\b|\s\(\d{1,3}\)|,?\s+(?:of|from)\s+(?:[\w.]+\s+){0,2}[A-Z])"
)
_ROLE = re.compile(r",\s+(?:\d{1,3},\s+)?(?:an?|the)\s+([^,.]+)")
_ANY_OF_US = word_list("male") | word_list("female") | {"person", "resident", "teenager", "youth"}
_MINDED = re.compile(r",\s+(?!who\b|which\b|aged\b|of\b|from\b|\d)")
_AHEAD = 500  # characters
_FAR_AHEAD = 1500  # characters from a headline, over the lines of a page that stand under it
_AROUND = 70  # characters


def named_next(asked: Asked) -> Speaker | None:
    """ "A Varna man told the court ... . Pavel Tomov, 34, said": whom the next subject names for
    the first time, with an office that answers the noun or, after the lead, with no other role."""
    if asked.recent.quoted or not _introduces(asked):
        return None
    person = _first_named_next(asked)
    if person is None:
        return None
    place = next(m for m in person.mentions if m.start > asked.span.end)
    return of_person(person) if _may_be_the_same(asked, person, place) else None


def _introduces(asked: Asked) -> bool:
    """Whether one human being without a name is brought in: "a Varna man"; in a headline without
    the article too."""
    head = asked.head
    if head.tag not in {"NN", "NNP"} or not head.text.islower() or head.lemma.lower() in _NAMELESS:
        return False
    bare = asked.cast.opens(asked.span.start) and not any(c.dep == "det" for c in head.children)
    return head.lemma.lower() in _TRADES and (bare or asked.opening in {"a", "an"})


def _of(asked: Asked) -> bool:
    """Whether the phrase goes on with whose or of what: "a spokesman for Nokka"."""
    return any(c.dep in {"prep", "poss"} and c in asked.phrase for c in asked.head.children)


def _first_named_next(asked: Asked) -> Person | None:
    """The person who is the first subject behind the sentence, named there for the first time."""
    ends = asked.mentions.words[-1].end
    reach = _FAR_AHEAD if asked.cast.opens(asked.span.start) else _AHEAD
    for subject in asked.recent.subjects:
        if subject.place < ends or not subject.main:
            continue
        if subject.place > ends + reach:
            return None
        who = subject.who
        if not who.single and not _is_lead(asked):
            return None
        if who.person is not None:
            return who.person if _is_first_met(asked, subject) else None
        if who.single and who.noun != asked.head.lemma.lower():
            return None
    return None


def _is_first_met(asked: Asked, subject: Subject) -> bool:
    """Whether the report's text names the subject here for the first time, in full."""
    person, cast = subject.who.person, asked.cast
    if person is None or not person.seems_human:
        return False
    ahead = cast.opens(asked.span.start)  # the story names him after its headline
    told = [span for span in person.mentions if ahead or not cast.opens(span.start)]
    first = min(told, default=None)
    return (
        first is not None
        and first.start <= subject.place < first.end
        and len(first.of(cast.text).split()) > 1
    )


def _may_be_the_same(asked: Asked, person: Person, place: Span) -> bool:
    noun = asked.head.lemma.lower()
    gender = gender_of_words([noun])
    if gender is not None and (person.gender or person.told_gender) not in {None, gender}:
        return False
    held = _title_of(asked)
    if held is not None and held.country and person.country not in {None, held.country}:
        return False
    if person.posts:
        return _answers(person, held, noun)
    if not _is_lead(asked):
        return False
    text = asked.cast.text
    role = _ROLE.match(text, place.end)
    if role is not None and noun not in role[1].lower() and noun not in _ANY_OF_US:
        return False
    if _MARKED.match(text, place.end) is not None:
        return True
    return not _of(asked) and _MINDED.match(text, place.end) is None


def _answers(person: Person, held: Held | None, noun: str) -> bool:
    """Whether an office of the person's is what the noun says: a senator is a lawmaker."""
    if held is not None and person.may_be(held._replace(title=held.entry.name)):
        return True
    return any(noun in post.title.lower().split() for post in person.posts)


def _title_of(asked: Asked) -> Held | None:
    return next((h for h in asked.mentions.titles if h.span.overlaps(asked.core)), None)


def _is_lead(asked: Asked) -> bool:
    """Whether the phrase stands in the headline, the stand-first or the first sentence."""
    return asked.cast.leads(asked.span.start)


def described_before(asked: Asked) -> Speaker | None:
    """ "The founder" after "Nokka founder Ilse Varga"; "the former teacher" after a sentence about
    one human being."""
    if asked.opening != "the" or asked.head.tag not in {"NN", "NNP", "JJ"}:
        return None
    found = _described_as(asked) or _subject_again(asked) or _just_met(asked)
    return of_person(found) if found is not None else None


def _described_as(asked: Asked) -> Person | None:
    """The one person whom the report has called so: "founder Ilse Varga", "Varga, a founder"."""
    noun = _bare(asked.head.lemma.lower())
    if noun not in _TRADES or asked.head.text[:1].isupper() or _of(asked):
        return None
    named = [w.text for w in asked.phrase if w.text[:1].isupper() and w is not asked.phrase[0]]
    called = [p for p in asked.cast.before(asked.span.start) if p.seems_human]
    found = [p for p in called if any(_is_called(p, noun, named, asked))]
    return found[0] if len(found) == 1 else None


def _is_called(person: Person, noun: str, named: list[str], asked: Asked) -> Iterator[bool]:
    """For each mention of ``person`` before the phrase, whether ``noun`` stands beside it, together
    with the names that the phrase holds."""
    text, own = asked.cast.text, rf"(?:co-?)?{re.escape(noun)}"
    before = re.compile(rf"\b{own}(?:\s+(?:and|&)\s+[\w-]+(?:\s[\w-]+)?)?\s+$")
    behind = re.compile(
        r"(?:,\s+(?:\d+,\s+)?|\s+(?:is|was)\s+)(?:(?:the|an?|its|their|his|her)\s+)?"
        rf"(?:(?!(?:{_LINKS})\b)[\w’'&.-]+\s+){{0,5}}?{own}\b"
    )
    for place in person.mentions:
        if place.start >= asked.span.start:
            continue
        low = max(0, place.start - _AROUND)
        around = text[low : place.end + _AROUND].lower()
        beside = before.search(text, low, place.start)
        beside = beside or behind.match(text, place.end, asked.span.start)
        yield beside is not None and all(word.lower() in around for word in named)


def _bare(noun: str) -> str:
    return re.sub(r"^co-?(?=found|writ|auth|creat|own|host|star)", "", noun)


def one_of_people(asked: Asked, country: str) -> Speaker | None:
    """ "The 40-year-old Norwegian", "a Norwegian": one human being; with "the" the one whom the
    sentence before is about. None for the people as a whole."""
    head = asked.head
    if head.tag not in {"NN", "NNP", "JJ"} or asked.opening not in {"the", "a", "an"}:
        return None
    person = _subject_before(asked) if asked.opening == "the" else None
    if person is not None and person.country in {None, country}:
        return of_person(person)._replace(country=country)
    if asked.opening == "the" and _TELLING_ADJECTIVE.search(asked.worded) is None:
        return None
    noun = head.text
    return Speaker(f"unnamed {noun}", "unnamed", country, single=True, noun=noun.lower())


def _subject_again(asked: Asked) -> Person | None:
    """Whom the sentence before is about, where the phrase can only tell more of somebody named."""
    return _subject_before(asked) if _tells_more(asked) else None


def _subject_before(asked: Asked) -> Person | None:
    """The only human being of the sentence before, the subject of a clause there."""
    if asked.recent.quoted or _of(asked):
        return None
    cast, start = asked.cast, asked.cast.sentence_start(asked.span.start)
    before = cast.sentence_start(start - 2)
    subjects = [s.who for s in asked.recent.subjects if before <= s.place < asked.span.start]
    people = {id(who.person): who.person for who in subjects if who.single}
    named = cast.named_between(before, asked.span.start, ())
    person = next(iter(people.values())) if len(people) == 1 else None
    if person is None or not person.seems_human or any(p is not person for p in named):
        return None
    return person if _fits_words(person, asked) else None


def _just_met(asked: Asked) -> Person | None:
    """ "Kelda Sorrens came early. The real estate agent said": whom the sentence before opens with
    and names for the first time, in full and without a role, where the trade is told more closely
    and nothing of it was spoken of before; not whoever attends to him ("the lawyer")."""
    head, cast = asked.head, asked.cast
    start = cast.sentence_start(asked.span.start)
    if start != asked.span.start or asked.recent.quoted or _of(asked) or not _is_trade(asked):
        return None
    before = cast.sentence_start(start - 2)
    about = next((s for s in asked.recent.subjects if before <= s.place < start and s.main), None)
    person = about.who.person if about is not None else None
    if about is None or person is None or person.posts or not _is_first_met(asked, about):
        return None
    met = min(span for span in person.mentions if span.start >= before)
    if met.start != before or _ROLE.match(cast.text, met.end) or not _fits_words(person, asked):
        return None
    if any(w.start == about.place and w.dep == "nsubjpass" for w in cast.words_at(before)):
        return None  # "Milo Varga was hit. The lorry driver said"
    told = cast.text[:start].lower()
    new = (w.lemma.lower() for w in asked.phrase if w.pos in {"NOUN", "PROPN"} or w is head)
    return None if any(re.search(rf"\b{re.escape(w)}", told) for w in new) else person


def _is_trade(asked: Asked) -> bool:
    """Whether the phrase is a trade with a noun in front that says which: "software engineer"."""
    noun, head = asked.head.lemma.lower(), asked.head
    narrowed = any(c.dep == "compound" and c.text.islower() for c in head.children)
    small = head.tag == "NN" and head.text.islower()
    return small and narrowed and noun in _TRADES and noun not in _NAMELESS | _ATTENDING


def _fits_words(person: Person, asked: Asked) -> bool:
    """Whether neither the gender of the noun nor an age that the phrase gives speaks against it."""
    gender = gender_of_words([asked.head.lemma])
    if gender is not None and (person.gender or person.told_gender) not in {None, gender}:
        return False
    aged = _AGED.search(asked.worded)
    ages = [m[1] for p in person.mentions if (m := _AGE.match(asked.cast.text, p.end))]
    return aged is None or not ages or aged["years"] in ages


def _tells_more(asked: Asked) -> bool:
    noun = asked.head.lemma.lower()
    return noun in _TELLING or _TELLING_ADJECTIVE.search(asked.worded) is not None
