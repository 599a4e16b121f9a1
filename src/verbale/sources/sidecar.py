"""Sidecars: ``report.txt.meta.toml`` (or ``report.meta.toml``) beside ``report.txt``."""

from __future__ import annotations

import tomllib
from pathlib import Path

from verbale.errors import BadMetadata, SourceError
from verbale.model import Given
from verbale.sources.given import given_from
from verbale.sources.opening import opened, printable, read_all

SUFFIX = ".meta.toml"
_LIMIT = 65_536


def sidecar_names(name: str) -> tuple[str, ...]:
    """The names that a sidecar of the file ``name`` may have, the most specific first.

    >>> sidecar_names("a.html.gz")
    ('a.html.gz.meta.toml', 'a.html.meta.toml', 'a.meta.toml')
    """
    stems = [name]
    if name.lower().endswith(".gz"):
        stems.append(name[: -len(".gz")])
    shortest = Path(stems[-1]).stem
    if shortest != stems[-1]:
        stems.append(shortest)
    return tuple(stem + SUFFIX for stem in stems)


def read_sidecar(report: Path) -> Given:
    """What the sidecar of ``report`` says; an empty `Given` if there is none.

    Raises `BadMetadata` about the sidecar.
    """
    for name in sidecar_names(report.name):
        sidecar = report.with_name(name)
        if sidecar.is_symlink() or sidecar.exists():
            return _read(sidecar)
    return Given()


def _read(sidecar: Path) -> Given:
    subject = printable(sidecar)
    try:
        with opened(sidecar) as stream:
            text = read_all(stream, _LIMIT, subject).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadMetadata(subject, "is not UTF-8, which TOML must be") from error
    except SourceError as error:
        raise BadMetadata(subject, error.reason) from error
    try:
        values = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        reason = str(error).splitlines()[0] if str(error) else "nested too deep"
        raise BadMetadata(subject, f"is not TOML: {reason}") from error
    return given_from(values, subject=subject, basis="sidecar")
