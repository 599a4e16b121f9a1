"""A person by name: at the head of the phrase, in apposition, or behind a title."""

from __future__ import annotations

import re

from verbale.actors.names import NameRun
from verbale.actors.speaker import Asked, Speaker, of_person
from verbale.actors.states import country_of_kind

_NOT_THE_HEAD = frozenset({"poss", "pobj", "pcomp"})


def person_named(asked: Asked) -> Speaker | None:
    """The person whose name stands in the phrase, known to the report or met only here."""
    run = _run_meant(asked)
    if run is None:
        return _by_surname(asked)
    name = run.span.of(asked.cast.text)
    cast = asked.cast
    person = cast.person_at(run.span) or cast.person_called(name)
    if person is not None:
        if person.country is None and not person.serves_a_state:
            person.country = country_of_kind(asked, run.span)
        return of_person(person)
    title = asked.mentions.title_before(run, cast.text)
    country, office = (title.country, title.title) if title else (None, None)
    return Speaker(" ".join(name.split()), "person", country, office, single=True)


def _run_meant(asked: Asked) -> NameRun | None:
    """The name of whom the phrase is: at its head, in apposition, or behind its title."""
    text = asked.cast.text
    runs = [
        run
        for run in asked.mentions.names
        if asked.span.overlaps(run.span)
        and not run.is_organisation
        and not re.match(r"[’']s?\s+\w", text[run.span.end : min(run.span.end + 5, asked.span.end)])
    ]
    if not runs:
        return None
    at_head = next((run for run in runs if run.span.overlaps(asked.core)), None)
    if at_head is not None:
        return at_head
    opens = [run for run in runs if run.span.start == asked.span.start and _is_known(run, asked)]
    if opens:
        return opens[0]
    titled = [run for run in runs if asked.mentions.titles_of(run, text)]
    linked = [run for run in runs if _names_head(run, asked)]
    behind = [run for run in runs if _stands_behind(run, asked)]
    for found in ([r for r in titled if r in behind or r in linked], linked, behind):
        if found:
            return found[0]
    return None


def _is_known(run: NameRun, asked: Asked) -> bool:
    """Whether a name that opens the phrase is a person's: "Mayer, the firm's chairman"."""
    person = asked.cast.person_at(run.span)
    return person is not None and person.sure


def _stands_behind(run: NameRun, asked: Asked) -> bool:
    """Whether a known person's name follows a comma or a common noun at the top of the phrase."""
    person = asked.cast.person_at(run.span)
    if person is None or not (person.sure or len(person.tokens) > 1):
        return False
    before = asked.cast.text[asked.span.start : run.span.start]
    held = next((h for h in asked.mentions.titles if h.span.overlaps(asked.core)), None)
    if held is not None and held.span.end <= run.span.start:
        gap = asked.cast.text[held.span.end : run.span.start]
        return gap.strip(" ,\r\n\t") == "" or asked.mentions.titles_of(run, asked.cast.text) != []
    return before.rstrip().endswith(",")


def _by_surname(asked: Asked) -> Speaker | None:
    """A surname that the parser took for a common noun: "Sanders said", "Muto: ..."; one that is a
    title as well ("Doctor says") where somebody of the report is called so."""
    word = asked.head
    if not word.text[0].isupper() or len(asked.phrase) > 1:
        return None
    known = any(m.span.overlaps(asked.core) for m in asked.mentions.matches)
    person = asked.cast.person_called(word.text)
    if person is None or (known and word.text.lower() not in person.tokens[1:]):
        return None
    return of_person(person)


def _names_head(run: NameRun, asked: Asked) -> bool:
    """Whether a name in the phrase is the name of its head, in apposition."""
    if not asked.span.covers(run.span):
        return False
    word = next((w for w in run.words if w.head not in run.words), run.words[-1])
    while (
        word.dep in {"compound", "nmod"}
        and word.head in asked.phrase
        and word.head is not asked.head
    ):
        word = word.head
    if asked.head.text.islower() and word.dep in {"compound", "nmod"} and word.i < asked.head.i:
        return False  # some Indiana protesters, a Jefferies analyst
    if word.dep in _NOT_THE_HEAD or any(c.dep == "case" for c in word.children):
        return False
    return word.head is asked.head or (word.dep == "appos" and word.head in asked.phrase)
