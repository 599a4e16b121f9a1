"""Each gate stops what it is for, and the words it goes by are in order."""

from __future__ import annotations

import pytest

from verbale.archive.options import GATES as NAMES
from verbale.archive.results import Passed, Stopped
from verbale.archive.triage.gates import GATES
from verbale.archive.triage.plain import plain_text
from verbale.archive.triage.sift import sift
from verbale.lexicon import default_lexicon
from verbale.lexicon.triage import triage_words
from verbale.model import Given, Media, RawDocument

STORY = (
    "Japan's foreign minister said on Monday that the talks with Russia on a peace treaty had not"
    " broken off. He told reporters in Velmouth that both sides would meet again in the spring, and"
    " that nothing had been agreed on the islands which both countries claim as their own."
)
FRENCH = (
    "Le ministre a déclaré lundi que les négociations avec la Russie sur un traité de paix"
    " n'étaient pas rompues. Il a dit aux journalistes que les deux parties se retrouveraient au"
    " printemps et que rien n'avait été décidé au sujet des îles que les deux pays revendiquent."
)
GARDEN = (
    "Cut the roses back to the third bud as soon as the frost is over. Water in the evening,"
    " slowly, and never on the leaves. A row of marigolds keeps the beetles off the beans, and a"
    " good spade lasts a lifetime if it is put away clean. Sow the carrots when the soil is warm."
)
FIGURES = "12.5 14.2 | 11.0 (3) 7,100 = 22 % ; " * 30


def sifted(text: str, url: str | None = None, media: Media = "text") -> Passed | Stopped:
    raw = RawDocument(data=text.encode(), origin="-", media=media, given=Given(url=url))
    return sift(raw, default_lexicon(), NAMES)


def test_a_report_passes() -> None:
    assert isinstance(sifted(STORY, "https://tarn.example/2031/talks"), Passed)


@pytest.mark.parametrize(
    ("reason", "text", "url"),
    [
        ("address", STORY, "https://tarn.example/tag/treaties/"),
        ("address", STORY, "https://tarn.example/"),
        ("length", "Japan and Russia met.", None),
        ("length", STORY * 500, None),
        ("language", FRENCH, None),
        ("content", FIGURES, None),
        ("off topic", GARDEN, None),
    ],
)
def test_what_is_stopped(reason: str, text: str, url: str | None) -> None:
    stopped = sifted(text, url)
    assert isinstance(stopped, Stopped), stopped
    assert stopped.reason == reason


def test_states_that_no_lexicon_knows_pass_by_their_dealings() -> None:
    told = STORY.replace("Japan", "Avaria").replace("Russia", "Thurnia")
    assert isinstance(sifted(told), Passed)


def test_every_gate_has_its_name() -> None:
    assert (*GATES, "copy", "near copy") == NAMES


def test_of_a_page_its_frame_is_left_out() -> None:
    page = f"<html><head><title>T</title></head><nav>Home</nav><script>x<y</script><p>{STORY}</p>"
    raw = RawDocument(data=page.encode(), origin="-", media="html")
    assert plain_text(raw).split() == STORY.split()
    assert isinstance(sifted(page, media="html"), Passed)


def test_the_words_validate() -> None:
    words = triage_words()
    assert {strength for _, strength in words.signs.values()} == {"strong", "weak"}
    assert "treaty" in words.signs
    assert "tag" in words.parts
