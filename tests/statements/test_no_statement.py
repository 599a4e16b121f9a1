"""What describes, aims, guesses or is only so called says nothing; its neighbours do."""

from __future__ import annotations

import pytest

from tests.statements.case import Case, case, check, params

CASES: list[Case] = [
    # which ones, not what they hold
    case("apart", "The deputies supporting the toll met in Varna on Monday."),
    case("apart", "A fund backing Ona Reed bought the yard."),
    # a purpose
    case("aim", "Lima raised the toll in steps to see whether it hurts trade."),
    case("aim", "The drill was meant to show that the port is safe."),
    case("aim", "The tests are designed to prove that the pump works."),
    case("aim", "[S:Ona Reed] wrote [C:to ask] {X:whether the port was shut}."),
    # a guess
    case("guess", "She told the envoy, who would probably recognize that the road was shut."),
    case("guess", "Kiro would surely insist that the toll stays."),
    case("guess", "[S:Kiro] [C:said] {X:the toll would probably stay}."),
    # what follows from it
    case("follows", "Few firms signed up, meaning the state pays less."),
    # signposts
    case("signpost", "I have to say that the food was cold."),
    case("signpost", "We have to admit that the view is fine."),
    # what somebody passes for, or goes after
    case("passes", "The bank presents itself as a friend of the farmers."),
    case("passes", "[S:Tull] [C:described] {X:himself as a friend of the farmers}."),
    case("minds", "Recalling the great storm, the port shut its gates early."),
    case("minds", "[S:Tull] urged calm, [C:recalling] {X:the great storm}."),
    case("seeks", "Ona Reed and Omar Tull are also seeking the nomination."),
    case("seeks", "The club is seeking a third title."),
    case("seeks", "[S:Norland] [C:seeks] {X:a ban on the new nets}."),
    # an adjective
    case("adjective", "She leads in both pledged delegates and votes."),
    case("adjective", "[S:Norland] [C:pledged] {X:support for the new port}."),
]


@pytest.mark.parametrize("one", params(CASES))
def test_no_statement(one: Case) -> None:
    check(one)
