"""Names that hold anywhere, made from what a thing is: the same in any record, at any time."""

from __future__ import annotations

from urllib.parse import urlsplit
from uuid import NAMESPACE_URL, uuid5


def urn(*parts: str) -> str:
    """A URN for what these parts together name."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, chr(0).join(('verbale', *parts)))}"


def is_address(name: str) -> bool:
    """Whether it is a web address that another program may take for one."""
    try:
        parts = urlsplit(name)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and name.isprintable()
