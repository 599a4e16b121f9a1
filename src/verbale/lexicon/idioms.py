"""Idioms as data: a verb and the words after it that together mean a PLOVER event.

A form is words apart by spaces: the lemma of a verb, then lemmas or word forms that follow it in
this order. ``a|b`` is one of several words, ``{talks}`` any noun of a class of ``acts.toml``.
Up to four other words may stand between two words of a form.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Set
from typing import Literal, Protocol

import msgspec

from verbale.errors import LexiconError
from verbale.lexicon.kinds import EventType


class Classes(Protocol):
    """Where a token looks up a class of nouns."""

    @property
    def classes(self) -> Mapping[str, frozenset[str]]:
        """Class name to lemmas."""


class Token(msgspec.Struct, frozen=True):
    """One place in a form: the words it may be, and the class it may be of."""

    words: frozenset[str]
    group: str | None = None

    def fits(self, names: tuple[str, str], book: Classes) -> bool:
        """Whether a word may stand here; ``names`` are its own form and its lemma, lower case."""
        text, lemma = names
        if text in self.words or lemma in self.words:
            return True
        known = book.classes[self.group] if self.group is not None else ()
        return text in known or lemma in known

    def may_stand(self, names: Set[str], book: Classes) -> bool:
        """Whether any of the words with these ``names``, forms and lemmas, may stand here."""
        if not self.words.isdisjoint(names):
            return True
        return self.group is not None and not book.classes[self.group].isdisjoint(names)


class IdiomAct(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Idioms of one meaning, each form with its example.

    ``by`` says who acts: the ``subject`` of the verb, the ``speaker`` ("there is nothing to
    discuss"), or its ``object`` ("could not get Nemora to sign"). ``subject`` lists the words of
    which one must be the subject ("the door"); then the speaker acts. ``doer`` lists classes of
    which whoever acts must be (crowds, for protests). ``negated``: counts only with
    "no" or "not"; ``ahead``: only of what will or can be. ``turned``: the type when it is negated;
    without one the act is negated.
    """

    type: EventType
    mode: str | None = None
    by: Literal["subject", "speaker", "object"] = "subject"
    subject: tuple[str, ...] = ()
    doer: tuple[str, ...] = ()
    negated: bool = False
    ahead: bool = False
    turned: EventType | None = None
    symmetric: bool = False
    recipient: tuple[str, ...] = (
        "object", "dative", "with", "to", "against", "from", "of", "on", "for", "by",
    )  # fmt: skip
    forms: tuple[tuple[str, str], ...]


class IdiomFile(msgspec.Struct, forbid_unknown_fields=True):
    """The shape of ``idioms.toml``."""

    idiom: tuple[IdiomAct, ...]


Idioms = Mapping[str, tuple[tuple[IdiomAct, tuple[Token, ...]], ...]]


def idioms_by_verb(entries: Collection[IdiomAct], classes: Collection[str], name: str) -> Idioms:
    """Entries by the lemma their forms begin with, longest form first, then those that
    want a negation or a certain subject."""
    found: dict[str, list[tuple[IdiomAct, tuple[Token, ...]]]] = {}
    seen: set[tuple[str, tuple[str, ...], bool]] = set()
    for entry in entries:
        for form, example in entry.forms:
            _check(form, example, entry, seen, name)
            first, *rest = form.split()
            for group in entry.doer:
                if group not in classes:
                    raise LexiconError(f"{name}: {form}", f"names the class {group!r}")
            tokens = tuple(_token(part, classes, f"{name}: {form}") for part in rest)
            for lemma in first.split("|"):
                found.setdefault(lemma, []).append((entry, tokens))
    return {lemma: tuple(sorted(forms, key=_precedence)) for lemma, forms in found.items()}


def _precedence(pair: tuple[IdiomAct, tuple[Token, ...]]) -> tuple[int, bool]:
    entry, tokens = pair
    return -len(tokens), not (entry.negated or entry.doer or entry.subject)


def _check(
    form: str,
    example: str,
    entry: IdiomAct,
    seen: set[tuple[str, tuple[str, ...], bool]],
    name: str,
) -> None:
    key = (form, entry.subject, entry.negated)
    if not form.split() or not example.strip():
        raise LexiconError(f"{name}: {form!r}", "needs words and an example")
    if key in seen:
        raise LexiconError(f"{name}: {form!r}", "stands there twice")
    seen.add(key)


def _token(part: str, classes: Collection[str], where: str) -> Token:
    choices = part.split("|")
    group = next((c[1:-1] for c in choices if c.startswith("{") and c.endswith("}")), None)
    if group is not None and group not in classes:
        raise LexiconError(where, f"names the class {group!r}, which is not defined")
    return Token(frozenset(c for c in choices if not c.startswith("{")), group)
