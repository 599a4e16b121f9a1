"""What a report is about: the nouns of its headline that its body takes up again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from verbale.actors import Cast
from verbale.lexicon.wordlists import word_list
from verbale.passages import Frame

_NO_MATTER = word_list("times") | word_list("no-matters")
_OFTEN = 3
_MOST = 6


def topics_of(frames: Sequence[Frame], cast: Cast) -> frozenset[str]:
    """The lemmas of nouns that name what the report deals with: in its headline and again in its
    body, or often in its body. Names, offices and bodies are none."""
    counts: Counter[str] = Counter()
    headed: set[str] = set()
    for frame in frames:
        for words in frame.sentences:
            if not words:
                continue
            mentions = cast.mentions(words)
            named = [m.span for m in mentions.matches]
            named += [b.span for b in mentions.bodies] + [t.span for t in mentions.titles]
            for word in words:
                if word.pos != "NOUN":
                    continue
                lemma = word.lemma.lower()
                if lemma in _NO_MATTER or any(
                    span.start < word.end and word.start < span.end for span in named
                ):
                    continue
                if frame.paragraph.zone == "headline":
                    headed.add(lemma)
                else:
                    counts[lemma] += 1
    often = {lemma for lemma, count in counts.most_common(_MOST) if count >= _OFTEN}
    return frozenset(often | {lemma for lemma in headed if counts[lemma]})
