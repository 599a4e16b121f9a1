"""Whether the words around a day without a year speak of what is to come, and how far ahead."""

from __future__ import annotations

import re

from verbale.model import Span

#: What is to come for certain: a verb of the future, a plan, a day that is still awaited.
_WILL = re.compile(
    r"\b(?:will|shall|won['’]t|is (?:due|set|to|scheduled|slated|planned|expected)"
    r"|are (?:due|set|to|scheduled|slated|planned|expected)|scheduled|due|plans|planning|expects?"
    r"|upcoming|coming|ahead of|next|deadline|slated|(?:ends?|begins?|starts?|opens?|expires?"
    r"|lapses?|resumes?|runs? out|takes? (?:place|effect)|enters? into force)(?=\s(?:on|at|in)\b)"
    r"|to (?:meet|hold|visit|travel|discuss|sign|begin|start|take|attend|host|arrive|resume"
    r"|address|speak))\b"
    r"|\b(?:until|before|by)(?:\s(?:noon|midnight|the end|the close)(?:\s(?:on|of))?)?(?=\W*$)",
    re.IGNORECASE,
)
#: What was to come when it was said, which may be over: "said he would", "had planned".
_WOULD = re.compile(r"\b(?:would|planned|plan|expected|set|invited|later)\b", re.IGNORECASE)
_PAST = re.compile(
    r"(?<!be )\b(?:said|told|announced|met|held|signed|stated|added|was|were|had|called|visited"
    r"|spoke|took|since|last|earlier|ago)\b",
    re.IGNORECASE,
)
#: Right behind a day: "the talks on 16 July will", "the 16 July meeting is to".
_WILL_BEHIND = re.compile(
    r"(?:\s[\w’'-]+){0,2}\s(?:will|shall|is (?:to|due|set|expected)|are (?:to|due|set|expected))\b"
)
#: A clause set between commas says nothing of the verb around it.
_INSERTED = re.compile(r",\s(?:who|which|whose|where|whom)\b[^,;:]{1,120},")
_SENTENCE_END = re.compile(r"[.!?]['\"”’]?\s+(?=[A-ZÀ-Þ\"“‘])")
_CLAUSE_END = re.compile(r"[,;:\"“”—]|\b(?:but|while|after|when)\b")
_CLOSED = re.compile(r"\s*(?:[.,;:!?)\"”’—]|$|(?:in|at|for|with|without|to|under|on)\b)")
_OWN_CLAUSE = re.compile(
    r"^\s*(?:and|or|as|that|because|though|if|then|so)\b|\w+ed\b|^\W*(?:on)?\W*$"
)
#: How far back from a day the verb that it belongs to is looked for.
_BACK = 200
#: How many days ahead what will be, or was once to be, may lie.
_FAR, _NEARER = 330, 180


class Around:
    """The words near a mention, looked at only where they are needed."""

    def __init__(self, text: str, span: Span, match: re.Match[str]) -> None:
        self.before = (text, max(span.start, match.start() - _BACK), match.start())
        stop = match[0].endswith(".")  # "Jan." takes its stop along
        self.behind = (match.end() - stop, span.end)

    def coming(self) -> bool:
        """Whether the words around the mention speak of what is to come."""
        return self.reach() > 0

    def reach(self) -> int:
        """How many days ahead the mention may lie by the words around it; 0 if it is past."""
        text, start, end = self.before
        sentence = _SENTENCE_END.split(text[start:end])[-1]
        for clause in reversed(_CLAUSE_END.split(_INSERTED.sub(" ", sentence))):
            turned = _last(_WILL, clause), _last(_WOULD, clause), _last(_PAST, clause)
            if max(turned) >= 0:
                return (_FAR, _NEARER, 0)[turned.index(max(turned))]
            if not self._goes_on(clause):
                break
        return _FAR if _WILL_BEHIND.match(text, *self.behind) else 0

    def _goes_on(self, clause: str) -> bool:
        """Whether ``clause`` is the end of a list ("the ministers of Varnia, Osk and Bel on ...")
        and no clause of its own, so that the verb stands further ahead."""
        closed = _CLOSED.match(self.before[0], *self.behind)
        return closed is not None and _OWN_CLAUSE.search(clause) is None


def _last(words: re.Pattern[str], clause: str) -> int:
    """Where the last of ``words`` ends in ``clause``, -1 without any."""
    return max((found.end() for found in words.finditer(clause)), default=-1)
