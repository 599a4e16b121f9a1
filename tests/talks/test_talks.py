"""What acts and statements of invented reports tell of talks, alone and together."""

from __future__ import annotations

import random
from typing import Any

import pytest

from verbale.talks.find import Mention, episode
from verbale.talks.timeline import Talks, talks

_CODES = {"Orland": "XOR", "Velt": "XVE"}


def named(words: str) -> tuple[str, ...]:
    return tuple(code for name, code in _CODES.items() if name in words)


def mention(words: str, kind: str = "CONSULT", day: str | None = "2024-03-01", **more: Any) -> Any:
    given: dict[str, Any] = {
        "id": f"{kind}-{day}-{len(words)}",
        "matter": "XOR-XVE",
        "parties": ("XOR", "XVE"),
        "date": day,
        "first": day,
        "last": day,
        "dated_by": "said",
        "report": "a",
    }
    return Mention(kind=kind, words=words, **{**given, **more})


def told(*mentions: Mention) -> Talks:
    (found,) = talks(mentions, named)
    return found


@pytest.mark.parametrize(
    ("kind", "words", "state"),
    [
        ("CONSULT", "Orland and Velt held talks on the ferry", "held"),
        ("CONSULT", "The two have been engaged in talks to conclude a treaty", "held"),
        ("CONSULT", "Orland and Velt resumed talks in Tarn", "resumed"),
        ("CONSULT", "Orland and Velt to resume talks in Tarn", "preparing"),
        ("SANCTION", "Orland broke off its talks with Velt", "suspended"),
        ("REJECT", "that it does not intend to continue consultations", "suspended"),
        ("REJECT", "Orland sees no reason to discuss the ferry", None),
        ("AGREE", "Orland and Velt have agreed to meet again in May", "preparing"),
        ("AGREE", "Orland is ready to resume the talks", None),
        ("AGREE", "Orland is ready to sign the treaty", None),
        ("AGREE", "The two reached an agreement on the pier", "agreed"),
        ("COOPERATE", "Orland and Velt signed the ferry treaty", "signed"),
        ("statement", "there are no contacts with them at the moment", "no contact"),
        ("statement", "dialogue has been brought to virtually zero", "no contact"),
        ("statement", "a dialogue under blackmail is no dialogue", None),
        ("CONSULT", "Velt sees no subject for mediation", None),
        ("CONSULT", "because the matter of the talks is still being discussed", None),
        ("statement", "the talks were broken off by Velt", "suspended"),
        ("statement", "the talks could be broken off", None),
        ("statement", "the talks were not suspended", None),
        ("ASSAULT", "Orland shelled the talks", None),
    ],
)
def test_state(kind: str, words: str, state: str | None) -> None:
    found = episode(mention(words, kind), named)
    assert (found and found.state) == state


@pytest.mark.parametrize(
    ("flags", "state"),
    [(("future",), "preparing"), (("hypothetical",), None), (("negated",), None)],
)
def test_flags(flags: tuple[str, ...], state: str | None) -> None:
    found = episode(mention("Orland and Velt held talks", flags=flags), named)
    assert (found and found.state) == state


def test_what_is_historical_or_recalled_in_passing_is_a_recap() -> None:
    past = episode(mention("Orland broke off talks", "SANCTION", flags=("historical",)), named)
    assert past is not None
    assert past.recap
    passing = episode(
        mention("the first call since the talks were broken off in May", "statement"), named
    )
    assert passing is not None
    assert (passing.recap, passing.mention.date) == (True, None)


@pytest.mark.parametrize(
    ("words", "after", "ground"),
    [
        ("Orland suspended the talks because of the new quota", ".", "because of the new quota"),
        (
            "Orland suspended the talks",
            ", citing a loss of trust. All left.",
            "citing a loss of trust",
        ),
        ("Orland suspended the talks", ".", None),
    ],
)
def test_ground(words: str, after: str, ground: str | None) -> None:
    found = episode(mention(words, "SANCTION", after=after), named)
    assert found is not None
    assert found.ground == ground


@pytest.mark.parametrize(
    ("before", "answers"),
    [
        ("Velt closed its port. In response, the ministry said ", "Velt closed its port"),
        ("Velt closed its port. The ministry said ", None),
        ("", None),
    ],
)
def test_what_a_break_is_told_as_an_answer_to(before: str, answers: str | None) -> None:
    words = "that Orland will not continue the talks"
    found = episode(mention(words, "REJECT", before=before), named)
    assert found is not None
    assert found.answers == answers


def test_who_made_the_break() -> None:
    own = episode(mention("Orland suspended the talks", "SANCTION", actor=("XOR",)), named)
    assert own is not None
    assert own.by == ("XOR",)
    blamed = episode(
        mention("The talks were interrupted at Velt's initiative", "statement", teller="XOR"), named
    )
    assert blamed is not None
    assert blamed.by == ("XVE",)


def test_several_reports_of_one_break_are_one_turn() -> None:
    found = told(
        mention("Orland suspended the talks", "SANCTION", actor=("XOR",), outlet="Velt Wire"),
        mention(
            "Orland broke off all talks on the ferry",
            "SANCTION",
            actor=("XOR",),
            report="b",
            after=", citing the quota.",
        ),
    )
    (turn,) = found.turns
    assert (len(turn.told), turn.ground) == (2, "citing the quota")


def test_accounts_that_name_each_other_differ_until_talks_resume() -> None:
    ours = mention("the talks were broken off by Velt", "statement", day="2024-04-01", teller="XOR")
    theirs = mention(
        "the talks were broken off by Orland", "statement", day="2024-04-02", teller="XVE"
    )
    assert [len(a.turns) for a in told(ours, theirs).accounts] == [2]
    again = mention("Orland and Velt resumed talks", day="2024-04-01", report="0")
    later = mention(
        "the talks were broken off by Orland", "statement", day="2024-06-02", teller="XVE"
    )
    between = mention("Orland and Velt resumed talks", day="2024-05-01")
    assert told(ours, between, later, again).accounts == ()


def test_a_step_of_ones_own_contradicts_nobody() -> None:
    found = told(
        mention("Orland suspended the talks", "SANCTION", actor=("XOR",), teller="XOR"),
        mention("Velt broke off the talks", "SANCTION", "2024-05-01", actor=("XVE",)),
    )
    assert found.accounts == ()


def test_the_state_now_is_the_last_news_with_a_day() -> None:
    found = told(
        mention("Orland and Velt held talks", day="2024-03-01"),
        mention("there are no contacts", "statement", day="2024-06-01"),
        mention("Orland broke off the talks", "SANCTION", day=None, flags=("historical",)),
    )
    assert found.now is not None
    assert found.now.state == "no contact"
    assert [turn.state for turn in found.undated] == ["suspended"]


def test_the_order_of_reading_does_not_matter() -> None:
    words = ["Orland and Velt held talks", "Orland and Velt resumed talks on the pier"]
    mentions = [
        mention(w, day=f"2024-0{n}-01", report=r) for w in words for n in (1, 2) for r in "ab"
    ]
    wanted = told(*mentions)
    dice = random.Random(3)
    for _ in range(10):
        dice.shuffle(mentions)
        assert told(*mentions) == wanted


def test_talks_that_came_to_nothing_are_no_talks_held() -> None:
    failed = mention("Talks sponsored by the Union", after=" collapsed last April.")
    found = episode(failed, named)
    assert found is not None
    assert found.state == "suspended"


def test_what_is_only_named_wished_or_threatened_is_no_state() -> None:
    for one in (
        mention("Gulf mediation with Velt", flags=("historical",)),
        mention("that no agreement with Velt should be signed", "AGREE"),
        mention("that Orland would withdraw from the talks unless Velt stopped", "THREATEN"),
    ):
        assert episode(one, named) is None


def test_talks_that_broke_up_are_quoted_with_what_came_of_them() -> None:
    failed = mention(
        "Talks between Orland and Velt",
        after=" broke up without a deal after two days in Orda. Both went home.",
    )
    found = episode(failed, named)
    assert found is not None
    assert found.mention.words.endswith("broke up without a deal after two days in Orda")
    assert found.ground is None  # a length of time is none
    again = mention("Talks on the ferry", after=" broke up after two days of shelling.")
    told_again = episode(again, named)
    assert told_again is not None
    assert told_again.ground == "after two days of shelling"


def test_an_agreement_that_is_signed() -> None:
    signed = episode(mention("Orland and Velt signed an agreement", "SUPPORT"), named)
    assert signed is not None
    assert signed.state == "signed"
    wish = mention("that nothing be filled before the treaty was signed", "SUPPORT")
    assert episode(wish, named) is None


def test_who_hosted_them_or_what_waits_for_them_are_no_talks_held() -> None:
    for words in ("who chaired the talks", "when the two sides had met"):
        assert episode(mention(words), named) is None
