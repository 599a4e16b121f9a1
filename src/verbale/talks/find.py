"""What one act or statement tells of the state of talks."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

import msgspec

from verbale.lexicon.talks import Found, TalksState, talks_book

#: The codes of the parties that some words name.
Names = Callable[[str], tuple[str, ...]]

_INITIATIVE = re.compile(
    r"(?:at|on) (?:the )?(?:sole )?initiative of (?P<of>[\w’' -]+?)(?=[,.;]|$)"
    r"|(?:at|on) (?P<whose>[\w -]+?)['’]s? (?:own )?(?:initiative|request|insistence)"
    r"|(?:off|suspended|halted|interrupted|frozen|cancelled|terminated|ended) by (?P<by>[\w’' -]+)",
    re.IGNORECASE,
)
#: A sentence that answers the one before it: "In response, the ministry ended the talks."
_ANSWERS = re.compile(
    r"\s*(?:in (?:response|retaliation|reply|turn|protest)|as a result|in answer|consequently"
    r"|because of this|for this reason|therefore)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?][\"'”’]?\s+(?=[\"'“‘]?[A-Z])|\n+")
_UNREAL = frozenset({"hypothetical", "negated"})
#: What makes a statement about a state no report of one.
_NOT_SO = re.compile(
    r"\b(?:if|unless|whether|would|could|might|may|should|will|shall|never|not|nor|until|before)\b"
    r"|n[’']t\b",
    re.IGNORECASE,
)
_LEAD = 40
_NONE_HELD = re.compile(r"\b(?:no|without|never|nothing)\b", re.IGNORECASE)
_IS_NONE = re.compile(r"(?<!there )\b(?:is|are|was|were) \Z", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:since|after|ago|when)\b", re.IGNORECASE)
_TO = re.compile(r"\bto\s+\Z", re.IGNORECASE)
#: "agreed to meet" tells what happened, "ready to sign" does not.
_AGREED = re.compile(r"\b(?:agreed|accepted|signed|reached|struck|concluded)\b", re.IGNORECASE)
#: "No agreement should be signed" is told of none that was.
_UNWILLED = re.compile(
    r"\b(?:should|must|ought)\b|\bno (?:\w+ )?(?:agreement|deal|treaty|pact|accord)", re.IGNORECASE
)
_CAME_TO_NOTHING = re.compile(
    r"\s*(?:which |that |had |have |were |was )*(?:then |later |abruptly |again )*"
    r"(?:collapsed|broke down|broken down|broke off|broken off|broke up|fell apart|fell through|"
    r"suspended|called off|failed)\b",
    re.IGNORECASE,
)
_IS_BESIDE = re.compile(
    r"(?:when|once|until|unless|if|before|as soon as)\b"
    r"|(?:who|which|whose \w+)\s+(?:\w+\s+)?(?:chair|host|mediat|le[ad]|organi[sz]|attend|led)",
    re.IGNORECASE,
)
_DONE: tuple[TalksState, ...] = ("signed", "agreed", "resumed", "held")


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """An act (``kind`` its type) or a statement (``kind`` ``statement``) that may tell of talks.

    ``words`` are those of its evidence or content, ``before`` and ``after`` the text around them.
    ``parties`` are all codes concerned, ``actor`` those who act. ``teller`` is the code of the side
    in whose statement it stands, None where the report itself tells it; ``said`` is the number of
    that statement within the report.
    """

    id: str
    kind: str
    words: str
    matter: str = ""
    named: str = ""
    actor: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    background: bool = False
    before: str = ""
    after: str = ""
    teller: str | None = None
    speaker: str | None = None
    date: str | None = None
    dated_by: Literal["act", "said", "published"] | None = None
    first: str | None = None
    last: str | None = None
    report: str = ""
    number: int = 0
    outlet: str | None = None
    statement: str | None = None
    said: int | None = None


class Episode(msgspec.Struct, frozen=True, kw_only=True):
    """One state of talks as one report tells it.

    ``by`` are the codes of those who brought it about, where the words say so; ``ground`` the
    reason given and ``answers`` the sentence that it is told as an answer to, in the words of the
    report. ``recap`` marks what is only recalled.
    """

    state: TalksState
    by: tuple[str, ...]
    ground: str | None
    answers: str | None
    recap: bool
    mention: Mention


def episode(mention: Mention, names: Names) -> Episode | None:
    """The state of talks that a mention tells, or None."""
    if _UNREAL & set(mention.flags):
        return None
    if _failed(mention):
        return _episode("suspended", _to_its_end(mention), names, recalled=False)
    for found in talks_book().find(mention.words, mention.kind):
        state = _state(found, mention)
        if state == "held" and _is_passing(mention):
            return None
        if state is not None:
            return _episode(state, mention, names, recalled=_is_recalled(found, mention))
    return None


def _episode(state: TalksState, mention: Mention, names: Names, *, recalled: bool) -> Episode:
    if recalled:  # the day is that of the telling
        mention = msgspec.structs.replace(mention, date=None, first=None, last=None)
    broken = state in ("suspended", "no contact")
    return Episode(
        state=state,
        by=_by(state, mention, names),
        ground=talks_book().ground(f"{mention.words}{_rest(mention.after)}") if broken else None,
        answers=_answered(mention) if broken else None,
        recap=recalled or mention.background or "historical" in mention.flags,
        mention=mention,
    )


def _state(found: Found, mention: Mention) -> TalksState | None:
    """The state that a sign tells where it stands.

    What is announced is in preparation; what one side alone is ready for, or what somebody only
    fears or denies, is no state.
    """
    state = found.sign.state
    if _is_no_telling(state, mention, found):
        return None
    if mention.kind == "statement":
        return state if _is_so(mention.words, found) else None
    if "future" in mention.flags:
        return "preparing" if state in _DONE else None
    if _TO.search(mention.words, 0, found.start):
        return "preparing" if state == "resumed" else None
    if mention.kind == "THREATEN" and not _is_so(mention.words, found):
        return None  # "would withdraw from the talks unless ..."
    if mention.kind == "SUPPORT" and state == "signed" and not _is_so(mention.words, found):
        return None  # "before the treaty was signed"
    if mention.kind == "AGREE":
        done = _AGREED.search(mention.words) and not _UNWILLED.search(mention.words)
        return state if done else None
    return state


def _is_no_telling(state: TalksState, mention: Mention, found: Found) -> bool:
    """ "No subject for mediation" and "the matter is being discussed" tell of no meeting held, "a
    dialogue under blackmail is no dialogue" of no contact lost."""
    if state == "no contact":
        return bool(_IS_NONE.search(mention.words, 0, found.start))
    if state != "held" or mention.kind != "CONSULT":
        return False
    before = mention.words[max(0, found.start - _LEAD) : found.end]
    return bool(_NONE_HELD.search(before)) or "being discussed" in mention.words


def _is_passing(mention: Mention) -> bool:
    """Whether earlier talks are only named, without a day ("Gulf mediation with Nemora"), or tell
    who somebody is ("who chaired the talks") or when something will be ("once they had met")."""
    if mention.kind == "CONSULT" and _IS_BESIDE.match(mention.words):
        return True
    recalled = "historical" in mention.flags
    return mention.kind == "CONSULT" and recalled and mention.dated_by != "act"


def _failed(mention: Mention) -> bool:
    """Whether the sentence goes on to say that the talks that it names came to nothing."""
    return mention.kind == "CONSULT" and bool(_CAME_TO_NOTHING.match(_rest(mention.after)))


def _to_its_end(mention: Mention) -> Mention:
    """The mention with the rest of its sentence, which says what came of the talks."""
    rest = _rest(mention.after)
    return msgspec.structs.replace(
        mention, words=f"{mention.words}{rest}", after=mention.after[len(rest) :]
    )


def _is_so(words: str, found: Found) -> bool:
    """Whether somebody tells it as a fact; acts are told from wishes where they are drawn."""
    if found.sign.words.startswith(("no ", "not ", "refus")):
        return True
    return _NOT_SO.search(words, max(0, found.start - _LEAD), found.end) is None


def _is_recalled(found: Found, mention: Mention) -> bool:
    """ "The first meeting since the talks were broken off" is about the meeting."""
    if mention.kind != "statement":
        return False
    return bool(_SINCE.search(mention.words, max(0, found.start - _LEAD), found.start))


def _by(state: TalksState, mention: Mention, names: Names) -> tuple[str, ...]:
    match = _INITIATIVE.search(f"{mention.words} {_rest(mention.after)}")
    if match is not None:
        named = names(match["of"] or match["whose"] or match["by"])
        if named:
            return tuple(dict.fromkeys(named))
    return tuple(sorted(mention.actor)) if state == "suspended" else ()


def _answered(mention: Mention) -> str | None:
    """The sentence before, where the words are told as an answer to it: "In response, ..."."""
    before = _sentences(mention.before)
    if len(before) > 1 and _ANSWERS.match(before[-1]):
        return before[-2].strip(" .")
    return None


def _rest(after: str) -> str:
    """What is left of the sentence behind the words."""
    return _SENTENCE_END.split(after, maxsplit=1)[0]


def _sentences(before: str) -> list[str]:
    """The sentences that end, or begin, before the words."""
    return [part for part in _SENTENCE_END.split(before) if part.strip()]
