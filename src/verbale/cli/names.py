"""``verbale names``: what each party and each outlet calls a place."""

from __future__ import annotations

from verbale.cli.asked import Matter, Party, code_asked, matter_asked
from verbale.cli.display.rivals_page import NO_SIDE, show_names
from verbale.cli.display.terminal import note, write_json
from verbale.cli.options import DEFAULT_RECORD, AsJson, RecordPath, open_view


def names(
    record: RecordPath = DEFAULT_RECORD,
    matter: Matter = None,
    party: Party = None,
    as_json: AsJson = False,
) -> None:
    """List places that have several names, with who uses which: outlets in their own words,
    speakers in quoted ones, and parties that the reports say call it so.

    No name is the name. A place goes by all its names in alphabetical order.

    Examples:

      verbale names
      verbale names --party JPN
      verbale names --matter islands --json
    """
    with open_view(record) as opened:
        code = code_asked(party, opened)
        found = opened.names(matter=matter_asked(matter, opened, code), party=code)
    if as_json:
        write_json(found)
        return
    show_names(found)
    note(NO_SIDE if found else "No place here goes by more than one name.", "dim")
