"""Attitudes that a text puts to nobody, and words of calling that only name."""

from __future__ import annotations

import pytest

from tests.statements.case import Case, case, check, params

CASES = [
    case("foreseen", "Many in the port will deplore the levy."),
    case("proved", "Mira proved it was up to the task."),
    case("whose", "It confirms the belief that the port is idle."),
    case("idiom", "He was asking for it."),
    case("own voice", "It should be noted that the hall was cold."),
    case("asked", "Am I right to believe that the ferry is safe?"),
    case("asked", "Does Lima want the strait to stay shut?"),
    case("asked", "Was it possible, [S:I] [C:asked] her friends, that {X:the boat had sunk}?"),
    case("foreseen", "They’ll assume that the harbour is shut."),
    case("foreseen", "[S:Lima] [C:will oppose] {X:the new tariff}.", country="PER"),
    case("time", "The envoys flew home before they knew that the bridge had burned."),
    case("conjunction", "It is a fair price considering that the road is long."),
    case("outgrown", "Reed used to think that jam was made by wizards."),
    case("another's", "The mayor gave them a map to support the claim of the port."),
    case("another's", "[S:Reed] seems [C:to think that] {X:the road is open}."),
    case("nobody", "“{X:Nobody wants to pay for the dam},” [S:Reed] [C:said]."),
    case("meaning", "It means to start again from the beginning."),
    case("allowed", "The new text allowed firms to propose that the toll be dropped."),
    case("caused", "The film led [S:some teachers] [C:to argue that] {X:the war was forgotten}."),
    case("known", "The captain understands how the tide works."),
    case("known", "[S:The captain] [C:does not know] {X:how the tide works}."),
    case("met", "The sailors found themselves alone on the quay."),
    case("thought of", "The dam hums in a strange way - think drums rather than flutes."),
    case("whose", "The port was shut for fear that the tide would rise."),
    case("whose", "The long delay raised fears that the dam would break."),
    case("named", "We call the boat Mira."),
    case("named", "[S:Kemal Aras] [C:called] {X:Onishi a “liar”}."),
    case(
        "comment", "[S:The ministry] [C:has not answered] {X:the newspaper's request for comment}."
    ),
    case("said when", "The film was cut to show Reed silent, when, in fact, he responded at once."),
    case("said where", "It was told in the story he wrote where a god cheats at dice."),
    case("list", "[S:They] “[C:want] {X:to be rid of the debts, the noise and the dust of it}.”"),
    case(
        "shifted",
        "It rained. [S:Lima] [C:described as] {X:an affront} {X:the decision to shut the gate}.",
        country="PER",
    ),
    case(
        "again",
        "[S:Lima and Quito] [C:agreed] on Monday [C:that] {X:the gate will open at noon}, the two "
        "envoys announced after a session.",
    ),
    case("what", "What she said is what stands in the note."),
    case("attempt", "[S:Tehran] [C:rejects] {X:any attempt to move the border}.", country="IRN"),
    case("owner", "[S:Tokyo] [C:disputes] {X:the ownership of the islands}.", country="JPN"),
    case("lead-in", "Reed remembered the day: “{X:We ran},” [S:Reed] [C:said]."),
    case("hyphen", "{X:Rain is rare}, [C:said] [S:study co-author Ilse Varga, a chemist]."),
    case("hyphen", "[S:The ministry] [C:plans] {X:to re-open the bridge in May}."),
    case("occasion", "[S:Varga], earlier in the hearing, [C:was adamant that] {X:it would hold}."),
    case(
        "who",
        "It rained. The bureau counted [S:people in the state] who [C:have reported] "
        "{X:seeing wolves}.",
    ),
]


@pytest.mark.parametrize("one", params(CASES))
def test_unheld(one: Case) -> None:
    check(one)
