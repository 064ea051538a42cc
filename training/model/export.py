"""Write what the package ships: the encoder for ONNX Runtime in eight bits, and the heads as matrices.

    python -m training.model.export ENCODER TRAINED --to bede/data

ENCODER is the folder of the pinned encoder, TRAINED the output of `training.model.train`. Writes
`event_encoder.onnx` (weights in eight bits, one scale a column) and `event_heads.npz` (half precision, with
the classes and the vocabulary).
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.model.network import Network


class Encoder(nn.Module):
    """The encoder alone: pieces and mask in, states out."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.encoder = network.encoder

    def forward(self, pieces: Tensor, mask: Tensor) -> Tensor:
        """Numbers [batch, length] -> states [batch, length, size]."""
        states: Tensor = self.encoder(input_ids=pieces, attention_mask=mask).last_hidden_state
        return states


def main(arguments: list[str] | None = None) -> int:
    """Export."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("trained", type=Path)
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--full", action="store_true", help="keep full precision")
    given = parser.parse_args(arguments)
    names = json.loads((given.trained / "classes.json").read_text(encoding="utf-8"))
    network = Network(given.encoder, len(names["types"]), len(names["modes"]), len(names["contexts"]))
    network.load_state_dict(torch.load(given.trained / "network.pt"))
    network.eval()
    given.to.mkdir(parents=True, exist_ok=True)
    write_encoder(network, given.to / "event_encoder.onnx", given.full)
    vocabulary = (given.encoder / "vocab.txt").read_text(encoding="utf-8").splitlines()
    write_heads(network, names, vocabulary, given.to / "event_heads.npz")
    return 0


def write_encoder(network: Network, path: Path, full: bool = False) -> None:
    """The encoder as ONNX with free batch and length."""
    example = (torch.tensor([[101, 2000, 102]]), torch.ones(1, 3, dtype=torch.long))
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "full.onnx"
        torch.onnx.export(
            Encoder(network),
            example,
            plain,
            input_names=["pieces", "mask"],
            output_names=["states"],
            dynamic_axes={name: {0: "batch", 1: "length"} for name in ("pieces", "mask", "states")},
            opset_version=17,
            dynamo=False,
        )
        if full:
            onnx.save(onnx.load(plain), path)
        else:
            quantize_dynamic(plain, path, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)


def write_heads(network: Network, names: dict[str, list[str]], vocabulary: list[str], path: Path) -> None:
    """The heads' matrices by name, the classes, and the vocabulary."""
    arrays = {
        name: value.numpy().astype(np.float16)
        for name, value in network.state_dict().items()
        if not name.startswith("encoder.")
    }
    np.savez_compressed(
        path,
        **arrays,
        **{f"names.{kind}": np.array(values) for kind, values in names.items()},
        vocabulary=np.array("\n".join(vocabulary)),
    )


if __name__ == "__main__":
    sys.exit(main())
