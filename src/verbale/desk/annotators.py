"""Annotates documents, in the order they come: in this process or in several others.

Worker processes are started afresh (never forked from a process with threads), load the lexicon
and the language model once, and end by themselves should this process be killed. A worker that
dies takes its pool with it: what was in hand is then annotated again, each document alone, so that
only the one that kills its worker is lost.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import threading
import traceback
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait
from multiprocessing.context import BaseContext
from pathlib import PurePath
from typing import TypeVar

import msgspec

from verbale.desk.extensions import Extensions, load
from verbale.errors import VerbaleError
from verbale.lexicon import Lexicon
from verbale.model import Annotation, RawDocument
from verbale.pipeline import annotate

Item = TypeVar("Item")
_AHEAD = 4
_IMPORTED_ONCE = ("verbale.desk.annotators", "spacy")
_LOG = logging.getLogger("verbale.desk")
_PACKAGE = PurePath(__file__).parents[1]


class Failure(msgspec.Struct, frozen=True, kw_only=True):
    """A document that could not be annotated, which is a mistake of ours."""

    origin: str
    reason: str
    details: str = ""


Annotated = Annotation | Failure
Waiting = deque[tuple[Item, Future[Annotated] | None]]


class Annotators:
    """Annotates in ``workers`` processes, or in this one if there is to be only one.

    ``lexicon`` must be the one that ``extensions`` give. Use as a context manager.
    """

    def __init__(self, lexicon: Lexicon, extensions: Extensions, workers: int = 1) -> None:
        self._lexicon = lexicon
        self._extensions = dict(extensions)
        self._workers = workers
        self._pool: ProcessPoolExecutor | None = None
        self._in_hand = 0

    def __enter__(self) -> Annotators:
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool is not None and self._in_hand:
            _kill(self._pool)  # nobody is waiting any more, and a document can take a minute
        self._drop_pool()

    def annotate(self, items: Iterable[Item]) -> Iterator[tuple[Item, Annotated | None]]:
        """Each item with its annotation, in order; what is no document comes through as it is.

        Reads ahead of what it yields by a few items for each worker, never more.
        Raises `LanguageModelMissing`.
        """
        if self._workers > 1:
            yield from self._in_pool(items)
            return
        for item in items:
            if isinstance(item, RawDocument):
                yield item, attempt(item, self._lexicon)
            else:
                yield item, None

    def _in_pool(self, items: Iterable[Item]) -> Iterator[tuple[Item, Annotated | None]]:
        waiting: Waiting[Item] = deque()
        for item in items:
            self._in_hand = len(waiting)
            if isinstance(item, RawDocument):
                waiting.append((item, self._submit(item)))
            else:
                waiting.append((item, None))
            if len(waiting) >= _AHEAD * self._workers:
                yield self._result(waiting)
        while waiting:
            self._in_hand = len(waiting)
            yield self._result(waiting)
        self._in_hand = 0

    def _submit(self, raw: RawDocument) -> Future[Annotated]:
        try:
            return self._running_pool().submit(_attempt, raw)
        except BrokenProcessPool:  # noticed on submitting: those in hand are seen to in `_result`
            self._drop_pool()
            return self._running_pool().submit(_attempt, raw)

    def _result(self, waiting: Waiting[Item]) -> tuple[Item, Annotated | None]:
        item, future = waiting.popleft()
        if future is None:
            return item, None
        try:
            return item, future.result()
        except BrokenProcessPool:
            self._drop_pool()
            return item, self._alone(item) if isinstance(item, RawDocument) else None

    def _alone(self, raw: RawDocument) -> Annotated:
        """``raw`` in a worker of its own, after the one it was with has died."""
        _LOG.info("a worker died; trying %s alone", raw.origin)
        with self._new_pool(1) as pool:
            try:
                return pool.submit(_attempt, raw).result()
            except BrokenProcessPool:
                reason = "the process reading it died, twice (out of memory?)"
                return Failure(origin=raw.origin, reason=reason)

    def _running_pool(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = self._new_pool(self._workers)
        return self._pool

    def _new_pool(self, workers: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(
            workers, mp_context=_context(), initializer=_begin, initargs=(self._extensions,)
        )

    def _drop_pool(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None


def _kill(pool: ProcessPoolExecutor) -> None:
    """End the workers of ``pool`` in mid-work (`kill_workers` of Python 3.14)."""
    for process in list((pool._processes or {}).values()):
        process.kill()


def _context() -> BaseContext:
    """How processes are started: by a server that has imported the libraries, or from nothing."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(_IMPORTED_ONCE))
    return context


def attempt(raw: RawDocument, lexicon: Lexicon) -> Annotated:
    """The annotation of ``raw``, or how we failed. Raises what concerns every document alike."""
    try:
        return annotate(raw, lexicon=lexicon)
    except VerbaleError:
        raise
    except Exception as error:  # noqa: BLE001 - one report we stumble over must not end a batch
        return Failure(
            origin=raw.origin,
            reason=f"a mistake in Verbale: {type(error).__name__} at {place_of(error)}",
            details="".join(traceback.format_exception(error)),
        )


def place_of(error: Exception) -> str:
    """The file and line of ours where ``error`` arose."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if PurePath(frame.filename).is_relative_to(_PACKAGE)]
    last = (ours or list(frames))[-1]
    return f"{PurePath(last.filename).name}:{last.lineno}"


class _Worker:
    """What a worker process has at hand; set once, as the process begins."""

    lexicon: Lexicon


def _begin(extensions: dict[str, str]) -> None:
    """Make a worker ready. Ctrl-C is for the process that writes; this one it ends by itself."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _Worker.lexicon = load(extensions)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _attempt(raw: RawDocument) -> Annotated:
    return attempt(raw, _Worker.lexicon)
