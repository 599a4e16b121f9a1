"""Every form of attribution, found in place; and texts that report nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.statements.case import Case, case, check, params
from tests.statements.marked import bare
from tests.statements.reading import read, report_of

GUIDELINES = Path(__file__).resolve().parents[2] / "eval/gold/GUIDELINES.md"

FORMS = [
    # -- clauses
    case("clause-that", "[S:Kemal Aras] [C:said that] {X:the border is shut}.", type="indirect"),
    case(
        "clause-that",
        "[S:The Foreign Ministry of Norland] [C:stated that] {X:no talks were planned}.",
    ),
    case(
        "clause-that",
        "[S:Ilse Varga] [C:told] reporters on Monday [C:that] {X:the ferry would sail}.",
        to="reporters",
    ),
    case(
        "clause-that",
        "[S:The president] [C:has repeatedly insisted that] {X:the islands belong to his country}.",
        background=True,
    ),
    case(
        "clause-that",
        '[S:Aras] [C:warned that] {X:a strike would bring "a painful answer"}.',
        type="mixed",
    ),
    case(
        "clause-that",
        "[S1,2:Ilse Varga] [C1:said that] {X1:the valves were shut}, "
        "[C2:adding that] {X2:they would stay shut}.",
    ),
    case("clause-bare", "[S:Kemal Aras] [C:said] {X:the border is shut}.", type="indirect"),
    case("clause-bare", "[S:The ministry] [C:says] {X:two ships were turned back}."),
    case(
        "clause-bare", "[S:She] [C:told] the newspaper {X:the treaty was dead}.", to="the newspaper"
    ),
    case("clause-bare", "[S:The union] [C:argued] {X:opening the gates could drown the fields}."),
    case("clause-bare", "[S:The minister] [C:warned] {X:leaving now would end the talks}."),
    case("clause-bare", "{X:The border will stay shut}, [S:Kemal Aras] [C:said] on Tuesday."),
    case("clause-bare", "{X:The talks would resume in May}, [C:said] [S:Ilse Varga]."),
    case(
        "clause-bare",
        "As [S:the minister] [C:put it], {X:the door is open}.",
        fails="as-clauses are not read",
    ),
    # -- direct speech
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
    case("parenthetical", "{X:The talks}, [S:she] [C:added], {X:would resume in May}."),
    case("parenthetical", "{X:The note}, [S:Kemal Aras] [C:said], {X:had never been delivered}."),
    case(
        "parenthetical",
        "“{X:The talks},” [S:she] [C:said], “{X:will resume in May}.”",
        type="direct",
    ),
    case("parenthetical", "{X:The pipeline} — [S:the ministry] [C:insists] — {X:is safe}."),
    # -- phrases
    case("according-to", "[C:According to] [S:the ministry], {X:the border is shut}."),
    case(
        "according-to",
        "{X:The border is shut}, [C:according to] [S:two officials].",
        speaker="unnamed officials",
    ),
    case(
        "according-to",
        "[C:According to] [S:Kemal Aras], “{X:the border is shut}.”",
        type="direct",
        fails="a quotation that stands alone beside the phrase is lost",
    ),
    case(
        "according-to",
        "“{X:It is a matter of days},” [C:according to] [S:Ilse Varga].",
        type="direct",
        fails="a quotation that stands alone beside the phrase is lost",
    ),
    case(
        "according-to",
        "[C:In the words of] [S:the envoy], {X:the deal is dead}.",
        fails="the cue stops short of 'of'",
    ),
    case("according-to", "In [S:Tehran]’s [C:view], {X:the inspectors broke the rules}."),
    # -- nouns
    case("nominal", "[S:Aras]’s [C:claim that] {X:the bridge was mined} went unanswered."),
    case("nominal", "[S:His] [C:call for] {X:a truce} went unheard."),
    case(
        "nominal",
        "[S:The ministry] issued a [C:statement saying] {X:the port was closed}.",
        fails="light verb and participle: two readings of the cue",
    ),
    case("nominal", "[S:Norland]’s [C:promise] {X:to withdraw} was made in May."),
    case(
        "nominal",
        "The crowd jeered at [S:the mayor]’s [C:assurance that] {X:the water was clean}.",
        fails="the parser hangs the clause on the main verb",
    ),
    case(
        "nominal",
        "[C:Accusations of] {X:fraud} by [S:the opposition] followed.",
        fails="the parser hangs 'by' on what was alleged",
    ),
    # -- what somebody else is to do, or oneself
    case("infinitive", "[S:She] [C:urged] {X:Tokyo to return to the table}."),
    case("infinitive", "[S:Ankara] [C:called on] {X:both sides to stop}.", country="TUR"),
    case("infinitive", "[S:The minister] [C:ordered] {X:the army to withdraw}."),
    case("infinitive", "[S:The envoy] [C:asked] {X:the court to wait}."),
    case("infinitive", "[S:The president] [C:vowed] {X:to defend the border}."),
    case("infinitive", "[S:The union] [C:called for] {X:an immediate truce}."),
    case("infinitive", "[S:Kemal Aras] [C:threatened] {X:to close the strait}."),
    case("gerund", "[S:Seoul] [C:accused] {X:Pyongyang of jamming signals}."),
    case(
        "gerund",
        "[S:The chancellor] [C:ruled out] {X:sending troops}.",
        polarity="denies",
        fails="the parser takes the gerund for an adverbial clause",
    ),
    case(
        "gerund",
        "[S:The general] [C:warned of] {X:a long war}.",
        fails="no list has a general among those who speak",
    ),
    case("gerund", "[S:The ministry] [C:warned of] {X:a long war}."),
    case("gerund", "[S:Ilse Varga] [C:proposed] {X:moving the talks to Oslo}."),
    case("gerund", "[S:The speaker] [C:blamed] {X:the army for the deaths}."),
    case("noun-object", "[S:The envoy] [C:expressed] {X:concern over the arrests}."),
    case("noun-object", "[S:The two sides] [C:affirmed] {X:their commitment to the ceasefire}."),
    case("noun-object", "[S:The government] [C:announced] {X:a suspension of flights}."),
    case("noun-object", "[S:The minister] [C:demanded] {X:an apology}."),
    case("noun-object", "[S:Tehran] [C:called] {X:the vote a farce}."),
    case("noun-object", "[S:The spokesman] [C:described] {X:the talks as useful}."),
    case("noun-object", "[S:Manila] [C:protested against] {X:the patrols}."),
    # -- passives
    case(
        "passive",
        "[S:Kemal Aras] [C:was quoted by] Norpress [C:as saying that] {X:the border is shut}.",
        via=("Norpress",),
        fails="an agency that no list knows",
    ),
    case("passive", "[S:Kemal Aras] [C:was quoted as saying] {X:the border is shut}."),
    case(
        "passive", "TASS [C:quoted [S:Kemal Aras] as saying] {X:the border is shut}.", via=("TASS",)
    ),
    case(
        "passive",
        "[C:It was announced that] {X:the ferry would sail again}.",
        fails="the cue starts after 'It'",
    ),
    case(
        "passive",
        "[C:It was reported by] [S:Kyodo] [C:that] {X:two ships had collided}.",
        fails="split cue of an impersonal passive",
    ),
    case(
        "passive",
        "“{X:The border is shut},” [S:Kemal Aras] [C:was quoted as saying] by Reuters.",
        via=("Reuters",),
        fails="the parser hangs the agency on 'saying'",
    ),
    # -- headlines and other punctuation
    case(
        "headline",
        "{X:No talks before spring} [C:-] [S:Kremlin]\n\nRain fell on the quay.",
        headline=True,
        country="RUS",
    ),
    case(
        "headline",
        "[S:Norland minister] [C:says] {X:border will stay shut}\n\nRain fell on the quay.",
        headline=True,
    ),
    case(
        "headline",
        "{X:Border will stay shut}, [S:minister] [C:says]\n\nRain fell on the quay.",
        headline=True,
    ),
    case(
        "headline",
        "“{X:We waited long enough}”: [S:Kemal Aras]\n\nRain fell on the quay.",
        headline=True,
        fails="a colon counts as the cue",
    ),
    case(
        "colon",
        "[S:Sofia][C::] {X:no deal before the vote}\n\nRain fell on the quay.",
        headline=True,
    ),
    case("colon", "[S:Kemal Aras] [C:put] it this way:\n\n“{X:We wait}.”"),
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
    case("communique", "[S:The two sides] [C:agreed that] {X:the bridge would reopen}."),
    case(
        "communique",
        "[S:The ministers] [C:reaffirmed] {X:their support for a two-state settlement}.",
    ),
    case(
        "communique",
        "[S:The parties] [C:noted with satisfaction that] {X:trade had doubled}.",
        fails="an adverbial phrase inside the cue",
    ),
    # -- attitudes
    case("attitude", "[S:Sofia] [C:wants] {X:to join by summer}.", speech=False, country="BGR"),
    case(
        "attitude", "[S:Vienna] [C:hopes] {X:the line will stay open}.", speech=False, country="AUT"
    ),
    case("attitude", "[S:Moscow] [C:sees] {X:no reason to talk}.", speech=False, country="RUS"),
    case("attitude", "[S:Baku] [C:is ready] {X:to sign}.", speech=False, country="AZE"),
    case("attitude", "[S:Lima] [C:opposes] {X:the new tariff}.", speech=False, country="PER"),
    case(
        "attitude", "[S:The foreign minister] [C:believes that] {X:the law is fair}.", speech=False
    ),
    # -- who speaks
    case(
        "unnamed",
        "[S:A senior official] [C:said] {X:the deal was close}.",
        speaker="unnamed official",
    ),
    case(
        "unnamed",
        "[S:Two people familiar with the matter] [C:said] {X:the deal was close}.",
        speaker="unnamed people",
    ),
    case(
        "unnamed",
        "[S:Sources] [C:told] Reuters {X:the ship had sunk}.",
        speaker="unnamed sources",
        to="Reuters",
    ),
    case("unnamed", "[S:Media reports] [C:suggest that] {X:the pilot is alive}."),
    case("collective", "[S:Both governments] [C:said] {X:the dam was sound}."),
    case(
        "collective",
        "[S:Residents] [C:complained that] {X:the wells had run dry}.",
        speaker="unnamed residents",
    ),
    case("list-source", "[S:Paris, Berlin and Rome] [C:said] {X:they would send monitors}."),
    case("list-source", "[S:Kemal Aras and Ilse Varga] [C:announced] {X:a new round of talks}."),
    # -- not saying, denying, asking
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
    case("question", "[S:She] [C:asked] {X:whether the channel was open}."),
    case("question", "[S:The judge] [C:wondered] {X:why nobody had called}."),
]


@pytest.mark.parametrize("one", params(FORMS))
def test_form(one: Case) -> None:
    check(one)


def test_every_form_of_the_guidelines_has_a_case() -> None:
    (section,) = re.findall(r"## Forms\n(.*?)\n## ", GUIDELINES.read_text("utf-8"), re.S)
    assert set(re.findall(r"`([a-z-]+)`", section)) == {one.label for one in FORMS}


def test_a_headline_is_a_zone_of_its_own() -> None:
    text = "Minister says border will stay shut\n\nThe ministry said the border was shut."
    zones = [statement.zone for statement in read(report_of(text, headline=True)).statements]
    assert zones == ["headline", "body"]


def test_marks_come_off() -> None:
    line = "[S1,2:He] [C1:said] {X1:[S3:she] [C3:asked] {X3:why}} and [C2:added] {X2:no}."
    assert bare(line) == "He said she asked why and added no."
