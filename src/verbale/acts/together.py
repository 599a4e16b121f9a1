"""Several sides who may be meant together: what makes them a group, and the words of a clause that
point at one side ("it", "his") or at several ("both", "all parties", "their")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from verbale.acts.clause import clause_words
from verbale.acts.codes import Codes
from verbale.acts.deed import Deed
from verbale.acts.past import Past
from verbale.lexicon.wordlists import word_list


class Group(NamedTuple):
    """Sides who may be meant together; ``kind`` is what joins them."""

    kind: str
    codes: Codes


def groups_of(
    given: Codes, pair: Codes, around: Mapping[str, Sequence[str]], past: Sequence[Past]
) -> Iterator[Group]:
    """All that may be a group: the grammar's own answer, the report's leading pair, who is named in
    the clause (``around`` says how each side stands to it) or in the sentence, and who did and had
    the act told last (the first of ``past``)."""
    clause = tuple(c for c, labels in around.items() if any(x.startswith("in ") for x in labels))
    line = tuple(c for c, labels in around.items() if any(" " in x for x in labels))
    yield from (Group("given", given), Group("pair", pair), Group("clause", clause))
    yield Group("line", line)
    for last in past[:1]:
        yield from (Group("did last", last.actor), Group("had last", last.recipient))
        yield Group("both of last", (*last.actor, *last.recipient))


def hints_of(deed: Deed) -> tuple[str, ...]:
    """The kinds of pointing words that stand in the clause of ``deed``."""
    texts = {word.text.lower() for word in clause_words(deed.head)}
    lists = {
        "both": word_list("point-both"),
        "all": word_list("point-all"),
        "they": word_list("point-they"),
        "it": word_list("point-one"),
    }
    return tuple(name for name, words in lists.items() if not texts.isdisjoint(words))


def traits_of_one(hints: Sequence[str]) -> Iterator[str]:
    """What speaks for or against one side by itself."""
    yield from (f"one, {hint}" for hint in hints)


def traits_of(group: Group, hints: Sequence[str], act_type: str) -> Iterator[str]:
    """What speaks for or against ``group`` in an act of ``act_type``."""
    yield f"group {group.kind}"
    yield f"group {group.kind}: {act_type}"
    yield f"group of {len(group.codes)}"
    for hint in hints:
        yield f"several, {hint}"
        yield f"group {group.kind}, {hint}"
