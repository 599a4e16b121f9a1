"""What was done, in the timeline of a brief: in the report's words, by whom it names."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.brief.lines import forge, said, with_values
from tests.brief.newsroom import FERRY, filled, report
from tests.brief.newsroom import said as words_of
from tests.brief.test_moves import with_acts
from verbale.brief import check, compose
from verbale.lexicon import Lexicon
from verbale.model import Dateline, Span

_TEXT = (
    "Velt recalls its pilot from Orda\n"
    "ORDA (Pier News) - The Velt Islands recalled their chief pilot from Orda on 3 April, a day"
    " after the storm. Ordania will paint the pier green. Lena Brask, who hosted the talks, said"
    " nothing new.\n"
    "Ordania and the Velt Islands signed a mooring agreement. Brask called it a good rope.\n"
)
_PLACE = _TEXT.index("ORDA (")
_DATELINE = Dateline(place="ORDA", span=Span(_PLACE, _PLACE + len("ORDA (Pier News) -")))


def _act(doer: str, evidence: str, **fields: Any) -> dict[str, Any]:
    at = _TEXT.index(evidence)
    within = _TEXT.index(doer, at) if doer in evidence else _TEXT.rindex(doer, 0, at)
    return {
        "type": "SANCTION",
        "actor": ("XVE",),
        "recipient": ("XOR",),
        "actor_span": (Span(within, within + len(doer)),),
        "evidence": evidence,
        **fields,
    }


_RECALL = _act(
    "The Velt Islands",
    "The Velt Islands recalled their chief pilot from Orda on 3 April",
    date="2024-04-03",
)
_SIGNED = _act(
    "Ordania",
    "Ordania and the Velt Islands signed a mooring agreement",
    type="SUPPORT",
    actor=("XOR",),
    recipient=("XVE",),
    symmetric=True,
)
_PAINT = _act("Ordania", "Ordania will paint the pier green", actor=("XOR",), recipient=("XVE",))
_HOSTED = _act("Lena Brask", "who hosted the talks", type="CONSULT")


def _timeline(tmp_path: Path, lexicon: Lexicon, *acts: dict[str, Any]) -> list[str]:
    brask = words_of(
        "Brask called",
        "Brask",
        "called",
        "it a good rope",
        speaker="Lena Brask",
        country="XOR",
    )
    told = report(_TEXT, brask, origin="pilot.txt", day="2024-04-04", dateline=_DATELINE)
    made = with_acts(told, *acts)
    with filled(tmp_path / "deeds.vrb", (FERRY, made)) as record:
        brief = compose(record, lexicon=lexicon)
        assert check(brief, record, lexicon=lexicon).dropped == ()
        forged = forge(brief, "timeline", with_values(party="Tarn"))
        assert check(forged, record, lexicon=lexicon).dropped
    return [line for line in said(brief, "timeline") if "“" in line and ": “" not in line]


def test_what_was_done_stands_with_what_was_said(tmp_path: Path, lexicon: Lexicon) -> None:
    lines = _timeline(tmp_path, lexicon, _RECALL, _SIGNED)
    assert lines[-3:] == [
        "3 April 2024 · Velt Islands · “The Velt Islands recalled their chief pilot from Orda on 3"
        " April, a day after the storm.”",
        "4 April 2024, reported · Ordania and Velt Islands · “Ordania and the Velt Islands signed"
        " a mooring agreement.”",
        "4 April 2024, reported · Ordania · Lena Brask “called it a good rope”",
    ]


@pytest.mark.parametrize(
    "act",
    [
        _PAINT,
        _HOSTED,
        {**_RECALL, "flags": ("negated",)},
        {**_RECALL, "date": "2024-05-03"},
        {**_RECALL, "rule": "coder > recall"},
        {**_RECALL, "actor": ("XTA",)},
        {**_RECALL, "date": "2024-04", "flags": ("historical",)},
    ],
)
def test_what_did_not_happen_so_is_no_deed(
    act: dict[str, Any], tmp_path: Path, lexicon: Lexicon
) -> None:
    assert not any(
        "pilot" in line or "paint" in line or "hosted" in line
        for line in _timeline(tmp_path, lexicon, act)[1:]
    )
