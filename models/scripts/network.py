"""The network: a transformer reads each sentence, a recurrent layer the sentences in their order.

`Small` is what ships. `Large` is slower and better; it lends `Small` its opinions in training.
"""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.nn.utils.rnn import pack_sequence, pad_packed_sequence
from transformers import BertModel, MPNetModel, PreTrainedModel

from labelled import (
    ASPECTS,
    COLUMNS,
    FIRST,
    LAST,
    MODALITIES,
    TYPES,
    Stretch,
)

CONTEXT = 96
MODALITY_WEIGHT, SPAN_WEIGHT, MARK_WEIGHT, TAG_WEIGHT = 0.3, 0.2, 0.9, 0.6
"""How much the other tasks count beside types and kinds."""
RARE = 3.0
"""How much more a marked word counts than an unmarked one."""


class Network(nn.Module):
    """Logits of sentences, one for each of ASPECTS, and of word pieces, one for each of COLUMNS."""

    def __init__(self, transformer: PreTrainedModel) -> None:
        super().__init__()
        width = transformer.config.hidden_size
        self.transformer = transformer
        self.drop = nn.Dropout(0.1)
        self.gru = nn.GRU(2 * width, CONTEXT, bidirectional=True, batch_first=True)
        self.sent = nn.Linear(2 * width + 2 * CONTEXT, len(ASPECTS))
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


@dataclass(frozen=True, slots=True)
class Batch:
    """b sentences of at most t pieces, filled up with 0; `lengths` is how many each stretch has.

    `ids` and `mask` (b, t); `own` (b, t) is 1 at pieces of the text and 0 at BERT's marks;
    `of_sentence` (b, 22) and `of_pieces` (b, t, 38) are the targets.
    """

    lengths: list[int]
    ids: Tensor
    mask: Tensor
    own: Tensor
    of_sentence: Tensor
    of_pieces: Tensor


def batch_of(stretches: Sequence[Stretch]) -> Batch:
    """The examples of some stretches as tensors."""
    rows = [example for stretch in stretches for example in stretch]
    longest = max(len(row.ids) for row in rows)
    ids = _filled([np.array(row.ids) for row in rows], longest, before=0)
    return Batch(
        lengths=[len(stretch) for stretch in stretches],
        ids=ids,
        mask=(ids > 0).long(),
        own=_filled([np.ones(len(row.places), np.float32) for row in rows], longest, before=1),
        of_sentence=torch.tensor(np.stack([row.sentence for row in rows])),
        of_pieces=_filled([row.pieces for row in rows], longest, before=1),
    )


def _filled(rows: Sequence[np.ndarray], longest: int, *, before: int) -> Tensor:
    """Rows of different lengths as one tensor, `before` places from the left, filled with 0."""
    filled = np.zeros((len(rows), longest, *rows[0].shape[1:]), rows[0].dtype)
    for number, row in enumerate(rows):
        filled[number, before : before + len(row)] = row
    return torch.tensor(filled)


def logits_of(network: Network, batch: Batch) -> tuple[Tensor, Tensor]:
    """Logits of a batch; what takes long is done in bfloat16, where the processor has it."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        return network(batch.ids, batch.mask, batch.own, batch.lengths)


def loss_of(network: Network, batch: Batch) -> Tensor:
    """The sum of all tasks' losses, the mean over the sentences."""
    sentence, pieces = logits_of(network, batch)
    count = batch.own.sum(1).clamp(min=1)
    on_pieces = (_piece_loss(pieces, batch.of_pieces) * batch.own).sum(1) / count
    return (_sentence_loss(sentence, batch.of_sentence) + on_pieces).mean()


def chances_of(network: Network, batch: Batch) -> tuple[Tensor, Tensor]:
    """Chances, 0 to 1, of types and kinds (b, 7), and for each piece of COLUMNS (b, t, 38)."""
    with torch.inference_mode():
        sentence, pieces = logits_of(network, batch)
        types, kinds, _modalities, _negated = _parts(sentence, ASPECTS)
        spans, begins, roles, tags = _parts(pieces, COLUMNS)
        # a yes of these counts RARE times in the loss, which multiplies its odds by as much
        marks = torch.cat([begins, roles], -1) - log(RARE)
        of_sentence = torch.cat([types.sigmoid(), kinds.softmax(-1)], -1)
        return of_sentence, torch.cat([spans.sigmoid(), marks.sigmoid(), tags.softmax(-1)], -1)


def _parts(values: Tensor, names: Sequence[str]) -> tuple[Tensor, ...]:
    """Logits or targets (…, one for each name) in parts, one for each first word of the names."""
    sizes = Counter(name.partition(".")[0] for name in names)
    return values.split(list(sizes.values()), -1)


def _sentence_loss(logits: Tensor, targets: Tensor) -> Tensor:
    types, kinds, modalities, negated = _parts(logits, ASPECTS)
    true_types, true_kinds, true_modalities, true_negated = _parts(targets, ASPECTS)
    by_type = (len(TYPES), len(MODALITIES))
    true_modalities = true_modalities.unflatten(-1, by_type)
    likely = modalities.unflatten(-1, by_type).log_softmax(-1)
    modality_loss = -(true_modalities * likely).sum((-1, -2))
    # a statement is affirmed or negated where it has a modality
    there = true_modalities.sum(-1)
    polarity_loss = (there * functional.softplus(negated) - true_negated * negated).sum(-1)
    return (
        _binary(types, true_types)
        + _choice(kinds, true_kinds)
        + MODALITY_WEIGHT * (modality_loss + polarity_loss)
    )


def _piece_loss(logits: Tensor, targets: Tensor) -> Tensor:
    spans, begins, roles, tags = _parts(logits, COLUMNS)
    true_spans, true_begins, true_roles, true_tags = _parts(targets, COLUMNS)
    marks = _binary(begins, true_begins, yes=RARE) + _binary(roles, true_roles, yes=RARE)
    return (
        SPAN_WEIGHT * _binary(spans, true_spans)
        + MARK_WEIGHT * marks
        + TAG_WEIGHT * _choice(tags, true_tags)
    )


def _binary(logits: Tensor, targets: Tensor, *, yes: float = 1.0) -> Tensor:
    """The loss of yes-or-no answers, summed over the last axis; a yes counts so many times."""
    entropy = functional.binary_cross_entropy_with_logits
    return entropy(logits, targets, reduction="none", pos_weight=torch.tensor(yes)).sum(-1)


def _choice(logits: Tensor, targets: Tensor) -> Tensor:
    """The loss of a choice between what stands on the last axis."""
    return -(targets * logits.log_softmax(-1)).sum(-1)


class Sentences(nn.Module):
    """What is exported for reading sentences: ids to vectors, token logits and meanings."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Vectors (b, 768), token logits (b, t, columns) and what they are read off (b, t, 384)."""
        mask = (ids > 0).long()
        place = torch.arange(ids.shape[1]).unsqueeze(0)
        own = ((place > 0) & (place < mask.sum(1, keepdim=True) - 1)).float()
        vectors, pieces = self.network.read(ids, mask, own)
        return vectors, self.network.token(pieces), pieces


class Context(nn.Module):
    """What is exported for reading an article: its sentences' vectors to their logits."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, vectors: Tensor) -> Tensor:
        """Logits (s, 22) of the sentences of one article."""
        around, _state = self.network.gru(vectors.unsqueeze(0))
        return self.network.sent(torch.cat([vectors, around[0]], -1))
