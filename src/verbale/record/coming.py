"""A report that comes to a record: its bytes, the annotation of them, and what follows from it.

Each is worked out of the one before it, and only when it is asked for: what an archive has worked
out already is taken from there.
"""

from __future__ import annotations

from functools import cached_property

from verbale.model import Annotation, RawDocument
from verbale.record.draw import draw
from verbale.record.prepared import Prepared, prepare
from verbale.record.stored import annotation_json, read_annotation, storable


class Coming:
    """A report on its way. ``text`` is the one that its annotation speaks of."""

    def __init__(
        self,
        raw: RawDocument,
        text: str,
        *,
        annotation: Annotation | None = None,
        json: bytes | None = None,
        prepared: Prepared | None = None,
    ) -> None:
        """``annotation`` or its ``json`` must be given (see `annotation_json`), storable.

        ``prepared`` must be what this very code makes of it (see `prepared_by`).
        """
        self.raw, self.text = raw, text
        self._given = annotation, json, prepared

    @classmethod
    def of(cls, annotation: Annotation, raw: RawDocument) -> Coming:
        """A report that was just annotated."""
        clean = storable(annotation)
        return cls(raw, clean.text, annotation=clean)

    @cached_property
    def annotation(self) -> Annotation:
        """The annotation."""
        annotation, json, _ = self._given
        return annotation or read_annotation(json or b"", self.text)

    @cached_property
    def json(self) -> bytes:
        """The annotation as it is kept, before it is packed."""
        return self._given[1] or annotation_json(self.annotation)

    @cached_property
    def prepared(self) -> Prepared:
        """All that the record keeps of it alone."""
        return self._given[2] or prepare(self.annotation, draw(self.annotation))

    @property
    def told(self) -> Annotation | Prepared:
        """What says of which lineage, origin, version and code it is."""
        return self._given[2] or self.annotation
