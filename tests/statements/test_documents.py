"""Official documents that are printed as they are: "we" is whoever issued them."""

from verbale import annotate

SPEECH = """Remarks by Ambassador Lindiwe Khoza to the Peace and Security Council
Addis Ababa, 17 October 2022
(Check against delivery)

Chairperson, Excellencies,

South Africa thanks the Commission for its briefing.

First, the truce must hold. Eritrea's troops are over the line, and we call for their withdrawal.

I thank you.
"""


def test_we_in_a_speech_is_the_speakers_state_and_not_the_host():
    called = [one for one in annotate(SPEECH).statements if one.rule == "prepositional"]
    assert [(one.speaker, one.country) for one in called] == [("South Africa", "ZAF")]


def test_we_in_a_ministry_statement_is_the_ministry():
    text = """Statement by the Spokesperson on the situation at the Albita crossing

The Ministry of External Relations of Moldova deplores the closure of the crossing.

For our part, we call for the return of lorries to the bridge. We also hope for a meeting in May.

Chisinau, 2 May 2023
"""
    ours = [one for one in annotate(text).statements if one.source[0].of(text).lower() == "we"]
    assert ours
    assert {one.country for one in ours} == {"MDA"}
