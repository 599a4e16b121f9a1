"""What is only supposed is no report: conditions, what may be said, what is to be announced."""

from __future__ import annotations

import pytest

from tests.statements.case import Case, case, check, params

CASES = [
    case("joined", "If your aunt comes and says that the mill is gone, it is fair to doubt it."),
    case("left to", "The group will be left to wonder what it did."),
    case("condition", "The grant will have done its work even if the fund never recommends it."),
    case("condition", "They need a plan if they expect to stay on the island."),
    case("condition", "Aid might flow again if the ministry would announce an inquiry."),
    case("possible", "Others might argue that the canal has paid for itself."),
    case("possible", "A lesser envoy would then have claimed that he was misled."),
    case("forced", "Envoys pressured the mayor into announcing a curfew."),
    case("rated", "It is safe to assume that the port will open in May."),
    case("rated", "The men are home, but it’s impossible to know whether they were forced to go."),
    case("wished", "[S:Reed] [C:wanted] {X:to explain why the bridge was shut}."),
    case("needed", "Nurses respond to alerts that do not require action."),
    case("himself", "Reed had to explain himself more than once."),
    case("anybody", "When you say that the sea is rough, sailors laugh."),
    case("negated", "[S:The mayor] [C:could not say] {X:when the port would open}."),
    case(
        "carried on", "Reed would have claimed that a clerk told him that Varga had confirmed it."
    ),
    case("in the first person", "Before May I would have said that the mill was too new."),
    case(
        "nobody's", "The clause would leave the firm open to accusations that it favours its own."
    ),
    case("nobody ahead", "The dish calls for saffron, but nobody will complain about turmeric."),
    case("only tried", "Analysts are trying to assess which of the ports is best placed."),
    case("announced", "Today we are going to talk about how to salt fish."),
    case("hedge", "That is really two questions, I guess."),
    case("politeness", "[S:Reed] [C:said], “{X:I would like to open the meeting}.”"),
]


@pytest.mark.parametrize("one", params(CASES))
def test_supposed(one: Case) -> None:
    check(one)
