"""Work for worker processes that dies on the way. In a file of its own: workers import it."""

from __future__ import annotations

import os
from pathlib import Path

from verbale.desk.annotators import Annotated, attempt
from verbale.lexicon import default_lexicon
from verbale.model import RawDocument

ONCE = "dies-once"
ALWAYS = "dies-always"


def attempt_or_die(raw: RawDocument) -> Annotated:
    """Kill this process for some documents: always, or while a file of that name is there."""
    if raw.origin == ALWAYS:
        os._exit(9)
    if Path(raw.origin).name == ONCE and Path(raw.origin).exists():
        Path(raw.origin).unlink()
        os._exit(9)
    return attempt(raw, default_lexicon())
