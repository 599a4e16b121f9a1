"""Who is meant where the grammar names nobody, with weights made for the test."""

from __future__ import annotations

import pytest

from tests.acts.reading import report_of
from verbale.actors import Cast
from verbale.acts.choice import Chooser
from verbale.acts.code import Coder
from verbale.acts.ground import survey
from verbale.coder.balance import SideWeights
from verbale.coder.weights import side_weights
from verbale.language import backend_for
from verbale.lexicon import default_lexicon
from verbale.lexicon.acts import act_book
from verbale.passages import find_passages, read_frames
from verbale.statements import find_statements

#: The last side named before the deed is meant.
_LAST = SideWeights(actor={}, recipient={"named-1-before": 3.0})
_AID = "Peru and Chile have long been rivals. Kenya sent blankets to Nepal. Oman sent doctors."


def _coder(text: str, weights: SideWeights | None) -> Coder:
    backend = backend_for("en")
    assert backend is not None
    report = report_of(text)
    passages = find_passages(report)
    frames = read_frames(report, passages, backend)
    cast = Cast(report, frames, default_lexicon())
    statements = find_statements(report, passages, frames, cast).statements
    return Coder(survey(report, frames, cast, statements), act_book(), weights)


def _recipients(text: str, weights: SideWeights | None) -> dict[tuple[str, ...], tuple[str, ...]]:
    drawn = _coder(text, weights).acts()
    return {one.telling.act.actor: one.telling.act.recipient for one in drawn}


def test_without_weights_the_grammar_stands() -> None:
    assert _recipients(_AID, None)["OMN",] == ()


def test_who_was_named_last() -> None:
    assert _recipients(_AID, _LAST)["OMN",] == ("NPL",)


def test_what_a_word_names_stands() -> None:
    against = SideWeights(actor={}, recipient={"in to": -9.0})
    assert _recipients(_AID, against)["KEN",] == ("NPL",)


def test_nobody_is_among_the_candidates() -> None:
    nobody = SideWeights(actor={}, recipient={"nobody": 9.0})
    assert _recipients(_AID, nobody)["OMN",] == ()


def test_the_actor_is_no_candidate() -> None:
    own = SideWeights(actor={}, recipient={"in nsubj": 9.0})
    assert _recipients(_AID, own)["OMN",] != ("OMN",)


def test_the_same_whoever_they_are() -> None:
    other = _AID.replace("Nepal", "Laos").replace("Oman", "Cuba")
    assert _recipients(other, _LAST)["CUB",] == ("LAO",)


@pytest.mark.parametrize("role", ["actor", "recipient"])
def test_weights_ship_for_traits_that_are_found(role: str) -> None:
    weights = side_weights()
    assert weights is not None
    assert all(abs(weight) < 9 for weight in getattr(weights, role).values())
    assert isinstance(_coder(_AID, weights).chooser, Chooser)


def test_words_for_several_point_at_a_group() -> None:
    both = SideWeights(actor={}, recipient={"group pair, both": 9.0})
    text = "Peru sanctioned Chile. Chile expelled the envoy of Peru. Oman urged both to calm down."
    assert set(_recipients(text, both)["OMN",]) == {"PER", "CHL"}


def test_words_for_one_point_at_no_group() -> None:
    one = SideWeights(actor={}, recipient={"one, it": 9.0, "named-1-before": 1.0})
    text = "Peru sanctioned Chile. Chile expelled the envoy of Peru. Oman criticised his tone."
    assert len(_recipients(text, one)["OMN",]) == 1
