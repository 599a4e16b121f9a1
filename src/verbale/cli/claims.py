"""``verbale claims``: what parties say that cannot all be so."""

from __future__ import annotations

from typing import Annotated

import typer

from verbale.cli.asked import Matter, Party, code_asked, matter_asked
from verbale.cli.display.rivals_page import NO_SIDE, show_claims
from verbale.cli.display.terminal import note, write_json
from verbale.cli.options import DEFAULT_RECORD, AsJson, RecordPath, open_view
from verbale.lexicon.claims import ClaimKind


def claims(
    record: RecordPath = DEFAULT_RECORD,
    matter: Matter = None,
    party: Party = None,
    kind: Annotated[ClaimKind | None, typer.Option(help="Only claims about this.")] = None,
    every: Annotated[
        bool, typer.Option("--all", help="Claims that no other party answers, too.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """List claims that stand against each other, by matter: whose something is, who broke off the
    talks, who used force first, who keeps to what was agreed, what the law says, who is to blame.

    Each is in its holder's words, with the first and the last day it was made. Nothing is judged.

    Examples:

      verbale claims
      verbale claims --matter islands --kind sovereignty
      verbale claims --all --party RUS --json
    """
    with open_view(record) as opened:
        code = code_asked(party, opened)
        about = matter_asked(matter, opened, code)
        found = opened.claims(matter=about, party=code, kind=kind, opposed=not every)
    if as_json:
        write_json(found)
        return
    show_claims(found)
    if found:
        note(NO_SIDE, "dim")
    else:
        note("No claims stand against each other here; --all lists every claim.", "dim")
