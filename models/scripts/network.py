"""The network: MiniLM reads each sentence, a recurrent layer reads the sentences in their order."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.nn.utils.rnn import pack_sequence, pad_packed_sequence
from transformers import BertModel

from labelled import COLUMNS, KINDS, MODALITIES, ROLES, TAGS, TYPES, UNKNOWN, Example

HIDDEN, CONTEXT = 384, 96
LOGITS = len(TYPES) + len(KINDS) + len(TYPES) * len(MODALITIES) + len(TYPES)
MOOD_WEIGHT, SPAN_WEIGHT, ROLE_WEIGHT, TAG_WEIGHT = 0.3, 0.2, 0.9, 0.6
"""How much the other tasks count beside types and kinds."""
RARE = 3.0
"""How much more a marked word counts than an unmarked one."""


class Network(nn.Module):
    """Sentence logits (22) and token logits (one for each of COLUMNS)."""

    def __init__(self, base: Path) -> None:
        super().__init__()
        self.bert = BertModel.from_pretrained(
            base, add_pooling_layer=False, attn_implementation="sdpa"
        )
        self.drop = nn.Dropout(0.1)
        self.gru = nn.GRU(2 * HIDDEN, CONTEXT, bidirectional=True, batch_first=True)
        self.sent = nn.Linear(2 * HIDDEN + 2 * CONTEXT, LOGITS)
        self.token = nn.Linear(HIDDEN, len(COLUMNS))

    def read(self, ids: Tensor, mask: Tensor, own: Tensor) -> tuple[Tensor, Tensor]:
        """Vectors of sentences (b, 768) and of their word pieces (b, t, 384)."""
        pieces = self.bert(input_ids=ids, attention_mask=mask).last_hidden_state
        weights = own.unsqueeze(-1).float()
        mean = (pieces * weights).sum(1) / weights.sum(1).clamp(min=1)
        return torch.cat([pieces[:, 0], mean], -1), pieces

    def around(self, vectors: Tensor, lengths: Sequence[int]) -> Tensor:
        """What stands round each sentence in its part of an article, (b, 192)."""
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
        return self.sent(torch.cat([vectors, around], -1)), self.token(self.drop(pieces))


def batch_of(parts: Sequence[list[Example]]) -> dict[str, Any]:
    """Examples as tensors, with `lengths`, the number of sentences of each part."""
    rows = [example for part in parts for example in part]
    longest = max(len(row.ids) for row in rows)
    batch: dict[str, Any] = {"lengths": [len(part) for part in parts]}
    batch["ids"] = _filled([np.array(row.ids) for row in rows], longest, 0, 0)
    batch["mask"] = (batch["ids"] > 0).long()
    batch["own"] = _filled([np.ones(len(row.places), np.float32) for row in rows], longest, 0, 1)
    for name in ("types", "modality", "negated"):
        batch[name] = torch.tensor(np.stack([getattr(row, name) for row in rows]))
    batch["kind"] = torch.tensor([row.kind for row in rows])
    for name, missing in (("spans", 0), ("roles", 0), ("tags", UNKNOWN)):
        batch[name] = _filled([getattr(row, name) for row in rows], longest, missing, 1)
    return batch


def _filled(rows: Sequence[np.ndarray], longest: int, missing: int, before: int) -> Tensor:
    """Rows of different lengths as one tensor, `before` places from the left."""
    shape = (len(rows), longest, *rows[0].shape[1:])
    filled = np.full(shape, missing, rows[0].dtype)
    for number, row in enumerate(rows):
        filled[number, before : before + len(row)] = row
    return torch.tensor(filled)


def loss_of(network: Network, batch: dict[str, Any]) -> Tensor:
    """The sum of all tasks' losses, the mean over the sentences."""
    sentence, token = network(batch["ids"], batch["mask"], batch["own"], batch["lengths"])
    return (_sentence_loss(sentence, batch) + _token_loss(token, batch)).mean()


def _sentence_loss(logits: Tensor, batch: dict[str, Any]) -> Tensor:
    cross, binary = functional.cross_entropy, functional.binary_cross_entropy_with_logits
    types = binary(logits[:, :3], batch["types"], reduction="none").sum(1)
    kinds = cross(logits[:, 3:7], batch["kind"], reduction="none")
    moods = cross(
        logits[:, 7:19].reshape(-1, 4),
        batch["modality"].reshape(-1),
        ignore_index=UNKNOWN,
        reduction="none",
    )
    known = (batch["negated"] >= 0).float()
    denied = binary(logits[:, 19:22], batch["negated"].clamp(min=0), reduction="none") * known
    return types + kinds + MOOD_WEIGHT * (moods.reshape(-1, 3).sum(1) + denied.sum(1))


def _token_loss(logits: Tensor, batch: dict[str, Any]) -> Tensor:
    binary = functional.binary_cross_entropy_with_logits
    own, count = batch["own"], batch["own"].sum(1).clamp(min=1)
    roles = slice(len(TYPES), len(TYPES) + len(ROLES))
    spans = binary(logits[..., : len(TYPES)], batch["spans"], reduction="none")
    rare = torch.tensor(RARE)
    fillers = binary(logits[..., roles], batch["roles"], pos_weight=rare, reduction="none")
    tags = functional.cross_entropy(
        logits[..., roles.stop :].reshape(-1, len(TAGS)),
        batch["tags"].reshape(-1),
        ignore_index=UNKNOWN,
        reduction="none",
    ).reshape(own.shape)
    marked = SPAN_WEIGHT * spans.sum(-1) + ROLE_WEIGHT * fillers.sum(-1)
    return ((marked * own).sum(1) + TAG_WEIGHT * tags.sum(1)) / count


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
