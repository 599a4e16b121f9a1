"""What tells a person's name from a firm's: given names, ages, "who", "which", shares, plurals."""

from __future__ import annotations

import re

from verbale.actors.names import NameRun
from verbale.lexicon.wordlists import word_list

_HOUSES = "|".join(sorted(word_list("company-nouns"), key=len, reverse=True))
#: What people are, and no firm or side.
_TRADES = (
    (word_list("agentive") | word_list("further-roles"))
    - word_list("company-nouns")
    - word_list("collective-nouns")
    - word_list("of-firms-too")
)
_LINKS = r"(?:of|with|at|from|for|who|to|in|and|on)\b"
_AGE_OR_WHO = re.compile(r"(?:,\s+(?:aged\s+)?\d{1,2}\b(?!,\d)|\s+\(\d{2}\)|,?\s+who\b)")
_THE = re.compile(r"\bthe\s+$", re.I)
_CALLED_HOUSE = re.compile(rf"\b(?:{_HOUSES})\s+$", re.I)
_WORKS_AT = re.compile(
    r"\b(?:analyst|strategist|economist|scientist|engineer|researcher|manager|director|head|editor|"
    r"CEO|chief executive|founder|chairman|chairwoman|president|officer|partner)s?\b"
    r"[\w ,&-]{0,40}?\s(?:at|with)\s+(?:the\s+)?$|\b(?:CEO|founder|chief executive) of\s+$",
    re.I,
)
_OWNS_LIKE_A_FIRM = re.compile(
    r"(?:[’']s?)?\s+(?:co-)?(?:CEO|chief executive|founders?|shares?|stock|customers|users|"
    r"subsidiary|headquarters|board of directors|products?|app|employees|shareholders|investors)\b"
)
_FIRM_BEHIND = re.compile(
    rf"(?:,\s+which\b|,\s+(?:the|a|an|its)\s+(?:(?!{_LINKS})[\w’'.-]+\s+){{0,4}}?(?:{_HOUSES})\b|"
    r"\s+\((?:NYSE|NASDAQ|Nasdaq|LSE|TSX|ASX|HKEX|ticker)\b|,?\s+(?:Inc|Corp|Ltd|LLC|AG|SE|GmbH|plc)\b)"
)
#: WeWork, SpaceX; not McAdam, DeVos, O'Neill.
_CAMEL = re.compile(
    r"(?!(?:Mc|Mac|De|Di|Du|La|Le|Lo|Van|Von|Fitz|St)[A-Z])[A-Z][a-z]+[A-Z][A-Za-z]*"
)
_PLURAL = frozenset({"have", "are", "were", "say", "want", "plan", "hope", "claim", "deny"})


def is_human(run: NameRun, text: str) -> bool:
    """Whether a name, or what stands right behind it, can only be a person's."""
    if run.opens_as_person and not run.is_organisation:
        return True
    return _AGE_OR_WHO.match(text, run.span.end) is not None or _has_trade(run)


def _has_trade(run: NameRun) -> bool:
    """Whether a full name stands behind what only people are: "talent manager Ilse Varga"."""
    last = run.words[-1]
    trades = (c for c in last.children if c.dep in {"compound", "nmod"} and c.text.islower())
    near = (c for c in trades if c.end + 1 == run.span.start)
    return len(run.words) > 1 and any(c.lemma.lower() in _TRADES for c in near)


def is_corporate(run: NameRun, text: str) -> bool:
    """Whether a name, or what stands around it, is as a rule a firm's or another body's."""
    name = run.span.of(text)
    start, end = run.span
    if run.is_organisation or (
        name.isupper() and name.replace("&", "").isalpha() and 2 <= len(name) <= 6
    ):
        return True
    if _FIRM_BEHIND.match(text, end) or _is_plural(run) or _CAMEL.fullmatch(name):
        return True
    before = text[max(0, start - 70) : start].replace("\n", " ")
    if _CALLED_HOUSE.search(before) or _OWNS_LIKE_A_FIRM.match(text, end):
        return True
    if len(run.words) > 1:  # an unknown name in full is a person's, until more than this is said
        return False
    article = _THE.search(before) is not None and _stands_alone(run)
    return article or _WORKS_AT.search(before) is not None


def _stands_alone(run: NameRun) -> bool:
    """Whether the name is no modifier: the Taliban, not the Trump team."""
    return run.words[-1].dep not in {"compound", "nmod", "amod", "poss"}


def _is_plural(run: NameRun) -> bool:
    """Whether one name has a verb in the plural: "Big Machine have denied"."""
    word = run.words[-1]
    if word.dep not in {"nsubj", "nsubjpass"} or any(c.dep == "conj" for c in word.children):
        return False
    verbs = [word.head, *(c for c in word.head.children if c.dep in {"aux", "auxpass"})]
    finite = verbs[1:] or verbs[:1]
    return finite[0].text.lower() in _PLURAL and finite[0].i > word.i
