"""Who comes to see whom: the visitor acts, whoever is put first."""

from __future__ import annotations

import pytest

from tests.acts.reading import read

#: Who came, to whom, in which words.
_VISITS = (
    ("POL", "FIN", "Finland's president received the Polish ambassador on Monday."),
    ("PER", "CHL", "The foreign ministers of Chile and Peru met in Santiago on Monday."),
    ("CHL", "PER", "Chile's foreign minister met his Peruvian colleague in Arequipa on Monday."),
)


@pytest.mark.parametrize(("visitor", "host", "text"), _VISITS)
def test_the_visitor_comes_first(visitor: str, host: str, text: str) -> None:
    acts = [act for act in read(text + "\n").acts if act.type == "CONSULT"]
    assert [(act.actor, act.recipient) for act in acts] == [((visitor,), (host,))]


def test_elsewhere_the_words_have_their_order() -> None:
    acts = read("The foreign ministers of Chile and Peru met in Oslo on Monday.\n").acts
    assert {(act.actor, act.recipient) for act in acts} == {(("CHL",), ("PER",))}
