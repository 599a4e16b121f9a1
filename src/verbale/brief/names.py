"""Who is who in a brief: parties, speakers, addressees and sources in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from verbale.lexicon import Lexicon
from verbale.lexicon.entries import Body, Institution, Party
from verbale.lexicon.labels import bare_name
from verbale.model import Report, Statement, words_at

_WITH_ARTICLE = re.compile(
    r"(?:United|Republic|Kingdom|Union|League|Commonwealth|Federation)\b|.*\b"
    r"(?:Islands|States|Emirates|Union|Republic|Nations|Netherlands|Philippines|Maldives"
    r"|Bahamas|Seychelles|Comoros)$|(?:Gambia|Vatican|Holy See)$"
)
_ARTICLE = re.compile(r"(?:the|a|an)\s", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:i|we|he|she|it|they|who|which|that|one|her|his|their|its)$", re.I)
_AT = re.compile(
    r"\b(?:conference|briefing|meeting|summit|forum|congress|hearing|reception|dinner|ceremony"
    r"|rally|session|event|talks)\b",
    re.IGNORECASE,
)
_ON = re.compile(
    r"\b(?:television|TV|radio|Telegram|X|Twitter|Facebook|Instagram|channel|website|Weibo)$"
)
_COMMON = re.compile(
    r"(?:Ministry|Commission|Government|Administration|Department|Office|Agency|Council|Guard"
    r"|Coastguard|Leadership|Embassy|Parliament|Police|Navy|Army|Committee|Secretariat)\b"
)
_UNNAMED = "unnamed "
PREPOSITIONS = ("at", "on", "in", "during", "after", "before", "through", "via")
#: How far before its cue a statement's venue is looked for.
_NEAR = 400


class Parties:
    """The names of parties, as the lexicon has them."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self.named_in = lru_cache(maxsize=1 << 16)(self._named_in)

    def name(self, code: str) -> str:
        """The party's plain name; its code where the lexicon does not know it."""
        party = self._lexicon.party(code)
        return party.name if party else code

    def in_sentence(self, code: str) -> str:
        """The name with the article that it takes within a sentence."""
        name = self.name(code)
        return f"the {name}" if _WITH_ARTICLE.match(name) else name

    def listed(self, codes: Iterable[str]) -> str:
        """Several names as one phrase, in alphabetical order."""
        return listed(sorted(map(self.name, codes)))

    def entry(self, code: str) -> Party | None:
        """What the lexicon holds of the party."""
        return self._lexicon.party(code)

    def _named_in(self, text: str) -> tuple[str, ...]:
        """The codes of the parties that ``text`` names, once for each mention."""
        found = []
        for match in self._lexicon.find(text):
            if isinstance(match.entry, Party):
                found.append(match.entry.code)
            elif isinstance(match.entry, Institution):
                found.append(match.entry.country)
        return tuple(found)

    def is_body(self, name: str) -> bool:
        """Whether ``name`` is that of an institution and not of a person or state."""
        matches = self._lexicon.find(name)
        return any(isinstance(match.entry, Institution | Body) for match in matches)


def listed(names: Sequence[str], longest: int = 12, last: str = "and") -> str:
    """``A, B and C``, or another ``last`` word; past ``longest`` names the rest are counted."""
    shown = list(names[:longest])
    if len(names) > longest:
        shown.append(f"{len(names) - longest} more")
    return f" {last} ".join(filter(None, (", ".join(shown[:-1]), *shown[-1:])))


def counted(number: int, noun: str) -> str:
    """``1 report``, ``3 reports``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def speaker_words(text: str, statement: Statement, parties: Parties) -> str:
    """The speaker as a sentence has it: a name, or for the unnamed the report's own words."""
    source = " ".join(words_at(text, statement.source).split())
    name = statement.speaker
    if name is None:
        return f"“{source}”, not identified"
    if name.startswith(_UNNAMED):
        return _unnamed(name) if _PRONOUN.fullmatch(source) or not source else _lowered(source)
    if _joint(source, name):
        return _lowered(source)
    bare = bare_name(name)
    party = parties.entry(statement.country) if statement.country else None
    if party and party.name == bare:
        return parties.in_sentence(party.code)
    known = parties.is_body(bare) and (_ARTICLE.match(source) or _COMMON.search(bare))
    return f"the {bare}" if known or source.lower() == f"the {bare.lower()}" else bare


def office_beside(words: str, statement: Statement) -> str:
    """The speaker's office to print beside ``words``; empty where these say it already."""
    office = statement.office or ""
    return "" if office.lower() in words.lower() else office


def is_speaker(words: str, text: str, statement: Statement) -> bool:
    """Whether ``words`` name the statement's speaker and nobody else."""
    source = " ".join(words_at(text, statement.source).split())
    name = statement.speaker
    if name is None:
        return words == f"“{source}”, not identified"
    allowed = {bare_name(name), f"the {bare_name(name)}"}
    if name.startswith(_UNNAMED):
        allowed = {_unnamed(name), _lowered(source)} - {""}
    elif _joint(source, name):
        allowed.add(_lowered(source))
    return words in allowed


def _unnamed(name: str) -> str:
    """``an unnamed official``, ``unnamed officials``."""
    return name if name.endswith("s") else f"an {name}"


def _joint(source: str, name: str) -> bool:
    """Whether the report lets several speak at once, of whom ``name`` is but one."""
    return " and " in source and " and " not in name


def addressee(to: str | None, report: Report) -> str:
    """The addressee; "this newspaper" is the outlet, since a brief is none."""
    if to and to.lower().startswith(("this ", "our ")) and report.outlet:
        return report.outlet
    return to or ""


def in_venue(venue: str | None, text: str, statement: Statement) -> str:
    """``at a briefing``, ``in an interview``: with the report's own preposition if it has one."""
    if not venue:
        return ""
    start = max(0, statement.cue[0].start - _NEAR) if statement.cue else 0
    found = re.compile(rf"\b({'|'.join(PREPOSITIONS)})\s+{re.escape(venue)}", re.I)
    stands = found.search(text, start)
    if stands:
        return f"{stands[1].lower()} {venue}"
    preposition = "at" if _AT.search(venue) else "on" if _ON.search(venue) else "in"
    return f"{preposition} {venue}"


def chain(via: Sequence[str]) -> str:
    """The carriers from the speaker outwards."""
    return ", in turn quoted by ".join(map(bare_name, via))


def source_label(report: Report) -> str:
    """The outlet and the agencies it credits: ``The Courier, from Reuters``."""
    outlet = report.outlet or "outlet not stated"
    others = [name for name in report.agencies if name != report.outlet]
    return f"{outlet}, from {listed(others)}" if others else outlet


def publisher(report: Report) -> str:
    """The same as one who does something: ``an outlet not stated (from Reuters)``."""
    others = [name for name in report.agencies if name != report.outlet]
    outlet = report.outlet or "an outlet not stated"
    return f"{outlet} (from {listed(others)})" if others else outlet


def source_labels(reports: Iterable[Report]) -> str:
    """The labels of several reports, each once."""
    return "; ".join(dict.fromkeys(map(source_label, reports)))


def report_label(report: Report, handle: str) -> str:
    """A report as a sentence names it: headline and outlet."""
    if report.headline is None:
        return f"{handle} ({source_label(report)})"
    return f"“{' '.join(report.headline.text.split())}” ({source_label(report)})"


def _lowered(words: str) -> str:
    """The words with a leading article in lower case."""
    article = _ARTICLE.match(words)
    return words[: article.end()].lower() + words[article.end() :] if article else words
