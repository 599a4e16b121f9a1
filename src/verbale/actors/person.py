"""A person of a report while it is read, and what an office says of whom it may be."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

import msgspec

from verbale.actors.offices import Held
from verbale.actors.service import serves_state
from verbale.lexicon.givennames import given_name
from verbale.lexicon.offices import stands_for
from verbale.lexicon.wordlists import word_list
from verbale.model import Office, Span

_FEMALE = word_list("female")
_MALE = word_list("male")
_NO_PART = word_list("modifiers-of-office")
_STATES_BUSINESS = re.compile(  # an office of a state's, not of a firm's or a chamber's
    r"minister|president of|prime|premier|chancellor|foreign|ambassador|envoy|king|queen|emir|"
    r"lawmaker|senator|consul|attach|permanent representative|general staff|state secretary|"
    r"secretary of state|defen[cs]e|charg|high commissioner|negotiator|government",
    re.I,
)
_KIN = {"bin": "m", "ibn": "m", "ben": "m", "bint": "f", "binti": "f", "binte": "f"}
_LITTLE = frozenset({"of", "for", "the", "to", "in", "at", "on", "with", "and", "a", "an"})


class Person(msgspec.Struct, kw_only=True):
    """A person of the report, growing while it is read. ``sure``: more than a capital says so;
    ``human``, ``corporate``: something says that it is a human being's name, or a firm's.

    ``posts`` are the offices as they stand in the text, ranks and degrees among them; ``offices``
    those that are shown.
    """

    name: str
    tokens: tuple[str, ...]
    sure: bool = False
    human: bool = False
    corporate: bool = False
    offices: list[Office] = msgspec.field(default_factory=list)
    posts: list[Held] = msgspec.field(default_factory=list)
    country: str | None = None
    gender: str | None = None
    mentions: list[Span] = msgspec.field(default_factory=list)
    aliases: set[str] = msgspec.field(default_factory=set)

    @property
    def is_body(self) -> bool:
        """Whether the name is a firm's or another body's, as far as anything says."""
        return self.corporate and not self.human

    @property
    def seems_human(self) -> bool:
        """Whether it is a human being, as far as anything says: a full name that acts like one."""
        return self.human or (self.sure and not self.corporate and " " in self.name)

    @property
    def told_gender(self) -> str | None:
        """What a listed given name in front tells, or that somebody is a son or daughter."""
        if len(self.tokens) < 2:
            return None
        told = given_name(self.tokens[0])
        if told is None:
            return next((_KIN[word] for word in self.name.lower().split() if word in _KIN), None)
        return None if told == "?" else told

    @property
    def likely_gender(self) -> str | None:
        """What a further name or the ending of an unlisted one makes likely; it gives way to any
        evidence."""
        if len(self.tokens) < 2 or given_name(self.tokens[0]) is not None:
            return self.told_gender
        given = self.tokens[0]
        if given.endswith(("a", "ia", "ine", "elle")) and len(given) > 3:
            return "f"
        told = given_name(self.tokens[1]) if len(self.tokens) > 2 else None
        return self.told_gender or (None if told == "?" else told)

    @property
    def office(self) -> Office | None:
        """The office to show: the first one still held, else the first."""
        return next(
            (o for o in self.offices if not o.former), self.offices[0] if self.offices else None
        )

    @property
    def serves_a_state(self) -> bool:
        """Whether one of the offices is as a rule that of the state where it is spoken of: an
        ambassador is as a rule another's."""
        return any(map(serves_state, self.posts))

    @property
    def speaks_for_a_state(self) -> bool:
        """Whether "we" in the person's mouth is the state: ministers, envoys, soldiers."""
        return any(_STATES_BUSINESS.search(office.title) for office in self.offices) or any(
            post.entry.kind == "military" for post in self.posts
        )

    def appoint(self, held: Held) -> None:
        """Take over an office. A rank gives way to an office; the same office is not kept twice,
        and the fuller wording of it stays."""
        self.posts.append(held)
        office = Office(title=_spelled_out(held), country=held.country, former=held.former)
        words = office_words(office.title)
        for number, known in enumerate(self.offices):
            theirs = office_words(known.title)
            if words <= theirs:
                return
            if theirs < words and known.former == office.former:
                self.offices[number] = msgspec.structs.replace(
                    office, country=office.country or known.country
                )
                return
        if held.is_rank:
            self.offices.append(office)
        else:
            ranks = {_spelled_out(post) for post in self.posts if post.is_rank}
            at = next((n for n, o in enumerate(self.offices) if o.title in ranks), None)
            self.offices.insert(len(self.offices) if at is None else at, office)

    def may_be(self, asked: Held) -> bool:
        """Whether "the minister", "the envoy" or "the Guyanese leader" may mean this person."""
        if asked.country and self.country and asked.country != self.country:
            return False
        wanted = office_words(asked.title)
        return any(_answers(post, asked, wanted) for post in self.posts)


def _answers(post: Held, asked: Held, wanted: frozenset[str]) -> bool:
    have = office_words(post.title) | office_words(post.entry.name)
    if wanted <= have:
        return True
    loose = wanted - office_words(asked.entry.name)
    kin = post.entry.name in stands_for(asked.entry.name.partition(" (")[0])
    return (kin or post.entry.name == asked.entry.name) and loose - _HEADS <= have


_HEADS = frozenset(
    {"leader", "envoy", "minister", "chief", "spokes", "head", "general", "pm", "boss"}
)


@cache
def office_words(title: str) -> frozenset[str]:
    """The words of an office that tell it from others; spokesmen and -women are alike."""
    words = re.findall(r"[^\W_]+(?:-[^\W_]+)*", title.lower())
    folded = ("spokes" if word.startswith("spokes") else word for word in words)
    return frozenset(folded) - _LITTLE - _NO_PART


def gender_of_words(forms: Iterable[str]) -> str | None:
    """What words about somebody tell: Mrs, spokeswoman, the waitress; sir, chairman, the father."""
    words = {word.lower().rstrip(".") for form in forms for word in form.split()}
    return "f" if words & _FEMALE else "m" if words & _MALE else None


def _spelled_out(held: Held) -> str:
    """The office as it is shown: "Sen." is a senator's title, not a word to print."""
    if held.title.rstrip().endswith(".") and held.entry.kind == "office":
        return held.entry.name.partition(" (")[0].capitalize()
    return held.title
