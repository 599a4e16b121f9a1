"""Who wrote it and whose copy it is: bylines, agency credits, "Reporting by A; Editing by B".

Editors, translators and photographers are not authors. A name after "By" that the lexicon knows
as an agency is a credit. What is credited inside captions is the picture and does not count.
"""

from __future__ import annotations

import re

import msgspec

from verbale.model import Span
from verbale.reports.brands import brand, press_like
from verbale.reports.cities import is_city
from verbale.reports.documents import names_document
from verbale.reports.names import Outlets, agency_named
from verbale.reports.sections import names_section

_PARTICLE = r"(?:de|del|della|da|di|du|dos|van|von|der|den|ten|ter|bin|bint|ibn|al|el|la|le|y|e)"
#: ``al-``, ``d'``: written small and joined to the name.
_JOINED = r"(?:(?:al|el|an|ar|as|ash|at|ad|az|ben|abu|ul)-|[dl][’'])"
_NAME_WORD = rf"{_JOINED}?[A-ZÀ-ÖØ-ÞĀ-Ž](?:[\w’']*[\w’'.]|\.)(?:-\w[\w’'.]*)*"
NAME = rf"{_NAME_WORD}(?: (?:{_PARTICLE} ?){{0,2}}{_NAME_WORD}){{1,3}}"
_FULL_NAME = re.compile(NAME)
_BY = re.compile(
    r"[\s\W_]*(?:(?:story|text|words|(?:live )?report(?:ing)?|reported|written|reporting"
    r"|analysis|interview"
    r"|posted|published|article)\s+)?(?:by|author|authors|journalist|(?:from )?(?:our |staff "
    r"|special )?correspondent|writer)\s*(?::\s*|\s)"
    r"|[\s\W_]*(?:(?:story|text|words|(?:live |additional )?reporting|reported|report|interview"
    r"|compiled|questions)(?:\s+(?:and|&)\s+(?:photos?|pictures?|words|text|reporting))?)\s*:\s*",
    re.IGNORECASE,
)
#: ``2 weeks ago | by Budiarti``: people with one name are known by the "by" alone.
_ONE_NAME = re.compile(
    r"(?:^|[|•·–—,]\s*|\d\s+)[Bb][Yy]:?\s+(?P<name>[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]{2,20})\s*(?:$|[|•·–—])"
)
_BY_STRICT = re.compile(r"[\s\W_]*(?:By|BY|by(?=\s+[A-Z]))\b")
#: What follows the names on a byline: a date, a label, an outlet after a bar.
_BYLINE_END = re.compile(
    r"\s*(?:\||·|•|\t|\s[-–—]\s|(?:first |last )?(?:published|updated|posted|modified)\b"
    r"|\bon (?=\w+day\b|\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))"
    r"|(?=\d{1,2}[ ./:-])|\d{4}|(?=\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov"
    r"|Dec)[a-z]*\.? \d)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:,\s*and\b|,|;|/|&|\band\b|\bwith\b)\s*(?:by\s+)?", re.IGNORECASE)
_PLACE_TAIL = re.compile(r"\s+(?:in|at|from)\s+[A-Z].*$|\s*\([^)]*\)?\s*$")
_DESK = re.compile(
    r"\b(?:international|image|photo|picture|file|staff|desk|newsroom|bureau|team|agenc(?:y"
    r"|ies)|correspondents?|reporters?|writers?"
    r"|editors?|editorial|web|online|news|wires?|service|digital|contributors?|admin"
    r"|associated|press|media|network|group|post|times|tribune|herald|journal|courier|gazette"
    r"|daily|university|institute)\b",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"(?:news |wire |foreign |international )?agenc(?:y|ies)|wires?|staff|staff (?:writers?"
    r"|reporters?|correspondents?)|web desk|news desk|(?:the )?newsroom|admin|correspondents?",
    re.IGNORECASE,
)
_STAFF = re.compile(
    r"\s+(?:staff|team|desk|web desk|news desk|newsroom|bureau|correspondents?|reporters?"
    r"|editorial)\b.*$",
    re.IGNORECASE,
)
_ACRONYM = re.compile(r"[A-Z][A-Z&-]{1,6}")
_CREDITS = re.compile(
    r"(?P<role>(?:additional |other )?(?:reporting|writing|compiled|text|report(?:ed)?"
    r"|written|story)(?:,? (?:and|&) (?:additional )?(?:reporting|writing))*|(?:copy[- ]?"
    r"|additional )?(?:editing|edited|translation|translated|graphics?|production|produced"
    r"|compilation|compiling))(?P<and>(?:,? (?:and|&) \w+)?) by (?P<names>[^;.)\n]{3,160})",
    re.IGNORECASE,
)
_AUTHOR_ROLE = re.compile(r"report|writ|text|story|compiled", re.IGNORECASE)
_CONTRIBUTED = re.compile(
    r"^\W*(?P<names>[A-Z].{4,200}?),?\s+(?:also\s+)?contributed\b(?:\s+(?:reporting"
    r"|to th(?:is|e)\b|from\b)|\W*$)"
)
#: "Associated Press writers" before the names of those who contributed.
_ROLE_BEFORE = re.compile(
    r"^(?:[\w’'.&-]+\s){0,4}?(?:staff\s)?(?:writers?|reporters?|correspondents?|journalists?"
    r"|producers?|editors?)\s+(?=[A-Z])"
)
_IN_PLACE = re.compile(
    r"\s+in\s+[A-Z][\w .’'-]*(?:,\s(?!and\b)[A-Z][\w .’'-]*)?(?=,?\s+and\b|,|;|$)"
)
_INPUTS = re.compile(
    r"\b(?:(?:with|includes?|including|using|based on)\s+(?:additional\s+)?(?:inputs?"
    r"|reporting|files?|reports?|contributions?|information|material|dispatches)\s+(?:from|by"
    r"|of|provided by)|(?:additional\s+)?(?:inputs?|material|contributions?)\s+(?:from|by)"
    r"|source\s*[:-]|via|credit\s*:)\s*(?P<names>[^.)\]\n]{2,80})",
    re.IGNORECASE,
)
#: No credit for inputs lacks all of these; most lines do, and need no search.
_INPUT_WORDS = (
    "input",
    "with ",
    "source",
    "via ",
    "material",
    "contribution",
    "credit",
    "using",
    "based on",
    "includ",
)
_WITH_AGENCY = re.compile(
    r"\(?\s*with\s+(?P<names>[A-Z][\w, /&]{1,40}?)(?:\s+(?:inputs?|reports?|wires?))?\s*\)?\W*$",
    re.IGNORECASE,
)
_PROVIDED = re.compile(
    r"\b(?:published|provided|supplied|produced|distributed|written|syndicated|sourced"
    r"|feed)\s+(?:\w+\s){0,3}?(?:by|from)\s+(?:the\s+)?(?P<names>[A-Z][\w .&-]{1,40})"
)
_PUNCT = " \t\u00a0()[]/|-–—.,:;*•·\"'“”"
_ROLE_LINE = re.compile(
    r"\b(?:correspondent|reporter|editor|bureau chief|staff writer|columnist|journalist"
    r"|analyst|news agency|in [A-Z][a-z]+)\b"
)

_ROLE_WORD = re.compile(
    r"(?:(?:senior|chief|staff|special|foreign|political|diplomatic|world|our|business|europe"
    r"|asia|africa)\s)*(?:correspondent|reporter|editor|writer|columnist|journalist|analyst"
    r"|bureau chief)(?:\s(?:in|for|at)\s.{2,30})?",
    re.IGNORECASE,
)
#: A credit that closes a paragraph of the story, on the same line.
_TAIL = re.compile(
    r"\s*(?P<credit>[(\[]\s*(?:(?:additional |with |inputs? |this (?:story|report)|editing"
    r"|edited|writing|compiled|translated|source|text)[^()]{0,240}"
    r"|reporting\b[^()]{3,300})[)\]]\.?"
    r"|[(\[]?\s*(?:Additional r|R)eporting by\b.{3,300}|\(?\bWith inputs? from\b.{2,80}"
    r"|(?:[-–—]{1,2}|\()\s?with (?:inputs?|agenc|reports?)\b.{0,60}"
    r"|\(\s*ends?\s*\).{0,60}|(?<=[.!?”\"’'])\s(?:Enditem|Item ends|ENDS|END)\W*"
    r"|\[\s*\+\s?\d+ chars?\s*\])\s*$",
    re.IGNORECASE,
)
_WITH_NAME = re.compile(rf"[Ww]ith (?:reporting by |additional reporting by )?{NAME}\W*")
#: No closing credit lacks all of these; looked for first because paragraphs are many.
_CLOSERS = (
    "eporting by", "nputs from", "nput from", "ith input", "ith agenc", "ith report", "Enditem",
    "Item ends", "END", "(end", "( end", "(End",
)  # fmt: skip
_TAIL_AGENCY = re.compile(
    r"(?<=[.!?”\"’'])\s*(?P<credit>(?:[-–—]{1,3}\s?|\(|/|\["
    r"|\s)(?P<names>(?:[A-Z][\w&. -]{1,30}|dpa|efe|epa)(?:/[A-Z][\w&. -]{1,24}){0,3})(?:\)|/"
    r"|\])?\.?(?:\s[a-z]{2,3}/[a-z]{2,3}(?:/[a-z]{2,3})?)?)\s*$"
)


class Credit(msgspec.Struct, frozen=True, kw_only=True):
    """What one line says of authors and agencies; ``byline`` when it names who wrote."""

    authors: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    byline: bool = False


def read_credit(line: str, outlets: Outlets) -> Credit | None:
    """The credit that a short line is, or None. ``line`` may hold dates as well."""
    if len(line) > 600:
        return None
    for reader in (_reporting, _inputs, _byline, _agency_alone, _provided):
        credit = reader(line, outlets)
        if credit is not None:
            return credit
    one = _one_name(line, outlets)
    return Credit(authors=(one,), byline=True) if one else None


def closing_credit(
    text: str, span: Span, outlets: Outlets, own: frozenset[str] = frozenset()
) -> Span | None:
    """Where a credit stands at the end of the paragraph at ``span``, on the same line.

    ``own`` are agencies that the page's datelines name, known or not.
    """
    start = max(span.start, span.end - 420)
    tail = text[start : span.end]
    found = _TAIL.search(tail) if _may_close(tail) else None
    if found is None:
        if tail[-2:-1].islower() and not any(mark in tail[-30:] for mark in "([/—–-"):
            return None
        found = _TAIL_AGENCY.search(tail)
        if found is None:
            return None
        name = found["names"].strip(_PUNCT)
        signed = _WITH_NAME.fullmatch(found["names"]) is not None
        if not (signed or name.casefold() in own or _agencies(name, outlets)):
            return None
    if start + found.start("credit") <= span.start:
        return None
    return Span(start + found.start("credit"), span.end)


def _may_close(tail: str) -> bool:
    return tail.rstrip(" .")[-1:] in (")", "]") or any(mark in tail for mark in _CLOSERS)


def is_name(line: str) -> bool:
    """Whether a line is just a person's name, as under a headline."""
    line = line.strip()
    if _FULL_NAME.fullmatch(line) is None or line.startswith("The ") or press_like(line):
        return False
    if names_document(line) or is_city(line):
        return False
    sections = [names_section(word) for word in line.split()]
    if all(sections) or (line.isupper() and any(sections)):
        return False
    return not _DESK.search(line)


def names_alone(line: str) -> bool:
    """Whether a line is one name or several and no more: ``A Name and B Name in Port Louis``."""
    bare = _IN_PLACE.sub("", line.strip(_PUNCT))
    parts = [part for part in _AND.split(bare) if part]
    roles = [part for part in parts if _ROLE_WORD.fullmatch(part)]
    return 0 < len(parts) - len(roles) <= 5 and all(is_name(p) for p in parts if p not in roles)


def is_role_line(line: str) -> bool:
    """Whether a short line says what the person named above it does ("World correspondent")."""
    return len(line) < 80 and _ROLE_LINE.search(line) is not None


def cleaned_authors(names: str, outlets: Outlets) -> Credit:
    """Authors, agencies and outlets out of ``A Name and B Name, Agency``."""
    authors: list[str] = []
    agencies: list[str] = []
    named: list[str] = []
    for part in [names] if outlets.outlet(names.strip(_PUNCT)) else _AND.split(names):
        name = _PLACE_TAIL.sub("", part.strip(_PUNCT + "@")).strip(_PUNCT)
        entry = outlets.outlet(name) if name else None
        if entry is not None:
            (agencies if entry.kind == "agency" else named).append(entry.credit)
        elif _GENERIC.fullmatch(name) or not name:
            continue
        elif _ACRONYM.fullmatch(name) and not authors:
            agencies.append(name)
        elif is_name(name):
            authors.append(name.title() if name.isupper() else name)
        elif _take_apart(name, outlets, authors, agencies, named):
            continue
        elif owner := brand(_STAFF.sub("", name).strip(_PUNCT), outlets):
            named.append(owner)
    return Credit(
        authors=_unique(authors), agencies=_unique(agencies), outlets=_unique(named), byline=True
    )


def _take_apart(
    name: str, outlets: Outlets, authors: list[str], agencies: list[str], named: list[str]
) -> bool:
    """``ANA PIRELA Associated Press``: a name and its outlet with nothing between."""
    words = name.split()
    for cut in range(len(words) - 1, 1, -1):
        entry = outlets.outlet(" ".join(words[cut:]))
        first = " ".join(words[:cut])
        if entry is not None and is_name(first):
            authors.append(first.title() if first.isupper() else first)
            (agencies if entry.kind == "agency" else named).append(entry.credit)
            return True
    return False


def _reporting(line: str, outlets: Outlets) -> Credit | None:
    """``(Reporting by A, B in X; Writing by C; Editing by D)`` and ``A and B contributed``."""
    signed = _WITH_NAME.fullmatch(line.strip(_PUNCT)) if len(line) < 80 else None
    if signed:
        return Credit(authors=cleaned_authors(line.strip(_PUNCT)[5:], outlets).authors)
    if " by " not in line and "contributed" not in line:
        return None
    authors: list[str] = []
    found = False
    for match in _CREDITS.finditer(line):
        if not found and match.start() > len(line) - len(line.lstrip("([*_ —–-")) + 2:
            break  # "the ban was first reported by ..." is the story's own
        found = True
        if _AUTHOR_ROLE.search(match["role"] + match["and"]):
            authors += cleaned_authors(match["names"], outlets).authors
    contributed = _CONTRIBUTED.match(line) if len(line) < 300 else None
    if contributed:
        found = True
        names = _IN_PLACE.sub("", _ROLE_BEFORE.sub("", contributed["names"]))
        authors += cleaned_authors(names, outlets).authors
    if not found:
        return None
    inputs = _inputs(line, outlets)
    return Credit(authors=_unique(authors), agencies=inputs.agencies if inputs else ())


def _inputs(line: str, outlets: Outlets) -> Credit | None:
    folded = line.casefold()
    if not any(word in folded for word in _INPUT_WORDS):
        return None
    found = _INPUTS.search(line)
    if found is None or len(line) > 200:
        found = _WITH_AGENCY.fullmatch(line)
    if found is None:
        return None
    agencies = _agencies(found["names"], outlets)
    owners = [brand(part.strip(_PUNCT), outlets) for part in _AND.split(found["names"])]
    others = [name for name in owners if name and name not in agencies]
    if agencies or others or _GENERIC.search(found["names"]):
        return Credit(agencies=agencies, outlets=_unique(others))
    return None


def _byline(line: str, outlets: Outlets) -> Credit | None:
    opening = _BY_STRICT.match(line) or (_BY.match(line) if len(line) < 200 else None)
    if opening is None or len(line) > 320:
        return None
    names = line[opening.end() :].strip(" \t:|")
    ending = _BYLINE_END.search(names)
    rest = names[ending.end() :] if ending else ""
    names = names[: ending.start()] if ending else names
    names = _ROLE_BEFORE.sub("", names)
    if len(names.split()) > 24 or names.rstrip().endswith((".", "?", "!", '"', "”")) > (
        len(names) < 40
    ):
        return None
    credit = cleaned_authors(names, outlets)
    if not (credit.authors or credit.agencies or credit.outlets):
        one = _one_name(line, outlets)
        if one:
            return Credit(authors=(one,), byline=True)
        return Credit(byline=True) if _GENERIC.search(names) or _DESK.search(names) else None
    beside = [part.strip(_PUNCT) for part in re.split(r"[|·•]|\s[-–—]\s", rest)]
    agencies = [agency for part in beside if (agency := agency_named(part, outlets))]
    others = [name for part in beside if (name := brand(part, outlets)) and name not in agencies]
    return msgspec.structs.replace(
        credit,
        agencies=_unique([*credit.agencies, *agencies]),
        outlets=_unique([*credit.outlets, *others]),
    )


def _one_name(line: str, outlets: Outlets) -> str | None:
    """The name in ``by Budiarti``, where it is one word that is no section, outlet or desk."""
    found = _ONE_NAME.search(line) if len(line) < 80 and "y" in line.lower() else None
    if found is None:
        return None
    name = found["name"]
    if names_section(name) or _DESK.search(name) or _GENERIC.fullmatch(name):
        return None
    if name.isupper() or press_like(name) or outlets.outlet(name):
        return None
    return name


def _agency_alone(line: str, outlets: Outlets) -> Credit | None:
    """``Reuters``, ``(ANI)``, ``AFP/Reuters``, ``Reuters - Reuters``, ``Agencies``."""
    bare = line.strip(_PUNCT)
    if not bare or len(bare) > 60:
        return None
    if _GENERIC.fullmatch(bare):
        return Credit()
    parts = (
        [bare] if outlets.outlet(bare) else re.split(r"\s*(?:/|,|&|\band\b|\s[-–—|]\s)\s*", bare)
    )
    names = [agency_named(part.strip(_PUNCT), outlets) for part in parts]
    known = [name for name in names if name]
    return Credit(agencies=_unique(known)) if known and len(known) == len(parts) else None


def _provided(line: str, outlets: Outlets) -> Credit | None:
    if not (" by " in line or " from " in line) or len(line) > 400:
        return None
    found = _PROVIDED.search(line)
    agencies = _agencies(found["names"], outlets) if found else ()
    return Credit(agencies=agencies) if agencies else None


def _agencies(names: str, outlets: Outlets) -> tuple[str, ...]:
    whole = agency_named(names.strip(_PUNCT), outlets)
    if whole:
        return (whole,)
    found = [agency_named(part.strip(_PUNCT), outlets) for part in _AND.split(names)]
    return _unique([name for name in found if name])


def _unique(names: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
