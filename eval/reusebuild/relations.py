"""What two built reports are to each other, from what they share and which was first."""

from typing import Any

from eval.reusebuild.pages import Built
from eval.reusebuild.passages import COPIES, STRETCH, is_credited, passages_between, shared_runs
from eval.reusebuild.units import PartsError, Unit, edited_share, without_marks, words_of


def _covered(one: Built, other: Built) -> tuple[float, float, float]:
    """The share of each report's prose that stands in the other, and how much of it is edited."""
    runs = [pair for run in shared_runs(one, other, "prose") for pair in run]
    shares = []
    for report, side in ((one, 0), (other, 1)):
        whole = [_size(unit) for unit in report.units if unit.kind == "prose"]
        shared = sum(_size(report.units[at]) for at in {pair[side] for pair in runs})
        shares.append(shared / max(sum(whole), 1))
    return shares[0], shares[1], _edited(one, other, runs)


def _edited(one: Built, other: Built, pairs: list[tuple[int, int]]) -> float:
    """The edited share sentence by sentence, so that a changed order of sentences is no edit."""
    changed = words = 0.0
    for j in {j for _, j in pairs}:
        left = " ".join(without_marks(one.units[i].raw)[0] for i, at in pairs if at == j)
        size = max(_size(other.units[j]), len(words_of(left)))
        changed += edited_share(left, without_marks(other.units[j].raw)[0]) * size
        words += size
    return changed / words


def _size(unit: Unit) -> int:
    return len(words_of(without_marks(unit.raw)[0]))


def relation_between(
    one: Built, other: Built, shown: dict[str, str], given: dict[str, Any]
) -> dict[str, Any]:
    """How two reports are related, by the order of questions in the guide."""
    first, second = sorted((one, other), key=lambda report: report.head["published"])
    if second.id in first.ancestors:  # a page may bear a wrong day: what was made from what decides
        first, second = second, first
    pair: dict[str, Any] = {"a": one.id, "b": other.id}
    if not shared_runs(one, other, "prose"):
        return {**pair, **_apart(first, second), **given.get(one.id + other.id, {})}
    straight = first.id in second.ancestors
    if straight:
        pair["from"] = first.id
    elif common := first.ancestors & second.ancestors:
        nearest = max(common & shown.keys(), key=lambda name: (shown[name], name), default=None)
        pair["common"] = nearest or "outside"
    cover_first, cover_second, edited = _covered(first, second)
    pair["relation"] = _name(first, second, straight, (cover_first, cover_second, edited))
    credit = "credits it" if is_credited(second, first.head["outlet"]) else "does not credit it"
    if first.head["outlet"] == second.head["outlet"]:
        credit = "same outlet"
    elif not straight:
        third = pair.get("common", "outside")
        credit = f"both from {'a text outside the group' if third == 'outside' else third}"
    pair["reason"] = (
        f"{second.id} shares {cover_first:.0%} of {first.id}'s prose, which is"
        f" {cover_second:.0%} of its own, {edited:.0%} of it edited; {credit}"
    )
    if all(
        row["edited"] > STRETCH for row in passages_between(one, other) if row["kind"] in COPIES
    ):
        pair["alt"] = ["same-event"]
    return {**pair, **given.get(one.id + other.id, {})}


def _apart(first: Built, second: Built) -> dict[str, Any]:
    """How two reports are related that share no prose."""
    if "url" in first.head and first.head["url"] == second.head.get("url"):
        reason = "the same address, written anew; no passage is shared"
        return {"from": first.id, "relation": "updated", "reason": reason}
    same = first.head.get("story", 1) == second.head.get("story", 1)
    shared = {name for name, *_ in first.labels} & {name for name, *_ in second.labels}
    tail = "no passage is shared"
    if any(name.startswith("q") or name.endswith("q") for name in shared):
        tail = "only quotations are shared"
    elif shared_runs(first, second, "boilerplate"):
        tail = "only the outlet's standing lines are shared"
    event = "one event, own prose on both sides" if same else "different events"
    return {"relation": "same-event" if same else "none", "reason": f"{event}; {tail}"}


def _name(first: Built, second: Built, straight: bool, shares: tuple[float, float, float]) -> str:
    cover_first, cover_second, edited = shares
    one_story = first.head.get("story", 1) == second.head.get("story", 1)
    if straight and second.head.get("feed"):
        return "feed-copy"
    if first.head["outlet"] == second.head["outlet"] and one_story:
        return "updated"
    for report, other, cover in ((first, second, cover_first), (second, first, cover_second)):
        if _merged(report) and report.id not in other.ancestors and 0.2 <= cover < 0.8:
            return "merged"
    if min(cover_first, cover_second) >= 0.75:
        same = first.head["headline"] == second.head["headline"]
        if same and edited > 0.02:
            raise PartsError(f"{first.id}{second.id}: an edited copy needs a headline of its own")
        return "identical" if same else "re-headlined"
    return "shortened" if max(cover_first, cover_second) >= 0.8 else "partial"


def _merged(report: Built) -> bool:
    """Whether its copied sentences were first written by more than one other outlet."""
    return len(report.sources - {report.head["outlet"]}) > 1
