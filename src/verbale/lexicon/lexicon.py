"""The lexicon: names of states, bodies, outlets and titles, found in texts and looked up."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

import msgspec

from verbale.errors import LexiconError
from verbale.lexicon.entries import Block, Entry, Match, Outlet, Party, forms_of, key_of
from verbale.lexicon.forms import unaccented
from verbale.lexicon.landnames import borne_by_people, is_a_persons
from verbale.lexicon.load import Loaded, built_in, load
from verbale.model.span import Span

_RIM = re.compile(r"^[\W_]+|[\W_]+$")


class Lexicon:
    """What is loaded, and the questions the stages ask of it. Immutable once built."""

    def __init__(self, loaded: Loaded) -> None:
        self._matcher = loaded.matcher
        self.entries = loaded.entries
        self._parties = {e.code: e for e in loaded.entries if isinstance(e, Party)}
        self._halves = {h: e for e in self._parties.values() for h in e.halves}
        halves = "|".join(map(re.escape, self._halves)) or "(?!)"
        self._half = re.compile(rf"(?<=[Tt]he )(?:{halves})(?![\w-]|\s+(?:of\b|[A-Z]))")
        self._borne = borne_by_people(loaded.entries)
        self._with_lands = _words_of(loaded.entries)
        outlets = [e for e in loaded.entries if isinstance(e, Outlet)]
        self._outlets = _by_name(outlets)
        self._domains = _by_domain(outlets)
        packed = msgspec.json.encode((loaded.entries, loaded.shy))
        #: Changes whenever anything loaded does; kept with what was drawn by means of it.
        self.fingerprint: str = hashlib.sha256(packed).hexdigest()[:12]

    @classmethod
    def load(cls, extensions: Sequence[Path] = ()) -> Lexicon:
        """The built-in data and then the user's files. Raises ``LexiconError``."""
        return cls(load((*built_in(), *extensions)))

    def find(self, text: str, span: Span | None = None) -> tuple[Match, ...]:
        """The names in ``text``, or in ``span`` of it: leftmost, longest, without overlap.

        Offsets are into ``text`` either way. A possessive 's is not part of a match. The name of a
        land is none where it is a person's ("Chad Wolf").
        """
        start, end = span if span is not None else (0, len(text))
        found = tuple(
            match
            for match in self._matcher.find(text, start, end)
            if match.span.of(text) not in self._borne or not self._is_a_persons(text, match)
        )
        halves = tuple(self._halves_in(text, start, end))
        return tuple(sorted((*found, *halves), key=lambda m: m.span)) if halves else found

    def _is_a_persons(self, text: str, match: Match) -> bool:
        return isinstance(match.entry, Party) and is_a_persons(text, match.span, self._with_lands)

    def _halves_in(self, text: str, start: int, end: int) -> Iterator[Match]:
        """Where "the North" is said for a state; the text names it or its other half in full."""
        piece = text[start:end]
        if not any(half in piece for half in self._halves):
            return
        for found in self._half.finditer(text, start, end):
            party = self._halves[found[0]]
            land = party.name.removeprefix(f"{found[0]} ")
            if any(f"{half} {land}" in text for half in self._halves):
                yield Match(Span(*found.span()), party, "name")

    def party(self, code: str) -> Party | None:
        """The party with this code."""
        return self._parties.get(code)

    def outlet(self, name: str) -> Outlet | None:
        """The outlet so called, whatever the case, accents and punctuation around the name."""
        return self._outlets.get(_plain(name))

    def outlet_for_domain(self, host: str) -> Outlet | None:
        """The outlet whose domain ``host`` is, or is a part of (``edition.cnn.com``)."""
        labels = host.strip().lower().partition(":")[0].rstrip(".").split(".")
        tried = (".".join(labels[at:]) for at in range(len(labels) - 1))
        return next((self._domains[domain] for domain in tried if domain in self._domains), None)


@cache
def default_lexicon() -> Lexicon:
    """The built-in lexicon, loaded once."""
    return Lexicon.load()


def _plain(name: str) -> str:
    """A name as it is looked up: bare letters, single spaces, no "the" and no rim."""
    tidy = " ".join(_RIM.sub("", unaccented(name.replace("’", "'"))).lower().split())
    return tidy.removeprefix("the ")


def _words_of(entries: Iterable[Entry | Block]) -> frozenset[str]:
    """The words, in small letters, that the names of bodies, offices and parties are made of."""
    named = (entry for entry in entries if not isinstance(entry, Outlet))
    forms = (form for entry in named for form, _ in forms_of(entry))
    return frozenset(word for form in forms for word in form.lower().split())


def _by_name(outlets: Iterable[Outlet]) -> dict[str, Outlet]:
    names: dict[str, Outlet] = {}
    for outlet in outlets:
        for name in (outlet.name, *outlet.aliases, *outlet.labels):
            _claim(names, _plain(name), outlet, "name")
    return names


def _by_domain(outlets: Iterable[Outlet]) -> dict[str, Outlet]:
    domains: dict[str, Outlet] = {}
    for outlet in outlets:
        for domain in outlet.domains:
            _claim(domains, domain, outlet, "domain")
    return domains


def _claim(taken: dict[str, Outlet], word: str, outlet: Outlet, what: str) -> None:
    owner = taken.setdefault(word, outlet)
    if owner is not outlet:
        raise LexiconError(
            f"outlet {outlet.name!r}", f"{what} {word!r} is already that of {key_of(owner)!r}"
        )
