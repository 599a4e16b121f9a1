"""``verbale serve``: the record in a browser."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from verbale.cli.authors import Author, author_of
from verbale.cli.display.terminal import say
from verbale.cli.options import DEFAULT_RECORD, RecordPath, open_view


def serve(
    file: Annotated[
        Path | None, typer.Argument(metavar="[RECORD]", help="The record, as with --record.")
    ] = None,
    record: RecordPath = DEFAULT_RECORD,
    port: Annotated[
        int, typer.Option(min=0, max=65535, metavar="N", help="0 takes a free one.")
    ] = 8765,
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Where to listen; elsewhere asks for a token.")
    ] = "127.0.0.1",
    token: Annotated[
        bool, typer.Option("--token", help="Ask for a token on this machine too.")
    ] = False,
    read_only: Annotated[
        bool, typer.Option("--read-only", help="Take no reports and no corrections.")
    ] = False,
    author: Author = None,
    no_browser: Annotated[
        bool, typer.Option("--no-browser", help="Only print the address.")
    ] = False,
) -> None:
    """Open a record in the browser: matters, position lanes, reports, tables, the brief.

    Only this machine can reach the pages, and nothing leaves it. Reports can be read and entries
    corrected on them, unless --read-only; what others add meanwhile is there on the next page.
    With --host the pages can be
    reached from elsewhere by whoever has the address with its token, which is printed once; the
    connection is not encrypted. Ctrl-C stops.

    Examples:

      verbale serve
      verbale serve east-asia.vrb --port 0 --no-browser
      verbale serve east-asia.vrb --read-only
      verbale serve east-asia.vrb --host 192.168.1.20
    """
    from verbale.web import serve as serve_pages

    path = file or record
    open_view(path).close()
    serve_pages(
        path,
        host=host,
        port=port,
        browse=not no_browser,
        guarded=token,
        read_only=read_only,
        author=author_of(author),
        say=_tell,
    )


def _tell(address: str) -> None:
    say(f"The desk is open at {address}")
    say("Ctrl-C stops it.", "dim")
