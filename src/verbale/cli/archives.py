"""Archives among the inputs of other commands."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from verbale.errors import UsageError

_MANIFEST = "manifest.json"
_TABLE = "statements"


def archive_among(inputs: Sequence[str], where: str | None) -> Path | None:
    """The archive that is the one input; None where there is none among them.

    Raises `UsageError` where it stands beside other inputs, or ``where`` asks for one.
    """
    found = [Path(name) for name in inputs if _is_archive(Path(name))]
    if found and len(inputs) > 1:
        raise UsageError(str(found[0]), "is an archive; read it by itself")
    if where is not None and not found:
        raise UsageError("--where", "is for an archive that annotate --out has made")
    return found[0] if found else None


def _is_archive(path: Path) -> bool:
    return (path / _MANIFEST).is_file() and (path / _TABLE).is_dir()
