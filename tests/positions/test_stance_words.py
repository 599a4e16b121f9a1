"""The lexicon of stances: every example is read as its entry says; mistakes are named."""

from typing import NamedTuple

import pytest

from verbale.errors import LexiconError
from verbale.language import Unit, Word, backend_for
from verbale.lexicon.acts import act_book
from verbale.lexicon.stances import (
    Force,
    Opener,
    Predicate,
    Saying,
    Thing,
    read_stance_book,
    stance_book,
)
from verbale.model import Span
from verbale.positions.climb import Climber
from verbale.positions.condition import condition_of
from verbale.positions.forces import Forces
from verbale.positions.stand import Stand
from verbale.positions.things import Found, things_in

_BOOK = stance_book()
_MINIMAL = (
    "thing = []\ndeed = []\nforce = []\nsaying = []\npredicate = []\ncondition = []\n"
    "pointing = []\nkeeping = []\nlaying = []\nshut = []\nways = []\nopening = []\ngiven = []\n"
    "hours = []\nimpersonal = []\ndisarmed = []\nunconditional = []\n"
    "necessity = []\nvague = []\nsame = []\ncharges = []\nfalsehoods = []\ndenials = []\n"
    "tentative = []\nhearsay = []\ncommonplaces = {}\n"
)


class Read(NamedTuple):
    words: tuple[Word, ...]
    things: list[Found]
    stands: list[Stand]


@pytest.fixture(scope="module")
def read() -> dict[str, Read]:
    """The things and stances of every example."""
    backend = backend_for("en")
    assert backend is not None
    climber = Climber(Forces(_BOOK, act_book()))
    examples = [entry.example for entry in _BOOK.entries]
    found = {}
    for example, parse in zip(examples, backend.parse([Unit(e) for e in examples]), strict=True):
        words = tuple(parse.sentence(0))
        things = things_in(words, _BOOK)
        found[example] = Read(words, things, [s for t in things for s in climber.stands(t)])
    return found


def _of(kind: type) -> pytest.MarkDecorator:
    entries = [entry for entry in _BOOK.entries if isinstance(entry, kind)]
    return pytest.mark.parametrize("entry", entries, ids=lambda entry: entry.example)


@_of(Thing)
def test_thing_has_a_stance_in_its_example(entry: Thing, read: dict[str, Read]) -> None:
    stands = [stand for stand in read[entry.example].stands if stand.thing.on == entry.on]
    assert stands
    assert any(stand.thing.word.lemma.lower() in " ".join(entry.words) for stand in stands)


@_of(Force)
def test_force_has_its_say_in_its_example(entry: Force, read: dict[str, Read]) -> None:
    used = {w.lemma.lower() for stand in read[entry.example].stands for w in stand.trail}
    used |= {w.text.lower() for stand in read[entry.example].stands for w in stand.trail}
    assert used & {words.split()[0] for words in entry.words}


@_of(Saying)
def test_saying_is_found_in_its_example(entry: Saying, read: dict[str, Read]) -> None:
    stands = [stand for stand in read[entry.example].stands if stand.thing.phrase]
    assert entry.on in {stand.thing.on for stand in stands}


@_of(Predicate)
def test_predicate_takes_its_stance(entry: Predicate, read: dict[str, Read]) -> None:
    values = {"wants": "supports", "ready": "open", "weighs": "unclear", "refuses": "refuses"}
    assert values[entry.says] in {stand.value for stand in read[entry.example].stands}


@_of(Opener)
def test_opener_opens_a_condition(entry: Opener, read: dict[str, Read]) -> None:
    done = read[entry.example]
    conditions = [
        condition_of(stand, done.words, Span(0, len(entry.example)), entry.example, _BOOK)
        for stand in done.stands
    ]
    found = [place.of(entry.example).lower() for place in conditions if place is not None]
    assert any(words.startswith(entry.words) for words in found), done.stands


def test_lexicon_is_broad() -> None:
    assert len({w for e in _BOOK.entries if isinstance(e, Thing) for w in e.words}) > 200
    assert len({w for e in _BOOK.entries if isinstance(e, Force) for w in e.words}) > 600


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('thing = [{ on = "weather", words = ["rain"], example = "Rain." }]', "weather"),
        ('thing = [{ on = "talks", words = ["a", "a"], example = "A." }]', "twice"),
        ('thing = [{ on = "talks", words = ["a"], example = " " }]', "example"),
        ('saying = [{ on = "talks", words = "no door", says = "ready", example = "A." }]', "hang"),
    ],
)
def test_mistakes_are_named(line: str, reason: str) -> None:
    key = line.split(" ")[0]
    raw = _MINIMAL.replace(f"{key} = []\n", "") + line
    with pytest.raises(LexiconError, match=reason):
        read_stance_book(raw.encode(), "mine.toml")
