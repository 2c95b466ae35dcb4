"""Trains the encoder on labelled sentences and second opinions, and exports it.

train.py SENTENCES.jsonl UNLABELLED.jsonl HELD_OUT.txt OPINIONS.npz FOLDER: articles whose id is in
HELD_OUT are left out.
"""

import json
import shutil
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from labelled import BASE, COLUMNS, KINDS, MODALITIES, TYPES, read_examples
from network import Context, Network, Sentences, Small, require_weights
from opinions import blend, read_opinions
from training import SEED, SMALL, train

BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def main(sentences: Path, unlabelled: Path, held_out: Path, opinions: Path, folder: Path) -> None:
    """Train, export to `folder`, and write the card without weights, which are fitted next."""
    require_weights(BASE, BASE_SHA256)
    second = read_opinions(opinions)
    labelled = read_examples(sentences, held_out=held_out)
    for name, article in labelled.items():
        blend(article, second[name])
    others = read_examples(unlabelled)
    for name, article in others.items():
        blend(article, second[name], share=1)
    torch.manual_seed(SEED)
    network = Small(BASE)
    train(network, [*labelled.values(), *others.values()], SMALL)
    export(network, folder)


def export(network: Network, folder: Path) -> None:
    """Write both networks as ONNX, the first with whole-number weights, and the card."""
    folder.mkdir(parents=True, exist_ok=True)
    network.transformer.config._attn_implementation = "eager"
    full = folder / "full.onnx"
    ids = torch.tensor([[101, 5, 6, 102, 0], [101, 5, 6, 7, 102]])
    axes = {"ids": "bt", "vectors": "b", "tokens": "bt", "meanings": "bt"}
    _export(Sentences(network), ids, full, axes)
    quantize_dynamic(full, folder / "sentences.onnx", weight_type=QuantType.QInt8)
    full.unlink()
    context = folder / "context.onnx"
    _export(Context(network), torch.randn(5, 768), context, {"vectors": "s", "logits": "s"})
    shutil.copy(BASE / "tokenizer.json", folder / "tokenizer.json")
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
