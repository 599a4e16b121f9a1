"""Who says "I" and "we" outside quotation marks: in a statement printed in full, in an interview,
in a piece that its author signs.

"Ri Kang Tok released the following statement:" makes Ri the one who says "we" from there on; in an
interview whose questions carry no label the answers are those of the person interviewed. An
official document speaks for whoever issued it. Anywhere else "I" is the one author whom the byline
names, and "we" the outlet; what "we" only think or want is its where the text names it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from verbale.actors import Cast, Speaker, Subject, name_tokens, of_person, subjects_of
from verbale.lexicon.givennames import given_name
from verbale.model import Report
from verbale.reports import is_document_title
from verbale.statements.scene import Draft

_FOLLOWS = re.compile(
    r"\b(?:following|as follows|text of|in full|read(?:s|ing)? (?:in full|as follows))\b"
    r"[^.\n]*:\s*$|"
    r"\b(?:following)\b[^.\n]*\b(?:statement|letter|message|communiqué|communique|appeal|address|"
    r"declaration|speech|text|remarks)\b[^.\n]*[:.]\s*$",
    re.I,
)
_FIRST_PERSON = frozenset({"i", "we", "my", "our", "me", "us"})
_LEAST = 3  # first-person statements outside quotation marks that make an interview
_QUESTIONS = 2
_RARE = 10  # an answer to so many paragraphs, at the least
_LONG_ANSWER = 4  # first-person statements to an answer, at the most
_LONGEST_NAME = 5  # words
_IN_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur)\b")
_ARTICLE_AND_KIND = re.compile(r"^The\s+|\s+(?:Blog|Newsroom|News|Online|Magazine)$")
_NAME_ALONE = re.compile(r"[A-Z][\w’'-]+(?: [A-Z]\.)? [A-Z][\w’'-]+")
_SINGULAR = frozenset({"i", "my", "me"})
_OPENING = 400  # characters in which a document names whose it is
_LETTER = re.compile(r"^[ \t]*(?:Dear|DEAR)\s+[A-Z][\w ]{1,30}[:,]", re.M)


class Narrator(msgspec.Struct, frozen=True):
    """Who says "I" from ``place`` on, and who "we", each None where nothing says so."""

    place: int
    speaker: Speaker | None
    house: Speaker | None
    carries: bool = True  # whether what others say in the text is passed on by the narrator
    thinks: bool = True  # whether "we think", too, is the house and not the reader

    def voice_of(self, draft: Draft) -> Speaker | None:
        """Whose first person the source of ``draft`` is."""
        above = draft.scene.paragraph.zone == "standfirst" and not self.carries
        if (draft.place < self.place and not above) or not speaks_as_narrator(draft):
            return None
        if _first_word(draft) in _SINGULAR:
            return self.speaker
        return self.house if draft.speech or self.thinks else None


def narrator_of(report: Report, drafts: Sequence[Draft]) -> Narrator | None:
    """The narrator of ``report``, where its text names one."""
    if not drafts:
        return None
    cast = drafts[0].scene.cast
    told = _printed_in_full(report, cast) or _interviewed(report, drafts, cast)
    return told or _issued(report, cast) or _signed(report)


def speaks_as_narrator(draft: Draft) -> bool:
    """Whether the source is a first-person word outside quotations."""
    return (
        _first_word(draft) in _FIRST_PERSON
        and not _is_quoted(draft)
        and draft.scene.paragraph.zone != "headline"
    )


def _is_quoted(draft: Draft) -> bool:
    """Whether the words are somebody's in quotation marks, be they ever so badly paired."""
    if draft.scene.inside is not None:
        return True
    before = draft.scene.text[draft.scene.paragraph.span.start : draft.place]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _first_word(draft: Draft) -> str:
    words = " ".join(span.of(draft.scene.text) for span in draft.source[:1]).lower().split()
    return words[0] if words else ""


def _printed_in_full(report: Report, cast: Cast) -> Narrator | None:
    subjects: Sequence[Subject] | None = None  # dear, and seldom asked for
    for body in report.body:
        for line in re.finditer(r"[^\n]+", report.text[body.start : body.end]):
            if not _FOLLOWS.search(line.group()):
                continue
            start, end = body.start + line.start(), body.start + line.end()
            subjects = subjects_of(cast) if subjects is None else subjects
            within = [s for s in subjects if start <= s.place < end and _can_narrate(s)]
            if within:
                return Narrator(end, within[0].who, within[0].who)
    return None


def _issued(report: Report, cast: Cast) -> Narrator | None:
    """Whose statement, speech or communiqué a report is that only prints it: the person whom its
    title names ("Remarks by Ambassador Lindiwe Khoza"), else the body that its text opens with."""
    title = report.headline
    if title is None or title.span is None or not report.body or not is_document_title(title.text):
        return None
    place = report.body[0].start
    named = [p for p in cast.persons if any(title.span.covers(at) for at in p.mentions)]
    bodies = [s.who for s in subjects_of(cast) if place <= s.place < place + _OPENING]
    house = next((who for who in bodies if who.kind in {"institution", "state"}), None)
    if named and re.search(r"\b(?:by|of|from)\b", title.text):
        speaker = of_person(named[0])
        if speaker.country is None and house is not None:
            speaker = speaker._replace(country=house.country)
        return Narrator(place, speaker, speaker, carries=False)
    return Narrator(place, None, house, carries=False) if house is not None else None


def _can_narrate(subject: Subject) -> bool:
    return subject.who.single or subject.who.kind in {"institution", "state", "organisation"}


def _interviewed(report: Report, drafts: Sequence[Draft], cast: Cast) -> Narrator | None:
    """The person a page of questions and answers is about; labelled turns are read elsewhere."""
    if any(draft.rule == "interview-turn" for draft in drafts):
        return None
    told = [draft.place for draft in drafts if speaks_as_narrator(draft)]
    person = cast.protagonist()
    if len(told) < _LEAST or person is None or not person.sure:
        return None
    if _answers(report) < max(_QUESTIONS, len(told) / _LONG_ANSWER):
        return None
    return Narrator(min(told) - 1, of_person(person), of_person(person))


def _answers(report: Report) -> int:
    """How many paragraphs in the first person follow one that ends with a question mark; none
    where they are too few for an interview."""
    blocks = [
        block
        for body in report.body
        for block in re.split(r"\n+", report.text[body.start : body.end])
        if block.strip()
    ]
    found = sum(
        asked.rstrip().endswith("?") and _IN_FIRST_PERSON.search(answer) is not None
        for asked, answer in pairwise(blocks)
    )
    return found if found * _RARE >= len(blocks) else 0


def _signed(report: Report) -> Narrator | None:
    """The one author of a report, for "I"; its outlet, for "we", where the text names it."""
    if not report.body or _LETTER.search(report.text, report.body[0].start):
        return None
    named = report.authors or _named_above(report)
    signed = [author for author in named if _is_person(author, report.text)]
    author = Speaker(signed[0], "person", single=True) if len(signed) == 1 else None
    name, told = _own_name(report)
    house = Speaker(name, "outlet") if name else None
    return Narrator(report.body[0].start, author, house, carries=False, thinks=told)


def _own_name(report: Report) -> tuple[str | None, bool]:
    """What the outlet calls itself, and whether its text does so; a mere handle is no name."""
    name = _ARTICLE_AND_KIND.sub("", (report.outlet or "").removeprefix("@"))
    if not name:
        return None, False
    own = re.compile(rf"\b{re.escape(name)}\b", re.I)
    found = next((own.search(report.text, *body) for body in report.body), None)
    handle = (report.outlet or "").startswith("@")
    known = found.group() if found is not None else None if handle else name
    return known, found is not None


def _named_above(report: Report) -> tuple[str, ...]:
    """The one person whose name has a line to itself between headline and text, where no byline
    says "by"."""
    if report.headline is None or report.headline.span is None:
        return ()
    above = report.text[report.headline.span.end : report.body[0].start]
    lines = {line.strip() for line in above.splitlines()}
    names = tuple(sorted(line for line in lines if _NAME_ALONE.fullmatch(line)))
    known = tuple(name for name in names if given_name(name_tokens(name)[0]) is not None)
    return known if len(known) == 1 else ()


def _is_person(author: str, text: str) -> bool:
    """Whether an author is a person: by the given name, or because the page says "By ..."."""
    words = author.split()
    if not 2 <= len(words) <= _LONGEST_NAME or not all(word[0].isupper() for word in words):
        return False
    known = given_name(name_tokens(author)[0]) is not None
    return known or re.search(rf"\bby:?\s+{re.escape(author)}\b", text, re.I) is not None
