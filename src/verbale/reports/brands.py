"""Whether a short run of words looks like the name of an outlet that no list knows."""

from __future__ import annotations

import re

from verbale.reports.names import OutletEntry, Outlets
from verbale.reports.sections import is_section_list
from verbale.reports.wordlist import phrases, words

_LAST = words(
    """
    post times news herald courier gazette tribune journal chronicle observer guardian
    telegraph monitor mirror mail express standard independent star sun globe daily weekly
    today press agency wire radio tv television broadcasting network online review dispatch
    bulletin examiner inquirer ledger register sentinel argus advertiser echo voice nation
    citizen mercury argosy beacon bugle clarion digest eagle enquirer leader messenger
    patriot pioneer reporter republic spectator statesman witness magazine insider watch
    affairs quarterly newspaper intelligencer lantern despatch gazeta zeitung tageblatt
    kurier pravda izvestia shimbun ilbo diario jornal monde corriere newswire broadcaster
    diplomat economist policy report reports outlook signal compass anchor torch trumpet
    crier record journal-constitution post-dispatch newsroom newsline wave media info fm
    chronicles almanac
    """
)
_FIRST = (
    "radio|voice of|times of|journal of|news of|agence|tv|televizija|press tv|channel|rádio|la voz"
    "|(?:el )?diario|(?:o )?jornal|(?:la )?gaceta|(?:la )?gazzetta|(?:le )?journal d[ue]"
)
_PRESS = re.compile(
    rf"(?:[\w’'&.-]+\s+){{0,5}}(?:{'|'.join(sorted(_LAST, key=len, reverse=True))})(?:\s+(?:\d"
    rf"{{1,3}}|online|english|international|world|digital|live))?"
    rf"|(?:the\s+)?(?:{_FIRST})\s+.{{2,30}}|[\w-]{{2,30}}\.(?:com|org|net|info|news"
    rf"|[a-z]{{2}})(?:\.[a-z]{{2}})?",
    re.IGNORECASE,
)
_STATE_BODY = re.compile(
    r"(?:The )?(?:[A-Z]\w+ ){0,2}(?:Ministry|Embassy|Permanent Mission|Government|Presidency"
    r"|Department|Consulate[- ]General) (?:of|for) (?:the )?[A-Z][\w’', -]{2,70}"
    r"|(?:The )?Office of the [A-Z][\w ]{3,60}"
)
_WORDS = re.compile(
    r"(?:[A-Z0-9À-Þ][\w’'&.-]*|&|of|the|and|de|la|le|der|die|das|el|il|[\w-]+\.[a-z]{2,4})"
    r"(?:\s(?:[A-Z0-9À-Þ][\w’'&.-]*|&|of|the|and|de|del|della|di|do|du|la|le|der|die|das|el"
    r"|il)){0,5}"
)
#: ``KyproPress``, ``MedInfo``: one word with a capital inside.
_GLUED = re.compile(r"[A-Z][a-z]+(?:Press|News|Info|Media|Wire|Times|Post|Daily|Online)")
_NEVER = re.compile(
    r"\b(?:of|the|and|de|la|le)$|^(?:Home|Latest|Breaking|More|All|Related)(?:[A-Z]|\s)"
)
_DESK = re.compile(
    r"\s+(?:(?:News|Web|Online|Foreign|Digital) )?(?:Desk|Newsroom|Bureau|Staff|Team)$"
)
_SMALL_WORDS = frozenset(("and", "of", "the", "for", "in", "on", "de", "la", "le"))
_NOT_BRANDS = phrases(
    """
    all news|latest news|breaking news|world news|top news|news|today|home|the world|
    press release|live news|news today|read more|more news|file photo|front page|top stories|
    e-paper|sign in|log in|all rights reserved|the latest|news agency|this week|
    united nations|our network|related news|other news|local news|news desk|news agencies|
    live tv|watch|the report|live|podcast|newsletter|the daily|print|online|email|mail|media|
    radio|tv|policy|magazine|network
    """
)


def press_like(name: str) -> bool:
    """Whether ``name`` is written and built like an outlet's: ``The Harbour Courier``."""
    name = name.strip()
    if (
        not 3 <= len(name) <= 50
        or name[0].islower()
        or name.casefold() in _NOT_BRANDS
        or _NEVER.search(name)
    ):
        return False
    if _GLUED.fullmatch(name):
        return True
    return _WORDS.fullmatch(name) is not None and _PRESS.fullmatch(name) is not None


def state_body_like(name: str) -> bool:
    """Whether a line is the name of a ministry, an embassy or the like, as over its releases."""
    return len(name) <= 90 and _STATE_BODY.fullmatch(tidy(name.strip())) is not None


def tidy(name: str) -> str:
    """A name without its desk, and not all in capitals: ``THE SAHEL SENTINEL``, but ``NWK``."""
    name = _DESK.sub("", name)
    if not name.isupper() or " " not in name.strip():
        return name
    return " ".join(_cased(word) for word in name.split()).replace(" The ", " the ")


def _cased(word: str) -> str:
    low = word.lower()
    if low in _SMALL_WORDS:
        return low if low != "the" else "The"
    return word if len(word) <= 3 else word[0] + low[1:]


def brand(name: str, outlets: Outlets) -> str | None:
    """The outlet that ``name`` is: canonical if known, as written if it looks like one."""
    if name.strip().casefold() in _NOT_BRANDS or is_section_list(name.strip()):
        return None
    entry: OutletEntry | None = outlets.outlet(name) if name else None
    if entry is None and name.startswith("The "):
        entry = outlets.outlet(name.removeprefix("The "))
    if entry is not None:
        return entry.credit
    return tidy(name.strip()) if name and press_like(name) else None
