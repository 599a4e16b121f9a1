"""Writes what was learnt as the package ships it, the network's vectors in int8."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch

from eval.train.network import Network
from verbale.coder.balance import SideWeights, Weights

DATA = Path(__file__).parents[2] / "src" / "verbale" / "coder" / "data"
_HEAD = """\
# What each trait of a side weighs (acts/choice.py), for who acts and for whom it is done to.
# Written by `python -m eval.train`.
"""


def export_sides(weights: SideWeights, folder: Path = DATA) -> None:
    """Write ``sides.toml``."""
    folder.mkdir(parents=True, exist_ok=True)
    parts = [f"[{role}]\n{_table(table)}" for role, table in weights._asdict().items()]
    (folder / "sides.toml").write_text(_HEAD + "\n" + "\n".join(parts), encoding="utf-8")


def _table(weights: Weights) -> str:
    return "".join(f'"{trait}" = {weight}\n' for trait, weight in sorted(weights.items()))


def export(
    network: Network, pieces: Sequence[str], vectors: torch.Tensor, folder: Path = DATA
) -> None:
    """Write ``weights.npz`` and ``pieces.txt``.

    What the network first does to a word's vector is done here to every piece, so that only the
    narrow result is kept.
    """
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pieces.txt").write_text("\n".join(pieces) + "\n", encoding="utf-8")
    with torch.no_grad():
        three = torch.cat([network.own.weight, network.head.weight, network.hanging.weight])
        narrow = (vectors @ three.T).numpy()
    scale = np.abs(narrow).max(1) / 127
    kept = {
        name: value.numpy().astype(np.float16)
        for name, value in network.state_dict().items()
        if name not in {"own.weight", "head.weight", "hanging.weight"}
    }
    kept["pieces"] = np.round(narrow / scale[:, None]).astype(np.int8)
    kept["scale"] = scale.astype(np.float32)
    np.savez_compressed(folder / "weights.npz", **kept)
