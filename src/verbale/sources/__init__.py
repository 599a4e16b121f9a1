"""Sources: from whatever the user names to bytes with their provenance.

::

    survey.py          inputs -> sources; the one entrance
    place              folder.py   file.py   standard_input.py   web.py   storage.py   held.py
    content            page.py (text, HTML)   jsonl.py   feed.py      chosen in kinds.py
    what is said       sidecar.py   manifest.py   given.py   published.py
    bytes              opening.py (safe, limited, unpacked)   looks.py (what bytes look like)
    network/           addresses, robots, pace and fetch: polite and guarded HTTP

A *place* hands a `Body` to a *content* reader, so every kind of content can come from every place.
Nothing here raises for a bad input: errors are values among the documents.
"""

from __future__ import annotations

from verbale.sources.held import Held
from verbale.sources.options import SourceOptions, Validators
from verbale.sources.reading import Reading, Skipped, Source, Unchanged
from verbale.sources.survey import survey

__all__ = [
    "Held",
    "Reading",
    "Skipped",
    "Source",
    "SourceOptions",
    "Unchanged",
    "Validators",
    "survey",
]
