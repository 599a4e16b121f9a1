"""An invented report and what is drawn from it, as the document of the API shows it."""

from __future__ import annotations

from typing import Any

from verbale.brief import Footnote
from verbale.desk.outlets import SourceRow
from verbale.exports.citing import Cited, quoted
from verbale.matters.names import NamedThing, NameRecord
from verbale.matters.rivalry import Contest, HeldClaim
from verbale.model import (
    Act,
    Dated,
    Headline,
    Matter,
    Position,
    Report,
    Span,
    Statement,
)
from verbale.positions.lanes import Held
from verbale.positions.shifts import Moment, Step
from verbale.positions.standing import Standing
from verbale.record import (
    ActRow,
    Counts,
    Hit,
    MatterRow,
    Passage,
    PositionRow,
    ReportRow,
    RosterRow,
    StatementRow,
)
from verbale.web.api.asking import BriefAnswer, Part, Told
from verbale.web.api.nouns import NOUNS
from verbale.web.api.single import Index

_HEADLINE = "Kelvane ready for ferry talks"
_SAID = "the ferry would sail again before summer"
_TEXT = f"{_HEADLINE}\nForeign Minister Lena Brask said {_SAID}.\n"
_VERSION = "9f2c" * 16
_DAY = "2031-03-04"
_HANDLE = "ferry-3f6c01aa"
_OUTLET = "Orda Courier"
_URL = "https://courier.example/ferry"


def _place(words: str) -> Span:
    start = _TEXT.rindex(words)
    return Span(start, start + len(words))


_HEAD: dict[str, Any] = {
    "report": "r1",
    "handle": _HANDLE,
    "headline": _HEADLINE,
    "outlet": _OUTLET,
    "published": _DAY,
    "date": _DAY,
    "dated_by": "published",
}
#: Between whom the example's matter is, and whose position on what of it is told.
_PARTIES = ("XKE", "XTH")
_LANE: dict[str, Any] = {"party": "XKE", "matter": "m1a2b3c4", "named": "ferry", "on": "talks"}
#: What an act and a position that the headline shows have alike.
_SHOWN: dict[str, Any] = {"evidence": (_place(_HEADLINE),), "score": 0.8}
_ROW: dict[str, Any] = {"evidence_words": _HEADLINE, "statement": None, **_HEAD}
_COUNTED = {"statements": 1, "acts": 1, "positions": 1}
#: How a report is cited.
_CITED: dict[str, Any] = {
    "headline": _HEADLINE,
    "outlet": _OUTLET,
    "agencies": (),
    "published": _DAY,
    "url": _URL,
}
_REPORT = ReportRow(
    id="r1",
    handle=_HANDLE,
    lineage=_URL,
    origin=_URL,
    report=Report(
        text="",
        headline=Headline(text=_HEADLINE, span=Span(0, len(_HEADLINE))),
        outlet=_OUTLET,
        outlet_how="stated",
        published=Dated(date=_DAY, how="stated", basis="page"),
        language="en",
        url=_URL,
        body=(Span(len(_HEADLINE) + 1, len(_TEXT) - 1),),
    ),
    version=_VERSION,
    versions=1,
    code=f"verbale {'0' * 8}",
    read_at="2031-03-05T07:00:00Z",
    **_COUNTED,
)
_STATEMENT = StatementRow(
    id="s1",
    statement=Statement(
        id=1,
        source=(_place("Foreign Minister Lena Brask"),),
        cue=(_place("said"),),
        content=(_place(_SAID),),
        speaker="Lena Brask",
        office="Foreign Minister",
        country="XKE",
        score=0.93,
        rule="clause",
    ),
    source_words="Foreign Minister Lena Brask",
    cue_words="said",
    content_words=_SAID,
    nested_in=None,
    **_HEAD,
)
_ACT = ActRow(
    id="e1",
    act=Act(
        id=1,
        type="CONSULT",
        actor=("XKE",),
        recipient=("XTH",),
        flags=("future",),
        **_SHOWN,
        rule="consult",
    ),
    **_ROW,
)
_POSITION = PositionRow(
    id="p1",
    position=Position(
        id=1,
        party="XKE",
        matter="ferry",
        on="talks",
        stance="open",
        **_SHOWN,
        rule="ready",
    ),
    **_ROW,
)


def _moment(day: str, stance: Any, words: str, number: int) -> Moment:
    held = Held(
        id=f"p{number}",
        stance=stance,
        date=day,
        dated_by="published",
        first=day,
        last=day,
        report=_HANDLE,
        number=number,
        outlet=_OUTLET,
        words=words,
        **_LANE,
    )
    return Moment(carried=(held,), first=day, last=day)


_SHIFT = Step(
    kind="reversal",
    before=_moment("2031-02-11", "refuses", "no talks on the ferry while the pier is closed", 1),
    after=_moment(_DAY, "open", _HEADLINE, 2),
    why="from refusing to open",
    **_LANE,
)
_MATTER = MatterRow(
    matter=Matter(
        id="m1a2b3c4",
        parties=_PARTIES,
        key="ferry",
        keys=("ferry",),
        name="ferry",
        kind="topic",
        wordings=("the ferry",),
        reports=1,
        weight=1,
    ),
    **_COUNTED,
    first_day=_DAY,
    last_day=_DAY,
)
_FOOTNOTE = Footnote(
    number=1,
    report=_HANDLE,
    passage=f"Foreign Minister Lena Brask said {_SAID}.",
    span=Span(len(_HEADLINE) + 1, len(_TEXT) - 1),
    published_how="stated",
    said_on=None,
    said_how=None,
    **_CITED,
)

#: A value of each type that is answered with.
EXAMPLES: dict[type, Any] = {
    ReportRow: _REPORT,
    StatementRow: _STATEMENT,
    ActRow: _ACT,
    PositionRow: _POSITION,
    Step: _SHIFT,
    MatterRow: _MATTER,
    RosterRow: RosterRow(
        name="Lena Brask",
        kind="person",
        country="XKE",
        offices=("Foreign Minister",),
        reports=1,
        ids=("a1",),
    ),
    Standing: Standing(
        stance="open",
        condition=None,
        known="current",
        since=_DAY,
        last=_DAY,
        silent=0,
        shifts=1,
        held=_SHIFT.after.best,
        **_LANE,
    ),
    NamedThing: NamedThing(
        label="Kettle Bank / Long Shoal",
        matter="m1a2b3c4",
        parties=_PARTIES,
        names=(
            NameRecord(
                name="Kettle Bank",
                told=(),
                told_in=(),
                known=("XKE",),
                users=(),
                times=0,
                first=None,
                last=None,
            ),
        ),
    ),
    Contest: Contest(
        matter="m1a2b3c4",
        label="ferry",
        parties=_PARTIES,
        kind="talks",
        opposed=False,
        held=(
            HeldClaim(
                holder="XKE",
                says="own",
                denied=False,
                said="Kelvane says that it is ready",
                words=_SAID,
                speakers=("Lena Brask",),
                outlets=(_OUTLET,),
                entries=("s1",),
                first=_DAY,
                last=_DAY,
            ),
        ),
    ),
    SourceRow: SourceRow(
        name=_OUTLET, kind=None, country=None, parent=None, printed=1, carried=0, statements=1
    ),
    Hit: Hit(
        report=_REPORT,
        passages=(Passage(excerpt=_HEADLINE, start=0, marks=(_place("ferry talks"),)),),
    ),
    Cited: Cited(
        entry="s1",
        kind="statement",
        report="r1",
        handle=_HANDLE,
        lineage=_URL,
        version=_VERSION,
        date=_DAY,
        quotes=(quoted(_TEXT, _place(_SAID)),),
        passage="/entries/s1/passage",
        **_CITED,
    ),
    BriefAnswer: BriefAnswer(
        title="Brief: ferry",
        parts=(
            Part(
                kind="shifts",
                heading="What changed",
                sentences=(Told(text="Kelvane is now open to talks.", notes=(1,)),),
                parts=(),
            ),
        ),
        footer=(),
        passages=(_FOOTNOTE,),
        dropped=0,
    ),
    Index: Index(
        record="north-sea.vrb",
        counts=Counts(
            reports=1,
            versions=1,
            statements=1,
            actors=1,
            acts=1,
            positions=1,
            skips=0,
            forgotten=0,
            first_day=_DAY,
            last_day=_DAY,
            outlets=((_OUTLET, 1),),
        ),
        lists={noun.name: f"/api/{noun.name}" for noun in NOUNS},
        search="/api/search",
        brief="/api/brief",
        documents="/api/docs",
        openapi="/api/openapi.json",
    ),
}
