"""Where an entry comes from, as a tree on a terminal and a line a carrier in a pipe."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.padding import Padding
from rich.text import Text
from rich.tree import Tree

from verbale.cli.display import layout
from verbale.cli.display.tables import Column, show_rows
from verbale.cli.display.terminal import line, out, say
from verbale.model.origin import ChainLink, OriginGroup
from verbale.record import CarrierRow, OriginsRow

_WHY = "dim"


def show_origins(found: OriginsRow) -> None:
    """The page of one entry."""
    if not out().is_terminal:
        show_rows(_columns(found), found.carriers)
        return
    own = found.carriers[0]
    layout.title(found.entry, f"{own.speaker or 'told'}: {_words(own)}")
    say(found.standing.words, indent=2)
    layout.heading("How it came to this report")
    _print(_chain(own))
    layout.heading("Origins")
    carriers = {carrier.entry: carrier for carrier in found.carriers}
    for group in found.origins.groups:
        _print(_group(group, carriers, found))
    if found.origins.discrepancies:
        layout.heading("What they do not agree on")
        layout.items(
            (each.kind, "; ".join(f"{entry} {told}" for entry, told in each.told))
            for each in found.origins.discrepancies
            if each.kind != "wording"
        )
        _show_wordings(found)


def _columns(found: OriginsRow) -> tuple[Column[CarrierRow], ...]:
    numbers = {
        entry: str(number)
        for number, group in enumerate(found.origins.groups, 1)
        for entry in group.carriers
    }
    whys = {
        entry: _reason(group, entry) for group in found.origins.groups for entry in group.carriers
    }
    return (
        Column("entry", lambda row: row.entry),
        Column("origin", lambda row: numbers.get(row.entry)),
        Column("report", lambda row: row.report),
        Column("outlet", lambda row: row.outlet),
        Column("published", lambda row: row.published),
        Column("chain", lambda row: " < ".join(row.chain.names)),
        Column("channel", lambda row: row.chain.channel),
        Column("why", lambda row: whys.get(row.entry)),
        Column("words", lambda row: row.words),
    )


def _chain(carrier: CarrierRow) -> Tree:
    """The chain, each station below the one that has it from there."""
    first, *others = carrier.chain.links
    tree = Tree(_link(first), guide_style="dim")
    at = tree
    for link in others:
        at = at.add(_link(link))
    chain = carrier.chain
    channel = Text(chain.channel if chain.channel != "unknown" else "channel unknown")
    at.add(channel.append(f"  {line(chain.channel_why)}", style=_WHY))
    return tree


def _link(link: ChainLink) -> Text:
    nobody = "outlet not stated" if link.role == "outlet" else "unknown"
    text = Text(line(link.name) or nobody, style="bold" if link.name else "italic")
    return text.append(f"  {line(link.why)}", style="not bold dim")


def _group(group: OriginGroup, carriers: Mapping[str, CarrierRow], found: OriginsRow) -> Tree:
    head = Text(line(group.label), style="bold cyan" if group.certain else "cyan")
    alone = len(found.origins.groups) > 1 and not group.certain
    reason = f"perhaps a hearing of its own: {group.reason}" if alone else group.reason
    head.append(f"  {line(reason)}", style="not bold dim")
    tree = Tree(head, guide_style="dim")
    for entry in group.carriers:
        carrier = carriers[entry]
        mark = "bold" if entry == found.entry else ""
        text = Text(f"{entry}  ", style="cyan")
        text.append(" · ".join(filter(None, (line(carrier.outlet), carrier.published))), style=mark)
        why = _reason(group, entry)
        if why:
            text.append(f"  {line(why)}", style=_WHY)
        tree.add(text)
    return tree


def _reason(group: OriginGroup, entry: str) -> str:
    """Why a carrier is in its group: what joins it to one that is listed before it."""
    before = set(group.carriers[: group.carriers.index(entry)])
    for edge in group.edges:
        if entry in (edge.one, edge.other) and before & {edge.one, edge.other}:
            other = edge.one if edge.other == entry else edge.other
            return f"{edge.reason} ({other})"
    return ""


def _show_wordings(found: OriginsRow) -> None:
    """The different wordings of quotations, side by side."""
    for each in found.origins.discrepancies:
        if each.kind == "wording":
            layout.heading("In these words")
            layout.items(_together(each.told))


def _together(told: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, str]]:
    """Entries with the same words on one line."""
    lines: dict[str, list[str]] = {}
    for entry, words in told:
        lines.setdefault(words, []).append(entry)
    yield from ((" ".join(entries), f"“{words}”") for words, entries in lines.items())


def _words(carrier: CarrierRow) -> str:
    return f"“{carrier.words}”" if carrier.direct else carrier.words


def _print(tree: Tree) -> None:
    out().print(Padding(tree, (0, 0, 0, 2)))
