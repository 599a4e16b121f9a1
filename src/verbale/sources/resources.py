"""What all sources of one survey share: options, the manifest, the fetcher."""

from __future__ import annotations

import io
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from verbale.model import Given
from verbale.sources.given import over
from verbale.sources.manifest import Manifest, load_manifest
from verbale.sources.options import SourceOptions
from verbale.sources.sidecar import read_sidecar

if TYPE_CHECKING:
    from verbale.sources.network.fetch import Fetcher


class Resources:
    """Shared by the sources of one survey. Raises `SourceError` if the manifest is unusable."""

    def __init__(self, options: SourceOptions) -> None:
        self.options = options
        self._open: io.BufferedReader | None = None
        limit = options.max_bytes
        self.manifest = load_manifest(options.manifest, limit) if options.manifest else Manifest({})

    @cached_property
    def fetcher(self) -> Fetcher:
        """The one fetcher, so that robots rules and pauses hold across sources."""
        from verbale.sources.network.fetch import Fetcher  # httpx costs 0.1 s to import

        return Fetcher(self.options)

    def reads(self, stream: io.BufferedReader) -> None:
        """``stream`` is the file that is being read now."""
        self._open = stream

    @property
    def position(self) -> int:
        """How many bytes of the file being read have been taken, as stored; 0 between files."""
        if self._open is None or self._open.closed:
            return 0
        return self._open.raw.tell()

    def beside(self, path: Path) -> Given:
        """What the user says of a file: its sidecar over its row of the manifest.

        Raises `BadMetadata`; the file is then not to be read.
        """
        return over(read_sidecar(path), self.manifest.given(path))
