"""How far content goes behind a comma, and whose words stand there."""

from __future__ import annotations

import pytest

from tests.statements.case import Case, case, check, params

CASES: list[Case] = [
    # a "would" behind a cue in the past is told, unless the writer looks ahead with it
    case("would", "[S:Omar Tull] [C:said] {X:the ship was late, but it would dock on Friday}."),
    case(
        "would", "[S:The Lima envoy] [C:said] {X:the talks were on, and Peru would send Ana Ruiz}."
    ),
    case("would", "[S:Omar Tull] [C:said] {X:the ship was late}, but he would later regret it."),
    case(
        "quoted",
        "[S:Omar Tull] [C:said] {X:he had offers for the yard, but “the offers were to use "
        "it in a way I did not like.”}",
    ),
    # what another makes of it
    case(
        "judged",
        "[S:Omar Tull] [C:said] {X:his knife was stopped by a buckle}, something that Kiro mocked.",
    ),
    # the other side's turn; the day between a person and what the person is blamed for
    case(
        "contrast",
        "[S1:Kiro] [C1:accuses] {X1:Oslo of breaking the truce} while [S2:Oslo] [C2:suggests] "
        "{X2:the envoy is a captive of the army}.",
    ),
    case(
        "day",
        "[S:Kiro] [C:chided] {X:Mayor Ana Ruiz on Aug. 17 for going on with her holiday}.",
    ),
    # a name beside an office behind an inverted cue
    case(
        "office",
        "“{X:It was no mistake},” [C:said] [S:the retired surgeon Ben Karsh], asked about it.",
    ),
    case(
        "put it",
        "The president, who owed his post to, as [S:one diplomat] [C:put it], "
        "{X:a “full makeover” of his staff}, left Varna.",
    ),
]


@pytest.mark.parametrize("one", params(CASES))
def test_tail(one: Case) -> None:
    check(one)
