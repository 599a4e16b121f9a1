"""``verbale annotate --out``: the archive, made and told of."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from verbale.cli.display.archive_bar import ArchiveBar
from verbale.cli.display.terminal import note, say, write_json
from verbale.cli.read import STOPPED
from verbale.errors import UsageError

if TYPE_CHECKING:
    from verbale.archive.job import Outcome
    from verbale.archive.manifest import Manifest
    from verbale.archive.options import ArchiveOptions

_MEGABYTE = 1_000_000
#: How many files that could not be read are told of; the others stand in the table of drops.
_UNREAD = 3


def make_archive(inputs: list[str], out: Path, options: ArchiveOptions, *, as_json: bool) -> None:
    """Annotate ``inputs`` into ``out`` and say what came of it. Exits with 130 when stopped, by
    Ctrl-C or SIGTERM."""
    from verbale.archive.job import archive
    from verbale.desk.stopping import Stopping

    with ArchiveBar() as bar, Stopping().listening():
        outcome = archive(inputs, out, options, bar)
    if as_json:
        write_json(outcome)
    elif outcome.manifest is not None:
        _tell(outcome.manifest, outcome, out, bar.read)
    if outcome.manifest is None:
        note("Stopped. What is finished is kept; the same command goes on from there.", "yellow")
        raise typer.Exit(STOPPED)


def mapping_of(fields: list[str] | None) -> dict[str, str]:
    """``["text=story"]`` as what it says. Raises `UsageError`."""
    pairs = [field.partition("=") for field in fields or ()]
    wrong = [key for key, mark, name in pairs if not (key and mark and name)]
    if wrong:
        raise UsageError(f"--field {wrong[0]}", "is not of the form KEY=NAME, such as text=story")
    return {key: name for key, _, name in pairs}


def _tell(manifest: Manifest, outcome: Outcome, out: Path, read: int) -> None:
    """The archive in a few lines."""
    if not outcome.annotated and outcome.resumed:
        say("Finished before; nothing to do.", "bold")
    say(
        f"{manifest.read:,} read: {manifest.reports:,} reports with {manifest.statements:,}"
        f" statements, {manifest.acts:,} acts and {manifest.positions:,} positions.",
        "bold",
    )
    if manifest.drops:
        by_count = sorted(manifest.drops.items(), key=lambda drop: (-drop[1], drop[0]))
        listed = ", ".join(f"{reason} {count:,}" for reason, count in by_count)
        say(f"Left out {sum(manifest.drops.values()):,}: {listed}; see {out / 'drops'}.", "yellow")
        _tell_unread(out)
    parts = [part for shard in manifest.shards for part in shard.parts]
    size = sum(part.size for part in parts) / _MEGABYTE
    say(f"Written to {out}: {len(parts):,} files, {size:,.1f} MB.")
    if read:
        _tell_cost(outcome, read)


def _tell_unread(out: Path) -> None:
    """The first files that could not be read, or not all of them, each with its reason."""
    from verbale.archive.query import Archive

    made = Archive(out)
    try:
        for _, told, more in made.unread(_UNREAD):
            note(f"{told}{f', and {more:,} more in this file' if more else ''}", "yellow")
    finally:
        made.close()


def _tell_cost(outcome: Outcome, read: int) -> None:
    from verbale.archive.cost import ASKED, Cost

    cost = Cost(
        read=read,
        annotated=outcome.annotated,
        sifting=outcome.cpu.get("sift", 0.0),
        annotating=outcome.cpu.get("annotate", 0.0),
        peak=outcome.peak,
    )
    look = f"{cost.sifting / max(read, 1):.4f}"
    replaced = f", {outcome.deaths} replaced" if outcome.deaths else ""
    each = cost.seconds_each
    say(
        f"{f'{each:.2f} CPU-seconds a report, {look}' if each else f'{look} CPU-seconds'} a look at"
        f" a document; at most {cost.peak / _MEGABYTE:,.0f} MB a worker{replaced};"
        f" {outcome.seconds:,.1f} s.",
        "dim",
    )
    if not each:
        return
    told = (f"{number:,} take {cost.hours(number) or 0:,.0f} core-hours" for number in ASKED)
    say(f"Of documents like these, {' and '.join(told)}.", "dim")
