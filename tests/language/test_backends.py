"""What every language backend promises, asked of each that is served."""

from __future__ import annotations

import subprocess
import sys

import pytest

from verbale.errors import LanguageModelMissing
from verbale.language import SERVED, Backend, Parse, Unit, backend_for
from verbale.language.english import DEFAULT_MODEL, English

UNITS = [
    Unit("The border is shut. Nobody came.", (0, 20)),
    Unit("Lt. Gen. Aras spoke. at length. He left", (0, 32)),  # a start where no parser sees one
    Unit("“We wait.”\n\tTwo  spaces, 40.5%\u00a0of it, U.S. ships – and a 🚢!"),
    Unit("no"),
    Unit(""),
    Unit(" \n "),
    Unit("One. Two. Three.", (0, 5, 10)),
    Unit("A start past the end.", (0, 400)),
    Unit("A start inside a word.", (0, 5)),
    Unit("\x00\x85 said\ufeff so."),
]


@pytest.fixture(scope="module", params=sorted(SERVED))
def backend(request: pytest.FixtureRequest) -> Backend:
    found = backend_for(request.param)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def parses(backend: Backend) -> list[Parse]:
    return list(backend.parse(UNITS))


def test_a_parse_for_every_unit_in_order(parses: list[Parse]) -> None:
    assert len(parses) == len(UNITS)
    for unit, parse in zip(UNITS, parses, strict=True):
        assert _black(" ".join(word.text for word in parse.words)) == _black(unit.text)


def _black(text: str) -> str:
    return "".join(text.split())


def test_offsets_are_exact_and_ascending(parses: list[Parse]) -> None:
    for unit, parse in zip(UNITS, parses, strict=True):
        assert [unit.text[w.start : w.end] for w in parse.words] == [w.text for w in parse.words]
        edges = [edge for word in parse.words for edge in (word.start, word.end)]
        assert edges == sorted(edges)
        assert [word.i for word in parse.words] == list(range(len(parse.words)))


@pytest.mark.parametrize(
    ("text", "starts", "sentences"),
    [
        ("The border is shut. Nobody came.", (0, 20), ["The border is shut .", "Nobody came ."]),
        ("Lt. Gen. Aras spoke. He left.", (0,), ["Lt . Gen. Aras spoke . He left ."]),
        ("He went and he saw.", (0, 8), ["He went", "and he saw ."]),
        ("He went.", (), ["He went ."]),
        ("He went home.", (0, 4), ["He went", "home ."]),  # inside a word: the next one begins it
    ],
)
def test_sentences_begin_where_the_unit_says(
    backend: Backend, text: str, starts: tuple[int, ...], sentences: list[str]
) -> None:
    (parse,) = backend.parse([Unit(text, starts)])
    found = [parse.sentence(number) for number in range(len(parse.sentences))]
    assert [" ".join(word.text for word in words) for words in found] == sentences


def test_sentences_share_out_all_words(parses: list[Parse]) -> None:
    for parse in parses:
        assert [w for n in range(len(parse.sentences)) for w in parse.sentence(n)] == parse.words


def test_each_sentence_is_one_tree(parses: list[Parse]) -> None:
    for parse in parses:
        for number in range(len(parse.sentences)):
            words = parse.sentence(number)
            (root,) = [word for word in words if word.head is word]
            assert root.subtree() == words
            assert list(root.ancestors()) == []
            assert all(word.under(root) for word in words)


def test_children_and_heads_agree(parses: list[Parse]) -> None:
    for parse in parses:
        for word in parse.words:
            assert [child.i for child in word.children] == sorted(c.i for c in word.children)
            assert all(child.head is word for child in word.children)
            assert word.head is word or word in word.head.children


def test_words_are_asked_for_by_relation(backend: Backend) -> None:
    (parse,) = backend.parse([Unit("The old envoy sent a long letter.")])
    root = next(word for word in parse.words if word.head is word)
    assert [repr(root), repr(root.of("nsubj")), repr(root.of("agent", "dobj"))] == [
        "sent/VERB/ROOT",
        "envoy/NOUN/nsubj",
        "letter/NOUN/dobj",
    ]
    assert root.of("agent") is None
    assert [word.text for word in root.all("nsubj", "dobj")] == ["envoy", "letter"]


def test_one_unit_at_a_time_reads_like_all_at_once(backend: Backend, parses: list[Parse]) -> None:
    alone = [next(iter(backend.parse([unit]))) for unit in UNITS]
    for one, among in zip(alone, parses, strict=True):
        assert [(repr(w), w.head.i) for w in one.words] == [
            (repr(w), w.head.i) for w in among.words
        ]


def test_nothing_in_nothing_out(backend: Backend) -> None:
    assert list(backend.parse([])) == []


@pytest.mark.parametrize("language", ["und", "fr", "ru", "xx", ""])
def test_a_language_that_is_not_served_has_no_backend(language: str) -> None:
    assert backend_for(language) is None


def test_the_same_backend_every_time() -> None:
    assert backend_for("en") is backend_for("en")


def test_name_says_model_and_version_without_loading_it() -> None:
    english = English()
    model, _, version = english.name.partition("@")
    assert (model, version[0].isdigit()) == (DEFAULT_MODEL, True)
    assert "pipeline" not in vars(english)


def test_model_is_loaded_on_first_parse_only() -> None:
    code = (
        "import sys\n"
        "from verbale.language import Unit, backend_for\n"
        "backend = backend_for('en')\n"
        "backend.name\n"
        "assert 'spacy' not in sys.modules\n"
        "list(backend.parse([Unit('He left.')]))\n"
        "assert 'spacy' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-W", "ignore", "-c", code], check=True)


def test_a_model_that_is_not_installed() -> None:
    backend = backend_for("en", "en_core_no_such_model")
    assert backend is not None
    with pytest.raises(LanguageModelMissing) as caught:
        list(backend.parse([Unit("He left.")]))
    assert caught.value.subject == "en_core_no_such_model"
    assert "verbale doctor" in str(caught.value)
    assert isinstance(caught.value.__cause__, OSError)


@pytest.mark.parametrize(
    ("sentence", "lemma"),
    [
        ("Vienna hoped that it would rain.", "hope"),
        ("Vienna hopes that it will rain.", "hope"),
        ("She is hoping that it will rain.", "hope"),
        ("The rabbit hopped over it.", "hop"),
        ("The president raged that it rained.", "rage"),
        ("Tokyo planned to leave.", "plan"),
        ("Tokyo quit the talks.", "quit"),
        ("They visited the dam.", "visit"),
        ("He passes the border.", "pass"),
        ("They vowed to leave.", "vow"),
        ("He denies that it rained.", "deny"),
    ],
)
def test_english_verbs_are_told_from_shorter_ones(sentence: str, lemma: str) -> None:
    (parse,) = _english().parse([Unit(sentence)])
    assert lemma in {word.lemma for word in parse.words if word.pos == "VERB"}


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009"])
def test_a_space_that_does_not_break_is_no_word(space: str) -> None:
    (parse,) = _english().parse([Unit(f"Reed and US{space}Envoy Ann Toland left.")])
    assert [word.text for word in parse.words][2:4] == ["US", "Envoy"]


def _english() -> Backend:
    backend = backend_for("en")
    assert backend is not None
    return backend
