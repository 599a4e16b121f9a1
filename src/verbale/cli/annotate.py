"""``verbale annotate``: reports as JSON lines or as an archive, without a record."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from verbale.cli.archiving import make_archive, mapping_of
from verbale.cli.display.terminal import note, write_bytes
from verbale.cli.options import AsJson, Lexicons, size_of
from verbale.sources import SourceOptions

EngineName = Literal["local", "daft", "ray"]


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
    field: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KEY=NAME", help="Where JSON lines and tables have a key. May be repeated."
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Make an archive of Parquet tables in this folder."),
    ] = None,
    engine: Annotated[
        EngineName, typer.Option(help="Who does the work of an archive.", show_default=True)
    ] = "local",
    ray_address: Annotated[
        str | None,
        typer.Option(metavar="HOST:PORT", help="The Ray cluster, if not a new one here."),
    ] = None,
    triage: Annotated[
        bool,
        typer.Option(help="Leave out copies and what is not about states."),
    ] = True,
    shard: Annotated[
        int, typer.Option(min=1, metavar="N", help="Documents to finish and write at once.")
    ] = 1_000,
    timeout: Annotated[
        float, typer.Option(min=0.1, metavar="SECONDS", help="After which a document is given up.")
    ] = 120.0,
    memory: Annotated[
        str, typer.Option(metavar="SIZE", help="The most that a process may take, such as 2G.")
    ] = "2G",
    as_json: AsJson = False,
) -> None:
    """Print everything that each report alone supports, as a line of JSON. Keeps nothing.

    The lines come in the order of the inputs. All places are [start, end) in characters of "text".
    What could not be read is told on standard error, and the exit code is 1.

    With --out, write tables instead: reports, statements, acts, positions, and drops for what was
    left out and why. A document that hangs or kills its process is left out; a job that was stopped
    goes on where it was. The files are the same whoever does the work. --json is for this, too.

    Examples:

      verbale annotate report.html
      verbale annotate reports/ --workers 4 > annotated.jsonl
      verbale annotate "crawl/*.warc.gz" --out archive --workers 4
      verbale annotate dump.parquet --field text=story --out archive
      curl -s https://news.example/story | verbale annotate -
    """
    sources = SourceOptions(
        max_bytes=size_of(max_size),
        manifest=manifest,
        allow_private=allow_private,
        fields=mapping_of(field),
    )
    if out is None:
        _print(inputs, sources, lexicon, workers)
        return
    from verbale.archive.options import GATES, ArchiveOptions, Limits

    options = ArchiveOptions(
        sources=sources,
        lexicons=tuple(lexicon or ()),
        triage=GATES if triage else (),
        engine=engine,
        ray_address=ray_address,
        workers=workers,
        limits=Limits(seconds=timeout, memory=size_of(memory)),
        shard=shard,
    )
    make_archive(inputs, out, options, as_json=as_json)


def _print(
    inputs: list[str], sources: SourceOptions, lexicon: list[Path] | None, workers: int
) -> None:
    from verbale.desk import ReadOptions, Skip, annotate_inputs
    from verbale.exports.interchange import encode

    options = ReadOptions(sources=sources, lexicons=tuple(lexicon or ()), workers=workers)
    missed = 0
    for result in annotate_inputs(inputs, options):
        if isinstance(result, Skip):
            missed += 1
            note(f"{result.origin}: {result.reason}", "yellow")
        else:
            write_bytes(encode(result))
    if missed:
        raise typer.Exit(1)
