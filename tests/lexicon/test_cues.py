"""Reporting cues: the file validates, and each entry's example is read as a statement."""

from __future__ import annotations

import pytest

from tests.statements.reading import read, report_of
from verbale.lexicon.cues import Cue, cue_book

BOOK = cue_book()
#: Entries, by their first lemma, whose example no rule reads yet.
NOT_YET_READ = {
    ("rule out", "gerund"): "the parser takes the gerund for an adverbial clause",
    ("warn", "prep"): "no list has a general among those who speak",
    ("play down", "object"): "no list has a consul among those who speak",
    ("promise", "infinitive"): "a noun without an owner makes no statement",
    ("accusation", "prep"): "a noun without an owner makes no statement",
}


def _cues_hit(example: str) -> set[str]:
    """The lemmas and words of all cues found in ``example``."""
    read_ = read(report_of(example))
    places = [span for statement in read_.statements for span in statement.cue]
    return {
        form.lower()
        for mentions in read_.cast.sentences
        for word in mentions.words
        if any(place.start <= word.start < place.end for place in places)
        for form in (word.lemma, word.text)
    }


def _param(cue: Cue) -> object:
    reasons = [
        reason
        for (lemma, frame), reason in NOT_YET_READ.items()
        if lemma == cue.lemmas[0] and frame in cue.frames and len(cue.frames) <= 3
    ]
    marks = [pytest.mark.xfail(reason=reasons[0], strict=False)] if reasons else []
    return pytest.param(cue, id=cue.example, marks=marks)


@pytest.mark.parametrize("cue", [_param(cue) for cue in BOOK.entries])
def test_the_example_is_read_as_a_statement(cue: Cue) -> None:
    hit = _cues_hit(cue.example)
    assert [lemma for lemma in cue.lemmas if set(lemma.split()) <= hit] != []


@pytest.mark.parametrize("cue", BOOK.entries, ids=lambda cue: cue.example)
def test_the_statement_has_the_polarity_and_kind_of_the_entry(cue: Cue) -> None:
    for statement in read(report_of(cue.example)).statements:
        assert (statement.polarity, statement.speech) == (cue.polarity, cue.speech)


@pytest.mark.parametrize("cue", BOOK.entries, ids=lambda cue: cue.example)
def test_an_entry_is_whole(cue: Cue) -> None:
    assert all(lemma == lemma.lower().strip() for lemma in cue.lemmas)
    assert bool(cue.preps) == bool(cue.frames & {"prep", "object-prep", "on-infinitive"})
    assert not cue.objects or "object" in cue.frames
    assert cue.example.endswith((".", "?", "!"))


@pytest.mark.xfail(reason="the noun 'opinion' stands twice", strict=False)
def test_no_lemma_stands_twice_in_an_entry() -> None:
    twice = [lemma for cue in BOOK.entries for lemma in cue.lemmas if cue.lemmas.count(lemma) > 1]
    assert twice == []


def test_examples_differ() -> None:
    examples = [cue.example for cue in BOOK.entries]
    assert len(examples) == len(set(examples))


def test_phrasal_verbs_are_tried_before_plain_ones() -> None:
    for words in (BOOK.verbs, BOOK.nouns, BOOK.adjectives):
        for entries in words.values():
            lengths = [len(rest) for _, rest in entries]
            assert lengths == sorted(lengths, reverse=True)


def test_entries_are_found_by_their_first_word() -> None:
    assert {rest for _, rest in BOOK.verbs["point"]} == {"out", "to"}
    assert all(
        lemma.split()[0] in {*BOOK.verbs, *BOOK.nouns, *BOOK.adjectives}
        for cue in BOOK.entries
        for lemma in cue.lemmas
    )


def test_there_is_enough_of_everything() -> None:
    assert len(BOOK.verbs) > 250
    assert len(BOOK.nouns) > 50
    assert len(BOOK.adjectives) > 20


def test_the_book_is_read_once() -> None:
    assert cue_book() is BOOK
