"""`bede article`: a whole article with everything that was found in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from bede.cli.stores import StoreOption, split
from bede.errors import BedeError, NoSuchRecord

if TYPE_CHECKING:
    from bede.records import Coding
    from bede.store import Store


def article(
    targets: Annotated[
        list[str],
        typer.Argument(metavar="STORE ID", help="A store, and the id of an article or of one of its events."),
    ],
    store: StoreOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="The whole coding as JSON.")] = False,
) -> None:
    """Show an article with all it tells marked."""
    path, wanted = split(targets, store)
    if wanted is None:
        raise BedeError(f"Which article? Add an id; see the events of the store with: bede show {path}")
    from bede.store import Store

    with Store(path, readonly=True) as opened:
        coding = _find(opened, wanted)
    if as_json:
        typer.echo(coding.model_dump_json())
        return
    from bede.cli.article_view import print_article

    print_article(coding)


def _find(store: Store, wanted: str) -> Coding:
    """The coding of the article with this id, or of the one that holds the event with this id."""
    try:
        return store.coding(wanted)
    except NoSuchRecord:
        pass
    try:
        coding, _ = store.event(wanted)
    except NoSuchRecord:
        raise NoSuchRecord(store.path, "article or event", wanted) from None
    return coding
