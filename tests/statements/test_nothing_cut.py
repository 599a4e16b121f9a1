"""Sources, contents and quotations in full, and words that look like a cue and are none."""

from __future__ import annotations

import pytest

from tests.statements.case import Case, case, check, params

CASES = [
    # a blank behind a straight mark
    case(
        "continuing-quote",
        '"{X:I run the mill by phone}," [S:he] [C:told] Aras. " {X:You have done a fine job}."',
    ),
    # "this" is all of the subject
    case(
        "according-to",
        "{X:This}, [C:according to] [S:traders and guards], {X:is both a blessing and a curse}.",
    ),
    case("according-to", "{X:That}, [C:according to] [S:the ministry], {X:was never agreed}."),
    # only what the same dashes set apart
    case(
        "according-to",
        "Given that history -- and the fact that {X:the port has lost 300 ships since June}, "
        "[C:according to] [S:the Harbour Institute] -- there is every reason to doubt the plan.",
    ),
    case(
        "according-to",
        "[C:According to] [S:a document Matsen prepared for her lawyers in May of 2006], "
        "{X:the dam leaked}.",
    ),
    case(
        "according-to",
        "{X:The dam leaked}, [C:according to] [S:a survey carried out by Lund University].",
    ),
    # which one, behind an inverted cue
    case(
        "quote-inversion",
        '"{X:The toll hurts trade}," [C:said] '
        "[S:Ross Burke, a Boise political scientist who studies border trade].",
    ),
    case(
        "quote-inversion",
        '"{X:The toll hurts trade}," [C:said] [S:a farmer who sells melons in Kehl].',
    ),
    case(
        "quote-inversion",
        '"{X:The toll hurts trade}," [C:said] [S:Noor Aziz], who sells melons in Kehl.',
    ),
    case(
        "clause-that",
        "Coastal state schools [S:Superintendent Ann Reed] [C:said that] {X:the roof leaked}.",
        fails="the parser takes 'schools' for a verb",
    ),
    # whose letter
    case(
        "noun-object",
        "In a letter [C1:calling for] {X1:the meeting}, [S1,2:Mayor Maribel Duarte] "
        "[C2:said that] {X2:the outages cost lives}.",
        speaker=("Maribel Duarte", "Maribel Duarte"),
    ),
    case(
        "clause-that",
        "In a note urging calm, [S:ORTC President Maribel Duarte] [C:said that] {X:it held}.",
        speaker="Maribel Duarte",
    ),
    case(
        "noun-object",
        "[S:A letter] [C:calling for] {X:a truce} was found in Duarte's desk.",
    ),
    # surnames that are titles, too
    case(
        "clause-that",
        "Industry analyst Ken Doctor left. [S:Doctor] [C:asserts that] {X:talks resumed}.",
        speaker="Ken Doctor",
    ),
    case(
        "clause-that",
        "Industry analyst Ken Sailor wrote a column. [S:The doctor] [C:said that] {X:he was well}.",
        speaker="unnamed doctor",
    ),
    # what is felt is not denied; what is ruled out is
    case(
        "attitude",
        "[S:The envoy] [C:doesn't regret] {X:his friendship with the general}.",
        polarity="affirms",
    ),
    case(
        "attitude",
        "[S:Ana Reed] [C:was not worried about] {X:the content of the call}.",
        polarity="affirms",
    ),
    case("attitude", "[S:Lima] [C:is not prepared] {X:to reopen the border}.", polarity="denies"),
    case(
        "denial", "[S:The envoy] [C:denied] {X:any friendship with the general}.", polarity="denies"
    ),
]


@pytest.mark.parametrize("one", params(CASES))
def test_in_full(one: Case) -> None:
    check(one)


NOTHING = [
    "The duty is paid at the border by an importer — say, Orvex — in cash.",
    "As my aunt would say, “Soup first, treaties later.”",
    "The manual of the harbour service notes the rule that sailors be vaccinated.",
    "The rules were in line with others announced in March, which aimed to cut weight.",
]


@pytest.mark.parametrize("sentence", NOTHING)
def test_nobody_says_so(sentence: str) -> None:
    check(case("nothing", sentence))
