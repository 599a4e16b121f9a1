"""A stance in the words that take it, and a denial beside the account that is denied."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from tests.brief.lines import said, sections
from tests.brief.newsroom import filled, report
from tests.brief.newsroom import said as words_of
from verbale.brief import Brief, check, compose
from verbale.brief.wording import words
from verbale.lexicon import Lexicon
from verbale.model import Position, Span

_TEXT = (
    "Ordania and Velt at odds over toll\n"
    '"We said no talks while the pier was wet. The pier is dry, so we can talk," Lena Brask said.\n'
    "Velt gave up its toll, Brask said; the Veltish envoy denied that. Ordania waits.\n"
)


def _position(number: int, party: str, statement: int, *pieces: str, **fields: Any) -> Position:
    places = [_TEXT.index(piece) for piece in pieces]
    spans = tuple(Span(at, at + len(piece)) for at, piece in zip(places, pieces, strict=True))
    return Position(
        id=number, party=party, statement=statement, evidence=spans, rule="test", **fields
    )


def _brief(tmp_path: Path, lexicon: Lexicon) -> Brief:
    annotation, raw = report(
        _TEXT,
        words_of(
            '"We said',
            "Lena Brask",
            "said",
            "We said no talks while the pier was wet. The pier is dry, so we can talk",
            type="direct",
            speaker="Lena Brask",
            country="XOR",
        ),
        words_of(
            "Velt gave", "Brask", "said", "Velt gave up its toll", speaker="Brask", country="XOR"
        ),
        words_of(
            "the Veltish",
            "the Veltish envoy",
            "denied",
            "that",
            speaker="envoy",
            country="XVE",
            polarity="denies",
        ),
        origin="toll.txt",
    )
    held = (
        _position(
            1, "XOR", 1, "We said no talks", "so we can talk", **_on("talks", "open", "pier")
        ),
        _position(2, "XVE", 2, "Velt gave up its toll", **_on("terms", "open", "toll")),
    )
    with filled(
        tmp_path / "toll.vrb", ((msgspec.structs.replace(annotation, positions=held), raw),)
    ) as record:
        brief = compose(record, lexicon=lexicon)
        assert check(brief, record, lexicon=lexicon).dropped == ()
    return brief


def _on(on: str, stance: str, matter: str) -> dict[str, Any]:
    return {"on": on, "stance": stance, "matter": matter}


def _all(brief: Brief) -> list[str]:
    return [words(sentence) for section in sections(brief) for sentence in section.sentences]


def test_the_words_that_take_the_stance_are_shown(tmp_path: Path, lexicon: Lexicon) -> None:
    (line,) = [line for line in _all(_brief(tmp_path, lexicon)) if "open to talks" in line]
    assert "no talks while the pier was wet. The pier is dry, so we can talk”" in line


def test_a_denial_stands_beside_what_is_denied(tmp_path: Path, lexicon: Lexicon) -> None:
    brief = _brief(tmp_path, lexicon)
    (line,) = [line for line in _all(brief) if "on one point" in line]
    assert "as told by Brask of Ordania" in line
    assert "denies it: “the Veltish envoy denied that”." in line
    assert "“denied that”" in said(brief, "timeline")[-1]
