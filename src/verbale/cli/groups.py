"""Commands that list by themselves and have others below them: ``verbale actors merge``."""

from __future__ import annotations

from typing import Any

from typer.core import TyperGroup

LIST = "list"


class ListingGroup(TyperGroup):
    """A group whose ``list`` command is meant where none of its commands is named.

    So ``verbale actors --country JPN`` lists, and ``verbale actors merge A B`` merges.
    """

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # Typer vendors its Context
        """Put ``list`` before arguments that name no command."""
        wants_help = set(ctx.help_option_names) & set(args[:1])
        if not wants_help and (not args or args[0] not in self.commands):
            args = [LIST, *args]
        rest: Any = super().parse_args(ctx, args)
        return list(rest)
