"""Clauses in quotation marks behind their cue, asides in front of "that", and what it is called."""

from __future__ import annotations

import pytest

from tests.statements.case import Case, case, check, params

CASES: list[Case] = [
    # all of it quoted behind a bare cue is direct speech: no marks, no closing stop
    case("whole", "[S:Omar Tull] [C:said] “{X:the port is shut}.”"),
    case(
        "whole",
        "[S1,2:Governor Inez Paulo] [C1:tweeted that] {X1:the plan is good}, [C2:adding] "
        "“{X2:we need everyone on it}.”",
    ),
    case(
        "whole",
        "[S1,2:The Norland envoy] [C1:welcomed] {X1:the pact}, [C2:saying] “{X2:it opens a door}.”",
    ),
    # behind "that", or with words of the writer's, the marks belong to what is told
    case("that", "[S:Omar Tull] [C:said that] {X:“the port is shut”}."),
    case("mixed", "[S:Omar Tull] [C:said] {X:“the deal is dead” and that he would not sign}."),
    case("mixed", '[S:Ida Marr] [C:said] {X:"the deal is dead" and that she would not sign}.'),
    case(
        "mixed",
        "[S:Ida Marr] [C:told] reporters {X:“the deal is dead” and that the port would close}.",
    ),
    # the parser loses the verb of what is quoted
    case("lost", "[S:Omar Tull] [C:said] “{X:the deal, as it stands, is dead}” and left the room."),
    case("lost", "[S:The envoy] [C:said] “{X:our port, for all it costs, pays}” and left."),
    # no clause: a word of somebody's
    case("none", "Omar Tull said “yes” and left the room."),
    # an aside in front of "that"
    case(
        "aside",
        "[S:The ministry] [C:said], citing {X:its embassy in Varna}, [C:that] "
        "{X:two sailors were held}.",
    ),
    case(
        "aside", "[S:The agency] [C:said], speaking on Monday, [C:that] {X:two sailors were held}."
    ),
    # what it is said to be instead, and as what it is turned down
    case("called", "[S:Former palace aides] [C:called] {X:it not a slip, but “a rout” of a show}."),
    case("called", "[S:The Kirov envoy] [C:called] {X:the vote a farce}, but stayed in the hall."),
    case("rejected", "[S:The minister] [C:rejected] {X:the account as “untrue”}."),
    case("rejected", "[S:The ministry] [C:rejected] {X:the offer as too low}."),
    case(
        "rejected", "[S:The minister] [C:rejected] {X:the accusation} as the talks began in Oslo."
    ),
    # an adverb that parsers take for a noun; a carrier; names that parted sentences
    case("manner", "[S:The company] flat-out [C:denied] {X:the allegations} in a statement."),
    case(
        "carrier",
        "{X:The truce will hold}, [S:Foreign Minister Amin Dade] [C:said], via the Coast Tribune.",
    ),
    case("versus", "In Marsh vs. Dole, [S:the court] [C:held that] {X:the tax was void}."),
]


@pytest.mark.parametrize("one", params(CASES))
def test_clause(one: Case) -> None:
    check(one)
