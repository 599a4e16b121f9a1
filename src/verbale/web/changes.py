"""Changes that a page asks for: only by a form of ours, one at a time, and short.

A form carries a secret that other sites' pages cannot read (`Guard` has looked at where it comes
from before). The writer is opened for one change and closed again: it holds its lock for one
transaction, and pages go on reading what was there before.
"""

from __future__ import annotations

import hmac
import secrets
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from litestar import Request
from litestar.exceptions import PermissionDeniedException

from verbale.errors import UsageError
from verbale.record import Record

#: The name of the hidden field that holds the secret.
FIELD = "_token"
#: Remembers, in the browser, who decides there.
AUTHOR_COOKIE = "verbale-author"
_LONGEST = 2_000
_LONGEST_NAME = 80


class Changes:
    """Whether and how the record behind the pages may be changed. ``author`` decides where a form
    names nobody; ``decided`` is called once something was decided."""

    def __init__(
        self, path: Path, *, author: str, read_only: bool, decided: Callable[[], None]
    ) -> None:
        self.path = path
        self.author = author
        self.read_only = read_only
        self.secret = secrets.token_urlsafe(32)
        self._one_at_a_time = threading.Lock()
        self._decided = decided

    def check(self, form: Mapping[str, Any]) -> None:
        """Raise `PermissionDeniedException` for a form that is not ours."""
        given = form.get(FIELD)
        fits = isinstance(given, str) and hmac.compare_digest(given.encode(), self.secret.encode())
        if self.read_only or not fits:
            raise PermissionDeniedException(
                detail="This page is from before the desk was started anew. Load it again."
            )

    @contextmanager
    def record(self) -> Iterator[Record]:
        """The record, to decide something in. Raises as `Record` does."""
        with self._one_at_a_time, Record(self.path, create=False) as opened:
            yield opened
        self._decided()

    def author_of(self, request: Request[Any, Any, Any]) -> str:
        """Who decides at that browser, as far as is known."""
        return _one_line(unquote(request.cookies.get(AUTHOR_COOKIE, ""))) or self.author


def field(form: Mapping[str, Any], name: str) -> str:
    """The words of a field; empty where it is not there. Raises `UsageError` for too many."""
    value = form.get(name, "")
    if not isinstance(value, str) or len(value) > _LONGEST:
        raise UsageError(name, f"at most {_LONGEST} characters")
    return value.strip()


def named(form: Mapping[str, Any], otherwise: str) -> str:
    """The author that a form names, on one line."""
    return _one_line(field(form, "author")) or otherwise


def _one_line(name: str) -> str:
    return " ".join(name.split())[:_LONGEST_NAME]
