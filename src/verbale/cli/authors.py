"""Who decides: the name that a correction carries."""

from __future__ import annotations

import getpass
import os
import shutil
import subprocess
from typing import Annotated

import typer

AUTHOR = "VERBALE_AUTHOR"
_PATIENCE = 5

Author = Annotated[
    str | None,
    typer.Option(metavar="NAME", help=f"Who says so; else ${AUTHOR}, git's user.name, the login."),
]
Reason = Annotated[str, typer.Option(metavar="WORDS", help="Why; kept with it.")]


def author_of(given: str | None) -> str:
    """The name given, else what the environment, git or the system has for the user."""
    found = given or os.environ.get(AUTHOR) or _by_git() or _by_login()
    return " ".join(found.split()) or "unknown"


def _by_git() -> str:
    git = shutil.which("git")
    if git is None:
        return ""
    try:
        told = subprocess.run(  # noqa: S603 - a fixed command, found by its full path
            [git, "config", "--get", "user.name"],
            capture_output=True,
            text=True,
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired, UnicodeDecodeError):
        return ""
    return told.stdout.strip()


def _by_login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a user id without a name
        return ""
