"""The training of the network, on stretches of articles."""

import random
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import torch

from labelled import Article, Stretch, stretches
from network import Network, batch_of, loss_of

SEED, EPOCHS, BATCH = 0, 4, 18
RATE, HEAD_RATE, WARM_UP, LOWEST = 3e-4, 1e-3, 0.06, 0.3
SORTED_TOGETHER = 75
MEMORY, AVERAGED_EVERY = 0.996, 4
"""How much of the mean of the weights stays at each of its updates, every so many steps."""


def trained(base: Path, articles: Sequence[Article]) -> Network:
    """The base trained for all epochs, at a rate that rises at first and then falls to a third."""
    torch.manual_seed(SEED)
    network = Network(base)
    read = list(stretches(articles))
    order = random.Random(SEED)
    heads = [own for name, own in network.named_parameters() if not name.startswith("bert")]
    groups = [
        {"params": network.bert.parameters(), "lr": RATE},
        {"params": heads, "lr": HEAD_RATE},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = EPOCHS * len(list(_batches(read, random.Random(1))))

    def rate(step: int) -> float:
        return min(1, step / (WARM_UP * steps)) * max(LOWEST, 1 - step / steps)

    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, rate)
    network.train()
    step, mean = 0, Mean(network)
    for epoch in range(EPOCHS):
        started, losses = time.time(), []
        for batch in _batches(read, order):
            # half as long on processors that have this precision
            with torch.autocast("cpu", dtype=torch.bfloat16):
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
    return network.eval()


class Mean:
    """A mean of the weights that training passes through, which errs less than the last ones."""

    def __init__(self, network: Network) -> None:
        self.weights = {name: own.clone() for name, own in network.state_dict().items()}
        self._added = 0

    def add(self, network: Network) -> None:
        """Take the present weights into the mean; the first ones count less and less."""
        self._added += 1
        memory = min(MEMORY, self._added / (self._added + 10))
        for name, own in network.state_dict().items():
            self.weights[name].lerp_(own, 1 - memory)


def _batches(read: Sequence[Stretch], order: random.Random) -> list[list[Stretch]]:
    """Batches of some eighteen sentences, from stretches of like length."""
    shuffled = list(read)
    order.shuffle(shuffled)
    batches = [
        batch
        for start in range(0, len(shuffled), SORTED_TOGETHER)
        for batch in _filled(sorted(shuffled[start : start + SORTED_TOGETHER], key=_longest))
    ]
    order.shuffle(batches)
    return batches


def _longest(stretch: Stretch) -> int:
    return max(len(example.ids) for example in stretch)


def _filled(read: Iterable[Stretch]) -> Iterator[list[Stretch]]:
    batch: list[Stretch] = []
    for stretch in read:
        batch.append(stretch)
        if sum(map(len, batch)) >= BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
