"""The event model: what the trained network says of every word of an article.

A small encoder (ONNX Runtime) turns each sentence into one vector a word; a few matrices (numpy) read from
them which words tell an act and of which type, which words name its actor and recipient, its modes, its
factuality. Both are trained by `training/model` from the passages of `training/`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bede.data import FOLDER as DATA
from bede.errors import BedeError
from bede.events.marked import Marked
from bede.events.wordpieces import WordPieces

Array = NDArray[np.float32]
ENCODER, HEADS = "event_encoder.onnx", "event_heads.npz"
LONGEST = 192  # pieces of a sentence; what comes after is not read
BATCH = 2048  # pieces that are read at once


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words of one sentence that tell an act: places in the sentence, the type, how likely."""

    words: tuple[int, ...]
    type: str
    probability: float


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence as the network reads it. `states` has one row a word that was read."""

    states: Array
    types: Array
    model: EventModel

    def triggers(self, least: float) -> list[Trigger]:
        """Words in a row that tell an act of one type with at least this probability, most likely first."""
        found = []
        for kind, name in enumerate(self.model.types):
            row = self.types[:, kind]
            places = np.flatnonzero(row >= least)
            for group in np.split(places, np.flatnonzero(np.diff(places) > 1) + 1) if len(places) else ():
                found.append(Trigger(tuple(int(i) for i in group), name, float(row[group].max())))
        return sorted(found, key=lambda trigger: -trigger.probability)

    def probability(self, type: str, words: Sequence[int]) -> float:
        """How likely one of these words tells an act of the type."""
        inside = [w for w in words if w < len(self.types)]
        return float(self.types[inside, self.model.types.index(type)].max()) if inside else 0.0

    def roles(self, words: Sequence[int]) -> Array:
        """For an act told by these words: how likely each word names its actor, its recipient.

        [words of the sentence, 2]
        """
        return self.model.roles(self._trigger(words), self.states)

    def modes(self, words: Sequence[int], type: str) -> dict[str, float]:
        """Modes of the type with their probabilities."""
        scores = _sigmoid(self.model.head("mode", self._trigger(words)))
        return {
            mode.split()[1]: float(score)
            for mode, score in zip(self.model.modes, scores, strict=True)
            if mode.split()[0] == type
        }

    def factuality(self, words: Sequence[int]) -> dict[str, float]:
        """Probabilities of actual, future, hypothetical, negated."""
        shares = _softmax(self.model.head("factuality", self._trigger(words)))
        return dict(zip(self.model.factuality, shares.tolist(), strict=True))

    def _trigger(self, words: Sequence[int]) -> Array:
        inside = [w for w in words if w < len(self.states)] or [0]
        mean: Array = self.states[inside].mean(0)
        return mean


class EventModel:
    """The network. `folder` holds `event_encoder.onnx` and `event_heads.npz`."""

    def __init__(self, folder: Path) -> None:
        import onnxruntime  # here, so that those who code without a model do not load it

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # an engine runs one coder a core
        options.inter_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(
            folder / ENCODER, options, providers=["CPUExecutionProvider"]
        )
        with np.load(folder / HEADS, allow_pickle=False) as stored:
            self.types = tuple(str(name) for name in stored["names.types"])
            self.modes = tuple(str(name) for name in stored["names.modes"])
            self.factuality = tuple(str(name) for name in stored["names.factuality"])
            self.contexts = tuple(str(name) for name in stored["names.contexts"])
            self.pieces = WordPieces(str(stored["vocabulary"]).split("\n"))
            self.arrays: dict[str, Array] = {
                name: stored[name].astype(np.float32)
                for name in stored.files
                if name != "vocabulary" and not name.startswith("names.")
            }

    def read(self, sentences: Sequence[Sequence[str]]) -> list[Read]:
        """Sentences as words in, what the network says of each out, in order."""
        encoded = [self.pieces.encode(words, LONGEST) for words in sentences]
        order = sorted(range(len(encoded)), key=lambda i: len(encoded[i][0]))
        found: dict[int, Read] = {}
        batch: list[int] = []
        for i in order:
            if batch and len(encoded[i][0]) * (len(batch) + 1) > BATCH:
                self._read(batch, encoded, found)
                batch = []
            batch.append(i)
        if batch:
            self._read(batch, encoded, found)
        return [found[i] for i in range(len(encoded))]

    def _read(
        self, batch: list[int], encoded: list[tuple[list[int], list[int]]], found: dict[int, Read]
    ) -> None:
        states = self.encode([encoded[i][0] for i in batch])
        for row, i in enumerate(batch):
            words = states[row, encoded[i][1]]
            found[i] = Read(words, _softmax(self.head("trigger", words))[:, 1:], self)

    def encode(self, pieces: Sequence[Sequence[int]]) -> Array:
        """Piece numbers of sentences -> states [sentences, longest, size]."""
        longest = max(len(row) for row in pieces)
        numbers = np.full((len(pieces), longest), self.pieces.pad, dtype=np.int64)
        mask = np.zeros((len(pieces), longest), dtype=np.int64)
        for i, row in enumerate(pieces):
            numbers[i, : len(row)] = row
            mask[i, : len(row)] = 1
        states: Array = self.session.run(["states"], {"pieces": numbers, "mask": mask})[0]
        return states

    def types_of(self, sentences: Sequence[Marked]) -> Array:
        """Probabilities of the types of the act between the marked sides: [sentences, types]."""
        marked = [sentence.with_marks() for sentence in sentences]
        encoded = [self.pieces.encode(words, LONGEST) for words, _ in marked]
        states = self.encode([pieces for pieces, _ in encoded])
        rows = []
        for row, ((_, opens), (pieces, places)) in enumerate(zip(marked, encoded, strict=True)):
            at = [places[word] if word is not None and word < len(places) else 0 for word in opens]
            rows.append(np.concatenate([states[row, : len(pieces)].mean(0), *states[row, at]]))
        return _softmax(self.head("pair", np.stack(rows)))

    def head(self, name: str, states: Array) -> Array:
        """One head on rows of states: two matrices with tanh between them."""
        a = self.arrays
        hidden = np.tanh(states @ a[f"{name}.0.weight"].T + a[f"{name}.0.bias"])
        scores: Array = hidden @ a[f"{name}.3.weight"].T + a[f"{name}.3.bias"]
        return scores

    def roles(self, trigger: Array, words: Array) -> Array:
        """How likely each word names the actor or recipient of the act that `trigger` tells: [words, 2]."""
        a = self.arrays
        asks = (a["role_trigger.weight"] @ trigger + a["role_trigger.bias"]).reshape(2, -1)
        answers = (words @ a["role_word.weight"].T + a["role_word.bias"]).reshape(len(words), 2, -1)
        alone = words @ a["role_alone.weight"].T + a["role_alone.bias"]
        scores = np.einsum("rk,lrk->lr", asks, answers, dtype=np.float32)
        return _sigmoid(scores / np.float32(asks.shape[1] ** 0.5) + alone)


def _softmax(scores: Array) -> Array:
    parts = np.exp(scores - scores.max(-1, keepdims=True))
    shares: Array = parts / parts.sum(-1, keepdims=True)
    return shares


def _sigmoid(scores: Array) -> Array:
    values: Array = np.float32(1) / (np.float32(1) + np.exp(-np.clip(scores, -30, 30)))
    return values


def find_model(name: str) -> EventModel | None:
    """The model of a name that `bede.load` takes; None for "frames". Raises BedeError where there is none."""
    if name == "frames":
        return None
    folder = DATA if name == "small" else Path(name)
    if not (folder / ENCODER).exists():
        raise BedeError(
            f"There is no event model {name!r} ({folder / ENCODER} is missing). "
            "Use small, frames, or a folder with a model."
        )
    return _loaded(folder)


@cache
def _loaded(folder: Path) -> EventModel:
    return EventModel(folder)
