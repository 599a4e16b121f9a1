"""The pages' own files, read once from the package: no path of a request reaches the disk."""

from __future__ import annotations

from importlib.resources import files

from litestar import Response, get
from litestar.exceptions import NotFoundException
from litestar.params import FromPath

_KINDS = {
    "css": "text/css",
    "js": "text/javascript",
    "svg": "image/svg+xml",
}
_FILES = {
    name: files("verbale.web").joinpath("static", name).read_bytes()
    for name in ("desk.css", "desk.js", "htmx.min.js", "icon.svg")
}


@get("/static/{name:str}", sync_to_thread=False)
def static(name: FromPath[str]) -> Response[bytes]:
    """One of the files."""
    found = _FILES.get(name)
    if found is None:
        raise NotFoundException(detail="There is no such file.")
    return Response(found, media_type=_KINDS[name.rpartition(".")[2]])


HANDLERS = [static]
