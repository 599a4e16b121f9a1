"""``verbale mcp``: the record for agents."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from verbale.cli.options import DEFAULT_RECORD, RecordPath, open_view
from verbale.errors import UsageError


def mcp(
    file: Annotated[
        Path | None, typer.Argument(metavar="[RECORD]", help="The record, as with --record.")
    ] = None,
    record: RecordPath = DEFAULT_RECORD,
) -> None:
    """Serve a record to an agent over standard input and output (Model Context Protocol).

    The agent can search, list and cite, and change nothing. Every answer has the report, the
    outlet, the date and the exact words; words of reports are fenced as untrusted data. It is
    started by the agent's program, which is told of it in its settings. It needs an extra:
    pip install 'verbale[mcp]'.

    Examples:

      verbale mcp east-asia.vrb
    """
    if find_spec("mcp") is None:
        raise UsageError("verbale mcp", "needs an extra: pip install 'verbale[mcp]'")
    from verbale.agents.server import create_server

    path = file or record
    open_view(path).close()
    create_server(path).run("stdio")
