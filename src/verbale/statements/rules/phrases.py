"""Phrases that attribute without a verb: "according to X", "in the words of X"."""

from __future__ import annotations

import re

from verbale.actors import is_document, is_sayer
from verbale.language import Word
from verbale.lexicon.wordlists import word_list
from verbale.model import Span, Spans
from verbale.statements.content import of_words, quote_content
from verbale.statements.grammar import agent, noun_phrase, span_of
from verbale.statements.rules.whole import FINITE
from verbale.statements.scene import Draft, Scene

_NOT_SAYERS = word_list("accorded")
#: The prepositions that make each of these the telling of somebody.
_OPENERS = {
    "words": {"in"},
    "view": {"in"},
    "opinion": {"in"},
    "telling": {"in", "by"},
    "account": {"by", "in"},
}
_BACK = frozenset({"that's", "that is", "this is", "it's", "all this is", "that was"})
_CARRYING = word_list("carrying-verbs")
_BREAKS = frozenset({",", ".", ";", ":", "—", "–", "-", "--", "(", ")", '"', "“", "”", "!", "?"})
#: What opens a clause about the deed rather than about the source.
_OPENING = frozenset({"and", "but", "while", "because", "after", "before", "when", "as", "if"})
_APART = frozenset({"VBN", "VBG"})
_NAMING = frozenset({"NOUN", "PROPN", "DET", "ADJ"})
_NAMED = _NAMING | {"ADP", "PART"}
_WRITERS = frozenset({"I", "we"})
#: "a “full makeover” of the house": with what it is of.
_MARKED = re.compile(r"(?:(?:an?|the|his|her|its|their) )?(?:“[^”]+”|\"[^\"]+\")(?: of [^,;:.]+)?")
_LONGEST_CLAUSE = 10  # words
_AS_SAYING = word_list("said-with-as")
_DOERS = frozenset({"nsubj", "nsubjpass"})
_NOMINAL = frozenset({"PROPN", "PRON", "NOUN", "DET"})
_POINTERS = frozenset({"this", "that", "it", "these", "those", "they", "he", "she"})
_IMAGINED = frozenset({"would", "might", "could", "may"})
_DASHES = frozenset({"—", "–", "--"})


def according_to(scene: Scene) -> list[Draft]:
    """According to the ministry, the border is shut; it is shut, according to two officials."""
    drafts: list[Draft] = []
    for word in scene.words:
        following = scene.after(word)
        if word.text.lower() != "according" or following is None or following.text.lower() != "to":
            continue
        thing = following.of("pobj") or word.of("pobj")
        if thing is None or thing.lemma.lower() in _NOT_SAYERS:
            continue
        phrase = _with_what_tells_apart(scene, word, noun_phrase(thing))
        phrase = _with_second_name(scene, word, _past_preposition(scene, phrase))
        further = _to_its_comma(scene, word, phrase)
        content, quotes = _rest(scene, word, (further or phrase)[-1])
        if not content or _points_back(scene.text, content):
            continue
        drafts.append(
            Draft(
                scene=scene,
                rule="according-to",
                head=word,
                actor=thing,
                source=(span_of(phrase),),
                cue=(span_of([word, following]),),
                content=content,
                quotes=quotes,
            )
        )
    return drafts


def _with_what_tells_apart(scene: Scene, first: Word, phrase: list[Word]) -> list[Word]:
    """``phrase`` with the clause right behind it that says which ones: "several people | I spoke
    to", "accounts | corroborated by video". It ends at a comma with the whole phrase."""
    said_first = _is_told_before(scene, first)
    opens = scene.after(phrase[-1])
    if opens is None or not (opens.tag in _APART or _opens_clause(opens, phrase)):
        return phrase
    rest = [w for w in scene.words if w.i >= opens.i]
    ends = next((n for n, w in enumerate(rest) if w.text in {",", ".", ";", "—"}), len(rest))
    if ends > _LONGEST_CLAUSE or any(w.quote is not None for w in rest[:ends]):
        return phrase
    out = scene.after(opens)  # "a survey carried out by Lund University" is no carrying
    carries = opens.lemma.lower() in _CARRYING and (out is None or out.text.lower() != "out")
    carried = said_first and carries  # "a note seen by the Post"
    if carried or (opens.tag == "VBG" and not said_first):
        return phrase
    said = said_first or any(w.tag in FINITE | {"VBN"} for w in rest[ends + 1 :])
    return [*phrase, *rest[:ends]] if said else phrase


def _opens_clause(word: Word, phrase: list[Word]) -> bool:
    """Whether a clause without "that" begins with ``word``: "a document | Reed wrote"."""
    if word.text in _WRITERS:
        return True
    clause = next((a for a in word.ancestors() if a.pos in {"VERB", "AUX"}), None)
    doer = clause.of("nsubj") if clause is not None and clause.tag in FINITE else None
    led = doer is not None and (doer is word or word in doer.subtree()) and word.pos in _NOMINAL
    return led and is_document(phrase[-1])


def _past_preposition(scene: Scene, phrase: list[Word]) -> list[Word]:
    """ "A new report by | E! News": the name that parsers cut off behind a preposition."""
    if phrase[-1].pos != "ADP":
        return phrase
    rest = [w for w in scene.words if w.i > phrase[-1].i]
    stop = next((n for n, w in enumerate(rest) if w.pos not in _NAMED and w.text != "!"), len(rest))
    return [*phrase, *rest[:stop]]


def _to_its_comma(scene: Scene, first: Word, phrase: list[Word]) -> list[Word]:
    """The few words from ``phrase`` up to the next comma, where all was said before it: "figures |
    her office released on Friday", "a survey of 400 voters | released by the union". They tell
    where the source is found; nobody said them.
    """
    rest = [w for w in scene.words if w.i > phrase[-1].i]
    ends = next((n for n, w in enumerate(rest) if w.text in _BREAKS), len(rest))
    opener = rest[0].text.lower() if ends else ""
    apart = any(w.quote is not None for w in rest[:ends]) or opener in _OPENING
    if apart or ends > _LONGEST_CLAUSE or not _is_told_before(scene, first):
        return []
    return rest[:ends]


def _with_second_name(scene: Scene, first: Word, phrase: list[Word]) -> list[Word]:
    """ "According to the Post, the harbour daily." where all that was said stands in front: what
    follows a comma without a verb is who the source is."""
    rest = [w for w in scene.words if w.i > phrase[-1].i]
    while rest and rest[-1].pos == "PUNCT":
        rest = rest[:-1]
    if len(rest) < 2 or rest[0].text != "," or rest[1].pos not in _NAMING:
        return phrase
    plain = all((w.pos in _NAMED or w.text == "-") and w.quote is None for w in rest[1:])
    return [*phrase, *rest] if plain and _is_told_before(scene, first) else phrase


def _is_told_before(scene: Scene, first: Word) -> bool:
    """Whether a clause or a quotation stands in front of ``first``."""
    return any(w.quote is not None or w.tag in FINITE for w in scene.words if w.i < first.i)


def _points_back(text: str, content: Spans) -> bool:
    """ "That's according to the ministry": what was said stands in the sentence before."""
    return " ".join(span.of(text) for span in content).lower().replace("’", "'") in _BACK


def in_the_words_of(scene: Scene) -> list[Draft]:
    """In the words of the envoy, the deal is dead; in Tehran's view, ..."""
    drafts: list[Draft] = []
    for word in scene.words:
        if word.text.lower() not in _OPENERS:
            continue
        opener = word.head
        if word.dep != "pobj" or opener.text.lower() not in _OPENERS[word.text.lower()]:
            continue
        owner = word.of("poss")
        of_ = word.of("prep")
        thing = owner or (of_.of("pobj") if of_ is not None and of_.text.lower() == "of" else None)
        if thing is None or thing.text.lower() in {"other", "its", "your", "my", "our"}:
            continue  # "in your account" is money
        last = word if owner is not None else noun_phrase(thing)[-1]
        content, quotes = _rest(scene, opener, last, _clause_about(opener))
        colon = next((w for w in scene.words if w.i > last.i and w.text == ":"), None)
        if colon is not None and quotes and len(content) > 1:
            content = tuple(part for part in content if part.start > colon.start) or content
        if not content:
            continue
        cue = [opener, of_] if owner is None and of_ is not None else [word]
        phrase = [w for w in noun_phrase(thing) if w.dep != "case"]
        drafts.append(
            Draft(
                scene=scene,
                rule="in-the-words-of",
                head=word,
                actor=thing,
                source=(span_of(phrase),),
                cue=(span_of(cue),),
                content=content,
                quotes=quotes,
            )
        )
    return drafts


_CONNECTIVES = frozenset(
    {"for example", "for instance", "in fact", "in addition", "of course", "in sum", "in short"}
    | {"in other words", "as a result", "after all", "by contrast", "in turn", "on average"}
)
_MEASURED = 5  # words from one "as" to the other


def as_said(scene: Scene) -> list[Draft]:
    """As the minister put it, the door is open; as claimed by the court, ..."""
    drafts: list[Draft] = []
    for word in scene.words:
        verb = word.head
        if word.text.lower() != "as" or word.i > verb.i or word.dep not in {"mark", "advmod"}:
            continue
        source = None if _compares(scene, word) else _says_as(verb)
        if source is None or not is_sayer(source, scene.cast.mentions(scene.words)):
            continue
        comma = next((w.i for w in scene.words if w.i > verb.i and w.text == ","), None)
        clause = [w for w in verb.subtree() if w.i >= word.i and (comma is None or w.i < comma)]
        content, quotes = _rest(scene, word, clause[-1])
        if not content:
            continue
        content = _only_quoted(scene, content)
        by = verb.of("agent")
        it = verb.of("dobj") if verb.lemma.lower() == "put" else None
        out = verb.of("prt")
        said = span_of([word, by] if by is not None else [verb, it or out or verb])
        opens = word is scene.words[0] and by is None
        opener = (Span(word.start, word.end),) if opens else ()
        drafts.append(
            Draft(
                scene=scene,
                rule="as-said",
                head=verb,
                actor=source,
                source=(span_of(noun_phrase(source)),),
                cue=(*opener, said),
                content=content,
                quotes=quotes,
            )
        )
    return drafts


def _only_quoted(scene: Scene, content: Spans) -> Spans:
    """ "He owed it to, as one envoy put it, a “full makeover” by his aides": where quotation marks
    follow at once, it is they that tell what was said."""
    quoted = _MARKED.match(scene.text, content[-1].start, content[-1].end)
    return (Span(*quoted.span()),) if len(content) > 1 and quoted is not None else content


def _compares(scene: Scene, opener: Word) -> bool:
    """Whether "as" goes back to another: "ten times as many cases as they had reported"."""
    first = max(opener.i - _MEASURED, scene.words[0].i)
    before = scene.between(first, opener.i)
    last = max((n for n, w in enumerate(before) if w.text in {",", "—", "–"}), default=-1)
    return any(w.text.lower() in {"as", "so", "same", "such"} for w in before[last + 1 :])


def _says_as(verb: Word) -> Word | None:
    """Who says it in "as X put it", "as X said", "as claimed by X"; None for other clauses, and for
    "as X would say", which nobody has said."""
    if any(c.dep == "aux" and c.text.lower() in _IMAGINED for c in verb.children):
        return None
    if verb.lemma.lower() == "put":
        thing = verb.of("dobj")
        return verb.of("nsubj") if thing is not None and thing.text.lower() == "it" else None
    if verb.lemma.lower() == "point" and verb.of("prt") is None:
        return None
    if verb.lemma.lower() not in _AS_SAYING or verb.of("ccomp", "xcomp", "dobj") is not None:
        return None
    return agent(verb) if verb.of("agent") is not None else verb.of("nsubj")


def _clause_about(opener: Word) -> list[Word] | None:
    """ "The plan that, in their view, costs too much": the clause, and what it is about."""
    for clause in opener.ancestors():
        about = clause.head if clause.dep == "relcl" else _before_that(clause)
        if about is not None:
            return [*noun_phrase(about), *clause.subtree()]
    return None


def _before_that(clause: Word) -> Word | None:
    """The noun in front of the "that" which is the subject of ``clause``."""
    that = clause.of("nsubj")
    if clause.dep != "ccomp" or that is None or that.text.lower() != "that":
        return None
    return next((w for w in clause.head.subtree() if w.i == that.i - 1 and w.pos == "NOUN"), None)


def _rest(
    scene: Scene, first: Word, last: Word, inside: list[Word] | None = None
) -> tuple[Spans, frozenset[int]]:
    """The sentence (or only what is ``inside``) without the phrase ``[first, last]``: what was
    said, and its quotations."""
    words = [w for w in scene.words if inside is None or w in inside]
    left = [w for w in words if w.i < first.i]
    right = [w for w in words if w.i > last.i]
    right = _without_source(left, right)
    left, right = _between_dashes(left, right)
    left = _own_clause(left)
    if " ".join(w.text.lower() for w in left if w.pos != "PUNCT") in _CONNECTIVES:
        left = []
    while left and left[0].text.lower() in {"but", "and", "however", "meanwhile", ",", "yet"}:
        left = left[1:]
    completes = bool(right) and right[0].tag in FINITE and not any(w.tag in FINITE for w in left)
    if sum(w.pos not in {"PUNCT", "ADV", "CCONJ"} for w in left) < 2 and not any(
        w.quote is not None for w in left
    ):
        left = [w for w in left if w.pos in {"NOUN", "PROPN", "VERB"} or _is_doer(w, completes)]
    quoted_alone = any(w.quote is not None for w in right)
    few = sum(w.pos not in {"PUNCT"} for w in right) < 3 and not completes
    if (few and not quoted_alone) or (len(left) > 3 and _new_clause(right)):
        right = []
    spans: list[Span] = []
    quotes: set[int] = set()
    for side in (left, right):
        if not side:
            continue
        quoted = [w for w in side if w.quote is not None]
        if quoted and sum(w.quote is None and w.pos != "PUNCT" for w in side) == 0:
            for word in quoted:
                assert word.quote is not None
                spans.extend(quote_content(scene.text, scene.quotations[word.quote]))
                quotes.add(word.quote)
        elif not quoted and (len(side) > 1 or _is_doer(side[0], completes)):
            spans.append(of_words(scene.text, side))
    return tuple(span for span in spans if span), frozenset(quotes)


def _without_source(left: list[Word], right: list[Word]) -> list[Word]:
    """``right``, what stands behind the phrase, without what only tells of the source."""
    if right and right[0].tag in {"VBG", "VBN"}:  # according to two people briefed on the talks
        right = _behind_comma(right) or ([] if left else right)
    if right and right[0].text in {",", ")"}:
        right = right[1:]
    named = bool(right) and right[0].pos in _NAMING and any(w.tag in FINITE for w in left)
    plain = not any(w.quote is not None or w.tag in FINITE for w in right)
    return [] if named and plain else right  # "..., a think tank in Leeds"


def _is_doer(word: Word, completes: bool) -> bool:
    """Whether ``word`` is the whole subject of what stands behind the phrase: "This, according to
    traders, is a blessing"."""
    return completes and word.text.lower() in _POINTERS and word.dep in _DOERS


def _behind_comma(words: list[Word]) -> list[Word]:
    """``words`` from their first comma on; none where there is none."""
    comma = next((n for n, w in enumerate(words) if w.text == ","), len(words))
    return words[comma:]


def _between_dashes(left: list[Word], right: list[Word]) -> tuple[list[Word], list[Word]]:
    """ "Given all that -- and the port has lost ships, according to the mayor -- a plan is due":
    only what the same two dashes set apart."""
    opens = [n for n, w in enumerate(left) if w.text in _DASHES]
    if len(opens) != 1 or not right or right[0].text not in _DASHES:
        return left, right
    aside = left[opens[0] + 1 :]
    fact = [n for n, w in enumerate(aside) if w.text.lower() == "that"]
    if fact and fact[0] and aside[fact[0] - 1].lemma.lower() == "fact":
        aside = aside[fact[0] + 1 :]
    return (aside, []) if any(w.tag in FINITE for w in aside) else (left, right)


def _own_clause(left: list[Word]) -> list[Word]:
    for at in range(len(left) - 1, -1, -1):
        if left[at].text == ";":
            return left[at + 1 :]
    return left


def _new_clause(right: list[Word]) -> bool:
    return right[0].text.lower() in {
        "and",
        "but",
        "while",
        "who",
        "which",
        "as",
        "whose",
        "when",
    } or right[0].text in {";", "—"}
