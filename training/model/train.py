"""Train the event model from the corpus.

    python -m training.model.train ENCODER --out FOLDER [--epochs 4] [--share 1.0] [--with FILE] [--seed 1]

ENCODER is the folder of the pinned encoder. Writes `network.pt` with the weights and `classes.json`.
The same seed gives the same weights on the same kind of machine.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

from bede.events.wordpieces import WordPieces
from bede.ontology import load as load_ontology
from training import files
from training.model.batches import batches, pair_texts, sentence_texts
from training.model.examples import Examples, Pair, Sentence, examples, marked_pairs
from training.model.network import Network

FACTUALITY = ("actual", "future", "hypothetical", "negated")
PIECES_A_BATCH = 1200
ENCODER_RATE, HEAD_RATE = 1e-4, 1e-3
TRIGGER_WEIGHT = 2.0  # of words that tell an act, for most words do not
WARM_UP = 0.1
SILENT_SHARE = 0.5  # of the sentences without an act, those that an epoch sees
PAIR_SHARE = 0.5  # of the marked pairs likewise


@dataclass(frozen=True, slots=True)
class Classes:
    """Names of the classes, in the order of the network's outputs."""

    types: tuple[str, ...]
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    factuality: tuple[str, ...] = FACTUALITY


def classes() -> Classes:
    """The classes of the shipped ontology; a mode is "TYPE mode", for several types may share one."""
    ontology = load_ontology()
    modes = tuple(f"{t.name} {m.name}" for t in ontology.types.values() for m in t.modes)
    return Classes(tuple(ontology.types), modes, tuple(ontology.contexts))


class Losses:
    """What each head gets wrong on one batch."""

    def __init__(self, network: Network, names: Classes, vocabulary: WordPieces) -> None:
        self.network, self.vocabulary, self.names = network, vocabulary, names
        self.type_of = {t: i for i, t in enumerate(names.types)}
        self.mode_of = {m: i for i, m in enumerate(names.modes)}
        self.modes_under = torch.tensor([[m.split()[0] == t for m in names.modes] for t in names.types])

    def sentences(self, batch: Sequence[Sentence]) -> Tensor:
        """Triggers, roles, modes, factuality and contexts of a batch of sentences."""
        texts = sentence_texts(batch, self.vocabulary)
        states = self.network.read(texts.pieces, texts.mask)
        width = max(1, *(len(p) for p in texts.places))
        words = torch.zeros(len(batch), width, dtype=torch.long)
        real = torch.zeros(len(batch), width)
        told = torch.zeros(len(batch), width, len(self.names.types))
        acts = []
        for row, (sentence, places) in enumerate(zip(batch, texts.places, strict=True)):
            words[row, : len(places)] = torch.tensor(places)
            real[row, : len(places)] = 1
            for act in sentence.acts:
                inside = [w for w in act.words if w < len(places)]
                if inside:
                    told[row, inside, self.type_of[act.type]] = 1
                    acts.append((row, inside, act))
        by_word = states.gather(1, words.unsqueeze(-1).expand(-1, -1, states.shape[-1]))
        nothing = (told.sum(-1, keepdim=True) == 0).float()
        wanted = torch.cat([nothing, told / told.sum(-1, keepdim=True).clamp(min=1)], -1)
        scores = self.network.trigger(by_word).log_softmax(-1)
        weight = real * (1 + (TRIGGER_WEIGHT - 1) * (1 - nothing.squeeze(-1)))
        loss = -((scores * wanted).sum(-1) * weight).sum()
        means = (states * texts.mask.unsqueeze(-1)).sum(1) / texts.mask.sum(1, keepdim=True)
        about = torch.tensor([[float(c in s.contexts) for c in self.names.contexts] for s in batch])
        some = torch.tensor([float(bool(s.acts)) for s in batch]).unsqueeze(-1)
        context = F.binary_cross_entropy_with_logits(self.network.context(means), about, reduction="none")
        loss = loss + 0.1 * (context * some).sum()
        if acts:
            loss = loss + self._acts(acts, by_word, real)
        return loss / max(8, len(batch))

    def _acts(self, acts: list[tuple[int, list[int], object]], words: Tensor, real: Tensor) -> Tensor:
        rows = torch.tensor([row for row, _, _ in acts])
        triggers = torch.stack([words[row, inside].mean(0) for row, inside, _ in acts])
        roles = torch.zeros(len(acts), words.shape[1], 2)
        modes = torch.zeros(len(acts), len(self.names.modes))
        for n, (_, _, act) in enumerate(acts):
            for side, members in enumerate((act.actors, act.recipients)):
                roles[n, [w for w in members if w < words.shape[1]], side] = 1
            for mode in act.modes:
                if f"{act.type} {mode}" in self.mode_of:
                    modes[n, self.mode_of[f"{act.type} {mode}"]] = 1
        under = self.modes_under[[self.type_of[act.type] for _, _, act in acts]].float()
        fact = torch.tensor([FACTUALITY.index(act.factuality) for _, _, act in acts])
        scores = self.network.roles(triggers, words[rows])
        role = F.binary_cross_entropy_with_logits(scores, roles, reduction="none").sum(-1) * real[rows]
        mode = (
            F.binary_cross_entropy_with_logits(self.network.mode(triggers), modes, reduction="none") * under
        )
        factuality = F.cross_entropy(self.network.factuality(triggers), fact, reduction="sum")
        return role.sum() / 10 + mode.sum() / 2 + factuality / 2

    def pairs(self, batch: Sequence[Pair]) -> Tensor:
        """Types of a batch of marked pairs; where several are right, any of them will do."""
        right = torch.tensor([[t in pair.types for t in self.names.types] for pair in batch])
        scores = pair_scores(self.network, batch, self.vocabulary)
        chosen = scores.masked_fill(~right, -torch.inf).logsumexp(-1)
        return (scores.logsumexp(-1) - chosen).sum() / max(8, len(batch))


def pair_scores(network: Network, batch: Sequence[Pair], vocabulary: WordPieces) -> Tensor:
    """Marked pairs -> scores of the types [batch, types]."""
    texts, opens = pair_texts(batch, vocabulary)
    states = network.read(texts.pieces, texts.mask)
    means = (states * texts.mask.unsqueeze(-1)).sum(1) / texts.mask.sum(1, keepdim=True)
    marks = states.gather(1, opens.unsqueeze(-1).expand(-1, -1, states.shape[-1]))
    return network.pair(torch.cat([means, marks[:, 0], marks[:, 1]], -1))


def train(losses: Losses, seen: Examples, epochs: int, seed: int, after: Callable[[], None]) -> None:
    """Fit the network to the examples, sentences and pairs in turn; `after` is called after each epoch."""
    network = losses.network
    order = random.Random(seed)
    encoder = [p for p in network.encoder.parameters() if p.requires_grad]
    heads = [p for name, p in network.named_parameters() if not name.startswith("encoder.")]
    groups = [{"params": encoder, "lr": ENCODER_RATE}, {"params": heads, "lr": HEAD_RATE}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    work = [_work(seen, order) for _ in range(epochs)]
    steps = sum(map(len, work))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: _rate(step / steps))
    started = time.time()
    for epoch, batches_of_epoch in enumerate(work, start=1):
        network.train()
        total = 0.0
        for sentences, pairs in batches_of_epoch:
            loss = losses.sentences(sentences) if sentences else losses.pairs(pairs)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total += float(loss)
        network.eval()
        after()
        mean = total / len(batches_of_epoch)
        print(f"epoch {epoch}: loss {mean:.3f}, {time.time() - started:.0f} s", file=sys.stderr, flush=True)


def _rate(done: float) -> float:
    """The share of the full rate when this share of the steps is done: up at first, then down to nothing."""
    return max(done / WARM_UP, 1e-3) if done < WARM_UP else (1 - done) / (1 - WARM_UP)


def _work(seen: Examples, order: random.Random) -> list[tuple[list[Sentence], list[Pair]]]:
    """The batches of one epoch: every sentence with an act, some without, some marked pairs."""
    told = [s for s in seen.sentences if s.acts or order.random() < SILENT_SHARE]
    pairs = [pair for pair in seen.pairs if order.random() < PAIR_SHARE]
    work: list[tuple[list[Sentence], list[Pair]]] = []
    work += [(batch, []) for batch in batches(told, PIECES_A_BATCH, order)]
    work += [([], batch) for batch in batches(pairs, PIECES_A_BATCH, order)]
    order.shuffle(work)
    return work


def main(arguments: list[str] | None = None) -> int:
    """Train and save."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--share", type=float, default=1.0, help="part of the passages to learn from")
    parser.add_argument(
        "--with", dest="more", type=Path, action="append", default=[], help="more marked pairs"
    )
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(arguments)
    torch.manual_seed(given.seed)
    given.out.mkdir(parents=True, exist_ok=True)
    passages = [p for p in files.read(files.PASSAGES) if not p.held]
    passages = sorted(passages, key=lambda p: p.id)[: round(given.share * len(passages))]
    seen = examples(passages)
    for path in given.more:
        seen.pairs.extend(marked_pairs(path))
    vocabulary = WordPieces((given.encoder / "vocab.txt").read_text(encoding="utf-8").splitlines())
    names = classes()
    text = {"types": names.types, "modes": names.modes, "contexts": names.contexts, "factuality": FACTUALITY}
    (given.out / "classes.json").write_text(json.dumps(text), encoding="utf-8")
    network = Network(given.encoder, len(names.types), len(names.modes), len(names.contexts))
    network.encoder.embeddings.requires_grad_(False)
    losses = Losses(network, names, vocabulary)
    train(
        losses,
        seen,
        given.epochs,
        given.seed,
        lambda: torch.save(network.state_dict(), given.out / "network.pt"),
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
