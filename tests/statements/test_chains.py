"""Who carried whose words: chains of statements, and who stands behind each."""

from __future__ import annotations

import pytest

from tests.statements.case import Case, case, check, params, reading
from verbale import annotate

CHAINS = [
    case(
        "agency",
        "TASS [C:quoted [S:Kemal Aras] as saying] {X:the border is shut}.",
        speaker="Kemal Aras",
        via=("TASS",),
    ),
    case(
        "the report's own agency is no carrier",
        "TASS [C:quoted [S:Kemal Aras] as saying] {X:the border is shut}.",
        agencies=("TASS",),
        via=(),
    ),
    case(
        "the report's own outlet is no carrier",
        "Reuters [C:quoted [S:Kemal Aras] as saying] {X:the border is shut}.",
        outlet="Reuters",
        via=(),
    ),
    case(
        "an agency's report",
        "[S1:Interfax] [C1:reported that] "
        "{X1:[S2:Kemal Aras] [C2:had said] {X2:the border was shut}}.",
        via=((), ("Interfax",)),
        nested_in=(None, 1),
    ),
    case(
        "according to an agency",
        "[C1:According to] [S1:TASS], "
        "{X1:[S2:Kemal Aras] [C2:said that] {X2:the border was shut}}.",
        via=((), ("TASS",)),
        nested_in=(None, 1),
    ),
    case(
        "three deep",
        "[S1:Ambassador Haru Onishi] [C1:recalled] {X1:[S2:President Oleg Petrosh]’s "
        "[C2:statement that] {X2:[S3:Sofia] [C3:was ready] {X3:to talk}}}.",
        speaker=("Haru Onishi", "Oleg Petrosh", "Bulgaria"),
        via=((), ("Haru Onishi",), ("Oleg Petrosh", "Haru Onishi")),
        nested_in=(None, 1, 2),
        speech=(True, True, False),
    ),
    case(
        "hearsay",
        "[S1:Varga] [C1:said that] {X1:[S2:Aras] [C2:had told] her {X2:the dam was sound}}.",
        via=((), ("Varga",)),
        nested_in=(None, 1),
    ),
    case(
        "one's own belief has no carrier",
        "[S1:Varga] [C1:said] {X1:[S2:she] [C2:believed that] {X2:the dam was sound}}.",
        speaker=("Varga", "Varga"),
        via=((), ()),
        nested_in=(None, 1),
    ),
    case(
        "one's own attitude in one's own words is part of them",
        "“{X:I think the dam is sound},” [S:Varga] [C:said].",
        speaker="Varga",
    ),
    case(
        "I in a quotation",
        "“{X1:[S2:I] [C2:told] them [C2:that] {X2:the dam is sound}},” [S1:Varga] [C1:said].",
        speaker=("Varga", "Varga"),
        nested_in=(None, 1),
        type=("direct", "direct"),
    ),
    case(
        "a claim dismissed",
        "[S1:Varga] [C1:dismissed] {X1:[S2:Aras]’s [C2:claim that] {X2:the bridge was mined}}.",
        polarity=("denies", "affirms"),
        nested_in=(None, 1),
    ),
    case(
        "a denial reported",
        "[S1:Varga] [C1:said] {X1:[S2:the minister] [C2:had denied that] {X2:the letter existed}}.",
        polarity=("affirms", "denies"),
        nested_in=(None, 1),
    ),
    case(
        "saying denied",
        "[S1:Varga] [C1:denied that] {X1:[S2:Aras] [C2:had said] {X2:the dam was sound}}.",
        polarity=("denies", "affirms"),
        nested_in=(None, 1),
    ),
    case(
        "in apposition",
        "[S:Kemal Aras], quoted by Kyodo News, [C:said that] {X:the border is shut}.",
        via=("Kyodo News",),
        fails="a carrier in a participle behind the source is not asked for",
    ),
    case(
        "what is cited is the speaker's, not a part of the attitude he tells of",
        "[S1:The Foreign Ministry of Velmark] [C1:said] {X1:[S2:it] [C2:does not want] "
        "{X2:to renew the pact}}, citing {X1:the state of the border}.",
        nested_in=(None, 1),
    ),
    case(
        "a quotation in a quotation",
        "“{X1:[S2:He] [C2:told] us, ‘{X2:Go home}’},” [S1:Varga] [C1:said].",
        nested_in=(None, 1),
        fails="quotations inside a quotation have no placeholder of their own",
    ),
    case(
        "a carrier that cites",
        "[S:The Norland Herald] [C:reported], citing two officials, [C:that] {X:the dam broke}.",
        fails="what stands between cue and clause hides the clause",
    ),
]


@pytest.mark.parametrize("one", params(CHAINS))
def test_chain(one: Case) -> None:
    check(one)


@pytest.mark.parametrize("one", [one for one in CHAINS if not one.fails], ids=lambda one: one.label)
def test_numbers_count_up_and_nesting_points_to_what_holds_the_cue(one: Case) -> None:
    statements = reading(one).statements
    assert [statement.id for statement in statements] == list(range(1, len(statements) + 1))
    for statement in statements:
        if statement.nested_in is not None:
            outer = statements[statement.nested_in - 1]
            assert any(span.covers(statement.cue[0]) for span in outer.content)


def test_an_agency_that_speaks_again_is_the_one_named_before():
    text = """A rabbit and a rumour

The Quay Mirror

3 March 2024

The hunter is in hospital, according to the state-run Xinhua News Agency.

Nobody else fell ill, the news agency said.
"""
    assert [one.speaker for one in annotate(text).statements] == ["Xinhua", "Xinhua"]
