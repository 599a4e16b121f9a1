"""Interviews and transcripts, and pages that are only laid out like them."""

from verbale import annotate

ASKED = """Ferry tolls will fall, says Maro's harbour chief

The Quay Mirror

3 March 2024

The Quay Mirror spoke to Lucía Tandre, who runs the harbour of Maro.

{first}Why did you close the western pier?

{then}We had no choice. I signed the order myself.

{first}Will you open it again?

{then}In May, I hope.

{first}What do you tell the fishermen?

{then}That our pier is theirs.
"""


def turns(text: str) -> list[tuple[str, str | None]]:
    """What was read as a turn: its first words and its speaker."""
    found = [one for one in annotate(text).statements if one.rule == "interview-turn"]
    return [(one.content[0].of(text)[:12], one.speaker) for one in found]


def test_questions_and_answers_by_letter():
    text = ASKED.format(first="Q: ", then="A: ")
    assert turns(text) == [
        ("We had no ch", "Lucía Tandre"),
        ("In May, I ho", "Lucía Tandre"),
        ("That our pie", "Lucía Tandre"),
    ]


def test_bare_questions_after_an_opening_that_tells_of_a_talk():
    assert [speaker for _, speaker in turns(ASKED.format(first="", then=""))] == [
        "Lucía Tandre"
    ] * 3


def test_names_as_labels():
    text = ASKED.format(first="Quay Mirror: ", then="Tandre: ")
    assert [speaker for _, speaker in turns(text)] == ["Lucía Tandre"] * 3


def test_names_in_full_first_and_letters_after():
    text = ASKED.format(first="Q: ", then="A: ")
    text = text.replace("Q: ", "The Quay Mirror: ", 1).replace("A: ", "Lucía Tandre: ", 1)
    assert [speaker for _, speaker in turns(text)] == ["Lucía Tandre"] * 3


def test_the_label_of_a_question_is_nobody_who_speaks():
    text = ASKED.format(first="Q: ", then="A: ")
    text = text.replace("Will you open it again?", "The fishermen have called on you to open it.")
    sources = [one.source[0].of(text) for one in annotate(text).statements if one.source]
    assert "Q" not in sources
    assert "The fishermen" in sources


def test_frequent_questions_are_no_interview():
    text = """All about the new ferry tolls

The Quay Mirror

3 March 2024

The tolls of Maro change on Monday. Here is what to know.

What does a crossing cost?

A crossing costs four pesos, and two for children.

Where do I pay my toll?

At the pier. We list the offices below.

When do ferries leave?

Every hour until nine.
"""
    assert turns(text) == []


def test_a_price_list_is_no_interview():
    lines = [
        f"New Price Drop: A {thing} for {n} pesos\n\nI love it, both at home and at work."
        for n, thing in enumerate(("kettle", "lamp", "radio", "chair"), 20)
    ]
    text = "The week's bargains\n\nThe Quay Mirror\n\n3 March 2024\n\n" + "\n\n".join(lines)
    assert turns(text) == []


def test_letters_to_an_advice_column_are_no_interview():
    letter = "DEAR TILDA: My sister told me that our mother wants to move.\n\nWhat should I do?"
    text = "Dear Tilda\n\nThe Quay Mirror\n\n3 March 2024\n\n" + "\n\n".join([letter] * 4)
    assert turns(text) == []


def test_advice_that_asks_its_reader_is_no_interview():
    text = ASKED.format(first="", then="").replace(
        "The Quay Mirror spoke to Lucía Tandre, who runs the harbour of Maro.",
        "Today we are going to talk about piers, and why you should care for yours.",
    )
    assert turns(text) == []
