"""The network: one encoder, and small heads that read its words.

    trigger      word -> no act, or one of 16 types (a word may tell two, a conviction and an arrest)
    role         trigger, word -> is the word part of its actor; of its recipient
    mode         trigger -> every type-and-mode
    factuality   trigger -> one of four
    context      sentence -> 37 contexts
    pair         sentence with marked sides -> 16 types

The encoder runs on ONNX Runtime in the package; the heads are a few matrices, applied there by numpy
(`bede.events.model`), and are kept that simple for it: h -> tanh(W h + b) -> V.
"""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import AutoModel

ROLE_SIZE = 64
HIDDEN = 256


class Network(nn.Module):
    """Encoder of `folder` (a Hugging Face layout) with heads for `types`, `modes` and `contexts` classes."""

    def __init__(self, folder: Path, types: int, modes: int, contexts: int) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(folder, add_pooling_layer=False)
        size = self.encoder.config.hidden_size
        self.trigger = _head(size, 1 + types)
        self.mode = _head(size, modes)
        self.factuality = _head(size, 4)
        self.context = _head(size, contexts)
        self.pair = _head(3 * size, types)
        self.role_trigger = nn.Linear(size, 2 * ROLE_SIZE)
        self.role_word = nn.Linear(size, 2 * ROLE_SIZE)
        self.role_alone = nn.Linear(size, 2)
        self.dropout = nn.Dropout(0.1)

    def read(self, pieces: Tensor, mask: Tensor) -> Tensor:
        """Pieces [batch, length] -> states [batch, length, size]."""
        states: Tensor = self.encoder(input_ids=pieces, attention_mask=mask).last_hidden_state
        return self.dropout(states)

    def roles(self, triggers: Tensor, words: Tensor) -> Tensor:
        """Triggers [n, size] and the words of their sentences [n, length, size] -> [n, length, 2]."""
        asks = self.role_trigger(triggers).view(len(triggers), 2, ROLE_SIZE)
        answers = self.role_word(words).view(*words.shape[:2], 2, ROLE_SIZE)
        return torch.einsum("nrk,nlrk->nlr", asks, answers) / ROLE_SIZE**0.5 + self.role_alone(words)


def _head(size: int, classes: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(size, HIDDEN), nn.Tanh(), nn.Dropout(0.1), nn.Linear(HIDDEN, classes))
