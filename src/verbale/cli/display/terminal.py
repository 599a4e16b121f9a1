"""Where words go. The words of a report are somebody else's and may not steer a terminal."""

from __future__ import annotations

import json
import os
import re
import sys
from typing import NoReturn

import msgspec
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

#: What a shell reports of a program that wrote to a closed pipe.
CLOSED_PIPE = 141
#: Control characters, line separators, marks that turn the direction of text, lone surrogates.
_STEERING = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff"
_UNSAFE = re.compile(f"[{_STEERING}]")
_WHITE = re.compile(r"[\s\u2028\u2029]+")


class _Console(Console):
    def on_broken_pipe(self) -> NoReturn:
        """The reader has had enough: end without a word."""
        close_quietly()
        raise SystemExit(CLOSED_PIPE)


def out() -> Console:
    """Standard output. Made anew each time: what it is connected to may change in tests."""
    return _console(stderr=False)


def err() -> Console:
    """Standard error."""
    return _console(stderr=True)


def _console(*, stderr: bool) -> Console:
    return _Console(stderr=stderr, highlight=False, markup=False, emoji=False)


def interactive() -> bool:
    """Whether standard output is a terminal."""
    return out().is_terminal


def line(text: str | None) -> str:
    """``text`` on one line, with nothing in it that could steer a terminal or break a table."""
    return _UNSAFE.sub("�", _WHITE.sub(" ", text or "").strip())


def block(text: str) -> str:
    """``text`` with its line breaks kept and everything else that steers made visible."""
    unix = text.replace("\r\n", "\n").replace("\r", "\n").expandtabs(4)
    return _UNSAFE.sub("�", unix)


def say(text: str, style: str = "", *, indent: int = 0) -> None:
    """A sentence of ours on standard output, folded to the terminal, whole in a pipe."""
    console = out()
    words = Text(line(text), style=style)
    if console.is_terminal:
        console.print(Padding(words, (0, 0, 0, indent)))
    else:
        console.print(Text(" " * indent).append_text(words), soft_wrap=True)


def note(text: str, style: str = "") -> None:
    """A sentence of ours on standard error."""
    console = err()
    console.print(Text(line(text), style=style), soft_wrap=not console.is_terminal)


def write(text: str) -> None:
    """``text`` as it stands, to standard output."""
    write_bytes(text.encode("utf-8", "backslashreplace"))


def write_bytes(data: bytes) -> None:
    """``data`` as it stands, to standard output."""
    try:
        sys.stdout.flush()
        buffer = getattr(sys.stdout, "buffer", None)
        if buffer is None:
            sys.stdout.write(data.decode("utf-8", "replace"))
        else:
            buffer.write(data)
        sys.stdout.flush()
    except BrokenPipeError:
        close_quietly()
        raise SystemExit(CLOSED_PIPE) from None


def write_json(value: object) -> None:
    """``value`` as JSON: indented on a terminal, one line in a pipe."""
    encoded = json_of(value)
    if interactive():
        encoded = msgspec.json.format(encoded, indent=2)
    write(_UNSAFE.sub(_escaped, encoded) + "\n")


def json_of(value: object) -> str:
    """Compact JSON of records, lists and dictionaries."""
    try:
        return msgspec.json.encode(value).decode()
    except UnicodeEncodeError:  # the name of a file that is not UTF-8
        return json.dumps(msgspec.to_builtins(value))


def close_quietly() -> None:
    """Let what is still buffered for a closed pipe go nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
