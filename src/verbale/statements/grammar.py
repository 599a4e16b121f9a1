"""Small questions asked of a parse: the subject, the end of a phrase, the places of a cue."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from verbale.language import Word, asked_once
from verbale.lexicon.wordlists import word_list
from verbale.model import Span, Spans

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_RELATIVES = frozenset({"who", "which", "that", "whom"})
_CLAUSES_AFTER_NOUN = frozenset(
    {"relcl", "acl", "advcl", "parataxis", "ccomp", "punct", "cc", "dep"}
)
_DAYS = word_list("times")
_PAPERS = word_list("issued-papers")
_CAUSATIVES = word_list("causatives")
_PLATFORMS = word_list("platforms")
_PLACES = word_list("realms") | {"state", "world"}
_PEOPLE = word_list("agentive") | word_list("further-roles")
_FINITE = frozenset({"VBZ", "VBP", "VBD"})


@asked_once
def subject(verb: Word) -> Word | None:
    """Who does what ``verb`` says: its own subject, or the one it shares or inherits.

    "Muto said ... and added" (shared), "..., adding that" (of the main clause), "a note saying
    that" (the noun it belongs to; so "a note in French saying"), "a report which said" (what
    "which" stands for).
    """
    own = next((child for child in verb.children if child.dep in _SUBJECTS), None)
    if own is not None:
        return _meant(own, verb)
    if verb.head is verb:
        return None
    if verb.dep in {"acl", "relcl"} and verb.tag in {"VBG", "VBD"}:
        posted = _posted(verb)
        if posted is not None:
            return subject(posted)
        further_on = verb.tag == "VBD" and _behind_comma(verb)
        return (_doer_before(verb) if further_on else None) or _paper_before(verb) or verb.head
    if verb.dep in {"conj", "xcomp", "advcl", "dep", "parataxis", "ccomp"} and verb.head.pos in {
        "VERB",
        "AUX",
    }:
        return _inherited(verb)
    if (
        verb.dep == "pcomp"
        and verb.head.head.pos in {"VERB", "AUX"}
        and verb.head.text.lower() != "as"
    ):
        return subject(verb.head.head)
    if verb.dep == "advcl" and verb.tag == "VBG" and verb.head.pos in {"NOUN", "PROPN"}:
        return subject(verb.head.head) if verb.head.head.pos == "VERB" else verb.head
    return None


def _meant(own: Word, verb: Word) -> Word | None:
    """The subject ``own`` of ``verb``, or what a relative pronoun stands for."""
    if own.dep == "expl":
        return None
    within = verb.dep == "pcomp" and verb.head.text.lower() == "in"
    if within and verb.tag == "VBG" and not _is_finite(verb):
        return subject(verb.head.head)  # "issued a note in French recalling that"
    relative = own.text.lower() in _RELATIVES
    if relative and verb.dep == "relcl":
        meant = _whom(verb.head) if own.text.lower() == "who" else _beside(own, verb.head)
        return meant if verb.head is not verb else None
    if relative and own.tag == "WDT" and verb.head.pos in {"NOUN", "PROPN"}:
        return verb.head
    return own


def _paper_before(verb: Word) -> Word | None:
    """The letter of "a letter to the council saying": not the council says it."""
    noun = verb.head
    while noun.dep == "pobj" and noun.head.dep == "prep" and noun.head.head.tag == "NN":
        noun = noun.head.head
        if noun.lemma.lower() in _PAPERS:
            return noun
    return None


def _inherited(verb: Word) -> Word | None:
    """The subject of the verb that ``verb`` is joined to or completes."""
    if verb.dep == "ccomp" and (verb.tag not in {"VBG", "VB"} or _is_finite(verb)):
        return None
    if verb.dep == "ccomp" and verb.tag == "VB" and verb.of("aux") is None:
        return None  # an imperative: "I said, tell them to wait"
    above = verb.head
    if verb.dep == "advcl" and _made_to(above) is not None:
        above = above.head  # "forced her to hide while threatening": the one who forced her
    if verb.dep == "advcl" and verb.tag == "VBG" and _is_done_to_thing(above):
        return agent(above)  # "the picture was dismissed by Reed, hinting that it was false"
    return _made_to(verb) or _going(verb) or subject(joined_by_form(verb) or above)


def _going(verb: Word) -> Word | None:
    """The video, in "opened the drive, and the video going round shows it works": parsers join its
    participle to the first verb and then go on from that one."""
    if verb.dep != "conj" or verb.tag not in _FINITE:
        return None
    beside = [c for c in verb.head.all("conj") if c.tag == "VBG" and c.i < verb.i]
    doers = [c.of("nsubj") for c in beside if c.of("aux") is None]
    return doers[-1] if doers else None


def _is_finite(verb: Word) -> bool:
    """Whether a participle is the verb of its clause: "are threatening"."""
    return verb.tag == "VBG" and any(c.dep == "aux" and c.tag in _FINITE for c in verb.children)


def _is_done_to_thing(verb: Word) -> bool:
    """Whether ``verb`` is passive, names its doer, and its subject is no person."""
    done = verb.of("nsubjpass")
    if done is None or done.pos != "NOUN" or agent(verb) is None:
        return False
    return done.lemma.lower() not in _PEOPLE


def joined_by_form(verb: Word) -> Word | None:
    """The verb that ``verb`` must be joined to where its form forbids the one that the parser has
    taken: "many agree that Peru has gained and | support its plan" (no "has support")."""
    if verb.dep != "conj" or verb.tag not in {"VB", "VBP"} or any(map(_is_own, verb.children)):
        return None
    beside = verb.head
    helper = next((c for c in beside.children if c.dep in {"aux", "auxpass"}), None)
    finite = helper.tag if helper is not None and beside.tag not in _FINITE else beside.tag
    if finite not in {"VBZ", "VBD"} or (helper is not None and helper.lemma == "do"):
        return None
    above = next((a for a in beside.ancestors() if a.tag in {"VBP", "VBZ", "VBD", "MD"}), None)
    return above if above is not None and above.tag == "VBP" and above.pos == "VERB" else None


def _is_own(child: Word) -> bool:
    """Whether ``child`` makes its verb a clause that stands by itself."""
    return child.dep in {*_SUBJECTS, "aux", "auxpass", "mark"}


def _beside(relative: Word, noun: Word) -> Word:
    """The paper in front of "that", where the parser has taken a noun further off: "claims made in
    a post that said"."""
    near = next((w for w in noun.subtree() if w.i == relative.i - 1), None)
    written = near is not None and near.dep == "pobj" and near.lemma.lower() in _PAPERS
    return near if near is not None and written else noun


def _whom(noun: Word) -> Word:
    """Whom "who" stands for: the people, not the place, in "people in the state who report it"."""
    while noun.lemma.lower() in _PLACES and noun.dep == "pobj" and noun.head.head.pos == "NOUN":
        noun = noun.head.head
    above = noun.head.head
    if noun.pos == "PROPN" and noun.dep == "pobj" and noun.head.text == "of":
        return above if above.pos == "PROPN" else noun  # "Reed of the Front, who backed it"
    return noun


def _made_to(verb: Word) -> Word | None:
    """ "Prompted some users to argue that": the object of the verb above is the doer."""
    above = verb.head
    if verb.dep != "xcomp" or above.lemma.lower() not in _CAUSATIVES or not is_infinitive(verb):
        return None
    return next((c for c in above.all("dobj") if above.i < c.i < verb.i), None)


def _posted(verb: Word) -> Word | None:
    """ "She wrote on Twitter, accusing them of": the verb above, since no service accuses."""
    where = verb.head
    place = where.lemma.lower() in _PLATFORMS and where.dep == "pobj" and verb.tag == "VBG"
    above = where.head.head if place else verb
    while place and above.pos not in {"VERB", "AUX"} and above.head is not above:
        above = above.head
    return above if place and above.pos == "VERB" and above is not verb else None


def _behind_comma(verb: Word) -> bool:
    """Whether a comma parts ``verb`` from the noun that the parser has hung it on."""
    beside = (*verb.head.children, *verb.children)
    return any(w.text == "," and verb.head.i < w.i < verb.i for w in beside)


def _doer_before(verb: Word) -> Word | None:
    """The subject of the clause around: "he asked about the Front, called it vile and left"."""
    clause = next((a for a in verb.ancestors() if a.tag == "VBD"), None)
    return subject(clause) if clause is not None else None


def agent(verb: Word) -> Word | None:
    """The doer of a passive verb: "was quoted by TASS"; no day ("will be sent by June")."""
    for by in verb.children:
        if by.dep == "agent" or by.text.lower() == "by":
            doer = by.of("pobj")
            if doer is not None and doer.text.lower() not in _DAYS:
                return doer
    return None


@asked_once
def is_passive(verb: Word) -> bool:
    """Whether ``verb`` is passive, reduced relatives ("remarks quoted by TASS") included."""
    if any(child.dep in {"auxpass", "nsubjpass"} for child in verb.children):
        return True
    return (
        verb.tag == "VBN"
        and not any(child.dep in {"aux", "nsubj", "dobj"} for child in verb.children)
        and verb.dep not in {"conj", "ROOT", "ccomp"}
    )


def noun_phrase(head: Word, *, stop: Callable[[Word], bool] | None = None) -> list[Word]:
    """The words of the phrase around a noun: determiners, titles, apposition, "of ..." and names;
    not relative clauses, and not the "on Friday" that parsers hang on it."""
    kept = [word for word in _around(head) if stop is None or not stop(word)]
    return _trim(_unbroken(kept, head))


@asked_once
def _around(head: Word) -> tuple[Word, ...]:
    kept = [head]
    for child in head.children:
        kept.extend(_branch(child, head))
    kept.extend(_twin(head))
    kept = [word for word in kept if word.quote is None]
    kept.sort(key=lambda word: word.i)
    return tuple(kept)


def _twin(head: Word) -> list[Word]:
    """A name that the parser made a second subject: "Russian news agency" + "TASS"."""
    if head.dep not in {"nsubj", "nsubjpass", "dobj"} or head.head is head:
        return []
    return [
        word
        for other in head.head.children
        if other is not head and other.dep == head.dep and abs(other.i - head.i) <= 6
        for word in other.subtree()
        if other.pos == "PROPN" and not any(c.dep in _CLAUSES_AFTER_NOUN for c in other.children)
    ]


def _branch(child: Word, head: Word) -> list[Word]:
    if child.dep in _CLAUSES_AFTER_NOUN and child.dep not in {"punct", "cc"}:
        return []
    if child.dep == "prep" and _is_temporal(child):
        return []
    if child.dep == "npadvmod" and child.i > head.i:
        return []
    if child.dep == "conj" and child.pos not in {"NOUN", "PROPN", "PRON", "ADJ", "NUM"}:
        return []
    found = [child]
    for below in child.children:
        found.extend(_branch(below, child))
    return found


def _is_temporal(prep: Word) -> bool:
    thing = prep.of("pobj")
    return bool(
        thing
        and prep.text.lower()
        in {"on", "in", "at", "late", "early", "last", "during", "after", "before"}
        and (
            thing.lemma.lower() in _DAYS
            or thing.text.lower() in _DAYS
            or thing.text.isdigit()
            or thing.pos == "NUM"
        )
    ) or prep.text.lower() in {"during", "after", "before", "while"}


def _unbroken(words: list[Word], head: Word) -> list[Word]:
    """The run of neighbouring words around ``head``."""
    at = words.index(head)
    first = last = at
    while first > 0 and words[first].i - words[first - 1].i == 1:
        first -= 1
    while last + 1 < len(words) and words[last + 1].i - words[last].i == 1:
        last += 1
    return words[first : last + 1]


def _trim(words: list[Word]) -> list[Word]:
    """Drop punctuation and conjunctions at the rims; keep a bracket that has its partner."""
    while len(words) > 1 and (
        words[-1].pos in {"PUNCT", "CCONJ"} and words[-1].text not in {")", "]"}
    ):
        words = words[:-1]
    while len(words) > 1 and words[0].pos in {"PUNCT", "CCONJ"}:
        words = words[1:]
    return words


def conjoined(word: Word) -> list[Word]:
    """The head of a list and its members: Paris, Berlin and Rome."""
    found = [word]
    for child in word.children:
        if child.dep == "conj":
            found.extend(conjoined(child))
    return found


def span_of(words: Iterable[Word]) -> Span:
    """From the first word's start to the last word's end. Raises ``ValueError`` on no words."""
    listed = list(words)
    return Span(min([word.start for word in listed]), max([word.end for word in listed]))


def merge_touching(spans: Iterable[Span], gap: int = 1) -> Spans:
    """``spans`` in order, those at most ``gap`` characters apart made one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start - merged[-1].end <= gap:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def opens_with_that(clause: Word) -> bool:
    """Whether ``clause`` begins with "that" or "whether"."""
    mark = clause.of("mark")
    return mark is not None and mark.text.lower() in {"that", "whether"}


def clause_behind_aside(verb: Word) -> Word | None:
    """ "Said, citing its envoy, that it was shut": a clause behind the comma that closes an aside
    is the cue's own, though the parser hangs it on the participle in the aside."""
    for aside in verb.all("advcl"):
        if aside.tag != "VBG" or aside.i < verb.i:
            continue
        commas = [c.i for c in aside.children if c.text == ","]
        for clause in aside.all("ccomp", "advcl"):
            that = clause.of("mark")
            if opens_with_that(clause) and that is not None and that.i - 1 in commas:
                return clause
    return None


def is_left_open(verb: Word) -> bool:
    """Whether the clause of ``verb`` only asks: "asked whether Tokyo was prepared", "how sure"."""
    clauses = [verb, verb.head] if verb.pos == "ADJ" else [verb]
    return any(
        (child.dep == "mark" and child.text.lower() == "whether")
        or (child.tag == "WRB" and child.dep == "advmod" and clause.dep == "ccomp")
        for clause in clauses
        for child in clause.children
    )


def is_infinitive(word: Word) -> bool:
    """Whether ``word`` has its "to"."""
    return any(c.dep == "aux" and c.text.lower() == "to" for c in word.children)
