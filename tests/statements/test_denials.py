"""What was denied, and what was left unsaid."""

from __future__ import annotations

import pytest

from tests.statements.case import Case, case, check, params
from tests.statements.reading import read, report_of

CASES = [
    case(
        "denial",
        "“{X2:[C1:At no point did] [S1:we] [C1:say] {X1:the fair was off}},” "
        "[S2:Ana Onishi] [C2:said].",
        polarity=("denies", "affirms"),
    ),
    case(
        "denial",
        "[S:Lima] [C:never promised that] {X:the road would open}.",
        polarity="denies",
    ),
    case(
        "omission",
        "[S:The agency] [C:did not estimate] {X:how many had died}.",
        polarity="omits",
    ),
    case(
        "denial",
        "Instead of [C1:announcing that] {X1:the road would close}, [S1,2:the mayor] "
        "[C2:said that] {X2:it would stay open}.",
        polarity=("denies", "affirms"),
    ),
    case(
        "denial",
        "Rather than [C:saying that] {X:talks had failed}, [S:the envoy] spoke at length.",
        polarity="denies",
    ),
    case("denial", "{X:The claim} [C:was rejected by] [S:Kyiv].", polarity="denies", country="UKR"),
    case("denial", "{X:The report} [C:was dismissed by] [S:Warsaw] [C:as] {X:fiction}."),
    case("denial", "{X:The plan}, [C:touted by] [S:Rahel Moss] [C:as] {X:a rescue}, fell apart."),
    case("omission", "[S:He] [C:would not be drawn on] {X:the date}.", polarity="omits"),
    case("omission", "[S:She] [C:said nothing about] {X:the bulb}.", polarity="omits"),
    case(
        "omission", "[S:The ministry] [C:declined comment on] {X:the exchange}.", polarity="omits"
    ),
    case("omission", "[S:Kemal Aras] [C:gave no answer on] {X:the arrests}.", polarity="omits"),
    case("omission", "[S:The ministry] [C:did not react to] {X:the claim}.", polarity="omits"),
    case("denial", "[S:The embassy] [C:denies] {X:this}.", polarity="denies"),
    case("omission", "[S:The note] [C:is silent on] {X:the arrests}.", polarity="omits"),
    case("omission", "[S:Ankara] [C:kept silent about] {X:the arrests}.", polarity="omits"),
    case(
        "omission", "[S:The minister] [C:made no mention of] {X:the sanctions}.", polarity="omits"
    ),
    case("omission", "[S:The embassy] [C:declined to comment on] {X:the case}.", polarity="omits"),
    case("omission", "[S:He] [C:did not say] {X:whether the border would open}.", polarity="omits"),
    case(
        "omission",
        "There was [C:no immediate comment] from [S:Tehran] on {X:the report}.",
        polarity="omits",
        country="IRN",
    ),
    case("omission", "[S:The spokesman] [C:did not mention] {X:the arrests}.", polarity="omits"),
    case(
        "denial", "[S:The army] [C:denied that] {X:shells had crossed the line}.", polarity="denies"
    ),
    case("denial", "[S:Minsk] [C:rejected] {X:the accusation}.", polarity="denies", country="BLR"),
    case(
        "denial",
        "[S:The company] [C:denied] {X:having sold the engines}.",
        polarity="denies",
    ),
    case("denial", "[S:Kemal Aras] [C:dismissed] {X:the report as invention}."),
    case(
        "denial",
        "[S:The minister] [C:did not deny that] {X:the letter existed}.",
        polarity="affirms",
    ),
]


@pytest.mark.parametrize("one", params(CASES))
def test_denials(one: Case) -> None:
    check(one)


def test_who_does_not_regret_it_denies_nothing():
    text = "Foreign Minister Petya Ilieva does not regret her remarks about the border."
    assert [one.polarity for one in read(report_of(text)).statements] == ["affirms"]


def test_who_has_not_spoken_about_it_leaves_it_out():
    text = "Foreign Minister Petya Ilieva has not spoken about the new wall."
    assert [one.polarity for one in read(report_of(text)).statements] == ["omits"]
    text = "Foreign Minister Petya Ilieva has spoken about the new wall."
    assert [one.polarity for one in read(report_of(text)).statements] == ["affirms"]
