"""News as an Atom file, which any feed reader follows: rewritten whole, its ids never change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import NamedTemporaryFile

from verbale.desk.atom import Item, render
from verbale.desk.watch.channels import NotTold
from verbale.record.watching import KeptNews, NewsPassage

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
    items = [_item(each, identity) for each in news]
    return render(items, title="News on what is followed", id=f"urn:uuid:{identity}")


def _item(each: KeptNews, identity: str) -> Item:
    told = each.news
    lines = [told.why, *map(_passage, told.passages)]
    return Item(
        id=f"urn:uuid:{identity}#{each.number}",
        kinds=(told.kind, told.follow),
        title=told.title,
        words="\n\n".join(filter(None, lines)),
        updated=each.at,
    )


def _passage(passage: NewsPassage) -> str:
    head = " · ".join(
        filter(None, (passage.label, passage.day, passage.voice, passage.outlets, passage.entry))
    )
    return f"{head}\n“{passage.words}”"
