"""``verbale annotate``: reports as JSON lines, without a record."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from verbale.cli.display.terminal import note, write_bytes
from verbale.cli.options import Lexicons, size_of
from verbale.sources import SourceOptions


def annotate(
    inputs: Annotated[
        list[str],
        typer.Argument(metavar="INPUT...", help="Files, folders, patterns, addresses, feeds, -."),
    ],
    manifest: Annotated[
        Path | None,
        typer.Option(metavar="CSV", help="What you know of the reports: path, url, outlet, ..."),
    ] = None,
    lexicon: Lexicons = None,
    workers: Annotated[
        int, typer.Option("--workers", "-w", min=1, metavar="N", help="Processes that read.")
    ] = 1,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch from private addresses, too.")
    ] = False,
    max_size: Annotated[
        str, typer.Option(metavar="SIZE", help="The largest document, such as 500k or 50M.")
    ] = "20M",
) -> None:
    """Print everything that each report alone supports, as a line of JSON. Keeps nothing.

    The lines come in the order of the inputs. All places are [start, end) in characters of "text".
    What could not be read is told on standard error, and the exit code is 1.

    Examples:

      verbale annotate report.html
      verbale annotate reports/ --workers 4 > annotated.jsonl
      curl -s https://news.example/story | verbale annotate -
    """
    from verbale.desk import ReadOptions, Skip, annotate_inputs
    from verbale.exports.interchange import encode

    options = ReadOptions(
        sources=SourceOptions(
            max_bytes=size_of(max_size), manifest=manifest, allow_private=allow_private
        ),
        lexicons=tuple(lexicon or ()),
        workers=workers,
    )
    missed = 0
    for result in annotate_inputs(inputs, options):
        if isinstance(result, Skip):
            missed += 1
            note(f"{result.origin}: {result.reason}", "yellow")
        else:
            write_bytes(encode(result))
    if missed:
        raise typer.Exit(1)
