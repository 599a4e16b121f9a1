"""From what the user names to sources, without reading a report yet."""

from __future__ import annotations

import glob
import os
from collections.abc import Sequence
from pathlib import Path

from verbale.errors import SourceError, UnreadableSource
from verbale.sources.file import FileSource
from verbale.sources.folder import Finds, folder_source, other_use, pattern_source
from verbale.sources.held import Held, HeldSource
from verbale.sources.opening import printable, unreadable
from verbale.sources.options import SourceOptions
from verbale.sources.reading import Problems, Skipped, Source
from verbale.sources.resources import Resources
from verbale.sources.standard_input import NAME as STANDARD_INPUT
from verbale.sources.standard_input import StandardInput
from verbale.sources.storage import is_stored, stored_source
from verbale.sources.web import WebSource, is_address

_DEFAULTS = SourceOptions()


def survey(inputs: Sequence[str | Held], options: SourceOptions = _DEFAULTS) -> tuple[Source, ...]:
    """A source for each input, in order: a file, a folder, a pattern, ``-``, an address (on the web
    or in object storage), or what is held in memory.

    Folders are listed; nothing else is opened but the manifest. What is named twice is read once.
    An input that names nothing becomes a source that yields its error. A manifest that cannot
    be used is the one error there is: reports read without it would be filed wrongly.
    """
    try:
        resources = Resources(options)
    except SourceError as error:
        return (Problems(error.subject, (error,)),)
    seen: dict[str, str] = {}
    sources = [_source(text, resources, seen) for text in inputs]
    strays = resources.manifest.strays
    if strays:
        sources.append(Problems(str(options.manifest), strays))
    return tuple(sources)


def _source(text: str | Held, resources: Resources, seen: dict[str, str]) -> Source:
    if isinstance(text, Held):
        return HeldSource(text, resources)
    if is_stored(text):
        return stored_source(text, resources, seen)
    if text == STANDARD_INPUT or is_address(text):
        return _streamed(text, resources, seen)
    if not text:
        return Problems(text, (UnreadableSource("an input", "has an empty name"),))
    path = Path(text)
    try:
        os.stat(path)  # noqa: PTH116 - also for paths that cannot be
    except (OSError, ValueError) as error:
        if not _is_pattern(text, path):
            return Problems(text, (unreadable(path, error),))
        return pattern_source(text, resources, seen)
    return folder_source(path, resources, seen) if path.is_dir() else _file(path, resources, seen)


def _is_pattern(text: str, path: Path) -> bool:
    return glob.has_magic(text) and "\0" not in text and not os.path.lexists(path)


def _streamed(text: str, resources: Resources, seen: dict[str, str]) -> Source:
    if text in seen:
        return Problems(text, (), (Skipped(origin=text, reason="named twice"),))
    seen[text] = text
    return StandardInput(resources) if text == STANDARD_INPUT else WebSource(text, resources)


def _file(path: Path, resources: Resources, seen: dict[str, str]) -> Source:
    finds = Finds(seen)
    other = other_use(path.name)
    if other:
        finds.skip(path, other)
    else:
        finds.add(path)
    if finds.skipped:
        return Problems(printable(path), (), tuple(finds.skipped))
    return FileSource(path, resources)
