"""Contents that parsers cut short or let run on: reasons, second clauses, notes, participles."""

from __future__ import annotations

import pytest

from verbale import annotate
from verbale.model import RawDocument, Statement


def _read(text: str) -> tuple[str, tuple[Statement, ...]]:
    found = annotate(RawDocument(data=text.encode(), origin="report.txt", media="text"))
    return found.report.text, found.statements


def _contents(text: str) -> list[str]:
    whole, statements = _read(text)
    return [" ".join(span.of(whole) for span in s.content) for s in statements]


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        (
            "Ruiz explained how he could not have met her, because she had put him in Lima.",
            "how he could not have met her, because she had put him in Lima",
        ),
        (
            "Okafor said the bridge was shut, so that nobody could leave.",
            "the bridge was shut, so that nobody could leave",
        ),
        (
            "Prosecutor Ida Lund explained that the evidence had first been deemed sound, "
            "but after further interviews, it had been made clear that the memory had faded.",
            "the evidence had first been deemed sound, but after further interviews, "
            "it had been made clear that the memory had faded",
        ),
    ],
)
def test_a_reason_and_a_second_clause_are_said_too(sentence: str, content: str) -> None:
    assert content in _contents(sentence)


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        (
            "Beacon aims to put the first pilot, and the next cook, on the far island.",
            "to put the first pilot, and the next cook, on the far island",
        ),
        (
            "We’ve asked him to share some insights into the work of Beacon and what’s next on "
            "the horizon for the firm.",
            "him to share some insights into the work of Beacon and what’s next on the horizon "
            "for the firm",
        ),
        (
            "Lindqvist said after the game that the Harriers saw winning as the first step.",
            "the Harriers saw winning as the first step",
        ),
    ],
)
def test_what_the_parser_hangs_elsewhere_is_said_too(sentence: str, content: str) -> None:
    assert content in _contents(sentence)


@pytest.mark.parametrize(
    "tail",
    [
        "figures her office released on Friday",
        "a survey of 400 voters published on Monday by Harrow Insight, a research group",
        "a report from the inspector general to be released Thursday",
        "the agency's chief on Monday",
        "the Varga Institute, a think tank in Győr",
    ],
)
def test_what_tells_of_the_source_is_not_said(tail: str) -> None:
    text, (told,) = _read(f"The harbour was shut in May, according to {tail}.")
    assert [span.of(text) for span in told.content] == ["The harbour was shut in May"]


def test_what_follows_a_phrase_of_source_may_be_said() -> None:
    text, (told,) = _read("The road was shut, according to the ministry, because of floods.")
    assert [span.of(text) for span in told.content] == ["The road was shut", "because of floods"]


def test_the_writer_goes_on_in_a_tense_of_his_own() -> None:
    said = _contents("Novak said the talks had gone well, but the border remains closed.")
    assert said == ["the talks had gone well"]


@pytest.mark.parametrize(
    ("sentence", "source", "content"),
    [
        (
            "Opposition leader Ana Ruiz demanded that the council be convened, wondering aloud "
            "whether the government had read the letter.",
            "Opposition leader Ana Ruiz",
            "whether the government had read the letter",
        ),
        (
            "Minister Varga also informed his guest that the teams had received the replies on "
            "Tuesday, pointing out that the replies were different.",
            "Minister Varga",
            "the replies were different",
        ),
    ],
)
def test_a_participle_at_the_end_is_by_who_speaks(sentence: str, source: str, content: str) -> None:
    text, statements = _read(sentence)
    last = statements[-1]
    assert [s.of(text) for s in last.source] == [source]
    assert [s.of(text) for s in last.content] == [content]
    assert last.nested_in is None
    assert last.via == ()


def test_the_number_of_a_note_is_not_said() -> None:
    notes = (
        "A first survey found that catches fell by half (11). "
        "A second survey found that nets were cut (12). "
        "A third survey found that boats stayed home (13)."
    )
    assert _contents(notes) == ["catches fell by half", "nets were cut", "boats stayed home"]


def test_an_age_stays() -> None:
    assert _contents("Dolan said the driver was his son (34).") == ["the driver was his son (34)"]


def test_an_open_bracket_is_not_said() -> None:
    said = _contents(
        "The army was warned. (The condition was mild, according to Doctor Lena Voss.)"
    )
    assert said == ["The condition was mild"]


def test_a_video_that_goes_round_says_nothing_for_who_ordered_it() -> None:
    sentence = (
        "Governor Amadi opened the campaign to warn of floods, and the video going round the "
        "world on its first day shows that it already works."
    )
    assert "it already works" not in _contents(sentence)


@pytest.mark.parametrize(
    "made", ["the second model of its electric family", "a new logo", "a statue of its founder"]
)
def test_what_is_unveiled_is_no_statement(made: str) -> None:
    assert _contents(f"Skarda has revealed {made}.") == []


def test_what_is_disclosed_is_one() -> None:
    assert _contents("Skarda has revealed that it lost money.") == ["it lost money"]


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        (
            "Dr Lund warned against forced or coerced moves, including forcing people to move "
            "because they are hungry.",
            "forced or coerced moves, including forcing people to move because they are hungry",
        ),
        (
            "Chile asked for more time, including a pause of the trial in May.",
            "more time, including a pause of the trial in May",
        ),
    ],
)
def test_what_a_thing_includes_is_said_too(sentence: str, content: str) -> None:
    assert content in _contents(sentence)
