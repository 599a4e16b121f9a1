"""Content is whole: with its subject, its second verb, what stands before a quotation's verb."""

from __future__ import annotations

import pytest

from tests.statements.case import Case, case, check, params

CASES = [
    case(
        "subject",
        "[S:Simpson] [C:suggested] {X:the most likely reason crews are refusing to sail is fear}.",
    ),
    case(
        "second verb",
        "[S:The agency] [C:reports that] {X:28 sailors were quarantined, and displayed no fever}.",
    ),
    case(
        "second infinitive",
        "Despite [S:reports] [C:urging] {X:new rules to combat fraud or regulate the way adverts "
        "are sold}, officials made no changes.",
    ),
    case(
        "a verb after which",
        "[S:The institute] [C:has also estimated that] {X:964,000 people age 12 and older, which "
        "is a tenth of the state, reported the disorder in 2017}.",
    ),
    case(
        "subject of a quotation",
        "[S:Aras] [C:said] on Tuesday that {X:Bonn} “{X:is going to have to make a deal that I "
        "like. If they don't, that's it}.”",
    ),
    case(
        "felt",
        "[S1:Some] [C1:said] {X1:[S2:they] [C2:felt dejected that] {X2:they could not land}}.",
    ),
    case(
        "bracket",
        "A poll is lower ([S:44 percent of voters] [C:say] {X:the bridge must close}), "
        "the mill is shut.",
    ),
    case("single marks", "[S:Lugo leaders] [C:denied] {X:'sensational' claims made in a post}."),
    case("met", "But suddenly, they found her buried in a basket where he had hidden her."),
    case("itself", "The yard has gone further, challenging itself to run on tidal power alone."),
    case("who", "Aras was the third witness testifying on Monday who listened in on the call."),
]


@pytest.mark.parametrize("one", params(CASES))
def test_whole(one: Case) -> None:
    check(one)
