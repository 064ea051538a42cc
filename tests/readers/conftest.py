"""Helpers for the readers' tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bede.article import Article
from bede.readers import Skipped, read


@pytest.fixture
def save(tmp_path: Path) -> Callable[..., Path]:
    """Writes a file of the test's folder; text as UTF-8, bytes as they are."""

    def write(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    return write


@pytest.fixture
def articles() -> Callable[..., list[Article]]:
    """Reads paths of which nothing may be skipped."""

    def collect(*paths: Path, **options: object) -> list[Article]:
        items = list(read(paths, **options))
        assert not [item for item in items if isinstance(item, Skipped)]
        return [item for item in items if isinstance(item, Article)]

    return collect
