"""Builds the report groups of `eval/gold/reuse` from the parts they are planted from.

A copy is written as what it takes from its source and what a sub-editor did to it, so gold about
shared words follows from how the text was made and not from a second look at it. The language of
the parts is told in `eval/gold/reuse/REUSE.md`.

    python -m eval.reusebuild           write groups/*.toml and split.toml
    python -m eval.reusebuild --check   only say whether the committed files agree with the parts
"""

import difflib
import json
import re
import sys
import tomllib
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

HOME = Path(__file__).resolve().parent / "gold" / "reuse"
BRIDGED = 15
"""Own matter of fewer words than this does not end a shared passage."""
STRETCH = 0.4
"""Passages edited more than this were reworded throughout."""
COPIES = ("credited-copy", "uncredited-copy", "common-source")

_LABEL = re.compile(r"\{([a-z]\w*) |\}")
_WORD = re.compile(r"\w+(?:[’'.,-]\w+)*")
_LINE = re.compile(r"([=~])([a-z])\s*([\d,+-]*)\s*(.*)")


class PartsError(Exception):
    """A part says something that cannot be built."""


@dataclass(frozen=True)
class Unit:
    """A sentence of the parts: its marked-up words and where they were first written."""

    raw: str
    roots: frozenset[tuple[str, int]]
    parents: frozenset[str] = frozenset()
    new_paragraph: bool = False
    kind: str = "prose"  # prose | furniture | boilerplate
    glue: str = ""  # a dateline that stands before it in the same paragraph


@dataclass(frozen=True)
class Built:
    """A report made whole: its page and where the units and labels stand in it."""

    id: str
    head: dict[str, Any]
    units: list[Unit]
    text: str
    places: list[tuple[int, int]]
    labels: list[tuple[str, int, int]]
    ancestors: frozenset[str]
    sources: frozenset[str]  # outlets that first wrote the sentences it copied


def words_of(text: str) -> list[str]:
    """The words of a text in small letters, without punctuation."""
    return [word.lower() for word in _WORD.findall(text.replace("’", "'"))]


def edited_share(one: str, other: str) -> float:
    """The share of the longer side's words that the other does not have in the same order."""
    left, right = words_of(one), words_of(other)
    matcher = difflib.SequenceMatcher(None, left, right, autojunk=False)
    kept = sum(block.size for block in matcher.get_matching_blocks())
    return round(1 - kept / max(len(left), len(right), 1), 3)


def _plain(raw: str) -> tuple[str, list[tuple[str, int, int]]]:
    """The words without the marks, and each label's place in them."""
    out, labels, stack, last, size = [], [], [], 0, 0
    for mark in _LABEL.finditer(raw):
        out.append(raw[last : mark.start()])
        size += mark.start() - last
        last = mark.end()
        if mark[1]:
            stack.append((mark[1], size))
        else:
            name, start = stack.pop()
            labels.append((name, start, size))
    out.append(raw[last:])
    return "".join(out), labels


def _numbers(spec: str, count: int) -> list[int]:
    """`1-3,5` as numbers; all of them where nothing is said."""
    if not spec:
        return list(range(1, count + 1))
    numbers: list[int] = []
    for part in re.split(r"[,+]", spec):
        first, _, last = part.partition("-")
        numbers.extend(range(int(first), int(last or first) + 1))
    return numbers


class _Edits:
    """A sub-editor's changes, each made once and none left over."""

    def __init__(self, report: dict[str, Any]):
        self._report = report["id"]
        self._left = [(old, new) for old, new in report.get("edits", [])]

    def on(self, raw: str) -> str:
        """The sentence with the changes that apply to it."""
        for old, new in [edit for edit in self._left if edit[0] in raw]:
            if raw.count(old) > 1:
                raise PartsError(f"{self._report}: {old!r} stands more than once")
            raw = raw.replace(old, new)
            self._left.remove((old, new))
        return raw

    def finish(self) -> None:
        """Fails where a change found nothing to change."""
        if self._left:
            raise PartsError(f"{self._report}: edits that change nothing: {self._left}")


def _copied(spec: str, name: str, source: list[Unit], edits: _Edits) -> list[Unit]:
    """Sentences taken over from a report, with the edits applied."""
    taken = [source[number - 1] for number in _numbers(spec, len(source))]
    return [
        replace(unit, raw=edits.on(unit.raw), parents=unit.parents | {name}, glue="")
        for unit in taken
    ]


def _rewritten(spec: str, name: str, source: list[Unit], raw: str) -> Unit:
    """A sentence that was made from one or more sentences of a report."""
    old = [source[number - 1] for number in _numbers(spec, 0)]
    roots = frozenset(root for unit in old for root in unit.roots)
    parents = frozenset(parent for unit in old for parent in unit.parents)
    return Unit(raw, roots, parents | {name})


def _own(line: str, root: tuple[str, int], boiler: dict[str, str]) -> Unit:
    """A sentence of the report itself, a line of furniture, or the outlet's boilerplate."""
    if line.startswith("%"):
        return Unit(boiler[line[1:]], frozenset({(line, 0)}), kind="boilerplate")
    kind = "furniture" if line.startswith("!") else "prose"
    return Unit(line.removeprefix("!"), frozenset({root}), kind=kind)


def _units(
    report: dict[str, Any], done: dict[str, list[Unit]], boiler: dict[str, str]
) -> list[Unit]:
    """The sentences of one report, its copies drawn from the reports before it."""
    units: list[Unit] = []
    edits = _Edits(report)
    fresh, glue = True, ""
    for line in (line.strip() for line in report["text"].strip().splitlines()):
        if not line:
            fresh = True
        elif line.startswith("@"):
            glue = line[1:] + " "
        else:
            taken = _LINE.fullmatch(line)
            if taken is None:
                new = [_own(line, (report["id"], len(units) + 1), boiler)]
            elif taken[1] == "=":
                new = _copied(taken[3], taken[2], done[taken[2]], edits)
            else:
                new = [_rewritten(taken[3], taken[2], done[taken[2]], taken[4])]
            new[0] = replace(new[0], new_paragraph=fresh, glue=glue)
            units += new
            fresh, glue = False, ""
    edits.finish()
    return units


def _day(published: str) -> str:
    return f"{date.fromisoformat(published[:10]):%B %-d, %Y}"


def _page(report: dict[str, Any], units: list[Unit], outlets: dict[str, str]) -> Built:
    """The page: head lines in the outlet's manner, then the body."""
    if report.get("style", "page") == "wire":
        text = report["headline"] + "\n\n"
    else:
        text = f"{report['outlet']}\n\n{report['headline']}\n\n{_day(report['published'])}\n\n"
    places, labels = [], []
    breaks, manner = {"each": True, "none": False}, report.get("breaks")
    for at, unit in enumerate(units):
        if at:
            text += "\n\n" if breaks.get(manner, unit.new_paragraph) else " "
        text += unit.glue
        plain, marks = _plain(unit.raw)
        plain = _curly(plain) if report.get("curly") else plain
        places.append((len(text), len(text) + len(plain)))
        labels += [(name, len(text) + start, len(text) + end) for name, start, end in marks]
        text += plain
    copied = [unit for unit in units if unit.parents]
    return Built(
        id=report["id"],
        head=report,
        units=units,
        text=text + "\n",
        places=places,
        labels=labels,
        ancestors=frozenset(name for unit in copied for name in unit.parents),
        sources=frozenset(outlets[name] for unit in copied for name, _ in unit.roots),
    )


def _curly(text: str) -> str:
    """Typographic quotation marks for typewriter's ones; no place moves."""
    return re.sub(r'(?<![^\s(])"', "“", text).replace('"', "”").replace("'", "’")


def _runs(one: Built, other: Built, kind: str) -> list[list[tuple[int, int]]]:
    """Runs of units that stand in both, in order; short own matter does not end a run."""
    matches = [
        (i, j)
        for i, left in enumerate(one.units)
        for j, right in enumerate(other.units)
        if left.roots & right.roots and left.kind == right.kind == kind
    ]
    runs: list[list[tuple[int, int]]] = []
    for i, j in matches:
        last = runs[-1][-1] if runs else None
        if (
            last
            and j >= last[1]
            and _gap(one, last[0], i) < BRIDGED
            and _gap(other, last[1], j) < BRIDGED
        ):
            runs[-1].append((i, j))
        else:
            runs.append([(i, j)])
    return runs


def _gap(report: Built, last: int, now: int) -> int:
    return sum(len(words_of(_plain(unit.raw)[0])) for unit in report.units[last + 1 : now])


def _span(report: Built, units: list[int]) -> tuple[int, int]:
    return report.places[min(units)][0], report.places[max(units)][1]


def _quote(text: str, start: int, end: int) -> list[str]:
    """Words that give the place: all of them if few, else the first and the last ones."""
    whole = text[start:end]
    pieces = whole.split(" ")
    if len(pieces) <= 12 and "\n" not in whole:
        return [whole]
    for size in range(4, len(pieces)):
        first, last = " ".join(pieces[:size]), " ".join(pieces[-size:])
        if text.count(first) == 1 and text.count(last) == 1:
            return [first, last]
    raise PartsError(f"no words that occur once begin and end {whole[:40]!r}")


def _credits(report: Built, outlet: str) -> bool:
    return outlet in report.head.get("credits", [])


def _copy_kind(one: Built, other: Built) -> str:
    """How a passage that stands in both came to do so."""
    if one.head["outlet"] == other.head["outlet"]:
        return "common-source"
    for earlier, later in ((one, other), (other, one)):
        if earlier.id in later.ancestors:
            credited = _credits(later, earlier.head["outlet"])
            return "credited-copy" if credited else "uncredited-copy"
    return "common-source"


def _passages(one: Built, other: Built) -> list[dict[str, Any]]:
    found = []
    taken: list[tuple[int, int]] = []
    for kind in ("prose", "boilerplate"):
        for run in _runs(one, other, kind):
            left = _span(one, [i for i, _ in run])
            right = _span(other, [j for _, j in run])
            taken.append(left)
            label = "boilerplate" if kind == "boilerplate" else _copy_kind(one, other)
            row = _passage(one, left, other, right, label)
            if label == "uncredited-copy" and _names_source(one, left, other, right):
                row["alt"] = ["credited-copy"]
            found.append(row)
    for name, start, end in one.labels:
        theirs = [place for place in other.labels if place[0] == name]
        inside = any(a <= start and end <= b for a, b in taken)
        if (name.startswith("q") or name.endswith("q")) and theirs and not inside:
            found.append(_passage(one, (start, end), other, theirs[0][1:], "shared-quotation"))
    return found


def _names_source(one: Built, left: tuple[int, int], other: Built, right: tuple[int, int]) -> bool:
    """Whether the copy, without a credit line, keeps a "told Agency" that names its source."""
    source, copy, place = (one, other, right) if one.id in other.ancestors else (other, one, left)
    return source.head["outlet"] in copy.text[slice(*place)]


def _passage(
    one: Built, left: tuple[int, int], other: Built, right: tuple[int, int], kind: str
) -> dict[str, Any]:
    return {
        "a": one.id,
        "a_words": _quote(one.text, *left),
        "b": other.id,
        "b_words": _quote(other.text, *right),
        "kind": kind,
        "edited": edited_share(one.text[slice(*left)], other.text[slice(*right)]),
    }


def _covered(one: Built, other: Built) -> tuple[float, float, float]:
    """The share of each report's prose that stands in the other, and how much of it is edited."""
    runs = [pair for run in _runs(one, other, "prose") for pair in run]
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
        left = " ".join(_plain(one.units[i].raw)[0] for i, at in pairs if at == j)
        size = max(_size(other.units[j]), len(words_of(left)))
        changed += edited_share(left, _plain(other.units[j].raw)[0]) * size
        words += size
    return changed / words


def _size(unit: Unit) -> int:
    return len(words_of(_plain(unit.raw)[0]))


def _relation(
    one: Built, other: Built, shown: dict[str, str], given: dict[str, Any]
) -> dict[str, Any]:
    """How two reports are related, by the order of questions in the guide."""
    first, second = sorted((one, other), key=lambda report: report.head["published"])
    if second.id in first.ancestors:  # a page may bear a wrong day: what was made from what decides
        first, second = second, first
    pair: dict[str, Any] = {"a": one.id, "b": other.id}
    if not _runs(one, other, "prose"):
        return pair | _apart(first, second) | given.get(one.id + other.id, {})
    straight = first.id in second.ancestors
    if straight:
        pair["from"] = first.id
    elif common := first.ancestors & second.ancestors:
        nearest = max(common & shown.keys(), key=lambda name: (shown[name], name), default=None)
        pair["common"] = nearest or "outside"
    cover_first, cover_second, edited = _covered(first, second)
    pair["relation"] = _name(first, second, straight, (cover_first, cover_second, edited))
    credit = "credits it" if _credits(second, first.head["outlet"]) else "does not credit it"
    if first.head["outlet"] == second.head["outlet"]:
        credit = "same outlet"
    elif not straight:
        third = pair.get("common", "outside")
        credit = f"both from {'a text outside the group' if third == 'outside' else third}"
    pair["reason"] = (
        f"{second.id} shares {cover_first:.0%} of {first.id}'s prose, which is"
        f" {cover_second:.0%} of its own, {edited:.0%} of it edited; {credit}"
    )
    if all(row["edited"] > STRETCH for row in _passages(one, other) if row["kind"] in COPIES):
        pair["alt"] = ["same-event"]
    return pair | given.get(one.id + other.id, {})


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
    elif _runs(first, second, "boilerplate"):
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


def _credited_for(report: Built, place: tuple[int, int], outlets: dict[str, str]) -> list[str]:
    """The credited outlets that the sentence at this place was taken from."""
    unit = next(
        unit
        for unit, (start, end) in zip(report.units, report.places, strict=True)
        if start <= place[0] < end
    )
    shown = report.head.get("credits", [])
    if unit.parents and not set(shown) & {outlets[name] for name in report.ancestors}:
        return list(shown)  # a credit that names the wrong source is still what the page shows
    sources = {outlets[name] for name in unit.parents}
    return [credit for credit in shown if credit in sources]


def _entries(
    given: dict[str, Any], reports: list[Built], outlets: dict[str, str]
) -> list[dict[str, Any]]:
    """Utterances and acts with their carriers, each with the way it came."""
    entries = []
    for name, about in given.items():
        entry = {
            key: about[key]
            for key in ("kind", "speaker", "office", "said", "origins", "why")
            if key in about
        }
        entry = {"id": name, "kind": "act" if name.startswith("e") else "utterance"} | entry
        carriers = []
        for report in reports:
            for label, start, end in report.labels:
                if label.rstrip("q") == name:
                    carriers.append(_carrier(about, report, (start, end), outlets))
        if len(carriers) < 1:
            raise PartsError(f"nobody carries {name}")
        entries.append(entry | {"carriers": carriers})
    return entries


def _carrier(
    about: dict[str, Any], report: Built, place: tuple[int, int], outlets: dict[str, str]
) -> dict[str, Any]:
    via = about.get("via", {})
    middle = via.get(report.id, via.get("all", [])) if isinstance(via, dict) else via
    own = [report.head["outlet"], *_credited_for(report, place, outlets)]
    chain = own + [link for link in middle if link not in own]
    if "speaker" in about:
        chain.append(about.get("speakers", {}).get(report.id, about["speaker"]))
    channel = about.get("channels", {}).get(report.id, about.get("channel", "unknown"))
    return {
        "report": report.id,
        "words": report.text[slice(*place)],
        "chain": chain,
        "channel": channel,
    }


def build(parts: dict[str, Any], boiler: dict[str, str]) -> dict[str, Any]:
    """A group with its gold from its parts."""
    done: dict[str, list[Unit]] = {}
    built: list[Built] = []
    outlets = {report["id"]: report["outlet"] for report in parts["reports"]}
    for report in parts["reports"]:
        units = _units(report, done, boiler)
        done[report["id"]] = [unit for unit in units if unit.kind == "prose"]
        built.append(_page(report, units, outlets))
    built = [report for report in built if not report.head.get("hidden")]
    pairs = list(combinations(built, 2))
    shown = {report.id: report.head["published"] for report in built}
    return {
        "note": parts["note"],
        "region": parts["region"],
        "plants": parts["plants"],
        "outlets": parts["outlets"],
        "reports": [_report_row(report) for report in built],
        "passages": [row for one, other in pairs for row in _passages(one, other)],
        "pairs": [_relation(one, other, shown, parts.get("pairs", {})) for one, other in pairs],
        "entries": _entries(parts.get("entries", {}), built, outlets),
        "discrepancies": parts.get("discrepancies", []),
    }


def _report_row(report: Built) -> dict[str, Any]:
    keys = ("id", "outlet", "published", "url", "headline", "credits")
    return {key: report.head[key] for key in keys if key in report.head} | {"text": report.text}


def _value(value: Any) -> str:
    if isinstance(value, str) and "\n" in value:
        return "'''\n" + value + "'''"
    if isinstance(value, dict):
        return (
            "{ " + ", ".join(f"{_key(key)} = {_value(item)}" for key, item in value.items()) + " }"
        )
    if isinstance(value, list):
        return "[" + ", ".join(_value(item) for item in value) + "]"
    return json.dumps(value, ensure_ascii=False)


def _key(key: str) -> str:
    return key if re.fullmatch(r"[\w-]+", key, re.ASCII) else json.dumps(key, ensure_ascii=False)


def _table(name: str, rows: list[dict[str, Any]]) -> list[str]:
    out: list[str] = []
    for row in rows:
        out += ["", f"[[{name}]]"]
        out += [f"{_key(key)} = {_value(value)}" for key, value in row.items() if key != "carriers"]
        out += [line for line in _table(f"{name}.carriers", row.get("carriers", [])) if line]
    return out


def render(group: dict[str, Any]) -> str:
    """The group as the TOML file that is committed."""
    out = [
        "# Built by `python -m eval.reusebuild` from the part of the same name: change that one."
    ]
    out += [f"{key} = {_value(group[key])}" for key in ("note", "region", "plants")]
    out += ["", "[outlets]"]
    out += [f"{_key(name)} = {_value(about)}" for name, about in group["outlets"].items()]
    for name in ("reports", "passages", "pairs", "entries", "discrepancies"):
        out += _table(name, group[name])
    return "\n".join(out) + "\n"


def files() -> dict[Path, str]:
    """Every built file with what it should hold."""
    boiler = tomllib.loads((HOME / "boilerplate.toml").read_text("utf-8"))
    texts = {name: about["text"] for name, about in boiler.items()}
    built: dict[Path, str] = {}
    halves: dict[str, list[str]] = {"dev": [], "test": []}
    for path in sorted((HOME / "parts").glob("*.toml")):
        parts = tomllib.loads(path.read_text("utf-8"))
        halves[parts["half"]].append(path.stem)
        try:
            built[HOME / "groups" / path.name] = render(build(parts, texts))
        except (PartsError, KeyError, IndexError) as error:
            raise PartsError(f"{path.stem}: {error!r}") from error
    split = (
        "# Which half each group is in; written by `python -m eval.reusebuild` from the parts.\n"
    )
    split += "# dev is for study, test is only ever scored.\n"
    for half, names in halves.items():
        split += f"{half} = [\n" + "".join(f'    "{name}",\n' for name in names) + "]\n"
    built[HOME / "split.toml"] = split
    return built


def stale() -> list[str]:
    """Names of committed files that do not agree with the parts."""
    wanted = files()
    there = {*(HOME / "groups").glob("*.toml"), *wanted}
    return sorted(
        path.name
        for path in there
        if not path.exists() or path.read_text("utf-8") != wanted.get(path)
    )


def main() -> int:
    if "--check" in sys.argv[1:]:
        names = stale()
        print("\n".join(names) or "the built groups agree with their parts")
        return bool(names)
    for path, text in files().items():
        path.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
