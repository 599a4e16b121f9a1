"""The network in numpy: what ships reads as expected, from any thread, and says when it cannot."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from verbale.coder import weights
from verbale.coder.passage import TRAIT, TYPES, Marked, Passage
from verbale.coder.reader import ClauseReader


@pytest.fixture(scope="module")
def reader() -> ClauseReader:
    found = weights.clause_reader()
    assert found is not None
    return found


def _passage(*words: str) -> Passage:
    """Words of which every one hangs on the second, a verb that is asked about."""
    passage = [Marked(word, False, 1, set()) for word in words]
    passage[0].traits |= {TRAIT["leading"], TRAIT["pos:PROPN"], TRAIT["dep:nsubj"]}
    passage[1] = Marked(words[1], True, 1, {TRAIT["pos:VERB"], TRAIT["dep:ROOT"], TRAIT["tag:VBD"]})
    return passage


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (("country", "condemned", "country", "."), "ACCUSE"),
        (("country", "bombed", "country", "."), "ASSAULT"),
        (("country", "thanked", "country", "."), "SUPPORT"),
    ],
)
def test_plain_verbs(reader: ClauseReader, words: tuple[str, ...], wanted: str) -> None:
    (answer,) = reader.read(_passage(*words), 0.0)
    assert answer.at == 1
    assert answer.type == wanted


def test_only_what_is_asked_and_likely(reader: ClauseReader) -> None:
    passage = _passage("country", "condemned", "country", ".")
    assert reader.read(passage, 1.1) == []
    passage[1].asked = False
    assert reader.read(passage, 0.0) == []


def test_the_same_from_many_threads(reader: ClauseReader) -> None:
    passages = [_passage("country", verb, "country", ".") for verb in ("met", "sued", "aided")] * 8
    alone = [reader.read(passage, 0.0) for passage in passages]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda passage: reader.read(passage, 0.0), passages)) == alone


def test_every_type_is_plover(reader: ClauseReader) -> None:
    assert len(set(TYPES)) == 16


def test_what_is_missing_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    assert weights.missing() == ()
    monkeypatch.setattr(weights, "_FOLDER", tmp_path)
    assert weights.missing() == ("weights.npz", "pieces.txt", "sides.toml")
    assert weights.clause_reader.__wrapped__() is None
    assert weights.side_weights.__wrapped__() is None
