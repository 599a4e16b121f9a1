"""Which reports a brief puts together, and who the sides are."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.brief.lines import section, sections
from tests.brief.newsroom import ALL, filled, report
from tests.brief.newsroom import said as words_of
from verbale.brief import Brief, BriefRequest, check, compose
from verbale.brief.wording import words
from verbale.lexicon import Lexicon

_NAMES = {"XOR": "Ordania", "XVE": "Velt", "XTA": "Tarn"}


def _news(number: int, headline: str, *speakers: str) -> Any:
    """A report in which somebody speaks for each of the parties."""
    told = [f"{_NAMES[code]} wants the channel dredged, its envoy said." for code in speakers]
    statements = (
        words_of(
            sentence,
            "its envoy",
            "said",
            f"{_NAMES[code]} wants the channel dredged",
            speaker=_NAMES[code],
            country=code,
        )
        for code, sentence in zip(speakers, told, strict=True)
    )
    text = "\n".join((headline, *told)) + "\n"
    return report(text, *statements, origin=f"news{number}.txt", day=f"2024-03-{number:02}")


#: Three share one channel; each report makes most of another two of them.
THREE = (
    _news(1, "Ordania blames Velt for mud in channel", "XOR", "XVE", "XTA"),
    _news(2, "Velt answers Ordania", "XVE", "XVE", "XOR", "XTA"),
    _news(3, "Tarn meets Ordania over channel", "XTA", "XOR", "XOR", "XVE"),
    _news(4, "Tarn and Ordania want a map", "XTA", "XOR", "XVE"),
)


def _of(tmp_path: Path, lexicon: Lexicon, reports: Any, *parties: str) -> Brief:
    with filled(tmp_path / f"{len(list(tmp_path.iterdir()))}.vrb", reports) as record:
        request = BriefRequest(parties=parties or None)
        checked = check(compose(record, request, lexicon=lexicon), record, lexicon=lexicon)
    assert not checked.dropped
    return checked.brief


def _headings(brief: Brief) -> list[str]:
    return [words(s.heading) for s in sections(brief) if s.kind == "dispute"]


def test_three_who_quarrel_are_three_sides(tmp_path: Path, lexicon: Lexicon) -> None:
    brief = _of(tmp_path, lexicon, THREE)
    assert _headings(brief) == ["Ordania, Tarn and Velt Islands"]
    for code in _NAMES:
        assert section(brief, "side", code).sections
    assert not [s for s in sections(brief) if s.kind == "others"]


def test_one_report_more_takes_no_side_away(tmp_path: Path, lexicon: Lexicon) -> None:
    for number in range(2, len(THREE) + 1):
        brief = _of(tmp_path, lexicon, THREE[:number])
        assert {s.side for s in sections(brief) if s.kind == "side"} == set(_NAMES)


def test_one_who_speaks_once_of_others_is_no_side(tmp_path: Path, lexicon: Lexicon) -> None:
    brief = _of(tmp_path, lexicon, ALL)
    assert _headings(brief) == ["Ordania and Velt Islands"]
    assert section(brief, "others")


def test_whoever_weighs_as_much_as_the_second_is_no_reason_for_another_dispute(
    tmp_path: Path, lexicon: Lexicon
) -> None:
    two = (
        _news(1, "Ordania and Velt differ over channel", "XOR", "XVE"),
        _news(2, "Velt and Ordania differ still", "XVE", "XOR"),
        _news(3, "Ordania dredges", "XOR", "XOR", "XTA", "XVE"),
    )
    brief = _of(tmp_path, lexicon, two)
    assert _headings(brief) == ["Ordania and Velt Islands"]


def test_a_party_that_speaks_is_never_without_a_brief(tmp_path: Path, lexicon: Lexicon) -> None:
    for code in ("XTA", "XVE"):
        brief = _of(tmp_path, lexicon, ALL, code)
        assert section(brief, "side", code).sections
    tarn = _of(tmp_path, lexicon, ALL, "XTA")
    assert section(tarn, "dispute").scope == ("tarn.txt-c890e85e",)


def test_two_who_are_asked_for_are_the_sides(tmp_path: Path, lexicon: Lexicon) -> None:
    brief = _of(tmp_path, lexicon, THREE, "XTA", "XVE")
    assert _headings(brief) == ["Tarn and Velt Islands"]
    assert len(section(brief, "dispute").scope) == len(THREE)
    assert section(brief, "others")
