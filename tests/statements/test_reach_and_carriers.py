"""Where content ends and what is left to the frame: carriers, settings, nouns joined, thoughts."""

from __future__ import annotations

import pytest

from tests.statements.case import Case, case, check, params

THAT = [
    case(
        "behind an occasion",
        "[S:Fofana] [C:said] after the match [C:that] {X:the team saw Monday night as the most "
        "important step}.",
    ),
    case(
        "a pronoun is no conjunction",
        "[S:Okafor] [C:said] {X:that was enough}.",
    ),
]

CARRIERS = [
    case(
        "via, beside the source",
        "[S:Coach Ana Reed], via USA Today, [C:said that] {X:the club would pay the fine}.",
        via=("USA Today",),
    ),
    case(
        "via, behind the cue",
        "“{X:We wanted everything still in front of us},” [S:Okoye] [C:said], via Reuters.",
        via=("Reuters",),
    ),
    case(
        "per, behind the cue",
        "“{X:The ferry is late},” [S:Lund] [C:said], per the Los Angeles Times.",
        via=("Los Angeles Times",),
    ),
    case(
        "passed on by",
        "[S:Ana Lund] [C:said] {X:the port would shut}, as relayed by Reuters.",
        via=("Reuters",),
    ),
    case(
        "through is a way, too",
        "[S:Lund] [C:said] {X:the order came through the Harbour Office}.",
        via=(),
    ),
]

JOINED = [
    case(
        "a second noun",
        "[S:The agency] [C:aims] {X:to put the first woman, and the next man, on the summit by "
        "2024}.",
    ),
    case(
        "a number of them",
        "[S:Peru] [C:wants] {X:to send a doctor, and two nurses, to the island before May}.",
    ),
    case("a second verb", "[S:The minister] [C:vowed] {X:to shut the port} and left the room."),
    case(
        "a clause without that",
        "[S:They] [C:criticised] {X:the bank and the effect large lenders can have when they buy "
        "up smaller ones}.",
    ),
]

SETTINGS = [
    case(
        "in a statement",
        "[S:The minister] [C:denied] {X:the allegations} in a statement posted to his website.",
    ),
    case(
        "in an interview",
        "[S:Bonn] [C:rejected] {X:the demand} in an interview with the daily Harbour Post.",
    ),
    case("the one known", "[S:The minister] [C:denied] {X:the claims in the statement}."),
]

THOUGHTS = [
    case(
        "a thought leads in",
        "“{X1:The road is shut},” [S1:Okafor] [C1:said]. [S2:Wood] [C2:believes] {X2:it will open "
        "by May}. “{X2:There is nothing in the way of it}.”",
    ),
    case(
        "the speaker's own thought",
        "“{X1:The road is shut},” [S1:Okafor] [C1:said]. [S2:He] [C2:believes] {X2:it will open "
        "by May}. “{X1:There is nothing in the way of it}.”",
    ),
    case(
        "a thought in another paragraph",
        "[S:Ana Wood] [C:is confident that] {X:it will open by May}.\n\n“There is no way in.”",
    ),
]

MARKS = [
    case(
        "a quotation cut at its first comma",
        "[S:A spokesperson for the guild] [C:reiterated] {X:the position that the huts “are "
        "illegal under the charter, present an obstacle to peace and threaten the plan”}.",
    ),
    case(
        "single marks typed twice",
        "[S:The council] [C:noted that] {X:it had no “role in what they say.’’} However, it stays.",
    ),
    case(
        "straight marks",
        '[S:The ministry] [C:condemned] {X:the "reckless raid on the port, which killed '
        'nobody, but frightened many"} and recalled its envoy.',
    ),
    case(
        "a list inside another's quotation",
        "{X1:[S2:They] “[C2:want] {X2:to be free of the debts, the noise and the dust}”}, "
        "[S1:Ruiz] [C1:said].",
    ),
    case(
        "what follows the closing mark",
        "[S:Lima] [C:criticised] {X:the “hasty step”}, and the “old port” was shut.",
    ),
]

TAILS = [
    case(
        "which may be",
        "[S:The researchers] [C:think] {X:the source of the gas is a vent, which could be coming "
        "from the buried lake or from a pocket of melted ice}.",
    ),
    case(
        "which holds at all times",
        "[S:The doctors] [C:say] {X:the pill blocks an enzyme, which regulates blood pressure}.",
    ),
    case(
        "which came of it",
        "[S:Okafor] [C:said] {X:the bridge was shut}, which angered many farmers.",
    ),
    case(
        "the writer's verdict",
        "[S:The president] [C:says] {X:his approach has created leverage} — and in some cases, he "
        "is right.",
    ),
    case(
        "its own people's finding",
        "[S1:The institute] [C1:said] Monday [C1:that] {X1:[S2:its researchers] examined how sleep "
        "would affect the crew and [C2:concluded that] {X2:it could shrink the cost}}.",
        nested_in=(None, 1),
    ),
    case(
        "the speaker goes on",
        "[S1,2:She] [C1:said] {X1:the border was calm} and [C2:urged] {X2:Delhi to wait}.",
        nested_in=(None, None),
    ),
    case(
        "a lead-in says nothing yet",
        "“{X1:The truth is, [S2:Varga] [C2:has admitted to] {X2:owing millions to our mill}},” "
        "[S1:the note] [C1:said].",
    ),
    case(
        "a page leads in",
        "She sent them to [S:the page of the campaign], which [C:says]:\n“{X:Nobody waits here}.”",
    ),
    case("what it is, is said", "{X:What a storm it is}, [S:Lund] [C:said]."),
    case("only announced", "I have got to warn you about something that is important."),
]


ITEMS = [
    case(
        "items of a list",
        "[S:The coach] [C:said] {X:the girls would sing at the fairs; appear on their shows; and "
        "write for their papers}.",
    ),
    case(
        "items before the cue",
        "{X:You will sing at the fairs; appear on their shows; write for their papers}, "
        "[S:the coach] [C:said].",
    ),
    case(
        "items asked for",
        "[S:The guests] [C:will ask] {X:you to sing at the fairs; appear on their shows; write "
        "for their papers}.",
    ),
    case(
        "what the writer tells next",
        "[S:The minister] [C:said] {X:it would rain}; she opened a bottle; and left.",
    ),
    case(
        "another sentence behind a semicolon",
        "[S:The minister] [C:said] {X:the bridge would be shut}; the mayor left at noon.",
    ),
]


@pytest.mark.parametrize(
    "one", params([*THAT, *ITEMS, *CARRIERS, *JOINED, *SETTINGS, *THOUGHTS, *MARKS, *TAILS])
)
def test_reach(one: Case) -> None:
    check(one)
