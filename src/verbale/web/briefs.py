"""The brief that an address asks for."""

from __future__ import annotations

from collections.abc import Mapping

from verbale.brief import BriefRequest, CheckedBrief, check, compose
from verbale.record.days import between
from verbale.web.reader import Reader

#: What can be asked of a brief.
FIELDS = ("matter", "party", "about", "since", "until", "changes_since")


def checked_brief(reader: Reader, given: Mapping[str, str]) -> CheckedBrief:
    """The brief for these words, "" for what is left open; parties with commas between them.

    Raises `UsageError`, `NoSuchEntry`, `AmbiguousEntry`.
    """
    between(given["since"], given["until"])
    record, lexicon = reader.record(), reader.lexicon()
    codes = tuple(reader.code(name) for name in given["party"].split(",") if name.strip())
    matter = given["matter"]
    request = BriefRequest(
        matter=record.matter(matter, parties=codes).matter.id if matter else None,
        about=given["about"] or None,
        since=given["since"] or given["changes_since"] or None,
        until=given["until"] or None,
        parties=codes or None,
        changes_since=given["changes_since"] or None,
    )
    return check(compose(record, request, lexicon=lexicon), record, lexicon=lexicon)
