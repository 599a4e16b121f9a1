"""News as an Atom file, which any feed reader follows: rewritten whole, its ids never change."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import NamedTemporaryFile
from xml.etree import ElementTree as ET

from verbale.desk.watch.channels import NotTold
from verbale.record.watching import KeptNews, NewsPassage

_ATOM = "http://www.w3.org/2005/Atom"
#: Characters that XML cannot hold.
_UNFIT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
KEPT = 200


class AtomFile:
    """Writes the newest news, ``latest``, to a file that takes the old one's place when whole."""

    name = "atom"

    def __init__(self, path: Path, identity: str, latest: Callable[[], Sequence[KeptNews]]) -> None:
        self._path = path
        self._identity = identity
        self._latest = latest

    def tell(self, news: Sequence[KeptNews]) -> None:  # noqa: ARG002 - the file holds older ones too
        """Write the file anew. Raises `NotTold` if it cannot be written."""
        data = atom(self._latest(), self._identity)
        try:
            with NamedTemporaryFile(
                dir=self._path.parent, prefix=f".{self._path.name}.", delete=False
            ) as stream:
                stream.write(data)
            Path(stream.name).chmod(0o644)
            Path(stream.name).replace(self._path)
        except OSError as error:
            raise NotTold(f"{self._path} cannot be written: {error.strerror}") from error


def atom(news: Sequence[KeptNews], identity: str) -> bytes:
    """An Atom feed of ``news``, the newest first. ``identity`` names the record in all ids."""
    ET.register_namespace("", _ATOM)
    feed = ET.Element(_tag("feed"))
    _text(feed, "title", "News on what is followed")
    _text(feed, "id", f"urn:uuid:{identity}")
    _text(feed, "updated", news[0].at if news else "1970-01-01T00:00:00Z")
    author = ET.SubElement(feed, _tag("author"))
    _text(author, "name", "Verbale")
    for each in news:
        _entry(feed, each, identity)
    return bytes(ET.tostring(feed, encoding="utf-8", xml_declaration=True))


def _entry(feed: ET.Element, each: KeptNews, identity: str) -> None:
    told = each.news
    entry = ET.SubElement(feed, _tag("entry"))
    _text(entry, "title", told.title)
    _text(entry, "id", f"urn:uuid:{identity}#{each.number}")
    _text(entry, "updated", each.at)
    for term in dict.fromkeys((told.kind, told.follow)):
        ET.SubElement(entry, _tag("category"), term=_fit(term))
    lines = [told.why, *map(_passage, told.passages)]
    _text(entry, "content", "\n\n".join(filter(None, lines)), type="text")


def _passage(passage: NewsPassage) -> str:
    head = " · ".join(
        filter(None, (passage.label, passage.day, passage.voice, passage.outlets, passage.entry))
    )
    return f"{head}\n“{passage.words}”"


def _text(parent: ET.Element, name: str, text: str, **attributes: str) -> None:
    ET.SubElement(parent, _tag(name), attributes).text = _fit(text)


def _fit(text: str) -> str:
    return _UNFIT.sub("\ufffd", text)


def _tag(name: str) -> str:
    return f"{{{_ATOM}}}{name}"
