"""What this stage asks of the lexicon: which outlet or agency a name or a host belongs to."""

from __future__ import annotations

from typing import Protocol

from verbale.reports.sections import names_section

_LONGEST = 80


class OutletEntry(Protocol):
    """An entry for an outlet; ``kind`` is ``agency``, ``newspaper``, ``broadcaster`` ..."""

    @property
    def name(self) -> str:
        """The canonical name."""
        ...

    @property
    def credit(self) -> str:
        """What credit lines call it."""
        ...

    @property
    def kind(self) -> str:
        """What kind of outlet it is."""
        ...


class Outlets(Protocol):
    """The part of `verbale.lexicon.Lexicon` that reading reports needs."""

    def outlet(self, name: str) -> OutletEntry | None:
        """The outlet with this name or alias, letters in either case."""
        ...

    def outlet_for_domain(self, host: str) -> OutletEntry | None:
        """The outlet that publishes under this host name."""
        ...


class Remembered:
    """A lexicon that is asked for each name once: one report asks for the same ones often."""

    def __init__(self, outlets: Outlets) -> None:
        self._outlets = outlets
        self._known: dict[str, OutletEntry | None] = {}

    def outlet(self, name: str) -> OutletEntry | None:
        """The outlet with this name; no section's name, and nothing longer than names are."""
        if len(name) > _LONGEST or names_section(name.strip()):
            return None
        if name not in self._known:
            self._known[name] = self._outlets.outlet(name)
        return self._known[name]

    def outlet_for_domain(self, host: str) -> OutletEntry | None:
        """The outlet that publishes under this host name."""
        return self._outlets.outlet_for_domain(host)


def agency_named(name: str, outlets: Outlets) -> str | None:
    """What credit lines call the news agency called ``name``, None if it is none that is known."""
    entry = outlets.outlet(name)
    return entry.credit if entry is not None and entry.kind == "agency" else None
