"""The training of the network, on stretches of articles."""

import random
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import torch

from labelled import Article, Stretch, stretches
from network import Network, batch_of, loss_of

SEED, WARM_UP, SORTED_TOGETHER, AVERAGED_EVERY = 0, 0.06, 300, 4


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a network is trained: sentences a `batch`, rates of the transformer and of the `heads`.

    Rates rise at first and then fall to `lowest` of themselves; `memory` is how much of the mean
    of the weights stays at each of its updates, every AVERAGED_EVERY steps.
    """

    epochs: int
    batch: int
    rate: float
    heads: float
    lowest: float
    memory: float


SMALL = Recipe(epochs=4, batch=18, rate=3e-4, heads=1e-3, lowest=0.3, memory=0.996)
LARGE = Recipe(epochs=2, batch=32, rate=6e-5, heads=7e-4, lowest=0.05, memory=0.99)
LARGE_AGAIN = Recipe(epochs=1, batch=32, rate=5e-5, heads=2e-3, lowest=0.05, memory=0.985)
"""Once more, with faster `heads`: after LARGE its marks of words are far behind those of SMALL."""


def train(network: Network, articles: Sequence[Article], recipe: Recipe) -> None:
    """Train a network on articles; in the end it has the mean of the weights along the way."""
    read = list(stretches(articles))
    order = random.Random(SEED)
    body = [own for own in network.transformer.parameters() if own.requires_grad]
    heads = [own for name, own in network.named_parameters() if not name.startswith("transformer")]
    groups = [{"params": body, "lr": recipe.rate}, {"params": heads, "lr": recipe.heads}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    steps = recipe.epochs * len(_batches(read, random.Random(1), recipe.batch))

    def rate(step: int) -> float:
        return min(1, step / (WARM_UP * steps)) * max(recipe.lowest, 1 - step / steps)

    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, rate)
    network.train()
    step, mean = 0, Mean(network, recipe.memory)
    for epoch in range(recipe.epochs):
        started, losses = time.time(), []
        for batch in _batches(read, order, recipe.batch):
            loss = loss_of(network, batch_of(batch))
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            losses.append(loss.item())
            step += 1
            if step % AVERAGED_EVERY == 0:
                mean.add(network)
        average = sum(losses) / len(losses)
        print(f"epoch {epoch}: loss {average:.3f}, {time.time() - started:.0f} s", flush=True)
    network.load_state_dict(mean.weights)
    network.eval()


class Mean:
    """A mean of the weights that training passes through, which errs less than the last ones."""

    def __init__(self, network: Network, memory: float) -> None:
        self._memory = memory
        self.weights = {name: own.clone() for name, own in network.state_dict().items()}
        self._added = 0

    def add(self, network: Network) -> None:
        """Take the present weights into the mean; the first ones count less and less."""
        self._added += 1
        memory = min(self._memory, self._added / (self._added + 10))
        for name, own in network.state_dict().items():
            self.weights[name].lerp_(own, 1 - memory)


def _batches(read: Sequence[Stretch], order: random.Random, size: int) -> list[list[Stretch]]:
    """Batches of about `size` sentences, from stretches of like length."""
    shuffled = list(read)
    order.shuffle(shuffled)
    batches = [
        batch
        for start in range(0, len(shuffled), SORTED_TOGETHER)
        for batch in filled(sorted(shuffled[start : start + SORTED_TOGETHER], key=_longest), size)
    ]
    order.shuffle(batches)
    return batches


def _longest(stretch: Stretch) -> int:
    return max(len(example.ids) for example in stretch)


def filled(read: Iterable[Stretch], size: int) -> Iterator[list[Stretch]]:
    """Batches of about `size` sentences, of stretches or articles as they follow each other."""
    batch: list[Stretch] = []
    for stretch in read:
        batch.append(stretch)
        if sum(map(len, batch)) >= size:
            yield batch
            batch = []
    if batch:
        yield batch
