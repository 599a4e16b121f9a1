"""Briefs over reports read by the whole pipeline: the samples, and the seeds where they lie."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.brief.lines import said, sections
from verbale.brief import (
    Brief,
    CheckedBrief,
    check,
    compose,
    render_html,
    render_markdown,
    render_text,
)
from verbale.brief.wording import words
from verbale.desk import ReadOptions, read
from verbale.record import Record

SAMPLES = Path(__file__).resolve().parents[2] / "src" / "verbale" / "samples"
SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"


def briefed(folder: Path, file: Path) -> CheckedBrief:
    with Record(file) as record:
        read([str(folder)], record, ReadOptions())
        return check(compose(record), record)


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> CheckedBrief:
    return briefed(SAMPLES, tmp_path_factory.mktemp("samples") / "samples.vrb")


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> CheckedBrief:
    if not SEEDS.is_dir():
        pytest.skip("the seed reports are not beside this checkout")
    return briefed(SEEDS, tmp_path_factory.mktemp("seeds") / "seeds.vrb")


@pytest.mark.slow
def test_nothing_of_the_samples_is_dropped(samples: CheckedBrief) -> None:
    assert samples.dropped == ()


@pytest.mark.slow
def test_the_three_disputes_of_the_samples_are_told_apart(samples: CheckedBrief) -> None:
    pairs = {
        frozenset(s.side for s in dispute.sections if s.side)
        for dispute in samples.brief.sections
        if dispute.kind == "dispute"
    }
    assert pairs >= {
        frozenset({"XAV", "XTH"}),
        frozenset({"QZR", "QOV"}),
        frozenset({"XHV", "XNM"}),
    }


@pytest.mark.slow
def test_each_footnote_of_the_samples_is_called_for(samples: CheckedBrief) -> None:
    page = render_html(samples)
    for note in samples.footnotes:
        assert f'href="#n{note.number}"' in page
        assert f'id="n{note.number}"' in page


@pytest.mark.slow
def test_the_seeds_tell_one_matter(seeds: CheckedBrief) -> None:
    assert seeds.dropped == ()
    assert [s.side for s in sections(seeds.brief) if s.kind == "side"] == ["JPN", "RUS"]


@pytest.mark.slow
def test_the_seeds_tell_what_each_side_says(seeds: CheckedBrief) -> None:
    """In the words of the reports, on the days that they state."""
    brief, text = seeds.brief, render_text(seeds)
    assert any("in favour of concluding a peace treaty" in s for s in said(brief, "last", "RUS"))
    assert any("no contacts with the Japanese" in s for s in said(brief, "before", "RUS"))
    assert any("when the situation allows" in s for s in said(brief, "undated", "JPN"))
    assert "gives its day as 15 July, without a year" in text
    assert not any("15 July" in line for line in said(brief, "timeline"))


@pytest.mark.slow
def test_the_seeds_open_with_where_each_side_stands(seeds: CheckedBrief) -> None:
    """Each on its own target, so that no refusal to talk is set against a wish for a treaty."""
    lines = stands(seeds.brief)
    assert any("8 April 2025 Russia refused talks" in line for line in lines)
    assert any("24 October 2025 Russia supported an agreement" in line for line in lines)
    assert any("October 2025, Japan supported an agreement" in line for line in lines)
    ready = next(line for line in lines if "Japan set a condition for talks" in line)
    assert "15 July (year not known)" in ready
    assert "“when the situation allows”" in ready
    earlier = said(seeds.brief, "positions", "JPN")
    assert any("8 April 2025, Japan supported an agreement" in line for line in earlier)


@pytest.mark.slow
def test_the_seeds_tell_of_no_reversal(seeds: CheckedBrief) -> None:
    changed = (part for part in sections(seeds.brief) if part.kind == "shifts")
    assert not any("a reversal" in words(line) for part in changed for line in part.sentences)


@pytest.mark.slow
def test_the_seeds_tell_how_the_talks_stand(seeds: CheckedBrief) -> None:
    lines = stands(seeds.brief, "talks")
    assert any("October 2025" in line and "virtually zero" in line for line in lines)
    assert any("8 April 2025" in line and "no contacts" in line for line in lines)
    (broken,) = (line for line in lines if "broken off by Russia" in line)
    assert broken.startswith("As recalled on")
    assert "packages of sanctions against Moscow" in broken


@pytest.mark.slow
def test_the_seeds_tell_what_is_contested(seeds: CheckedBrief) -> None:
    """Two names and two claims, each with its holder; nobody is said to be right."""
    lines = stands(seeds.brief, "contested")
    names = [line for line in lines if "so called by" in line]
    assert [line.partition(":")[0] for line in names] == ["Kuril Islands", "Northern Territories"]
    assert "so called by Russia" in names[0]
    assert "so called by Japan" in names[1]
    japan, russia = (line for line in lines if line not in names)
    assert "Japan said, through the Japanese Ministry of Foreign Affairs" in japan
    assert "illegally occupied" in japan
    assert "Russia said, through the Russian Ministry of Foreign Affairs" in russia
    assert "indisputable" in russia
    assert "Verbale takes no side" in render_text(seeds)


@pytest.mark.slow
def test_no_format_has_two_blank_lines_in_a_row(seeds: CheckedBrief) -> None:
    for page in (render_text(seeds), render_markdown(seeds)):
        assert "\n\n\n" not in page


def stands(brief: Brief, kind: str = "stands") -> list[str]:
    """The sentences of a section and those of its matters."""
    found = [s for s in sections(brief) if s.kind == kind]
    return [words(sentence) for section in found for sentence in section.sentences]
