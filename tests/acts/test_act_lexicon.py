"""The act lexicon: every example is read as its entry says, and mistakes in a file are named."""

import pytest

from verbale.acts import read_deeds
from verbale.acts.contexts import contexts_of
from verbale.acts.magnitude import magnitude
from verbale.errors import LexiconError
from verbale.language import Unit, backend_for
from verbale.lexicon.acts import NounAct, Operator, VerbAct, act_book, read_act_book, read_idioms

_MINIMAL = (
    "transparent = []\nblame = []\nlemmas = {}\nclasses = {}\nverb = []\nnoun = []\noperator = []\n"
)


@pytest.fixture(scope="module")
def parsed() -> dict[str, list]:
    """The deeds of every example."""
    backend = backend_for("en")
    assert backend is not None
    examples = [entry.example for entry in act_book().entries]
    parses = backend.parse([Unit(example) for example in examples])
    return {
        example: [
            deed
            for number in range(len(parse.sentences))
            for deed in read_deeds(parse.sentence(number), act_book())
        ]
        for example, parse in zip(examples, parses, strict=True)
    }


@pytest.mark.parametrize(
    "entry", [e for e in act_book().entries if not isinstance(e, Operator)], ids=lambda e: e.example
)
def test_example_has_its_type(entry: VerbAct | NounAct, parsed: dict[str, list]) -> None:
    assert entry.type in {deed.type for deed in parsed[entry.example]}


@pytest.mark.parametrize(
    "entry", [e for e in act_book().entries if isinstance(e, Operator)], ids=lambda e: e.example
)
def test_operator_turns_its_example_into_a_deed(entry: Operator, parsed: dict[str, list]) -> None:
    used = {word.lemma.lower() for deed in parsed[entry.example] for word in deed.trail}
    used |= {word.text.lower() for deed in parsed[entry.example] for word in deed.trail}
    assert used & {lemma.split(" ")[0] for lemma in entry.lemmas}


@pytest.fixture(scope="module")
def idioms() -> list[tuple[str, str, set[str]]]:
    """Form, type and the types read from the example, for every idiom."""
    backend = backend_for("en")
    assert backend is not None
    entries = {id(entry): entry for both in act_book().idioms.values() for entry, _ in both}
    given = [(entry.type, *form) for entry in entries.values() for form in entry.forms]
    parses = backend.parse([Unit(example) for _, _, example in given])
    return [
        (
            form,
            kind,
            {
                deed.type
                for number in range(len(parse.sentences))
                for deed in read_deeds(parse.sentence(number), act_book())
            },
        )
        for (kind, form, _), parse in zip(given, parses, strict=True)
    ]


def test_idioms_have_their_type(idioms: list[tuple[str, str, set[str]]]) -> None:
    assert [(form, kind, read) for form, kind, read in idioms if kind not in read] == []
    assert len(idioms) > 300


@pytest.mark.parametrize(
    ("form", "reason"),
    [
        ('["", "A hears of B."]', "needs words"),
        ('["hear of", " "]', "needs words"),
        ('["hear of", "A heard of B."], ["hear of", "A heard of B."]', "twice"),
        ('["hear {cakes}", "A heard of B."]', "cakes"),
    ],
)
def test_mistakes_in_idioms_are_named(form: str, reason: str) -> None:
    raw = f'[[idiom]]\ntype = "REJECT"\nforms = [{form}]\n'
    with pytest.raises(LexiconError, match=reason):
        read_act_book(_MINIMAL.encode(), "mine.toml", read_idioms(raw.encode(), "mine.toml"))


def test_lexicon_is_broad() -> None:
    entries = act_book().entries
    assert len({lemma for entry in entries for lemma in entry.lemmas}) > 1000
    types = {entry.type for entry in entries if not isinstance(entry, Operator)}
    assert len(types) == 16


def test_no_class_is_unused() -> None:
    used = {
        token.group
        for forms in act_book().idioms.values()
        for _, tokens in forms
        for token in tokens
    } | {
        name
        for entry in act_book().entries
        if isinstance(entry, VerbAct)
        for name in (*entry.object, *entry.subject, *entry.prep_object)
    }
    # these three also serve the rule for matters between two sides
    assert set(act_book().classes) - used <= {"talks", "ties", "agreement"}


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        ('[[verb]]\nlemmas = ["greet"]\ntype = "SALUTE"\nexample = "A greeted B."', "SALUTE"),
        ('[[verb]]\nlemmas = ["greet"]\ntype = "SUPPORT"\nexample = " "', "example"),
        ('[[verb]]\nlemmas = ["a", "a"]\ntype = "SUPPORT"\nexample = "A a B."', "twice"),
        (
            '[[verb]]\nlemmas = ["a"]\ntype = "AID"\nobject = ["cakes"]\nexample = "A a B."',
            "cakes",
        ),
    ],
)
def test_mistakes_are_named(entry: str, reason: str) -> None:
    raw = _MINIMAL.replace("verb = []\n", "") + entry
    with pytest.raises(LexiconError, match=reason):
        read_act_book(raw.encode(), "mine.toml")


def test_not_toml() -> None:
    with pytest.raises(LexiconError, match=r"mine\.toml"):
        read_act_book(b"[[verb", "mine.toml")


def test_contexts_come_from_the_words() -> None:
    found = contexts_of("The ambassador spoke of the border, the pipeline and the refugees.")
    assert {"diplomatic", "territory", "natural_resource", "migration"} <= set(found)
    assert contexts_of("A brass band played.") == ()


def test_magnitudes_keep_the_order_of_the_manual() -> None:
    assert magnitude("ASSAULT", "aerial") < magnitude("SANCTION") < magnitude("REJECT") < 0
    assert magnitude("AGREE") == 2.5
    assert magnitude("RETREAT", "unheard-of") == magnitude("RETREAT")
    with pytest.raises(KeyError):
        magnitude("SALUTE")
