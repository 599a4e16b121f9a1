"""Datelines: ``MOSCOW, July 15. /TASS/.``, ``TOKYO (Reuters) -``, ``Dhaka, July 15 (ANI):``.

A small parser rather than one expression: a place, then in any order a region, a day and
agencies, then what closes the line. How much is asked depends on how the place is written: capital
letters or an agency speak for themselves, ``Tokyo -`` must be a place that is known.
"""

from __future__ import annotations

import re
from html import unescape

import msgspec

from verbale.model import Dateline, Span
from verbale.reports.brands import press_like
from verbale.reports.cities import is_city, is_state
from verbale.reports.daytext import MONTH, WEEKDAY, edtf, month_number
from verbale.reports.names import Outlets
from verbale.reports.wordlist import words

_UPPER = r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž][A-ZÀ-ÖØ-ÞĀ-Ž'’.-]*[A-ZÀ-ÖØ-ÞĀ-Ž]\.?|(?:ST|MT|FT|U\.N|U\.S)\.)"
_MIXED = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’-]*[\w]"
_SMALL = r"(?:de|del|da|do|es|la|le|al|el|upon|of|and)"
_PLACE = re.compile(
    rf"(?P<upper>{_UPPER}(?:[ -]{_UPPER}){{0,4}}(?: ?/ ?{_UPPER}(?: {_UPPER}){{0,3}}){{0,3}})(?"
    rf"![a-z’'])"
    rf"|(?P<mixed>(?:St\. )?{_MIXED}(?: (?:{_SMALL} )?{_MIXED}){{0,3}}(?: ?/ ?{_MIXED}(?: "
    rf"{_MIXED}){{0,2}}){{0,2}})"
)
_REGION = re.compile(
    rf",? ?\[(?P<bracket>[A-Z][^\]\n]{{1,40}})\]|,\s(?!{MONTH}\b|{WEEKDAY}\b)"
    rf"(?P<region>(?:[A-Z][\w'’.-]*)(?: (?:{_SMALL} )?[A-Z][\w'’.-]*){{0,3}})"
    rf"(?=,\s|\.\s|\s*\(|\s*[—–]|\s-{{1,2}}\s|:\s)"
)
_SEP = re.compile(r"[\s,.;|/–—-]{0,5}")
_DAY = re.compile(
    rf"(?:{WEEKDAY}\.?,?\s+)?(?:(?P<m1>{MONTH})\.?\s(?P<d1>\d\d?)(?:st|nd|rd"
    rf"|th)?(?!\d)(?:(?:,\s?|\s)(?P<y1>20\d\d)\b)?"
    rf"|(?P<d2>\d\d?)(?:st|nd|rd|th)?\s(?P<m2>{MONTH})\b\.?(?:,?\s(?P<y2>20\d\d)\b)?"
    r"|(?P<y3>20\d\d)-(?P<m3>\d\d)-(?P<d3>\d\d)(?!\d)"
    r"|(?P<d4>\d\d?)\.(?P<m4>\d\d?)\.(?P<y4>20\d\d)(?!\d))",
    re.IGNORECASE,
)
_BRACKETED = re.compile(
    r"\(\s*(?P<round>[^()\n]{2,48}?)\s*\)|/\s?(?P<slash>[A-Z][\w .&-]{1,30})\s?/"
    r"|\[\s*(?P<square>[^\[\]\n]{2,48}?)\s*\]"
)
_BARE = re.compile(
    r"(?P<bare>[A-Z][A-Za-z]{1,14}(?: [A-Z][a-z]+)?)(?=\s*(?:[.:]|[—–-]{1,2})(?:\s|$)|$)"
)
#: A name of several words without brackets: ``- Pearl News Agency -``.
_LONG_BARE = re.compile(
    r"(?P<bare>[A-Z][\w’'&.-]*(?: (?:of |and |& )?[A-Z][\w’'&.-]*){1,4})"
    r"(?=\s*(?::|[—–-]{1,2})(?:\s|$)|,\s|$)"
)
_LEADING = re.compile(
    r"\(\s*(?P<round>[A-Z][^()\n]{1,30}?)\s*\)(?:\s*[-–—]+\s*|\s+(?=[A-ZÀ-Þ]{3}))"
    r"|(?P<bare>[A-Z][\w’'&.-]*(?: (?:of |and |& )?[A-Z][\w’'&.-]*){0,4})"
    r"(?:\s+[-–—]{1,2}\s+|,\s)(?=[A-ZÀ-Þ]{3})"
)
_CLOSE = re.compile(r"\s*(?:[.]?\s?[-–—]{1,3}|[:;.]|\.-)(?=\s|$|[A-Z\"“‘'])|(?<=[)\]/])\s?,(?=\s)")
_DASH = re.compile(r"\s*[-–—]{1,3}\s|:\s")
_AGENCY_LOOK = re.compile(
    r"[A-Z][\w.&’'-]*(?:[ /-](?:[A-Z&][\w.&’'-]*|of|and|via|dpa|efe)){0,5}|dpa|efe|epa"
)
_SPLIT = re.compile(r"\s*(?:/|,|;|\+|\band\b|&|\bvia\b)\s*")
_NO_PLACE = words(
    """
    a after all also although an analysis and are as at because before both breaking but by
    correction despite during earlier editorial exclusive explainer factbox file first for
    from given here however if in interview it its last live meanwhile more my no not note
    now of on one opinion or our photo q&a read reports see she since so some source summary
    that the their there these they this those today update updated video watch we what when
    while who why with yesterday you nato eu un us uk usa brics opec iaea who asean
    """
)
_ONLY_WEEKDAY = re.compile(rf"{WEEKDAY}\.?(?=\s*[—–:-]|$)")
#: ``Lomé, May 6 Togolese ...``: feeds drop what parted the dateline from the story.
_UNPARTED = re.compile(r"\s(?=[A-ZÀ-Þ\"“‘])")
_ENTITY = re.compile(r"&(?:#\d{2,6}|#x[\da-fA-F]{2,5}|[a-zA-Z]{2,8});")
_WEEKDAY_OR_MONTH = re.compile(rf"(?:{MONTH}|{WEEKDAY})$", re.IGNORECASE)
#: What any dateline that is not in capitals has near its start.
_MARK = re.compile(r"[(/–—:\d]|-{1,2}\s|\.\s")
#: Nothing that looks further than this into a paragraph is a dateline.
_REACH = 140


class Filed(msgspec.Struct, frozen=True, kw_only=True):
    """What the start of a paragraph says of the filing; agencies may stand there with no place."""

    span: Span
    place: str | None = None
    date: str | None = None
    agencies: tuple[str, ...] = ()

    def dateline(self) -> Dateline | None:
        """The record, where there is a place to file from."""
        if self.place is None:
            return None
        agency = self.agencies[0] if self.agencies else None
        return Dateline(place=self.place, span=self.span, date=self.date, agency=agency)


def read_dateline(text: str, span: Span, outlets: Outlets) -> Filed | None:
    """The dateline that the paragraph at ``span`` of ``text`` opens with, if any."""
    head = text[span.start : min(span.end, span.start + _REACH)]
    if not (head[:2].isupper() or _MARK.search(head[:60])):
        return None
    found = _Reading(_without_entities(head), outlets).run()
    if found is None:
        return None
    there = Span(span.start + found.span.start, span.start + found.span.end)
    place = found.place
    if place and "&" in head:
        place = head[: len(place)] if head.startswith(place[:1]) else place
    return msgspec.structs.replace(found, span=there, place=place)


def _without_entities(head: str) -> str:
    """``head`` with what entities stand for in their place, at the same length."""
    return _ENTITY.sub(_as_long, head) if "&" in head else head


def _as_long(entity: re.Match[str]) -> str:
    char = unescape(entity[0])
    if len(char) != 1:
        return entity[0]
    fill = char if char.isalnum() or char in "’'" else " "
    return char + fill * (len(entity[0]) - 1)


class _Reading:
    """One pass over the head of a paragraph. ``at`` is where it has come to."""

    def __init__(self, head: str, outlets: Outlets) -> None:
        self.head = head
        self.outlets = outlets
        self.at = 0
        self.agencies: list[str] = []
        self.known_agency = False
        self.date: str | None = None

    def run(self) -> Filed | None:
        self._leading()
        start = self.at
        place = _PLACE.match(self.head, self.at)
        if self._day() or place is None:
            return self._placeless(start)
        upper = place["upper"] is not None
        name = place[0].rstrip(" .") if upper and not place[0].endswith("U.S.") else place[0]
        if not _may_be_place(name):
            return None
        self.at = place.start() + len(name)
        region = _REGION.match(self.head, self.at)
        if region and self._is_press(region["bracket"] or region["region"]):
            region = None
        if region:
            self.at = region.end()
        jumped = self._rest()
        closed = _CLOSE.match(self.head, self.at)
        if not self._holds(name, upper, closed, jumped, region is not None):
            return None
        if self.outlets.outlet(name):
            return None
        if region and region["region"]:
            name = f"{name}, {region['region']}"
        end = closed.end() if closed else self.at
        return Filed(span=Span(0, end), place=name, date=self.date, agencies=tuple(self.agencies))

    def _leading(self) -> None:
        """Take an agency that stands before the place: ``(ANSA) - ROME``, ``Pearl Wire, ROME``."""
        found = _LEADING.match(self.head)
        if found is None:
            return
        bare = found["bare"]
        if self._take_bare(bare) if bare else self._take_agencies(found["round"]):
            self.at = found.end()

    def _is_press(self, name: str) -> bool:
        """Whether ``name`` is an outlet's that is known, or built as agencies' names are."""
        return self.outlets.outlet(name) is not None or (" " in name and press_like(name))

    def _rest(self) -> bool:
        """Days and agencies in any order; whether a mark stood before the first of them."""
        marked = False
        for turn in range(3):
            gap = _SEP.match(self.head, self.at)
            back = self.at
            self.at = gap.end() if gap and not self.head.startswith("/", self.at) else self.at
            slash = self.head.find("/", back, self.at)
            if slash >= 0:
                self.at = slash
            marked = marked or (turn == 0 and bool(self.head[back : self.at].strip()))
            if not (self._day() or self._agency() or self._weekday()):
                self.at = back
                break
        return marked

    def _day(self) -> bool:
        found = _DAY.match(self.head, self.at) if self.date is None else None
        if found is None:
            return False
        form = next(form for form in "1234" if found[f"d{form}"])
        month = found[f"m{form}"]
        number = int(month) if month.isdigit() else month_number(month)
        self.date = edtf(found[f"y{form}"], number, int(found[f"d{form}"]))
        if self.date is None:
            return False
        self.at = found.end()
        return True

    def _weekday(self) -> bool:
        """``CHIPATA, Tuesday -``: a day that only the page's date can place."""
        found = _ONLY_WEEKDAY.match(self.head, self.at)
        if found:
            self.at = found.end()
        return found is not None

    def _agency(self) -> bool:
        found = _BRACKETED.match(self.head, self.at)
        if found:
            name = found["round"] or found["slash"] or found["square"]
            taken = is_state(name) or self._take_agencies(name)
        else:
            found = _BARE.match(self.head, self.at) or _LONG_BARE.match(self.head, self.at)
            taken = bool(found) and self._take_bare(found["bare"] if found else "")
        if taken and found:
            self.at = found.end()
        return taken

    def _take_agencies(self, words: str) -> bool:
        parts = [words] if self.outlets.outlet(words) else _SPLIT.split(words)
        if not all(_AGENCY_LOOK.fullmatch(part) for part in parts):
            return False
        if any(_WEEKDAY_OR_MONTH.match(part) for part in parts):
            return False
        for part in parts:
            if not self._take_known(part) and part not in self.agencies:
                self.agencies.append(part)
        return True

    def _take_bare(self, name: str) -> bool:
        """Take an agency that no brackets mark; it must be known or be called like one."""
        if self._take_known(name):
            return True
        if not self._is_press(name):
            return False
        self.agencies.append(name)
        return True

    def _take_known(self, name: str) -> bool:
        entry = self.outlets.outlet(name)
        if entry is None:
            return False
        self.known_agency = True
        if entry.credit not in self.agencies:
            self.agencies.append(entry.credit)
        return True

    def _placeless(self, start: int) -> Filed | None:
        """``July 15 (UPI) --`` and ``(AP) -``: an agency, perhaps a day, and the place behind
        them (``15 July 2025, Bern (Pearl Wire) -``) or none."""
        if self.date is not None:
            self._rest()
        place = self._late_place()
        closed = _CLOSE.match(self.head, self.at)
        if not (self.agencies or place) or not (closed or start):
            return None
        end = closed.end() if closed else self.at
        agencies = tuple(self.agencies)
        return Filed(span=Span(0, end), place=place, date=self.date, agencies=agencies)

    def _late_place(self) -> str | None:
        """The place behind a day that has its year or an agency, where a dash or a colon parts
        it from the story; without those the day may be the story's own."""
        if self.date is None or (self.date.startswith("XXXX") and not self.agencies):
            return None
        back, gap = self.at, _SEP.match(self.head, self.at)
        found = _PLACE.match(self.head, gap.end()) if gap else None
        name = found[0].rstrip(" .") if found else ""
        if found is None or not _may_be_place(name) or self.outlets.outlet(name):
            return None
        self.at = found.start() + len(name)
        self._rest()
        closed = _CLOSE.match(self.head, self.at)
        parted = closed is not None and _DASH.match(closed[0] + " ") is not None
        if parted and (is_city(name) or found["upper"]):
            return name
        self.at = back
        return None

    def _holds(
        self, name: str, upper: bool, closed: re.Match[str] | None, marked: bool, region: bool
    ) -> bool:
        """Whether enough stands there for a dateline."""
        dash = closed is not None and _DASH.match(closed[0] + " ") is not None
        if self.agencies:
            if self.known_agency or self.date is not None:
                return True
            return is_city(name) if closed is None else upper or dash or is_city(name)
        if self.date is not None:
            if closed is None and _UNPARTED.match(self.head, self.at):
                return upper or marked
            return upper or (marked and (is_city(name) or region or closed is not None))
        alone = self.at >= len(self.head.rstrip())
        if upper and (dash or alone):
            colon = closed is not None and closed[0].strip() == ":"
            return len(name) > 3 and (is_city(name) if colon or alone else dash)
        stop = closed is not None and closed[0].strip() == "." and len(self.head) > self.at + 20
        return not upper and (dash or alone or stop) and is_city(name) and not region


def _may_be_place(name: str) -> bool:
    words = name.replace("/", " ").split()
    if words[0].casefold().strip(".") in _NO_PLACE and name.casefold() not in ("the hague",):
        return False
    return not any(_WEEKDAY_OR_MONTH.fullmatch(word) for word in words)
