"""Direct speech, over paragraphs, in posts and interviews; words quoted by others."""

from __future__ import annotations

import pytest

from tests.statements.case import Case, case, check, params

CASES = [
    case("quote-after", "“{X:The border is shut},” [S:the communique] [C:reads].", type="direct"),
    case("quote-after", "“{X:The border is shut},” [S:Kemal Aras] [C:said].", type="direct"),
    case(
        "quote-after",
        '"{X:The border is shut}," [S:Kemal Aras] [C:told] reporters.',
        type="direct",
        to="reporters",
    ),
    case(
        "quote-after",
        "‘{X:The minister’s letter was lost},’ [S:Ilse Varga] [C:said].",
        type="direct",
    ),
    case("quote-after", "«{X:We keep our word},» [S:the ambassador] [C:stressed].", type="direct"),
    case("quote-after", "»{X:We keep our word},« [S:the ambassador] [C:stressed].", type="direct"),
    case("quote-after", "“{X:Who opened the gate?}” [S:she] [C:asked].", type="direct"),
    case(
        "quote-after",
        "“{X:We agreed},” [S:Aras] [C:said]. “{X:They did not}.”",
        type="direct",
    ),
    case("quote-inversion", "“{X:The border is shut},” [C:said] [S:Kemal Aras].", type="direct"),
    case(
        "quote-inversion",
        "“{X:Nobody asked us},” [C:added] [S:the envoy], who flew home on Friday.",
    ),
    case(
        "quote-inversion",
        '"{X:We shall wait}," [C:replied] [S:Norwegian Foreign Minister Tuva Bragstad].',
    ),
    case("quote-before", "[S:Kemal Aras] [C:said]: “{X:The border is shut}.”", type="direct"),
    case("quote-before", "[S:The minister] [C:replied], “{X:Not this year}.”"),
    case("quote-before", '[S:Ilse Varga] [C:wrote] in her diary: "{X:The train never came}."'),
    case(
        "quote-before",
        "[S:He] [C:told] parliament: “{X:We have two weeks. After that the river freezes}.”",
        to="parliament",
    ),
    case(
        "passive",
        "[S:Kemal Aras] [C:was quoted by] Norpress [C:as saying that] {X:the border is shut}.",
        via=("Norpress",),
    ),
    case("passive", "[S:Kemal Aras] [C:was quoted as saying] {X:the border is shut}."),
    case(
        "passive", "TASS [C:quoted [S:Kemal Aras] as saying] {X:the border is shut}.", via=("TASS",)
    ),
    case(
        "passive",
        "[C:It was announced that] {X:the ferry would sail again}.",
    ),
    case(
        "passive",
        "[C:It was reported by] [S:Kyodo] [C:that] {X:two ships had collided}.",
    ),
    case(
        "passive",
        "“{X:The border is shut},” [S:Kemal Aras] [C:was quoted as saying] by Reuters.",
        via=("Reuters",),
    ),
    case("block-quote", "[S:The letter] [C:reads]:\n\n“{X:No ship of yours shall pass. None}.”"),
    case(
        "block-quote",
        "[S:Ilse Varga] [C:said] in a statement:\n\n“{X:The bridge belongs to both banks}.”",
    ),
    case(
        "continuing-quote",
        "“{X:We waited three years},” [S:Kemal Aras] [C:said].\n\n“{X:Nobody came}.”",
        type="direct",
    ),
    case(
        "continuing-quote",
        "[S:Kemal Aras] [C:said]: “{X:We waited three years.}\n\n"
        "“{X:Nobody came.}\n\n“{X:So we left}.”",
        type="direct",
    ),
    case(
        "q-and-a",
        "Q: Will the border open?\n\n[S:A][C::] {X:Not before the harvest is in}.",
        fails="interviews without cue words are not read",
    ),
    case("q-and-a", "Asked about the border, [S:Aras] [C:said] {X:it would open in May}."),
    case(
        "post",
        "“{X:The strait is open},” [S:Kemal Aras] [C:wrote] on X.",
        venue="X",
        fails="the parser keeps the full stop with the X",
    ),
    case(
        "post", "[S:The embassy] [C:posted] on Telegram: “{X:Nobody was hurt}.”", venue="Telegram"
    ),
    case("quote-after", "''{X:We won't wait},'' [S:Ilse Varga] [C:said].", type="direct"),
    case(
        "quote-after",
        "\"{X:He told me 'never again' and left},\" [S:Ilse Varga] [C:said].",
        type="direct",
    ),
    case("q-and-a", "Asked whether it would open, [S:Varga] [C:replied]: “{X:Not this year}.”"),
    case("quote-after", "“{X:Was it open?}” [S:Ana Onishi] [C:asked]. “{X:We never knew}.”"),
    case("quote-after", "“{X:Is there a plan?}” [S:Kemal Aras] [C:asked] again."),
    case("quote-after", "“{X:Who was there?}” [S:Ana Onishi] [C:said] in a letter."),
    case("quote-after", "“He is gone.” [S:Reed] [C:said] {X:the road was shut}."),
    case(
        "quote-after",
        "“{X:I told my aide, like, ‘Do not trust the chart, you know?’}” [S:Ana Onishi] [C:said].",
    ),
    case("passive", "TASS [C:quoted] [S:the deputy minister] [C:as saying] {X:he was ill}."),
]


@pytest.mark.parametrize("one", params(CASES))
def test_quotes(one: Case) -> None:
    check(one)
