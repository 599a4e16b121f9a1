"""``verbale brief``: what each side said, in checked sentences that cite their passages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

import typer

from verbale.cli.asked import Matter, codes_asked, matter_asked
from verbale.cli.display.terminal import interactive, json_of, note, out, write, write_json
from verbale.cli.options import DEFAULT_RECORD, AsJson, RecordPath, Since, Until, open_view
from verbale.errors import UsageError
from verbale.record import Record
from verbale.record.days import between

if TYPE_CHECKING:
    from verbale.brief import CheckedBrief

Format = Literal["text", "markdown", "html"]
_BY_ENDING: dict[str, Format | Literal["json"]] = {
    "": "text",
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".json": "json",
}
_ENDINGS = ".txt, .md, .html or .json"
_WORD = "word processors open .html"


def brief(
    file: Annotated[
        Path | None, typer.Argument(metavar="[RECORD]", help="The record, as with --record.")
    ] = None,
    record: RecordPath = DEFAULT_RECORD,
    matter: Matter = None,
    party: Annotated[
        list[str] | None,
        typer.Option(
            "--party",
            "--country",
            metavar="PARTY",
            help="A side: Japan, Tokyo, JPN. Twice: between these two.",
        ),
    ] = None,
    about: Annotated[
        str | None,
        typer.Option(metavar="WORDS", help="Only what holds these words, or its headline does."),
    ] = None,
    since: Since = None,
    until: Until = None,
    changes_since: Annotated[
        str | None,
        typer.Option(
            metavar="DAY|FILE", help="Only what is new since a day, or since an earlier record."
        ),
    ] = None,
    form: Annotated[
        Format | None, typer.Option("--format", "-f", help="Else by the name of --out, else text.")
    ] = None,
    to: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FILE", help="Write it there.")
    ] = None,
    show_dropped: Annotated[
        bool, typer.Option("--show-dropped", help="List what did not stand up to the check.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Print a brief: where each side stands, what changed, what is contested, the state of
    the talks; then what each
    side said last and before, a timeline, open questions, sources.

    Every sentence cites the passage it rests on and is checked against it; one that fails is not
    printed. --show-dropped lists those, with the reason, on standard error. Reports are gathered
    by the two parties that they are mostly about. --matter takes one matter of the record (see
    verbale matters), --about any words of statements and headlines: all must be there, "quoted
    phrases" in this order, beginnings* in any form. --changes-since puts what changed first, and
    leaves out all else that was known on that day, or to a copy of the record that you kept.

    Examples:

      verbale brief
      verbale brief --party Japan --party RUS --since 2025-04
      verbale brief --matter "peace treaty" --out treaty.html
      verbale brief --about '"joint patrol*" strait'
      verbale brief --changes-since 2025-10
      verbale brief east-asia.vrb --changes-since east-asia-last-week.vrb
      verbale brief east-asia.vrb --format markdown > brief.md
    """
    from verbale.brief import BriefRequest, check, compose
    from verbale.desk import lexicon_of

    chosen = "json" if as_json else form or _format_of(to)
    between(since, until)
    with open_view(file or record) as opened:
        lexicon = lexicon_of(opened)
        known = _known(changes_since, opened)
        codes = codes_asked(party, opened)
        request = BriefRequest(
            matter=matter_asked(matter, opened, *codes),
            about=about,
            since=since or (changes_since if not known.earlier else None),
            until=until,
            parties=codes or None,
            changes_since=changes_since,
        )
        composed = compose(opened, request, lexicon=lexicon, known=known.reports)
        checked = check(composed, opened, lexicon=lexicon, known=known.reports)
    _put(checked, to, chosen)
    _tell_dropped(checked, in_full=show_dropped)


class _Known(NamedTuple):
    """What an earlier record held; ``earlier`` is False where a day was given instead of one."""

    earlier: bool
    reports: frozenset[str]


def _known(changes_since: str | None, record: Record) -> _Known:
    """The reports that stand unchanged in the earlier record that ``--changes-since`` names."""
    if changes_since is None or not Path(changes_since).is_file():
        _refuse_no_day(changes_since)
        return _Known(False, frozenset())
    with open_view(Path(changes_since)) as earlier:
        held = {row.handle: row.version for row in earlier.each_report()}
    same = (row.handle for row in record.each_report() if held.get(row.handle) == row.version)
    return _Known(True, frozenset(same))


def _refuse_no_day(changes_since: str | None) -> None:
    """Raise `UsageError` for what is neither a day nor a record."""
    try:
        between(changes_since, None)
    except UsageError as error:
        raise UsageError(error.subject, f"no record is there, and it is {error.reason}") from error


def _format_of(to: Path | None) -> Format | Literal["json"]:
    """The format that the name of a file tells. Raises `UsageError`, which lists what there is."""
    found = _BY_ENDING.get(to.suffix.lower() if to else "")
    if found is None:
        raise UsageError(str(to), f"a brief is written as {_ENDINGS}, or as --format says; {_WORD}")
    return found


def _put(checked: CheckedBrief, to: Path | None, chosen: Format | Literal["json"]) -> None:
    from verbale.brief.render import FORMATS, render_terminal

    if to is not None:
        _save(json_of(checked) + "\n" if chosen == "json" else FORMATS[chosen](checked), to)
    elif chosen == "json":
        write_json(checked)
    elif chosen == "text" and interactive():
        render_terminal(checked, out())
    else:
        write(FORMATS[chosen](checked))


def _save(text: str, to: Path) -> None:
    try:
        to.write_text(text, encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        raise UsageError(str(to), f"cannot be written: {error.strerror or error}") from error


def _tell_dropped(checked: CheckedBrief, *, in_full: bool) -> None:
    from verbale.brief import told

    if in_full:
        for dropped in checked.dropped:
            note(f"dropped: {told(dropped)}", "yellow")
        note(f"{len(checked.dropped)} dropped.", "dim")
    elif checked.dropped:
        note(f"{len(checked.dropped)} dropped; --show-dropped tells why.", "yellow")
