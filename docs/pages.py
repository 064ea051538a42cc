"""What the page makers share: write the page, or with --check say whether it is out of date."""

from __future__ import annotations

import sys
from pathlib import Path


def main(path: Path, text: str) -> None:
    """Write `text` to `path`; with --check change nothing, and exit with 1 where the page has other text."""
    if "--check" not in sys.argv[1:]:
        path.write_text(text, encoding="utf-8")
    elif not path.exists() or path.read_text(encoding="utf-8") != text:
        sys.exit(f"{path} is out of date. Write it again with: make docs")


def table(header: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    """A Markdown table; bars inside cells are kept from ending them."""
    lines = [header, tuple("---" for _ in header), *rows]
    return "\n".join("| " + " | ".join(c.replace("|", "\\|") for c in line) + " |" for line in lines)
