"""The scorer of origins: discrepancies by kind, and what is too few to be gated."""

from __future__ import annotations

import pytest

from eval import origins
from eval.origins import Drawn, figures, outcomes
from eval.reuse import Counts
from eval.reusegold import Carrier, Discrepancy, Entry, Group
from verbale.model.origin import Chain, Origins
from verbale.model.origin import Discrepancy as Listed
from verbale.record import CarrierRow, OriginsRow


def row(*kinds: str) -> OriginsRow:
    told = tuple(
        CarrierRow(
            entry=entry,
            report=f"r{entry[1:]}",
            handle="",
            outlet=None,
            published=None,
            speaker=None,
            direct=True,
            words="",
            chain=Chain(statement=1, links=()),
        )
        for entry in ("s1", "s2")
    )
    listed = tuple(Listed(kind=kind, told=()) for kind in kinds)  # type: ignore[arg-type]
    counted = Origins(lower=1, upper=2, groups=(), discrepancies=listed)
    return OriginsRow(entry="s1", carriers=told, origins=counted, joined=())


def test_discrepancies_count_by_kind() -> None:
    carriers = tuple(Carrier(name, (0, 5), ("Marl Wire",), "unknown") for name in "ab")
    entry = Entry("u1", "act", None, None, (1, 1), "", carriers)
    due = Discrepancy("number", "u1", "how many boats", {})
    group = Group("g", "dev", "", (), {}, (), (), (), (entry,), (due,))
    ids = {("g", "u1", "a"): "s1", ("g", "u1", "b"): "s2"}
    seen = list(outcomes([group], Drawn(ids, {"s1": row("date"), "s2": row("date")})))
    assert ("discrepancy.recall", False) in [(name, right) for name, right, _ in seen]
    assert ("discrepancy.precision", False) in [(name, right) for name, right, _ in seen]
    seen = list(outcomes([group], Drawn(ids, {"s1": row("number"), "s2": row("number")})))
    assert [right for name, right, _ in seen if name.startswith("discrepancy")] == [True, True]


def test_what_few_entries_show_is_not_gated(monkeypatch: pytest.MonkeyPatch) -> None:
    counts = {"chain": Counts(30, 40), "act.drawn": Counts(3, 4)}
    monkeypatch.setattr(origins, "measure", lambda half: counts)
    assert figures("dev") == {"chain": 0.75, "chain.gold": 40}
