"""Infinitives, gerunds, noun phrases and nouns of saying; attitudes."""

from __future__ import annotations

import pytest

from tests.statements.case import Case, case, check, params
from verbale import annotate

CASES = [
    case("infinitive", "[S:We] [C:call on] {X:Norland to return to the spirit of the accord}."),
    case(
        "noun-object",
        "[S:The two ministers] [C:underscored] {X:the need for the crossings to be opened}.",
    ),
    case("noun-object", "[S:The ministry] [C:expressed] {X:alarm at the fall in the reservoir}."),
    case("noun-object", "[S:Norland] [C:called for] {X:talks to be brought forward to May}."),
    case("nominal", "[S:Aras]’s [C:claim that] {X:the bridge was mined} went unanswered."),
    case("nominal", "[S:His] [C:call for] {X:a truce} went unheard."),
    case(
        "nominal",
        "[S:The ministry] issued a [C:statement saying] {X:the port was closed}.",
    ),
    case("nominal", "[S:Norland]’s [C:promise] {X:to withdraw} was made in May."),
    case(
        "nominal",
        "The crowd jeered at [S:the mayor]’s [C:assurance that] {X:the water was clean}.",
    ),
    case(
        "nominal",
        "[C:Accusations of] {X:fraud} by [S:the opposition] followed.",
    ),
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
    case("nominal", "The [C:claim] by [S:the court] [C:that] {X:the vote was stolen} fell flat."),
    case("infinitive", "[S:He] [C:went on to accuse] {X:Norland of stalling}."),
    case("attitude", "[S:Envoys] [C:are worried that] {X:pressing them could reopen old wounds}."),
    case("attitude", "[S:Many donors] [C:remain sceptical of] {X:the mayor's chances}."),
    case("clause-bare", "[S:Kemal Aras] [C:cited] {X:the protest as proof that the tax works}."),
    case("attitude", "[S:Lima] [C:would like] {X:to see Quito cut its fleet}."),
    case("attitude", "The children would rather play, and their aunt likes to sing."),
    case("attitude", "[S:Lima] [C:is balking at] {X:committing to a number}.", polarity="denies"),
    case("clause-bare", "[S:The defendant] [C:pleaded guilty to] {X:forging the seal}."),
    case("attitude", "The list holds a rover NASA plans to fly in May."),
    case("clause-bare", "[S:Varga] [C:called] {X:'Half Moon' \"a fine tune\"}."),
]


@pytest.mark.parametrize("one", params(CASES))
def test_complements(one: Case) -> None:
    check(one)


def test_a_preposition_whose_noun_stands_before_it_has_no_content_of_its_own() -> None:
    text = (
        "A joint veterinary inspection, the third since 2009 and the first that both presidents "
        "asked for, begins on Monday."
    )
    assert annotate(text).statements == ()
