"""Reports that name states and are not about what these do to each other."""

from __future__ import annotations

import pytest

from verbale import annotate

MATCH = """Estonia hold on to beat Latvia in Parnu

PARNU - Estonia beat Latvia 2-1 on Saturday and took a long step towards the finals. The hosts gave
Latvia nothing in the first half, and Kaspar Reitel put them ahead with a shot from twenty metres.

Latvia came back after the break. Their captain, Janis Ozolmanis, was freed by a long pass and made
no mistake. "We promised our supporters a goal and we gave them one," Ozolmanis said.

Estonia had to wait for the last minute. Reitel, who had been denied twice by the post, struck a
corner with his left heel, and the ball went in off a defender's knee.

Coach Maarja Lepik refused to talk about the table. "I do not count points in October," she said.
Her team visits Lithuania next month and then receives Finland, who lost 3-0 in Sweden. Latvia have
two matches left and need to win both of them. They will do so without Ozolmanis, who was sent off
in the tunnel for words that he would not repeat afterwards.

The stadium was full for the first time since its roof was repaired. Some four hundred people had
come by bus from Riga and sang until the lights went out."""

ROCKET = """Canadian firm to build arm for moon lander

TORONTO - A small company in Toronto will build the arm of a lander that is to bring back dust from
the moon, the space agency announced on Tuesday. Northbound Robotics won the contract against three
larger firms. It is worth 61 million dollars and runs for five years.

"We are going to pick up things that nobody has ever touched," its founder, Iris Halloran, said.
The arm is two metres long and weighs less than a bicycle. Its fingers are made of a fabric that was
first used for sails. A test in a pool of sand failed in spring and was repeated in August.

The agency wants the lander to fly in four years. Engineers doubt it. The engine has not been lit so
far, and the tank that was delivered in June had to be sent back. Two senators have asked for the
accounts. The programme supports 900 jobs in Ontario and another 300 in Quebec.

Halloran said her team would deliver in time. She used to repair fishing boats with her father and
still has his wrenches. A rival from Japan plans to land a year earlier with an arm of its own."""

AMONG_OTHER_THINGS = """Ten things to know this morning

Bakers in Lyon have run out of butter, a survey says. Prices have doubled since the winter, and the
queues begin at five. The guild has printed a recipe without any.

The oldest cinema of Ghent closes its doors. Its last film was chosen by the owner's dog, who barked
at the posters until only one was left on the wall.

Norway expelled two Serbian diplomats over stolen maps, and Serbia summoned the Norwegian
ambassador.

A walker has found a boot under a glacier. It is a left one, size 41, and about a hundred years old;
the museum would like to see the other.

Apples will be small this year. Growers blame a wet April. Cider makers are pleased, since small
apples have more taste, or so they tell their customers every time.

A school in Turin teaches in the park. Nobody has caught a cold so far, except for the headmaster,
who stayed inside. Parents want to know what happens in December, and so does he.

The weather: fog until noon, then sun. The lottery: nobody has won. The crossword is on page nine,
and its solution will be found there tomorrow."""


@pytest.mark.parametrize("text", [MATCH, ROCKET])
def test_a_page_about_something_else_tells_no_acts(text: str) -> None:
    found = annotate(text)
    assert [(act.type, act.actor, act.recipient) for act in found.acts] == []
    assert found.positions == ()


def test_what_names_both_sides_is_told_wherever_it_stands() -> None:
    found = [(act.type, act.actor, act.recipient) for act in annotate(AMONG_OTHER_THINGS).acts]
    assert ("SANCTION", ("NOR",), ("SRB",)) in found
    assert {code for _, *sides in found for codes in sides for code in codes} == {"NOR", "SRB"}
