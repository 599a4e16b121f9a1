"""Acts of single sentences, from ``data/sentences.txt``."""

from pathlib import Path
from typing import NamedTuple

import pytest

from tests.acts.reading import read

_FILE = Path(__file__).parent / "data" / "sentences.txt"


class Case(NamedTuple):
    type: str
    actor: str
    recipient: str
    flags: frozenset[str]
    text: str
    either: bool


def _cases() -> list[Case]:
    cases = []
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            kind, actor, recipient, flags, text = (part.strip() for part in line.split("|"))
            wanted = frozenset() if flags == "-" else frozenset(flags.split(","))
            cases.append(
                Case(kind, actor.lstrip("~"), recipient, wanted, text, actor.startswith("~"))
            )
    return cases


@pytest.mark.parametrize("case", _cases(), ids=lambda case: case.text[:60])
def test_act(case: Case) -> None:
    acts = read(case.text + "\n").acts
    if case.type == "NONE":
        assert acts == ()
        return
    wanted = {((case.actor,), (case.recipient,))}
    if case.either:
        wanted.add(((case.recipient,), (case.actor,)))
    fitting = [a for a in acts if a.type == case.type and (a.actor, a.recipient) in wanted]
    assert fitting, acts
    assert any(case.flags <= set(a.flags) and bool(a.flags) == bool(case.flags) for a in fitting)
