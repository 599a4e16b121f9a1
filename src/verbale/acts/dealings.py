"""Whether a report deals with what states do to each other, or only names some.

A page about a match, a rocket or a trial names states too, and what it tells in words of dealings
("agreed", "refused", "launched") is no act between them. What tells the one from the other is how
thick the words of dealings stand, and whether a second side is more than mentioned.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from verbale.acts.codes import Codes
from verbale.language import Word
from verbale.lexicon.triage import triage_words

#: Shorter texts are excerpts and agency flashes, which nothing can be counted in.
_SHORT = 180
#: Of a hundred words, how many are of dealings between states where a report is about them: by
#: themselves, where the second side is named again or beside the first, and where a good part of
#: the sentences name two. On general news pages it is seldom over 2, about matches half of one; in
#: reports about two states 6 in the middle. See docs/design-notes/acts.md.
_THICK, _DENSE, _THIN = 3.5, 2.2, 1.2
_AGAIN, _PART = 2, 0.2


def deals(
    sentences: Sequence[Sequence[Word]], pair: Codes, often: Mapping[str, int], together: int
) -> bool:
    """Whether a report of these ``sentences`` is about dealings between states.

    ``pair`` are its two leading sides, ``often`` says how often each side is named, ``together``
    how many sentences name two.
    """
    words = sum(map(len, sentences))
    if words < _SHORT:
        return True
    if len(pair) < 2:
        return False
    signs = triage_words().signs
    told = sum(word.text.lower() in signs for words in sentences for word in words)
    density = 100 * told / words
    beside = together or often[pair[1]] >= _AGAIN
    return (
        density >= _THICK
        or bool(density >= _DENSE and beside)
        or (density >= _THIN and together >= _PART * sum(map(bool, sentences)))
    )
