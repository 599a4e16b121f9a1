"""A command that answers an option it does not have with those it has."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

import typer
from typer.core import TyperCommand

#: How alike a mistyped option must be to one that there is: ``--untill``, but not ``--outlet``.
_ALIKE = 0.75
#: Typer may bring its own copy of click, so that this class of it has no public name.
_WrongUsage: type[Exception] = typer.BadParameter.__bases__[0]


class Command(TyperCommand):
    """Names the option that was meant, else all options: what merely shares letters with the one
    asked for leads astray."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # Typer vendors its Context
        """Read the arguments as any command does."""
        try:
            return super().parse_args(ctx, args)
        except _WrongUsage as error:
            asked = getattr(error, "option_name", None)
            if asked is not None and hasattr(error, "possibilities"):
                own = [name for name in self._options() if name.startswith("--")]
                error.possibilities = get_close_matches(asked, own, cutoff=_ALIKE) or own
            raise

    def _options(self) -> list[str]:
        return [name for each in self.params for name in each.opts]
