"""The network: a transformer reads each sentence, a recurrent layer the sentences in their order.

`Small` is what ships. `Large` is slower and better; it lends `Small` its opinions in training.
"""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.nn.utils.rnn import pack_sequence, pad_packed_sequence
from transformers import BertModel, MPNetModel, PreTrainedModel

from labelled import (
    COLUMNS,
    FIRST,
    KINDS,
    LAST,
    MODALITIES,
    ROLES,
    TAGS,
    TYPES,
    UNKNOWN,
    Stretch,
)

CONTEXT = 96
LOGITS = len(TYPES) + len(KINDS) + len(TYPES) * len(MODALITIES) + len(TYPES)
MOOD_WEIGHT, SPAN_WEIGHT, MARK_WEIGHT, TAG_WEIGHT = 0.3, 0.2, 0.9, 0.6
"""How much the other tasks count beside types and kinds."""
RARE = 3.0
"""How much more a marked word counts than an unmarked one."""


class Network(nn.Module):
    """Sentence logits (22) and token logits (one for each of COLUMNS); `width` of the pieces."""

    def __init__(self, transformer: PreTrainedModel) -> None:
        super().__init__()
        width = transformer.config.hidden_size
        self.transformer = transformer
        self.drop = nn.Dropout(0.1)
        self.gru = nn.GRU(2 * width, CONTEXT, bidirectional=True, batch_first=True)
        self.sent = nn.Linear(2 * width + 2 * CONTEXT, LOGITS)
        self.token = nn.Linear(width, len(COLUMNS))

    def read(self, ids: Tensor, mask: Tensor, own: Tensor) -> tuple[Tensor, Tensor]:
        """Vectors of sentences (b, 2 * width) and of their word pieces (b, t, width)."""
        pieces = self.transformer(input_ids=ids, attention_mask=mask).last_hidden_state
        weights = own.unsqueeze(-1).float()
        mean = (pieces * weights).sum(1) / weights.sum(1).clamp(min=1)
        return torch.cat([pieces[:, 0], mean], -1), pieces

    def around(self, vectors: Tensor, lengths: Sequence[int]) -> Tensor:
        """What stands round each sentence in its stretch of an article, (b, 192)."""
        packed = pack_sequence(list(vectors.split(list(lengths))), enforce_sorted=False)
        found, _lengths = pad_packed_sequence(self.gru(packed)[0], batch_first=True)
        return torch.cat([found[row, :length] for row, length in enumerate(lengths)])

    def forward(
        self, ids: Tensor, mask: Tensor, own: Tensor, lengths: Sequence[int]
    ) -> tuple[Tensor, Tensor]:
        """Logits of sentences and of word pieces; `lengths` says how many stand together."""
        vectors, pieces = self.read(ids, mask, own)
        vectors = self.drop(vectors)
        around = self.drop(self.around(vectors, lengths))
        sentence = self.sent(torch.cat([vectors, around], -1))
        return sentence.float(), self.token(self.drop(pieces)).float()


class Small(Network):
    """MiniLM, 6 layers of 384."""

    def __init__(self, base: Path) -> None:
        super().__init__(
            BertModel.from_pretrained(base, add_pooling_layer=False, attn_implementation="sdpa")
        )


class Large(Network):
    """MPNet, 12 layers of 768; what its words mean stays as it was."""

    def __init__(self, base: Path) -> None:
        super().__init__(MPNetModel.from_pretrained(base, add_pooling_layer=False))
        self.transformer.embeddings.word_embeddings.weight.requires_grad_(False)

    def read(self, ids: Tensor, mask: Tensor, own: Tensor) -> tuple[Tensor, Tensor]:
        """As above; MPNet has BERT's vocabulary four places on, and the marks before it."""
        marks = {0: 1, FIRST: 0, LAST: 2}
        renumbered = ids + 4
        for mark, number in marks.items():
            renumbered = renumbered.masked_fill(ids == mark, number)
        return super().read(renumbered, mask, own)


def require_weights(base: Path, sha256: str) -> None:
    """End the program unless the base holds just the weights of that digest."""
    if hashlib.sha256((base / "model.safetensors").read_bytes()).hexdigest() != sha256:
        raise SystemExit(f"{base} does not hold the weights that were fine-tuned")


def batch_of(stretches: Sequence[Stretch]) -> dict[str, Any]:
    """Examples as tensors, with `lengths`, the number of sentences of each stretch."""
    rows = [example for stretch in stretches for example in stretch]
    longest = max(len(row.ids) for row in rows)
    batch: dict[str, Any] = {"lengths": [len(stretch) for stretch in stretches]}
    batch["ids"] = _filled([np.array(row.ids) for row in rows], longest, 0, 0)
    batch["mask"] = (batch["ids"] > 0).long()
    batch["labelled"] = torch.tensor([row.is_labelled for row in rows]).float()
    batch["own"] = _filled([np.ones(len(row.places), np.float32) for row in rows], longest, 0, 1)
    for name in ("types", "kind", "modality", "negated"):
        batch[name] = torch.tensor(np.stack([getattr(row, name) for row in rows]))
    for name, missing in (("spans", 0), ("begins", 0), ("roles", 0), ("tags", UNKNOWN)):
        batch[name] = _filled([getattr(row, name) for row in rows], longest, missing, 1)
    return batch


def _filled(rows: Sequence[np.ndarray], longest: int, missing: int, before: int) -> Tensor:
    """Rows of different lengths as one tensor, `before` places from the left."""
    shape = (len(rows), longest, *rows[0].shape[1:])
    filled = np.full(shape, missing, rows[0].dtype)
    for number, row in enumerate(rows):
        filled[number, before : before + len(row)] = row
    return torch.tensor(filled)


def logits_of(network: Network, batch: dict[str, Any]) -> tuple[Tensor, Tensor]:
    """Logits of a batch; what takes long is done in bfloat16, where the processor has it."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        return network(batch["ids"], batch["mask"], batch["own"], batch["lengths"])


def loss_of(network: Network, batch: dict[str, Any]) -> Tensor:
    """The sum of all tasks' losses, the mean over the sentences."""
    sentence, token = logits_of(network, batch)
    return (_sentence_loss(sentence, batch) + _token_loss(token, batch)).mean()


def sentence_parts(logits: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Logits of types (…, 3), kinds (…, 4), modalities (…, 3, 4) and denial (…, 3)."""
    sizes = [len(TYPES), len(KINDS), len(TYPES) * len(MODALITIES), len(TYPES)]
    types, kinds, moods, denied = logits.split(sizes, -1)
    return types, kinds, moods.unflatten(-1, (len(TYPES), len(MODALITIES))), denied


def _piece_parts(logits: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Logits of extents (…, 3), beginnings (…, 3), roles (…, 9) and tags of word pieces."""
    sizes = [len(TYPES), len(TYPES), len(ROLES), len(TAGS)]
    spans, begins, roles, tags = logits.split(sizes, -1)
    return spans, begins, roles, tags


def _sentence_loss(logits: Tensor, batch: dict[str, Any]) -> Tensor:
    binary = functional.binary_cross_entropy_with_logits
    types, kinds, moods, denied = sentence_parts(logits)
    known = (batch["negated"] != UNKNOWN).float()
    type_loss = binary(types, batch["types"], reduction="none").sum(1)
    kind_loss = functional.cross_entropy(kinds, batch["kind"], reduction="none")
    mood_loss = -(batch["modality"] * moods.log_softmax(-1)).sum((1, 2))
    denial = binary(denied, batch["negated"] * known, reduction="none") * known
    return type_loss + kind_loss + MOOD_WEIGHT * (mood_loss + denial.sum(1))


def _token_loss(logits: Tensor, batch: dict[str, Any]) -> Tensor:
    binary = functional.binary_cross_entropy_with_logits
    own = batch["own"] * batch["labelled"].unsqueeze(-1)
    count = own.sum(1).clamp(min=1)
    spans, begins, roles, tags = _piece_parts(logits)
    rare = torch.tensor(RARE)
    span_loss = binary(spans, batch["spans"], reduction="none").sum(-1)
    begin_loss = binary(begins, batch["begins"], pos_weight=rare, reduction="none").sum(-1)
    role_loss = binary(roles, batch["roles"], pos_weight=rare, reduction="none").sum(-1)
    tag_loss = functional.cross_entropy(
        tags.reshape(-1, len(TAGS)),
        batch["tags"].reshape(-1),
        ignore_index=UNKNOWN,
        reduction="none",
    ).reshape(own.shape)
    marks = SPAN_WEIGHT * span_loss + MARK_WEIGHT * (begin_loss + role_loss)
    return ((marks * own).sum(1) + TAG_WEIGHT * tag_loss.sum(1)) / count


class Sentences(nn.Module):
    """What is exported for reading sentences: ids to vectors and token logits."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor) -> tuple[Tensor, Tensor]:
        """Vectors (b, 768) and token logits (b, t, columns)."""
        mask = (ids > 0).long()
        place = torch.arange(ids.shape[1]).unsqueeze(0)
        own = ((place > 0) & (place < mask.sum(1, keepdim=True) - 1)).float()
        vectors, pieces = self.network.read(ids, mask, own)
        return vectors, self.network.token(pieces)


class Context(nn.Module):
    """What is exported for reading an article: its sentences' vectors to their logits."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, vectors: Tensor) -> Tensor:
        """Logits (s, 22) of the sentences of one article."""
        around, _state = self.network.gru(vectors.unsqueeze(0))
        return self.network.sent(torch.cat([vectors, around[0]], -1))
