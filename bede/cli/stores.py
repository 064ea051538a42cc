"""Which store a command means."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from bede.errors import BedeError, NoStoreNamed

VARIABLE = "BEDE_STORE"

StoreOption = Annotated[
    Path | None,
    typer.Option(
        "--store",
        metavar="STORE",
        help=f"The store. Left out: ${VARIABLE}, else the only *.bede file in this folder.",
    ),
]


def split(targets: list[str], store: Path | None) -> tuple[Path, str | None]:
    """The store and the id among a command's arguments, either of which may be left out.

    An argument that ends in .bede or is a file is the store, any other is an id.
    """
    rest = list(targets)
    if store is None and rest and (rest[0].endswith(".bede") or Path(rest[0]).is_file()):
        store = Path(rest.pop(0))
    if len(rest) > 1:
        raise BedeError(f"One id at a time, please: {', '.join(rest)}.")
    return store or default(), rest[0] if rest else None


def default() -> Path:
    """The store that is meant where none is named. Raises NoStoreNamed where that is not plain."""
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named)
    found = sorted(Path().glob("*.bede"))
    if len(found) != 1:
        raise NoStoreNamed([str(path) for path in found], VARIABLE)
    return found[0]
