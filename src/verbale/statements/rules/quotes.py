"""Direct quotations and the words that frame them."""

from __future__ import annotations

from verbale.language import Word
from verbale.model import Span, Spans
from verbale.statements.content import clause_words, of_words, quote_content
from verbale.statements.cueplaces import cue_spans
from verbale.statements.grammar import (
    agent,
    is_passive,
    merge_touching,
    noun_phrase,
    span_of,
    subject,
)
from verbale.statements.rules.extent import Source, as_source
from verbale.statements.rules.sources import source_of
from verbale.statements.rules.whole import FINITE
from verbale.statements.scene import CueWord, Draft, Scene

_SAYING = frozenset(
    {
        "say",
        "tell",
        "state",
        "write",
        "add",
        "declare",
        "note",
        "describe",
        "call",
        "warn",
        "insist",
    }
)
_NAME = 2  # words
_HEARER = 4  # words
_OPEN = frozenset({'"', "“", "‘", "«", "„", "'"})
_BREAKS = frozenset({":", "—", "–", "--"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "DET", "NUM", "ADJ"})
_TO_SOMEBODY = frozenset({"tell", "ask", "remind", "inform", "assure", "warn", "urge", "call"})


def framed_quote(scene: Scene, found: CueWord) -> Draft | None:
    """ "...," Peskov said / Muto replied: "..." / "...," he added, "..."."""
    if "quote" not in found.cue.frames:
        return None
    quotes = scene_quotes(scene).get(found.word.i)
    if not quotes:
        return None
    source = source_of(scene, found) or _loose_source(scene, found.word)
    if source is None:
        return None
    content = list(_quoted(scene, quotes))
    content.extend(_leading_up(scene, found.word, quotes))
    content.extend(_beside(scene, found.word, quotes))
    content.extend(_going_on(scene, found.word, quotes))
    content = [span for span in content if not any(span.overlaps(s) for s in source.spans)]
    return Draft(
        scene=scene,
        rule="framed-quote",
        head=found.word,
        actor=source.word,
        source=source.spans,
        cue=cue_spans(found.word, scene.words, found.particle),
        content=tuple(sorted(content)),
        quotes=frozenset(q.quote for q in quotes if q.quote is not None),
        polarity=found.polarity,
    )


def quoted_as(scene: Scene, found: CueWord) -> Draft | None:
    """ "TASS quoted Peskov as saying ...", "Peskov was quoted by TASS as saying that ..."."""
    if "quoted-as" not in found.cue.frames:
        return None
    verb = found.word
    saying = _as_saying(verb)
    passive = is_passive(verb)
    quoted = subject(verb) if passive else verb.of("dobj", "nsubj", "pobj")
    if not passive and quoted is not None and quoted.dep == "nsubj":
        quoted = next((c for c in verb.children if c.dep == "dobj"), None)
    if saying is None or quoted is None:
        return None
    carrier = (agent(verb) or agent(saying)) if passive else subject(verb)
    quotes = scene_quotes(scene).get(verb.i) or scene_quotes(scene).get(saying.i) or []
    content = list(_quoted(scene, quotes))
    clauses = (clause for clause in saying.all("ccomp", "dobj") if clause.quote is None)
    told = (clause_words(clause) for clause in clauses)
    content.extend(of_words(scene.text, words) for words in told if words)
    if not content:
        return None
    source = as_source(quoted)
    return Draft(
        scene=scene,
        rule="quoted-as",
        head=verb,
        actor=quoted,
        source=source.spans,
        cue=_quoted_cue(scene, verb, saying),
        content=tuple(sorted(content)),
        quotes=frozenset(q.quote for q in quotes if q.quote is not None),
        carriers=tuple(word for word in (carrier,) if word is not None),
    )


def _as_saying(verb: Word) -> Word | None:
    for prep in verb.children:
        if prep.text.lower() == "as":
            saying = prep.of("pcomp", "advcl", "ccomp")
            if saying is not None and saying.lemma.lower() in _SAYING | {"say"}:
                return saying
    return next(
        (
            c
            for c in verb.children
            if c.tag == "VBG" and c.lemma in _SAYING and c.dep in {"advcl", "xcomp", "pcomp"}
        ),
        None,
    )


def _quoted_cue(scene: Scene, verb: Word, saying: Word) -> Spans:
    spans = [*cue_spans(verb, scene.words), *cue_spans(saying, scene.words)]
    spans.extend(
        Span(word.start, word.end)
        for word in scene.between(verb.i, saying.i + 2)
        if word.text.lower() == "as" or (word.text.lower() == "by" and word.dep == "agent")
    )
    merged = merge_touching(spans)
    between = scene.between(verb.i + 1, saying.i - 1)
    if len(between) <= _NAME and not any(w.dep == "agent" for w in between):
        return (Span(merged[0].start, merged[-1].end),)  # "quoted Peskov as saying" is one cue
    return merged


def scene_quotes(scene: Scene) -> dict[int, list[Word]]:
    """Which quotations of the sentence belong to which cue verb (by its index).

    The verb above the placeholder in the parse if it is a cue, else the nearest cue verb that has
    a subject; a sentence's second quotation follows the first.
    """
    cached = scene.__dict__.get("_quotes")
    if cached is not None:
        return cached  # type: ignore[no-any-return]
    found: dict[int, list[Word]] = {}
    verbs = [w for w in scene.words if _frames_quotes(scene, w)]
    previous: Word | None = None
    for place in scene.placeholders:
        verb = (
            _leads_in(scene, place, verbs)
            or _says_that(scene, place, verbs)
            or next((above for above in place.ancestors() if above in verbs), None)
        )
        if verb is None or abs(verb.i - place.i) > 25:
            verb = min(verbs, key=lambda v: abs(v.i - place.i), default=None)
        if verb is None:
            continue
        if previous is not None and verb is not previous and _split(scene, previous, place):
            verb = previous
        found.setdefault(verb.i, []).append(place)
        previous = verb
    scene.__dict__["_quotes"] = found
    return found


def _leads_in(scene: Scene, place: Word, verbs: list[Word]) -> Word | None:
    """The cue that opens a quotation: Muto replied: "..."."""
    opener = scene.before(place)
    mark = scene.before(opener) if opener is not None and opener.pos == "PUNCT" else None
    if mark is None or mark.text not in {":", ","}:
        return None
    if mark.text == ":":
        return max((v for v in verbs if v.i < mark.i), key=lambda v: v.i, default=None)
    verb = scene.before(mark)
    if verb is None or verb in verbs:
        return verb
    near = (v for v in verbs if verb.i - _HEARER <= v.i < verb.i)  # he urged voters, "..."
    return next((v for v in near if verb.dep == "dobj" and verb.head is v), None)


def _says_that(scene: Scene, place: Word, verbs: list[Word]) -> Word | None:
    """The cue of "concluded that, by standard methods, "the cost falls on buyers""."""
    verb = max((v for v in verbs if v.i < place.i), key=lambda v: v.i, default=None)
    if verb is None or place.under(verb):
        return None
    that = scene.after(verb)
    between = scene.between(verb.i + 2, place.i)
    plain = not any(w.tag in FINITE or w.quote is not None for w in between)
    return verb if that is not None and that.text.lower() == "that" and plain else None


def _frames_quotes(scene: Scene, word: Word) -> bool:
    if word.pos not in {"VERB", "AUX"}:
        return False
    entries = scene.cues.verbs.get(word.lemma.lower(), ())
    if not any({"quote", "quoted-as"} & cue.frames for cue, _ in entries):
        return False
    return subject(word) is not None or _loose_source(scene, word) is not None


def _split(scene: Scene, verb: Word, place: Word) -> bool:
    """Whether ``place`` follows ``verb`` directly, as the second half of a split quotation."""
    gap = [
        w
        for w in scene.between(verb.i + 1, place.i)
        if w.pos not in {"PUNCT", "ADV", "ADP", "PROPN", "NOUN", "DET"}
    ]
    return verb.i < place.i and not gap


def _loose_source(scene: Scene, verb: Word) -> Source | None:
    """The subject of an inverted or misread clause: "...", said the envoy."""
    for word in (scene.after(verb), scene.before(verb)):
        if word is None:
            continue
        top = word
        while (
            top.head is not top
            and top.head.pos in {"NOUN", "PROPN"}
            and top.dep in {"det", "compound", "amod", "poss", "nmod"}
        ):
            top = top.head
        if top.pos in {"NOUN", "PROPN", "PRON"} and top.dep in {
            "nsubj",
            "dobj",
            "npadvmod",
            "ROOT",
            "appos",
            "dep",
            "attr",
            "oprd",
        }:
            from_sayer = scene.cast.mentions(scene.words)
            phrase = span_of(noun_phrase(top))  # "the surgeon Ben Karsh"
            if (
                top.pos == "PRON"
                or any(m.span.overlaps(Span(top.start, top.end)) for m in from_sayer.matches)
                or any(r.span.overlaps(phrase) for r in from_sayer.names)
            ):
                return Source(top, (phrase,))
    return None


def _quoted(scene: Scene, quotes: list[Word]) -> Spans:
    return tuple(span for word in quotes if word.quote is not None for span in _pieces(scene, word))


def _pieces(scene: Scene, word: Word) -> Spans:
    assert word.quote is not None
    quotation = scene.quotations[word.quote]
    return quote_content(scene.text, quotation)


def _leading_up(scene: Scene, verb: Word, quotes: list[Word]) -> Spans:
    """The subject of a quotation that begins with its verb: said that Bonn "has to make a deal"."""
    place = quotes[0]
    assert place.quote is not None
    first = scene.quotations[place.quote].inner[0].of(scene.text).lstrip()[:1]
    words = [w for w in scene.between(verb.i + 1, place.i) if w.text not in _OPEN]
    that = next((n for n, w in enumerate(words) if w.text.lower() == "that"), None)
    if that is not None:
        words = words[that + 1 :]
    elif words and (words[0].pos not in _NOMINAL or verb.lemma.lower() in _TO_SOMEBODY):
        return ()
    if that is not None and words and words[-1].text == "," and first.islower():
        told = any(w.tag in FINITE for w in words)  # that the strait, he added, "was shut"
        words = [] if told else words[:-1]  # that Aras, a guard, "slept on duty"
    if not words or not first.islower() or words[-1].pos == "PUNCT":
        return ()
    return (of_words(scene.text, words),)


def _going_on(scene: Scene, verb: Word, quotes: list[Word]) -> Spans:
    """The further verbs of a clause that goes on behind its quotation: alleged that they "slept,"
    | lingered at the door and went home."""
    if not _leading_up(scene, verb, quotes):
        return ()
    rest = [w for w in scene.words if w.i > quotes[-1].i]
    while rest and rest[0].pos == "PUNCT":
        rest = rest[1:]
    if not rest or rest[0].tag not in FINITE | {"VBN"} or rest[0].lemma.lower() in scene.cues.verbs:
        return ()
    stop = next((n for n, w in enumerate(rest) if w.text in {";", ":", "—"}), len(rest))
    own = any(w.dep in {"nsubj", "nsubjpass"} and w.head.tag in FINITE for w in rest[:stop][1:3])
    return () if own or any(w.quote for w in rest) else (of_words(scene.text, rest[:stop]),)


def _beside(scene: Scene, verb: Word, quotes: list[Word]) -> Spans:
    """An unquoted complement of the same verb: said talks would resume, "God willing"."""
    for clause in verb.all("ccomp"):
        if clause.quote is not None or any(quote.under(clause) for quote in quotes):
            continue
        words = clause_words(clause)
        marks = [words[-1], scene.after(words[-1])] if words else []
        if any(mark is not None and mark.text in _BREAKS for mark in marks):
            continue  # Phoning in from London, Harper remembered the day: "...," Harper said
        if len(words) >= 4 and all(word.quote is None for word in words):
            return (of_words(scene.text, _up_to_quote(scene, words, quotes)),)
    return ()


def _up_to_quote(scene: Scene, words: list[Word], quotes: list[Word]) -> list[Word]:
    """ "The cuts have been hard | and we do what we can, but "we wait," Moss said": all of it."""
    gap = scene.between(words[-1].i + 1, quotes[0].i)
    opens = words[0] is scene.words[0] and any(w.pos != "PUNCT" for w in gap)
    broken = any(w.text in _BREAKS or w.text == ";" or w.quote is not None for w in gap)
    return [*words, *gap] if opens and not broken else words
