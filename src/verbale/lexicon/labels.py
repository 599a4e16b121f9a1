"""Names as the lexicon labels them: ``Kremlin (Presidential Administration of Russia)``."""

from __future__ import annotations

import re

_LABEL = re.compile(r"\s+\([^()]*\)$")


def bare_name(name: str) -> str:
    """A name without the label in brackets that tells readers of the lexicon what it is.

    >>> bare_name("Kremlin (Presidential Administration of Russia)")
    'Kremlin'
    """
    return _LABEL.sub("", name)
