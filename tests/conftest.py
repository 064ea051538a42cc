"""What tests of several rooms share: one loaded coder, and the folder of shared data."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import bede
from bede.coder import Coder

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def coder() -> Coder:
    """The coder, loaded once for all tests."""
    return bede.load()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of data that is not part of the project; tests that need it skip where it is absent."""
    folder = Path(os.environ.get("BEDE_SHARED", ROOT.parent / "shared"))
    if not (folder / "data").is_dir():
        pytest.skip("shared data is absent; BEDE_SHARED names its folder")
    return folder
