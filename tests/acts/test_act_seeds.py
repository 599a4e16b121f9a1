"""The three seeds against their gold: acts and positions."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.acts.reading import Read, read_report
from verbale.lexicon import default_lexicon
from verbale.model import Act, Position, RawDocument, Span
from verbale.reports import read_report as read_page

_SHARED = Path(__file__).resolve().parents[2] / ".." / "shared"

pytestmark = pytest.mark.skipif(
    not (_SHARED / "gold").is_dir(), reason="the seeds and their gold are not beside the checkout"
)


def _seeds() -> list[tuple[dict[str, Any], Read]]:
    done = []
    for path in sorted((_SHARED / "gold").glob("seed_*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        seed = next((_SHARED / "seeds").glob(f"{gold['id'][-3:]}*"))
        document = RawDocument(data=seed.read_bytes(), origin=str(seed))
        done.append((gold, read_report(read_page(document, default_lexicon()))))
    return done


@pytest.fixture(scope="module")
def seeds() -> list[tuple[dict[str, Any], Read]]:
    return _seeds()


def _overlap(spans: list[list[int]], evidence: tuple[Span, ...]) -> bool:
    return any(Span(*span).overlaps(one) for span in spans for one in evidence)


def _is_act(gold: dict[str, Any], act: Act) -> bool:
    sides = [(gold["actor"], gold["recipient"])]
    if gold.get("symmetric"):
        sides.append((gold["recipient"], gold["actor"]))
    return (
        act.type in [gold["type"], *gold.get("alt", [])]
        and (list(act.actor), list(act.recipient)) in sides
        and _overlap(gold["evidence"], act.evidence)
    )


def _is_position(gold: dict[str, Any], position: Position) -> bool:
    return (
        (position.party, position.on) == (gold["party"], gold["on"])
        and position.stance in [gold["stance"], *gold.get("alt", [])]
        and position.background == gold.get("background", False)
        and _overlap(gold["evidence"], position.evidence)
    )


def test_acts(seeds: list[tuple[dict[str, Any], Read]]) -> None:
    right = false = 0
    for gold, done in seeds:
        left = list(done.acts)
        for wanted in gold["acts"]:
            hit = next((act for act in left if _is_act(wanted, act)), None)
            if hit is not None:
                left.remove(hit)
                right += 1
        false += len(left)
    assert right >= 20
    assert false <= 2


def test_flags_of_right_acts(seeds: list[tuple[dict[str, Any], Read]]) -> None:
    wrong = [
        (wanted["evidence"], act.flags)
        for gold, done in seeds
        for wanted in gold["acts"]
        for act in done.acts
        if _is_act(wanted, act) and list(act.flags) != wanted.get("flags", [])
    ]
    assert wrong == []


def test_positions(seeds: list[tuple[dict[str, Any], Read]]) -> None:
    right = false = 0
    for gold, done in seeds:
        left = list(done.positions)
        for wanted in gold["positions"]:
            hit = next((one for one in left if _is_position(wanted, one)), None)
            if hit is not None:
                left.remove(hit)
                right += 1
        false += len(left)
    assert right >= 9
    assert false <= 1
