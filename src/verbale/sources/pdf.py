"""PDF documents: statements of ministries, printed pages; only those that hold their text."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2 as pdfium

from verbale.errors import UnreadableSource
from verbale.model import Given, RawDocument
from verbale.sources.given import over
from verbale.sources.opening import read_all
from verbale.sources.reading import Body, Reading

#: A scan may carry a stamp or a page number as text; a statement has more than that.
_FEWEST = 40
#: So many pages are looked at for text before a document counts as scanned.
_LOOKED_AT = 20
_PASSWORD = 4  # FPDF_ERR_PASSWORD


def read_pdf(body: Body, limit: int) -> Iterator[Reading]:
    """The one document that ``body`` is, bytes as they came. Raises `SourceError`."""
    data = read_all(body.stream, limit, body.origin)
    _require_text(data, body.origin)
    found = Given(url=body.address, basis="http") if body.address else Given()
    yield RawDocument(data=data, origin=body.origin, media="pdf", given=over(body.beside, found))


def _require_text(data: bytes, origin: str) -> None:
    """Raise `UnreadableSource` for what is locked, damaged or only pictures of text."""
    if not data.strip():
        raise UnreadableSource(origin, "is empty")
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        locked = getattr(error, "err_code", None) == _PASSWORD
        reason = "is a PDF locked with a password" if locked else "is not a whole PDF document"
        raise UnreadableSource(origin, reason) from error
    try:
        signs = 0
        for number in range(min(len(document), _LOOKED_AT)):
            signs += _signs(document, number)
            if signs >= _FEWEST:
                return
    finally:
        document.close()
    reason = "is a PDF without text (scanned?); read it with text recognition (OCR) first"
    raise UnreadableSource(origin, reason)


def _signs(document: pdfium.PdfDocument, number: int) -> int:
    """The number of letters and digits on a page, none on a damaged one."""
    try:
        page = document[number]
    except pdfium.PdfiumError:
        return 0
    words = page.get_textpage()
    try:
        return sum(map(str.isalnum, words.get_text_range()))
    finally:
        words.close()
        page.close()
