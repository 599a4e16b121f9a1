"""Content is whole: with its subject, its second verb, what stands before a quotation's verb."""

from __future__ import annotations

import pytest

from tests.statements.case import Case, case, check, params

CASES = [
    case(
        "subject",
        "[S:Simpson] [C:suggested] {X:the most likely reason crews are refusing to sail is fear}.",
    ),
    case(
        "second verb",
        "[S:The agency] [C:reports that] {X:28 sailors were quarantined, and displayed no fever}.",
    ),
    case(
        "second infinitive",
        "Despite [S:reports] [C:urging] {X:new rules to combat fraud or regulate the way adverts "
        "are sold}, officials made no changes.",
    ),
    case(
        "a verb after which",
        "[S:The institute] [C:has also estimated that] {X:964,000 people age 12 and older, which "
        "is a tenth of the state, reported the disorder in 2017}.",
    ),
    case(
        "subject of a quotation",
        "[S:Aras] [C:said] on Tuesday that {X:Bonn} “{X:is going to have to make a deal that I "
        "like. If they don't, that's it}.”",
    ),
    case(
        "felt",
        "[S1:Some] [C1:said] {X1:[S2:they] [C2:felt dejected that] {X2:they could not land}}.",
    ),
    case(
        "bracket",
        "A poll is lower ([S:44 percent of voters] [C:say] {X:the bridge must close}), "
        "the mill is shut.",
    ),
    case("single marks", "[S:Lugo leaders] [C:denied] {X:'sensational' claims made in a post}."),
    case("met", "But suddenly, they found her buried in a basket where he had hidden her."),
    case("what of it", "[S:Aras] [C:does not know] {X:what direction Steve Wilks will go at sea}."),
    case("told apart", "{X:The deal is close}, [S:two people briefed on the talks] [C:said]."),
    case(
        "titles", "{X:It is a plume}, [S:JPL scientist and study co-author Mikel Aranda] [C:said]."
    ),
    case("lost comma", "“{X:We never met such a crowd, and continue to see} ” [S:Mayer] [C:said]."),
    case("being", "[S:Others] [C:reported] {X:being abruptly logged off the service}."),
    case("asked for", "[S:Delhi] [C:asked] {X:for the matter to be left to the ministers}."),
    case("as", "[C:As] [S:Fixit] [C:points out], {X:the keyboard is the same as the older one}."),
    case("hearsay", "He said, she said: a quarrel about a hedge on the hill."),
    case("itself", "The yard has gone further, challenging itself to run on tidal power alone."),
    case(
        "joined by form",
        "[S1,2:Many businesses] [C1:agree that] {X1:Peru has long gained from the pact} and "
        "[C2:support] {X2:the mayor’s plan to widen it}.",
    ),
    case("done to", "A photo was dismissed by [S:Aras], [C:hinting that] {X:it was a fake}."),
    case("a will", "Moss’s unexecuted will specified that the house should be sold."),
    case(
        "a list of reports",
        "[S1,2,3:Moss] [C1:told] the Herald {X1:she had seen the letter}, [C2:called] "
        "{X2:it a fake} and [C3:vowed] {X3:to sue}.",
    ),
    case(
        "meanwhile",
        "[S:Lt. Col. Alexander Vindle] [C:told] lawmakers {X:it was his “duty” to report it}, as "
        "he deflected attacks.",
    ),
    case(
        "goes on",
        "[S:Prosecutors] [C:alleged that] {X:Tova Nol, a guard}, “{X:browsed the Internet},” "
        "{X:lingered at a door and appeared to sleep}.",
    ),
    case(
        "in spite", "The agency has held firm despite criticism that it would be better off alone."
    ),
    case("hard", "When prices go up, businesses find it harder to compete."),
    case("backed up", "[S:The two witnesses] [C:backed up] {X:that assessment}."),
    case("day", "[S:Officials] [C:said] Monday {X:the victim was one of two people}."),
    case("view", "[S:Experts] are of the [C:view that] {X:the market will recover}."),
    case(
        "the sooner",
        "[S:The clinic] [C:advises] {X:the earlier people seek it, the better it works}.",
    ),
    case(
        "aside",
        "{X:This system}, [C:says] [S:Richard Lockley, an immunologist], {X:helps direct a response"
        "}.",
    ),
    case("things", "One of my top requests to the lamp is to ask for the time."),
    case(
        "behind which",
        "It rests on its older lander, which the founder Jeff Bezer announced in May.",
    ),
    case("threat to somebody", "[S:Moss] [C:admitted to] {X:threatening the girl}."),
    case("how can", "How can I promise you are about to feel better?"),
    case("no sense", "Moss seems to have no sense that the tide has turned."),
    case("proves", "The minister cut nothing. It shows that the pressure remains immense."),
    case("particle", "That was good, maybe we should go on the road."),
    case(
        "gloss",
        "It is as hard to believe as [S:Robert Moss]'s [C:testimony that] {X:he did not know the "
        "fund} — the source of the whole affair.",
    ),
    case(
        "another's judgement",
        "[S1:The minister] [C1:said] {X1:the road would be shut}, a step that [S2:Peraza] "
        "[C2:called] {X2:“a provocation”}.",
    ),
    case(
        "which group",
        "{X:The lights are out}, [C:according to] [S:a group representing rural towns in Altmark].",
    ),
    case(
        "second name",
        "{X:The fair is off}, [C:according to] [S:the Intelligencer, the Wheel News-Register].",
    ),
    case(
        "name behind a clause",
        "[S:The company that owns the mill, Rick Dale Productions], [C:denies that] {X:it is off}.",
    ),
    case(
        "what came of it",
        "So [S:many people] [C:were talking about] {X:the odd slogan} that it became a fashion.",
    ),
    case(
        "to what end",
        "[S:They] [C:hope for] {X:government money to help pay for the vaccines}.",
    ),
    case(
        "dateline",
        "DUBAI, United Arab Emirates — {X:The carrier bought thirty jets}, [S:executives "
        "of both firms] [C:announced] Wednesday at the fair.",
    ),
    case("page", "Mirado.Net - {X:The reef is dying}, [C:said] [S:Reefwatch International]."),
    case(
        "measure",
        "Output reached 1.64 GW and [S:Seoul] [C:plans] {X:to install 30.8 GW by 2030}.",
    ),
    case("deprived", "A late penalty denied the hosts their tenth straight win."),
    case("asks for", "The children told people who might listen."),
    case("who", "Aras was the third witness testifying on Monday who listened in on the call."),
]


@pytest.mark.parametrize("one", params(CASES))
def test_whole(one: Case) -> None:
    check(one)
