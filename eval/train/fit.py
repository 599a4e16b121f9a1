"""Fits the network to examples. Seeded, so that one machine gives the same weights again."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

import msgspec
import torch
from torch import Tensor

from eval.train.examples import Example
from eval.train.network import WIDTH, Network
from verbale.coder.passage import BY_RULES, TRAIT, TRAITS, TYPES, Marked
from verbale.coder.pieces import Pieces
from verbale.coder.reader import hanging

_BY_RULES = frozenset(TRAIT[name] for name in BY_RULES)
#: How often what the rules read is kept from the network, for a whole passage and for a word.
_UNREAD, _UNREAD_WORD = 0.15, 0.1


class Options(msgspec.Struct, frozen=True):
    """How long and how fast to learn."""

    dropout: float = 0.25
    epochs: int = 12
    batch: int = 12
    rate: float = 1e-3
    decay: float = 0.05
    seed: int = 7


class Words:
    """Vectors of words: the mean of their pieces'."""

    def __init__(self, pieces: Sequence[str], vectors: Tensor) -> None:
        self._cutter = Pieces(pieces)
        self._vectors = vectors
        self._known: dict[str, Tensor] = {}

    def of(self, text: str) -> Tensor:
        """The vector of one word."""
        if text not in self._known:
            self._known[text] = self._vectors[list(self._cutter.of(text))].mean(0)
        return self._known[text]


def fit(examples: Sequence[Example], words: Words, options: Options) -> Network:
    """A network that has learnt ``examples``."""
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    chance = random.Random(options.seed)
    network = Network(options.dropout)
    optimizer = torch.optim.AdamW(network.parameters(), lr=options.rate, weight_decay=options.decay)
    steps = options.epochs * -(-len(examples) // options.batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / (0.1 * steps)) * max(0.02, 1 - step / steps)
    )
    network.train()
    for epoch in range(options.epochs):
        total = 0.0
        for batch in _batches(examples, options.batch, chance):
            loss = _loss(network, batch, words, chance)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += float(loss.detach())
        print(f"epoch {epoch + 1}: loss {total * options.epochs / steps:.3f}", flush=True)
    network.eval()
    return network


def _batches(
    examples: Sequence[Example], size: int, chance: random.Random
) -> Iterator[list[Example]]:
    """``examples`` in a new order, those of like length together."""
    order = list(examples)
    chance.shuffle(order)
    near = 8 * size
    batches = []
    for start in range(0, len(order), near):
        group = sorted(order[start : start + near], key=lambda one: len(one.passage))
        batches += [group[at : at + size] for at in range(0, len(group), size)]
    chance.shuffle(batches)
    yield from batches


def _loss(
    network: Network, batch: Sequence[Example], words: Words, chance: random.Random
) -> Tensor:
    count, length = len(batch), max(len(one.passage) for one in batch)
    vectors = torch.zeros(count, length, WIDTH)
    traits = torch.zeros(count, length, len(TRAITS))
    above = torch.zeros(count, length, dtype=torch.int64)
    below, asked = torch.zeros(count, length, length), torch.zeros(count, length)
    right = torch.zeros(count, length, len(TYPES) + 1)
    right[:, :, 0] = 1
    for row, example in enumerate(batch):
        unread = example.pattern or chance.random() < _UNREAD
        for at, word in enumerate(example.passage):
            vectors[row, at] = words.of(word.text)
            hidden = unread or chance.random() < _UNREAD_WORD
            traits[row, at, list(word.traits - _BY_RULES if hidden else word.traits)] = 1
            above[row, at] = word.above
            asked[row, at] = float(word.asked and not is_unlabelled(example, at, word))
        for at, hung in enumerate(hanging(example.passage)):
            if hung:
                below[row, at, hung] = 1 / len(hung)
        for at, types in example.wanted.items():
            right[row, at, 0] = 0
            right[row, at, [TYPES.index(name) + 1 for name in types]] = 1
    logs = network(vectors, traits, above, below).log_softmax(-1)
    cost = -(logs + (right - 1) * 1e4).logsumexp(-1)
    return (cost * asked).sum() / (sum(len(one.wanted) for one in batch) + 8)


def is_unlabelled(example: Example, at: int, word: Marked) -> bool:
    """Whether gold says nothing of a word: in headlines it leaves to the body what that tells."""
    return TRAIT["headline"] in word.traits and at not in example.wanted
