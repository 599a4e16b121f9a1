"""Which side a passage is about: the capital that opens a sentence, the subject before "its"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from verbale.actors.filing import STATES, seat_of
from verbale.actors.mentions import Mentions
from verbale.actors.names import NameRun
from verbale.language import Word
from verbale.lexicon import Body, Institution, Party

#: Characters that count as shortly before: about a sentence and a half.
NEAR = 300
_AT_OPENING = re.compile(r"(?:(?:Back|Meanwhile|Later),?\s+)?(?:In|At|From|in|from)\s+")
_CITY = re.compile(r"([A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){0,2}),")
_PARAGRAPH = re.compile(r"\n")
_TOLD_IN = re.compile(
    r"\b(?:told|said to|spoke to|speaking to|briefed|informed)\s(?:\w+\s){0,3}\w+\sin\s$"
    r"|\b(?:said|spoke|speaking)\sin\s$|\b(?:conference|briefing)\sin\s$"
)
_PAIR = 2
_READY = frozenset({"ready", "willing", "prepared", "open", "committed", "determined"})
_WILL = frozenset({"will", "would", "shall"})
_SEATS = frozenset({"capital", "metonym"})


class Sides:
    """The sides of a report by place. ``quoted``: the first words' ids of quoted sentences;
    ``named``: the states that the report names."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Mentions],
        quoted: frozenset[int],
        named: frozenset[str] = frozenset(),
    ) -> None:
        self.text = text
        self.sentences = sentences
        self.quoted = quoted
        self.named = named

    def opening(self, place: int) -> str | None:
        """The state in whose capital the passage at ``place`` plays: "In Niamey, the spokesman
        ...", "The opposition in Niamey ...".

        It holds to the end of the paragraph, until another state is where something plays, or is
        the subject.
        """
        here = next((n for n, m in enumerate(self.sentences) if _holds(m, place)), None)
        if here is None:
            return None
        found = self._scene(self.sentences[here], place)
        if found is not None:
            return found
        between = {code for at, code in as_subjects(self.sentences[here]) if at < place}
        for earlier in reversed(self.sentences[:here]):
            if not earlier.words or earlier.words[0].start >= place:
                continue
            if _PARAGRAPH.search(self.text, earlier.words[-1].end, place):
                return None
            found = self._scene(earlier, place)
            if found is not None:
                return found if between <= {found} else None
            between |= {code for _, code in as_subjects(earlier)}
        return None

    def _scene(self, mentions: Mentions, place: int) -> str | None:
        """The state in whose capital a sentence plays by its first words or its subject."""
        opening = _AT_OPENING.match(self.text, mentions.words[0].start)
        city = _CITY.match(self.text, opening.end()) if opening else None
        if city and (seat := seat_of(city[1], self.named)):
            return seat
        for match in mentions.parties():
            entry = match.entry
            if not isinstance(entry, Party) or entry.kind not in STATES:
                continue
            if match.span.end > place:
                return None
            if opening and match.span.start == opening.end():
                return entry.code
            if match.role in _SEATS and _is_seat_of_subject(mentions, match.span.start):
                return entry.code
        return None

    def told_in(self, place: int) -> str | None:
        """The state in whose capital it is said at ``place``: "told reporters in Lima"."""
        for mentions in self.sentences:
            if not _holds(mentions, place):
                continue
            for match in mentions.parties():
                entry = match.entry
                if (
                    isinstance(entry, Party)
                    and match.role in _SEATS
                    and match.span.start > place
                    and _TOLD_IN.search(self.text, place, match.span.start)
                ):
                    return entry.code
        return None

    def subject_of(self, place: int) -> str | None:
        """The side that is the first subject of the sentence at ``place``, if one is."""
        for mentions in self.sentences:
            if _holds(mentions, place):
                return next((code for at, code in as_subjects(mentions) if at < place), None)
        return None

    def leading(self) -> frozenset[str]:
        """The two states that sentences are about most often."""
        counts = Counter(code for mentions in self.sentences for _, code in as_subjects(mentions))
        return frozenset(code for code, _ in counts.most_common(_PAIR))

    def speaking(self, place: int) -> str | None:
        """The state whose ministry or other body the sentence before ``place`` is about."""
        before = [
            m
            for m in self.sentences
            if m.words and m.words[-1].end <= place and id(m.words[0]) not in self.quoted
        ]
        latest = max(before, key=lambda m: m.words[0].start, default=None)
        if latest is None or place - latest.words[-1].end > NEAR:
            return None
        own = [code for _, code, is_body in _subjects(latest) if is_body]
        return own[0] if own else None

    def before(self, place: int) -> str | None:
        """The side that "its" at ``place`` goes back to: the subject of the clause before it in the
        sentence, else that of the sentence before; None where neither is a side."""
        here = [mentions for mentions in self.sentences if _holds(mentions, place)]
        earlier = [
            mentions
            for mentions in self.sentences
            if mentions.words
            and place - NEAR < mentions.words[-1].end <= place
            and id(mentions.words[0]) not in self.quoted
        ]
        earlier.sort(key=lambda m: m.words[0].start)
        for mentions in [*here, *earlier[-1:]]:
            codes = [code for at, code in as_subjects(mentions) if at < place]
            if codes:
                return codes[-1] if mentions in here else codes[0]
            if any(_is_subject(run) and run.span.end < place for run in mentions.names):
                return None
        return None


def is_ready(verb: Word) -> bool:
    """Whether a clause says that its subject is ready for something, or will do it."""
    return any(
        (child.dep == "acomp" and child.lemma.lower() in _READY)
        or (child.dep == "aux" and child.text.lower() in _WILL)
        for child in verb.children
    )


def _holds(mentions: Mentions, place: int) -> bool:
    """Whether ``place`` lies in the sentence."""
    words = mentions.words
    return bool(words) and words[0].start <= place <= words[-1].end


def _is_seat_of_subject(mentions: Mentions, place: int) -> bool:
    """Whether the capital at ``place`` is where the subject sits: "the opposition in Lima"."""
    seat = next((word for word in mentions.words if word.start == place), None)
    if seat is None or seat.dep != "pobj" or seat.head.text.lower() != "in":
        return False
    return seat.head.head.dep == "nsubj" and seat.head.head.tag in {"NN", "NNS"}


def as_subjects(mentions: Mentions) -> list[tuple[int, str]]:
    """Sides whose name, body or institution is the subject of a clause, or owns it."""
    return [(at, code) for at, code, _ in _subjects(mentions)]


def _subjects(mentions: Mentions) -> list[tuple[int, str, bool]]:
    """Where a subject stands, its side, and whether it is a body of that side."""
    found: list[tuple[int, str, bool]] = []
    for word in mentions.words:
        if word.dep not in {"nsubj", "nsubjpass"} or word.quote is not None:
            continue
        heads = [word, *(c for c in word.children if c.dep in {"poss", "compound", "nmod"})]
        for match in mentions.matches:
            if not any(match.span.start <= w.start < match.span.end for w in heads):
                continue
            entry = match.entry
            if isinstance(entry, Party):
                found.append((word.start, entry.code, False))
            elif isinstance(entry, Institution):
                found.append((word.start, entry.country, True))
            elif isinstance(entry, Body):
                code = next(
                    (b.country for b in mentions.bodies if b.span.overlaps(match.span)), None
                )
                if code:
                    found.append((word.start, code, True))
    return found


def _is_subject(run: NameRun) -> bool:
    word = next((w for w in run.words if w.head not in run.words), run.words[-1])
    while word.dep in {"compound", "appos", "nmod"} and word.head is not word:
        word = word.head
    return word.dep in {"nsubj", "nsubjpass"}
