"""Clauses for content: behind the cue, around it, in front of it; phrases that attribute them."""

from __future__ import annotations

import pytest

from tests.statements.case import Case, case, check, params

CASES = [
    case(
        "clause-bare",
        "{X:Relations with Seoul have hit bottom as Japan tightened export controls}, "
        "[S:South Korean envoy to Tokyo Park Min-ho] [C:told] Yonhap.",
        country="KOR",
    ),
    case(
        "clause-bare",
        "{X1:[S2:Chile] [C2:sees] {X2:no reason to return to talks on the strait} as long as Peru "
        "pursues its complaint before the Court}, [S1:Chilean Ambassador to Lima Rosa Vega Luna] "
        "[C1:told] Radio Austral in an interview.",
    ),
    case(
        "clause-that",
        "[S1,2:The spokesman] [C1:said that] {X1:the decision had been taken alone} "
        "and [C2:denied] {X2:any link with the contract}.",
        polarity=("affirms", "denies"),
    ),
    case(
        "clause-bare",
        "{X1:[S2:The envoy] [C2:believes] {X2:a truce is possible}}, [S1:his aide] [C1:said].",
    ),
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
        "[C:As] [S:the minister] [C:put it], {X:the door is open}.",
    ),
    case("parenthetical", "{X:The talks}, [S:she] [C:added], {X:would resume in May}."),
    case("parenthetical", "{X:The note}, [S:Kemal Aras] [C:said], {X:had never been delivered}."),
    case(
        "parenthetical",
        "“{X:The talks},” [S:she] [C:said], “{X:will resume in May}.”",
        type="direct",
    ),
    case("parenthetical", "{X:The pipeline} — [S:the ministry] [C:insists] — {X:is safe}."),
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
    ),
    case(
        "according-to",
        "“{X:It is a matter of days},” [C:according to] [S:Ilse Varga].",
        type="direct",
    ),
    case(
        "according-to",
        "[C:In the words of] [S:the envoy], {X:the deal is dead}.",
    ),
    case("according-to", "In [S:Tehran]’s [C:view], {X:the inspectors broke the rules}."),
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
    case("question", "[S:She] [C:asked] {X:whether the channel was open}."),
    case("question", "[S:The judge] [C:wondered] {X:why nobody had called}."),
    case("clause-bare", "[C:As] [S:the envoy] [C:noted], {X:the talks have lasted nine years}."),
    case("clause-bare", "{X:The door}, as [S:the minister] [C:put it], {X:is open}."),
    case("clause-bare", "[C:As] [S:Ilse Varga] [C:put it], “{X:the door is open}.”", type="direct"),
    case("clause-that", "[S:Kemal Aras] [C:went on to say that] {X:the bridge would close}."),
    case(
        "clause-bare",
        "Speaking to reporters in Oslo on Monday, [S:Kemal Aras] [C:said] {X:the border was shut}.",
    ),
    case(
        "clause-bare",
        "{X:Boats are “waiting for the wind,”} [S:Ilse Varga] [C:said].",
        type="mixed",
    ),
    case(
        "clause-bare",
        "{X:The link is open to freight}, [S:Iran's ambassador to Georgia, Kamran Zarrin], "
        "[C:told] Armenpress.",
        speaker="Kamran Zarrin",
    ),
    case(
        "clause-bare",
        "{X:The quota will fall}, [S:the head of the delegation, Ma Dong-uk], [C:said].",
    ),
    case("according-to", "{X:The border}, [C:according to] [S:the ministry], {X:is shut}."),
    case(
        "communique",
        "{X1:[S2:The two sides] [C2:agreed that] {X2:the bridge would reopen}}, "
        "[S1:the joint statement] [C1:said].",
    ),
    case("clause-that", "[S:Ward] [C:told] some of his friends [C:that] {X:the boat was sold}."),
    case("clause-bare", "[S:Mr Aras] [C:continues to insist] {X:his plan will hold}."),
    case("clause-that", "[S:The army] [C:said] in a statement [C:that] {X:Bonn had sent arms}."),
    case(
        "quote-before",
        "“{X1:And [S2:I] [C2:said], ‘{X2:Tell them to wait}.’},” [S1:Aras] [C1:said].",
    ),
    case("according-to", "[C:According to] [S:several people I met], {X:the rift was about land}."),
    case(
        "according-to", "[C:According to] [S:accounts checked by two clerks], {X:shots were fired}."
    ),
]


@pytest.mark.parametrize("one", params(CASES))
def test_clauses(one: Case) -> None:
    check(one)
