"""To whom, where and on which day: the setting of a statement, and what is background."""

from __future__ import annotations

import pytest

from tests.statements.case import Case, case, check, params

TUESDAY = "2025-04-08"  # the day that stands on the page
SETTINGS = [
    case(
        "to and day",
        "[S:Kemal Aras] [C:told] reporters on Tuesday [C:that] {X:the border is shut}.",
        published=TUESDAY,
        to="reporters",
        said_on="2025-04-08",
    ),
    case(
        "interview",
        "[S:Kemal Aras] [C:said] in an interview with Norpress [C:that] {X:the border is shut}.",
        to="Norpress",
        venue="an interview",
    ),
    case(
        "speech",
        "In a speech to parliament on Monday, [S:Ilse Varga] [C:said] {X:the ferry would sail}.",
        published=TUESDAY,
        venue="a speech to parliament",
        said_on="2025-04-07",
    ),
    case(
        "press conference",
        "“{X:We wait},” [S:Varga] [C:said] at a press conference in Oslo on April 5.",
        published=TUESDAY,
        venue="a press conference in Oslo",
        said_on="2025-04-05",
    ),
    case(
        "letter",
        "[S:Varga] [C:wrote] in a letter to the council [C:that] {X:the dam was sound}.",
        venue="a letter to the council",
    ),
    case(
        "statement",
        "[S:The ministry] [C:said] in a statement [C:that] {X:the port was closed}.",
        venue="a statement",
    ),
    case(
        "platform",
        "[S:Aras] [C:wrote] on Telegram [C:that] {X:the strait was open}.",
        venue="Telegram",
    ),
    case(
        "visit",
        "[S:Varga] [C:said] during a visit to Cairo [C:that] {X:the dam was sound}.",
        venue="a visit to Cairo",
    ),
    case(
        "day before",
        "Yesterday, [S:Aras] [C:told] the council [C:that] {X:the dam was sound}.",
        published=TUESDAY,
        to="the council",
        said_on="2025-04-07",
        said_how="inferred",
    ),
    case(
        "last such day",
        "[S:Aras] [C:said] on Friday {X:the border is shut}.",
        published=TUESDAY,
        said_on="2025-04-04",
    ),
    case(
        "a date in full",
        "[S:Aras] [C:said] on March 3, 2025 [C:that] {X:the border was shut}.",
        said_on="2025-03-03",
        said_how="stated",
    ),
    case(
        "no day to count from",
        "[S:Aras] [C:said] on Friday {X:the border is shut}.",
        said_on=None,
    ),
    case(
        "the day of what is said",
        "[S:Aras] [C:said] {X:the border would open on Friday}.",
        published=TUESDAY,
        said_on=None,
    ),
    case(
        "taken over",
        "[S1:Aras] [C1:told] Reuters [C1:that] {X1:the gate is shut}. "
        "[S2:He] [C2:added that] {X2:the bridge would stay}.",
        to=("Reuters", "Reuters"),
    ),
    case(
        "interview before the clause",
        "[S:Kemal Aras] [C:told] TASS in an interview [C:that] {X:the border is shut}.",
        to="TASS",
        venue="an interview",
        fails="the venue runs on into what was said",
    ),
    case(
        "speaking to",
        "Speaking to journalists in Oslo on Sunday, [S:Varga] [C:said] {X:the ferry would sail}.",
        published=TUESDAY,
        to="journalists",
        said_on="2025-04-06",
        fails="a participle clause in front is not asked for the setting",
    ),
    case("no news", "[S:Minsk] [C:has repeatedly said] {X:the dam is sound}.", background=True),
    case("no news", "[S:Minsk] [C:had said] {X:the dam was sound}.", background=True),
    case("news", "[S:Minsk] [C:said] {X:the dam was sound}.", background=False),
    case(
        "long ago",
        "[S:Varga] [C:said] on March 3, 2019 [C:that] {X:the dam was sound}.",
        published=TUESDAY,
        background=True,
    ),
    case(
        "last year",
        "[S:Varga] [C:said] last year [C:that] {X:the dam was sound}.",
        published=TUESDAY,
        background=True,
        fails="a year or month alone does not make background",
    ),
]


@pytest.mark.parametrize("one", params(SETTINGS))
def test_setting(one: Case) -> None:
    check(one)
