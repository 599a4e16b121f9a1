"""Lexicon extensions: where they come from, and how a record keeps and gives them back.

An extension is a TOML file of names (see `verbale.lexicon.load`). A record keeps the text of those
it was read with under their paths, so that whatever is read or looked at later knows the same
names. They are always loaded in the order of their names: the lexicon's fingerprint must not
depend on who was named first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from verbale.errors import LexiconError
from verbale.lexicon import Lexicon, default_lexicon
from verbale.record import Record
from verbale.sources import Source

LEXICON_NAME = "lexicon.toml"

Extensions = Mapping[str, str]


def lexicon_of(record: Record) -> Lexicon:
    """The lexicon that a record is read with. Raises `LexiconError`."""
    return load(record.extensions())


def gathered(kept: Extensions, sources: Iterable[Source], files: Iterable[Path]) -> dict[str, str]:
    """The extensions ``kept`` so far with those found in ``sources`` and those in ``files``.

    A file that is known by another name with the same text is not taken twice. Raises
    `LexiconError` for a file that cannot be read.
    """
    extensions = dict(kept)
    for path in (*_found_in(sources), *files):
        name, text = str(path.resolve()), _text_of(path)
        if name in extensions or text not in extensions.values():
            extensions[name] = text
    return extensions


def load(extensions: Extensions) -> Lexicon:
    """The built-in lexicon with ``extensions``. Raises `LexiconError`, naming them."""
    return _loaded(tuple(sorted(extensions.items()))) if extensions else default_lexicon()


@lru_cache(2)
def _loaded(extensions: tuple[tuple[str, str], ...]) -> Lexicon:
    """The lexicon with these, which takes a while to make and is never changed: those last asked
    for are kept."""
    with TemporaryDirectory(prefix="verbale-") as folder:
        places = {}
        for number, (name, text) in enumerate(extensions):
            place = Path(folder) / f"{number:03}.toml"
            place.write_text(text, encoding="utf-8")
            places[str(place)] = name
        try:
            return Lexicon.load([Path(place) for place in places])
        except LexiconError as error:
            raise _renamed(error, places) from error


def _found_in(sources: Iterable[Source]) -> list[Path]:
    """The lexicons that lie in what is read: a survey passes over them and says so."""
    skipped = (Path(item.origin) for source in sources for item in source.skipped)
    return [path for path in skipped if path.name == LEXICON_NAME and path.is_file()]


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise LexiconError(str(path), f"cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise LexiconError(str(path), f"is not TOML in UTF-8: {error}") from error


def _renamed(error: LexiconError, places: Mapping[str, str]) -> LexiconError:
    subject = error.subject
    for place, name in places.items():
        subject = subject.replace(place, name)
    return LexiconError(subject, error.reason)
