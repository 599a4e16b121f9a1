"""Engines: who runs the batch function over the documents of each shard."""

from __future__ import annotations

from verbale.archive.engines.engine import Engine, engine_for

__all__ = ["Engine", "engine_for"]
